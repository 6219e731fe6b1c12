//! `POST /sso/complete/address`: whoever came from a provider that has not proven their address is mailed a link to it.
//!
//! The link is that of any sign-up, and says nothing of the provider: who opens it in another browser opens an account of their
//! own there. Only together with what this browser holds does it make one of whoever came.

use std::net::IpAddr;

use ::http::StatusCode;
use axum::extract::State;
use axum::response::Response;
use jiff::SignedDuration;
use serde::Deserialize;
use usher::address::EmailAddress;
use usher::sign_up::SignUp;
use usher::sso::Arrival;
use utoipa::ToSchema;

use super::arriving::Arriving;
use super::coming::{Coming, Named};
use super::problem_pages::again;
use super::{sso_complete, sso_connect};
use crate::app::App;
use crate::http::{Problem, ProblemBody, SameSite, Source};
use crate::page_answer::{Reader, leading_to};
use crate::pages::{FieldError, Languages, SsoAddress, WrongSignUp};
use crate::posted::{Posted, page_form};
use crate::sign_up::ask;

pub(super) const PATH: &str = "/sso/complete/address";

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SsoAddressForm {
    /// What the app asks for, as the page was shown for it.
    #[serde(default)]
    #[schema(example = "Xk3vO7a0clWtz67xiXB9MEvbJ…")]
    request: String,
    /// Whose form it is, as the page was shown.
    #[serde(default)]
    #[schema(example = "2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    came: String,
    /// The address; without it the form is shown again, in another language.
    #[schema(example = "jane.doe@example.org")]
    email: Option<String>,
    /// The language of the page.
    #[serde(default)]
    #[schema(example = "en")]
    locale: Option<String>,
}

page_form!(SsoAddressForm);

/// Ask for the link that proves an address
///
/// For whoever came from an identity provider that has not. Whoever has the address, the answer is the same.
#[utoipa::path(
    post, path = "/sso/complete/address", operation_id = "sso_complete_address", tag = "Pages",
    request_body(content = SsoAddressForm, content_type = "application/x-www-form-urlencoded", example = json!({"email": "jane.doe@example.org"})),
    responses(
        (status = 200, description = "A page: look into the mail; or the form in another language"),
        (status = 400, description = "`invalid_form`, or a page: nobody came with this browser, or too long ago", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`", body = ProblemBody<'static>),
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
    Posted { reader, form, headers }: Posted<SsoAddressForm>,
) -> Result<Response, Problem> {
    let named = Named {
        request: Some(&form.request),
        token: None,
        came: Some(&form.came),
    };
    let coming = match Coming::read(&app, &reader, &headers, named).await? {
        Ok(coming) => coming,
        Err(page) => return Ok(page),
    };
    ask_for_link(&app, source, &reader, &coming, &form).await
}

async fn ask_for_link(
    app: &App,
    source: IpAddr,
    reader: &Reader,
    coming: &Coming,
    form: &SsoAddressForm,
) -> Result<Response, Problem> {
    let (visit, shown) = (&coming.visit, coming.visit.shown(reader));
    let arriving = coming.arriving(app, shown.locale.tag());
    let arriving = arriving.and_then(|arriving| arriving.party.oidc.kind.map(|kind| (arriving, kind)));
    let Some((arriving, kind)) = arriving else {
        return Ok(again(reader, visit));
    };
    if coming.arrival(&arriving).await? != Arrival::ProvesAddress {
        return Ok(again(reader, visit));
    }
    let email = match check(&arriving, form) {
        Ok(email) => email,
        Err((status, wrong)) => {
            let errors = wrong.map(|wrong| wrong.say(shown.words())).into_iter().collect();
            return Ok(page_of(reader, coming, &arriving, Some((status, form)), errors));
        }
    };
    let life = SignedDuration::from_secs(i64::from(visit.tenant.link_life_seconds));
    let asked = visit.request.as_ref();
    let chosen = SignUp {
        email,
        kind,
        locale: shown.locale.tag().to_owned(),
        request: asked.map(|(request, _)| request.seal(&app.keys, app.clock.now(), life)),
        arrival: Some(arriving.arrived.user().bits()),
    };
    ask(app, source, reader, (visit, sso_complete::PATH), &chosen).await
}

/// The address, or what is wrong with it; nothing where the form was sent for another language.
fn check(arriving: &Arriving<'_>, form: &SsoAddressForm) -> Result<EmailAddress, (StatusCode, Option<WrongSignUp>)> {
    let wrong = |wrong| (StatusCode::UNPROCESSABLE_ENTITY, Some(wrong));
    let typed = form.email.as_deref().ok_or((StatusCode::OK, None))?.trim();
    if typed.is_empty() {
        return Err(wrong(WrongSignUp::EmailMissing));
    }
    let email = EmailAddress::parse(typed).map_err(|_| wrong(WrongSignUp::EmailMalformed))?;
    match arriving.takes(&email) {
        true => Ok(email),
        false => Err(wrong(WrongSignUp::EmailNotAllowed)),
    }
}

/// The form, with the address that the provider tells, or what was typed.
pub(super) fn page_of(
    reader: &Reader,
    coming: &Coming,
    arriving: &Arriving<'_>,
    typed: Option<(StatusCode, &SsoAddressForm)>,
    errors: Vec<FieldError>,
) -> Response {
    let (visit, shown) = (&coming.visit, coming.visit.shown(reader));
    let told = arriving
        .arrived
        .person
        .email
        .as_ref()
        .map(|email| email.as_str().to_owned());
    let email = match typed {
        Some((_, form)) => form.email.clone().or(told),
        None => told,
    };
    let came = coming.arrived.who().to_string();
    let content = SsoAddress {
        action: visit.action(PATH, &shown),
        request: visit.sealed.clone(),
        came: came.clone(),
        provider: arriving.party.connection.display_name.clone(),
        email: email.unwrap_or_default(),
        connect: sso_connect::href(visit, &shown),
        errors,
    };
    let fields = vec![("request".to_owned(), visit.sealed.clone()), ("came".to_owned(), came)];
    let languages = match typed {
        Some(_) => Languages::Form {
            action: visit.action(PATH, &shown),
            fields,
        },
        None => reader.languages(),
    };
    let status = typed.map_or(StatusCode::OK, |(status, _)| status);
    leading_to(visit.redirect_uri(), status, content.render(&shown.frame(languages)))
}
