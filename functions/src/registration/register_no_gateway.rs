//! `POST /v2/registration/no-gateway`: a person sets their first password through the app.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::post;
use http::HeaderMap;
use serde::Deserialize;
use usher::password::Password;
use usher::tenant::Tenant;
use usher::verification::Ticket;
use utoipa::ToSchema;

use super::first_password::{Claim, set_first_password};
use super::{Okay, address, labelpartner};
use crate::app::App;
use crate::directory::host_of;
use crate::http::{FieldError, Json, Problem, ProblemBody, Source, code};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "register-no-gateway",
    routes: &[Route::new("POST", "/v2/registration/no-gateway")],
    hashes: true,
    router: |app| {
        Router::new()
            .route("/v2/registration/no-gateway", post(handle))
            .with_state(app)
    },
};

/// Who sets which password, and what they show for it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterRequest {
    /// As the person was provisioned.
    #[schema(example = "jane.doe@example.org")]
    email_address: String,
    /// The new password, whatever the policy calls it.
    #[schema(example = "correct horse battery staple")]
    pincode: String,
    /// The tenant's short name. Without it the tenant is the ticket's, the host name's, or the
    /// deployment's default.
    #[serde(default)]
    #[schema(example = "acme")]
    labelpartner: Option<String>,
    /// The code the person was given outside the mail.
    #[serde(default)]
    #[schema(example = "SPRING-2027")]
    voucher_code: Option<String>,
    /// What proving the address gave.
    #[serde(default)]
    #[schema(example = "OPkWv50clWtz67xiXB9MEvbJ…")]
    activation_ticket: Option<String>,
}

/// Set the first password
///
/// The policy is judged first. Whatever else is wrong, unknown address, already registered, a wrong
/// or missing voucher or ticket, is one answer.
#[utoipa::path(
    post, path = "/v2/registration/no-gateway", operation_id = "register_no_gateway", tag = "Registration",
    request_body(content = RegisterRequest, example = json!({
        "email_address": "jane.doe@example.org", "pincode": "correct horse battery staple", "activation_ticket": "OPkWv50clWtz67xiXB9MEvbJ…",
    })),
    responses(
        (status = 200, description = "The password is set and the person can sign in", body = Okay),
        (status = 400, description = "`malformed_json`, `invalid_body`", body = ProblemBody<'static>),
        (status = 403, description = "`registration_refused`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`, `password_refused` with every broken rule", body = ProblemBody<'static>),
        (status = 429, description = "`too_many_requests`; `Retry-After` says when", body = ProblemBody<'static>),
    ),
)]
pub async fn handle(
    State(app): State<App>,
    Source(source): Source,
    headers: HeaderMap,
    Json(body): Json<RegisterRequest>,
) -> Result<axum::Json<Okay>, Problem> {
    let email = address(&body.email_address, "/email_address")?;
    let password = Password::new(body.pincode.clone()).map_err(|error| {
        Problem::new(&code::PASSWORD_REFUSED).errors(vec![FieldError::new("/pincode", error.code(), error)])
    })?;
    let tenant = tenant_of(&app, &body, host_of(&headers))
        .await?
        .ok_or_else(|| Problem::new(&code::REGISTRATION_REFUSED))?;
    let claim = Claim {
        tenant: &tenant,
        email: &email,
        password,
        ticket: body.activation_ticket.as_deref(),
        voucher: body.voucher_code.as_deref(),
    };
    set_first_password(&app, source, claim)
        .await
        .map_err(|refused| refused.into_problem("/pincode"))?;
    Ok(axum::Json(Okay::NEW))
}

/// The tenant: the ticket's, else the one named, else the host's, else the default; never looked
/// for among all. A ticket of another tenant than the one named is none's.
async fn tenant_of(app: &App, body: &RegisterRequest, host: &str) -> Result<Option<Arc<Tenant>>, Problem> {
    // Also of one whose time is over: what its holder is told first is their own tenant's policy.
    let ticket = body.activation_ticket.as_deref();
    let ticket = ticket.and_then(|text| Ticket::tenant_of(text, &app.keys));
    let named = body.labelpartner.as_deref().map(labelpartner).transpose()?;
    match (ticket, named) {
        (Some(tenant), Some(named)) if tenant != named => Ok(None),
        (Some(name), _) | (None, Some(name)) => Ok(app.tenant(&name).await?),
        (None, None) => Ok(app.tenant_by_host(host).await?),
    }
}
