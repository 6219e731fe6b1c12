//! `GET /assets/…`: the stylesheet in each brand's colours, and the script; and the schema of a tenant's document.
//!
//! The assets' names hold a hash of their content, so they may be kept for ever. Nothing is read for them: a stylesheet's name
//! also holds the brand's colour, from which it follows.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};

use crate::http::{Problem, ProblemBody, code};
use crate::pages::console::{CONSOLE_STYLESHEET, console_stylesheet_path};
use crate::pages::{SCRIPT, script_path, stylesheet};
use crate::{Endpoint, Route};

/// Written from the types, and compared with them by a test.
const TENANT_SCHEMA: &str = include_str!("tenants/tenant.schema.json");

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "assets",
    routes: &[
        Route::new("GET", "/assets/{file}"),
        Route::new("GET", "/schemas/tenant.json"),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/assets/{file}", get(file))
            .route("/schemas/tenant.json", get(tenant_schema))
            .with_state(app)
    },
};

/// A stylesheet or script
#[utoipa::path(
    get, path = "/assets/{file}", operation_id = "asset", tag = "Pages",
    params(("file" = String, Path, description = "As the pages name it")),
    responses(
        (status = 200, description = "The file", content((String = "text/css"), (String = "text/javascript"))),
        (status = 404, description = "`not_found`", body = ProblemBody<'static>),
    ),
)]
pub async fn file(Path(file): Path<String>) -> Result<Response, Problem> {
    if script_path().strip_prefix("/assets/") == Some(file.as_str()) {
        return Ok(kept("text/javascript; charset=utf-8", SCRIPT.to_owned()));
    }
    if console_stylesheet_path().strip_prefix("/assets/") == Some(file.as_str()) {
        return Ok(kept("text/css; charset=utf-8", CONSOLE_STYLESHEET.to_owned()));
    }
    match stylesheet(&file) {
        Some(content) => Ok(kept("text/css; charset=utf-8", content)),
        None => Err(Problem::new(&code::NOT_FOUND)),
    }
}

/// The schema of a tenant's document
///
/// For editors, and for programs that write documents.
#[utoipa::path(
    get, path = "/schemas/tenant.json", operation_id = "tenant_schema", tag = "Tenant",
    responses((status = 200, description = "A JSON Schema (draft 2020-12)", content((serde_json::Value = "application/schema+json")))),
)]
pub async fn tenant_schema() -> Response {
    let headers = [
        (CONTENT_TYPE, "application/schema+json"),
        (CACHE_CONTROL, "public, max-age=300"),
    ];
    (headers, TENANT_SCHEMA).into_response()
}

fn kept(media_type: &'static str, content: String) -> Response {
    let caching = "public, max-age=31536000, immutable";
    ([(CONTENT_TYPE, media_type), (CACHE_CONTROL, caching)], content).into_response()
}
