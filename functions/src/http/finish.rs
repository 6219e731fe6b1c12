//! What every answer goes through: a request id, security headers, a log line, and failures
//! written out as JSON or as a page.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::code;
use super::next_identity::{self, NextIdentity};
use super::problem::Problem;
use super::source::RequestId;
use crate::app::App;
use crate::page_answer;
use crate::pages::CONTENT_SECURITY_POLICY;

/// What the line of each call is filtered by.
pub(crate) const CALLS: &str = "calls";

/// The headers of every answer. A route may set its own `cache-control`.
const HEADERS: [(HeaderName, &str); 6] = [
    (
        HeaderName::from_static("content-security-policy"),
        CONTENT_SECURITY_POLICY,
    ),
    (HeaderName::from_static("referrer-policy"), "no-referrer"),
    (HeaderName::from_static("x-content-type-options"), "nosniff"),
    (HeaderName::from_static("x-frame-options"), "DENY"),
    (
        HeaderName::from_static("strict-transport-security"),
        "max-age=63072000; includeSubDomains",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Runs a request and finishes its answer.
pub async fn finish(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let id = RequestId::of(request.extensions()).unwrap_or_else(|| random_id(&app));
    request.extensions_mut().insert(id.clone());
    // The route, not the path: an id in a path may be the caller's own, and that may be an address.
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("none", |route| route.as_str())
        .to_owned();
    let method = request.method().clone();
    let asked = Asked::of(request.headers(), request.uri());
    let started = Instant::now();

    let mut response = next.run(request).await;
    if let Some(problem) = problem_in(&mut response) {
        tell(&problem, &id);
        response = write_out(&problem, response, &id, &asked);
    }
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        headers.insert("x-request-id", value);
    }
    // The gateway's access log tells every call; whoever looks for one here asks for more.
    tracing::info!(
        target: CALLS,
        request_id = %id.0,
        %method,
        route,
        status = response.status().as_u16(),
        milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        "answered"
    );
    response
}

/// What the caller can read.
struct Asked {
    html: bool,
    /// Whether it calls one of Next Identity's routes.
    next_identity: bool,
    locale: Option<String>,
    accept_language: Option<String>,
}

impl Asked {
    fn of(headers: &HeaderMap, uri: &http::Uri) -> Self {
        let text = |name| {
            headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .map(str::to_owned)
        };
        Self {
            html: text(ACCEPT).is_some_and(|accept| accept.contains("text/html")),
            next_identity: next_identity::is_path(uri.path()),
            locale: page_answer::locale_in(uri.query()),
            accept_language: text(ACCEPT_LANGUAGE),
        }
    }
}

/// The failure an answer carries, including those that axum itself answers with an empty body.
fn problem_in(response: &mut Response) -> Option<Problem> {
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        return Some(problem);
    }
    let empty = response
        .headers()
        .get(CONTENT_LENGTH)
        .is_none_or(|length| length == "0")
        && !response.headers().contains_key(CONTENT_TYPE);
    match response.status() {
        StatusCode::NOT_FOUND if empty => Some(Problem::new(&code::NOT_FOUND)),
        StatusCode::METHOD_NOT_ALLOWED if empty => Some(Problem::new(&code::METHOD_NOT_ALLOWED)),
        // What axum says of a path that is no UTF-8: nobody has such an id.
        StatusCode::BAD_REQUEST if is_plain_text(response.headers()) => Some(Problem::new(&code::NOT_FOUND)),
        _ => None,
    }
}

fn is_plain_text(headers: &HeaderMap) -> bool {
    let said = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    said.is_some_and(|said| said.starts_with("text/plain"))
}

/// One log line for a failure of ours, with its cause; what a caller did wrong is their business, and of a provider that
/// does not answer whoever asked it has told the log.
fn tell(problem: &Problem, id: &RequestId) {
    if problem.code.status.is_server_error() && problem.code != &code::PROVIDER_UNAVAILABLE {
        let cause = problem.cause.as_deref().unwrap_or("unknown");
        tracing::error!(request_id = %id.0, code = problem.code.word, cause, "failed");
    }
}

fn write_out(problem: &Problem, response: Response, id: &RequestId, asked: &Asked) -> Response {
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    parts.status = problem.code.status;
    if asked.html {
        let page = page_answer::problem(
            problem,
            &id.0,
            asked.locale.as_deref(),
            asked.accept_language.as_deref(),
        );
        parts
            .headers
            .insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        return (parts, page).into_response();
    }
    parts
        .headers
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    let told = asked.next_identity.then(|| NextIdentity::of(problem));
    (parts, problem.body(&id.0, told)).into_response()
}

fn random_id(app: &App) -> RequestId {
    RequestId(usher::id::Opaque::new(app.entropy.bytes()).to_string())
}
