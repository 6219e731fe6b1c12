//! `PUT /v2/registration/resetpassword/`: NET2GRID's way to ask for a new password, for an app with pages of its own.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::ToSchema;

use super::recover;
use crate::app::App;
use crate::directory::host_of;
use crate::http::{Problem, ProblemBody, SameSite, Source, json, read};
use crate::registration::{Okay, address, labelpartner};

pub(super) const PATH: &str = "/v2/registration/resetpassword/";
pub(super) const WITHOUT_SLASH: &str = "/v2/registration/resetpassword";

/// Whose password is forgotten.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ResetRequest {
    /// The address.
    #[schema(example = "jane.doe@example.org")]
    email_address: String,
    /// The tenant's short name; left out, the tenant of the host.
    #[serde(default)]
    #[schema(example = "acme")]
    labelpartner: Option<String>,
}

/// Ask for a link to a new password
///
/// The answer is the same whoever has the address. A person who has a password is mailed a link to a page that sets
/// another; whoever has none yet is mailed how to get to their first.
#[utoipa::path(
    put, path = "/v2/registration/resetpassword/", operation_id = "reset_password", tag = "Registration",
    request_body(content = ResetRequest, example = json!({"email_address": "jane.doe@example.org", "labelpartner": "acme"})),
    responses(
        (status = 200, description = "If the address is somebody's, a mail is on its way", body = Okay),
        (status = 400, description = "`malformed_json`, `invalid_body`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`", body = ProblemBody<'static>),
        (status = 429, description = "`too_many_requests`; `Retry-After` says when", body = ProblemBody<'static>),
    ),
)]
pub async fn handle(
    State(app): State<App>,
    Source(source): Source,
    _: SameSite,
    request: Request,
) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let body = read(body).await?;
    let asked: ResetRequest = json(&parts.headers, &body)?;
    let email = address(&asked.email_address, "/email_address")?;
    let tenant = match &asked.labelpartner {
        Some(name) => app.tenant(&labelpartner(name)?).await?,
        None => app.tenant_by_host(host_of(&parts.headers)).await?,
    };
    // A tenant that nobody knows has nobody to mail to.
    if let Some(tenant) = tenant {
        recover::ask(&app, source, &tenant.name, &email).await?;
    }
    Ok(axum::Json(Okay::NEW).into_response())
}

/// Ask for a link to a new password, at the same path without its slash
#[utoipa::path(
    put, path = "/v2/registration/resetpassword", operation_id = "reset_password_without_slash", tag = "Registration",
    request_body(content = ResetRequest, example = json!({"email_address": "jane.doe@example.org", "labelpartner": "acme"})),
    responses(
        (status = 200, description = "If the address is somebody's, a mail is on its way", body = Okay),
        (status = 400, description = "`malformed_json`, `invalid_body`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`", body = ProblemBody<'static>),
        (status = 429, description = "`too_many_requests`; `Retry-After` says when", body = ProblemBody<'static>),
    ),
)]
pub async fn handle_without_slash(
    state: State<App>,
    source: Source,
    same_site: SameSite,
    request: Request,
) -> Result<Response, Problem> {
    handle(state, source, same_site, request).await
}
