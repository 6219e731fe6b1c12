//! `/v2/sso/…` and `/v2/registration/introspection/…`: NET2GRID's routes for people who sign in elsewhere.

use axum::Router;
use axum::routing::post;

use super::{exchange_token, migrate_sso_user, register_sso_user};
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "sso-token",
    routes: &[
        Route::new("POST", register_sso_user::PATH),
        Route::new("POST", exchange_token::PATH),
        Route::new("POST", migrate_sso_user::PATH),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route(register_sso_user::PATH, post(register_sso_user::handle))
            .route(exchange_token::PATH, post(exchange_token::handle))
            .route(migrate_sso_user::PATH, post(migrate_sso_user::handle))
            .with_state(app)
    },
};
