//! `GET /console/people/{id}` and `POST …/invitation`: one person, and what can be done with their invitation.

use axum::extract::{Path, State};
use axum::response::Response;
use http::{StatusCode, Uri};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::api::{Answer, Console};
use super::history::history;
use super::operator::{Operator, Posting};
use super::read::{escaped, list, moment, name, pairs, state, text};
use crate::http::{Problem, ProblemBody, SameSite, code};
use crate::page_answer::query;
use crate::pages::console::{Consent, Invitation, Person, Place, Told, kind_name};
use crate::words::ConsoleWords;

pub(super) const PATH: &str = "/console/people/{id}";
pub(super) const INVITATION: &str = "/console/people/{id}/invitation";

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InvitationForm {
    /// `resend` or `revoke`: which button was pressed.
    #[schema(example = "resend", pattern = "^(resend|revoke)$")]
    change: String,
}

/// The page of a person
#[utoipa::path(
    get, path = "/console/people/{id}", operation_id = "console_person", tag = "Console",
    params(
        ("id" = String, Path, description = "The user's id", example = "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
        (status = 404, description = "`not_found`: there is no such person", body = ProblemBody<'static>),
    ),
)]
pub(crate) async fn show(
    State(console): State<Console>,
    Path(id): Path<String>,
    operator: Operator,
    uri: Uri,
) -> Result<Response, Problem> {
    let words = operator.words();
    let told = match query(uri.query(), "notice").as_deref() {
        Some("resend") => Told::news(words.say("invitation-resent", &[])),
        Some("revoke") => Told::news(words.say("invitation-revoked", &[])),
        _ => Told::default(),
    };
    person_page(&console, &operator, &id, (StatusCode::OK, told)).await
}

/// Send a person's invitation again, or withdraw it
///
/// As `POST /v1/invitations/{id}/resend` and `…/revoke` do.
#[utoipa::path(
    post, path = "/console/people/{id}/invitation", operation_id = "console_change_invitation", tag = "Console",
    request_body(content = InvitationForm, content_type = "application/x-www-form-urlencoded", example = json!({"change": "resend"})),
    params(("id" = String, Path, description = "The user's id", example = "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa")),
    responses(
        (status = 303, description = "Done: back to the person; or on to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: the console is not open to this person", body = ProblemBody<'static>),
        (status = 404, description = "`not_found`: there is no such person", body = ProblemBody<'static>),
        (status = 409, description = "The page again: it is not possible any more, or too soon", content_type = "text/html", body = String),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
    ),
)]
pub(crate) async fn change(
    State(console): State<Console>,
    Path(id): Path<String>,
    _: SameSite,
    Posting { operator, form }: Posting<InvitationForm>,
) -> Result<Response, Problem> {
    let change = match form.change.as_str() {
        change @ ("resend" | "revoke") => change,
        _ => return Err(Problem::new(&code::INVALID_FORM)),
    };
    let path = format!("/v1/invitations/{}/{change}", escaped(&id.replacen("usr_", "inv_", 1)));
    let answer = console.post(&operator, &path, &json!({})).await?;
    if answer.status.is_success() {
        return Ok(operator.to(
            &console.app,
            &format!("/console/people/{}?notice={change}", escaped(&id)),
        ));
    }
    let told = Told::trouble(trouble(&operator, &answer));
    person_page(&console, &operator, &id, (StatusCode::CONFLICT, told)).await
}

fn trouble(operator: &Operator, answer: &Answer) -> String {
    let words = operator.words();
    match answer.refusal() {
        "mail_stopped" => words.say("invitation-stopped", &[]),
        "too_many_requests" => {
            let wait = operator.shown().words().duration(answer.retry_after);
            words.say("console-wait", &[("wait", wait.into())])
        }
        _ => words.say("console-gone", &[]),
    }
}

async fn person_page(
    console: &Console,
    operator: &Operator,
    id: &str,
    (status, told): (StatusCode, Told),
) -> Result<Response, Problem> {
    let account = console.get(operator, &format!("/v1/account/{}", escaped(id))).await?;
    if account.status != StatusCode::OK {
        return Err(Problem::new(&code::NOT_FOUND));
    }
    let account = account.body;
    let user = text(&account, "user_id");
    let invitation = format!("/v1/invitations/{}", user.replacen("usr_", "inv_", 1));
    let invitation = console.get(operator, &invitation).await?;
    let invitation = Some(invitation.body).filter(|_| invitation.status == StatusCode::OK);
    let words = operator.words();
    let content = Person {
        name: name(&account["customer_info"]),
        address: text(&account["customer_info"], "email_address"),
        state: state(&account),
        details: details(operator, &account),
        mail_stopped: account["mail_stopped"].as_str().map(str::to_owned),
        invitation: invitation.as_ref().map(|told| Invitation {
            action: operator.href(&format!("/console/people/{user}/invitation")),
            status: text(told, "status"),
            app: text(told, "client_id"),
            open: !["completed", "revoked"].contains(&text(told, "status").as_str()),
        }),
        history: history(words, &account, invitation.as_ref()),
        consents: list(&account, "consents").iter().filter_map(consent).collect(),
        back: operator.href("/console/people"),
        told,
    };
    let languages = operator.languages(&format!("/console/people/{user}"));
    Ok(
        operator.page(&console.app, (Place::People, status), languages, |frame| {
            content.render(frame)
        }),
    )
}

/// What is known of a person, line by line.
fn details(operator: &Operator, account: &Value) -> Vec<(String, String)> {
    let words = operator.words();
    let info = &account["customer_info"];
    let verified_by = match account["verified_by"].as_str() {
        Some("mail") => words.say("verified-by-mail", &[]),
        Some("sms") => words.say("verified-by-sms", &[]),
        Some("provider") => words.say("verified-by-provider", &[]),
        Some(_) => words.say("verified-by-tenant", &[]),
        None => String::new(),
    };
    let role = match account["customer_role"].as_str() {
        Some("member") => words.say("role-member", &[]),
        _ => words.say("role-owner", &[]),
    };
    let next = list(account, "next_actions").iter().filter_map(Value::as_str);
    let next: Vec<String> = next.filter_map(|action| next_step(words, action)).collect();
    let customer = [text(account, "customer_name"), text(account, "account_id")];
    let known = [
        ("person-next", next.join(", ")),
        ("person-id", text(account, "user_id")),
        ("person-external-id", text(account, "external_account_id")),
        ("person-phone", text(info, "phone_number")),
        ("person-language", text(info, "locale")),
        ("person-verified-by", verified_by),
        ("people-kind", kind_name(words, &text(account, "customer_kind"))),
        ("person-customer", customer.join(" ").trim().to_owned()),
        ("person-organisation", text(account, "organisation")),
        ("person-role", role),
    ];
    let known = known.into_iter().map(|(id, value)| (words.say(id, &[]), value));
    let fields =
        ["customer_fields", "profile_fields"].map(|of| operator.named(&text(account, "customer_kind"), &account[of]));
    let place = |place: &Value| {
        let parts = [text(place, "name"), text(place, "external_installation_id")].into_iter();
        let address = pairs(&place["address_info"]).into_iter().map(|(_, value)| value);
        let told: Vec<String> = parts.chain(address).filter(|part| !part.is_empty()).collect();
        (words.say("person-places", &[]), told.join(", "))
    };
    let places = list(account, "installations").iter().map(place);
    known
        .chain(fields.into_iter().flatten())
        .chain(places)
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// What has to happen next, in words.
fn next_step(words: ConsoleWords, action: &str) -> Option<String> {
    let id = match action {
        "verify_address" => "next-verify-address",
        "set_credential" => "next-set-credential",
        "decide" => "next-decide",
        "send_first_data" => "next-send-first-data",
        _ => return None,
    };
    Some(words.say(id, &[]))
}

fn consent(told: &Value) -> Option<Consent> {
    Some(Consent {
        agreement: text(told, "agreement"),
        version: told["version"].as_u64()?,
        accepted: moment(told, "accepted_at")?,
        withdrawn: moment(told, "withdrawn_at"),
    })
}
