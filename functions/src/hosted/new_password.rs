//! `GET` and `POST /recover/password`: the page that the mail for a forgotten password leads to.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{LOCATION, SET_COOKIE};
use serde::Deserialize;
use usher::password::Password;
use usher::recovery::{RecoveryLink, RecoveryRefused};
use usher::tenant::Tenant;
use usher::user::User;
use utoipa::ToSchema;

use super::{recover, session_cookie, sign_in};
use crate::app::App;
use crate::http::{Problem, ProblemBody, SameSite, Source};
use crate::page_answer::{Reader, Shown, page, query};
use crate::pages::{self, FieldError, Languages, NewPassword, ProblemKind, WrongPassword};
use crate::posted::{Posted, page_form};
use crate::registration::first_password::{hashed, judge_password};
use crate::registration::set_password::{rule, wrong};

pub(crate) const PATH: &str = "/recover/password";

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPasswordForm {
    /// The token of the mailed link.
    #[schema(example = "RtN2vO7a0clWtz67xiXB9MEvbJ…")]
    ticket: String,
    /// The new password; without it the form is shown again, in another language.
    #[schema(example = "correct horse battery staple")]
    password: Option<String>,
    /// The language of the page.
    #[serde(default)]
    #[schema(example = "en")]
    locale: Option<String>,
}

page_form!(NewPasswordForm);

/// The page where a forgotten password is replaced
///
/// It shows a form, or says what is wrong with the link; it changes nothing.
#[utoipa::path(
    get, path = "/recover/password", operation_id = "new_password_page", tag = "Pages",
    params(("token" = String, Query, description = "As mailed"), ("locale" = Option<String>, Query, description = "A language of the pages")),
    responses((status = 200, description = "A page"), (status = 404, description = "A page: the link is unknown"),
              (status = 409, description = "A page: already used"), (status = 410, description = "A page: expired")),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    let token = query(request.uri().query(), "token").unwrap_or_default();
    match Recovering::open(&app, &reader, &token).await? {
        Ok(recovering) => Ok(recovering.form_page(&reader, reader.languages(), Vec::new())),
        Err(page) => Ok(page),
    }
}

/// Replace a forgotten password
///
/// It ends every session and every refresh token of the person, and tells them by mail.
#[utoipa::path(
    post, path = "/recover/password", operation_id = "new_password", tag = "Pages",
    request_body(content = NewPasswordForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"ticket": "RtN2vO7a0clWtz67xiXB9MEvbJ…", "password": "correct horse battery staple"})),
    responses(
        (status = 200, description = "The form in another language"),
        (status = 303, description = "On to sign in"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`", body = ProblemBody<'static>),
        (status = 404, description = "A page: the link is unknown"),
        (status = 409, description = "A page: already used"),
        (status = 410, description = "A page: expired"),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The form again, with every mistake"),
        (status = 429, description = "`too_many_requests`; `Retry-After` says when", body = ProblemBody<'static>),
    ),
)]
pub(crate) async fn handle(
    State(app): State<App>,
    Source(source): Source,
    _: SameSite,
    Posted { reader, form, .. }: Posted<NewPasswordForm>,
) -> Result<Response, Problem> {
    let recovering = match Recovering::open(&app, &reader, &form.ticket).await? {
        Ok(recovering) => recovering,
        Err(page) => return Ok(page),
    };
    let judged = match &form.password {
        None => Err((StatusCode::OK, Vec::new())),
        Some(typed) => recovering.judge(&reader, typed),
    };
    let password = match judged {
        Ok(password) => password,
        Err((status, errors)) => {
            let languages = Languages::Form {
                action: PATH.to_owned(),
                fields: vec![("ticket".to_owned(), form.ticket)],
            };
            return Ok(recovering.page(&reader, status, languages, errors));
        }
    };
    let set = async {
        let phc = hashed(&app, password).await?;
        let whose = (&recovering.user, &*recovering.tenant);
        Ok(app
            .store
            .recover(&recovering.link, whose, &phc, app.clock.now())
            .await?)
    };
    match app.guarded(source, set).await? {
        Ok(()) => Ok(recovering.done(&app, &reader)),
        Err(refused) => Ok(recovering.refused(&reader, refused)),
    }
}

/// A person with a link that works.
struct Recovering {
    token: String,
    link: RecoveryLink,
    tenant: Arc<Tenant>,
    user: User,
}

impl Recovering {
    /// Reads who holds a token. The inner error is the page that says what is wrong with it.
    async fn open(app: &App, reader: &Reader, token: &str) -> Result<Result<Self, Response>, Problem> {
        let Some(link) = RecoveryLink::open(token, &app.keys) else {
            return Ok(Err(refused(reader, None, RecoveryRefused::Unknown)));
        };
        let tenant = app.tenant(&link.tenant).await?;
        let is_elsewhere = app.is_host_of_another(&reader.host, &link.tenant).await?;
        let Some(tenant) = tenant.filter(|_| !is_elsewhere) else {
            return Ok(Err(refused(reader, None, RecoveryRefused::Unknown)));
        };
        let user = app.store.get_user(&link.tenant, &link.key).await?;
        if let Err(reason) = link.check(user.as_ref(), &tenant, app.clock.now()) {
            return Ok(Err(refused(reader, Some(&tenant), reason)));
        }
        let token = token.to_owned();
        Ok(user
            .map(|user| Self {
                token,
                link,
                tenant: tenant.clone(),
                user,
            })
            .ok_or_else(|| refused(reader, Some(&tenant), RecoveryRefused::Unknown)))
    }

    fn judge(&self, reader: &Reader, typed: &str) -> Result<Password, (StatusCode, Vec<FieldError>)> {
        let shown = Shown::new(reader, Some(&self.tenant), Some(&self.user));
        let policy = self.user.password_policy(&self.tenant);
        let rule = rule(policy);
        let say = |mistakes: Vec<WrongPassword>| {
            let sentences = mistakes.into_iter().map(|mistake| mistake.say(shown.words(), rule));
            (StatusCode::UNPROCESSABLE_ENTITY, sentences.collect())
        };
        if typed.is_empty() {
            return Err(say(vec![WrongPassword::Missing]));
        }
        let password = Password::new(typed.to_owned()).map_err(|_| say(vec![WrongPassword::Rule]))?;
        let (first, last) = self.user.names();
        judge_password(
            &self.tenant,
            policy,
            self.user.email.as_str(),
            &password,
            &[first, last],
        )
        .map_err(|broken| say(broken.into_iter().map(wrong).collect()))?;
        Ok(password)
    }

    fn form_page(&self, reader: &Reader, languages: Languages, errors: Vec<FieldError>) -> Response {
        self.page(reader, StatusCode::OK, languages, errors)
    }

    fn page(&self, reader: &Reader, status: StatusCode, languages: Languages, errors: Vec<FieldError>) -> Response {
        let shown = Shown::new(reader, Some(&self.tenant), Some(&self.user));
        let content = NewPassword {
            action: format!("{PATH}?locale={}", shown.locale.tag()),
            ticket: self.token.clone(),
            // Whoever has the link has the mailbox.
            address: Some(self.user.email.as_str().to_owned()),
            rule: rule(self.user.password_policy(&self.tenant)),
            errors,
        };
        page(status, content.render(&shown.frame(languages)))
    }

    /// On to sign in with the new password; what the browser held is over.
    fn done(&self, app: &App, reader: &Reader) -> Response {
        let shown = Shown::new(reader, Some(&self.tenant), Some(&self.user));
        let (path, tenant, locale) = (sign_in::PATH, &self.tenant.name, shown.locale.tag());
        let location = format!("{path}?labelpartner={tenant}&notice=password_changed&locale={locale}");
        let cookie = session_cookie::clear(app);
        (StatusCode::SEE_OTHER, [(LOCATION, location), (SET_COOKIE, cookie)]).into_response()
    }

    fn refused(&self, reader: &Reader, reason: RecoveryRefused) -> Response {
        refused(reader, Some(&self.tenant), reason)
    }
}

/// What is wrong with a link, and where to get another.
fn refused(reader: &Reader, tenant: Option<&Tenant>, reason: RecoveryRefused) -> Response {
    let shown = Shown::new(reader, tenant, None);
    let (status, kind) = match reason {
        RecoveryRefused::Expired => (StatusCode::GONE, pages::RecoveryLink::Expired),
        RecoveryRefused::Used => (StatusCode::CONFLICT, pages::RecoveryLink::Used),
        RecoveryRefused::Unknown => (StatusCode::NOT_FOUND, pages::RecoveryLink::Unknown),
    };
    let content = pages::Problem {
        kind: ProblemKind::RecoveryLink(kind),
        next: recover::start_over(tenant, &shown),
        request_id: None,
    };
    page(status, content.render(&shown.frame(reader.languages())))
}
