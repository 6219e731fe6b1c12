//! `GET /sso/callback/{tenant}/{connection}`: a person comes back from their identity provider.
//!
//! It is the one address that may write when it is opened. Nobody's mail scanner can open it: what counts is a code that the
//! provider gives once, and that came to the very browser which a person has left from with the button of our page.

use ::http::header::{LOCATION, SET_COOKIE};
use ::http::{HeaderMap, Method, StatusCode, Uri};
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use usher::sso::{Arrived, Claims, Departure};

use super::arriving::{Arriving, Settled};
use super::problem_pages::{again, failed, problem};
use super::relying_party::{CALLBACK as PATH, Failed, RelyingParty};
use super::{cookies, sso_complete};
use crate::app::App;
use crate::hosted::{Visit, not_understood, sign_in};
use crate::http::{Problem, Source};
use crate::page_answer::{Reader, query};
use crate::pages::ProblemKind;
use crate::{Endpoint, Route};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "sso-callback",
    routes: &[Route::new("GET", PATH)],
    hashes: false,
    router: |app| Router::new().route(PATH, get(show)).with_state(app),
};

/// Come back from an identity provider
///
/// Who is known is signed in; whom the back office meant is linked and registered; for everybody else the next page says what is
/// to do.
#[utoipa::path(
    get, path = "/sso/callback/{tenant}/{connection}", operation_id = "sso_callback", tag = "Pages",
    params(
        ("tenant" = String, Path, description = "The tenant's short name", example = "acme"),
        ("connection" = String, Path, description = "The connection", example = "acme-login"),
        ("state" = String, Query, description = "As the provider was given it"),
        ("code" = Option<String>, Query, description = "What becomes the provider's token, once"),
        ("iss" = Option<String>, Query, description = "Who the provider is (RFC 9207)"),
        ("error" = Option<String>, Query, description = "Why there is no code"),
    ),
    responses(
        (status = 204, description = "To `HEAD`: nothing is done"),
        (status = 303, description = "On to the app, the account, or the page that asks for the rest"),
        (status = 400, description = "A page: this browser did not go there, or too long ago"),
        (status = 403, description = "A page: the provider shows nobody, or the account does not count"),
        (status = 429, description = "`too_many_requests`; `Retry-After` says when", body = crate::http::ProblemBody<'static>),
        (status = 503, description = "A page: the provider does not answer"),
    ),
)]
pub async fn show(
    State(app): State<App>,
    Path(back_to): Path<(String, String)>,
    Source(source): Source,
    request: Request,
) -> Result<Response, Problem> {
    if request.method() == Method::HEAD {
        // Whoever only looks at an address takes no code.
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let (uri, headers) = (request.uri(), request.headers());
    let mut reader = Reader::of(uri, headers);
    let (departure, visit) = match left_from_here(&app, &reader, uri, headers, &back_to).await? {
        Ok(found) => found,
        Err(page) => return Ok(page),
    };
    reader.locale = Some(departure.locale.clone());
    let Some(party) = RelyingParty::new(&app, &visit.tenant, &departure.connection) else {
        return Ok(not_understood(&reader, Some(&visit.tenant)));
    };
    if let Some(error) = query(uri.query(), "error") {
        return Ok(told_by(&reader, &visit, &party, &error));
    }
    let arriving = async {
        let redirect_uri = party.redirect_uri(&reader.host);
        let claims = match party.come_back(uri.query(), &departure, &redirect_uri).await {
            Ok(claims) => claims,
            Err(error) => return Ok(Err(failed(&reader, &visit, &party, error))),
        };
        let arriving = Arriving::new(party, party.arrived(&claims, &departure), &departure.locale);
        Ok(Ok((arriving.settle().await?, arriving)))
    };
    match app.guarded(source, arriving).await? {
        Ok((settled, arriving)) => {
            let told = answer(&app, &reader, &visit, settled, &arriving);
            Ok(counted(&app, headers, &departure, told))
        }
        Err(page) => Ok(page),
    }
}

/// What a provider says that gives no code (RFC 6749 section 4.1.2.1).
fn told_by(reader: &Reader, visit: &Visit, party: &RelyingParty<'_>, error: &str) -> Response {
    if ["server_error", "temporarily_unavailable"].contains(&error) {
        return failed(reader, visit, party, Failed::Trouble("said_so"));
    }
    let (tenant, connection) = (party.tenant.name.as_str(), party.connection.id.as_str());
    let reason = match error {
        "access_denied" => "access_denied",
        _ => "other_error",
    };
    tracing::info!(tenant, connection, reason, "a provider gave no code");
    let provider = party.connection.display_name.clone();
    let told = (StatusCode::FORBIDDEN, ProblemKind::SsoCancelled { provider });
    problem(reader, visit, told, sign_in::PATH)
}

/// What left from this very browser, and the visit it belongs to. The inner error is the page that says there is none.
async fn left_from_here(
    app: &App,
    reader: &Reader,
    uri: &Uri,
    headers: &HeaderMap,
    (tenant, connection): &(String, String),
) -> Result<Result<(Departure, Visit), Response>, Problem> {
    let state = once(uri.query(), "state").unwrap_or_default();
    let departure = Departure::open(&state, &app.keys);
    let departure = departure.filter(|left| left.tenant.as_str() == tenant && left.connection == *connection);
    let Some(departure) = departure else {
        tracing::info!(reason = "no_state", "a sign-in by a provider was refused");
        return Ok(Err(not_understood(reader, None)));
    };
    let going_on = (departure.request.as_ref(), departure.next.as_deref());
    let visit = match Visit::resumed(app, reader, &departure.tenant, going_on).await? {
        Ok(visit) => visit,
        Err(page) => return Ok(Err(page)),
    };
    let browser = cookies::browser(app, headers);
    let is_here = browser.is_some_and(|browser| departure.counts(browser, app.clock.now()));
    Ok(match is_here && !cookies::has_come_back(app, headers, &departure) {
        true => Ok((departure, visit)),
        false => {
            let (tenant, connection) = (departure.tenant.as_str(), departure.connection.as_str());
            tracing::info!(
                tenant,
                connection,
                reason = "not_from_here",
                "a sign-in by a provider was refused"
            );
            Err(again(reader, &visit))
        }
    })
}

/// A parameter that is there once: of two, which would count?
fn once(parameters: Option<&str>, name: &str) -> Option<String> {
    <[String; 1]>::try_from(all(parameters, name)).ok().map(|[value]| value)
}

/// A parameter as often as it is there.
fn all(parameters: Option<&str>, name: &str) -> Vec<String> {
    let all: Vec<(String, String)> = serde_urlencoded::from_str(parameters.unwrap_or_default()).unwrap_or_default();
    let named = all.into_iter().filter(|(given, _)| given == name);
    named.map(|(_, value)| value).collect()
}

/// Has the browser keep that this departure has come back.
fn counted(app: &App, headers: &HeaderMap, departure: &Departure, mut told: Response) -> Response {
    if let Ok(cookie) = cookies::come_back(app, headers, departure).parse() {
        told.headers_mut().append(SET_COOKIE, cookie);
    }
    told
}

fn answer(app: &App, reader: &Reader, visit: &Visit, settled: Settled, arriving: &Arriving<'_>) -> Response {
    match settled {
        Settled::SignedIn(session) => cookies::forgetting(app, sign_in::signed_in(app, visit, &session)),
        Settled::NotYet(kind) => {
            let told = problem(reader, visit, (StatusCode::FORBIDDEN, kind), sign_in::PATH);
            cookies::forgetting(app, told)
        }
        // What is next, the page finds out anew: it may be opened again.
        Settled::Asks => {
            let to = visit.href(sso_complete::PATH, &visit.shown(reader));
            let headers = [(LOCATION, to), (SET_COOKIE, cookies::keep(app, &arriving.arrived))];
            (StatusCode::SEE_OTHER, headers).into_response()
        }
    }
}

impl RelyingParty<'_> {
    /// Whom these claims show, as of now.
    fn arrived(&self, claims: &Claims, departure: &Departure) -> Arrived {
        let now = self.app.clock.now();
        let at = (departure.shown_at(claims, self.tenant, now), now);
        let person = claims.person(self.oidc, self.kind());
        Arrived::new((&self.tenant.name, self.connection), person, at)
    }

    /// What the provider tells of whoever comes back with these parameters.
    async fn come_back(
        &self,
        parameters: Option<&str>,
        departure: &Departure,
        redirect_uri: &str,
    ) -> Result<Claims, Failed> {
        let (code, issuers) = (once(parameters, "code"), all(parameters, "iss"));
        if self.is_left_alone() {
            return Err(Failed::Trouble("left_alone"));
        }
        let metadata = self.metadata().await?;
        // Another provider's code must not be brought to this one (RFC 9207 section 2.4).
        match issuers.as_slice() {
            [] if metadata.names_itself => return Err(Failed::Refused("no_issuer_in_answer")),
            [] => {}
            [issuer] if *issuer == self.oidc.issuer => {}
            _ => return Err(Failed::Refused("other_issuer_in_answer")),
        }
        self.redeem(&code.unwrap_or_default(), departure, redirect_uri).await
    }
}
