//! `POST /introspect`: a confidential client asks whether a token counts, and what it says (RFC 7662).
//!
//! A client learns of its own tokens; one that `introspects`, a resource server, of all of its tenant's. Somebody else's, one
//! that is over and one that never was are answered alike, and without reading anything.

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde::{Deserialize, Serialize};
use usher::id::UserId;
use usher::store::StoreError;
use usher::tenant::{ClientKind, Tenant};
use usher::token::{AccessClaims, EMAIL_SCOPE, RefreshToken, family_expires_at};
use usher::user::User;
use utoipa::ToSchema;

use super::client::{Claimed, ClientParameters, Known};
use super::error::OAuthError;
use super::liveness::{client_behind, person_behind};
use super::shown::Shown;
use crate::app::App;
use crate::http::{form, given, read};
use crate::{Endpoint, Route};

const PATH: &str = "/introspect";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "introspect",
    routes: &[Route::new("POST", PATH)],
    hashes: false,
    router: |app| Router::new().route(PATH, post(handle)).with_state(app),
};

/// Which token is asked about, and who asks. `token_type_hint` is not needed, and ignored like all else.
#[derive(Deserialize, ToSchema)]
pub struct IntrospectionRequest {
    /// An access token or a refresh token.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "eyJ0eXAiOiJhdCtqd3Qi…")]
    token: Option<String>,
    /// Who asks.
    #[serde(flatten)]
    client: ClientParameters,
}

/// What a token says. Of one that does not count, nothing but that.
#[derive(Default, Serialize, ToSchema)]
pub struct Introspection {
    /// Whether it counts now.
    #[schema(example = true)]
    active: bool,
    /// What it was given for, separated by spaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "openid email")]
    scope: Option<String>,
    /// The client it was given to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "acme-portal")]
    client_id: Option<String>,
    /// The person, or a client that got it for itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "usr_01hv8x3n5t9w2k6r4m7q0z1c3e")]
    sub: Option<String>,
    /// The person's address, where the token was given for `email`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "jane.doe@example.org")]
    username: Option<String>,
    /// `Bearer` of an access token, `refresh_token` of a refresh token, which opens nothing by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "Bearer")]
    token_type: Option<&'static str>,
    /// When it ends, in seconds since 1970; a refresh token with the last one of its sign-in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 1_795_003_600)]
    exp: Option<i64>,
    /// When it was given, in seconds since 1970; a refresh token as the first one of its sign-in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = 1_795_000_000)]
    iat: Option<i64>,
    /// The deployment.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "https://id.acme.example")]
    iss: Option<String>,
    /// Whom it is for: the deployment.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "https://id.acme.example")]
    aud: Option<String>,
    /// What no other access token has.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "mHq8uju0zWzD1DgI_FSx7A")]
    jti: Option<String>,
    /// The tenant's short name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "acme")]
    tenant: Option<String>,
}

/// Ask whether a token counts
///
/// For confidential clients: of their own tokens or, where the client's document says `introspects`, of all of their tenant's.
#[utoipa::path(
    post, path = "/introspect", operation_id = "introspect", tag = "Tokens",
    security((), ("basic" = [])),
    request_body(content = IntrospectionRequest, content_type = "application/x-www-form-urlencoded", example = json!({
        "client_id": "acme-portal", "client_secret": "…", "token": "eyJ0eXAiOiJhdCtqd3Qi…",
    })),
    responses(
        (status = 200, description = "What it says, or that it does not count", body = Introspection),
        (status = 400, description = "`invalid_request`", body = OAuthError),
        (status = 401, description = "`invalid_client`: a public client as well", body = OAuthError),
        (status = 413, description = "`invalid_request`: the body is too large", body = OAuthError),
        (status = 415, description = "`invalid_request`: the body is no form", body = OAuthError),
    ),
)]
pub async fn handle(State(app): State<App>, request: Request) -> Result<Response, OAuthError> {
    let (parts, body) = request.into_parts();
    let body = read(body).await?;
    let asked: IntrospectionRequest = form(&parts.headers, &body)?;
    let known = Claimed::read(&parts.headers, asked.client)?.check(&app).await?;
    if known.client.is_public() {
        return Err(OAuthError::invalid_client());
    }
    let text = asked
        .token
        .ok_or_else(|| OAuthError::invalid_request("token is missing"))?;
    let shown = Shown::open(&app, &text).filter(|shown| may_know(&known, shown));
    let told = match shown {
        Some(Shown::Access(claims)) => of_access(&app, *claims).await?,
        Some(Shown::Refresh(token)) => of_refresh(&app, &known.tenant, &token).await?,
        None => None,
    };
    Ok(axum::Json(told.unwrap_or_default()).into_response())
}

fn may_know(known: &Known, shown: &Shown) -> bool {
    shown.is_for(&known.tenant) && (known.client.introspects || shown.is_of(&known.client))
}

/// Nothing where it does not count any more.
async fn of_access(app: &App, claims: AccessClaims) -> Result<Option<Introspection>, StoreError> {
    let Some((_, client)) = client_behind(app, &claims).await? else {
        return Ok(None);
    };
    let user = person_behind(app, &claims).await?;
    let is_its_own = claims.sub == client.id && client.kind == ClientKind::Server;
    if user.is_none() && !is_its_own {
        return Ok(None);
    }
    Ok(Some(Introspection {
        active: true,
        username: username(user.as_ref(), &claims.scope),
        token_type: Some("Bearer"),
        scope: Some(claims.scope),
        client_id: Some(claims.client_id),
        sub: Some(claims.sub),
        exp: Some(claims.exp),
        iat: Some(claims.iat),
        iss: Some(claims.iss),
        aud: Some(claims.aud),
        jti: Some(claims.jti),
        tenant: Some(claims.tenant.to_string()),
    }))
}

/// The same.
async fn of_refresh(app: &App, tenant: &Tenant, token: &RefreshToken) -> Result<Option<Introspection>, StoreError> {
    if tenant.client(&token.client).is_none() {
        return Ok(None);
    }
    let user = app.store.get_user(&token.tenant, &token.key).await?;
    let user = user.filter(|user| token.is_good_for(user));
    Ok(user.map(|user| Introspection {
        active: true,
        username: username(Some(&user), &token.scope),
        token_type: Some("refresh_token"),
        scope: Some(token.scope.clone()),
        client_id: Some(token.client.clone()),
        sub: Some(UserId(token.user()).to_string()),
        exp: Some(family_expires_at(token.started_at()).as_second()),
        iat: Some(token.started_at() / 1_000),
        iss: Some(app.config.public_url.clone()),
        aud: Some(app.config.public_url.clone()),
        jti: None,
        tenant: Some(token.tenant.to_string()),
    }))
}

fn username(user: Option<&User>, scope: &str) -> Option<String> {
    let may_know = scope.split(' ').any(|scope| scope == EMAIL_SCOPE);
    user.filter(|_| may_know).map(|user| user.email.as_str().to_owned())
}
