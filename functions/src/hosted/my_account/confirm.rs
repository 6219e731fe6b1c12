//! `GET` and `POST /account/email/confirm`: the page that the mail to a new address leads to.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::header::{LOCATION, SET_COOKIE};
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use usher::new_address::{NewAddressLink, NewAddressRefused};
use usher::tenant::Tenant;
use usher::user::User;
use utoipa::ToSchema;

use super::PATH as ACCOUNT;
use crate::app::App;
use crate::hosted::session_cookie;
use crate::http::{Problem, ProblemBody, SameSite, Source, code, form, read};
use crate::page_answer::{Reader, Shown, page, query};
use crate::pages::{ConfirmEmail, EmailLink, EmailLinkProblem, Languages};

/// Where the mail to a new address leads.
pub(crate) const PATH: &str = "/account/email/confirm";
/// What the account says afterwards.
pub(super) const CHANGED: &str = "email_changed";

/// What the button of the page sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ConfirmEmailForm {
    /// The token of the mailed link.
    #[schema(example = "Nq1vO7a0clWtz67xiXB9MEvbJ…")]
    token: String,
    /// The button: `yes`.
    #[serde(default)]
    #[schema(required, value_type = String, pattern = "^yes$", example = "yes")]
    confirm: Option<String>,
}

/// The page that confirms a new address
///
/// It shows a button, or says what is wrong with the link; it changes nothing.
#[utoipa::path(
    get, path = "/account/email/confirm", operation_id = "confirm_email_page", tag = "Pages",
    params(("token" = String, Query, description = "As mailed"), ("locale" = Option<String>, Query, description = "A language of the pages")),
    responses((status = 200, description = "A page"), (status = 404, description = "A page: the link is unknown"),
              (status = 409, description = "A page: already used"), (status = 410, description = "A page: expired")),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    let token = query(request.uri().query(), "token").unwrap_or_default();
    let (link, tenant) = match open(&app, &reader, &token).await? {
        Ok(opened) => opened,
        Err(page) => return Ok(page),
    };
    match app.store.check_new_address(&link, app.clock.now()).await? {
        Ok(user) => Ok(button(&reader, &tenant, &user, token)),
        Err(reason) => Ok(refused(&reader, Some(&tenant), reason)),
    }
}

/// Confirm a new address
///
/// It is the person's from then on, and the old one is free again. Every session and every refresh token ends, but for
/// the session of the browser that confirms; the old address is told by mail.
#[utoipa::path(
    post, path = "/account/email/confirm", operation_id = "confirm_email", tag = "Pages",
    request_body(content = ConfirmEmailForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"token": "Nq1vO7a0clWtz67xiXB9MEvbJ…", "confirm": "yes"})),
    responses(
        (status = 303, description = "Confirmed: on to the account, or to sign in"),
        (status = 400, description = "`invalid_form`, `confirmation_missing`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`", body = ProblemBody<'static>),
        (status = 404, description = "A page: the link is unknown, or a later one took its place"),
        (status = 409, description = "A page: already used, or somebody has the address by now"),
        (status = 410, description = "A page: expired"),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
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
    let reader = Reader::of(&parts.uri, &parts.headers);
    let form: ConfirmEmailForm = form(&parts.headers, &body)?;
    if form.confirm.as_deref() != Some("yes") {
        return Err(Problem::new(&code::CONFIRMATION_MISSING));
    }
    let (link, tenant) = match open(&app, &reader, &form.token).await? {
        Ok(opened) => opened,
        Err(page) => return Ok(page),
    };
    let moved = async { Ok(app.store.change_address(&link, app.clock.now()).await?) };
    match app.guarded(source, moved).await? {
        Ok((was, is)) => Ok(done(&app, &reader, &parts.headers, &tenant, (&was, &is))),
        Err(reason) => Ok(refused(&reader, Some(&tenant), reason)),
    }
}

/// The link behind a token, and whose page it is. The inner error is the page that says that there is none.
async fn open(
    app: &App,
    reader: &Reader,
    token: &str,
) -> Result<Result<(NewAddressLink, Arc<Tenant>), Response>, Problem> {
    let Some(link) = NewAddressLink::open(token, &app.keys) else {
        return Ok(Err(refused(reader, None, NewAddressRefused::Unknown)));
    };
    let tenant = app.tenant(&link.tenant).await?;
    let is_elsewhere = app.is_host_of_another(&reader.host, &link.tenant).await?;
    let tenant = tenant.filter(|_| !is_elsewhere);
    Ok(match tenant {
        Some(tenant) => Ok((link, tenant)),
        None => Err(refused(reader, None, NewAddressRefused::Unknown)),
    })
}

fn button(reader: &Reader, tenant: &Tenant, user: &User, token: String) -> Response {
    let shown = Shown::new(reader, Some(tenant), Some(user));
    let wanted = user.new_address.as_ref();
    let content = ConfirmEmail {
        masked_address: wanted.map(|wanted| wanted.email.masked()).unwrap_or_default(),
        token,
        action: format!("{PATH}?locale={}", shown.locale.tag()),
    };
    page(StatusCode::OK, content.render(&shown.frame(reader.languages())))
}

/// On to the account. A browser that was signed in as this very person stays so, with a new session: the old one named
/// the old address.
fn done(app: &App, reader: &Reader, headers: &HeaderMap, tenant: &Tenant, (was, is): (&User, &User)) -> Response {
    let shown = Shown::new(reader, Some(tenant), Some(is));
    let (tenant_name, locale) = (&tenant.name, shown.locale.tag());
    let location = format!("{ACCOUNT}?labelpartner={tenant_name}&locale={locale}&notice={CHANGED}");
    let mut response = (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response();
    let held = session_cookie::held(app, headers, tenant).filter(|session| session.is_of(was));
    if let Some(session) = held.map(|session| session.renewed(is, &app.entropy, app.clock.now()))
        && let Ok(cookie) = session_cookie::set(app, &session, tenant).parse()
    {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

fn refused(reader: &Reader, tenant: Option<&Tenant>, reason: NewAddressRefused) -> Response {
    let shown = Shown::new(reader, tenant, None);
    let (status, link) = match reason {
        NewAddressRefused::Expired => (StatusCode::GONE, EmailLink::Expired),
        NewAddressRefused::Used => (StatusCode::CONFLICT, EmailLink::Used),
        NewAddressRefused::Taken => (StatusCode::CONFLICT, EmailLink::Unknown),
        NewAddressRefused::Unknown => (StatusCode::NOT_FOUND, EmailLink::Unknown),
    };
    let content = EmailLinkProblem {
        link,
        account: format!("{ACCOUNT}?locale={}", shown.locale.tag()),
    };
    page(status, content.render(&shown.frame(Languages::None)))
}
