//! An answer as the Runtime API takes it.

use std::pin::Pin;

use axum::response::Response;
use http_body_util::BodyExt as _;
use lambda_http::{Body, IntoResponse};

/// An answer that is in memory as a whole, as all of ours are: text goes as it is, anything else in base64.
///
/// `lambda_http` would do it by the type of the content, and for that bring the tables of every character set
/// into each function. All text of ours is UTF-8.
pub(crate) struct Whole(pub(crate) Response);

impl IntoResponse for Whole {
    fn into_response(self) -> Pin<Box<dyn Future<Output = ::http::Response<Body>> + Send>> {
        Box::pin(async {
            let (parts, body) = self.0.into_parts();
            // What is in memory cannot break off.
            let octets = body.collect().await.map(http_body_util::Collected::to_bytes);
            let octets = octets.unwrap_or_default();
            let body = match String::from_utf8(octets.into()) {
                Ok(text) if text.is_empty() => Body::Empty,
                Ok(text) => Body::Text(text),
                Err(other) => Body::Binary(other.into_bytes()),
            };
            ::http::Response::from_parts(parts, body)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn text_goes_as_it_is_and_anything_else_does_too() {
        let sent = async |body: &'static [u8]| {
            let answer = Response::builder().status(201).header("x-kept", "yes");
            let answer = answer.body(axum::body::Body::from(body)).expect("an answer");
            let answer = Whole(answer).into_response().await;
            assert_eq!(
                (answer.status().as_u16(), &answer.headers()["x-kept"]),
                (201, &"yes".parse().expect("a value"))
            );
            answer.into_body()
        };
        assert!(matches!(sent("Grüße".as_bytes()).await, Body::Text(text) if text == "Grüße"));
        assert!(matches!(sent(b"\x89PNG\r\n").await, Body::Binary(octets) if octets == b"\x89PNG\r\n"));
        assert!(matches!(sent(b"").await, Body::Empty));
    }
}
