//! Forms are only taken from our own pages.

use axum::extract::FromRequestParts;
use http::HeaderMap;
use http::header::{HOST, ORIGIN};
use http::request::Parts;

use super::code;
use super::problem::Problem;

/// The request was not made by another site's page.
///
/// A browser says where a form comes from (`Sec-Fetch-Site`, and `Origin` in older ones); a program
/// that says nothing carries no session of anybody and is let through.
#[derive(Clone, Copy, Debug)]
pub struct SameSite;

impl<S: Sync> FromRequestParts<S> for SameSite {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        if comes_from_elsewhere(&parts.headers) {
            Err(Problem::new(&code::CROSS_SITE))
        } else {
            Ok(Self)
        }
    }
}

fn comes_from_elsewhere(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok()) {
        return !matches!(site, "same-origin" | "none");
    }
    match text(ORIGIN) {
        None => false,
        Some(origin) => origin.split_once("://").map(|(_, host)| host) != text(HOST),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderName;
    use http::HeaderValue;

    fn elsewhere(headers: &[(&'static str, &'static str)]) -> bool {
        let headers = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        comes_from_elsewhere(&headers.collect())
    }

    #[test]
    fn only_our_own_pages_and_programs_may_send_forms() {
        assert!(!elsewhere(&[("host", "id.acme.example")]));
        assert!(!elsewhere(&[
            ("host", "id.acme.example"),
            ("origin", "https://id.acme.example")
        ]));
        assert!(!elsewhere(&[("sec-fetch-site", "same-origin"), ("origin", "null")]));
        assert!(elsewhere(&[
            ("host", "id.acme.example"),
            ("origin", "https://evil.example")
        ]));
        assert!(elsewhere(&[("host", "id.acme.example"), ("origin", "null")]));
        assert!(elsewhere(&[
            ("host", "id.acme.example"),
            ("sec-fetch-site", "cross-site")
        ]));
        assert!(elsewhere(&[
            ("host", "id.acme.example"),
            ("sec-fetch-site", "same-site")
        ]));
    }
}
