//! `POST /revoke`: a client gives a token back, which ends the sign-in it is of (RFC 7009).

use axum::Router;
use axum::extract::{Request, State};
use axum::routing::post;
use serde::Deserialize;
use usher::id::UserId;
use usher::token::AccessClaims;
use utoipa::ToSchema;

use super::client::{Claimed, ClientParameters};
use super::error::OAuthError;
use super::shown::Shown;
use crate::app::App;
use crate::http::{form, given, read};
use crate::{Endpoint, Route};

const PATH: &str = "/revoke";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "revoke",
    routes: &[Route::new("POST", PATH)],
    hashes: false,
    router: |app| Router::new().route(PATH, post(handle)).with_state(app),
};

/// Which token is given back, and by whom. `token_type_hint` is not needed, and ignored like all else.
#[derive(Deserialize, ToSchema)]
pub struct RevocationRequest {
    /// An access token or a refresh token of a person's sign-in.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "d1sS0uju0zWzD1DgI_FS…")]
    token: Option<String>,
    /// Who gives it back.
    #[serde(flatten)]
    client: ClientParameters,
}

/// Give a token back
///
/// Ends the sign-in that it is of, with all its tokens. Somebody else's token, or none, changes nothing and is answered alike.
#[utoipa::path(
    post, path = "/revoke", operation_id = "revoke_token", tag = "Tokens",
    security((), ("basic" = [])),
    request_body(content = RevocationRequest, content_type = "application/x-www-form-urlencoded", example = json!({
        "client_id": "acme-app", "token": "d1sS0uju0zWzD1DgI_FS…",
    })),
    responses(
        (status = 200, description = "The token is not good any more, if it ever was"),
        (status = 400, description = "`invalid_request`; `unsupported_token_type`: the client got it for itself", body = OAuthError),
        (status = 401, description = "`invalid_client`", body = OAuthError),
        (status = 413, description = "`invalid_request`: the body is too large", body = OAuthError),
        (status = 415, description = "`invalid_request`: the body is no form", body = OAuthError),
    ),
)]
pub async fn handle(State(app): State<App>, request: Request) -> Result<(), OAuthError> {
    let (parts, body) = request.into_parts();
    let body = read(body).await?;
    let asked: RevocationRequest = form(&parts.headers, &body)?;
    let known = Claimed::read(&parts.headers, asked.client)?.check(&app).await?;
    let text = asked
        .token
        .ok_or_else(|| OAuthError::invalid_request("token is missing"))?;
    let shown = Shown::open(&app, &text);
    match shown.filter(|shown| shown.is_for(&known.tenant) && shown.is_of(&known.client)) {
        Some(Shown::Access(claims)) => end_sign_in(&app, &claims).await,
        Some(Shown::Refresh(token)) => {
            let (family, now) = (token.family(), app.clock.now());
            let given_back = app
                .store
                .give_family_back(&token.tenant, &token.key, token.user(), &family, now);
            Ok(given_back.await?)
        }
        None => Ok(()),
    }
}

/// An access token says who its person is, and not where they are found.
async fn end_sign_in(app: &App, claims: &AccessClaims) -> Result<(), OAuthError> {
    let (Some(family), Ok(UserId(id))) = (&claims.family, claims.sub.parse()) else {
        return Err(OAuthError::unsupported_token_type());
    };
    let key = app.store.key_behind_id(&claims.tenant, id).await?;
    let now = app.clock.now();
    let given_back = app.store.give_family_back(&claims.tenant, &key, id, &family.name, now);
    Ok(given_back.await?)
}
