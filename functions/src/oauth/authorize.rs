//! `GET` and `POST /authorize`: an app sends a person to sign in (OpenID Connect Core 1.0, section 3.1.2).
//!
//! A person who is signed in goes straight back with a code. Everybody else goes on to the page that the request needs,
//! which takes it along sealed and leads back here. Opening this address changes nothing: a code is sealed, not stored,
//! and its redemption is what is written.

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http::header::{LOCATION, SET_COOKIE};
use http::{HeaderMap, StatusCode};
use usher::authorization::{Next, Pending, SignedIn, next};
use usher::token::AuthorizationCode;

use super::{answer, decision, find};
use crate::app::App;
use crate::hosted::{SignedInUser, Visit, browser, keep, not_understood, signed_in};
use crate::http::{Problem, ProblemBody, form, read};
use crate::page_answer::{Reader, remembering};
use crate::{Endpoint, Route, sign_up};

const PATH: &str = "/authorize";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "authorize",
    routes: &[
        Route::new("GET", PATH),
        Route::new("POST", PATH),
        Route::new("POST", decision::PATH),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route(PATH, get(show).post(handle))
            .route(decision::PATH, post(decision::handle))
            .with_state(app)
    },
};

/// Send a person to sign in
///
/// The authorization endpoint of OpenID Connect: the code flow, with PKCE.
#[utoipa::path(
    get, path = "/authorize", operation_id = "authorize", tag = "OpenID Connect",
    params(
        ("client_id" = String, Query, description = "The app"),
        ("redirect_uri" = Option<String>, Query, description = "One of the app's list, character by character"),
        ("response_type" = Option<String>, Query, description = "Always `code`"),
        ("scope" = Option<String>, Query, description = "Separated by spaces; `openid` is always there, and what is not known is left out"),
        ("state" = Option<String>, Query, description = "Handed back as it is"),
        ("nonce" = Option<String>, Query, description = "Put into the ID token as it is"),
        ("code_challenge" = Option<String>, Query, description = "RFC 7636; required for clients without secret or keys"),
        ("code_challenge_method" = Option<String>, Query, description = "Always `S256`"),
        ("response_mode" = Option<String>, Query, description = "`query` or `form_post`"),
        ("prompt" = Option<String>, Query, description = "`none`, or any of `login`, `consent`, `create`"),
        ("max_age" = Option<u32>, Query, description = "How long ago the person may have signed in, in seconds"),
        ("login_hint" = Option<String>, Query, description = "The address that the form is filled with"),
        ("id_token_hint" = Option<String>, Query, description = "An ID token that the app was given: nobody but that person will do"),
        ("ui_locales" = Option<String>, Query, description = "Languages, the best first"),
        ("access_type" = Option<String>, Query, description = "`offline` asks for `offline_access`"),
        ("organization_id" = Option<String>, Query, description = "Where it is given, the tenant's"),
        ("environment_id" = Option<String>, Query, description = "Where it is given, the client's"),
        ("request_uri" = Option<String>, Query, description = "What a pushed request is called (RFC 9126); then nothing but it and `client_id` counts"),
    ),
    responses(
        (status = 200, description = "A page that asks the person, or that posts the answer to the app"),
        (status = 303, description = "Back to the app with code, state and iss, or with an error; or on to sign in"),
        (status = 400, description = "A page: the redirect URI is none of the client's"),
        (status = 410, description = "A page: the request's time is over"),
        (status = 503, description = "A page: the client is unknown"),
    ),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    let query = request.uri().query().unwrap_or_default();
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
    match find(&app, &reader, &pairs.into_iter().collect()).await? {
        Ok(visit) => {
            let answer = proceed(&app, &reader, request.headers(), &visit).await?;
            Ok(remembering(&app, visit.ui_locales(), answer))
        }
        Err(page) => Ok(page),
    }
}

/// The same with the parameters in a form
///
/// A form of another site's page comes without the session. So it is answered by the address that goes on with it.
#[utoipa::path(
    post, path = "/authorize", operation_id = "authorize_form", tag = "OpenID Connect",
    request_body(content = serde_json::Value, content_type = "application/x-www-form-urlencoded",
                 example = json!({"client_id": "acme-portal", "redirect_uri": "https://portal.acme.example/welcome", "response_type": "code", "scope": "openid"})),
    responses(
        (status = 200, description = "A page that posts an error to the app"),
        (status = 303, description = "On to the same request by GET, or back to the app with an error"),
        (status = 400, description = "`invalid_form`, or a page: the redirect URI is none of the client's", body = ProblemBody<'static>),
        (status = 410, description = "A page: the request's time is over"),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 503, description = "A page: the client is unknown"),
    ),
)]
pub async fn handle(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let body = read(body).await?;
    let reader = Reader::of(&parts.uri, &parts.headers);
    let pairs: Vec<(String, String)> = form(&parts.headers, &body)?;
    Ok(match find(&app, &reader, &pairs.into_iter().collect()).await? {
        Ok(visit) => (StatusCode::SEE_OTHER, [(LOCATION, visit.leads_to(&app))]).into_response(),
        Err(page) => page,
    })
}

async fn proceed(app: &App, reader: &Reader, headers: &HeaderMap, visit: &Visit) -> Result<Response, Problem> {
    let shown = visit.shown(reader);
    let to = |path: &str| (StatusCode::SEE_OTHER, [(LOCATION, visit.href(path, &shown))]).into_response();
    let who = signed_in(app, headers, &visit.tenant).await?;
    Ok(match next_of(app, visit, who.as_ref()) {
        (Next::SignIn, _) => to("/sign-in"),
        (Next::Register, _) => to(sign_up::way_in(visit).unwrap_or(crate::hosted::register::PATH)),
        (Next::Refuse(refusal), _) => answer::refusal(app, &shown, &refusal),
        (Next::Ask, pending) => decision::ask(app, reader, visit, who.as_ref(), &pending.agreements),
        (Next::Verify, _) => to(crate::hosted::check_details::PATH),
        (Next::Answer, _) => match who {
            Some(who) => send_code(app, reader, headers, visit, &who),
            None => not_understood(reader, Some(&visit.tenant)),
        },
    })
}

/// What has to happen next, and what is pending.
pub(super) fn next_of(app: &App, visit: &Visit, who: Option<&SignedInUser>) -> (Next, Pending) {
    let now = app.clock.now();
    let pending = who.map(|who| Pending::of(&who.user, &visit.tenant, now));
    let pending = pending.unwrap_or_default();
    let signed_in = who.map(|who| SignedIn {
        user: who.user.id.0,
        at: who.session.signed_in_at,
        agreements_pending: !pending.agreements.is_empty(),
        verification_pending: pending.verification,
    });
    match &visit.request {
        Some((request, _)) => (next(request, signed_in, now), pending),
        None => (Next::SignIn, pending),
    }
}

/// Back to the app with a code. The session was used, and stays.
pub(super) fn send_code(
    app: &App,
    reader: &Reader,
    headers: &HeaderMap,
    visit: &Visit,
    who: &SignedInUser,
) -> Response {
    let Some((request, _)) = &visit.request else {
        return not_understood(reader, Some(&visit.tenant));
    };
    let now = app.clock.now();
    let code = AuthorizationCode::in_session(&who.session, request, browser(headers), &app.entropy, now);
    let code = code.seal(&app.keys, now);
    let to = (request.redirect_uri.as_str(), request.response_mode);
    let mut response = answer::code(app, &visit.shown(reader), to, request.state.as_deref(), &code);
    if let Ok(cookie) = keep(app, &who.session, &visit.tenant).parse() {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}
