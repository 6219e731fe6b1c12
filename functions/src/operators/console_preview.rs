//! `GET /console/preview` and `/console/preview/{what}`: pages and mails as people see them, in each language.

mod mails;
mod pages;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use http::header::CONTENT_SECURITY_POLICY;

use super::api::Console;
use super::console_onboarding;
use super::operator::Operator;
use crate::http::{Problem, ProblemBody, code};
use crate::page_answer::page;
use crate::pages::Languages;
use crate::pages::console::{Place, Preview, Sample};
use crate::words::Locale;
use crate::{Endpoint, Route};

/// Where it is.
pub(super) const PATH: &str = "/console/preview";
/// One page or mail.
const ONE: &str = "/console/preview/{what}";
/// Mails bring their own styles, and nothing of theirs may act.
const OF_MAIL: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https:; sandbox; frame-ancestors 'none'; \
     base-uri 'none'";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "console-preview",
    routes: &[Route::new("GET", PATH), Route::new("GET", ONE)],
    hashes: false,
    router: |app| {
        let console = Console {
            api: Router::new(),
            app,
        };
        Router::new()
            .route(PATH, get(list))
            .route(ONE, get(show))
            .with_state(console)
    },
};

/// The page of what can be looked at
#[utoipa::path(
    get, path = "/console/preview", operation_id = "console_previews", tag = "Console",
    params(
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
    ),
)]
pub(crate) async fn list(State(console): State<Console>, operator: Operator) -> Result<Response, Problem> {
    let content = previews(&console, &operator);
    let languages = operator.reader.languages();
    Ok(
        operator.page(&console.app, (Place::Onboarding, StatusCode::OK), languages, |frame| {
            content.render(frame)
        }),
    )
}

/// What there is to look at, under the titles and subjects that people read.
fn previews(console: &Console, operator: &Operator) -> Preview {
    let shown = operator.shown();
    let frame = shown.frame(Languages::None);
    let entry = |(what, name): (&str, String)| Sample {
        name,
        links: Locale::ALL
            .map(|locale| (locale.native_name(), address(operator, what, locale)))
            .to_vec(),
    };
    let mails = mails::ALL.iter().filter_map(|what| {
        let mail = mails::sample(&frame, what, &console.app.clock)?;
        Some((*what, mail.subject))
    });
    Preview {
        pages: pages::all(&operator.tenant, &frame, operator.words())
            .into_iter()
            .map(entry)
            .collect(),
        mails: mails.map(entry).collect(),
        back: operator.href(console_onboarding::PATH),
    }
}

fn address(operator: &Operator, what: &str, locale: Locale) -> String {
    format!(
        "{PATH}/{what}?labelpartner={}&locale={}",
        operator.tenant.name,
        locale.tag()
    )
}

/// A page or mail as people see it
///
/// With made-up people, and buttons that lead nowhere.
#[utoipa::path(
    get, path = "/console/preview/{what}", operation_id = "console_preview", tag = "Console",
    params(
        ("what" = String, Path, description = "As the list of previews names it", example = "sign-in"),
        ("labelpartner" = Option<String>, Query, description = "The tenant's short name"),
        ("locale" = Option<String>, Query, description = "A language of the pages"),
    ),
    responses(
        (status = 200, description = "A page", content_type = "text/html", body = String),
        (status = 303, description = "On to sign in"),
        (status = 403, description = "A page: the console is not open to this person", content_type = "text/html", body = String),
        (status = 404, description = "`not_found`: there is no such page or mail", body = ProblemBody<'static>),
    ),
)]
pub(crate) async fn show(
    State(console): State<Console>,
    Path(what): Path<String>,
    operator: Operator,
) -> Result<Response, Problem> {
    let shown = operator.shown();
    let frame = shown.frame(Languages::None);
    if let Some(mail) = mails::sample(&frame, &what, &console.app.clock) {
        return Ok(([(CONTENT_SECURITY_POLICY, OF_MAIL)], Html(mail.html)).into_response());
    }
    let html = pages::sample(&operator.tenant, &frame, &what, &console.app.clock);
    html.map(|html| page(StatusCode::OK, html))
        .ok_or_else(|| Problem::new(&code::NOT_FOUND))
}
