//! A person on a page of their own account: who they are, and what all these pages share.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use http::header::{LOCATION, SET_COOKIE};
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use jiff::SignedDuration;
use usher::password::{Password, PasswordPolicy};
use usher::session::Session;
use usher::tenant::Tenant;
use usher::user::{User, moment};

use super::PATH;
use crate::app::App;
use crate::hosted::{ShownPassword, SignedInUser, session_cookie, sign_in, sign_in_with, signed_in};
use crate::http::{Problem, code};
use crate::page_answer::{Next, Reader, Shown, page};
use crate::pages::{FieldError, Frame, Languages, Proof, WrongChange};
use crate::posted::{PageForm, Posted};

/// How long ago people without a password have shown at their provider who they are, at most, before what cannot be taken
/// back.
const JUST_SIGNED_IN: SignedDuration = SignedDuration::from_mins(10);

/// A person who is signed in, with what the page needs to know.
pub(crate) struct Own {
    pub(super) reader: Reader,
    pub(super) tenant: Arc<Tenant>,
    pub(super) user: User,
    pub(super) session: Session,
}

/// A form of a page of theirs. What it is refused for is told before whether anybody is signed in.
pub(crate) struct OwnForm<F> {
    pub(super) own: Own,
    pub(super) headers: HeaderMap,
    pub(super) form: F,
}

impl FromRequestParts<App> for Own {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        Self::enter(app, Reader::of(&parts.uri, &parts.headers), &parts.headers).await
    }
}

impl<F: PageForm> FromRequest<App> for OwnForm<F> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let posted = Posted::<F>::from_request(request, app).await;
        let Posted { reader, headers, form } = posted.map_err(IntoResponse::into_response)?;
        let own = Own::enter(app, reader, &headers).await?;
        Ok(Self { own, headers, form })
    }
}

impl Own {
    /// Whoever is signed in with this browser: with the tenant of the host, or with any where the host is nobody's. The
    /// answer that is the error leads to where people sign in.
    async fn enter(app: &App, reader: Reader, headers: &HeaderMap) -> Result<Self, Response> {
        let (tenant, who) = Self::found(app, &reader, headers)
            .await
            .map_err(IntoResponse::into_response)?;
        match (tenant, who) {
            (Some(tenant), Some(SignedInUser { user, session })) => Ok(Self {
                reader,
                tenant,
                user,
                session,
            }),
            (tenant, _) => {
                let locale = Shown::new(&reader, tenant.as_deref(), None).locale.tag();
                let named = tenant.map_or_else(String::new, |tenant| format!("labelpartner={}&", tenant.name));
                let location = format!("{}?{named}locale={locale}", sign_in::PATH);
                Err((StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response())
            }
        }
    }

    async fn found(
        app: &App,
        reader: &Reader,
        headers: &HeaderMap,
    ) -> Result<(Option<Arc<Tenant>>, Option<SignedInUser>), Problem> {
        let named = reader.tenant.as_deref().and_then(|name| name.parse().ok());
        let tenant = match (session_cookie::tenant(app, &reader.host, headers).await?, named) {
            // A browser that is not signed in, on a host that is anybody's: an address of ours says whose page it was.
            (found, Some(named)) if session_cookie::opened(app, headers).is_none() => {
                let is_elsewhere = app.is_host_of_another(&reader.host, &named).await?;
                app.tenant(&named).await?.filter(|_| !is_elsewhere).or(found)
            }
            (found, _) => found,
        };
        let who = match &tenant {
            Some(tenant) => signed_in(app, headers, tenant).await?,
            None => None,
        };
        Ok((tenant, who))
    }

    pub(super) fn shown(&self) -> Shown {
        Shown::new(&self.reader, Some(&self.tenant), Some(&self.user))
    }

    /// The address of another page of the account, in the language of this one.
    pub(super) fn href(&self, path: &str) -> String {
        format!("{path}?locale={}", self.shown().locale.tag())
    }

    /// What a new password of theirs has to be.
    pub(super) fn policy(&self) -> PasswordPolicy {
        self.user.password_policy(&self.tenant)
    }

    /// Whether their password is a PIN.
    pub(super) fn is_pincode(&self) -> bool {
        self.policy() == PasswordPolicy::Pincode
    }

    /// A page. The session was used, and stays.
    pub(super) fn page(
        &self,
        app: &App,
        status: StatusCode,
        languages: Languages,
        render: impl FnOnce(&Frame<'_>) -> String,
    ) -> Response {
        let html = render(&self.shown().frame(languages));
        self.keep(app, &self.session, page(status, html))
    }

    /// Back to the account, which says what was done; the browser goes on with `session`.
    pub(super) fn done(&self, app: &App, session: &Session, notice: &str) -> Response {
        let location = format!("{}&notice={notice}", self.href(PATH));
        let response = (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response();
        self.keep(app, session, response)
    }

    /// On to another page of the account.
    pub(super) fn to(&self, app: &App, path: &str) -> Response {
        let response = (StatusCode::SEE_OTHER, [(LOCATION, self.href(path))]).into_response();
        self.keep(app, &self.session, response)
    }

    pub(super) fn keep(&self, app: &App, session: &Session, mut response: Response) -> Response {
        if let Ok(cookie) = session_cookie::set(app, session, &self.tenant).parse() {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
        response
    }

    /// How the person shows once more who they are, before something that leads on as `next`.
    pub(super) fn proof(&self, app: &App, next: Next) -> Proof {
        match &self.user.password {
            Some(_) => Proof::Password {
                pincode: self.is_pincode(),
            },
            None if self.has_just_signed_in(app) => Proof::JustSignedIn {
                user: self.user.id.to_string(),
            },
            None => Proof::SignInAgain {
                href: format!(
                    "{}?labelpartner={}&next={}&locale={}",
                    sign_in::PATH,
                    self.tenant.name,
                    next.name(),
                    self.shown().locale.tag()
                ),
            },
        }
    }

    fn has_just_signed_in(&self, app: &App) -> bool {
        app.clock.now().duration_since(moment(self.session.signed_in_at)) < JUST_SIGNED_IN
    }

    /// What a form has of the proof that [`Self::proof`] asks for; nothing where it was sent for another language.
    pub(super) fn shown_in<'a>(&self, password: Option<&'a str>, confirmed: Option<&'a str>) -> Option<&'a str> {
        match &self.user.password {
            Some(_) => password,
            None => confirmed,
        }
    }

    /// Whether the person shows who they are: by the password they have, counted and looked at as when they sign in; by having just signed in
    /// where they have none. The inner error is the page that says when to try again, or how, at `path`.
    pub(super) async fn shows(
        &self,
        app: &App,
        source: IpAddr,
        path: &str,
        typed: &str,
    ) -> Result<Result<Result<User, WrongChange>, Response>, Problem> {
        if self.user.password.is_none() {
            return Ok(
                match self.has_just_signed_in(app) && typed == self.user.id.to_string() {
                    true => Ok(Ok(self.user.clone())),
                    // The page says where they sign in anew, or whose account it is by now.
                    false => Err(self.to(app, path)),
                },
            );
        }
        if typed.is_empty() {
            return Ok(Ok(Err(WrongChange::CurrentMissing)));
        }
        let Ok(password) = Password::new(typed.to_owned()) else {
            // No account has a password that cannot be one.
            return Ok(Ok(Err(WrongChange::CurrentWrong)));
        };
        let attempt = sign_in_with(app, source, &self.tenant.name, &self.user.email, password);
        match app.guarded(source, attempt).await {
            Ok(ShownPassword::Person(user)) if self.session.is_of(&user) => Ok(Ok(Ok(*user))),
            Ok(_) => Ok(Ok(Err(WrongChange::CurrentWrong))),
            Err(problem) if problem.code == &code::TOO_MANY_REQUESTS => {
                let back = self.href(path);
                Ok(Err(sign_in::too_often(&self.reader, &self.tenant, back, &problem)))
            }
            Err(problem) => Err(problem),
        }
    }

    /// What is wrong with the current password, in words.
    pub(super) fn say(&self, wrong: WrongChange) -> FieldError {
        wrong.say(self.shown().words(), self.is_pincode())
    }
}

/// The status of a form that is shown again for its current password.
pub(super) const fn status_of(wrong: WrongChange) -> StatusCode {
    match wrong {
        WrongChange::CurrentMissing => StatusCode::UNPROCESSABLE_ENTITY,
        WrongChange::CurrentWrong => StatusCode::FORBIDDEN,
    }
}

/// The language switch of a page that answers a form: it sends these fields again, and no password.
pub(super) fn posted_languages(path: &str, fields: Vec<(String, String)>) -> Languages {
    Languages::Form {
        action: path.to_owned(),
        fields,
    }
}
