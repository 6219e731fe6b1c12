//! Reading the tenant's document and saving a change of it.

use axum::response::Response;
use http::StatusCode;
use serde_json::Value;

use super::PATH;
use crate::app_form::Form;
use crate::http::{Problem, code};
use crate::operators::api::{Answer, Console};
use crate::operators::operator::Operator;
use crate::operators::read::{list, text};
use crate::pages::console::{Flaw, Told};

/// What the page says afterwards.
pub(super) const SAVED: &str = "saved";
/// The same where a connection leads to another provider since.
pub(super) const MOVED: &str = "moved";

/// The document as it is, and its version.
pub(super) async fn read(console: &Console, operator: &Operator) -> Result<(Value, String), Problem> {
    let answer = console.get(operator, "/v1/tenant").await?;
    match answer.status {
        StatusCode::OK => Ok((answer.body, answer.etag)),
        // They were taken off the list in this very moment.
        _ => Err(Problem::new(&code::CONFIGURE_NOT_ALLOWED)),
    }
}

/// What a form could not do: its page is shown again with this.
pub(super) struct Refused {
    /// The document as the form would have it, or as it is where somebody else has changed it.
    pub(super) document: Value,
    pub(super) etag: String,
    pub(super) status: StatusCode,
    /// The word of the API's refusal; empty where it was not asked.
    pub(super) code: String,
    pub(super) told: Told,
}

/// Changes the document that a form was made of and saves it: on to the page that says so, or what is wrong with it.
pub(super) async fn change(
    console: &Console,
    operator: &Operator,
    form: &Form,
    apply: impl FnOnce(&mut Value),
) -> Result<Result<Response, Refused>, Problem> {
    let (mut document, etag) = read(console, operator).await?;
    let refused = if form.one("etag") == Some(etag.as_str()) {
        apply(&mut document);
        match sent(console, operator, (&document, &etag)).await? {
            Ok(saved) => return Ok(Ok(saved)),
            Err(answer) => (answer.refusal().to_owned(), trouble(operator, &answer)),
        }
    } else {
        let changed = Told::trouble(operator.words().say("console-changed", &[]));
        (String::new(), (StatusCode::CONFLICT, changed))
    };
    let (code, (status, told)) = refused;
    Ok(Err(Refused {
        document,
        etag,
        status,
        code,
        told,
    }))
}

/// Saves a document: on to the page that says so, or what is wrong with it.
pub(super) async fn save(
    console: &Console,
    operator: &Operator,
    (document, etag): (&Value, &str),
) -> Result<Result<Response, (StatusCode, Told)>, Problem> {
    let sent = sent(console, operator, (document, etag)).await?;
    Ok(sent.map_err(|answer| trouble(operator, &answer)))
}

async fn sent(
    console: &Console,
    operator: &Operator,
    (document, etag): (&Value, &str),
) -> Result<Result<Response, Answer>, Problem> {
    let answer = console.put(operator, "/v1/tenant", etag, document).await?;
    if !answer.status.is_success() {
        return Ok(Err(answer));
    }
    let mut remarks = list(&answer.body, "remarks")
        .iter()
        .map(|remark| text(remark, "pointer"));
    let notice = match remarks.any(|pointer| pointer.starts_with("/connections/")) {
        true => MOVED,
        false => SAVED,
    };
    Ok(Ok(operator.to(&console.app, &format!("{PATH}?notice={notice}"))))
}

/// What the API has refused, in a status of a page and in words.
pub(super) fn trouble(operator: &Operator, answer: &Answer) -> (StatusCode, Told) {
    let words = operator.words();
    if answer.status == StatusCode::PRECONDITION_FAILED {
        return (StatusCode::CONFLICT, Told::trouble(words.say("console-changed", &[])));
    }
    let flaw = |flaw: &Value| Flaw::new(text(flaw, "pointer"), text(flaw, "detail"));
    let mut told = Told::trouble(words.say("onboarding-wrong", &[]));
    told.flaws = list(&answer.body, "errors").iter().map(flaw).collect();
    if told.flaws.is_empty() {
        let detail = answer.body["detail"].as_str().or(answer.body["title"].as_str());
        told.flaws
            .extend(detail.map(|detail| Flaw::new(String::new(), detail.to_owned())));
    }
    (StatusCode::UNPROCESSABLE_ENTITY, told)
}
