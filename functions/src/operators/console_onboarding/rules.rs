//! `GET` and `POST /console/onboarding/rules`: what holds for everybody.

use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde_json::Value;

use super::inputs::{Member, Shape, apply, groups};
use super::{PATH as ONBOARDING, saving};
use crate::app_form::Form;
use crate::http::{Problem, ProblemBody, SameSite};
use crate::operators::api::Console;
use crate::operators::operator::{Operator, Posting};
use crate::pages::console::{PASSWORDS_OF_ALL, Place, SettingsForm, Told};

pub(super) const PATH: &str = "/console/onboarding/rules";

/// What people have to show for a first credential.
const PROOFS: &[(&str, &str)] = &[("ticket_or_voucher", "rules-proof-shown"), ("none", "rules-proof-none")];

const INVITING: &[Member] = &[
    Member::new("/sender/name", "rules-sender", Shape::Line("text")),
    Member::new("/invite_on_provision", "rules-invite", Shape::Tick),
    Member::new("/link_life_seconds", "rules-link-life", Shape::Number),
    Member::new("/resend_cooldown_seconds", "rules-cooldown", Shape::Number),
    Member::new("/reminders_after_hours", "rules-reminders", Shape::Numbers).hint("rules-numbers-hint"),
    Member::new("/purge_unregistered_after_days", "rules-purge", Shape::Number).hint("rules-purge-hint"),
];
const SIGNING_IN: &[Member] = &[
    Member::new("/password_policy", "kind-password", Shape::One(PASSWORDS_OF_ALL)),
    Member::new("/first_credential_proof", "rules-proof", Shape::One(PROOFS)),
    Member::new("/ticket_life_seconds", "rules-ticket-life", Shape::Number),
    Member::new("/session_idle_seconds", "rules-idle", Shape::Number),
    Member::new("/session_life_seconds", "rules-session", Shape::Number),
];
const AROUND: &[Member] = &[
    Member::new("/app_link", "rules-app-link", Shape::Line("text")),
    Member::new("/link_base_url", "rules-link-base", Shape::Line("url")),
    Member::new("/organization_id", "rules-organization", Shape::Line("text")),
    Member::new("/console/operators", "rules-operators", Shape::Lines).hint("rules-operators-hint"),
];
const GROUPS: &[(&str, &[Member])] = &[
    ("rules-inviting", INVITING),
    ("rules-signing-in", SIGNING_IN),
    ("onboarding-more", AROUND),
];

/// The form of what holds for everybody
#[utoipa::path(
    get, path = "/console/onboarding/rules", operation_id = "console_rules", tag = "Console",
    params(
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
    ),
)]
pub(crate) async fn show(State(console): State<Console>, operator: Operator) -> Result<Response, Problem> {
    let page = saving::read(&console, &operator).await?;
    Ok(form_page(&console, &operator, page, (StatusCode::OK, Told::default())))
}

/// Change what holds for everybody
///
/// As `PUT /v1/tenant` does with the whole document. What is left empty is as usual.
#[utoipa::path(
    post, path = "/console/onboarding/rules", operation_id = "console_save_rules", tag = "Console",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "The form of the page", example = json!("sender.name=Acme&etag=%222%22")),
    responses(
        (status = 303, description = "Saved: back to the onboarding; or on to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: the console is not open to this person", body = ProblemBody<'static>),
        (status = 409, description = "The page again: somebody else has changed the document", content_type = "text/html", body = String),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again, with every mistake", content_type = "text/html", body = String),
    ),
)]
pub(crate) async fn save(
    State(console): State<Console>,
    _: SameSite,
    Posting { operator, form }: Posting<Form>,
) -> Result<Response, Problem> {
    let change = |document: &mut Value| GROUPS.iter().for_each(|(_, members)| apply(members, document, &form));
    match saving::change(&console, &operator, &form, change).await? {
        Ok(saved) => Ok(saved),
        Err(refused) => {
            let page = (refused.document, refused.etag);
            Ok(form_page(&console, &operator, page, (refused.status, refused.told)))
        }
    }
}

fn form_page(
    console: &Console,
    operator: &Operator,
    (document, etag): (Value, String),
    (status, told): (StatusCode, Told),
) -> Response {
    let content = SettingsForm {
        heading: operator.words().say("onboarding-rules", &[]),
        action: operator.href(PATH),
        etag,
        groups: groups(GROUPS, &document),
        back: operator.href(ONBOARDING),
        told,
        ..SettingsForm::default()
    };
    let languages = operator.languages(PATH);
    operator.page(&console.app, (Place::Onboarding, status), languages, |frame| {
        content.render(frame)
    })
}
