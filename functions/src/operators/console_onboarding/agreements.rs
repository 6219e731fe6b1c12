//! `GET` and `POST /console/onboarding/agreements`: an agreement, and its next version.

use axum::extract::State;
use axum::response::Response;
use http::{StatusCode, Uri};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::{PATH as ONBOARDING, saving};
use crate::app_form::Form;
use crate::http::{Problem, ProblemBody, SameSite, code};
use crate::operators::api::Console;
use crate::operators::operator::{Operator, Posting};
use crate::operators::read::{escaped, list, moment, text};
use crate::page_answer::query;
use crate::pages::console::{AgreementForm, KINDS, Place, TextRow, Told, Wording};
use crate::words::Locale;

pub(super) const PATH: &str = "/console/onboarding/agreements";

/// How many numbers of versions that were undone are left out at most.
const MOST_SKIPPED: u64 = 50;

/// The form of an agreement
#[utoipa::path(
    get, path = "/console/onboarding/agreements", operation_id = "console_agreement", tag = "Console",
    params(
        ("name" = Option<String>, Query, description = "The agreement; without it, one more", example = "terms"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
        (status = 404, description = "`not_found`: there is no such agreement", body = ProblemBody<'static>),
    ),
)]
pub(crate) async fn show(State(console): State<Console>, operator: Operator, uri: Uri) -> Result<Response, Problem> {
    let (document, etag) = saving::read(&console, &operator).await?;
    let name = query(uri.query(), "name");
    let agreement = match name.as_deref() {
        Some(name) => Some(named(&document, name).ok_or_else(|| Problem::new(&code::NOT_FOUND))?),
        None => None,
    };
    let page = (agreement, place(&document, name.as_deref()), None, etag);
    Ok(form_page(&console, &operator, page, (StatusCode::OK, Told::default())))
}

/// Change an agreement
///
/// As `PUT /v1/tenant` does with the whole document. The words of a version never change: other words are the next version.
#[utoipa::path(
    post, path = "/console/onboarding/agreements", operation_id = "console_save_agreement", tag = "Console",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "The form of the page", example = json!("known=yes&name=terms&required=yes&etag=%222%22")),
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
    let (mut taken, mut skipped) = (None, 0);
    let refused = loop {
        let change = |document: &mut Value| taken = apply(document, &form, (console.app.clock.now(), skipped));
        match saving::change(&console, &operator, &form, change).await? {
            Ok(saved) => return Ok(saved),
            // Versions that were undone keep their words, and so their number.
            Err(refused) if refused.code == code::AGREEMENT_CHANGED.word && skipped < MOST_SKIPPED => skipped += 1,
            Err(refused) => break refused,
        }
    };
    // What was typed stays: nobody writes a contract twice.
    let known = form
        .one("known")
        .and_then(|_| named(&refused.document, form.one("name")?))
        .or(taken.as_ref());
    let place = place(&refused.document, form.one("known").and(form.one("name")));
    let page = (known, place, Some(&form), refused.etag);
    Ok(form_page(&console, &operator, page, (refused.status, refused.told)))
}

fn named<'a>(document: &'a Value, name: &str) -> Option<&'a Value> {
    list(document, "agreements")
        .iter()
        .find(|agreement| agreement["name"] == name)
}

/// Where an agreement and the last of its versions stand in the document, as JSON Pointers; without a name, the last one.
fn place(document: &Value, name: Option<&str>) -> [String; 2] {
    let all = list(document, "agreements");
    let named = name.and_then(|name| all.iter().position(|agreement| agreement["name"] == name));
    let index = named.unwrap_or_else(|| all.len().saturating_sub(1));
    let versions = all.get(index).map_or(0, |agreement| list(agreement, "versions").len());
    let agreement = format!("/agreements/{index}");
    let next = format!("{agreement}/versions/{}", versions.saturating_sub(1));
    [agreement, next]
}

fn form_page(
    console: &Console,
    operator: &Operator,
    (agreement, at, form, etag): (Option<&Value>, [String; 2], Option<&Form>, String),
    (status, told): (StatusCode, Told),
) -> Response {
    let typed = |name: &str| form.and_then(|form| form.one(name)).unwrap_or_default().to_owned();
    let ticked = |name: &str, before: bool| form.map_or(before, |form| form.one(name).is_some());
    let name = agreement.map_or_else(|| typed("name"), |agreement| text(agreement, "name"));
    let path = match agreement {
        Some(_) => format!("{PATH}?name={}", escaped(&name)),
        None => PATH.to_owned(),
    };
    let nothing = Value::Null;
    let there = agreement.unwrap_or(&nothing);
    let is_for = |kind: &str| list(there, "audience").iter().any(|of| of == kind);
    let row = |locale: Locale| TextRow {
        locale,
        title: typed(&format!("title.{}", locale.tag())),
        text: typed(&format!("text.{}", locale.tag())),
    };
    // A version that was just typed, and is not kept, has its words instead of their hash.
    let is_kept = |version: &&Value| {
        version["texts"]
            .as_object()
            .is_some_and(|texts| texts.values().all(|words| words["sha256"].is_string()))
    };
    let wording = |version: &Value| wording(operator, &name, version);
    let content = AgreementForm {
        action: operator.href(PATH),
        etag,
        at,
        known: agreement.is_some(),
        required: ticked("required", there["required"] != false),
        audience: KINDS
            .map(|kind| (kind, ticked(&format!("audience.{kind}"), is_for(kind))))
            .to_vec(),
        versions: list(there, "versions").iter().filter(is_kept).map(wording).collect(),
        effective_from: typed("effective_from"),
        accept_again: ticked("accept_again", true),
        texts: Locale::ALL.map(row).to_vec(),
        usual: Locale::from_tag(&operator.tenant.default_locale).unwrap_or_default(),
        back: operator.href(ONBOARDING),
        told,
        name,
    };
    let languages = operator.languages(&path);
    operator.page(&console.app, (Place::Onboarding, status), languages, |frame| {
        content.render(frame)
    })
}

/// A version that there is, and where its words are read.
fn wording(operator: &Operator, name: &str, version: &Value) -> Wording {
    let number = version["version"].as_u64().unwrap_or_default();
    let tenant = &operator.tenant.name;
    let texts = version["texts"].as_object().into_iter().flatten();
    let link = |(language, words): (&String, &Value)| {
        let (name, language) = (escaped(name), escaped(language));
        let href = format!("/legal/{name}?labelpartner={tenant}&version={number}&locale={language}");
        (language, text(words, "title"), href)
    };
    Wording {
        number,
        from: moment(version, "effective_from"),
        texts: texts.map(link).collect(),
    }
}

/// Puts what the form says into the document. The agreement that it takes away.
fn apply(document: &mut Value, form: &Form, (now, skipped): (Timestamp, u64)) -> Option<Value> {
    let typed = |name: &str| form.one(name).unwrap_or_default().trim();
    let name = typed("name");
    let mut all = list(document, "agreements").to_vec();
    // The name of another one is no way to change that: it is told as used twice.
    let known = all
        .iter()
        .position(|agreement| form.one("known").is_some() && agreement["name"] == name);
    if let (Some(at), true) = (known, form.one("remove").is_some()) {
        let taken = all.remove(at);
        document["agreements"] = json!(all);
        return Some(taken);
    }
    let at = known.unwrap_or_else(|| {
        all.push(json!({ "name": name, "versions": [] }));
        all.len() - 1
    });
    let agreement = &mut all[at];
    let is_for = |kind: &&str| form.one(&format!("audience.{kind}")).is_some();
    agreement["required"] = json!(form.one("required").is_some());
    agreement["audience"] = json!(KINDS.into_iter().filter(is_for).collect::<Vec<_>>());
    let words: Map<String, Value> = Locale::ALL
        .into_iter()
        .filter_map(|locale| words(form, locale))
        .collect();
    if !words.is_empty() {
        let mut versions = list(agreement, "versions").to_vec();
        let last = versions.last().and_then(|version| version["version"].as_u64());
        versions.push(json!({
            "version": last.unwrap_or_default() + 1 + skipped,
            "effective_from": effective_from(typed("effective_from"), now),
            "accept_again": form.one("accept_again").is_some(),
            "texts": words,
        }));
        agreement["versions"] = json!(versions);
    }
    document["agreements"] = json!(all);
    None
}

/// The beginning of a day, or this moment.
fn effective_from(day: &str, now: Timestamp) -> String {
    match day {
        // Never the next second: the words are in force when the person is told that they are saved.
        "" => Timestamp::from_second(now.as_second()).unwrap_or(now).to_string(),
        day => format!("{day}T00:00:00Z"),
    }
}

/// The words in a language, where somebody wrote any.
fn words(form: &Form, locale: Locale) -> Option<(String, Value)> {
    let tag = locale.tag();
    // A browser sends the end of a line as two characters, and the words are hashed as they are.
    let typed = |name: &str| {
        let value = form.one(&format!("{name}.{tag}")).unwrap_or_default();
        value.replace("\r\n", "\n").trim().to_owned()
    };
    let [title, text] = ["title", "text"].map(typed);
    (!title.is_empty() || !text.is_empty()).then(|| (tag.to_owned(), json!({ "title": title, "text": text })))
}
