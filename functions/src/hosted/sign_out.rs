//! `GET` and `POST /sign-out`: a person ends the session of this browser, perhaps because an app asks (OpenID Connect
//! RP-Initiated Logout 1.0).
//!
//! An app may send a browser here, or anybody's page may. So nobody is signed out before they press the button of our
//! own page, and nobody is sent anywhere but where the app's own list says.

use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRequestParts as _, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{LOCATION, SET_COOKIE};
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use usher::authorization::Parameters;
use usher::tenant::{Client, Tenant};
use usher::token::Issuer;
use utoipa::ToSchema;

use super::session_cookie::{self, browser, signed_in};
use crate::app::App;
use crate::http::{Problem, ProblemBody, SameSite, form, read};
use crate::oauth::with_query;
use crate::page_answer::{Reader, Shown, leading_to, page};
use crate::pages::{Languages, SignOut, SignedOut};
use crate::{Endpoint, Route};

/// Where people sign out.
pub(crate) const PATH: &str = "/sign-out";
/// What an app may say, and what the page passes on.
const PASSED_ON: [&str; 5] = [
    "id_token_hint",
    "client_id",
    "post_logout_redirect_uri",
    "state",
    "ui_locales",
];

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "sign-out",
    routes: &[Route::new("GET", PATH), Route::new("POST", PATH)],
    hashes: false,
    router: |app| Router::new().route(PATH, get(show).post(handle)).with_state(app),
};

/// What the form sends.
#[derive(Deserialize, ToSchema)]
#[expect(dead_code, reason = "an app may send more; this is what the API reference shows")]
pub(super) struct SignOutForm {
    /// An ID token that the app was given, however old.
    #[schema(example = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiIs…")]
    id_token_hint: Option<String>,
    /// The app.
    #[schema(example = "acme-web")]
    client_id: Option<String>,
    /// Where the person goes afterwards: one of the app's list, character by character.
    #[schema(example = "https://app.acme.example/")]
    post_logout_redirect_uri: Option<String>,
    /// Handed back as it is.
    #[schema(example = "af0ifjsldkj")]
    state: Option<String>,
    /// Languages, the best first.
    #[schema(example = "de en")]
    ui_locales: Option<String>,
    /// The button: `yes`.
    #[schema(example = "yes")]
    confirm: Option<String>,
}

/// The page that signs out
///
/// The end session endpoint of OpenID Connect. It only asks: nobody is signed out by a link.
#[utoipa::path(
    get, path = "/sign-out", operation_id = "sign_out_page", tag = "OpenID Connect",
    params(
        ("id_token_hint" = Option<String>, Query, description = "An ID token that the app was given, however old"),
        ("client_id" = Option<String>, Query, description = "The app; the same as the ID token's, where both are given"),
        ("post_logout_redirect_uri" = Option<String>, Query, description = "Where the person goes afterwards: one of the app's list, character by character"),
        ("state" = Option<String>, Query, description = "Handed back as it is"),
        ("ui_locales" = Option<String>, Query, description = "Languages, the best first"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses((status = 200, description = "A page that asks")),
)]
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let reader = Reader::of(request.uri(), request.headers());
    let query = request.uri().query().unwrap_or_default();
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
    let asked = Asked::read(&app, &reader, request.headers(), pairs.into_iter().collect()).await?;
    ask(&app, &reader, request.headers(), &asked, reader.languages()).await
}

/// Sign out
///
/// An app may send its parameters in a form, too; it is answered by the page that asks.
#[utoipa::path(
    post, path = "/sign-out", operation_id = "sign_out", tag = "OpenID Connect",
    request_body(content = SignOutForm, content_type = "application/x-www-form-urlencoded",
                 example = json!({"client_id": "acme-web", "post_logout_redirect_uri": "https://app.acme.example/", "confirm": "yes"})),
    responses(
        (status = 200, description = "A page that asks, or that says that the person is signed out"),
        (status = 303, description = "Signed out, and back to the app"),
        (status = 400, description = "`invalid_form`", body = ProblemBody<'static>),
        (status = 403, description = "`cross_site`: the button is taken from our own page only", body = ProblemBody<'static>),
        (status = 413, description = "`body_too_large`", body = ProblemBody<'static>),
        (status = 415, description = "`unsupported_media_type`", body = ProblemBody<'static>),
    ),
)]
pub async fn handle(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let (mut parts, body) = request.into_parts();
    let body = read(body).await?;
    let mut reader = Reader::of(&parts.uri, &parts.headers);
    let pairs: Vec<(String, String)> = form(&parts.headers, &body)?;
    let parameters: Parameters = pairs.into_iter().collect();
    reader.locale = parameters.get("locale").map(str::to_owned).or(reader.locale);
    let is_pressed = parameters.get("confirm") == Some("yes");
    let asked = Asked::read(&app, &reader, &parts.headers, parameters).await?;
    if is_pressed {
        SameSite::from_request_parts(&mut parts, &()).await?;
        return end(&app, &reader, &parts.headers, &asked).await;
    }
    let languages = Languages::Form {
        action: PATH.to_owned(),
        fields: asked.fields(),
    };
    ask(&app, &reader, &parts.headers, &asked, languages).await
}

/// What an app asks for, as far as it may.
struct Asked {
    parameters: Parameters,
    /// Whose page it is.
    tenant: Option<Arc<Tenant>>,
    /// Where the person goes afterwards, `state` and all.
    to: Option<String>,
}

impl Asked {
    async fn read(app: &App, reader: &Reader, headers: &HeaderMap, parameters: Parameters) -> Result<Self, Problem> {
        let asking = match client_named(app, &parameters) {
            Some(id) => app.tenant_of_client(&id).await?.map(|tenant| (tenant, id)),
            None => None,
        };
        let asking = match asking {
            Some((tenant, _)) if app.is_host_of_another(&reader.host, &tenant.name).await? => None,
            asking => asking,
        };
        let to = asking
            .as_ref()
            .and_then(|(tenant, id)| redirect(tenant.client(id)?, &parameters));
        let tenant = match asking {
            Some((tenant, _)) => Some(tenant),
            None => session_cookie::tenant(app, &reader.host, headers).await?,
        };
        Ok(Self { parameters, tenant, to })
    }

    fn fields(&self) -> Vec<(String, String)> {
        let given = |name: &str| Some((name.to_owned(), self.parameters.get(name)?.to_owned()));
        PASSED_ON.into_iter().filter_map(given).collect()
    }

    fn shown(&self, reader: &Reader) -> Shown {
        let reader = reader.or_in(self.parameters.get("ui_locales"));
        Shown::new(&reader, self.tenant.as_deref(), None)
    }
}

/// The client that the app says it is, or that its ID token was for; nobody where the two do not agree.
fn client_named(app: &App, parameters: &Parameters) -> Option<String> {
    let id = parameters.get("client_id");
    let Some(token) = parameters.get("id_token_hint") else {
        return id.map(str::to_owned);
    };
    let issuer = Issuer {
        url: &app.config.public_url,
        keys: &app.keys,
    };
    let hint = issuer.id_token_hint(token).ok()?;
    id.is_none_or(|id| id == hint.aud).then_some(hint.aud)
}

fn redirect(client: &Client, parameters: &Parameters) -> Option<String> {
    let to = parameters.get("post_logout_redirect_uri")?;
    let known = client.post_logout_redirect_uris.iter().find(|known| *known == to)?;
    Some(match parameters.get("state") {
        Some(state) => with_query(known, &[("state", state)]),
        None => known.clone(),
    })
}

async fn ask(
    app: &App,
    reader: &Reader,
    headers: &HeaderMap,
    asked: &Asked,
    languages: Languages,
) -> Result<Response, Problem> {
    let who = match &asked.tenant {
        Some(tenant) => signed_in(app, headers, tenant).await?,
        None => None,
    };
    let shown = asked.shown(reader);
    let content = SignOut {
        action: format!("{PATH}?locale={}", shown.locale.tag()),
        fields: asked.fields(),
        address: who.map(|who| who.user.email.as_str().to_owned()),
    };
    let html = content.render(&shown.frame(languages));
    Ok(leading_to(asked.to.as_deref(), StatusCode::OK, html))
}

/// Ends the session, if there is one, and leads on. A session of another tenant of the same host stays.
async fn end(app: &App, reader: &Reader, headers: &HeaderMap, asked: &Asked) -> Result<Response, Problem> {
    let held = session_cookie::opened(app, headers);
    let held = held.filter(|session| {
        asked
            .tenant
            .as_ref()
            .is_some_and(|tenant| tenant.name == session.tenant)
    });
    if let Some(session) = &held {
        app.store
            .end_session(session, browser(headers), app.clock.now())
            .await?;
    }
    let mut response = match &asked.to {
        Some(to) => (StatusCode::SEE_OTHER, [(LOCATION, to.clone())]).into_response(),
        None => {
            let app_link = asked.tenant.as_ref().and_then(|tenant| tenant.app_link.clone());
            let is_refused = asked.parameters.get("post_logout_redirect_uri").is_some();
            let content = SignedOut {
                next: app_link.filter(|_| !is_refused),
            };
            let shown = asked.shown(reader);
            page(StatusCode::OK, content.render(&shown.frame(Languages::None)))
        }
    };
    if let (Some(_), Ok(cookie)) = (held, session_cookie::clear(app).parse()) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}
