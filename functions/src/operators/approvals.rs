//! `GET /console/approvals` and `POST /console/approvals/{user_id}`: accounts that wait, and deciding about them.

use axum::extract::{Path, State};
use axum::response::Response;
use http::{StatusCode, Uri};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::api::Console;
use super::operator::{Operator, Posting};
use super::read::{escaped, list, moment, name, text};
use crate::http::{Problem, ProblemBody, SameSite};
use crate::page_answer::query;
use crate::pages::console::{Approvals, Place, Told, Waiting};

/// Where operators decide.
pub(crate) const PATH: &str = "/console/approvals";
pub(super) const DECIDE: &str = "/console/approvals/{user_id}";

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecideForm {
    /// `approve` or `refuse`: which button was pressed.
    #[schema(example = "approve")]
    decision: String,
    /// Why.
    #[serde(default)]
    #[schema(example = "Please give us the number of your contract.")]
    reason: String,
}

/// The page of accounts that wait
#[utoipa::path(
    get, path = "/console/approvals", operation_id = "console_approvals", tag = "Console",
    params(
        ("cursor" = Option<String>, Query, description = "Where the part of the list begins"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
    ),
)]
pub(crate) async fn show(State(console): State<Console>, operator: Operator, uri: Uri) -> Result<Response, Problem> {
    let [cursor, notice] = ["cursor", "notice"].map(|name| query(uri.query(), name));
    let words = operator.words();
    let told = match notice.as_deref() {
        Some("approve") => Told::news(words.say("approvals-approved", &[])),
        Some("refuse") => Told::news(words.say("approvals-refused", &[])),
        _ => Told::default(),
    };
    list_page(&console, &operator, cursor.as_deref(), (StatusCode::OK, told)).await
}

/// Decide about an account
///
/// As `POST /v1/approvals/{user_id}` does.
#[utoipa::path(
    post, path = "/console/approvals/{user_id}", operation_id = "console_decide", tag = "Console",
    request_body(content = DecideForm, content_type = "application/x-www-form-urlencoded", example = json!({"decision": "approve"})),
    params(("user_id" = String, Path, description = "The user's id", example = "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa")),
    responses(
        (status = 303, description = "Decided: back to the list; or on to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: the console is not open to this person", body = ProblemBody<'static>),
        (status = 409, description = "The page again: somebody else has decided, or the account is gone", content_type = "text/html", body = String),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again: the reason is too long", content_type = "text/html", body = String),
    ),
)]
pub(crate) async fn decide(
    State(console): State<Console>,
    Path(id): Path<String>,
    _: SameSite,
    Posting { operator, form }: Posting<DecideForm>,
) -> Result<Response, Problem> {
    let body = json!({ "decision": form.decision, "reason": form.reason });
    let answer = console
        .post(&operator, &format!("/v1/approvals/{}", escaped(&id)), &body)
        .await?;
    let trouble = match answer.status {
        StatusCode::OK => {
            let notice = format!("{PATH}?notice={}", escaped(&form.decision));
            return Ok(operator.to(&console.app, &notice));
        }
        StatusCode::UNPROCESSABLE_ENTITY => "approvals-too-long",
        _ if answer.refusal() == "approval_decided" => "approvals-decided",
        _ => "console-gone",
    };
    let status = match answer.status {
        StatusCode::UNPROCESSABLE_ENTITY => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    };
    let told = Told::trouble(operator.words().say(trouble, &[]));
    list_page(&console, &operator, None, (status, told)).await
}

async fn list_page(
    console: &Console,
    operator: &Operator,
    cursor: Option<&str>,
    (status, told): (StatusCode, Told),
) -> Result<Response, Problem> {
    let cursor = cursor
        .map(|cursor| format!("?cursor={}", escaped(cursor)))
        .unwrap_or_default();
    let answer = console.get(operator, &format!("/v1/approvals{cursor}")).await?;
    let next = answer.body["next_cursor"].as_str();
    let content = Approvals {
        waiting: list(&answer.body, "approvals")
            .iter()
            .map(|one| waiting(operator, one))
            .collect(),
        next: next.map(|next| operator.href(&format!("{PATH}?cursor={}", escaped(next)))),
        told,
    };
    let languages = operator.languages(PATH);
    Ok(
        operator.page(&console.app, (Place::Approvals, status), languages, |frame| {
            content.render(frame)
        }),
    )
}

fn waiting(operator: &Operator, one: &Value) -> Waiting {
    let id = text(one, "user_id");
    // What a partner provider says comes before what people typed themselves.
    let told = [
        ("person-customer", "customer_name"),
        ("person-organisation", "organisation"),
    ];
    let told = told.map(|(label, member)| (operator.words().say(label, &[]), text(one, member)));
    let told = told.into_iter().filter(|(_, value)| !value.is_empty());
    Waiting {
        action: operator.href(&format!("{PATH}/{id}")),
        person: operator.href(&format!("/console/people/{id}")),
        name: name(one),
        address: text(one, "email_address"),
        kind: text(one, "customer_kind"),
        fields: told
            .chain(operator.named(&text(one, "customer_kind"), &one["customer_fields"]))
            .collect(),
        since: moment(one, "asked_at"),
    }
}
