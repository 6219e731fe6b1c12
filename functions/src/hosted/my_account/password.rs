//! `GET` and `POST /account/password`: a person who is signed in chooses another password.

use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use usher::password::Password;
use usher::session::Session;
use usher::user::User;
use utoipa::ToSchema;

use super::PATH as ACCOUNT;
use super::own::{Own, OwnForm, posted_languages, status_of};
use crate::app::App;
use crate::http::{Problem, ProblemBody, SameSite, Source};
use crate::pages::{ChangePassword, FieldError, Languages, WrongChange, WrongPassword};
use crate::posted::page_form;
use crate::registration::first_password::{hashed, judge_password};
use crate::registration::set_password::{rule, wrong};

pub(super) const PATH: &str = "/account/password";
/// What the account says afterwards.
pub(super) const CHANGED: &str = "password_changed";

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangePasswordForm {
    /// The password that the person has; without it the form is shown again, in another language.
    #[schema(example = "correct horse battery staple")]
    current_password: Option<String>,
    /// The new one.
    #[serde(default)]
    #[schema(example = "nine yellow ladders hum")]
    password: String,
    /// The language of the page.
    #[serde(default)]
    #[schema(example = "en")]
    locale: Option<String>,
}

page_form!(ChangePasswordForm);

/// The page that changes a password
#[utoipa::path(
    get, path = "/account/password", operation_id = "change_password_page", tag = "Pages",
    params(("locale" = Option<String>, Query, description = "A language of the pages")),
    responses((status = 200, description = "A page"), (status = 303, description = "On to sign in")),
)]
pub(crate) async fn show(State(app): State<App>, own: Own) -> Response {
    if own.user.password.is_none() {
        // There is none to change.
        return own.to(&app, ACCOUNT);
    }
    form_page(&app, &own, StatusCode::OK, own.reader.languages(), Vec::new())
}

/// Change a password
///
/// It ends every other session and every refresh token of the person, and tells them by mail.
#[utoipa::path(
    post, path = "/account/password", operation_id = "change_password", tag = "Pages",
    request_body(content = ChangePasswordForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"current_password": "correct horse battery staple", "password": "nine yellow ladders hum"})),
    responses(
        (status = 200, description = "The form in another language"),
        (status = 303, description = "The password is changed: back to the account; or on to sign in"),
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
    OwnForm { own, form, .. }: OwnForm<ChangePasswordForm>,
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
    let Some(current) = &form.current_password else {
        return again(StatusCode::OK, Vec::new());
    };
    let password = match judge(&own, current, &form.password) {
        Ok(password) => password,
        Err(errors) => return again(StatusCode::UNPROCESSABLE_ENTITY, errors),
    };
    let shown = match own.shows(&app, source, PATH, current).await? {
        Ok(Ok(user)) => user,
        Ok(Err(wrong)) => return again(status_of(wrong), vec![own.say(wrong)]),
        Err(page) => return Ok(page),
    };
    change(&app, &own, &shown, password).await
}

async fn change(app: &App, own: &Own, shown: &User, password: Password) -> Result<Response, Problem> {
    let phc = hashed(app, password).await?;
    Ok(match app.store.change_password(shown, &phc, app.clock.now()).await? {
        Some(changed) => {
            let session = Session::begin(&changed, &app.entropy, app.clock.now());
            own.done(app, &session, CHANGED)
        }
        // It was changed a moment ago, which has ended this session, too.
        None => own.to(app, ACCOUNT),
    })
}

/// The new password, or everything that is wrong with what was typed. Whether the current one is right is looked at, and
/// counted, only with a new one that would do.
fn judge(own: &Own, current: &str, typed: &str) -> Result<Password, Vec<FieldError>> {
    let (shown, rule) = (own.shown(), rule(own.policy()));
    let say = |mistakes: Vec<WrongPassword>| -> Vec<FieldError> {
        let mut mistakes = mistakes;
        mistakes.dedup();
        mistakes
            .into_iter()
            .map(|mistake| mistake.say(shown.words(), rule))
            .collect()
    };
    let mut errors: Vec<FieldError> = Vec::new();
    if current.is_empty() {
        errors.push(own.say(WrongChange::CurrentMissing));
    }
    let judged = match Password::new(typed.to_owned()) {
        _ if typed.is_empty() => Err(say(vec![WrongPassword::Missing])),
        Err(_) => Err(say(vec![WrongPassword::Rule])),
        Ok(password) => {
            let (first, last) = own.user.names();
            judge_password(
                &own.tenant,
                own.policy(),
                own.user.email.as_str(),
                &password,
                &[first, last],
            )
            .map(|()| password)
            .map_err(|broken| say(broken.into_iter().map(wrong).collect()))
        }
    };
    match judged {
        Ok(password) if errors.is_empty() => Ok(password),
        Ok(_) => Err(errors),
        Err(more) => {
            errors.extend(more);
            Err(errors)
        }
    }
}

fn form_page(app: &App, own: &Own, status: StatusCode, languages: Languages, errors: Vec<FieldError>) -> Response {
    let content = ChangePassword {
        action: own.href(PATH),
        address: own.user.email.as_str().to_owned(),
        rule: rule(own.policy()),
        back: own.href(ACCOUNT),
        errors,
    };
    own.page(app, status, languages, |frame| content.render(frame))
}
