//! `POST /sso/complete/connect`: whoever came from their identity provider and has a password here shows it once, and signs in with
//! the provider from then on.

use std::net::IpAddr;

use ::http::StatusCode;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use usher::address::EmailAddress;
use usher::store::Linked;
use usher::user::User;
use utoipa::ToSchema;

use super::arriving::Arriving;
use super::coming::{Coming, Named};
use super::problem_pages::{again, problem};
use super::sso_complete::{self, signed_in};
use crate::app::App;
use crate::hosted::{ShownPassword, Visit, sign_in, sign_in_with};
use crate::http::{Problem, ProblemBody, SameSite, Source, code};
use crate::page_answer::{Reader, Shown, leading_to};
use crate::pages::{FieldError, Languages, ProblemKind, SsoConnect, WrongSignIn};
use crate::posted::{Posted, page_form};

pub(super) const PATH: &str = "/sso/complete/connect";

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SsoConnectForm {
    /// What the app asks for, as the page was shown for it.
    #[serde(default)]
    #[schema(example = "Xk3vO7a0clWtz67xiXB9MEvbJ…")]
    request: String,
    /// Whose form it is, as the page was shown.
    #[serde(default)]
    #[schema(example = "2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    came: String,
    /// The address of the account.
    #[serde(default)]
    #[schema(example = "jane.doe@example.org")]
    email: String,
    /// Its password; without it the form is shown again, in another language.
    #[schema(example = "correct horse battery staple")]
    password: Option<String>,
    /// The language of the page.
    #[serde(default)]
    #[schema(example = "en")]
    locale: Option<String>,
}

page_form!(SsoConnectForm);

/// Connect an account with an identity provider
///
/// The password ends with it, and every session and refresh token; the person is told by mail, and is signed in with this browser.
#[utoipa::path(
    post, path = "/sso/complete/connect", operation_id = "sso_connect", tag = "Pages",
    request_body(content = SsoConnectForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"email": "jane.doe@example.org", "password": "correct horse battery staple"})),
    responses(
        (status = 200, description = "The page in another language"),
        (status = 303, description = "On to the app, or to the account"),
        (status = 400, description = "`invalid_form`, or a page: nobody came with this browser, or too long ago", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`, or the page again: address and password do not fit; or a page: the account is connected otherwise", body = ProblemBody<'static>),
        (status = 410, description = "A page: the request's time is over"),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
        (status = 422, description = "The page again, with every mistake"),
        (status = 429, description = "A page that says when to try again"),
    ),
)]
pub(crate) async fn handle(
    State(app): State<App>,
    Source(source): Source,
    _: SameSite,
    Posted { reader, form, headers }: Posted<SsoConnectForm>,
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
    connect(&app, source, &reader, &coming, &form).await
}

async fn connect(
    app: &App,
    source: IpAddr,
    reader: &Reader,
    coming: &Coming,
    form: &SsoConnectForm,
) -> Result<Response, Problem> {
    let visit = &coming.visit;
    let Some(arriving) = coming.arriving(app, visit.shown(reader).locale.tag()) else {
        return Ok(again(reader, visit));
    };
    let wrong = |(status, wrong): (StatusCode, Vec<WrongSignIn>)| {
        let (shown, pincode) = (visit.shown(reader), visit.is_pincode());
        let errors = wrong.iter().map(|wrong| wrong.say(shown.words(), pincode)).collect();
        page_of(reader, coming, &arriving, Some((status, &form.email)), errors)
    };
    let (email, password) = match sign_in::check(&form.email, form.password.as_deref()) {
        Ok(read) => read,
        Err(mistakes) => return Ok(wrong(mistakes)),
    };
    let told = |kind| Ok(problem(reader, visit, (StatusCode::FORBIDDEN, kind), sign_in::PATH));
    let attempt = sign_in_with(app, source, &visit.tenant.name, &email, password);
    match app.guarded(source, attempt).await {
        Ok(ShownPassword::Person(user)) => match arriving.connect(*user).await? {
            Some(user) => Ok(signed_in(app, coming, &arriving.session(&user))),
            None => told(ProblemKind::SsoTaken {
                provider: arriving.party.connection.display_name.clone(),
            }),
        },
        Ok(ShownPassword::WhoeverWaits) => told(ProblemKind::AwaitingApproval),
        Ok(ShownPassword::WhoeverWasRefused) => told(ProblemKind::AccountRefused),
        Ok(ShownPassword::WhoeverIsSuspended) => told(ProblemKind::AccountSuspended),
        Ok(ShownPassword::Nobody) => Ok(wrong((StatusCode::FORBIDDEN, vec![WrongSignIn::NoMatch]))),
        Err(problem) if problem.code == &code::TOO_MANY_REQUESTS => {
            let back = href(visit, &visit.shown(reader));
            Ok(sign_in::too_often(reader, &visit.tenant, back, &problem))
        }
        Err(problem) => Err(problem),
    }
}

impl Arriving<'_> {
    /// Gives a person who has just shown their password the link in its place; nothing where one of the two is known otherwise.
    async fn connect(&self, user: User) -> Result<Option<User>, Problem> {
        let (app, now) = (self.app(), self.app().clock.now());
        let meant = self.meant_id();
        // The back office knows them by another name there, or somebody else by this one.
        let told = user.external_authentication_provider_id.as_deref();
        if self.party.connection.matches_provisioned && told.is_some() && told != meant {
            return Ok(None);
        }
        let link = self.arrived.link(now);
        // Nobody takes an id for themselves by which the back office may mean somebody else: their subject is theirs.
        let meant = meant.filter(|meant| *meant == link.subject);
        match app.store.move_to_link(&user, &link, meant, now).await? {
            Linked::Now => {
                let (tenant, connection) = (user.tenant.as_str(), link.connection.as_str());
                tracing::info!(tenant, user = %user.id, connection, "a person signs in with their provider from now on");
                // Their sessions have ended with the password: this one is new.
                Ok(app.store.get_user(&user.tenant, &user.key()).await?)
            }
            Linked::Taken | Linked::Changed => Ok(None),
        }
    }
}

/// The address of the page for somebody who has a password.
pub(super) fn href(visit: &Visit, shown: &Shown) -> String {
    format!("{}&connect=yes", visit.href(sso_complete::PATH, shown))
}

/// The form, with the address that the provider tells, or what was typed.
pub(super) fn page_of(
    reader: &Reader,
    coming: &Coming,
    arriving: &Arriving<'_>,
    typed: Option<(StatusCode, &str)>,
    errors: Vec<FieldError>,
) -> Response {
    let (visit, shown) = (&coming.visit, coming.visit.shown(reader));
    let told = arriving.arrived.person.email.as_ref().map(EmailAddress::as_str);
    let (status, email) = typed.unwrap_or((StatusCode::OK, told.unwrap_or_default()));
    let came = coming.arrived.who().to_string();
    let content = SsoConnect {
        action: visit.action(PATH, &shown),
        request: visit.sealed.clone(),
        came: came.clone(),
        provider: arriving.party.connection.display_name.clone(),
        account: told.map(str::to_owned),
        email: email.to_owned(),
        pincode: visit.is_pincode(),
        recover: visit.href("/recover", &shown),
        errors,
    };
    let fields = [("request", visit.sealed.as_str()), ("came", &came), ("email", email)];
    let languages = match typed {
        Some(_) => Languages::Form {
            action: visit.action(PATH, &shown),
            fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(),
        },
        None => reader.languages(),
    };
    leading_to(visit.redirect_uri(), status, content.render(&shown.frame(languages)))
}

/// Nobody here knows them: whom to ask, and the way for somebody who has a password.
pub(super) fn unknown(reader: &Reader, coming: &Coming, provider: String) -> Response {
    let shown = coming.visit.shown(reader);
    let content = crate::pages::Problem {
        kind: ProblemKind::SsoUnknown { provider },
        next: Some(href(&coming.visit, &shown)),
        request_id: None,
    };
    let html = content.render(&shown.frame(reader.languages()));
    crate::page_answer::page(StatusCode::FORBIDDEN, html)
}
