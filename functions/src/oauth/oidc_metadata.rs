//! `GET /.well-known/…`: the keys that tokens are signed with, and where everything is.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::CACHE_CONTROL;
use serde_json::{Value, json};

use super::exchange::TOKEN_EXCHANGE;
use crate::app::App;
use crate::words::Locale;
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "oidc-metadata",
    routes: &[
        Route::new("GET", "/.well-known/jwks.json"),
        Route::new("GET", "/.well-known/openid-configuration"),
        Route::new("GET", "/.well-known/oauth-authorization-server"),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/.well-known/jwks.json", get(jwks))
            .route("/.well-known/openid-configuration", get(configuration))
            .route("/.well-known/oauth-authorization-server", get(authorization_server))
            .with_state(app)
    },
};

/// The next key is published two days before it signs, so five minutes are not too long to keep a copy.
const CACHING: &str = "public, max-age=300";

/// How a client shows who it is; the last is a public one's way.
const AUTH_METHODS: [&str; 4] = ["client_secret_basic", "client_secret_post", "private_key_jwt", "none"];
/// What its assertions are signed with.
const SIGNING_ALGORITHMS: [&str; 3] = ["ES256", "EdDSA", "Ed25519"];

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
    ([(CACHE_CONTROL, CACHING)], axum::Json(metadata(&app.config.public_url))).into_response()
}

/// Where everything is, for clients that know OAuth alone
#[utoipa::path(
    get, path = "/.well-known/oauth-authorization-server", operation_id = "authorization_server", tag = "Tokens",
    responses((status = 200, description = "Authorization Server Metadata (RFC 8414), which is the same", body = serde_json::Value)),
)]
pub async fn authorization_server(state: State<App>) -> Response {
    configuration(state).await
}

fn metadata(url: &str) -> Value {
    let at = |path: &str| format!("{url}{path}");
    let languages: Vec<_> = Locale::ALL.iter().map(|locale| locale.tag()).collect();
    json!({
        "issuer": url,
        "jwks_uri": at("/.well-known/jwks.json"),
        "authorization_endpoint": at("/authorize"),
        "token_endpoint": at("/token"),
        "userinfo_endpoint": at("/userinfo"),
        "introspection_endpoint": at("/introspect"),
        "revocation_endpoint": at("/revoke"),
        "pushed_authorization_request_endpoint": at("/par"),
        "end_session_endpoint": at("/sign-out"),
        "grant_types_supported": ["authorization_code", "password", "refresh_token", "client_credentials", TOKEN_EXCHANGE],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query", "form_post"],
        "code_challenge_methods_supported": ["S256"],
        "prompt_values_supported": ["none", "login", "consent", "create"],
        "authorization_response_iss_parameter_supported": true,
        "require_pushed_authorization_requests": false,
        // Requests that the app has signed; those it has pushed are something else.
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
        "claims_parameter_supported": false,
        "ui_locales_supported": languages,
        "token_endpoint_auth_methods_supported": AUTH_METHODS,
        "token_endpoint_auth_signing_alg_values_supported": SIGNING_ALGORITHMS,
        "introspection_endpoint_auth_methods_supported": AUTH_METHODS[..3],
        "introspection_endpoint_auth_signing_alg_values_supported": SIGNING_ALGORITHMS,
        "revocation_endpoint_auth_methods_supported": AUTH_METHODS,
        "revocation_endpoint_auth_signing_alg_values_supported": SIGNING_ALGORITHMS,
        "scopes_supported": ["openid", "profile", "email", "phone", "offline_access", "accounts"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "claims_supported": [
            "iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "tenant", "email", "email_verified", "phone_number",
            "phone_number_verified", "given_name", "family_name", "locale", "agreements_pending", "customer_verification_pending",
        ],
    })
}
