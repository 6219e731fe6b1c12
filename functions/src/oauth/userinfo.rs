//! `GET` and `POST /userinfo`: who the person is that an access token was given for (OpenID Connect Core 1.0, section 5.3).

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};
use usher::authorization::Pending;
use usher::token::{Issuer, OPENID_SCOPE, PersonClaims};
use utoipa::ToSchema;

use super::error::OAuthError;
use super::liveness::{client_behind, person_behind};
use crate::app::App;
use crate::http::{bearer_token, form, is_of_type, read};
use crate::{Endpoint, Route};

const PATH: &str = "/userinfo";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "userinfo",
    routes: &[Route::new("GET", PATH), Route::new("POST", PATH)],
    hashes: false,
    router: |app| Router::new().route(PATH, get(show).post(handle)).with_state(app),
};

/// What a form may hold. Anything else in it is ignored.
#[derive(Default, Deserialize, ToSchema)]
pub struct UserInfoRequest {
    /// The access token, where it does not come in the header.
    #[schema(example = "eyJ0eXAiOiJhdCtqd3Qi…")]
    access_token: Option<String>,
}

/// Whom the token was given for.
#[derive(Serialize)]
struct UserInfo {
    sub: String,
    #[serde(flatten)]
    person: PersonClaims,
}

/// See who a person is
///
/// Answers `sub`, what the token's scopes open, and the agreements the person has to accept before they go on.
#[utoipa::path(
    get, path = "/userinfo", operation_id = "userinfo", tag = "OpenID Connect",
    security(("access_token" = [])),
    responses(
        (status = 200, description = "The person", body = serde_json::Value,
         example = json!({"sub": "usr_01hv…", "given_name": "Jane", "family_name": "Doe", "email": "jane.doe@example.org", "email_verified": true})),
        (status = 401, description = "The token is not good, as the challenge says; where none was sent, it says no more than that one is needed"),
        (status = 403, description = "`insufficient_scope`: the token was not given for the scope openid", body = OAuthError),
    ),
)]
pub async fn show(State(app): State<App>, headers: HeaderMap) -> Result<Response, OAuthError> {
    answer(&app, bearer(&headers)).await
}

/// See who a person is, with the token in a header or a form
#[utoipa::path(
    post, path = "/userinfo", operation_id = "userinfo_form", tag = "OpenID Connect",
    security(("access_token" = [])),
    request_body(content = Option<UserInfoRequest>, content_type = "application/x-www-form-urlencoded",
                 example = json!({"access_token": "eyJ0eXAiOiJhdCtqd3Qi…"})),
    responses(
        (status = 200, description = "The person", body = serde_json::Value,
         example = json!({"sub": "usr_01hv…", "given_name": "Jane", "family_name": "Doe", "email": "jane.doe@example.org", "email_verified": true})),
        (status = 400, description = "`invalid_request`: the token came twice", body = OAuthError),
        (status = 401, description = "The token is not good, as the challenge says; where none was sent, it says no more than that one is needed"),
        (status = 403, description = "`insufficient_scope`: the token was not given for the scope openid", body = OAuthError),
        (status = 413, description = "`invalid_request`: the body is too large", body = OAuthError),
    ),
)]
pub async fn handle(State(app): State<App>, request: Request) -> Result<Response, OAuthError> {
    let (parts, body) = request.into_parts();
    let body = read(body).await?;
    let sent = match is_of_type(&parts.headers, "application/x-www-form-urlencoded") {
        true => form::<UserInfoRequest>(&parts.headers, &body)?,
        false => UserInfoRequest::default(),
    };
    match (bearer(&parts.headers), sent.access_token.as_deref()) {
        (Some(_), Some(_)) => Err(OAuthError::invalid_request(
            "the access token comes in the header or in the body, not in both",
        )),
        (header, body) => answer(&app, header.or(body)).await,
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(AUTHORIZATION)?.to_str().ok().and_then(bearer_token)
}

async fn answer(app: &App, token: Option<&str>) -> Result<Response, OAuthError> {
    let Some(token) = token else {
        // Whoever does not know that a token is needed is told no error (RFC 6750 section 3.1).
        return Ok((StatusCode::UNAUTHORIZED, [(WWW_AUTHENTICATE, "Bearer realm=\"usher\"")]).into_response());
    };
    let issuer = Issuer {
        url: &app.config.public_url,
        keys: &app.keys,
    };
    let now = app.clock.now();
    let claims = issuer
        .check_access_token(token, now)
        .map_err(|_| OAuthError::invalid_token())?;
    if !claims.has_scope(OPENID_SCOPE) {
        return Err(OAuthError::insufficient_scope());
    }
    let client = client_behind(app, &claims).await?;
    let (tenant, client) = client.ok_or_else(OAuthError::invalid_token)?;
    let user = person_behind(app, &claims).await?;
    let user = user.ok_or_else(OAuthError::invalid_token)?;
    let pending = Pending::of(&user, &tenant, now);
    let told = UserInfo {
        sub: user.id.to_string(),
        person: PersonClaims::of(&user, &client.fields, &claims.scope, pending),
    };
    Ok(axum::Json(told).into_response())
}
