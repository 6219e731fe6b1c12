//! `GET` and `POST /console/onboarding/connections`: an identity provider whose people sign in with it.

use axum::extract::State;
use axum::response::Response;

use super::inputs::{Member, Shape};
use super::items::Items;
use super::providers::new_connection;
use crate::app_form::Form;
use crate::http::{Problem, ProblemBody, SameSite};
use crate::operators::api::Console;
use crate::operators::operator::{Operator, Posting};
use http::Uri;

pub(super) const PATH: &str = "/console/onboarding/connections";

/// As RFC 7591 calls them, in every language.
const AUTHENTICATIONS: &[(&str, &str)] = &[("client_secret_post", ""), ("client_secret_basic", "")];

const NAME: Member = Member::new("/id", "agreement-name", Shape::Line("text")).hint("connection-id-hint");
const ABOUT: &[Member] = &[
    Member::new("/display_name", "app-name", Shape::Line("text")),
    Member::new("/matches_provisioned", "connection-matches", Shape::Usually).hint("connection-matches-hint"),
];
const INTROSPECTION: &[Member] = &[
    Member::new("/introspection/url", "service-url", Shape::Line("url")).hint("connection-url-hint"),
    Member::new("/introspection/client_id", "connection-client", Shape::Line("text")),
    Member::new("/introspection/client_secret", "connection-secret", Shape::Line("text")).hint("document-hint"),
    Member::new(
        "/introspection/client_authentication",
        "connection-authentication",
        Shape::One(AUTHENTICATIONS),
    ),
    Member::new("/introspection/subject", "connection-subject", Shape::Line("text")).hint("connection-subject-hint"),
    Member::new("/introspection/audience", "connection-audience", Shape::Line("text")).hint("connection-audience-hint"),
];
const GROUPS: &[(&str, &[Member])] = &[("app-about", ABOUT), ("connection-introspection", INTROSPECTION)];
const CONNECTIONS: Items = Items {
    path: PATH,
    list: "connections",
    id: &NAME,
    groups: GROUPS,
    addresses: &[],
    fields: None,
    one_more: "onboarding-connection-new",
    remove: "connection-remove",
};

/// The form of an identity provider
#[utoipa::path(
    get, path = "/console/onboarding/connections", operation_id = "console_connection", tag = "Console",
    params(
        ("id" = Option<String>, Query, description = "The connection; without it, one more", example = "acme-login"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
        (status = 404, description = "`not_found`: there is no such connection", body = ProblemBody<'static>),
    ),
)]
pub(crate) async fn show(State(console): State<Console>, operator: Operator, uri: Uri) -> Result<Response, Problem> {
    let new = new_connection(&operator);
    CONNECTIONS.show(&console, (operator, uri), &new).await
}

/// Change an identity provider, add one, or take one away
///
/// As `PUT /v1/tenant` does with the whole document. What is left empty is as usual.
#[utoipa::path(
    post, path = "/console/onboarding/connections", operation_id = "console_save_connection", tag = "Console",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "The form of the page", example = json!("known=acme-login&display_name=Acme&etag=%222%22")),
    responses(
        (status = 303, description = "Saved: back to the onboarding; or on to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: the console is not open to this person", body = ProblemBody<'static>),
        (status = 404, description = "`not_found`: there is no such connection by now", body = ProblemBody<'static>),
        (status = 409, description = "The page again: somebody else has changed the document", content_type = "text/html", body = String),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again, with every mistake", content_type = "text/html", body = String),
    ),
)]
pub(crate) async fn save(
    State(console): State<Console>,
    _: SameSite,
    posting: Posting<Form>,
) -> Result<Response, Problem> {
    CONNECTIONS.save(&console, posting).await
}
