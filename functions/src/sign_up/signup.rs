//! `GET` and `POST /signup`: a person chooses the kind of their account and types their address.
//!
//! The answer is the same whoever has the address, and costs the same: it is written down, and who is behind it the mailer
//! finds out.

use std::net::IpAddr;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use jiff::SignedDuration;
use serde::Deserialize;
use usher::sign_up::SignUp;
use utoipa::ToSchema;

use super::start_form::{Typed, form_page};
use super::{is_open, not_open};
use crate::app::App;
use crate::hosted::{Visit, sign_in};
use crate::http::{Problem, ProblemBody, SameSite, Source, code};
use crate::page_answer::{Reader, page, query, remembering};
use crate::pages::{CheckMail, CheckMailKind, Languages};
use crate::posted::{Posted, page_form};
use crate::{Endpoint, Route, oauth};

/// Where people begin.
pub(crate) const PATH: &str = "/signup";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "signup",
    routes: &[Route::new("GET", PATH), Route::new("POST", PATH)],
    hashes: false,
    router: |app| Router::new().route(PATH, get(show).post(handle)).with_state(app),
};

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignUpForm {
    /// What an app asks for, as the page was opened with it.
    #[serde(default)]
    #[schema(example = "Xk3vO7a0clWtz67xiXB9MEvbJ…")]
    pub(super) request: String,
    /// The kind of account: `personal` or `business`, as far as the tenant has them.
    #[serde(default)]
    #[schema(example = "business")]
    pub(super) kind: String,
    /// The address; without it the form is shown again, in another language.
    #[schema(example = "jane.doe@example.org")]
    pub(super) email: Option<String>,
    /// The language of the page.
    #[serde(default)]
    #[schema(example = "en")]
    pub(super) locale: Option<String>,
}

page_form!(SignUpForm);

/// The page where people begin to make an account
///
/// Led to by "Create new account" on the sign-in page, by `prompt=create`, or directly, with the parameters of
/// `/authorize` or none.
#[utoipa::path(
    get, path = "/signup", operation_id = "signup_page", tag = "Pages",
    params(
        ("request" = Option<String>, Query, description = "What an app asks for, as `/authorize` passes it on"),
        ("client_id" = Option<String>, Query, description = "Or the app; with the other parameters of `/authorize`"),
        ("kind" = Option<String>, Query, description = "The kind of account that is chosen beforehand"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page, or one that posts an error to the app"),
        (status = 303, description = "Back to the app, which made a mistake"),
        (status = 400, description = "A page: the request is none of ours, or the redirect URI none of the client's"),
        (status = 403, description = "A page: people make no accounts here"),
        (status = 410, description = "A page: the request's time is over"),
        (status = 503, description = "A page: the client is unknown"),
    ),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    let parameters = request.uri().query();
    let found = match query(parameters, "client_id") {
        Some(_) => {
            let pairs: Vec<(String, String)> =
                serde_urlencoded::from_str(parameters.unwrap_or_default()).unwrap_or_default();
            oauth::find(&app, &reader, &pairs.into_iter().collect()).await?
        }
        None => Visit::read(&app, &reader, query(parameters, "request").as_deref()).await?,
    };
    let visit = match found {
        Ok(visit) => visit,
        Err(page) => return Ok(page),
    };
    if !is_open(&visit) {
        return Ok(not_open(&reader, &visit));
    }
    let typed = Typed::nothing(&visit, query(parameters, "kind"), reader.languages());
    let page = form_page(&reader, &visit, StatusCode::OK, typed);
    Ok(remembering(&app, visit.ui_locales(), page))
}

/// Ask for the link to the form of a new account
///
/// Whoever has the address, the answer is the same. Somebody new is mailed a link; somebody who has an account is told so,
/// in the mail.
#[utoipa::path(
    post, path = "/signup", operation_id = "signup", tag = "Pages",
    request_body(content = SignUpForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"kind": "business", "email": "jane.doe@example.org"})),
    responses(
        (status = 200, description = "A page: look into the mail; or the form in another language"),
        (status = 400, description = "`invalid_form`, or a page: the request is none of ours", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: people make no accounts here", body = ProblemBody<'static>),
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
    Posted { reader, form, .. }: Posted<SignUpForm>,
) -> Result<Response, Problem> {
    let visit = match Visit::read(&app, &reader, Some(&form.request)).await? {
        Ok(visit) => visit,
        Err(page) => return Ok(page),
    };
    if !is_open(&visit) {
        return Ok(not_open(&reader, &visit));
    }
    let shown = visit.shown(&reader);
    match Typed::check(&visit, &form, shown.words()) {
        Ok((kind, email)) => {
            let life = SignedDuration::from_secs(i64::from(visit.tenant.link_life_seconds));
            let asked = visit.request.as_ref();
            let chosen = SignUp {
                email,
                kind,
                locale: shown.locale.tag().to_owned(),
                request: asked.map(|(request, _)| request.seal(&app.keys, app.clock.now(), life)),
                arrival: None,
            };
            ask(&app, source, &reader, (&visit, PATH), &chosen).await
        }
        Err((status, errors)) => {
            let typed = Typed::again(&visit, &form, &shown, errors);
            Ok(form_page(&reader, &visit, status, typed))
        }
    }
}

/// Writes it down, and says to look into the mail.
pub(crate) async fn ask(
    app: &App,
    source: IpAddr,
    reader: &Reader,
    (visit, path): (&Visit, &str),
    chosen: &SignUp,
) -> Result<Response, Problem> {
    let (tenant, shown) = (&visit.tenant, visit.shown(reader));
    let asked = async {
        let limit = app.config.limits.sends_per_address;
        let asked = app.store.ask_to_sign_up(&tenant.name, chosen, limit, app.clock.now());
        asked.await??;
        Ok(())
    };
    match app.guarded(source, asked).await {
        Err(problem) if problem.code == &code::TOO_MANY_REQUESTS => {
            let back = visit.href(path, &shown);
            return Ok(sign_in::too_many_mails(reader, tenant, back, &problem));
        }
        outcome => outcome?,
    }
    let content = CheckMail {
        kind: CheckMailKind::SignUp,
        address: chosen.email.as_str().to_owned(),
        works_for: u64::from(tenant.link_life_seconds),
        sign_in: Some(visit.href(sign_in::PATH, &shown)),
    };
    Ok(page(StatusCode::OK, content.render(&shown.frame(Languages::None))))
}
