//! `GET` and `POST /activate`: an invited person proves their address, fills in what is missing and chooses a
//! password.

use std::net::IpAddr;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::SET_COOKIE;
use http::{HeaderMap, StatusCode};
use usher::agreement::Consent;
use usher::store::{Acceptance, NotAccepted};
use usher::user::User;
use usher::verification::{Completion, Draft, Link};
use utoipa::ToSchema;

use super::finished::{done, last_page};
use super::form::Invited;
use crate::agreements::accepting::Ticked;
use crate::app::App;
use crate::app_form::{Filled, Form};
use crate::http::{Problem, ProblemBody, SameSite, Source, code, form, read};
use crate::metrics::{self, Step};
use crate::page_answer::{Reader, Shown, page, query};
use crate::pages::{self, Languages, LinkProblem, NewLink, ProblemKind};
use crate::registration::first_password::hashed;
use crate::registration::proofs::PressedForm;
use crate::registration::{Site, action, masked_recipient, verify_pages};
use crate::registration::{draft_cookie, ticket_cookie};
use crate::{Endpoint, Route};

/// Where invitations lead.
pub(crate) const PATH: &str = "/activate";
/// Where agreements are accepted here, as the evidence says it.
const CHANNEL: &str = "activation_page";
const SITE: Site = Site {
    path: PATH,
    invites: true,
};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "activate",
    routes: &[Route::new("GET", PATH), Route::new("POST", PATH)],
    hashes: true,
    router: |app| Router::new().route(PATH, get(show).post(handle)).with_state(app),
};

/// What the pages' forms send: the buttons behind the link, or what was filled in.
#[derive(ToSchema)]
#[serde(untagged)]
#[expect(
    dead_code,
    reason = "the fields of an app are data; this is what the API reference shows"
)]
pub(super) enum ActivateForm {
    /// On the pages that prove the address.
    Pressed(PressedForm),
    /// On the page behind them.
    FilledIn(FilledInForm),
}

/// The form of an invited person, beside `profile.<name>` for each field of the app.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "the fields of an app are data; this is what the API reference shows"
)]
pub(super) struct FilledInForm {
    /// What proving the address gave.
    #[schema(example = "OPkWv50clWtz67xiXB9MEvbJ…")]
    ticket: String,
    /// Accepts an agreement: one such box for each, `agreement.<name>`, with the version that was shown.
    #[schema(rename = "agreement.terms", example = "1")]
    agreement: Option<String>,
    /// The new password.
    #[schema(example = "correct horse battery staple")]
    password: Option<String>,
    /// The language of the page.
    #[schema(example = "en")]
    locale: Option<String>,
}

/// The pages of an invitation
///
/// With the mailed token a page with a button; for a browser that has just proven an address the form; and the last
/// page, which leads back to the app. None of them changes anything.
#[utoipa::path(
    get, path = "/activate", operation_id = "activate_page", tag = "Pages",
    params(("token" = Option<String>, Query, description = "As mailed"), ("locale" = Option<String>, Query, description = "A language of the pages")),
    responses((status = 200, description = "A page"), (status = 404, description = "A page: the link is unknown"),
              (status = 409, description = "A page: already used"), (status = 410, description = "A page: expired")),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    let held = ticket_cookie::get(&app, request.headers()).unwrap_or_default();
    if let Some(token) = query(request.uri().query(), "token") {
        return verify_pages::opened(&app, SITE, &reader, &token).await;
    }
    if let Some(completion) = Completion::open(&held, &app.keys, app.clock.now()) {
        return last_page(&app, &reader, &completion).await;
    }
    match Invited::open(&app, &held).await? {
        Some(invited) => form_page(&app, &reader, request.headers(), &invited, &held).await,
        // Whoever comes without anything may have a code, from a mail that is open on another device.
        None if held.is_empty() => verify_pages::opened(&app, SITE, &reader, "").await,
        None => expired(&app, &reader, &held).await,
    }
}

/// Activate an account in a browser
#[utoipa::path(
    post, path = "/activate", operation_id = "activate", tag = "Pages",
    request_body(content = ActivateForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"ticket": "OPkWv50clWtz67xiXB9MEvbJ…", "profile.firstName": "John", "password": "correct horse battery staple"})),
    responses(
        (status = 200, description = "A page: a new link was sent, or the form in another language"),
        (status = 303, description = "On to the form, or to the last page"),
        (status = 400, description = "`invalid_form`, `confirmation_missing`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or a page: the code is wrong", body = ProblemBody<'static>),
        (status = 404, description = "A page: the link is unknown"),
        (status = 409, description = "A page: already used"),
        (status = 410, description = "A page: expired"),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The form again, with every mistake"),
        (status = 429, description = "A page that says when to try again"),
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
    let mut reader = Reader::of(&parts.uri, &parts.headers);
    let form: Form = form(&parts.headers, &body)?;
    let Some(ticket) = form.one("ticket") else {
        let pressed = verify_pages::pressed(&app, SITE, &reader, &parts, &body);
        return app.guarded(source, pressed).await;
    };
    reader.locale = form.one("locale").map(str::to_owned).or(reader.locale);
    match Invited::open(&app, ticket).await? {
        Some(invited) => fill_in(&app, source, (&reader, &parts.headers), &invited, &form).await,
        None => expired(&app, &reader, ticket).await,
    }
}

async fn fill_in(
    app: &App,
    source: IpAddr,
    (reader, headers): (&Reader, &HeaderMap),
    invited: &Invited,
    form: &Form,
) -> Result<Response, Problem> {
    let (shown, now) = (Shown::new(reader, Some(&invited.tenant), None), app.clock.now());
    let offers = invited.offers(shown.words(), now);
    let mut filled = match invited.check(form, &offers)? {
        Ok(filled) => filled,
        Err(mistakes) => {
            let draft = form.draft(invited.ticket.user());
            let status = match mistakes.is_empty() {
                true => StatusCode::OK,
                false => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let languages = form.languages(PATH);
            let html = invited.page(form.ticket(), &draft, &offers, mistakes, &shown.frame(languages));
            let cookie = draft_cookie::set(app, draft, invited.tenant.ticket_life_seconds);
            return Ok(([(SET_COOKIE, cookie)], page(status, html)).into_response());
        }
    };
    let consent = offers.consent(std::mem::take(&mut filled.accepted), CHANNEL, source, headers, now);
    let registered = app.guarded(source, register(app, invited, filled, consent)).await?;
    let tenant = &invited.tenant.name;
    match registered {
        Ok(user) => {
            metrics::reached(Step::Registered, tenant);
            let now = app.clock.now();
            let completion = Completion::new(&user, &invited.client.id, invited.leads_to(), now)
                .going_on_with(invited.ticket.request.clone());
            Ok(done(app, shown.locale, &completion, None))
        }
        Err(NotAccepted::Withdrawn) => {
            metrics::failed(Step::Registered, tenant, code::INVITATION_REVOKED.word);
            Ok(withdrawn(reader, invited))
        }
        Err(NotAccepted::Used(user)) => {
            metrics::failed(Step::Registered, tenant, code::LINK_USED.word);
            Ok(already_used(app, reader, invited, user.as_deref()))
        }
    }
}

async fn register(
    app: &App,
    invited: &Invited,
    filled: Filled,
    consent: Option<Consent>,
) -> Result<Result<User, NotAccepted>, Problem> {
    let phc = hashed(app, filled.password).await?;
    let acceptance = Acceptance {
        ticket: &invited.ticket,
        phc: &phc,
        first_name: filled.answers.first_name,
        last_name: filled.answers.last_name,
        phone_number: filled.answers.phone_number,
        profile: filled.answers.profile,
        emptied: filled.answers.emptied,
        consent,
    };
    Ok(app.store.accept_invitation(&acceptance, app.clock.now()).await?)
}

async fn form_page(
    app: &App,
    reader: &Reader,
    headers: &HeaderMap,
    invited: &Invited,
    ticket: &str,
) -> Result<Response, Problem> {
    let user = app.store.get_user(&invited.ticket.tenant, &invited.ticket.key).await?;
    let user = match user {
        Some(user) if user.id.0 == invited.ticket.user() && user.revoked_at.is_some() => {
            return Ok(withdrawn(reader, invited));
        }
        Some(user) if invited.ticket.is_good_for(&user) => user,
        other => return Ok(already_used(app, reader, invited, other.as_ref())),
    };
    let shown = Shown::new(reader, Some(&invited.tenant), Some(&user));
    let draft = draft_cookie::get(app, headers, user.id.0);
    let draft = draft.unwrap_or_else(|| Draft::new(user.id.0, Form::of_person(&user), Ticked::new()));
    let offers = invited.offers(shown.words(), app.clock.now());
    let html = invited.page(ticket, &draft, &offers, Vec::new(), &shown.frame(reader.languages()));
    Ok(page(StatusCode::OK, html))
}

/// In the name of the tenant, if the ticket still says whose it was.
async fn expired(app: &App, reader: &Reader, ticket: &str) -> Result<Response, Problem> {
    let tenant = match usher::verification::Ticket::tenant_of(ticket, &app.keys) {
        Some(name) => app.tenant(&name).await?,
        None => None,
    };
    let shown = Shown::new(reader, tenant.as_deref(), None);
    let content = pages::Problem {
        kind: ProblemKind::PageExpired,
        next: None,
        request_id: None,
    };
    Ok(page(StatusCode::GONE, content.render(&shown.frame(Languages::None))))
}

/// Another proof came after this ticket's. Whoever has no password yet gets another link; the others sign in.
fn already_used(app: &App, reader: &Reader, invited: &Invited, user: Option<&User>) -> Response {
    let shown = Shown::new(reader, Some(&invited.tenant), None);
    let unfinished = user.filter(|user| user.id.0 == invited.ticket.user() && !user.status.may_sign_in());
    let new_link = unfinished.map(|user| NewLink {
        masked_address: masked_recipient(user),
        token: Link::spent(user, app.clock.now()).seal(&app.keys),
        action: action(SITE, shown.locale),
    });
    let content = LinkProblem::Used {
        sign_in: new_link.is_none().then(|| invited.leads_to().to_owned()),
        new_link,
    };
    page(StatusCode::CONFLICT, content.render(&shown.frame(Languages::None)))
}

fn withdrawn(reader: &Reader, invited: &Invited) -> Response {
    let shown = Shown::new(reader, Some(&invited.tenant), None);
    let html = LinkProblem::Withdrawn.render(&shown.frame(Languages::None));
    page(StatusCode::CONFLICT, html)
}
