//! The pages of the mailed link: what it shows, and what pressing its buttons does.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::header::RETRY_AFTER;
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use usher::limit::TooOften;
use usher::store::CodeOutcome;
use usher::tenant::{Channel, Tenant};
use usher::user::User;
use usher::verification::{Link, LinkRefused};

use super::link_refused::{Site, action, code_action, masked_recipient, refused};
use super::proven::proven;
use super::verify_user::{prove_by_code, prove_by_link};
use crate::app::App;
use crate::http::{Problem, code, form};
use crate::page_answer::{Reader, Shown, page, query};
use crate::pages::{self, ConfirmAddress, Languages, NewLinkSent, Occasion, ProblemKind, TypeCode, WrongCode};

/// Where links of plain proofs lead.
pub(super) const VERIFY: Site = Site {
    path: "/v2/registration/verify",
    invites: false,
};

/// What the forms of these pages send; see [`super::proofs::PressedForm`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pressed {
    token: Option<String>,
    confirm: Option<String>,
    new_link: Option<String>,
    email: Option<String>,
    code: Option<String>,
}

/// The `token` in a query; an absent one is as unknown as a wrong one.
pub(super) fn token_in(parameters: Option<&str>) -> String {
    query(parameters, "token").unwrap_or_default()
}

/// The link was opened: says whom it is for, or what is wrong with it.
pub(crate) async fn opened(app: &App, site: Site, reader: &Reader, token: &str) -> Result<Response, Problem> {
    let tenant = claimed_tenant(app, token).await?;
    let Some((link, user)) = sent_to(app, site, reader, token).await? else {
        return Ok(refused(
            site,
            reader,
            tenant.as_deref(),
            token,
            None,
            LinkRefused::Unknown,
        ));
    };
    if let Err(reason) = link.check(Some(&user), app.clock.now()) {
        return Ok(refused(
            site,
            reader,
            tenant.as_deref(),
            token,
            Some(&(link, user)),
            reason,
        ));
    }
    let shown = Shown::new(reader, tenant.as_deref(), Some(&user));
    let action = action(site, shown.locale);
    let content = ConfirmAddress {
        masked_address: masked_recipient(&user),
        channel: link.channel(),
        token: token.to_owned(),
        action,
        occasion: Occasion::of(&user),
    };
    Ok(page(StatusCode::OK, content.render(&shown.frame(reader.languages()))))
}

/// A button was pressed.
pub(crate) async fn pressed(
    app: &App,
    site: Site,
    reader: &Reader,
    parts: &Parts,
    body: &[u8],
) -> Result<Response, Problem> {
    match form(&parts.headers, body)? {
        Pressed {
            token: Some(token),
            confirm: Some(_),
            ..
        } => confirm(app, site, reader, &parts.headers, &token).await,
        Pressed {
            token: Some(token),
            new_link: Some(_),
            ..
        } => send_new_link(app, site, reader, &token).await,
        Pressed {
            email: Some(email),
            code: Some(code),
            ..
        } => type_code(app, site, reader, parts, &email, &code).await,
        _ => Err(Problem::new(&code::CONFIRMATION_MISSING)),
    }
}

async fn confirm(
    app: &App,
    site: Site,
    reader: &Reader,
    headers: &HeaderMap,
    token: &str,
) -> Result<Response, Problem> {
    let reason = match prove_by_link(app, &reader.host, token, site.invites).await? {
        Ok((user, tenant)) => return proven(app, reader, headers, &user, &tenant).await,
        Err(reason) => reason,
    };
    let tenant = claimed_tenant(app, token).await?;
    let sent_to = sent_to(app, site, reader, token).await?;
    Ok(refused(
        site,
        reader,
        tenant.as_deref(),
        token,
        sent_to.as_ref(),
        reason,
    ))
}

/// Sends another link to the address the old one was sent to.
async fn send_new_link(app: &App, site: Site, reader: &Reader, token: &str) -> Result<Response, Problem> {
    let tenant = claimed_tenant(app, token).await?;
    let (Some((link, user)), Some(known)) = (sent_to(app, site, reader, token).await?, &tenant) else {
        return Ok(refused(
            site,
            reader,
            tenant.as_deref(),
            token,
            None,
            LinkRefused::Unknown,
        ));
    };
    // Only an expired or unused link can be replaced: whoever is registered signs in, and who was withdrawn asks.
    if let Err(reason @ (LinkRefused::Used { registered: true } | LinkRefused::Withdrawn)) =
        link.check(Some(&user), app.clock.now())
    {
        return Ok(refused(
            site,
            reader,
            tenant.as_deref(),
            token,
            Some(&(link, user)),
            reason,
        ));
    }
    let limit = app.config.limits.sends_per_address;
    let life = known.link_life_seconds;
    let asked = app.store.ask_for_another_link(&link, life, limit, app.clock.now());
    let asked = asked.await?;
    if let Err(TooOften { retry_after }) = asked {
        let seconds = u64::from(retry_after);
        let kind = match link.channel() {
            Channel::Email => ProblemKind::TooManyMails { retry_after: seconds },
            Channel::Sms => ProblemKind::TooOften { retry_after: seconds },
        };
        return Ok(too_many(reader, tenant.as_deref(), kind, retry_after));
    }
    let shown = Shown::new(reader, tenant.as_deref(), Some(&user));
    let sent = NewLinkSent {
        masked_address: Some(masked_recipient(&user)),
        channel: link.channel(),
    };
    Ok(page(StatusCode::OK, sent.render(&shown.frame(Languages::None))))
}

/// Proves the address with the typed code, for the tenant that the form was shown for.
async fn type_code(
    app: &App,
    site: Site,
    reader: &Reader,
    parts: &Parts,
    email: &str,
    typed: &str,
) -> Result<Response, Problem> {
    let named = query(parts.uri.query(), "labelpartner");
    let tenant = match named.as_deref().and_then(|name| name.parse().ok()) {
        Some(name) => app.tenant(&name).await?,
        None => app.tenant_by_host(&reader.host).await?,
    };
    let name = tenant
        .as_ref()
        .map(|tenant| tenant.name.to_string())
        .unwrap_or_default();
    let wrong = match prove_by_code(app, email, &name, typed).await {
        Ok((CodeOutcome::Proven(user), Some(tenant))) => {
            return proven(app, reader, &parts.headers, &user, &tenant).await;
        }
        Ok((CodeOutcome::TooOften(TooOften { retry_after }), tenant)) => {
            let kind = ProblemKind::TooOften {
                retry_after: u64::from(retry_after),
            };
            return Ok(too_many(reader, tenant.as_deref(), kind, retry_after));
        }
        Ok(_) => WrongCode::CodeWrong,
        Err(problem) if problem.code == &code::VALIDATION_FAILED => WrongCode::Email,
        Err(problem) => return Err(problem),
    };
    let shown = Shown::new(reader, tenant.as_deref(), None);
    let action = code_action(site, shown.locale, tenant.as_deref());
    let again = TypeCode {
        action,
        email: email.to_owned(),
        errors: vec![wrong.say(shown.words())],
    };
    Ok(page(StatusCode::FORBIDDEN, again.render(&shown.frame(Languages::None))))
}

/// Too many mails or codes: when to go on.
fn too_many(reader: &Reader, tenant: Option<&Tenant>, kind: ProblemKind, retry_after: u32) -> Response {
    let shown = Shown::new(reader, tenant, None);
    let problem = pages::Problem {
        kind,
        next: None,
        request_id: None,
    };
    let html = problem.render(&shown.frame(Languages::None));
    (
        [(RETRY_AFTER, retry_after.to_string())],
        page(StatusCode::TOO_MANY_REQUESTS, html),
    )
        .into_response()
}

/// Whoever a token's link was sent to, whether or not it still works; nobody on the host of another
/// tenant.
async fn sent_to(app: &App, site: Site, reader: &Reader, token: &str) -> Result<Option<(Link, User)>, Problem> {
    let Ok(link) = Link::open(token, site.invites, &app.keys) else {
        return Ok(None);
    };
    if app.is_host_of_another(&reader.host, &link.tenant).await? {
        return Ok(None);
    }
    let user = app.store.get_user(&link.tenant, &link.key).await?;
    Ok(user.filter(|user| user.id.0 == link.user()).map(|user| (link, user)))
}

async fn claimed_tenant(app: &App, token: &str) -> Result<Option<Arc<Tenant>>, Problem> {
    match Link::claimed_tenant(token) {
        Some(name) => Ok(app.tenant(&name).await?),
        None => Ok(None),
    }
}
