//! `POST /sso/logout/{tenant}/{connection}`: a provider says that somebody has signed out there (OpenID Connect Back-Channel Logout
//! 1.0, section 2.5).

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::routing::post;
use serde::Deserialize;
use usher::tenant::TenantName;
use utoipa::ToSchema;

use super::relying_party::{Failed, RelyingParty};
use crate::app::App;
use crate::http::{Problem, Source, code, form, read};
use crate::oauth::OAuthError;
use crate::{Endpoint, Route};

pub(crate) const PATH: &str = "/sso/logout/{tenant}/{connection}";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "sso-logout",
    routes: &[Route::new("POST", PATH)],
    hashes: false,
    router: |app| Router::new().route(PATH, post(handle)).with_state(app),
};

/// What the provider sends. Whatever else it sends is ignored (section 2.5).
#[derive(Deserialize, ToSchema)]
pub struct LogoutRequest {
    /// Its signed token.
    #[serde(default)]
    #[schema(example = "eyJ0eXAiOiJsb2dvdXQrand0Iiwi…")]
    logout_token: String,
}

/// Say that somebody has signed out
///
/// For the provider: every session here of the person that its token names ends, with what lives in it, if it began before the
/// token was made. Somebody whom nobody here knows changes nothing, and is answered alike.
#[utoipa::path(
    post, path = "/sso/logout/{tenant}/{connection}", operation_id = "sso_logout", tag = "Single sign-on",
    request_body(content = LogoutRequest, content_type = "application/x-www-form-urlencoded", example = json!({"logout_token": "eyJ0eXAiOiJsb2dvdXQrand0Iiwi…"})),
    params(
        ("tenant" = String, Path, description = "The tenant's short name", example = "acme"),
        ("connection" = String, Path, description = "The connection", example = "acme-login"),
    ),
    responses(
        (status = 200, description = "They are signed out here, if they were signed in"),
        (status = 400, description = "`invalid_request`: it is no logout token of the provider's, or there is no such connection", body = OAuthError),
        (status = 413, description = "`invalid_request`: the body is too large", body = OAuthError),
        (status = 415, description = "`invalid_request`: the body is no form", body = OAuthError),
        (status = 429, description = "`temporarily_unavailable`; `Retry-After` says when", body = OAuthError),
        (status = 503, description = "`temporarily_unavailable`: the provider's keys cannot be read", body = OAuthError),
    ),
)]
pub async fn handle(
    State(app): State<App>,
    Path((tenant, connection)): Path<(String, String)>,
    Source(source): Source,
    request: Request,
) -> Result<(), OAuthError> {
    let (parts, body) = request.into_parts();
    let sent: LogoutRequest = form(&parts.headers, &read(body).await?)?;
    let ended = app.guarded(source, end(&app, (&tenant, &connection), &sent.logout_token));
    match ended.await? {
        true => Ok(()),
        false => Err(OAuthError::invalid_request(
            "logout_token is none of the provider's for this client",
        )),
    }
}

/// Ends what the token says; `false` where it says nothing.
async fn end(app: &App, (tenant, connection): (&str, &str), token: &str) -> Result<bool, Problem> {
    let Ok(name) = tenant.parse::<TenantName>() else {
        return Ok(false);
    };
    let Some(tenant) = app.tenant(&name).await? else {
        return Ok(false);
    };
    let Some(party) = RelyingParty::new(app, &tenant, connection) else {
        return Ok(false);
    };
    let told = match party.is_left_alone() {
        true => Err(Failed::Trouble("left_alone")),
        false => party.signed_out(token).await,
    };
    let signed_out = match told {
        Ok(signed_out) => signed_out,
        Err(Failed::Refused(reason)) => {
            tracing::info!(
                tenant = name.as_str(),
                connection,
                reason,
                "a logout by a provider was refused"
            );
            return Ok(false);
        }
        Err(Failed::Trouble(reason)) => {
            tracing::warn!(
                tenant = name.as_str(),
                connection,
                reason,
                "a provider gave no answer that can be used"
            );
            return Err(Problem::new(&code::PROVIDER_UNAVAILABLE).retry_after(30));
        }
    };
    let link = party.connection.link(&signed_out.subject, app.clock.now());
    let user = app.store.find_user_by_link(&name, &link).await?;
    if let Some(user) = user {
        app.store.end_sessions_before(&user, signed_out.at).await?;
        tracing::info!(tenant = name.as_str(), user = %user.id, connection, "a person was signed out by their provider");
    }
    Ok(true)
}
