//! Stylesheets and scripts of the local pages.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use functions::http::{Problem, code};

const FILES: [(&str, &str, &str); 6] = [
    (
        "local.css",
        "text/css; charset=utf-8",
        include_str!("../../templates/local.css"),
    ),
    (
        "start.js",
        "text/javascript; charset=utf-8",
        include_str!("../../templates/start.js"),
    ),
    (
        "inbox.js",
        "text/javascript; charset=utf-8",
        include_str!("../../templates/inbox.js"),
    ),
    (
        "docs.js",
        "text/javascript; charset=utf-8",
        include_str!("../../templates/docs.js"),
    ),
    (
        "docs-schema.js",
        "text/javascript; charset=utf-8",
        include_str!("../../templates/docs-schema.js"),
    ),
    (
        "docs-try.js",
        "text/javascript; charset=utf-8",
        include_str!("../../templates/docs-try.js"),
    ),
];

/// One of them.
pub(super) async fn file(Path(name): Path<String>) -> Result<Response, Problem> {
    let file = FILES
        .iter()
        .find(|(known, _, _)| *known == name)
        .ok_or_else(|| Problem::new(&code::NOT_FOUND))?;
    Ok(([(header::CONTENT_TYPE, file.1)], file.2).into_response())
}
