//! `GET` and `POST /console/onboarding/questions`: everything that can be said of one question of a kind of account, or of an
//! app. The tables of questions have only what fits in a row.

use axum::extract::State;
use axum::response::Response;
use http::{StatusCode, Uri};
use serde_json::Value;

use super::inputs::{Member, Shape, apply, groups};
use super::{PATH as ONBOARDING, saving};
use crate::app_form::Form;
use crate::http::{Problem, ProblemBody, SameSite, code};
use crate::operators::api::Console;
use crate::operators::operator::{Operator, Posting};
use crate::operators::read::{escaped, list};
use crate::page_answer::query;
use crate::pages::console::{FIELD_TYPES, KINDS, Place, SettingsForm, Told, kind_name};
use crate::words::ConsoleWords;

pub(super) const PATH: &str = "/console/onboarding/questions";

const ABOUT: &[Member] = &[
    Member::new("/type", "field-type", Shape::One(FIELD_TYPES)),
    Member::new("/required", "field-required", Shape::Tick),
    Member::new("/shown", "field-shown", Shape::Usually),
];
const WORDS: &[Member] = &[
    Member::new("/label", "question-label", Shape::Pairs).hint("question-label-hint"),
    Member::new("/choices", "field-choices", Shape::Choices).hint("question-choices-hint"),
];
const RULES: &[Member] = &[
    Member::new("/max_length", "question-longest", Shape::Number).hint("question-longest-hint"),
    Member::new("/pattern", "question-pattern", Shape::Line("text")).hint("question-pattern-hint"),
    Member::new("/scope", "question-scope", Shape::Line("text")).hint("question-scope-hint"),
];
const GROUPS: &[(&str, &[Member])] = &[
    ("question-about", ABOUT),
    ("question-words", WORDS),
    ("question-rules", RULES),
];

/// Which question it is: of a list, by its name.
struct Question {
    of: List,
    name: String,
}

/// A list of questions.
pub(super) enum List {
    /// Of a kind of account, with the member of its rules.
    Kind(&'static str, &'static str),
    /// Of an app.
    App(String),
}

impl List {
    /// Where the form of one of its questions is, without a language.
    pub(super) fn path_of(&self, name: &str) -> String {
        let name = escaped(name);
        match self {
            Self::Kind(kind, member) => format!("{PATH}?kind={kind}&of={member}&name={name}"),
            Self::App(id) => format!("{PATH}?app={}&name={name}", escaped(id)),
        }
    }

    /// Where it stands in the document: a JSON Pointer.
    fn at(&self, document: &Value) -> Option<String> {
        match self {
            Self::Kind(kind, member) => Some(format!("/onboarding/kinds/{kind}/{member}")),
            Self::App(id) => {
                let index = list(document, "clients")
                    .iter()
                    .position(|client| client["id"] == *id)?;
                Some(format!("/clients/{index}/fields"))
            }
        }
    }

    /// Whose questions they are, as operators know it.
    fn whose(&self, words: ConsoleWords) -> String {
        match self {
            Self::Kind(kind, _) => kind_name(words, kind),
            Self::App(id) => id.clone(),
        }
    }

    /// What a form says of it beside the name of the question.
    fn hidden(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Kind(kind, member) => vec![("kind", (*kind).to_owned()), ("of", (*member).to_owned())],
            Self::App(id) => vec![("app", id.clone())],
        }
    }
}

impl Question {
    /// Reads what an address or a form says of it.
    fn read(said: impl Fn(&str) -> Option<String>) -> Result<Self, Problem> {
        let one_of = |known: &[&'static str], name: &str| {
            let word = said(name)?;
            known.iter().copied().find(|known| *known == word)
        };
        let of = match said("app") {
            Some(id) => Some(List::App(id)),
            None => one_of(&KINDS, "kind")
                .zip(one_of(&["customer_fields", "user_fields"], "of"))
                .map(|(kind, member)| List::Kind(kind, member)),
        };
        let found = of.zip(said("name"));
        let (of, name) = found.ok_or_else(|| Problem::new(&code::NOT_FOUND))?;
        Ok(Self { of, name })
    }

    /// Where it stands in the document, if it is there: a JSON Pointer.
    fn at(&self, document: &Value) -> Option<String> {
        let list = self.of.at(document)?;
        let mut all = document.pointer(&list)?.as_array()?.iter();
        let index = all.position(|field| field["name"] == *self.name)?;
        Some(format!("{list}/{index}"))
    }

    fn page(
        &self,
        console: &Console,
        operator: &Operator,
        (document, etag): (&Value, String),
        (status, told): (StatusCode, Told),
    ) -> Result<Response, Problem> {
        let base = self.at(document).ok_or_else(|| Problem::new(&code::NOT_FOUND))?;
        let part = document.pointer(&base).unwrap_or(&Value::Null);
        let mut hidden = self.of.hidden();
        hidden.push(("name", self.name.clone()));
        let content = SettingsForm {
            heading: format!("{}: {}", self.of.whose(operator.words()), self.name),
            action: operator.href(PATH),
            etag,
            groups: groups(GROUPS, part),
            base,
            hidden,
            back: operator.href(ONBOARDING),
            told,
            ..SettingsForm::default()
        };
        let languages = operator.languages(&self.of.path_of(&self.name));
        Ok(
            operator.page(&console.app, (Place::Onboarding, status), languages, |frame| {
                content.render(frame)
            }),
        )
    }
}

/// The form of a question
#[utoipa::path(
    get, path = "/console/onboarding/questions", operation_id = "console_question", tag = "Console",
    params(
        ("name" = String, Query, description = "The question", example = "companyName"),
        ("kind" = Option<String>, Query, description = "The kind of account that it is of", example = "business"),
        ("of" = Option<String>, Query, description = "`customer_fields` or `user_fields`", example = "customer_fields"),
        ("app" = Option<String>, Query, description = "The app that it is of, in place of a kind", example = "acme-web"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
        (status = 404, description = "`not_found`: there is no such question", body = ProblemBody<'static>),
    ),
)]
pub(crate) async fn show(State(console): State<Console>, operator: Operator, uri: Uri) -> Result<Response, Problem> {
    let question = Question::read(|name| query(uri.query(), name))?;
    let (document, etag) = saving::read(&console, &operator).await?;
    question.page(
        &console,
        &operator,
        (&document, etag),
        (StatusCode::OK, Told::default()),
    )
}

/// Change a question
///
/// As `PUT /v1/tenant` does with the whole document. What is left empty is as usual.
#[utoipa::path(
    post, path = "/console/onboarding/questions", operation_id = "console_save_question", tag = "Console",
    request_body(content = String, content_type = "application/x-www-form-urlencoded", description = "The form of the page", example = json!("kind=business&of=customer_fields&name=companyName&label=en+%3D+Company&etag=%222%22")),
    responses(
        (status = 303, description = "Saved: back to the onboarding; or on to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: the console is not open to this person", body = ProblemBody<'static>),
        (status = 404, description = "`not_found`: there is no such question by now", body = ProblemBody<'static>),
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
    let question = Question::read(|name| form.one(name).map(str::to_owned))?;
    let change = |document: &mut Value| {
        let at = question.at(document);
        if let Some(part) = at.and_then(|at| document.pointer_mut(&at)) {
            GROUPS.iter().for_each(|(_, members)| apply(members, part, &form));
        }
    };
    match saving::change(&console, &operator, &form, change).await? {
        Ok(saved) => Ok(saved),
        Err(refused) => {
            let page = (&refused.document, refused.etag);
            question.page(&console, &operator, page, (refused.status, refused.told))
        }
    }
}
