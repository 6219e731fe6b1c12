//! `POST /v2/sso/exchange-token`: tokens of ours for a provider's.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, PRAGMA};
use serde::Serialize;
use usher::user::Status;
use utoipa::ToSchema;

use super::{SsoRequest, connection_of, shown_by};
use crate::agreements::before_token::{SaidByApp, settled};
use crate::app::App;
use crate::http::{Problem, ProblemBody, Source, code};
use crate::oauth::{Known, TokenAnswer, tokens_of};

pub(super) const PATH: &str = "/v2/sso/exchange-token";

/// The tokens, by the names that NET2GRID gives them here.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExchangedTokens {
    /// A signed JSON Web Token (RFC 9068).
    #[schema(example = "eyJ0eXAiOiJhdCtqd3Qi…")]
    access_token: String,
    /// Good for one use; the answer to it holds the next.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "d1sS0uju0zWzD1DgI_FS…")]
    refresh_token: Option<String>,
    /// Who signed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "eyJ0eXAiOiJKV1QiLCJh…")]
    id_token: Option<String>,
    /// How long the access token is good for, in seconds.
    #[schema(example = 3600)]
    expires_in: i64,
    /// Always `Bearer`.
    #[schema(example = "Bearer")]
    token_type: &'static str,
    /// What the token is for, separated by spaces.
    #[schema(example = "openid")]
    scope: String,
}

impl From<TokenAnswer> for ExchangedTokens {
    fn from(answer: TokenAnswer) -> Self {
        Self {
            access_token: answer.access_token,
            refresh_token: answer.refresh_token,
            id_token: answer.id_token,
            expires_in: answer.expires_in,
            token_type: answer.token_type,
            scope: answer.scope,
        }
    }
}

/// Exchange a provider's token
///
/// For people who were registered with their provider. What the provider says counts at this moment, and never alone: whoever
/// may not sign in here gets nothing.
#[utoipa::path(
    post, path = "/v2/sso/exchange-token", operation_id = "exchange_token", tag = "Single sign-on",
    request_body(content = SsoRequest, example = json!({ "external_provider_access_token": "2YotnFZFEjr1zCsicMWpAA", "client_id": "acme-app" })),
    responses(
        (status = 200, description = "The tokens", body = ExchangedTokens),
        (status = 400, description = "`malformed_json`, `invalid_body`", body = ProblemBody<'static>),
        (status = 401, description = "`unauthenticated`: the client is unknown, or does not show what it has to", body = ProblemBody<'static>),
        (status = 403, description = "`external_token_refused`; `sso_not_registered`; `account_suspended`; `agreements_pending` and what the person has to accept; `grant_not_allowed`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`: the connection is not known, an accepted agreement is not the person's, or the client is not named, or shows who it is in two ways", body = ProblemBody<'static>),
        (status = 429, description = "`too_many_requests`; `Retry-After` says when", body = ProblemBody<'static>),
        (status = 503, description = "`provider_unavailable`; `Retry-After` says when to try again", body = ProblemBody<'static>),
    ),
)]
pub async fn handle(State(app): State<App>, Source(source): Source, request: Request) -> Result<Response, Problem> {
    let headers = request.headers().clone();
    let (asked, known) = SsoRequest::read(&app, request).await?;
    let said = SaidByApp {
        accepted: &asked.agreements_accepted,
        source,
        headers: &headers,
    };
    let shown = (
        asked.external_provider_access_token.as_str(),
        asked.connection.as_deref(),
    );
    let exchanged = exchanged(&app, &known, shown, None, said);
    let tokens = ExchangedTokens::from(app.guarded(source, exchanged).await?);
    let caching = [(CACHE_CONTROL, "no-store"), (PRAGMA, "no-cache")];
    Ok((caching, axum::Json(tokens)).into_response())
}

/// The tokens for whoever a provider's token shows.
pub(crate) async fn exchanged(
    app: &App,
    known: &Known,
    (token, connection): (&str, Option<&str>),
    scope: Option<&str>,
    said: SaidByApp<'_>,
) -> Result<TokenAnswer, Problem> {
    if !known.may_exchange() {
        return Err(Problem::new(&code::GRANT_NOT_ALLOWED));
    }
    let connection = connection_of(&known.tenant, connection)?;
    let shown = shown_by(app, &known.tenant, connection, token).await?;
    let user = app.store.find_user_by_link(&known.tenant.name, &shown.link).await?;
    match user {
        Some(user) if user.status.may_sign_in() => {
            let user = settled(app, &known.tenant, user, said).await?;
            Ok(tokens_of(app, known, &user, scope)?)
        }
        Some(user) if user.status == Status::Suspended => Err(Problem::new(&code::ACCOUNT_SUSPENDED)),
        _ => Err(Problem::new(&code::SSO_NOT_REGISTERED)),
    }
}
