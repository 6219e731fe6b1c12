//! `GET` and `POST /console/onboarding/apps`: a program that calls for the tenant, or that people are sent back to.

use axum::extract::State;
use axum::response::Response;
use serde_json::json;

use super::inputs::{Member, Shape};
use super::items::Items;
use crate::app_form::Form;
use crate::http::{Problem, ProblemBody, SameSite};
use crate::operators::api::Console;
use crate::operators::operator::{Operator, Posting};
use crate::pages::console::KIND_NAMES;
use http::Uri;

pub(super) const PATH: &str = "/console/onboarding/apps";

const SORTS: &[(&str, &str)] = &[("app", "app-kind-app"), ("server", "app-kind-server")];
/// As the standards call them, in every language.
const GRANTS: &[(&str, &str)] = &[
    ("authorization_code", ""),
    ("refresh_token", ""),
    ("password", ""),
    ("client_credentials", ""),
    ("token_exchange", ""),
];
const CHANNELS: &[(&str, &str)] = &[("email", "app-by-mail"), ("sms", "app-by-sms")];

const NAME: Member = Member::new("/id", "app-id", Shape::Line("text")).hint("app-id-hint");
const ABOUT: &[Member] = &[
    Member::new("/kind", "app-kind", Shape::One(SORTS)),
    Member::new("/display_name", "app-name", Shape::Line("text")),
    Member::new("/customers", "app-customers", Shape::One(KIND_NAMES)),
    Member::new("/environment_id", "app-environment", Shape::Line("text")),
];
const RIGHTS: &[Member] = &[
    Member::new("/grants", "app-grants", Shape::Some(GRANTS)),
    Member::new("/secret_sha256", "app-secret", Shape::Line("text")).hint("app-secret-hint"),
    Member::new("/keys", "app-keys", Shape::Keys).hint("app-keys-hint"),
    Member::new("/introspects", "app-introspects", Shape::Tick),
    Member::new("/configures", "app-configures", Shape::Tick).hint("app-configures-hint"),
    Member::new("/deliver_self", "app-delivers", Shape::Tick).hint("app-delivers-hint"),
];
const PEOPLE: &[Member] = &[
    Member::new("/redirect_uris", "app-redirects", Shape::Lines),
    Member::new("/post_logout_redirect_uris", "app-logouts", Shape::Lines),
    Member::new("/app_link", "rules-app-link", Shape::Line("text")),
    Member::new("/auth_types", "app-channels", Shape::Some(CHANNELS)),
    Member::new("/self_registration", "app-registers", Shape::Tick),
    Member::new("/sign_up", "app-sign-up", Shape::Tick),
    Member::new("/allowed_addresses", "app-allowed", Shape::Lines).hint("kind-addresses-hint"),
    Member::new("/denied_addresses", "app-denied", Shape::Lines).hint("kind-addresses-hint"),
];
const GROUPS: &[(&str, &[Member])] = &[("app-about", ABOUT), ("app-rights", RIGHTS), ("app-people", PEOPLE)];
const APPS: Items = Items {
    path: PATH,
    list: "clients",
    id: &NAME,
    groups: GROUPS,
    addresses: &[],
    fields: Some("app-fields"),
    one_more: "onboarding-app-new",
    remove: "app-remove",
};

/// The form of a program
#[utoipa::path(
    get, path = "/console/onboarding/apps", operation_id = "console_app", tag = "Console",
    params(
        ("id" = Option<String>, Query, description = "The client; without it, one more", example = "acme-web"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
        (status = 404, description = "`not_found`: there is no such client", body = ProblemBody<'static>),
    ),
)]
pub(crate) async fn show(State(console): State<Console>, operator: Operator, uri: Uri) -> Result<Response, Problem> {
    let new = json!({ "kind": "app", "auth_types": ["email"] });
    APPS.show(&console, (operator, uri), &new).await
}

/// Change a program, add one, or take one away
///
/// As `PUT /v1/tenant` does with the whole document. What is left empty is as usual.
#[utoipa::path(
    post, path = "/console/onboarding/apps", operation_id = "console_save_app", tag = "Console",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "The form of the page", example = json!("known=acme-web&kind=app&etag=%222%22")),
    responses(
        (status = 303, description = "Saved: back to the onboarding; or on to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: the console is not open to this person", body = ProblemBody<'static>),
        (status = 404, description = "`not_found`: there is no such client by now", body = ProblemBody<'static>),
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
    APPS.save(&console, posting).await
}
