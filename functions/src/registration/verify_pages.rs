//! The pages of the mailed link: what it shows, and what pressing its buttons does.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{LOCATION, RETRY_AFTER, SET_COOKIE};
use http::request::Parts;
use serde::Deserialize;
use usher::store::CodeOutcome;
use usher::tenant::Tenant;
use usher::user::User;
use usher::verification::{Link, LinkRefused, Ticket};

use super::ticket_cookie;
use super::verify_user::{prove_by_code, prove_by_link};
use crate::app::App;
use crate::http::{Problem, code, form};
use crate::page_answer::{Reader, Shown, page, query};
use crate::pages::{
    self, ConfirmAddress, Languages, LinkProblem, NewLink, NewLinkSent, ProblemKind, TypeCode, WrongCode,
};
use crate::words::Locale;

const PATH: &str = "/v2/registration/verify";

/// What the forms of these pages send. A browser adds the name of the button that was pressed; a
/// mail scanner that submits every form it finds presses none.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pressed {
    #[serde(default)]
    token: Option<String>,
    #[serde(default)]
    confirm: Option<String>,
    #[serde(default)]
    new_link: Option<String>,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    code: Option<String>,
}

/// The `token` in a query; an absent one is as unknown as a wrong one.
pub(super) fn token_in(parameters: Option<&str>) -> String {
    query(parameters, "token").unwrap_or_default()
}

/// The link was opened: says whom it is for, or what is wrong with it.
pub(super) async fn opened(app: &App, reader: &Reader, token: &str) -> Result<Response, Problem> {
    let tenant = claimed_tenant(app, token).await?;
    let Some((link, user)) = sent_to(app, token).await? else {
        return Ok(refused(reader, tenant.as_deref(), token, None, LinkRefused::Unknown));
    };
    if let Err(reason) = link.check(Some(&user), app.clock.now()) {
        return Ok(refused(reader, tenant.as_deref(), token, Some(&(link, user)), reason));
    }
    let shown = Shown::new(reader, tenant.as_deref(), Some(&user));
    let action = action(shown.locale);
    let content = ConfirmAddress {
        masked_address: user.email.masked(),
        token: token.to_owned(),
        action,
    };
    Ok(page(StatusCode::OK, content.render(&shown.frame(reader.languages()))))
}

/// A button was pressed.
pub(super) async fn pressed(app: &App, reader: &Reader, parts: &Parts, body: &[u8]) -> Result<Response, Problem> {
    match form(&parts.headers, body)? {
        Pressed {
            token: Some(token),
            confirm: Some(_),
            ..
        } => confirm(app, reader, &token).await,
        Pressed {
            token: Some(token),
            new_link: Some(_),
            ..
        } => send_new_link(app, reader, &token).await,
        Pressed {
            email: Some(email),
            code: Some(code),
            ..
        } => type_code(app, reader, parts, &email, &code).await,
        _ => Err(Problem::new(&code::CONFIRMATION_MISSING)),
    }
}

async fn confirm(app: &App, reader: &Reader, token: &str) -> Result<Response, Problem> {
    let reason = match prove_by_link(app, token).await? {
        Ok((user, tenant)) => return Ok(on_to_password(app, reader, &user, &tenant)),
        Err(reason) => reason,
    };
    let tenant = claimed_tenant(app, token).await?;
    let sent_to = sent_to(app, token).await?;
    Ok(refused(reader, tenant.as_deref(), token, sent_to.as_ref(), reason))
}

/// Sends another link to the address the old one was sent to.
async fn send_new_link(app: &App, reader: &Reader, token: &str) -> Result<Response, Problem> {
    let tenant = claimed_tenant(app, token).await?;
    let Some((link, user)) = sent_to(app, token).await? else {
        return Ok(refused(reader, tenant.as_deref(), token, None, LinkRefused::Unknown));
    };
    let limit = app.config.limits.sends_per_address;
    let asked = app.store.ask_for_another_link(&link, limit, app.clock.now()).await?;
    let shown = Shown::new(reader, tenant.as_deref(), Some(&user));
    if let Err(too_often) = asked {
        let kind = ProblemKind::TooManyMails {
            retry_after: u64::from(too_often.retry_after),
        };
        let html = pages::Problem {
            kind,
            next: None,
            request_id: None,
        }
        .render(&shown.frame(Languages::None));
        let retry_after = [(RETRY_AFTER, too_often.retry_after.to_string())];
        return Ok((retry_after, page(StatusCode::TOO_MANY_REQUESTS, html)).into_response());
    }
    let sent = NewLinkSent {
        masked_address: Some(user.email.masked()),
    };
    Ok(page(StatusCode::OK, sent.render(&shown.frame(Languages::None))))
}

/// Proves the address with the typed code, for the tenant that the form was shown for.
async fn type_code(app: &App, reader: &Reader, parts: &Parts, email: &str, typed: &str) -> Result<Response, Problem> {
    let named = query(parts.uri.query(), "labelpartner");
    let tenant = match named.as_deref().and_then(|name| name.parse().ok()) {
        Some(name) => app.tenant(&name).await?,
        None => app.tenant_by_host(&parts.headers).await?,
    };
    let name = tenant
        .as_ref()
        .map(|tenant| tenant.name.to_string())
        .unwrap_or_default();
    let wrong = match prove_by_code(app, email, &name, typed).await {
        Ok((CodeOutcome::Proven(user), Some(tenant))) => return Ok(on_to_password(app, reader, &user, &tenant)),
        Ok((CodeOutcome::TooOften(too_often), _)) => return Err(too_often.into()),
        Ok(_) => WrongCode::CodeWrong,
        Err(problem) if problem.code == &code::VALIDATION_FAILED => WrongCode::Email,
        Err(problem) => return Err(problem),
    };
    let shown = Shown::new(reader, tenant.as_deref(), None);
    let action = code_action(shown.locale, tenant.as_deref());
    let again = TypeCode {
        action,
        email: email.to_owned(),
        errors: vec![wrong.say(shown.locale)],
    };
    Ok(page(StatusCode::FORBIDDEN, again.render(&shown.frame(Languages::None))))
}

/// The address is proven: on to the page that sets a password, with the ticket in a cookie.
fn on_to_password(app: &App, reader: &Reader, user: &User, tenant: &Tenant) -> Response {
    let ticket = Ticket::new(user, tenant, app.clock.now()).seal(&app.keys);
    let locale = Shown::new(reader, Some(tenant), Some(user)).locale;
    let location = format!("{}?locale={}", super::set_password::PATH, locale.tag());
    let cookie = ticket_cookie::set(app, &ticket, tenant.ticket_life_seconds);
    (StatusCode::SEE_OTHER, [(LOCATION, location), (SET_COOKIE, cookie)]).into_response()
}

/// What is wrong with a link, and what to do now.
fn refused(
    reader: &Reader,
    tenant: Option<&Tenant>,
    token: &str,
    sent_to: Option<&(Link, User)>,
    reason: LinkRefused,
) -> Response {
    let shown = Shown::new(reader, tenant, sent_to.map(|(_, user)| user));
    let new_link = sent_to.map(|(_, user)| NewLink {
        masked_address: user.email.masked(),
        token: token.to_owned(),
        action: action(shown.locale),
    });
    let link_life = sent_to.map_or(0, |(link, _)| u64::try_from(link.life_seconds()).unwrap_or_default());
    let (content, languages) = match (reason, new_link) {
        (LinkRefused::Expired, Some(new_link)) => (LinkProblem::Expired { link_life, new_link }, reader.languages()),
        (LinkRefused::Used { registered: true }, _) => (
            LinkProblem::Used {
                sign_in: tenant.and_then(|tenant| tenant.app_link.clone()),
                new_link: None,
            },
            reader.languages(),
        ),
        (LinkRefused::Used { registered: false }, new_link) => (
            LinkProblem::Used {
                sign_in: None,
                new_link,
            },
            reader.languages(),
        ),
        _ => {
            let action = code_action(shown.locale, tenant);
            (
                LinkProblem::Unknown(TypeCode {
                    action,
                    email: String::new(),
                    errors: Vec::new(),
                }),
                Languages::None,
            )
        }
    };
    page(
        super::verify_user::link_problem(reason).code.status,
        content.render(&shown.frame(languages)),
    )
}

/// Whoever a token's link was sent to, whether or not it still works.
async fn sent_to(app: &App, token: &str) -> Result<Option<(Link, User)>, Problem> {
    let Ok(link) = Link::open(token, &app.keys) else {
        return Ok(None);
    };
    let user = app
        .store
        .get_user(&link.tenant, &link.key)
        .await?
        .filter(|user| user.id.0 == link.user());
    Ok(user.map(|user| (link, user)))
}

async fn claimed_tenant(app: &App, token: &str) -> Result<Option<Arc<Tenant>>, Problem> {
    match Link::claimed_tenant(token) {
        Some(name) => Ok(app.tenant(&name).await?),
        None => Ok(None),
    }
}

fn action(locale: Locale) -> String {
    format!("{PATH}?locale={}", locale.tag())
}

/// Where the form for a code leads: the tenant it is for cannot be read off a code.
fn code_action(locale: Locale, tenant: Option<&Tenant>) -> String {
    let tenant = tenant
        .map(|tenant| format!("&labelpartner={}", tenant.name))
        .unwrap_or_default();
    format!("{}{tenant}", action(locale))
}
