//! `GET` and `POST /account/email`: a person gives another address. It is theirs once they confirm it, and not before.

use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use usher::address::EmailAddress;
use usher::new_address::NEW_ADDRESS_LIFE;
use usher::user::User;
use utoipa::ToSchema;

use super::PATH as ACCOUNT;
use super::own::{Own, OwnForm, posted_languages, status_of};
use crate::app::App;
use crate::hosted::sign_in::too_many_mails;
use crate::http::{Problem, ProblemBody, SameSite, Source};
use crate::page_answer::Next;
use crate::pages::{ChangeEmail, CheckMail, CheckMailKind, FieldError, Languages, WrongChange, WrongEmail};
use crate::posted::page_form;

pub(super) const PATH: &str = "/account/email";

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeEmailForm {
    /// The new address.
    #[serde(default)]
    #[schema(example = "jane@example.com")]
    email: String,
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

page_form!(ChangeEmailForm);

/// The page that asks for another address
#[utoipa::path(
    get, path = "/account/email", operation_id = "change_email_page", tag = "Pages",
    params(("locale" = Option<String>, Query, description = "A language of the pages")),
    responses((status = 200, description = "A page"), (status = 303, description = "On to sign in")),
)]
pub(crate) async fn show(State(app): State<App>, own: Own) -> Response {
    form_page(&app, &own, StatusCode::OK, own.reader.languages(), "", Vec::new())
}

/// Ask for another address
///
/// A link goes to the new address, which is the person's once they follow it. What is answered is the same where somebody
/// has the address; its owner is then told that they have an account.
#[utoipa::path(
    post, path = "/account/email", operation_id = "change_email", tag = "Pages",
    request_body(content = ChangeEmailForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"email": "jane@example.com", "current_password": "correct horse battery staple"})),
    responses(
        (status = 200, description = "A page: look into the mail; or the form in another language"),
        (status = 303, description = "On to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or the page again: not the person's password", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again, with every mistake"),
        (status = 429, description = "A page that says when to try again"),
    ),
)]
pub(crate) async fn handle(
    State(app): State<App>,
    Source(source): Source,
    _: SameSite,
    OwnForm { own, form, .. }: OwnForm<ChangeEmailForm>,
) -> Result<Response, Problem> {
    let languages = posted_languages(PATH, vec![("email".to_owned(), form.email.clone())]);
    let again = |status, errors| Ok(form_page(&app, &own, status, languages, &form.email, errors));
    let shown = own.shown_in(form.current_password.as_deref(), form.confirmed.as_deref());
    let Some(current) = shown else {
        return again(StatusCode::OK, Vec::new());
    };
    let email = match address(&own, current, form.email.trim()) {
        Ok(email) => email,
        Err(errors) => return again(StatusCode::UNPROCESSABLE_ENTITY, errors),
    };
    match own.shows(&app, source, PATH, current).await? {
        Ok(Ok(user)) => ask(&app, &own, &user, &email).await,
        Ok(Err(wrong)) => again(status_of(wrong), vec![own.say(wrong)]),
        Err(page) => Ok(page),
    }
}

/// The address, or everything that is wrong with what was typed.
fn address(own: &Own, current: &str, typed: &str) -> Result<EmailAddress, Vec<FieldError>> {
    let shown = own.shown();
    let parsed = match typed {
        "" => Err(WrongEmail::Missing),
        typed => EmailAddress::parse(typed).map_err(|_| WrongEmail::Malformed),
    };
    let missing = current.is_empty().then(|| own.say(WrongChange::CurrentMissing));
    match (parsed, missing) {
        (Ok(email), None) => Ok(email),
        (parsed, missing) => {
            let wrong = parsed.err().map(|wrong| wrong.say(shown.words()));
            Err(wrong.into_iter().chain(missing).collect())
        }
    }
}

async fn ask(app: &App, own: &Own, user: &User, email: &EmailAddress) -> Result<Response, Problem> {
    let (limit, now) = (app.config.limits.sends_per_address, app.clock.now());
    match app.store.ask_for_new_address(user, email, limit, now).await? {
        Ok(Some(())) => {
            let content = CheckMail {
                kind: CheckMailKind::ChangeEmail,
                address: email.as_str().to_owned(),
                works_for: NEW_ADDRESS_LIFE.as_secs().unsigned_abs(),
                sign_in: None,
            };
            Ok(own.page(app, StatusCode::OK, Languages::None, |frame| content.render(frame)))
        }
        // The password was changed a moment ago, which has ended this session, too.
        Ok(None) => Ok(own.to(app, ACCOUNT)),
        Err(too_often) => {
            let back = own.href(PATH);
            Ok(too_many_mails(&own.reader, &own.tenant, back, &too_often.into()))
        }
    }
}

fn form_page(
    app: &App,
    own: &Own,
    status: StatusCode,
    languages: Languages,
    email: &str,
    errors: Vec<FieldError>,
) -> Response {
    let content = ChangeEmail {
        action: own.href(PATH),
        address: own.user.email.as_str().to_owned(),
        email: email.to_owned(),
        proof: own.proof(app, Next::ChangeEmail),
        back: own.href(ACCOUNT),
        errors,
    };
    own.page(app, status, languages, |frame| content.render(frame))
}
