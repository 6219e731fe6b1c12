//! `GET /assets/…`: the stylesheet, the script and each tenant's colours.
//!
//! The names of stylesheet and script hold a hash of their content, so they may be kept for ever.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};

use crate::app::App;
use crate::http::{Problem, code};
use crate::pages::{SCRIPT, STYLESHEET, brand_css, script_path, stylesheet_path};
use crate::{Endpoint, Route, page_answer};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "assets",
    routes: &[
        Route::new("GET", "/assets/{file}"),
        Route::new("GET", "/assets/brand/{file}"),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/assets/{file}", get(file))
            .route("/assets/brand/{file}", get(brand))
            .with_state(app)
    },
};

/// A stylesheet or script
#[utoipa::path(
    get, path = "/assets/{file}", operation_id = "asset", tag = "Pages",
    params(("file" = String, Path, description = "As the pages name it")),
    responses((status = 200, description = "The file"), (status = 404, description = "`not_found`")),
)]
pub async fn file(Path(file): Path<String>) -> Result<Response, Problem> {
    let is = |path: &str| path.strip_prefix("/assets/") == Some(file.as_str());
    if is(stylesheet_path()) {
        return Ok(kept(
            "text/css; charset=utf-8",
            "public, max-age=31536000, immutable",
            STYLESHEET.to_owned(),
        ));
    }
    if is(script_path()) {
        return Ok(kept(
            "text/javascript; charset=utf-8",
            "public, max-age=31536000, immutable",
            SCRIPT.to_owned(),
        ));
    }
    Err(Problem::new(&code::NOT_FOUND))
}

/// A tenant's colours
#[utoipa::path(
    get, path = "/assets/brand/{file}", operation_id = "brand_stylesheet", tag = "Pages",
    params(("file" = String, Path, description = "The tenant's short name and `.css`", example = "acme.css")),
    responses((status = 200, description = "A stylesheet"), (status = 404, description = "`not_found`")),
)]
pub async fn brand(State(app): State<App>, Path(file): Path<String>) -> Result<Response, Problem> {
    let name = file.strip_suffix(".css").and_then(|name| name.parse().ok());
    let name = name.ok_or_else(|| Problem::new(&code::NOT_FOUND))?;
    let tenant = app.tenant(&name).await?;
    let tenant = tenant.ok_or_else(|| Problem::new(&code::NOT_FOUND))?;
    Ok(kept(
        "text/css; charset=utf-8",
        "public, max-age=300",
        brand_css(&page_answer::brand(&tenant)),
    ))
}

fn kept(media_type: &'static str, caching: &'static str, content: String) -> Response {
    ([(CONTENT_TYPE, media_type), (CACHE_CONTROL, caching)], content).into_response()
}
