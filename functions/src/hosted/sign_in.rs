//! `GET` and `POST /sign-in`: a person shows their password.

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use http::header::{LOCATION, RETRY_AFTER, SET_COOKIE};
use serde::Deserialize;
use usher::address::EmailAddress;
use usher::password::Password;
use usher::session::Session;
use usher::tenant::Tenant;
use utoipa::ToSchema;

use super::visit::{Visit, problem_leading_to};
use super::{ShownPassword, session_cookie, sign_in_with};
use crate::app::App;
use crate::http::{Problem, ProblemBody, SameSite, Source, code};
use crate::page_answer::{Reader, leading_to, query};
use crate::pages::{FieldError, Languages, ProblemKind, SignIn, SignInNotice, WrongSignIn};
use crate::posted::{Posted, page_form};
use crate::{Endpoint, Route, sign_up, sso};

/// Where people look after their account.
pub(crate) const ACCOUNT: &str = "/account";
/// Where people sign in.
pub(crate) const PATH: &str = "/sign-in";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "sign-in",
    routes: &[Route::new("GET", PATH), Route::new("POST", PATH)],
    hashes: true,
    router: |app| Router::new().route(PATH, get(show).post(handle)).with_state(app),
};

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignInForm {
    /// What the app asks for, as the page was opened with it.
    #[serde(default)]
    #[schema(example = "Xk3vO7a0clWtz67xiXB9MEvbJ…")]
    request: String,
    /// The address.
    #[serde(default)]
    #[schema(example = "jane.doe@example.org")]
    email: String,
    /// The password; without it the form is shown again, in another language.
    #[schema(example = "correct horse battery staple")]
    password: Option<String>,
    /// The language of the page.
    #[serde(default)]
    #[schema(example = "en")]
    locale: Option<String>,
}

page_form!(SignInForm);

/// The sign-in page
#[utoipa::path(
    get, path = "/sign-in", operation_id = "sign_in_page", tag = "Pages",
    params(("request" = Option<String>, Query, description = "What an app asks for, as `/authorize` passes it on"), ("locale" = Option<String>, Query, description = "A language of the pages")),
    responses((status = 200, description = "A page"), (status = 400, description = "A page: the request is none of ours"),
              (status = 410, description = "A page: its time is over")),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    let [sealed, notice] = ["request", "notice"].map(|name| query(request.uri().query(), name));
    let visit = match Visit::read(&app, &reader, sealed.as_deref()).await? {
        Ok(visit) => visit,
        Err(page) => return Ok(page),
    };
    let notice = match notice.as_deref() {
        Some("activated") => Some(SignInNotice::Activated),
        Some("password_changed") => Some(SignInNotice::PasswordChanged),
        _ => None,
    };
    let typed = Typed {
        email: visit.login_hint().unwrap_or_default().to_owned(),
        notice,
        errors: Vec::new(),
        languages: reader.languages(),
    };
    Ok(form_page(&reader, &visit, StatusCode::OK, typed))
}

/// Sign in
#[utoipa::path(
    post, path = "/sign-in", operation_id = "sign_in", tag = "Pages",
    request_body(content = SignInForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"email": "jane.doe@example.org", "password": "correct horse battery staple"})),
    responses(
        (status = 200, description = "The page in another language"),
        (status = 303, description = "On to the app, or to the person's account"),
        (status = 400, description = "`invalid_form`, or a page: the request is none of ours", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or the page again: address and password do not fit", body = ProblemBody<'static>),
        (status = 410, description = "A page: the request's time is over"),
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
    Posted { reader, form, .. }: Posted<SignInForm>,
) -> Result<Response, Problem> {
    let visit = match Visit::read(&app, &reader, Some(&form.request)).await? {
        Ok(visit) => visit,
        Err(page) => return Ok(page),
    };
    let (email, password) = match check(&form.email, form.password.as_deref()) {
        Ok(read) => read,
        Err((status, wrong)) => return Ok(again(&reader, &visit, &form, status, &wrong)),
    };
    let attempt = sign_in_with(&app, source, &visit.tenant.name, &email, password);
    match app.guarded(source, attempt).await {
        Ok(ShownPassword::Person(user)) => {
            let session = Session::begin(&user, &app.entropy, app.clock.now());
            Ok(signed_in(&app, &visit, &session))
        }
        Ok(ShownPassword::WhoeverWaits) => Ok(not_yet(&reader, &visit, ProblemKind::AwaitingApproval)),
        Ok(ShownPassword::WhoeverWasRefused) => Ok(not_yet(&reader, &visit, ProblemKind::AccountRefused)),
        Ok(ShownPassword::WhoeverIsSuspended) => Ok(not_yet(&reader, &visit, ProblemKind::AccountSuspended)),
        Ok(ShownPassword::Nobody) => {
            let wrong = [WrongSignIn::NoMatch];
            Ok(again(&reader, &visit, &form, StatusCode::FORBIDDEN, &wrong))
        }
        Err(problem) if problem.code == &code::TOO_MANY_REQUESTS => {
            let back = visit.href(PATH, &visit.shown(&reader));
            Ok(too_often(&reader, &visit.tenant, back, &problem))
        }
        Err(problem) => Err(problem),
    }
}

/// The person is who they say, and their account does not count.
fn not_yet(reader: &Reader, visit: &Visit, kind: ProblemKind) -> Response {
    visit.problem(reader, StatusCode::FORBIDDEN, kind)
}

/// Address and password, or what is wrong with them; nothing is where the form was sent for another language.
pub(crate) fn check(
    email: &str,
    password: Option<&str>,
) -> Result<(EmailAddress, Password), (StatusCode, Vec<WrongSignIn>)> {
    let Some(typed) = password else {
        return Err((StatusCode::OK, Vec::new()));
    };
    let parsed = EmailAddress::parse(email.trim());
    let mut wrong = Vec::new();
    match (email.trim(), &parsed) {
        ("", _) => wrong.push(WrongSignIn::EmailMissing),
        (_, Err(_)) => wrong.push(WrongSignIn::EmailMalformed),
        _ => {}
    }
    if typed.is_empty() {
        wrong.push(WrongSignIn::PasswordMissing);
    }
    match (parsed, Password::new(typed.to_owned())) {
        (Ok(email), Ok(password)) if wrong.is_empty() => Ok((email, password)),
        // No account has a password that cannot be one.
        (Ok(_), Err(_)) if wrong.is_empty() => Err((StatusCode::FORBIDDEN, vec![WrongSignIn::NoMatch])),
        _ => Err((StatusCode::UNPROCESSABLE_ENTITY, wrong)),
    }
}

/// Who has shown a credential gets a session of its own, whatever the browser held before.
pub(crate) fn signed_in(app: &App, visit: &Visit, session: &Session) -> Response {
    let cookie = session_cookie::set(app, session, &visit.tenant);
    let headers = [(LOCATION, visit.leads_to(app)), (SET_COOKIE, cookie)];
    (StatusCode::SEE_OTHER, headers).into_response()
}

struct Typed {
    email: String,
    notice: Option<SignInNotice>,
    errors: Vec<FieldError>,
    languages: Languages,
}

fn again(reader: &Reader, visit: &Visit, form: &SignInForm, status: StatusCode, wrong: &[WrongSignIn]) -> Response {
    let (shown, pincode) = (visit.shown(reader), visit.is_pincode());
    let fields = [("request", &form.request), ("email", &form.email)];
    let typed = Typed {
        email: form.email.clone(),
        notice: None,
        errors: wrong.iter().map(|wrong| wrong.say(shown.words(), pincode)).collect(),
        languages: Languages::Form {
            action: visit.action(PATH, &shown),
            fields: fields.map(|(name, value)| (name.to_owned(), value.clone())).to_vec(),
        },
    };
    form_page(reader, visit, status, typed)
}

fn form_page(reader: &Reader, visit: &Visit, status: StatusCode, typed: Typed) -> Response {
    let shown = visit.shown(reader);
    let content = SignIn {
        action: visit.action(PATH, &shown),
        request: visit.sealed.clone(),
        email: typed.email,
        providers: sso::buttons(visit, &shown),
        register: sign_up::way_in(visit).map(|path| visit.href(path, &shown)),
        recover: visit.href("/recover", &shown),
        pincode: visit.is_pincode(),
        notice: typed.notice,
        errors: typed.errors,
    };
    let html = content.render(&shown.frame(typed.languages));
    leading_to(visit.redirect_uri(), status, html)
}

/// When to go on, after too many attempts, and the way back to the page where they were made.
pub(crate) fn too_often(reader: &Reader, tenant: &Tenant, back: String, told: &Problem) -> Response {
    wait(reader, tenant, (back, told), |retry_after| ProblemKind::TooOften {
        retry_after,
    })
}

/// When to go on, after too many mails, and the way back to the page where they were asked for.
pub(crate) fn too_many_mails(reader: &Reader, tenant: &Tenant, back: String, told: &Problem) -> Response {
    wait(reader, tenant, (back, told), |retry_after| ProblemKind::TooManyMails {
        retry_after,
    })
}

fn wait(
    reader: &Reader,
    tenant: &Tenant,
    (back, told): (String, &Problem),
    kind: impl Fn(u64) -> ProblemKind,
) -> Response {
    let retry_after = told.retry_after.unwrap_or(60);
    let kind = kind(u64::from(retry_after));
    let page = problem_leading_to(reader, Some(tenant), StatusCode::TOO_MANY_REQUESTS, kind, Some(back));
    ([(RETRY_AFTER, retry_after.to_string())], page).into_response()
}
