//! `/_local/inbox`: every mail and text message as the person it went to sees it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use functions::http::Problem;

use super::{Local, messages, own_page};
use crate::inbox::Received;

/// As many as a browser draws without a pause; the rest is in `/_local/messages`.
const SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "inbox.html")]
struct Page<'a> {
    stylesheet: &'a str,
    to: Option<&'a str>,
    mails: &'a [Arc<Received>],
    older: usize,
}

/// The page, or 304 when nothing has come since it was asked for last.
pub(super) async fn page(
    State(local): State<Local>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let filter = messages::filter(query.as_deref())?;
    let revision = format!("\"{}\"", local.inbox.revision());
    if headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == revision.as_bytes())
    {
        return Ok(StatusCode::NOT_MODIFIED.into_response());
    }
    let mails = local.inbox.list(filter.to.as_deref());
    let page = Page {
        stylesheet: functions::pages::stylesheet_path(),
        to: filter.to.as_deref(),
        mails: &mails[..mails.len().min(SHOWN)],
        older: mails.len().saturating_sub(SHOWN),
    };
    let mut response = own_page(page.render())?;
    if let Ok(revision) = HeaderValue::from_str(&revision) {
        response.headers_mut().insert(header::ETAG, revision);
    }
    Ok(response)
}

/// A code the way the mail groups it, to be read and typed.
fn grouped(code: &str) -> String {
    match code.split_at_checked(3) {
        Some((head, tail)) => format!("{head} {tail}"),
        None => code.to_owned(),
    }
}

/// What a network makes of a text message, and charges for.
fn segments(received: &Received) -> String {
    match functions::mail::segments(&received.message.text) {
        1 => "1 segment".to_owned(),
        count => format!("{count} segments"),
    }
}

/// Whom a text message comes from, as the phone shows it.
fn sender_id(received: &Received) -> &str {
    match received.sender_name.as_str() {
        "" => "a number of the network's",
        name => name,
    }
}

fn moment(received: &Received) -> String {
    received.message.sent_at.strftime("%-d %b %Y, %H:%M:%S UTC").to_string()
}
