//! `/docs` and `/openapi.json`: the API reference, made from the code.

use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use functions::http::Problem;
use serde_json::json;

use super::{Local, own_page};

#[derive(Template)]
#[template(path = "docs.html")]
struct Page<'a> {
    stylesheet: &'a str,
    /// The demo's back offices, for the token that "Try it" calls with: JSON.
    clients: String,
}

/// The reference; it draws `/openapi.json`, so that there is one description of the API.
pub(super) async fn page(State(local): State<Local>) -> Result<Response, Problem> {
    let secrets = local.demo.demo_secrets.iter().filter(|secrets| secrets.keyid.is_some());
    let clients: Vec<_> = secrets
        .map(|secrets| json!({ "id": secrets.client, "secret": secrets.secret }))
        .collect();
    let page = Page {
        stylesheet: functions::pages::stylesheet_path(),
        clients: json!(clients).to_string(),
    };
    own_page(page.render())
}

/// The description itself (OpenAPI 3.1).
pub(super) async fn openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], functions::openapi()).into_response()
}
