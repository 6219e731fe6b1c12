//! `GET /v1/tenant/versions` and `…/{version}`: who changed the document and when, and how it was.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use usher::keys::Purpose;
use usher::tenant::TenantName;
use utoipa::ToSchema;

use super::tenant::{current, shown};
use crate::app::App;
use crate::http::{Call, ListQuery, Problem, ProblemBody, code};

/// A page of versions.
#[derive(Serialize, ToSchema)]
pub struct VersionList {
    /// The newest first.
    versions: Vec<VersionView>,
    /// What the next page is asked for with; none on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "kQp5Q1dJ0mX3u…")]
    next_cursor: Option<String>,
}

/// A version of the document.
#[derive(Serialize, ToSchema)]
pub struct VersionView {
    /// Counts up from 1.
    #[schema(example = 12)]
    version: u64,
    /// When it was applied, RFC 3339 in UTC.
    #[schema(example = "2026-11-26T09:30:00Z")]
    at: String,
    /// By whom: a client, or an operator.
    #[schema(example = "acme-backoffice")]
    by: String,
}

/// What a cursor is sealed around. The first member tells it from those of other lists.
#[derive(Serialize, Deserialize)]
struct Cursor {
    list: String,
    tenant: TenantName,
    after: String,
}

const LIST: &str = "tenant versions";

/// List the versions of the tenant's document
#[utoipa::path(
    get, path = "/v1/tenant/versions", operation_id = "list_tenant_versions", tag = "Tenant",
    params(
        ("limit" = Option<usize>, Query, description = "How many at most: 1 to 100, else 25", example = 25),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before"),
    ),
    responses(
        (status = 200, description = "A page", body = VersionList),
        (status = 400, description = "`invalid_query`, also for a cursor of another list; `invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 403, description = "`configure_not_allowed`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn list(
    State(app): State<App>,
    RawQuery(query): RawQuery,
    call: Call,
) -> Result<axum::Json<VersionList>, Problem> {
    let asked = ListQuery::read(query.as_deref(), &[])?;
    let limit = asked.limit()?;
    current(&app, &call.caller).await?;
    let tenant = &call.caller.tenant.name;
    let after = asked.from(|text| {
        let cursor: Cursor = app.keys.open(Purpose::Cursor, text)?;
        (cursor.list == LIST && cursor.tenant == *tenant).then_some(cursor.after)
    })?;
    let page = app.store.list_tenant_versions(tenant, after.as_deref(), limit).await?;
    let next_cursor = page.next.map(|after| {
        let (list, tenant) = (LIST.to_owned(), tenant.clone());
        let cursor = Cursor { list, tenant, after };
        app.keys.seal(Purpose::Cursor, &cursor, app.clock.now())
    });
    let versions = page.versions.into_iter().map(|version| VersionView {
        version: version.number,
        at: version.at.to_string(),
        by: version.by,
    });
    Ok(axum::Json(VersionList {
        versions: versions.collect(),
        next_cursor,
    }))
}

/// See a version of the tenant's document
///
/// As it was, without secrets. Sent to `PUT /v1/tenant`, it is how it was once more; HMAC keys stay as they are now.
#[utoipa::path(
    get, path = "/v1/tenant/versions/{version}", operation_id = "show_tenant_version", tag = "Tenant",
    params(("version" = u64, Path, description = "Its number", example = 11)),
    responses(
        (status = 200, description = "The document", body = serde_json::Value,
         headers(("ETag" = String, description = "The version"))),
        (status = 400, description = "`invalid_body`: this route takes none", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`, `signature_refused`, `signature_replayed`", body = ProblemBody<'static>),
        (status = 403, description = "`configure_not_allowed`", body = ProblemBody<'static>),
        (status = 404, description = "`tenant_version_not_found`", body = ProblemBody<'static>),
    ),
    security(("signature" = []), ("bearer" = [])),
)]
pub async fn show(State(app): State<App>, Path(version): Path<String>, call: Call) -> Result<Response, Problem> {
    current(&app, &call.caller).await?;
    let unknown = || Problem::new(&code::TENANT_VERSION_NOT_FOUND);
    let number = version.parse().map_err(|_| unknown())?;
    let found = app.store.get_past_tenant(&call.caller.tenant.name, number).await?;
    let (document, version) = found.ok_or_else(unknown)?;
    Ok(shown(&document, &version))
}
