//! `GET` and `POST /v2/registration/verify`: a person proves their address with the mailed link or
//! the code beside it.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use usher::store::CodeOutcome;
use usher::tenant::Tenant;
use usher::user::{EmailKey, User};
use usher::verification::{Link, LinkRefused, Ticket, matching_windows};
use utoipa::ToSchema;

use super::proofs::{PressedForm, VerifyRequest};
use super::verify_pages::{self, VERIFY};
use crate::app::App;
use crate::directory::host_of;
use crate::http::{Problem, ProblemBody, SameSite, Source, code, is_of_type, json, read};
use crate::metrics::{self, Step};
use crate::page_answer::Reader;
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "verify-user",
    routes: &[
        Route::new("GET", "/v2/registration/verify"),
        Route::new("POST", "/v2/registration/verify"),
    ],
    hashes: false,
    router: |app| {
        Router::new()
            .route("/v2/registration/verify", get(show).post(handle))
            .with_state(app)
    },
};

/// The members of both ways; see [`VerifyRequest`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    token: Option<String>,
    email_address: Option<String>,
    labelpartner: Option<String>,
    code: Option<String>,
}

/// The address is proven.
#[derive(Serialize, ToSchema)]
pub struct VerifyAnswer {
    /// Always `ok`.
    #[schema(example = "ok")]
    status: &'static str,
    /// Always `ok`.
    #[schema(example = "ok")]
    message: &'static str,
    /// Lets its holder set the first password, once.
    #[schema(example = "OPkWv50clWtz67xiXB9MEvbJ…")]
    activation_ticket: String,
    /// For how many seconds.
    #[schema(example = 3600)]
    expires_in: u32,
}

/// The page behind the mailed link
///
/// It shows whom the link is for and a button, or says what is wrong with the link; it changes
/// nothing.
#[utoipa::path(
    get, path = "/v2/registration/verify", operation_id = "verify_user_page", tag = "Pages",
    params(("token" = String, Query, description = "As mailed"), ("locale" = Option<String>, Query, description = "A language of the pages, such as `de`; a region of it will do")),
    responses((status = 200, description = "A page"), (status = 404, description = "A page: the link is unknown"),
              (status = 409, description = "A page: already used"), (status = 410, description = "A page: expired")),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    let token = verify_pages::token_in(request.uri().query());
    verify_pages::opened(&app, VERIFY, &reader, &token).await
}

/// Prove an address
///
/// With the link's token or with address, labelpartner and code. The same address is proven once per
/// mail; the ticket sets the first password.
#[utoipa::path(
    post, path = "/v2/registration/verify", operation_id = "verify_user", tag = "Registration",
    request_body(content(
        (VerifyRequest = "application/json", example = json!({"email_address": "jane.doe@example.org", "labelpartner": "acme", "code": "123456"})),
        (PressedForm = "application/x-www-form-urlencoded", example = json!({"token": "acme.wOhJ1HcpQgssVGAe_M1CTJt6…", "confirm": "yes"})),
    )),
    responses(
        (status = 200, description = "The address is proven", body = VerifyAnswer),
        (status = 303, description = "The same for a form: on to the page that sets a password"),
        (status = 400, description = "`malformed_json`, `invalid_body`; for a form `invalid_form`, `confirmation_missing`", body = ProblemBody<'static>),
        (status = 403, description = "`code_refused`: wrong, expired, used, or nobody's; `cross_site`", body = ProblemBody<'static>),
        (status = 404, description = "`link_unknown`", body = ProblemBody<'static>),
        (status = 409, description = "`link_used`", body = ProblemBody<'static>),
        (status = 410, description = "`link_expired`", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "`validation_failed`", body = ProblemBody<'static>),
        (status = 429, description = "`too_many_requests`; `Retry-After` says when", body = ProblemBody<'static>),
    ),
)]
pub async fn handle(
    State(app): State<App>,
    Source(source): Source,
    _: SameSite,
    request: Request,
) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let body = read(body).await?;
    if is_of_type(&parts.headers, "application/x-www-form-urlencoded") {
        let reader = Reader::of(&parts.uri, &parts.headers);
        return app
            .guarded(source, verify_pages::pressed(&app, VERIFY, &reader, &parts, &body))
            .await;
    }
    let body: Given = json(&parts.headers, &body)?;
    let (user, tenant) = app.guarded(source, prove(&app, host_of(&parts.headers), body)).await?;
    let now = app.clock.now();
    let activation_ticket = Ticket::new(&user, &tenant, now).seal(&app.keys, now);
    let answer = VerifyAnswer {
        status: "ok",
        message: "ok",
        activation_ticket,
        expires_in: tenant.ticket_life_seconds,
    };
    Ok(axum::Json(answer).into_response())
}

async fn prove(app: &App, host: &str, body: Given) -> Result<(User, Arc<Tenant>), Problem> {
    match body {
        Given {
            token: Some(token),
            email_address: None,
            labelpartner: None,
            code: None,
        } => prove_by_link(app, host, &token, false).await?.map_err(link_problem),
        Given {
            token: None,
            email_address: Some(email),
            labelpartner: Some(tenant),
            code: Some(code),
        } => match prove_by_code(app, &email, &tenant, &code).await? {
            (CodeOutcome::Proven(user), Some(tenant)) => Ok((*user, tenant)),
            (CodeOutcome::TooOften(too_often), _) => Err(too_often.into()),
            _ => Err(Problem::new(&code::CODE_REFUSED)),
        },
        _ => Err(Problem::new(&code::INVALID_BODY).detail("give token alone, or email_address, labelpartner and code")),
    }
}

/// Proves an address with a link's token.
pub(super) async fn prove_by_link(
    app: &App,
    host: &str,
    token: &str,
    invites: bool,
) -> Result<Result<(User, Arc<Tenant>), LinkRefused>, Problem> {
    let link = match Link::open(token, invites, &app.keys) {
        Ok(link) => link,
        Err(refused) => return Ok(Err(refused)),
    };
    if app.is_host_of_another(host, &link.tenant).await? {
        return Ok(Err(LinkRefused::Unknown));
    }
    let now = app.clock.now();
    let Some(tenant) = app.tenant(&link.tenant).await? else {
        return Ok(Err(LinkRefused::Unknown));
    };
    let proven = app.store.prove_by_link(&link, &app.attempt(), now).await?;
    match &proven {
        Ok(user) => count_proven(user, now),
        Err(refused) => metrics::failed(Step::Verified, &tenant.name, link_problem(*refused).code.word),
    }
    Ok(proven.map(|user| (user, tenant)))
}

/// Proves an address with the code beside the link. A code is refused in one way only, whatever is
/// wrong, and takes the same writes.
pub(super) async fn prove_by_code(
    app: &App,
    email: &str,
    tenant: &str,
    typed: &str,
) -> Result<(CodeOutcome, Option<Arc<Tenant>>), Problem> {
    let email = super::address(email, "/email_address")?;
    let name = super::labelpartner(tenant)?;
    let now = app.clock.now();
    let Some(tenant) = app.tenant(&name).await? else {
        return Ok((CodeOutcome::Refused, None));
    };
    let key = EmailKey::new(&tenant.name, &email);
    let (whose, life) = ((&tenant.name, &key), tenant.link_life_seconds);
    let windows = matching_windows(&app.keys, whose, typed, now, life, tenant.sms.is_some());
    let limit = app.config.limits.guesses_per_address;
    let outcome = app
        .store
        .prove_by_code(&tenant.name, &key, windows, &app.attempt(), limit, now)
        .await?;
    match &outcome {
        CodeOutcome::Proven(user) => count_proven(user, now),
        CodeOutcome::Refused => metrics::failed(Step::Verified, &tenant.name, code::CODE_REFUSED.word),
        CodeOutcome::TooOften(_) => metrics::failed(Step::Verified, &tenant.name, code::TOO_MANY_REQUESTS.word),
    }
    Ok((outcome, Some(tenant)))
}

/// An address may be proven again, with a newer mail; it is counted the first time.
fn count_proven(user: &User, now: Timestamp) {
    if user.verified_at == Some(now.as_millisecond()) {
        metrics::reached(Step::Verified, &user.tenant);
    }
}

/// The failure for a program.
pub(super) fn link_problem(refused: LinkRefused) -> Problem {
    Problem::new(match refused {
        LinkRefused::Unknown => &code::LINK_UNKNOWN,
        LinkRefused::Withdrawn => &code::INVITATION_REVOKED,
        LinkRefused::Expired => &code::LINK_EXPIRED,
        LinkRefused::Used { .. } => &code::LINK_USED,
    })
}
