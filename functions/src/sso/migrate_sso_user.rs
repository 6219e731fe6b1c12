//! `POST /v2/registration/introspection/migrate-sso-user`: somebody with a password signs in with their provider from now on.

use std::sync::Arc;

use axum::extract::{Request, State};
use http::HeaderMap;
use http::header::AUTHORIZATION;
use jiff::SignedDuration;
use serde::Deserialize;
use usher::store::Linked;
use usher::tenant::{Client, Grant, Tenant};
use usher::token::Issuer;
use usher::user::{User, moment};
use utoipa::ToSchema;

use super::{Shown, connection_of, shown_by};
use crate::app::App;
use crate::http::{Problem, ProblemBody, Source, bearer_token, code, json, read};
use crate::oauth::person_of;
use crate::registration::Okay;

pub(super) const PATH: &str = "/v2/registration/introspection/migrate-sso-user";

/// How long ago somebody has shown their password at most.
const JUST: SignedDuration = SignedDuration::from_mins(10);

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
/// Both tokens show who they are: ours whose account it is, the provider's who they are there. Ours has to come from a sign-in of
/// the last ten minutes, by an app that may exchange tokens. The password ends with this, and every session and refresh token with
/// it; the person is told by mail, and the app exchanges the provider's token next.
#[utoipa::path(
    post, path = "/v2/registration/introspection/migrate-sso-user", operation_id = "migrate_sso_user", tag = "Single sign-on",
    security(("access_token" = [])),
    request_body(content = MigrationRequest, example = json!({ "external_provider_access_token": "2YotnFZFEjr1zCsicMWpAA" })),
    responses(
        (status = 200, description = "They sign in with their provider from now on", body = Okay),
        (status = 400, description = "`malformed_json`, `invalid_body`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`: the access token is not good (any more); `sign_in_too_old`", body = ProblemBody<'static>),
        (status = 403, description = "`external_token_refused`; `grant_not_allowed`", body = ProblemBody<'static>),
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

/// Whoever has just signed in. An older token may be anybody's by now, and this cannot be taken back by a mail.
async fn whoever_calls(app: &App, headers: &HeaderMap) -> Result<(Arc<Tenant>, User), Problem> {
    let issuer = Issuer {
        url: &app.config.public_url,
        keys: &app.keys,
    };
    let refused = || Problem::new(&code::UNAUTHENTICATED).challenge("Bearer realm=\"usher\"");
    let token = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let now = app.clock.now();
    let claims = token
        .and_then(bearer_token)
        .and_then(|token| issuer.check_access_token(token, now).ok())
        .ok_or_else(refused)?;
    let (tenant, user) = person_of(app, &claims).await?.ok_or_else(refused)?;
    let began_at = claims.family.as_ref().map_or(0, |family| family.began_at);
    if now.duration_since(moment(began_at)) > JUST {
        return Err(Problem::new(&code::SIGN_IN_TOO_OLD).challenge("Bearer realm=\"usher\""));
    }
    let may_exchange = |client: &Client| client.may(Grant::TokenExchange);
    match tenant.client(&claims.client_id).is_some_and(may_exchange) {
        true => Ok((tenant, user)),
        // They could not get in by this app afterwards.
        false => Err(Problem::new(&code::GRANT_NOT_ALLOWED)),
    }
}

async fn migrate(app: &App, user: &User, shown: &Shown<'_>) -> Result<(), Problem> {
    let (link, tenant) = (&shown.link, &user.tenant);
    if let Some(known) = holder(app, user, shown).await? {
        return known;
    }
    let is_subject = shown.connection.matches_provisioned;
    let told = user.external_authentication_provider_id.as_ref();
    if user.password.is_none() || is_subject && told.is_some_and(|told| *told != link.subject) {
        return Err(Problem::new(&code::EXTERNAL_IDENTITY_DIFFERS));
    }
    match app
        .store
        .move_to_link(user, link, is_subject.then_some(link.subject.as_str()), app.clock.now())
        .await?
    {
        Linked::Now => {
            let (tenant, connection) = (tenant.as_str(), link.connection.as_str());
            tracing::info!(tenant, user = %user.id, connection, "a person signs in with their provider from now on");
            Ok(())
        }
        // Of two calls at once the other one may have been theirs.
        Linked::Taken => match holder(app, user, shown).await? {
            Some(known) => known,
            // The back office means somebody else by it.
            None => Err(Problem::new(&code::EXTERNAL_IDENTITY_EXISTS)),
        },
        Linked::Changed => Err(Problem::new(&code::CONFLICT)),
    }
}

/// Whether somebody is known by this identity: all is well where it is the person themselves.
async fn holder(app: &App, user: &User, shown: &Shown<'_>) -> Result<Option<Result<(), Problem>>, Problem> {
    let found = app.store.find_user_by_link(&user.tenant, &shown.link).await?;
    Ok(found.map(|holder| match holder.id == user.id {
        true => Ok(()),
        false => Err(Problem::new(&code::EXTERNAL_IDENTITY_EXISTS)),
    }))
}
