//! `GET` and `POST /v2/registration/password`: the hosted page that sets the first password.

use std::net::IpAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use http::header::{LOCATION, SET_COOKIE};
use serde::Deserialize;
use usher::address::EmailAddress;
use usher::password::{Broken, MODERN_MINIMUM, Password, PasswordPolicy};
use usher::tenant::Tenant;
use usher::verification::Ticket;
use utoipa::ToSchema;

use super::first_password::{Claim, Refused, set_first_password};
use super::ticket_cookie;
use crate::app::App;
use crate::http::{Problem, ProblemBody, SameSite, Source, form, read};
use crate::page_answer::{Reader, Shown, page, query};
use crate::pages::{
    self, Done, FieldError, Finished, Languages, LinkProblem, PasswordRule, ProblemKind, SetPassword, WrongPassword,
};
use crate::{Endpoint, Route};

pub(super) const PATH: &str = "/v2/registration/password";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "set-password",
    routes: &[Route::new("GET", PATH), Route::new("POST", PATH)],
    hashes: true,
    router: |app| Router::new().route(PATH, get(show).post(handle)).with_state(app),
};

/// What the form sends. Without a password it only asks for the page again, in another language.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Typed {
    /// What proving the address gave.
    #[schema(example = "OPkWv50clWtz67xiXB9MEvbJ…")]
    ticket: String,
    /// The new password.
    #[serde(default)]
    #[schema(example = "correct horse battery staple")]
    password: Option<String>,
    /// The language of the page, such as `de`.
    #[serde(default)]
    #[schema(example = "en")]
    locale: Option<String>,
}

/// The page that sets the first password
///
/// For a browser that has just proven an address and holds the ticket in a cookie.
#[utoipa::path(
    get, path = "/v2/registration/password", operation_id = "set_password_page", tag = "Pages",
    params(("locale" = Option<String>, Query, description = "A language of the pages, such as `de`; a region of it will do")),
    responses((status = 200, description = "A page"), (status = 409, description = "A page: the ticket was already used"),
              (status = 410, description = "A page: the ticket's time is over")),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    if let Some(tenant) = finished_for(&app, request.uri().query()).await? {
        let shown = Shown::new(&reader, Some(&tenant), None);
        let done = Done {
            finished: Finished::Registration,
            app_link: tenant.app_link.clone(),
        };
        return Ok(page(StatusCode::OK, done.render(&shown.frame(reader.languages()))));
    }
    let text = ticket_cookie::get(&app, request.headers()).unwrap_or_default();
    let Some((ticket, tenant)) = opened(&app, &text).await? else {
        return page_expired(&app, &reader, &text).await;
    };
    // What is used up, or was replaced by a newer proof, is told before anything is filled in.
    let user = app.store.get_user(&ticket.tenant, &ticket.key).await?;
    Ok(match user.is_some_and(|user| ticket.is_good_for(&user)) {
        true => form_page(&reader, &tenant, &ticket, &text, reader.languages(), Vec::new()),
        false => already_used(&reader, &tenant),
    })
}

/// Set the first password in a browser
#[utoipa::path(
    post, path = "/v2/registration/password", operation_id = "set_password", tag = "Pages",
    request_body(content = Typed, content_type = "application/x-www-form-urlencoded",
                 example = json!({"ticket": "OPkWv50clWtz67xiXB9MEvbJ…", "password": "correct horse battery staple"})),
    responses(
        (status = 200, description = "The page again: without a password only its language was changed"),
        (status = 303, description = "The password is set: on to the page that says so"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`", body = ProblemBody<'static>),
        (status = 409, description = "A page: the ticket was already used"),
        (status = 410, description = "A page: the ticket's time is over"),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again, with every broken rule"),
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
    let typed: Typed = form(&parts.headers, &body)?;
    let mut reader = Reader::of(&parts.uri, &parts.headers);
    reader.locale = typed.locale.clone().or(reader.locale);
    match opened(&app, &typed.ticket).await? {
        Some((ticket, tenant)) => set(&app, source, &reader, (&ticket, &tenant), typed).await,
        None => page_expired(&app, &reader, &typed.ticket).await,
    }
}

async fn set(
    app: &App,
    source: IpAddr,
    reader: &Reader,
    (ticket, tenant): (&Ticket, &Tenant),
    typed: Typed,
) -> Result<Response, Problem> {
    let languages = posted_languages(&typed.ticket);
    let again = |wrong| form_page(reader, tenant, ticket, &typed.ticket, languages, wrong);
    let Some(password) = typed.password else {
        return Ok(again(Vec::new()));
    };
    let (Ok(password), Ok(email)) = (Password::new(password), EmailAddress::parse(&ticket.email)) else {
        return Ok(again(vec![WrongPassword::Rule]));
    };
    let claim = Claim {
        tenant,
        email: &email,
        password,
        ticket: Some(&typed.ticket),
        voucher: None,
    };
    match set_first_password(app, source, claim).await {
        Ok(()) => Ok(done(app, reader, tenant)),
        Err(Refused::Policy(broken)) => Ok(again(broken.into_iter().map(wrong).collect())),
        Err(Refused::Proof) => Ok(already_used(reader, tenant)),
        Err(Refused::Problem(problem)) => Err(problem),
    }
}

/// The language switch of a page that answers a form: it sends the ticket again, and no password.
fn posted_languages(ticket: &str) -> Languages {
    Languages::Form {
        action: PATH.to_owned(),
        fields: vec![("ticket".to_owned(), ticket.to_owned())],
    }
}

async fn opened(app: &App, text: &str) -> Result<Option<(Ticket, Arc<Tenant>)>, Problem> {
    let now = app.clock.now();
    // An invited person has more to fill in, on a page of its own.
    let Some(ticket) = Ticket::open(text, &app.keys, now).filter(|ticket| ticket.invitation.is_none()) else {
        return Ok(None);
    };
    let tenant = app.tenant(&ticket.tenant).await?;
    Ok(tenant.map(|tenant| (ticket, tenant)))
}

/// `?done=<tenant>`: where the form leads, so that a reload sends nothing again.
async fn finished_for(app: &App, parameters: Option<&str>) -> Result<Option<Arc<Tenant>>, Problem> {
    match query(parameters, "done").and_then(|name| name.parse().ok()) {
        Some(name) => Ok(app.tenant(&name).await?),
        None => Ok(None),
    }
}

fn done(app: &App, reader: &Reader, tenant: &Tenant) -> Response {
    let locale = Shown::new(reader, Some(tenant), None).locale;
    let location = format!("{PATH}?done={}&locale={}", tenant.name, locale.tag());
    let cookie = ticket_cookie::set(app, "", 0);
    (StatusCode::SEE_OTHER, [(LOCATION, location), (SET_COOKIE, cookie)]).into_response()
}

fn form_page(
    reader: &Reader,
    tenant: &Tenant,
    ticket: &Ticket,
    text: &str,
    languages: Languages,
    wrong: Vec<WrongPassword>,
) -> Response {
    let shown = Shown::new(reader, Some(tenant), None);
    let rule = rule(tenant.password_policy);
    let mut errors: Vec<FieldError> = Vec::new();
    for error in wrong.into_iter().map(|wrong| wrong.say(shown.words(), rule)) {
        if !errors.iter().any(|known| known.sentence == error.sentence) {
            errors.push(error);
        }
    }
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let masked_address = EmailAddress::parse(&ticket.email)
        .map(|email| email.masked())
        .unwrap_or_default();
    let content = SetPassword {
        just_confirmed: errors.is_empty(),
        masked_address,
        address: Some(ticket.email.clone()),
        ticket: text.to_owned(),
        action: format!("{PATH}?locale={}", shown.locale.tag()),
        rule,
        voucher: None,
        errors,
    };
    page(status, content.render(&shown.frame(languages)))
}

/// What the page says of a policy.
pub(crate) const fn rule(policy: PasswordPolicy) -> PasswordRule {
    match policy {
        PasswordPolicy::Pincode => PasswordRule::Pincode,
        PasswordPolicy::Classic => PasswordRule::Classic,
        PasswordPolicy::Modern => PasswordRule::Modern {
            at_least: MODERN_MINIMUM as u64,
        },
    }
}

/// What a broken rule is to a person: the page already states the rules of form.
pub(crate) const fn wrong(broken: Broken) -> WrongPassword {
    match broken {
        Broken::NotSixDigits | Broken::TooShort { .. } | Broken::TooLong { .. } | Broken::ForbiddenCharacter => {
            WrongPassword::Rule
        }
        Broken::Common | Broken::Pattern | Broken::BuiltOnAddress | Broken::BuiltOnTenant | Broken::BuiltOnPerson => {
            WrongPassword::Common
        }
    }
}

/// In the name of the tenant, if the ticket still says whose it was.
async fn page_expired(app: &App, reader: &Reader, ticket: &str) -> Result<Response, Problem> {
    let tenant = match Ticket::tenant_of(ticket, &app.keys) {
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

fn already_used(reader: &Reader, tenant: &Tenant) -> Response {
    let shown = Shown::new(reader, Some(tenant), None);
    let content = LinkProblem::Used {
        sign_in: tenant.app_link.clone(),
        new_link: None,
    };
    page(StatusCode::CONFLICT, content.render(&shown.frame(Languages::None)))
}
