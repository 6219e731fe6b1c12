//! An operator on a page of the console: who they are, and how they act.

use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use http::header::{LOCATION, SET_COOKIE};
use http::request::Parts;
use http::{HeaderMap, StatusCode, Uri};
use jiff::SignedDuration;
use serde::de::DeserializeOwned;
use serde_json::Value;
use usher::session::Session;
use usher::tenant::Tenant;
use usher::user::{User, moment};

use super::api::Console;
use crate::app::App;
use crate::hosted::{SignedInUser, session_tenant, sign_in, sign_out, signed_in};
use crate::http::{ActingOperator, Problem, code, form, read};
use crate::page_answer::{Reader, Shown, page};
use crate::pages::console::{ConsoleFrame, Denied, Place, TooMuch};
use crate::pages::{Languages, shown_value};
use crate::words::{ConsoleWords, Locale};

/// How long ago an operator has shown their password at most: a browser that is left alone is nobody's way in.
const SIGNED_IN: SignedDuration = SignedDuration::from_hours(12);

/// Somebody who is signed in and looks after the tenant.
pub(crate) struct Operator {
    pub(super) reader: Reader,
    pub(super) tenant: Arc<Tenant>,
    pub(super) user: User,
    session: Session,
}

/// A form of a page of the console. What it is refused for is told before whose it is.
pub(crate) struct Posting<F> {
    pub(super) operator: Operator,
    pub(super) form: F,
}

impl FromRequestParts<Console> for Operator {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Response> {
        match Self::enter(&console.app, &parts.uri, &parts.headers).await {
            Ok(entered) => entered,
            Err(problem) => Err(problem.into_response()),
        }
    }
}

impl<F: DeserializeOwned + Send> FromRequest<Console> for Posting<F> {
    type Rejection = Response;

    async fn from_request(request: Request, console: &Console) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let posted = async { form(&parts.headers, &read(body).await?) }.await;
        let too_much = |problem: &Problem| problem.code == &code::BODY_TOO_LARGE;
        if posted.as_ref().err().is_some_and(too_much) {
            let operator = Operator::from_request_parts(&mut parts, console).await?;
            return Err(operator.too_much(&console.app, Place::holding(parts.uri.path())));
        }
        let form = posted.map_err(IntoResponse::into_response)?;
        let operator = Operator::from_request_parts(&mut parts, console).await?;
        Ok(Self { operator, form })
    }
}

impl Operator {
    /// Whoever is signed in with this browser, if they are an operator. The inner error leads to where people sign in, or
    /// says that the console is not theirs.
    async fn enter(app: &App, uri: &Uri, headers: &HeaderMap) -> Result<Result<Self, Response>, Problem> {
        Self::of(app, Reader::of(uri, headers), (Place::holding(uri.path()), headers)).await
    }

    /// The same, for a page in the language of its form.
    async fn of(
        app: &App,
        reader: Reader,
        (place, headers): (Place, &HeaderMap),
    ) -> Result<Result<Self, Response>, Problem> {
        let named = match reader.tenant.as_deref().and_then(|name| name.parse().ok()) {
            Some(name) => app.tenant(&name).await?,
            None => session_tenant(app, &reader.host, headers).await?,
        };
        let Some(tenant) = named else {
            return Ok(Err(to_sign_in(&reader, place, None)));
        };
        let who = signed_in(app, headers, &tenant).await?;
        let recent = |session: &Session| app.clock.now().duration_since(moment(session.signed_in_at)) < SIGNED_IN;
        let Some(SignedInUser { user, session }) = who.filter(|who| recent(&who.session)) else {
            return Ok(Err(to_sign_in(&reader, place, Some(&tenant))));
        };
        if !tenant.is_operator(&user) {
            return Ok(Err(denied(&reader, &tenant, &user)));
        }
        Ok(Ok(Self {
            reader,
            tenant,
            user,
            session,
        }))
    }

    /// For whom the API is called.
    pub(super) fn acting(&self) -> ActingOperator {
        ActingOperator {
            tenant: self.tenant.clone(),
            user: self.user.id,
            email: self.user.email.clone(),
        }
    }

    pub(super) fn shown(&self) -> Shown {
        Shown::new(&self.reader, Some(&self.tenant), Some(&self.user))
    }

    /// The address of another page of the console, in the language of this one.
    pub(super) fn href(&self, path: &str) -> String {
        let joint = if path.contains('?') { '&' } else { '?' };
        format!(
            "{path}{joint}labelpartner={}&locale={}",
            self.tenant.name,
            self.shown().locale.tag()
        )
    }

    /// What the console says, in the language of the page.
    pub(super) fn words(&self) -> ConsoleWords {
        ConsoleWords::new(self.shown().locale)
    }

    /// The values of an object as the API answers it, of somebody of this kind, under what people call them.
    pub(super) fn named(&self, kind: &str, values: &Value) -> Vec<(String, String)> {
        let shown = self.shown();
        let members = values.as_object().into_iter().flatten();
        let named = members.map(|(key, value)| shown_value((&self.tenant, kind), (key, value), shown.words()));
        named.collect()
    }

    /// What a form that shows a page by GET takes along, in whose address nothing else of this one would be left.
    pub(super) fn hidden(&self) -> Vec<(String, String)> {
        let (tenant, locale) = (self.tenant.name.to_string(), self.shown().locale.tag().to_owned());
        vec![("labelpartner".to_owned(), tenant), ("locale".to_owned(), locale)]
    }

    /// The language switch of a page that answers a form: it shows the page at `path`.
    pub(super) fn languages(&self, path: &str) -> Languages {
        let joint = if path.contains('?') { '&' } else { '?' };
        let href = |locale: Locale| format!("{path}{joint}labelpartner={}&locale={}", self.tenant.name, locale.tag());
        Languages::Links(Locale::ALL.map(|locale| (locale, href(locale))).to_vec())
    }

    /// A page. The session was used, and stays.
    pub(super) fn page(
        &self,
        app: &App,
        (place, status): (Place, StatusCode),
        languages: Languages,
        render: impl FnOnce(&ConsoleFrame<'_>) -> String,
    ) -> Response {
        let shown = self.shown();
        let frame = ConsoleFrame {
            frame: shown.frame(languages),
            place: Some(place),
            operator: self.user.email.as_str().to_owned(),
            ways: Place::ALL.map(|place| (place, self.href(place.path()))).to_vec(),
            sign_out: self.href(sign_out::PATH),
        };
        self.keep(app, page(status, render(&frame)))
    }

    fn too_much(&self, app: &App, place: Place) -> Response {
        let anew = self.href(place.path());
        let (status, languages) = (StatusCode::PAYLOAD_TOO_LARGE, self.languages(place.path()));
        self.page(app, (place, status), languages, |frame| TooMuch { anew }.render(frame))
    }

    /// On to another page of the console.
    pub(super) fn to(&self, app: &App, path: &str) -> Response {
        let response = (StatusCode::SEE_OTHER, [(LOCATION, self.href(path))]).into_response();
        self.keep(app, response)
    }

    fn keep(&self, app: &App, mut response: Response) -> Response {
        if let Ok(cookie) = crate::hosted::keep(app, &self.session, &self.tenant).parse() {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
        response
    }
}

/// On to signing in, and from there to the page of the menu that was asked for.
fn to_sign_in(reader: &Reader, place: Place, tenant: Option<&Tenant>) -> Response {
    let locale = Shown::new(reader, tenant, None).locale.tag();
    let named = tenant.map_or_else(String::new, |tenant| format!("labelpartner={}&", tenant.name));
    let location = format!("{}?{named}next={}&locale={locale}", sign_in::PATH, place.name());
    (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response()
}

fn denied(reader: &Reader, tenant: &Tenant, user: &User) -> Response {
    let shown = Shown::new(reader, Some(tenant), Some(user));
    let frame = ConsoleFrame {
        frame: shown.frame(reader.languages()),
        place: None,
        operator: user.email.as_str().to_owned(),
        ways: Vec::new(),
        sign_out: format!(
            "{}?labelpartner={}&locale={}",
            sign_out::PATH,
            tenant.name,
            shown.locale.tag()
        ),
    };
    page(StatusCode::FORBIDDEN, Denied.render(&frame))
}
