//! `/_local/messages`: the inbox for programs.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderName, StatusCode};
use axum::response::{Html, IntoResponse as _, Response};
use functions::http::{Problem, SameSite, code};
use serde::Deserialize;

use super::Local;
use crate::message::Message;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Filter {
    /// Only what went to this address or number.
    pub(super) to: Option<String>,
}

/// The query of both the list and the inbox page.
pub(super) fn filter(query: Option<&str>) -> Result<Filter, Problem> {
    let uri = format!("/?{}", query.unwrap_or_default()).parse();
    let uri = uri.map_err(|_| Problem::new(&code::INVALID_QUERY))?;
    let filter = axum::extract::Query::try_from_uri(&uri).map_err(|_| Problem::new(&code::INVALID_QUERY))?;
    Ok(filter.0)
}

/// The messages, newest first.
pub(super) async fn list(
    State(local): State<Local>,
    axum::extract::RawQuery(query): axum::extract::RawQuery,
) -> Result<Json<Vec<Message>>, Problem> {
    let received = local.inbox.list(filter(query.as_deref())?.to.as_deref());
    Ok(Json(received.iter().map(|received| received.message.clone()).collect()))
}

/// Forgets all messages.
pub(super) async fn clear(State(local): State<Local>, _: SameSite) -> Result<StatusCode, Problem> {
    match local.inbox.clear() {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(error) => Err(Problem {
            cause: Some(error.to_string()),
            ..Problem::new(&code::INTERNAL_ERROR)
        }),
    }
}

/// A mail's HTML part as a mail program shows it: no script, nothing loaded, links in a new tab.
pub(super) async fn html(State(local): State<Local>, Path(id): Path<String>) -> Result<Response, Problem> {
    // `allow-same-origin` lets the inbox measure the mail; without `allow-scripts` that gives the mail nothing.
    const POLICY: &str = "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; default-src 'none'; \
                          style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";
    let received = local.inbox.get(&id).ok_or_else(|| Problem::new(&code::NOT_FOUND))?;
    let html = received
        .message
        .html
        .replacen("<head>", "<head><base target=\"_blank\">", 1);
    let headers = [
        (HeaderName::from_static("content-security-policy"), POLICY),
        (HeaderName::from_static("x-frame-options"), "SAMEORIGIN"),
    ];
    Ok((headers, Html(html)).into_response())
}
