//! `GET` and `POST /console/onboarding/providers`: an identity provider that people sign in with in their browser.

use axum::extract::State;
use axum::response::Response;
use serde_json::{Value, json};

use super::inputs::{Member, Shape};
use super::items::Items;
use crate::app_form::Form;
use crate::http::{Problem, ProblemBody, SameSite};
use crate::operators::api::Console;
use crate::operators::operator::{Operator, Posting};
use crate::pages::console::KIND_NAMES;
use crate::sso;
use http::Uri;

pub(super) const PATH: &str = "/console/onboarding/providers";

/// As RFC 7591 and OpenID Connect call them, in every language.
const AUTHENTICATIONS: &[(&str, &str)] = &[
    ("client_secret_post", ""),
    ("client_secret_basic", ""),
    ("private_key_jwt", ""),
];
const NEWCOMERS: &[(&str, &str)] = &[
    ("linked_only", "provider-newcomers-linked"),
    ("create_user", "provider-newcomers-user"),
    ("create_customer", "provider-newcomers-customer"),
];
const KINDS: &[(&str, &str)] = &[
    ("", "provider-kind-none"),
    KIND_NAMES[0],
    KIND_NAMES[1],
    KIND_NAMES[2],
    KIND_NAMES[3],
];

const NAME: Member = Member::new("/id", "agreement-name", Shape::Line("text")).hint("connection-id-hint");
const ABOUT: &[Member] = &[
    Member::new("/display_name", "app-name", Shape::Line("text")),
    Member::new("/oidc/button", "provider-button", Shape::Pairs).hint("provider-button-hint"),
];
const OIDC: &[Member] = &[
    Member::new("/oidc/issuer", "provider-issuer", Shape::Line("url")).hint("provider-issuer-hint"),
    Member::new("/oidc/client_id", "connection-client", Shape::Line("text")),
    Member::new(
        "/oidc/client_authentication",
        "connection-authentication",
        Shape::One(AUTHENTICATIONS),
    ),
    Member::new("/oidc/client_secret", "connection-secret", Shape::Line("text")).hint("document-hint"),
    Member::new("/oidc/scopes", "provider-scopes", Shape::Lines).hint("provider-scopes-hint"),
    Member::new("/oidc/userinfo", "provider-userinfo", Shape::Tick),
];
const PEOPLE: &[Member] = &[
    Member::new("/matches_provisioned", "connection-matches", Shape::Usually).hint("connection-matches-hint"),
    Member::new("/oidc/provisioned_id", "provider-provisioned", Shape::Line("text")).hint("provider-provisioned-hint"),
    Member::new("/oidc/claims", "provider-claims", Shape::Pairs).hint("provider-claims-hint"),
    Member::new("/oidc/newcomers", "provider-newcomers", Shape::One(NEWCOMERS)),
    Member::new("/oidc/kind", "provider-kind", Shape::One(KINDS)),
];
const GROUPS: &[(&str, &[Member])] = &[
    ("app-about", ABOUT),
    ("provider-oidc", OIDC),
    ("provider-people", PEOPLE),
];
const PROVIDERS: Items = Items {
    path: PATH,
    list: "connections",
    id: &NAME,
    groups: GROUPS,
    addresses: &[("provider-callback", sso::CALLBACK), ("provider-logout", sso::LOGOUT)],
    fields: None,
    one_more: "onboarding-provider-new",
    remove: "connection-remove",
};

/// The form of an identity provider for browsers
#[utoipa::path(
    get, path = "/console/onboarding/providers", operation_id = "console_provider", tag = "Console",
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
    PROVIDERS.show(&console, (operator, uri), &new).await
}

/// One more connection: of several, one at most knows people by the ids of the back office.
pub(super) fn new_connection(operator: &Operator) -> Value {
    let matching = operator.tenant.connections.iter().any(|one| one.matches_provisioned);
    json!({ "matches_provisioned": !matching })
}

/// Change an identity provider for browsers, add one, or take one away
///
/// As `PUT /v1/tenant` does with the whole document. What is left empty is as usual.
#[utoipa::path(
    post, path = "/console/onboarding/providers", operation_id = "console_save_provider", tag = "Console",
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
    PROVIDERS.save(&console, posting).await
}
