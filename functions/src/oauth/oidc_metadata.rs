//! `GET /.well-known/…`: the keys that tokens are signed with, and where everything is.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::CACHE_CONTROL;
use serde_json::json;

use crate::app::App;
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "oidc-metadata",
    routes: &[
        Route::new("GET", "/.well-known/jwks.json"),
        Route::new("GET", "/.well-known/openid-configuration"),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/.well-known/jwks.json", get(jwks))
            .route("/.well-known/openid-configuration", get(configuration))
            .with_state(app)
    },
};

/// The next key is published two days before it signs, so five minutes are not too long to keep a copy.
const CACHING: &str = "public, max-age=300";

/// The keys that tokens are signed with
#[utoipa::path(
    get, path = "/.well-known/jwks.json", operation_id = "jwks", tag = "Tokens",
    responses((status = 200, description = "A JSON Web Key Set (RFC 7517)", body = serde_json::Value)),
)]
pub async fn jwks(State(app): State<App>) -> Response {
    let keys = app.keys.signers().map(|signer| {
        json!({
            "kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig",
            "kid": signer.kid, "x": signer.public.0, "y": signer.public.1,
        })
    });
    let keys: Vec<_> = keys.collect();
    ([(CACHE_CONTROL, CACHING)], axum::Json(json!({"keys": keys}))).into_response()
}

/// Where everything is
#[utoipa::path(
    get, path = "/.well-known/openid-configuration", operation_id = "openid_configuration", tag = "Tokens",
    responses((status = 200, description = "OpenID Provider Metadata (OpenID Connect Discovery 1.0)", body = serde_json::Value)),
)]
pub async fn configuration(State(app): State<App>) -> Response {
    let url = &app.config.public_url;
    let metadata = json!({
        "issuer": url,
        "jwks_uri": format!("{url}/.well-known/jwks.json"),
        "token_endpoint": format!("{url}/v2/token"),
        "grant_types_supported": ["authorization_code", "password", "refresh_token", "client_credentials"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
        "scopes_supported": ["openid", "profile", "email", "phone", "offline_access", "accounts"],
        "response_types_supported": [],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "claims_supported": [
            "iss", "sub", "aud", "exp", "iat", "auth_time", "tenant", "email", "email_verified", "phone_number",
            "phone_number_verified", "given_name", "family_name", "locale", "agreements_pending",
        ],
    });
    ([(CACHE_CONTROL, CACHING)], axum::Json(metadata)).into_response()
}
