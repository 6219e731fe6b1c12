//! `GET` and `POST /signup/complete`: the form behind the mailed link. Sending it makes customer, person and place.

use std::net::IpAddr;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use http::header::{RETRY_AFTER, SET_COOKIE};
use http::{HeaderMap, HeaderValue, StatusCode};
use usher::agreement::Consent;
use usher::session::Session;
use usher::sign_up::{NewAccount, SignUpRefused};
use usher::store::{CreateError, Created};
use usher::user::User;
use usher::verification::{Completion, Draft};
use utoipa::ToSchema;

use super::form::Opened;
use super::typed_voucher::{self, CodeRefused};
use crate::agreements::accepting::Ticked;
use crate::app::App;
use crate::app_form::{Filled, Form};
use crate::hosted::{self, sign_in};
use crate::http::{Problem, ProblemBody, SameSite, Source, code};
use crate::invitations::done;
use crate::metrics::{self, Step};
use crate::page_answer::{Reader, page, query};
use crate::pages::{FieldError, Languages, NewLinkSent};
use crate::posted::Posted;
use crate::registration::draft_cookie;
use crate::registration::first_password::hashed;
use crate::sso::completes_by;
use crate::words::Words;
use crate::{Endpoint, Route};

/// Where mailed links lead.
pub(crate) const PATH: &str = "/signup/complete";
/// Where agreements are accepted here, as the evidence says it.
const CHANNEL: &str = "sign_up_page";
/// How long a browser keeps what was typed: a day, or as long as the link works.
const DRAFT_SECONDS: u32 = 86_400;
/// When to come back where a code cannot be checked now, in seconds.
const A_FEW_MINUTES: u32 = 120;

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "signup-complete",
    routes: &[Route::new("GET", PATH), Route::new("POST", PATH)],
    hashes: true,
    router: |app| Router::new().route(PATH, get(show).post(handle)).with_state(app),
};

/// What the form sends, beside `profile.<name>` for each field of the kind.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "the fields of a kind are data; this is what the API reference shows"
)]
pub(super) struct SignUpCompleteForm {
    /// The token of the mailed link.
    #[schema(example = "acme.Su3vO7a0clWtz67xiXB9MEvbJ…")]
    token: String,
    /// Asks for another link, where this one's time is over.
    #[schema(example = "yes")]
    new_link: Option<String>,
    /// Accepts an agreement: one such box for each, `agreement.<name>`, with the version that was shown.
    #[schema(rename = "agreement.terms", example = "1")]
    agreement: Option<String>,
    /// The voucher, or a partner's code, where the kind asks for one.
    #[schema(example = "SPRING-2027")]
    voucher_code: Option<String>,
    /// The password; without it the form is shown again, in another language.
    #[schema(example = "correct horse battery staple")]
    password: Option<String>,
    /// The language of the page.
    #[schema(example = "en")]
    locale: Option<String>,
}

/// The form of a new account
///
/// Behind the mailed link, on any device. It changes nothing.
#[utoipa::path(
    get, path = "/signup/complete", operation_id = "signup_complete_page", tag = "Pages",
    params(("token" = Option<String>, Query, description = "As mailed"), ("locale" = Option<String>, Query, description = "A language of the pages")),
    responses((status = 200, description = "A page"), (status = 303, description = "They came from an identity provider with this browser: on to its page"), (status = 403, description = "A page: this kind of account is no longer made"),
              (status = 404, description = "A page: the link is unknown"), (status = 409, description = "A page: already used"), (status = 410, description = "A page: expired")),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    let token = query(request.uri().query(), "token").unwrap_or_default();
    if let Some(to) = completes_by(&app, request.headers(), &token).await? {
        return Ok(Redirect::to(&to).into_response());
    }
    let opened = match Opened::read(&app, &reader, &token).await? {
        Ok(opened) => opened,
        Err(page) => return Ok(page),
    };
    if let Err(reason) = opened.check_late(&app).await? {
        return Ok(opened.refused(&reader, reason));
    }
    let draft = draft_cookie::get(&app, request.headers(), opened.link.draft());
    let draft = draft.unwrap_or_else(|| Draft::new(opened.link.draft(), Default::default(), Ticked::new()));
    let html = opened.page(&app, &reader, &draft, Vec::new(), reader.languages());
    Ok(page(StatusCode::OK, html))
}

/// Make an account
///
/// Customer, person and default place are made in one write, or none of them. The person is signed in with this browser.
#[utoipa::path(
    post, path = "/signup/complete", operation_id = "signup_complete", tag = "Pages",
    request_body(content = SignUpCompleteForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"token": "acme.Su3vO7a0clWtz67xiXB9MEvbJ…", "profile.firstName": "Jane", "password": "correct horse battery staple"})),
    responses(
        (status = 200, description = "A page: a new link was sent, or the form in another language"),
        (status = 303, description = "On to the last page"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: this kind of account is no longer made", body = ProblemBody<'static>),
        (status = 404, description = "A page: the link is unknown"),
        (status = 409, description = "A page: already used"),
        (status = 410, description = "A page: expired"),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The form again, with every mistake"),
        (status = 429, description = "A page that says when to try again"),
        (status = 503, description = "The form again: the code cannot be checked now"),
    ),
)]
pub(crate) async fn handle(
    State(app): State<App>,
    Source(source): Source,
    _: SameSite,
    Posted { reader, form, headers }: Posted<Form>,
) -> Result<Response, Problem> {
    let token = form.one("token").unwrap_or_default();
    let opened = match Opened::read(&app, &reader, token).await? {
        Ok(opened) => opened,
        Err(page) => return Ok(page),
    };
    match opened.check(&app).await? {
        Ok(()) | Err(SignUpRefused::Expired) if form.one("new_link").is_some() => {
            send_new_link(&app, source, &reader, &opened).await
        }
        Ok(()) => fill_in(&app, source, (&reader, &headers), &opened, &form).await,
        // What was typed while the link's time ran out is there again behind the next one.
        Err(reason) => Ok(keeping(&app, &opened, &form, opened.refused(&reader, reason))),
    }
}

/// Has the browser keep what was typed.
fn keeping(app: &App, opened: &Opened, form: &Form, mut response: Response) -> Response {
    let draft = form.draft(opened.link.draft());
    let cookie = draft_cookie::set(app, draft, opened.tenant.link_life_seconds.min(DRAFT_SECONDS));
    if let Ok(cookie) = cookie.parse() {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

async fn fill_in(
    app: &App,
    source: IpAddr,
    (reader, headers): (&Reader, &HeaderMap),
    opened: &Opened,
    form: &Form,
) -> Result<Response, Problem> {
    let (shown, now) = (opened.shown(reader), app.clock.now());
    let offers = opened.offers(shown.words(), now);
    let again = |mistakes: Vec<FieldError>, status| {
        let draft = form.draft(opened.link.draft());
        let html = opened.page(app, reader, &draft, mistakes, form.languages(PATH));
        Ok(keeping(app, opened, form, page(status, html)))
    };
    let mut filled = match opened.check_form(form, &offers)? {
        Ok(filled) => filled,
        Err(mistakes) if mistakes.is_empty() => return again(mistakes, StatusCode::OK),
        Err(mut mistakes) => {
            mistakes.extend(typed_voucher::missing(opened, form, shown.words()));
            return again(mistakes, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let accepted = std::mem::take(&mut filled.accepted);
    let consent = offers.consent(accepted, CHANNEL, source, headers, now);
    let made = make(app, opened, form, shown.words(), filled, consent);
    match app.guarded(source, made).await {
        Ok(Made::Account(user)) => {
            if user.status.may_sign_in() {
                metrics::reached(Step::Registered, &opened.tenant.name);
            }
            Ok(finished(app, reader, opened, &user))
        }
        Ok(Made::NothingYet(CodeRefused::Mistake(mistake))) => again(vec![mistake], StatusCode::UNPROCESSABLE_ENTITY),
        Ok(Made::NothingYet(CodeRefused::NotNow(sentence))) => {
            metrics::failed(Step::Registered, &opened.tenant.name, "partner_provider");
            let mut response = again(vec![sentence], StatusCode::SERVICE_UNAVAILABLE)?;
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from(A_FEW_MINUTES));
            Ok(response)
        }
        Ok(Made::Nothing) => {
            metrics::failed(Step::Registered, &opened.tenant.name, code::LINK_USED.word);
            Ok(opened.refused(reader, SignUpRefused::Taken))
        }
        Err(problem) if problem.code == &code::TOO_MANY_REQUESTS => {
            let wait = sign_in::too_often(reader, &opened.tenant, opened.href(reader), &problem);
            // What was typed is there again behind the link.
            Ok(keeping(app, opened, form, wait))
        }
        Err(problem) => Err(problem),
    }
}

/// What became of a form.
enum Made {
    Account(Box<User>),
    /// The code is not good, or nobody can say so now.
    NothingYet(CodeRefused),
    /// The address has an account meanwhile.
    Nothing,
}

/// The person with their customer, if their code is good.
async fn make(
    app: &App,
    opened: &Opened,
    form: &Form,
    words: Words<'_>,
    mut filled: Filled,
    consent: Option<Consent>,
) -> Result<Made, Problem> {
    let typed = match typed_voucher::of(app, opened, form, words).await? {
        Ok(typed) => typed,
        Err(refused) => return Ok(Made::NothingYet(refused)),
    };
    let new = NewAccount {
        consent,
        location: opened.location(words),
        ..opened.account(&mut filled, typed)
    };
    let password = hashed(app, filled.password).await?;
    let (link, now) = (&opened.link, app.clock.now());
    let user = link.account(
        &opened.tenant,
        NewAccount {
            password: Some(password),
            ..new
        },
        &app.keys,
        now,
    );
    let due_at = opened.tenant.next_moment(&user, now.as_millisecond());
    let identity = link.identity(&app.attempt());
    match app.store.create_account(&user, &identity, due_at).await {
        Ok(Created::Now | Created::Before) => Ok(Made::Account(Box::new(user))),
        Err(CreateError::Store(error)) => Err(error.into()),
        // Somebody else had its last use, or it was taken back in this very moment.
        Err(CreateError::VoucherNotGood) => Ok(Made::NothingYet(typed_voucher::over(opened, words))),
        Err(_) => Ok(Made::Nothing),
    }
}

/// On to the last page, signed in where the account counts: they have shown the mail and the password to this browser.
fn finished(app: &App, reader: &Reader, opened: &Opened, user: &User) -> Response {
    let (tenant, now) = (&opened.tenant, app.clock.now());
    let completion = Completion::new(user, "", sign_in::ACCOUNT, now).going_on_with(opened.request(app, now));
    let session = user.status.may_sign_in().then(|| {
        let session = Session::begin(user, &app.entropy, now);
        hosted::keep(app, &session, tenant)
    });
    done(app, opened.shown(reader).locale, &completion, session)
}

/// Sends another link to the same address, for what was chosen with the old one.
async fn send_new_link(app: &App, source: IpAddr, reader: &Reader, opened: &Opened) -> Result<Response, Problem> {
    let chosen = opened.link.again(&opened.tenant, &app.keys, app.clock.now());
    let asked = async {
        let limit = app.config.limits.sends_per_address;
        let name = &opened.tenant.name;
        let asked = app.store.ask_to_sign_up(name, &chosen, limit, app.clock.now());
        asked.await??;
        Ok(())
    };
    match app.guarded(source, asked).await {
        Err(problem) if problem.code == &code::TOO_MANY_REQUESTS => {
            let back = opened.href(reader);
            return Ok(sign_in::too_many_mails(reader, &opened.tenant, back, &problem));
        }
        outcome => outcome?,
    }
    let shown = opened.shown(reader);
    let sent = NewLinkSent {
        masked_address: Some(opened.link.email.masked()),
        channel: usher::tenant::Channel::Email,
    };
    Ok(page(StatusCode::OK, sent.render(&shown.frame(Languages::None))))
}
