//! How an authorization request is answered: to the app's redirect URI, in its query or as a form.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::LOCATION;
use usher::authorization::{Refusal, ResponseMode};

use crate::app::App;
use crate::page_answer::{Shown, leading_to};
use crate::pages::{FormPost, Languages};

/// Sends a code.
pub(super) fn code(app: &App, shown: &Shown, to: (&str, ResponseMode), state: Option<&str>, code: &str) -> Response {
    answer(app, shown, to, &[("code", code)], state)
}

/// Sends an error.
pub(super) fn refusal(app: &App, shown: &Shown, refusal: &Refusal) -> Response {
    let to = (refusal.redirect_uri.as_str(), refusal.response_mode);
    let said = [
        ("error", refusal.error),
        ("error_description", refusal.description.as_ref()),
    ];
    answer(app, shown, to, &said, refusal.state.as_deref())
}

/// `iss` says whose answer it is (RFC 9207): an app that knows several providers cannot be led to mix them up.
fn answer(
    app: &App,
    shown: &Shown,
    (redirect_uri, mode): (&str, ResponseMode),
    said: &[(&str, &str)],
    state: Option<&str>,
) -> Response {
    let mut pairs = said.to_vec();
    pairs.extend(state.map(|state| ("state", state)));
    pairs.push(("iss", &app.config.public_url));
    match mode {
        ResponseMode::Query => {
            let location = with_query(redirect_uri, &pairs);
            (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response()
        }
        ResponseMode::FormPost => {
            let fields = pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            let content = FormPost {
                action: redirect_uri.to_owned(),
                fields: fields.collect(),
            };
            let html = content.render(&shown.frame(Languages::None));
            leading_to(Some(redirect_uri), StatusCode::OK, html)
        }
    }
}

/// A link with these parameters behind those it has. A redirect URI has no fragment.
pub(crate) fn with_query(link: &str, pairs: &[(&str, &str)]) -> String {
    let joint = if link.contains('?') { '&' } else { '?' };
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    format!("{link}{joint}{query}")
}

#[cfg(test)]
mod tests {
    use super::with_query;

    #[test]
    fn an_answer_stands_behind_what_the_link_asks_for_already_and_is_escaped() {
        let pairs = [("code", "c"), ("state", "a b&c=d#e")];
        assert_eq!(
            with_query("https://a.example/x", &pairs),
            "https://a.example/x?code=c&state=a+b%26c%3Dd%23e"
        );
        assert_eq!(with_query("app://x/?y=1", &pairs[..1]), "app://x/?y=1&code=c");
    }
}
