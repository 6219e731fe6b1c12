//! `POST /token`, `/v2/token` and `/v1/token`: tokens for a person's password, a code, a refresh token, or a
//! client's own secret.

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use http::header::{CACHE_CONTROL, PRAGMA};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::client::{Claimed, ClientParameters};
use super::error::OAuthError;
use super::{exchange, grants};
use crate::app::App;
use crate::http::{Source, form, given, read};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "token",
    routes: &[
        Route::new("POST", "/token"),
        Route::new("POST", "/v2/token"),
        Route::new("POST", "/v1/token"),
    ],
    hashes: true,
    router: |app| {
        Router::new()
            .route("/v2/token", post(handle))
            .route("/token", post(handle_standard))
            .route("/v1/token", post(handle_v1))
            .with_state(app)
    },
};

/// What a client asks for. Parameters that are not known are ignored, as RFC 6749 section 3.2 says.
#[derive(Deserialize, ToSchema)]
pub struct TokenRequest {
    /// `password`, `authorization_code`, `refresh_token`, `client_credentials` or
    /// `urn:ietf:params:oauth:grant-type:token-exchange`.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "password")]
    pub(super) grant_type: Option<String>,
    /// With `password`: the person's address.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "jane.doe@example.org")]
    pub(super) username: Option<String>,
    /// With `password`: the person's password.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "correct horse battery staple")]
    pub(super) password: Option<String>,
    /// With `refresh_token`: the newest one of the sign-in.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "d1sS0uju0zWzD1DgI_FS…")]
    pub(super) refresh_token: Option<String>,
    /// With `authorization_code`: the code that the person brought.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "kZq8uju0zWzD1DgI_FS…")]
    pub(super) code: Option<String>,
    /// With `authorization_code`: the link that it was brought to, without the code.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "https://portal.acme.example/welcome")]
    pub(super) redirect_uri: Option<String>,
    /// With `authorization_code`: what the code's challenge was made of (RFC 7636).
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")]
    pub(super) code_verifier: Option<String>,
    /// With `urn:ietf:params:oauth:grant-type:token-exchange` (RFC 8693): a token of the person's identity provider.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "2YotnFZFEjr1zCsicMWpAA")]
    pub(super) subject_token: Option<String>,
    /// With that: `urn:ietf:params:oauth:token-type:access_token`.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "urn:ietf:params:oauth:token-type:access_token")]
    pub(super) subject_token_type: Option<String>,
    /// With that: `urn:ietf:params:oauth:token-type:access_token`, or nothing; there is no other.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "urn:ietf:params:oauth:token-type:access_token")]
    pub(super) requested_token_type: Option<String>,
    /// With that: refused, since tokens are good for this service alone.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "")]
    pub(super) audience: Option<String>,
    /// With that: likewise.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "")]
    pub(super) resource: Option<String>,
    /// With that: refused, since nobody acts for somebody else here.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "")]
    pub(super) actor_token: Option<String>,
    /// With that: which of the tenant's connections; not needed where there is one.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "acme-login")]
    pub(super) connection: Option<String>,
    /// With a password or another token: what the app has shown the person and they have accepted, as a JSON object with
    /// the version of each agreement. Asked for by `interaction_required`.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "{\"terms\":2}")]
    pub(super) agreements_accepted: Option<String>,
    /// Separated by spaces; left out, everything the client may have.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "openid")]
    pub(super) scope: Option<String>,
    /// Who asks.
    #[serde(flatten)]
    pub(super) client: ClientParameters,
}

impl TokenRequest {
    /// Whether an exchange asks for nothing that we would have to leave out (RFC 8693 section 2.1).
    pub(super) fn can_be_exchanged_so(&self) -> Result<(), OAuthError> {
        let is_other = |kind: &str| kind != exchange::ACCESS_TOKEN;
        if self.requested_token_type.as_deref().is_some_and(is_other) {
            let said = format!("requested_token_type is {}", exchange::ACCESS_TOKEN);
            return Err(OAuthError::invalid_request(said));
        }
        if self.actor_token.is_some() {
            return Err(OAuthError::invalid_request(
                "nobody acts for somebody else: actor_token is not taken",
            ));
        }
        match self.audience.is_some() || self.resource.is_some() {
            true => Err(OAuthError::invalid_target()),
            false => Ok(()),
        }
    }
}

/// The tokens.
#[derive(Serialize, ToSchema)]
pub struct TokenAnswer {
    /// A signed JSON Web Token (RFC 9068).
    #[schema(example = "eyJ0eXAiOiJhdCtqd3Qi…")]
    pub(crate) access_token: String,
    /// Good for one use; the answer to it holds the next.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "d1sS0uju0zWzD1DgI_FS…")]
    pub(crate) refresh_token: Option<String>,
    /// Who signed in, as a signed JSON Web Token (OpenID Connect Core).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "eyJ0eXAiOiJKV1QiLCJh…")]
    pub(crate) id_token: Option<String>,
    /// How long the access token is good for, in seconds.
    #[schema(example = 3600)]
    pub(crate) expires_in: i64,
    /// Always `Bearer`.
    #[schema(example = "Bearer")]
    pub(crate) token_type: &'static str,
    /// What the token is for, separated by spaces.
    #[schema(example = "openid")]
    pub(crate) scope: String,
    /// What was given for another token (RFC 8693): `urn:ietf:params:oauth:token-type:access_token`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "urn:ietf:params:oauth:token-type:access_token")]
    pub(crate) issued_token_type: Option<&'static str>,
}

/// Get tokens
#[utoipa::path(
    post, path = "/v2/token", operation_id = "token", tag = "Tokens",
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded", example = json!({
        "grant_type": "password", "client_id": "acme-app", "username": "jane.doe@example.org", "password": "correct horse battery staple",
    })),
    responses(
        (status = 200, description = "The tokens", body = TokenAnswer),
        (status = 400, description = "`invalid_request`, `invalid_grant`, `interaction_required` and what the person has to accept, `invalid_scope`, `invalid_target`, `unauthorized_client`, `unsupported_grant_type`", body = OAuthError),
        (status = 401, description = "`invalid_client`", body = OAuthError),
        (status = 413, description = "`invalid_request`: the body is too large", body = OAuthError),
        (status = 415, description = "`invalid_request`: the body is no form", body = OAuthError),
        (status = 429, description = "`too_many_requests`; `Retry-After` says when", body = OAuthError),
        (status = 503, description = "`temporarily_unavailable`: the person's identity provider does not answer", body = OAuthError),
    ),
)]
pub async fn handle(State(app): State<App>, Source(source): Source, request: Request) -> Result<Response, OAuthError> {
    let (parts, body) = request.into_parts();
    let body = read(body).await?;
    let mut asked = form::<TokenRequest>(&parts.headers, &body)?;
    let claimed = Claimed::read(&parts.headers, std::mem::take(&mut asked.client))?;
    let known = claimed.check(&app).await?;
    let answer = match asked.grant_type.as_deref() {
        Some("password") => grants::password(&app, (source, &parts.headers), &known, asked).await?,
        Some("refresh_token") => grants::refresh(&app, source, &known, asked).await?,
        Some("authorization_code") => grants::authorization_code(&app, source, &known, asked).await?,
        Some("client_credentials") => grants::client_credentials(&app, &known, &asked)?,
        Some(exchange::TOKEN_EXCHANGE) => {
            exchange::token_exchange(&app, (source, &parts.headers), &known, &asked).await?
        }
        Some(_) => return Err(OAuthError::unsupported_grant_type()),
        None => return Err(OAuthError::invalid_request("grant_type is missing")),
    };
    let caching = [(CACHE_CONTROL, "no-store"), (PRAGMA, "no-cache")];
    Ok((caching, axum::Json(answer)).into_response())
}

/// Get tokens, at the path that OpenID Connect clients know
#[utoipa::path(
    post, path = "/token", operation_id = "token_standard", tag = "Tokens",
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded", example = json!({
        "grant_type": "authorization_code", "client_id": "acme-portal", "client_secret": "…",
        "code": "kZq8uju0zWzD1DgI_FS…", "redirect_uri": "https://portal.acme.example/welcome",
    })),
    responses(
        (status = 200, description = "The tokens", body = TokenAnswer),
        (status = 400, description = "`invalid_request`, `invalid_grant`, `interaction_required` and what the person has to accept, `invalid_scope`, `invalid_target`, `unauthorized_client`, `unsupported_grant_type`", body = OAuthError),
        (status = 401, description = "`invalid_client`", body = OAuthError),
        (status = 413, description = "`invalid_request`: the body is too large", body = OAuthError),
        (status = 415, description = "`invalid_request`: the body is no form", body = OAuthError),
        (status = 429, description = "`too_many_requests`; `Retry-After` says when", body = OAuthError),
        (status = 503, description = "`temporarily_unavailable`: the person's identity provider does not answer", body = OAuthError),
    ),
)]
pub async fn handle_standard(state: State<App>, source: Source, request: Request) -> Result<Response, OAuthError> {
    handle(state, source, request).await
}

/// Get tokens, at the path that back offices know
#[utoipa::path(
    post, path = "/v1/token", operation_id = "token_v1", tag = "Tokens",
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded", example = json!({
        "grant_type": "client_credentials", "client_id": "acme-backoffice", "client_secret": "…",
    })),
    responses(
        (status = 200, description = "The tokens", body = TokenAnswer),
        (status = 400, description = "`invalid_request`, `invalid_grant`, `interaction_required` and what the person has to accept, `invalid_scope`, `invalid_target`, `unauthorized_client`, `unsupported_grant_type`", body = OAuthError),
        (status = 401, description = "`invalid_client`", body = OAuthError),
        (status = 413, description = "`invalid_request`: the body is too large", body = OAuthError),
        (status = 415, description = "`invalid_request`: the body is no form", body = OAuthError),
        (status = 429, description = "`too_many_requests`; `Retry-After` says when", body = OAuthError),
        (status = 503, description = "`temporarily_unavailable`: the person's identity provider does not answer", body = OAuthError),
    ),
)]
pub async fn handle_v1(state: State<App>, source: Source, request: Request) -> Result<Response, OAuthError> {
    handle(state, source, request).await
}
