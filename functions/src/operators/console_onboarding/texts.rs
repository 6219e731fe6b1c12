//! `GET` and `POST /console/onboarding/texts`: sentences of the tenant's own.

use axum::extract::State;
use axum::response::Response;
use http::{StatusCode, Uri};
use serde_json::{Value, json};

use super::inputs::put;
use super::{PATH as ONBOARDING, saving};
use crate::app_form::Form;
use crate::http::{Problem, ProblemBody, SameSite};
use crate::operators::api::Console;
use crate::operators::operator::{Operator, Posting};
use crate::operators::read::{escaped, text};
use crate::page_answer::query;
use crate::pages::console::{OwnText, Place, TextsForm, Told};
use crate::words::{Locale, usual};

pub(super) const PATH: &str = "/console/onboarding/texts";
/// What a sentence is posted under begins with this.
const PREFIX: &str = "text.";
/// How many sentences that nobody has changed one page shows.
const MOST_FOUND: usize = 20;

/// The form of a tenant's own sentences
///
/// Those that there are in a language, and those of Usher's that fit what is looked for.
#[utoipa::path(
    get, path = "/console/onboarding/texts", operation_id = "console_texts", tag = "Console",
    params(
        ("language" = Option<String>, Query, description = "Which language the sentences are in; without it, the tenant's", example = "de"),
        ("q" = Option<String>, Query, description = "A part of a sentence, or of the name of its message", example = "Welcome"),
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
    let looked_for = {
        let asked = |name| query(uri.query(), name);
        (asked("language"), asked("q"))
    };
    let page = saving::read(&console, &operator).await?;
    Ok(form_page(
        &console,
        &operator,
        page,
        looked_for,
        (StatusCode::OK, Told::default()),
    ))
}

/// Change a tenant's own sentences
///
/// As `PUT /v1/tenant` does with the whole document. One that is left empty is Usher's again; one that is not sent stays.
#[utoipa::path(
    post, path = "/console/onboarding/texts", operation_id = "console_save_texts", tag = "Console",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "The form of the page", example = json!("language=en&text.done-title=Welcome&etag=%222%22")),
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
    match saving::change(&console, &operator, &form, |document| apply(document, &form)).await? {
        Ok(saved) => Ok(saved),
        Err(refused) => {
            let given = |name| form.one(name).map(str::to_owned);
            let looked_for = (given("language"), given("q"));
            let page = (refused.document, refused.etag);
            let outcome = (refused.status, refused.told);
            Ok(form_page(&console, &operator, page, looked_for, outcome))
        }
    }
}

fn form_page(
    console: &Console,
    operator: &Operator,
    (document, etag): (Value, String),
    (language, looked_for): (Option<String>, Option<String>),
    (status, told): (StatusCode, Told),
) -> Response {
    let language = language.and_then(|tag| Locale::from_tag(&tag));
    let language = language
        .or(Locale::from_tag(&operator.tenant.default_locale))
        .unwrap_or_default();
    let looked_for = looked_for.unwrap_or_default();
    let (rows, more) = rows(&document["texts"][language.tag()], language, looked_for.trim());
    let content = TextsForm {
        action: operator.href(PATH),
        hidden: operator.hidden(),
        etag,
        language,
        rows,
        more,
        back: operator.href(ONBOARDING),
        told,
        query: looked_for,
    };
    let path = format!("{PATH}?language={}&q={}", language.tag(), escaped(&content.query));
    let languages = operator.languages(&path);
    operator.page(&console.app, (Place::Onboarding, status), languages, |frame| {
        content.render(frame)
    })
}

/// The tenant's own sentences, and some of Usher's that fit; whether there are more of those.
fn rows(own: &Value, language: Locale, looked_for: &str) -> (Vec<OwnText>, bool) {
    let looked_for = looked_for.to_lowercase();
    let usual = usual(language);
    let said = |message: &str| {
        usual
            .iter()
            .find(|(name, _)| *name == message)
            .map(|(_, text)| text.clone())
    };
    let row = |message: &str| OwnText {
        usual: said(message).unwrap_or_default(),
        own: text(own, message),
        message: message.to_owned(),
    };
    let own_ones = own.as_object().into_iter().flat_map(|own| own.keys());
    let mut rows: Vec<OwnText> = own_ones.map(|message| row(message)).collect();
    let fits = |(name, text): &&(&str, String)| {
        let is_found = name.contains(&looked_for) || text.to_lowercase().contains(&looked_for);
        !looked_for.is_empty() && is_found && own[name].is_null()
    };
    let found: Vec<_> = usual.iter().filter(fits).collect();
    rows.extend(found.iter().take(MOST_FOUND).map(|(name, _)| row(name)));
    (rows, found.len() > MOST_FOUND)
}

/// Puts what the form says into the document.
fn apply(document: &mut Value, form: &Form) {
    let language = form.one("language").unwrap_or_default();
    let mut texts = document["texts"].as_object().cloned().unwrap_or_default();
    let own = texts.entry(language).or_insert_with(|| json!({}));
    for (message, typed) in form.under(PREFIX) {
        own[message] = json!(typed.trim());
    }
    if let Some(own) = own.as_object_mut() {
        own.retain(|_, sentence| sentence != "");
    }
    texts.retain(|_, own| own != &json!({}));
    put(document, "/texts", (!texts.is_empty()).then(|| json!(texts)));
}
