//! `GET /sso/start`: a person goes to their identity provider to sign in.

use ::http::StatusCode;
use ::http::header::{LOCATION, SET_COOKIE};
use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use usher::id::Opaque;
use usher::sso::Departure;
use usher::tenant::{Connection, Tenant};

use super::cookies;
use super::problem_pages::failed;
use super::relying_party::{Failed, RelyingParty};
use crate::app::App;
use crate::hosted::{Visit, not_understood};
use crate::http::Problem;
use crate::page_answer::{Next, Reader, Shown, query};
use crate::words::Words;
use crate::{Endpoint, Route};

/// Where the buttons of the sign-in page lead.
const PATH: &str = "/sso/start";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "sso-start",
    routes: &[Route::new("GET", PATH)],
    hashes: false,
    router: |app| Router::new().route(PATH, get(show)).with_state(app),
};

/// Sign in with an identity provider
///
/// The browser goes on to the provider, with what is needed to come back. Nothing is written.
#[utoipa::path(
    get, path = "/sso/start", operation_id = "sso_start", tag = "Pages",
    params(
        ("connection" = String, Query, description = "Which provider", example = "acme-login"),
        ("request" = Option<String>, Query, description = "What an app asks for, as `/authorize` passes it on"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name, for people who come from no app"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 303, description = "On to the provider"),
        (status = 400, description = "A page: there is no such provider, or the request is none of ours"),
        (status = 410, description = "A page: the request's time is over"),
        (status = 503, description = "A page: the provider does not answer"),
    ),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let (uri, headers) = (request.uri(), request.headers());
    let reader = Reader::of(uri, headers);
    let [sealed, connection] = ["request", "connection"].map(|name| query(uri.query(), name));
    let visit = match Visit::read(&app, &reader, sealed.as_deref()).await? {
        Ok(visit) => visit,
        Err(page) => return Ok(page),
    };
    let Some(party) = RelyingParty::new(&app, &visit.tenant, &connection.unwrap_or_default()) else {
        return Ok(not_understood(&reader, Some(&visit.tenant)));
    };
    let metadata = match party.is_left_alone() {
        true => Err(Failed::Trouble("left_alone")),
        false => party.metadata().await,
    };
    let metadata = match metadata {
        Ok(metadata) => metadata,
        Err(error) => return Ok(failed(&reader, &visit, &party, error)),
    };
    let browser = cookies::browser(&app, headers).unwrap_or_else(|| Opaque::new(app.entropy.bytes()));
    let shown = visit.shown(&reader);
    let departure = Departure::new(
        (&visit.tenant.name, &party.connection.id),
        visit.request.as_ref().map(|(request, _)| request.clone()),
        (
            visit.next().map(Next::name),
            visit.next().is_some_and(Next::is_after_new_proof),
            shown.locale.tag(),
        ),
        browser,
        (&app.entropy, app.clock.now()),
    );
    let to = party.authorization(&metadata, &departure, &party.redirect_uri(&reader.host));
    let headers = [(LOCATION, to), (SET_COOKIE, cookies::name(&app, browser))];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}

/// The buttons of a visit's sign-in page: what each says, and where it leads.
pub(crate) fn buttons(visit: &Visit, shown: &Shown) -> Vec<(String, String)> {
    let href = |connection: &Connection| format!("{}&connection={}", visit.href(PATH, shown), connection.id);
    let labels = labels(&visit.tenant, shown.words()).into_iter();
    // An id needs no escape.
    labels.map(|(label, connection)| (label, href(connection))).collect()
}

/// What the buttons of a tenant's sign-in page say, and which provider each is for.
pub(crate) fn labels<'a>(tenant: &'a Tenant, words: Words<'_>) -> Vec<(String, &'a Connection)> {
    let labelled = |connection: &'a Connection| {
        let own = &connection.oidc.as_ref()?.button;
        let own = own
            .get(words.locale().tag())
            .or_else(|| own.get(&tenant.default_locale));
        let usual = || {
            let provider = connection.display_name.as_str();
            words.say("sso-button", &[("provider", provider.into())])
        };
        Some((own.cloned().unwrap_or_else(usual), connection))
    };
    tenant.connections.iter().filter_map(labelled).collect()
}
