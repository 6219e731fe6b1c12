//! `POST /v2/registration/introspection/migrate-sso-user`: somebody with a password signs in with their provider from now on.

use axum::extract::{Request, State};
use http::HeaderMap;
use http::header::AUTHORIZATION;
use serde::Deserialize;
use usher::store::Linked;
use usher::tenant::Tenant;
use usher::token::Issuer;
use usher::user::User;
use utoipa::ToSchema;

use super::{Shown, connection_of, shown_by};
use crate::app::App;
use crate::http::{Problem, ProblemBody, Source, bearer_token, code, json, read};
use crate::oauth::person_of;
use crate::registration::Okay;

pub(super) const PATH: &str = "/v2/registration/introspection/migrate-sso-user";

/// A provider's token.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MigrationRequest {
    /// An access token that the provider gave for the person.
    #[schema(example = "2YotnFZFEjr1zCsicMWpAA")]
    external_provider_access_token: String,
    /// Which of the tenant's connections; not needed where there is one.
    #[serde(default)]
    #[schema(example = "acme-login")]
    connection: Option<String>,
}

/// Move somebody to their provider
///
/// Both tokens show who they are: ours whose account it is, the provider's who they are there. The password ends with this, and
/// every session and refresh token with it: the app exchanges the provider's token next.
#[utoipa::path(
    post, path = "/v2/registration/introspection/migrate-sso-user", operation_id = "migrate_sso_user", tag = "Single sign-on",
    security(("access_token" = [])),
    request_body(content = MigrationRequest, example = json!({ "external_provider_access_token": "2YotnFZFEjr1zCsicMWpAA" })),
    responses(
        (status = 200, description = "They sign in with their provider from now on", body = Okay),
        (status = 400, description = "`malformed_json`, `invalid_body`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`: the access token is not good (any more)", body = ProblemBody<'static>),
        (status = 403, description = "`external_token_refused`", body = ProblemBody<'static>),
        (status = 409, description = "`external_identity_exists`: somebody else is known by it; `external_identity_differs`; `conflict`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`: the connection is not known", body = ProblemBody<'static>),
        (status = 429, description = "`too_many_requests`; `Retry-After` says when", body = ProblemBody<'static>),
        (status = 503, description = "`provider_unavailable`; `Retry-After` says when to try again", body = ProblemBody<'static>),
    ),
)]
pub async fn handle(
    State(app): State<App>,
    Source(source): Source,
    request: Request,
) -> Result<axum::Json<Okay>, Problem> {
    let (parts, body) = request.into_parts();
    let asked: MigrationRequest = json(&parts.headers, &read(body).await?)?;
    let migrating = async {
        let (tenant, user) = whoever_calls(&app, &parts.headers).await?;
        let connection = connection_of(&tenant, asked.connection.as_deref())?;
        let shown = shown_by(&app, &tenant, connection, &asked.external_provider_access_token).await?;
        migrate(&app, &user, &shown).await
    };
    app.guarded(source, migrating).await?;
    Ok(axum::Json(Okay::NEW))
}

async fn whoever_calls(app: &App, headers: &HeaderMap) -> Result<(std::sync::Arc<Tenant>, User), Problem> {
    let issuer = Issuer {
        url: &app.config.public_url,
        keys: &app.keys,
    };
    let token = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let claims = token
        .and_then(bearer_token)
        .and_then(|token| issuer.check_access_token(token, app.clock.now()).ok())
        .ok_or_else(|| Problem::new(&code::UNAUTHENTICATED))?;
    let found = person_of(app, &claims).await?;
    found.ok_or_else(|| Problem::new(&code::UNAUTHENTICATED))
}

async fn migrate(app: &App, user: &User, shown: &Shown<'_>) -> Result<(), Problem> {
    let (link, tenant) = (&shown.link, &user.tenant);
    let known = app
        .store
        .find_user_by_link(tenant, &link.connection, &link.subject)
        .await?;
    match known {
        Some(known) if known.id == user.id => return Ok(()),
        Some(_) => return Err(Problem::new(&code::EXTERNAL_IDENTITY_EXISTS)),
        None => {}
    }
    if shown.connection.matches_provisioned {
        let told = user.external_authentication_provider_id.as_ref();
        if told.is_some_and(|told| *told != link.subject) {
            return Err(Problem::new(&code::EXTERNAL_IDENTITY_DIFFERS));
        }
        let meant = app.store.find_user_by_subject(tenant, &link.subject).await?;
        if meant.is_some_and(|meant| meant.id != user.id) {
            return Err(Problem::new(&code::EXTERNAL_IDENTITY_EXISTS));
        }
    }
    match app.store.move_to_link(user, link, app.clock.now()).await? {
        Linked::Now => {
            let (tenant, connection) = (tenant.as_str(), link.connection.as_str());
            tracing::info!(tenant, user = %user.id, connection, "a person signs in with their provider from now on");
            Ok(())
        }
        Linked::Taken => Err(Problem::new(&code::EXTERNAL_IDENTITY_EXISTS)),
        Linked::Changed => Err(Problem::new(&code::CONFLICT)),
    }
}
