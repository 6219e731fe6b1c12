//! `POST /v2/registration/introspection/sso-user`: the first time that somebody comes from their provider.

use axum::extract::{Request, State};
use usher::store::Linked;
use usher::tenant::Tenant;
use usher::user::User;

use super::{Shown, SsoRequest, connection_of, shown_by};
use crate::app::App;
use crate::http::{Problem, ProblemBody, Source, code};
use crate::metrics::{self, Step};
use crate::registration::Okay;

pub(super) const PATH: &str = "/v2/registration/introspection/sso-user";

/// Register somebody by their provider
///
/// For people whom the back office made known with the `external_authentication_provider_id` that their provider tells of them. They
/// need no mail and no password: who comes from there is who they are. Whoever is registered so already stays so.
#[utoipa::path(
    post, path = "/v2/registration/introspection/sso-user", operation_id = "register_sso_user", tag = "Single sign-on",
    request_body(content = SsoRequest, example = json!({ "external_provider_access_token": "2YotnFZFEjr1zCsicMWpAA", "client_id": "acme-app" })),
    responses(
        (status = 200, description = "The person is registered and can exchange tokens", body = Okay),
        (status = 400, description = "`malformed_json`, `invalid_body`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`: the client is unknown, or does not show what it has to", body = ProblemBody<'static>),
        (status = 403, description = "`external_token_refused`; `registration_refused`: nobody was made known with this id, or not for this connection", body = ProblemBody<'static>),
        (status = 409, description = "`sso_migration_needed`: they have a password", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`: the connection is not known, or the client is not named, or shows who it is in two ways", body = ProblemBody<'static>),
        (status = 429, description = "`too_many_requests`; `Retry-After` says when", body = ProblemBody<'static>),
        (status = 503, description = "`provider_unavailable`; `Retry-After` says when to try again", body = ProblemBody<'static>),
    ),
)]
pub async fn handle(
    State(app): State<App>,
    Source(source): Source,
    request: Request,
) -> Result<axum::Json<Okay>, Problem> {
    let (asked, known) = SsoRequest::read(&app, request).await?;
    if !asked.agreements_accepted.is_empty() {
        let detail = "agreements are accepted when the token is exchanged";
        return Err(Problem::new(&code::VALIDATION_FAILED).detail(detail));
    }
    let connection = connection_of(&known.tenant, asked.connection.as_deref())?;
    let registering = async {
        let shown = shown_by(&app, &known.tenant, connection, &asked.external_provider_access_token).await?;
        register(&app, &known.tenant, &shown).await
    };
    app.guarded(source, registering).await?;
    Ok(axum::Json(Okay::NEW))
}

async fn register(app: &App, tenant: &Tenant, shown: &Shown<'_>) -> Result<(), Problem> {
    let link = &shown.link;
    if is_linked(app, tenant, shown).await? {
        return Ok(());
    }
    let provisioned = match shown.connection.matches_provisioned {
        true => app.store.find_user_by_subject(&tenant.name, &link.subject).await?,
        false => None,
    };
    let provisioned = provisioned
        .filter(|user| user.external_authentication_provider_id.as_ref() == Some(&link.subject))
        .ok_or_else(|| refused(tenant, "unknown_subject"))?;
    if provisioned.password.is_some() {
        return Err(Problem::new(&code::SSO_MIGRATION_NEEDED));
    }
    match app
        .store
        .register_by_link(&provisioned, (link, &link.subject), app.clock.now())
        .await?
    {
        Linked::Now => {
            told(&provisioned, shown);
            Ok(())
        }
        // Of many at once one has done it; that it was for the same person, reading tells.
        Linked::Taken | Linked::Changed if is_linked(app, tenant, shown).await? => Ok(()),
        Linked::Taken | Linked::Changed => Err(refused(tenant, "not_as_it_was")),
    }
}

async fn is_linked(app: &App, tenant: &Tenant, shown: &Shown<'_>) -> Result<bool, Problem> {
    let found = app.store.find_user_by_link(&tenant.name, &shown.link).await?;
    Ok(found.is_some_and(|user| user.status.may_sign_in()))
}

fn refused(tenant: &Tenant, reason: &'static str) -> Problem {
    metrics::failed(Step::Registered, &tenant.name, reason);
    Problem::new(&code::REGISTRATION_REFUSED)
}

fn told(user: &User, shown: &Shown<'_>) {
    let (tenant, connection) = (user.tenant.as_str(), shown.link.connection.as_str());
    tracing::info!(tenant, user = %user.id, connection, "a person was linked to their provider");
    metrics::reached(Step::Registered, &user.tenant);
}
