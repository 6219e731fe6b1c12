//! `GET /legal/{name}`: the words of an agreement, for anybody to read.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use usher::agreement::{Version, primary};
use usher::tenant::{Tenant, TenantName};

use super::markdown::to_html;
use crate::app::App;
use crate::http::{Problem, ProblemBody, Source, code};
use crate::page_answer::{Reader, Shown, page, query};
use crate::pages::Legal;
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "legal",
    routes: &[Route::new("GET", "/legal/{name}")],
    hashes: false,
    router: |app| Router::new().route("/legal/{name}", get(handle)).with_state(app),
};

/// Where the words of a version are, in the language of this tag.
pub(super) fn href(tenant: &TenantName, agreement: &str, version: u32, locale: &str) -> String {
    format!("/legal/{agreement}?labelpartner={tenant}&version={version}&locale={locale}")
}

/// The words of an agreement
///
/// A page with the version that people accept now, or with the one asked for, in the language asked for or in one
/// that there is.
#[utoipa::path(
    get, path = "/legal/{name}", operation_id = "legal", tag = "Pages",
    params(
        ("name" = String, Path, description = "The agreement's name", example = "terms"),
        ("version" = Option<u32>, Query, description = "A version; the one that counts now where it is left out", example = 1),
        ("locale" = Option<String>, Query, description = "A language of the pages", example = "en"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name; the host's tenant where it is left out", example = "acme"),
    ),
    responses((status = 200, description = "A page"), (status = 404, description = "`not_found`: there is no such agreement or version", body = ProblemBody<'static>),
              (status = 429, description = "A page that says when to try again")),
)]
pub async fn handle(
    State(app): State<App>,
    Source(source): Source,
    Path(name): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    let found = find(&app, &reader, &name, request.uri().query());
    let (tenant, version) = app.guarded(source, found).await?;
    let shown = Shown::new(&reader, Some(&tenant), None);
    // There may be words in languages that no page is in.
    let asked = reader.locale.as_deref().map_or(shown.locale.tag(), primary);
    let wanted = [asked, shown.locale.tag(), primary(&tenant.default_locale)];
    let not_found = || Problem::new(&code::NOT_FOUND);
    let (language, text) = version.text(&wanted).ok_or_else(not_found)?;
    let words = app
        .store
        .get_agreement_text(&tenant.name, &name, version.version, language);
    let words = words.await?;
    let content = Legal {
        title: text.title.clone(),
        version: version.version,
        effective_from: version.effective_from,
        language: language.to_owned(),
        html: to_html(&words.ok_or_else(not_found)?),
    };
    Ok(page(StatusCode::OK, content.render(&shown.frame(reader.languages()))))
}

/// The tenant that the call names, else the host's, and the version that is asked for, else the one that counts now.
async fn find(
    app: &App,
    reader: &Reader,
    agreement: &str,
    parameters: Option<&str>,
) -> Result<(Arc<Tenant>, Version), Problem> {
    let not_found = || Problem::new(&code::NOT_FOUND);
    let tenant = match query(parameters, "labelpartner") {
        Some(name) => app.tenant(&name.parse().map_err(|_| not_found())?).await?,
        None => app.tenant_by_host(&reader.host).await?,
    };
    let tenant = tenant.ok_or_else(not_found)?;
    let agreement = tenant.agreement(agreement).ok_or_else(not_found)?;
    let version = match query(parameters, "version") {
        Some(number) => number.parse().ok().and_then(|number| agreement.version(number)),
        None => agreement.current(app.clock.now()),
    };
    let version = version.ok_or_else(not_found)?.clone();
    Ok((tenant, version))
}
