//! `POST /par`: an app hands its authorization request over directly, and sends the person with a name for it (RFC 9126).
//!
//! Nothing is stored: the name is the request itself, sealed. So the person's browser neither sees what is asked for nor can
//! change it.

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use http::StatusCode;
use http::header::{CACHE_CONTROL, PRAGMA};
use serde::Serialize;
use usher::authorization::{self, PUSHED_LIFE, Parameters};
use utoipa::ToSchema;

use super::asked::hinted;
use super::client::{Claimed, ClientParameters};
use super::error::OAuthError;
use crate::app::App;
use crate::hosted::REQUEST_URI;
use crate::http::{form, read};
use crate::{Endpoint, Route};

const PATH: &str = "/par";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "par",
    routes: &[Route::new("POST", PATH)],
    hashes: false,
    router: |app| Router::new().route(PATH, post(handle)).with_state(app),
};

/// What the request is called from now on.
#[derive(Serialize, ToSchema)]
struct Pushed {
    /// For the parameter `request_uri` of `/authorize`, beside `client_id`.
    #[schema(example = "urn:ietf:params:oauth:request_uri:kZq8uju0zWzD1DgI_FS…")]
    request_uri: String,
    /// How long it may be brought there, in seconds.
    #[schema(example = 600)]
    expires_in: i64,
}

/// Hand over an authorization request
///
/// Takes the parameters of `/authorize`, and shows who the client is as at `/token`.
#[utoipa::path(
    post, path = "/par", operation_id = "push_authorization_request", tag = "OpenID Connect",
    security((), ("basic" = [])),
    request_body(content = serde_json::Value, content_type = "application/x-www-form-urlencoded", example = json!({
        "client_id": "acme-portal", "client_secret": "…", "response_type": "code", "scope": "openid email",
        "redirect_uri": "https://portal.acme.example/welcome", "state": "af0ifjsldkj",
    })),
    responses(
        (status = 201, description = "What the request is called", body = Pushed),
        (status = 400, description = "What /authorize would tell the app; where the redirect URI is wrong, an invalid request", body = OAuthError),
        (status = 401, description = "`invalid_client`", body = OAuthError),
        (status = 413, description = "`invalid_request`: the body is too large", body = OAuthError),
        (status = 415, description = "`invalid_request`: the body is no form", body = OAuthError),
    ),
)]
pub async fn handle(State(app): State<App>, request: Request) -> Result<Response, OAuthError> {
    let (parts, body) = request.into_parts();
    let body = read(body).await?;
    let pairs: Vec<(String, String)> = form(&parts.headers, &body)?;
    let parameters: Parameters = pairs.into_iter().collect();
    let claimed = Claimed::read(&parts.headers, ClientParameters::of(&parameters))?;
    let known = claimed.check(&app).await?;
    if parameters.get("request_uri").is_some() {
        return Err(OAuthError::invalid_request("request_uri is what this route answers"));
    }
    let now = app.clock.now();
    let asked = authorization::read(&parameters, &known.tenant, &known.client, now);
    let asked = asked.and_then(|asked| hinted(&app, &parameters, asked))?;
    let pushed = Pushed {
        request_uri: format!("{REQUEST_URI}{}", asked.seal(&app.keys, now, PUSHED_LIFE)),
        expires_in: PUSHED_LIFE.as_secs(),
    };
    let caching = [(CACHE_CONTROL, "no-store"), (PRAGMA, "no-cache")];
    Ok((StatusCode::CREATED, caching, axum::Json(pushed)).into_response())
}
