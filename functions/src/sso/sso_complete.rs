//! `GET` and `POST /sso/complete`: whoever came from their identity provider and is not known fills in the rest.

use std::net::IpAddr;

use ::http::{HeaderMap, StatusCode};
use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::{get, post};
use usher::session::Session;
use usher::sso::Arrival;
use usher::user::User;
use utoipa::ToSchema;

use super::arriving::{Arriving, Newcomer, Settled};
use super::coming::{Coming, Named};
use super::complete_form::CompleteForm;
use super::problem_pages::{self, again, problem};
use super::{cookies, sso_address, sso_connect};
use crate::app::App;
use crate::app_form::Form;
use crate::hosted::{not_understood, sign_in};
use crate::http::{Problem, ProblemBody, SameSite, Source};
use crate::page_answer::{Reader, query};
use crate::pages::ProblemKind;
use crate::posted::Posted;
use crate::{Endpoint, Route};

pub(super) const PATH: &str = "/sso/complete";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "sso-complete",
    routes: &[
        Route::new("GET", PATH),
        Route::new("POST", PATH),
        Route::new("POST", sso_address::PATH),
        Route::new("POST", sso_connect::PATH),
    ],
    hashes: true,
    router: |app| {
        Router::new()
            .route(PATH, get(show).post(handle))
            .route(sso_address::PATH, post(sso_address::handle))
            .route(sso_connect::PATH, post(sso_connect::handle))
            .with_state(app)
    },
};

/// What the form sends, beside `profile.<name>` for each field of the kind. Who the person is at their provider is no part of it.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "the fields of a kind are data; this is what the API reference shows"
)]
pub(super) struct SsoCompleteForm {
    /// What the app asks for, as the page was shown for it.
    #[schema(example = "Xk3vO7a0clWtz67xiXB9MEvbJ…")]
    request: Option<String>,
    /// Whose form it is, as the page was shown.
    #[schema(example = "2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    came: Option<String>,
    /// The token of the mailed link, where the provider has not proven the address.
    #[schema(example = "acme.Su3vO7a0clWtz67xiXB9MEvbJ…")]
    token: Option<String>,
    /// The button: `yes`; without it the form is shown again, in another language.
    #[schema(example = "yes")]
    create: Option<String>,
    /// Accepts an agreement: one such box for each, `agreement.<name>`, with the version that was shown.
    #[schema(rename = "agreement.terms", example = "1")]
    agreement: Option<String>,
    /// The language of the page.
    #[schema(example = "en")]
    locale: Option<String>,
}

/// The page of whoever came from their identity provider and is not known
///
/// It asks for what is missing, for a proof of the address, or for the password of an account that there is; or says whom to ask.
/// It changes nothing.
#[utoipa::path(
    get, path = "/sso/complete", operation_id = "sso_complete_page", tag = "Pages",
    params(
        ("request" = Option<String>, Query, description = "What an app asks for, as `/authorize` passes it on"),
        ("token" = Option<String>, Query, description = "As mailed"),
        ("connect" = Option<String>, Query, description = "`yes`: the page for somebody who has a password"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name, for people who come from no app"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page"),
        (status = 400, description = "A page: nobody came with this browser, or too long ago"),
        (status = 403, description = "A page: nobody here knows them, or the account does not count"),
        (status = 410, description = "A page: the request's time is over"),
    ),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let (uri, headers) = (request.uri(), request.headers());
    let reader = Reader::of(uri, headers);
    let [sealed, token, connect] = ["request", "token", "connect"].map(|name| query(uri.query(), name));
    let named = Named {
        request: sealed.as_deref(),
        token: token.as_deref(),
        came: None,
    };
    let coming = match Coming::read(&app, &reader, headers, named).await? {
        Ok(coming) => coming,
        Err(page) => return Ok(page),
    };
    let locale = coming.visit.shown(&reader).locale.tag();
    let Some(arriving) = coming.arriving(&app, locale) else {
        return Ok(again(&reader, &coming.visit));
    };
    let arrival = coming.arrival(&arriving).await?;
    if connect.is_some() {
        return Ok(sso_connect::page_of(&reader, &coming, &arriving, None, Vec::new()));
    }
    let token = token.unwrap_or_default();
    Ok(page_of(&app, &reader, &coming, &arriving, (&arrival, &token)))
}

/// The page for what somebody is here.
fn page_of(
    app: &App,
    reader: &Reader,
    coming: &Coming,
    arriving: &Arriving<'_>,
    (arrival, token): (&Arrival, &str),
) -> Response {
    let told = |status, kind, to: &str| problem(reader, &coming.visit, (status, kind), to);
    let provider = arriving.party.connection.display_name.clone();
    match arrival {
        Arrival::Completes(_) => match CompleteForm::new(coming, arriving, token) {
            Some(form) => form.page(app, reader, (StatusCode::OK, None), Vec::new(), reader.languages()),
            None => again(reader, &coming.visit),
        },
        Arrival::ProvesAddress => sso_address::page_of(reader, coming, arriving, None, Vec::new()),
        Arrival::Connects => sso_connect::page_of(reader, coming, arriving, None, Vec::new()),
        Arrival::Invited => told(StatusCode::FORBIDDEN, ProblemKind::SsoInvited, sign_in::PATH),
        Arrival::Waits => told(StatusCode::FORBIDDEN, ProblemKind::AwaitingApproval, sign_in::PATH),
        Arrival::Suspended => told(StatusCode::FORBIDDEN, ProblemKind::AccountSuspended, sign_in::PATH),
        Arrival::WasRefused => told(StatusCode::FORBIDDEN, ProblemKind::AccountRefused, sign_in::PATH),
        Arrival::Unknown => sso_connect::unknown(reader, coming, provider),
        // What needs no more of them is done where they come back.
        Arrival::Created(_) | Arrival::Linked(_) | Arrival::SignedIn(_) => again(reader, &coming.visit),
    }
}

/// Make an account for whoever came from their identity provider
///
/// Customer, person and default place are made in one write, or none of them, and the person is signed in.
#[utoipa::path(
    post, path = "/sso/complete", operation_id = "sso_complete", tag = "Pages",
    request_body(content = SsoCompleteForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"create": "yes", "profile.companyName": "Acme"})),
    responses(
        (status = 200, description = "The page in another language"),
        (status = 303, description = "On to the app, or to the account"),
        (status = 400, description = "`invalid_form`, or a page: nobody came with this browser, or too long ago", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: the account waits for a decision, or nobody here knows them", body = ProblemBody<'static>),
        (status = 409, description = "`conflict`", body = ProblemBody<'static>),
        (status = 410, description = "A page: the request's time is over"),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again, with every mistake"),
        (status = 429, description = "`too_many_requests`; `Retry-After` says when", body = ProblemBody<'static>),
    ),
)]
pub(crate) async fn handle(
    State(app): State<App>,
    Source(source): Source,
    _: SameSite,
    Posted { reader, form, headers }: Posted<Form>,
) -> Result<Response, Problem> {
    let named = Named {
        request: form.one("request"),
        token: form.one("token"),
        came: Some(form.one("came").unwrap_or_default()),
    };
    let coming = match Coming::read(&app, &reader, &headers, named).await? {
        Ok(coming) => coming,
        Err(page) => return Ok(page),
    };
    let locale = coming.visit.shown(&reader).locale.tag();
    let Some(arriving) = coming.arriving(&app, locale) else {
        return Ok(not_understood(&reader, Some(&coming.visit.tenant)));
    };
    let token = form.one("token").unwrap_or_default();
    match coming.arrival(&arriving).await? {
        Arrival::SignedIn(user) if arriving.has_made(&user) => Ok(signed_in(&app, &coming, &arriving.session(&user))),
        Arrival::Completes(over) => {
            let from = (&reader, &headers, source);
            complete(from, &coming, &arriving, &form, over.as_deref()).await
        }
        arrival => Ok(page_of(&app, &reader, &coming, &arriving, (&arrival, token))),
    }
}

async fn complete(
    (reader, headers, source): (&Reader, &HeaderMap, IpAddr),
    coming: &Coming,
    arriving: &Arriving<'_>,
    form: &Form,
    over: Option<&User>,
) -> Result<Response, Problem> {
    let app = arriving.app();
    let token = form.one("token").unwrap_or_default();
    let asked = CompleteForm::new(coming, arriving, token);
    let (Some(asked), Some((email, verified_by))) = (asked, coming.proven()) else {
        return Ok(again(reader, &coming.visit));
    };
    let languages = || form.languages(&coming.visit.action(PATH, &coming.visit.shown(reader)));
    let again = |status, mistakes| Ok(asked.page(app, reader, (status, Some(form)), mistakes, languages()));
    let account = match asked.check(app, reader, (headers, source), form)? {
        Ok(account) => account,
        Err(mistakes) if mistakes.is_empty() => return again(StatusCode::OK, mistakes),
        Err(mistakes) => return again(StatusCode::UNPROCESSABLE_ENTITY, mistakes),
    };
    let newcomer = Newcomer {
        email,
        verified_by,
        account,
        over,
    };
    match app.guarded(source, arriving.make(newcomer)).await? {
        Some(Settled::NotYet(kind)) => Ok(problem(
            reader,
            &coming.visit,
            (StatusCode::FORBIDDEN, kind),
            sign_in::PATH,
        )),
        Some(Settled::SignedIn(session)) => Ok(signed_in(app, coming, &session)),
        // Somebody was first; it may have been the same form.
        Some(Settled::Asks) | None => match coming.arrival(arriving).await? {
            Arrival::SignedIn(user) if arriving.has_made(&user) => Ok(signed_in(app, coming, &arriving.session(&user))),
            // What they came with has made an account before, which is gone.
            Arrival::Completes(_) => Ok(problem_pages::again(reader, &coming.visit)),
            arrival => Ok(page_of(app, reader, coming, arriving, (&arrival, token))),
        },
    }
}

/// On to what they came for. Nothing waits in their browser any more.
pub(super) fn signed_in(app: &App, coming: &Coming, session: &Session) -> Response {
    cookies::forgetting(app, sign_in::signed_in(app, &coming.visit, session))
}
