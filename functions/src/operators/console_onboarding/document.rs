//! `GET` and `POST /console/onboarding/document`: the whole configuration as one text.

use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde_json::Value;
use usher::tenant::Tenant;

use super::{PATH as ONBOARDING, saving};
use crate::app_form::Form;
use crate::http::{Problem, ProblemBody, SameSite, json_of};
use crate::operators::api::Console;
use crate::operators::operator::{Operator, Posting};
use crate::pages::console::{DocumentForm, Flaw, Place, Told};

pub(super) const PATH: &str = "/console/onboarding/document";

/// The form of the whole configuration
#[utoipa::path(
    get, path = "/console/onboarding/document", operation_id = "console_document", tag = "Console",
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
    let (document, etag) = saving::read(&console, &operator).await?;
    Ok(form_page(
        &console,
        &operator,
        (pretty(&document), etag),
        (StatusCode::OK, Told::default()),
    ))
}

/// Change the whole configuration
///
/// As `PUT /v1/tenant` does.
#[utoipa::path(
    post, path = "/console/onboarding/document", operation_id = "console_save_document", tag = "Console",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "The form of the page", example = json!("document=%7B%7D&etag=%222%22")),
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
    let typed = form.one("document").unwrap_or_default().to_owned();
    let etag = form.one("etag").unwrap_or_default().to_owned();
    let document: Value = match read(&typed) {
        Ok(document) => document,
        Err(problem) => {
            let told = malformed(&operator, &problem);
            return Ok(form_page(
                &console,
                &operator,
                (typed, etag),
                (StatusCode::UNPROCESSABLE_ENTITY, told),
            ));
        }
    };
    match saving::save(&console, &operator, (&document, &etag)).await? {
        Ok(saved) => Ok(saved),
        // What was typed stays; who looks at the page anew sees what others have saved.
        Err(told) => Ok(form_page(&console, &operator, (typed, etag), told)),
    }
}

fn form_page(
    console: &Console,
    operator: &Operator,
    (document, etag): (String, String),
    (status, told): (StatusCode, Told),
) -> Response {
    let content = DocumentForm {
        action: operator.href(PATH),
        etag,
        document,
        back: operator.href(ONBOARDING),
        told,
    };
    let languages = operator.languages(PATH);
    operator.page(&console.app, (Place::Onboarding, status), languages, |frame| {
        content.render(frame)
    })
}

fn pretty(document: &Value) -> String {
    serde_json::to_string_pretty(document).unwrap_or_default()
}

/// A text as a document that says nothing twice. Whatever else is wrong with it is told by whom it is brought to.
fn read(text: &str) -> Result<Value, Problem> {
    let says_twice = |problem: &Problem| problem.errors.iter().any(|flaw| flaw.code == "duplicate_member");
    match json_of::<Tenant>(text.as_bytes()) {
        Err(problem) if says_twice(&problem) => Err(problem),
        _ => json_of(text.as_bytes()),
    }
}

/// Why a text is no document.
fn malformed(operator: &Operator, problem: &Problem) -> Told {
    let words = operator.words();
    if problem.errors.is_empty() {
        let detail = problem.detail.as_deref().unwrap_or(problem.code.title);
        return Told::trouble(words.say("document-malformed", &[("detail", detail.into())]));
    }
    let flaws = problem.errors.iter();
    Told {
        flaws: flaws
            .map(|flaw| Flaw::new(flaw.pointer.clone(), flaw.detail.clone()))
            .collect(),
        ..Told::trouble(words.say("onboarding-wrong", &[]))
    }
}
