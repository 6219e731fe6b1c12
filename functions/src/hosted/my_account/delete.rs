//! `GET` and `POST /account/delete`: a person ends their account.

use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use http::header::SET_COOKIE;
use serde::Deserialize;
use usher::store::Written;
use usher::user::User;
use utoipa::ToSchema;

use super::PATH as ACCOUNT;
use super::own::{Own, OwnForm, posted_languages, status_of};
use crate::app::App;
use crate::hosted::session_cookie;
use crate::http::{Problem, ProblemBody, SameSite, Source, code};
use crate::page_answer::{Next, page};
use crate::pages::{DeleteAccount, Deleted, FieldError, Languages};
use crate::posted::page_form;

pub(super) const PATH: &str = "/account/delete";

/// How often an erasure is tried when the person changes meanwhile.
const TRIES: usize = 3;

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeleteForm {
    /// The person's password; without it the form is shown again, in another language.
    #[schema(example = "correct horse battery staple")]
    current_password: Option<String>,
    /// The id of the person whose form it is, of people who have no password; likewise.
    confirmed: Option<String>,
    /// The language of the page.
    #[serde(default)]
    #[schema(example = "en")]
    locale: Option<String>,
}

page_form!(DeleteForm);

/// The page that deletes an account
#[utoipa::path(
    get, path = "/account/delete", operation_id = "delete_account_page", tag = "Pages",
    params(("locale" = Option<String>, Query, description = "A language of the pages")),
    responses((status = 200, description = "A page"), (status = 303, description = "On to sign in")),
)]
pub(crate) async fn show(State(app): State<App>, own: Own) -> Response {
    form_page(&app, &own, StatusCode::OK, own.reader.languages(), Vec::new())
}

/// Delete one's own account
///
/// The person is erased as the back office would erase them, and told by mail.
#[utoipa::path(
    post, path = "/account/delete", operation_id = "delete_account", tag = "Pages",
    request_body(content = DeleteForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"current_password": "correct horse battery staple"})),
    responses(
        (status = 200, description = "A page: the account is deleted; or the form in another language"),
        (status = 303, description = "On to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or the page again: not the person's password", body = ProblemBody<'static>),
        (status = 409, description = "`conflict`: the account changed meanwhile, several times in a row", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again: no password"),
        (status = 429, description = "A page that says when to try again"),
    ),
)]
pub(crate) async fn handle(
    State(app): State<App>,
    Source(source): Source,
    _: SameSite,
    OwnForm { own, form, .. }: OwnForm<DeleteForm>,
) -> Result<Response, Problem> {
    let again = |status, errors| {
        Ok(form_page(
            &app,
            &own,
            status,
            posted_languages(PATH, Vec::new()),
            errors,
        ))
    };
    let shown = own.shown_in(form.current_password.as_deref(), form.confirmed.as_deref());
    let Some(current) = shown else {
        return again(StatusCode::OK, Vec::new());
    };
    let shown = match own.shows(&app, source, PATH, current).await? {
        Ok(Ok(user)) => user,
        Ok(Err(wrong)) => return again(status_of(wrong), vec![own.say(wrong)]),
        Err(page) => return Ok(page),
    };
    match app.store.ask_for_deletion(&shown, app.clock.now()).await? {
        Some(user) => erase(&app, &own, user).await,
        // The password was changed a moment ago, which has ended this session, too.
        None => Ok(own.to(&app, ACCOUNT)),
    }
}

/// Erases a person who wants it. What is written down says so, until it is done: they can ask again, and the mail that
/// tells them follows from the erasure.
async fn erase(app: &App, own: &Own, mut user: User) -> Result<Response, Problem> {
    for _ in 0..TRIES {
        match app.store.erase_user(&user, None, app.clock.now()).await? {
            Written::Now | Written::Before | Written::KeyReused => return Ok(deleted(app, own)),
            Written::Changed => match app.store.get_user(&user.tenant, &user.key()).await? {
                Some(now) if now.id == user.id => user = now,
                // Somebody was quicker.
                _ => return Ok(deleted(app, own)),
            },
        }
    }
    Err(Problem {
        retry_after: Some(1),
        ..Problem::new(&code::CONFLICT)
    })
}

fn deleted(app: &App, own: &Own) -> Response {
    let html = Deleted.render(&own.shown().frame(Languages::None));
    let mut response = page(StatusCode::OK, html);
    if let Ok(cookie) = session_cookie::clear(app).parse() {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

fn form_page(app: &App, own: &Own, status: StatusCode, languages: Languages, errors: Vec<FieldError>) -> Response {
    let content = DeleteAccount {
        action: own.href(PATH),
        address: own.user.email.as_str().to_owned(),
        proof: own.proof(app, Next::DeleteAccount),
        back: own.href(ACCOUNT),
        errors,
    };
    own.page(app, status, languages, |frame| content.render(frame))
}
