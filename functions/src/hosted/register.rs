//! `GET` and `POST /register`: a person makes an account for themselves.
//!
//! The answer is the same whoever has the address, and costs the same: the form is hashed and written down, and who is
//! behind it the mailer finds out.

use std::net::IpAddr;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::SET_COOKIE;
use http::{HeaderMap, StatusCode};
use jiff::SignedDuration;
use serde::Deserialize;
use usher::address::EmailAddress;
use usher::registration::{RegisteringBrowser, Registration};
use usher::tenant::Client;
use usher::user::SelfRegistration;
use utoipa::ToSchema;

use super::register_form::{Typed, form_page};
use super::sign_in::too_many_mails;
use super::visit::{Visit, problem};
use crate::agreements::accepting::Offers;
use crate::app::App;
use crate::app_form::{Filled, Form};
use crate::http::{Problem, ProblemBody, SameSite, Source, code};
use crate::page_answer::{Reader, page, query, remembering};
use crate::pages::{CheckMail, CheckMailKind, Languages, ProblemKind};
use crate::posted::Posted;
use crate::registration::{first_password::hashed, registering_cookie};
use crate::{Endpoint, Route, oauth};

/// Where people register.
pub(crate) const PATH: &str = "/register";
/// Where agreements are accepted here, as the evidence says it.
const CHANNEL: &str = "registration_page";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "register",
    routes: &[Route::new("GET", PATH), Route::new("POST", PATH)],
    hashes: true,
    router: |app| Router::new().route(PATH, get(show).post(handle)).with_state(app),
};

/// What the form sends, beside `profile.<name>` for each field of the app.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the fields of an app are data; this is what the API reference shows"
)]
pub(super) struct RegisterForm {
    /// What the app asks for, as the page was opened with it.
    #[schema(example = "Xk3vO7a0clWtz67xiXB9MEvbJ…")]
    request: String,
    /// The address.
    #[schema(example = "jane.doe@example.org")]
    email: String,
    /// The password; without it the form is shown again, in another language.
    #[schema(example = "correct horse battery staple")]
    password: Option<String>,
    /// The same again, from a browser that cannot show it.
    #[schema(example = "correct horse battery staple")]
    password_confirmation: Option<String>,
    /// Accepts an agreement: one such box for each, `agreement.<name>`, with the version that was shown.
    #[serde(rename = "agreement.terms")]
    #[schema(example = "1")]
    agreement: Option<String>,
    /// The language of the page.
    #[schema(example = "en")]
    locale: Option<String>,
}

/// The page where people register
///
/// Led to by the link on the sign-in page, by `prompt=create`, or directly, with the parameters of `/authorize`.
#[utoipa::path(
    get, path = "/register", operation_id = "register_page", tag = "Pages",
    params(
        ("client_id" = Option<String>, Query, description = "The app; with the other parameters of `/authorize`"),
        ("request" = Option<String>, Query, description = "Or what it asks for, as `/authorize` passes it on"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page, or one that posts an error to the app"),
        (status = 303, description = "Back to the app, which made a mistake"),
        (status = 400, description = "A page: the request is none of ours, or the redirect URI none of the client's"),
        (status = 403, description = "A page: people do not register themselves for this app"),
        (status = 410, description = "A page: the request's time is over"),
        (status = 503, description = "A page: the client is unknown"),
    ),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    let parameters = request.uri().query().unwrap_or_default();
    let found = match query(Some(parameters), "request") {
        Some(sealed) => Visit::read(&app, &reader, Some(&sealed)).await?,
        None => {
            let pairs: Vec<(String, String)> = serde_urlencoded::from_str(parameters).unwrap_or_default();
            oauth::find(&app, &reader, &pairs.into_iter().collect()).await?
        }
    };
    let visit = match found {
        Ok(visit) => visit,
        Err(page) => return Ok(page),
    };
    let Some(client) = open_to(&visit) else {
        return Ok(closed(&reader, &visit));
    };
    let typed = Typed::nothing(&visit, reader.languages());
    let page = form_page(&app, &reader, (&visit, client), StatusCode::OK, typed);
    Ok(remembering(&app, visit.ui_locales(), page))
}

/// Register
///
/// Whoever has the address, the answer is the same. Somebody new is mailed a link that activates the account; somebody who
/// has one is told so, in the mail.
#[utoipa::path(
    post, path = "/register", operation_id = "register", tag = "Pages",
    request_body(content = RegisterForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"request": "Xk3vO7a0clWtz67xiXB9MEvbJ…", "email": "jane.doe@example.org", "profile.firstName": "Jane", "password": "correct horse battery staple"})),
    responses(
        (status = 200, description = "A page: look into the mail; or the form in another language"),
        (status = 400, description = "`invalid_form`, or a page: the request is none of ours", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: people do not register themselves for this app", body = ProblemBody<'static>),
        (status = 410, description = "A page: the request's time is over"),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The form again, with every mistake"),
        (status = 429, description = "A page that says when to try again"),
    ),
)]
pub(crate) async fn handle(
    State(app): State<App>,
    Source(source): Source,
    _: SameSite,
    Posted { reader, form, headers }: Posted<Form>,
) -> Result<Response, Problem> {
    let visit = match Visit::read(&app, &reader, form.one("request")).await? {
        Ok(visit) => visit,
        Err(page) => return Ok(page),
    };
    let Some(client) = open_to(&visit) else {
        return Ok(closed(&reader, &visit));
    };
    let shown = visit.shown(&reader);
    let offers = Offers::new(&visit.tenant, client.customers, shown.words(), app.clock.now());
    match Typed::check(&visit, client, &form, &offers)? {
        Ok((email, filled)) => sent(&app, source, (&reader, &headers), (&visit, client), email, filled).await,
        Err((status, errors)) => {
            let typed = Typed::again(&form, errors);
            Ok(form_page(&app, &reader, (&visit, client), status, typed))
        }
    }
}

/// The app, if people may register themselves for it.
fn open_to(visit: &Visit) -> Option<&Client> {
    let (_, client) = visit.request.as_ref()?;
    client.self_registration.then_some(client)
}

fn closed(reader: &Reader, visit: &Visit) -> Response {
    problem(
        reader,
        Some(&visit.tenant),
        StatusCode::FORBIDDEN,
        ProblemKind::AppMistake,
    )
}

async fn sent(
    app: &App,
    source: IpAddr,
    (reader, headers): (&Reader, &HeaderMap),
    (visit, client): (&Visit, &Client),
    email: EmailAddress,
    mut filled: Filled,
) -> Result<Response, Problem> {
    let (shown, now) = (visit.shown(reader), app.clock.now());
    let (tenant, browser) = (&visit.tenant, RegisteringBrowser::new(&app.entropy));
    let offers = Offers::new(tenant, client.customers, shown.words(), now);
    let consent = offers.consent(std::mem::take(&mut filled.accepted), CHANNEL, source, headers, now);
    let life = SignedDuration::from_secs(i64::from(tenant.link_life_seconds));
    let written = async {
        let form = Registration {
            own: SelfRegistration {
                browser: browser.name().to_owned(),
                password: hashed(app, filled.password).await?,
                request: visit
                    .request
                    .as_ref()
                    .map(|(request, _)| request.seal(&app.keys, now, life)),
            },
            email: email.clone(),
            first_name: filled.answers.first_name,
            last_name: filled.answers.last_name,
            phone_number: filled.answers.phone_number,
            profile: filled.answers.profile,
            consent,
            locale: shown.locale.tag().to_owned(),
            client: client.id.clone(),
            redirect_uri: visit.redirect_uri().unwrap_or_default().to_owned(),
        };
        let limit = app.config.limits.sends_per_address;
        app.store.ask_to_register(&tenant.name, &form, limit, now).await??;
        Ok(())
    };
    match app.guarded(source, written).await {
        Err(problem) if problem.code == &code::TOO_MANY_REQUESTS => {
            return Ok(too_many_mails(reader, tenant, visit.href(PATH, &shown), &problem));
        }
        outcome => outcome?,
    }
    let content = CheckMail {
        kind: CheckMailKind::Register,
        address: email.as_str().to_owned(),
        works_for: u64::from(tenant.link_life_seconds),
        sign_in: Some(visit.href(super::sign_in::PATH, &shown)),
    };
    let cookie = registering_cookie::set(app, &browser, tenant.link_life_seconds);
    let html = content.render(&shown.frame(Languages::None));
    Ok(([(SET_COOKIE, cookie)], page(StatusCode::OK, html)).into_response())
}
