//! `GET` and `POST /recover`: a person has forgotten their password and is mailed a link to choose another.
//!
//! What is answered, and what it costs, is the same whoever has the address.

use std::net::IpAddr;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::{get, put};
use http::StatusCode;
use serde::Deserialize;
use usher::address::EmailAddress;
use usher::recovery::RECOVERY_LIFE;
use usher::tenant::{Tenant, TenantName};
use usher::user::EmailKey;
use utoipa::ToSchema;

use super::sign_in::too_many_mails;
use super::visit::Visit;
use super::{new_password, reset_password, sign_in};
use crate::app::App;
use crate::http::{Problem, ProblemBody, SameSite, Source, code};
use crate::page_answer::{Reader, Shown, page, query};
use crate::pages::{CheckMail, CheckMailKind, FieldError, Languages, Recover, WrongEmail};
use crate::posted::{Posted, page_form};
use crate::{Endpoint, Route};

/// Where people say that they have forgotten their password.
pub(crate) const PATH: &str = "/recover";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "recover",
    routes: &[
        Route::new("GET", PATH),
        Route::new("POST", PATH),
        Route::new("GET", new_password::PATH),
        Route::new("POST", new_password::PATH),
        Route::new("PUT", reset_password::PATH),
        Route::new("PUT", reset_password::WITHOUT_SLASH),
    ],
    hashes: true,
    router: |app| {
        Router::new()
            .route(PATH, get(show).post(handle))
            .route(new_password::PATH, get(new_password::show).post(new_password::handle))
            .route(reset_password::PATH, put(reset_password::handle))
            .route(reset_password::WITHOUT_SLASH, put(reset_password::handle_without_slash))
            .with_state(app)
    },
};

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecoverForm {
    /// What the app asks for, as the page was opened with it.
    #[serde(default)]
    #[schema(example = "Xk3vO7a0clWtz67xiXB9MEvbJ…")]
    request: String,
    /// The address; without it the page is shown again, in another language.
    #[schema(example = "jane.doe@example.org")]
    email: Option<String>,
    /// The language of the page.
    #[serde(default)]
    #[schema(example = "en")]
    locale: Option<String>,
}

page_form!(RecoverForm);

/// The page for a forgotten password
#[utoipa::path(
    get, path = "/recover", operation_id = "recover_page", tag = "Pages",
    params(("request" = Option<String>, Query, description = "What an app asks for, as `/authorize` passes it on"), ("locale" = Option<String>, Query, description = "A language of the pages")),
    responses((status = 200, description = "A page"), (status = 400, description = "A page: the request is none of ours"),
              (status = 410, description = "A page: its time is over")),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    let sealed = query(request.uri().query(), "request");
    match Visit::read(&app, &reader, sealed.as_deref()).await? {
        Ok(visit) => {
            let hint = visit.login_hint().unwrap_or_default().to_owned();
            Ok(form_page(
                &reader,
                &visit,
                StatusCode::OK,
                &hint,
                reader.languages(),
                Vec::new(),
            ))
        }
        Err(page) => Ok(page),
    }
}

/// Ask for a link to a new password
#[utoipa::path(
    post, path = "/recover", operation_id = "recover", tag = "Pages",
    request_body(content = RecoverForm, content_type = "application/x-www-form-urlencoded", example = json!({"email": "jane.doe@example.org"})),
    responses(
        (status = 200, description = "A page: look into the mail; or the form in another language"),
        (status = 400, description = "`invalid_form`, or a page: the request is none of ours", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`", body = ProblemBody<'static>),
        (status = 410, description = "A page: the request's time is over"),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again: the address is missing or none"),
        (status = 429, description = "A page that says when to try again"),
    ),
)]
pub(crate) async fn handle(
    State(app): State<App>,
    Source(source): Source,
    _: SameSite,
    Posted { reader, form, .. }: Posted<RecoverForm>,
) -> Result<Response, Problem> {
    let visit = match Visit::read(&app, &reader, Some(&form.request)).await? {
        Ok(visit) => visit,
        Err(page) => return Ok(page),
    };
    let shown = visit.shown(&reader);
    let email = match address(form.email.as_deref()) {
        Ok(email) => email,
        Err((status, wrong)) => return Ok(again(&reader, &visit, &form, status, wrong)),
    };
    match ask(&app, source, &visit.tenant.name, &email).await {
        Ok(()) => Ok(sent(&visit, &shown, &email)),
        Err(problem) if problem.code == &code::TOO_MANY_REQUESTS => {
            let back = visit.href(PATH, &shown);
            Ok(too_many_mails(&reader, &visit.tenant, back, &problem))
        }
        Err(problem) => Err(problem),
    }
}

/// The address, or what is wrong with it; nothing is where the form was sent for another language.
fn address(typed: Option<&str>) -> Result<EmailAddress, (StatusCode, Option<WrongEmail>)> {
    let wrong = |wrong| (StatusCode::UNPROCESSABLE_ENTITY, Some(wrong));
    match typed.map(str::trim) {
        None => Err((StatusCode::OK, None)),
        Some("") => Err(wrong(WrongEmail::Missing)),
        Some(typed) => EmailAddress::parse(typed).map_err(|_| wrong(WrongEmail::Malformed)),
    }
}

fn again(
    reader: &Reader,
    visit: &Visit,
    form: &RecoverForm,
    status: StatusCode,
    wrong: Option<WrongEmail>,
) -> Response {
    let shown = visit.shown(reader);
    let languages = Languages::Form {
        action: visit.action(PATH, &shown),
        fields: vec![("request".to_owned(), form.request.clone())],
    };
    let errors = wrong.map(|wrong| wrong.say(shown.words())).into_iter().collect();
    let email = form.email.as_deref().unwrap_or_default();
    form_page(reader, visit, status, email, languages, errors)
}

/// Writes down that somebody has forgotten a password.
pub(super) async fn ask(app: &App, source: IpAddr, tenant: &TenantName, email: &EmailAddress) -> Result<(), Problem> {
    let (limit, now) = (app.config.limits.sends_per_address, app.clock.now());
    let written = async {
        let key = EmailKey::new(tenant, email);
        app.store.ask_to_recover(tenant, key, limit, now).await??;
        Ok(())
    };
    app.guarded(source, written).await
}

fn form_page(
    reader: &Reader,
    visit: &Visit,
    status: StatusCode,
    email: &str,
    languages: Languages,
    errors: Vec<FieldError>,
) -> Response {
    let shown = visit.shown(reader);
    let content = Recover {
        action: visit.action(PATH, &shown),
        request: visit.sealed.clone(),
        email: email.to_owned(),
        pincode: visit.is_pincode(),
        sign_in: visit.href(sign_in::PATH, &shown),
        errors,
    };
    page(status, content.render(&shown.frame(languages)))
}

fn sent(visit: &Visit, shown: &Shown, email: &EmailAddress) -> Response {
    let content = CheckMail {
        kind: CheckMailKind::Recover {
            pincode: visit.is_pincode(),
        },
        address: email.as_str().to_owned(),
        works_for: RECOVERY_LIFE.as_secs().unsigned_abs(),
        sign_in: Some(visit.href(sign_in::PATH, shown)),
    };
    page(StatusCode::OK, content.render(&shown.frame(Languages::None)))
}

/// Where people of a tenant that is known by a mailed link start over.
pub(super) fn start_over(tenant: Option<&Tenant>, shown: &Shown) -> Option<String> {
    tenant.map(|tenant| format!("{PATH}?labelpartner={}&locale={}", tenant.name, shown.locale.tag()))
}
