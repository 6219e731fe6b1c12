//! `/console/onboarding`: an operator sets up which accounts people can open, and how pages look.
//!
//! Every form changes a part of the tenant's document and sends the whole of it to `PUT /v1/tenant`, on the condition that it
//! is the one that the form was made of.

pub mod agreements;
pub mod apps;
pub mod connections;
pub mod document;
pub mod kind;
pub mod look;
pub mod providers;
pub mod questions;
pub mod rules;
pub mod texts;
pub mod versions;

mod fields;
mod inputs;
mod items;
mod saving;
mod service;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use http::{StatusCode, Uri};
use serde_json::Value;

use super::api::Console;
use super::console_preview;
use super::operator::Operator;
use super::read::{escaped, list, text};
use crate::http::Problem;
use crate::page_answer::query;
use crate::pages::console::{KINDS, Onboarding, Place, Told, Way};
use crate::{Endpoint, Route, finished, tenants};

/// Where the onboarding is set up.
pub(super) const PATH: &str = "/console/onboarding";

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "console-onboarding",
    routes: &[
        Route::new("GET", PATH),
        Route::new("GET", kind::PATH),
        Route::new("POST", kind::PATH),
        Route::new("GET", agreements::PATH),
        Route::new("POST", agreements::PATH),
        Route::new("GET", apps::PATH),
        Route::new("POST", apps::PATH),
        Route::new("GET", connections::PATH),
        Route::new("POST", connections::PATH),
        Route::new("GET", providers::PATH),
        Route::new("POST", providers::PATH),
        Route::new("GET", questions::PATH),
        Route::new("POST", questions::PATH),
        Route::new("GET", rules::PATH),
        Route::new("POST", rules::PATH),
        Route::new("GET", texts::PATH),
        Route::new("POST", texts::PATH),
        Route::new("GET", look::PATH),
        Route::new("POST", look::PATH),
        Route::new("GET", document::PATH),
        Route::new("POST", document::PATH),
        Route::new("GET", versions::PATH),
        Route::new("POST", versions::PATH),
    ],
    hashes: false,
    router: |app| {
        let console = Console {
            api: finished((tenants::tenant::ENDPOINT.router)(app.clone()), &app),
            app,
        };
        Router::new()
            .route(PATH, get(show))
            .route(kind::PATH, get(kind::show).post(kind::save))
            .route(agreements::PATH, get(agreements::show).post(agreements::save))
            .route(apps::PATH, get(apps::show).post(apps::save))
            .route(connections::PATH, get(connections::show).post(connections::save))
            .route(providers::PATH, get(providers::show).post(providers::save))
            .route(questions::PATH, get(questions::show).post(questions::save))
            .route(rules::PATH, get(rules::show).post(rules::save))
            .route(texts::PATH, get(texts::show).post(texts::save))
            .route(look::PATH, get(look::show).post(look::save))
            .route(document::PATH, get(document::show).post(document::save))
            .route(versions::PATH, get(versions::show).post(versions::restore))
            .with_state(console)
    },
};

/// The page of what can be set up
#[utoipa::path(
    get, path = "/console/onboarding", operation_id = "console_onboarding", tag = "Console",
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
pub(crate) async fn show(State(console): State<Console>, operator: Operator, uri: Uri) -> Result<Response, Problem> {
    let (document, _) = saving::read(&console, &operator).await?;
    let content = content(&operator, &document, query(uri.query(), "notice").as_deref());
    let languages = operator.reader.languages();
    Ok(
        operator.page(&console.app, (Place::Onboarding, StatusCode::OK), languages, |frame| {
            content.render(frame)
        }),
    )
}

/// What there is to set up.
fn content(operator: &Operator, document: &Value, notice: Option<&str>) -> Onboarding {
    let is_on = |kind: &str| document["onboarding"]["kinds"][kind]["enabled"] == true;
    let kinds = KINDS.map(|kind| (kind, operator.href(&format!("{PATH}/kinds/{kind}")), is_on(kind)));
    let agreements = list(document, "agreements").iter().map(|agreement| {
        let name = text(agreement, "name");
        let href = operator.href(&format!("{}?name={}", agreements::PATH, escaped(&name)));
        (name, href, list(agreement, "versions").len() as u64)
    });
    let apps = list(document, "clients").iter().map(|client| {
        let id = text(client, "id");
        let href = operator.href(&format!("{}?id={}", apps::PATH, escaped(&id)));
        (id, text(client, "display_name"), href)
    });
    let connections = list(document, "connections").iter().map(|connection| {
        let id = text(connection, "id");
        let path = match connection.get("oidc").is_none_or(Value::is_null) {
            true => connections::PATH,
            false => providers::PATH,
        };
        let href = operator.href(&format!("{path}?id={}", escaped(&id)));
        (id, text(connection, "display_name"), href)
    });
    let ways = [
        (Way::Rules, rules::PATH),
        (Way::Look, look::PATH),
        (Way::Texts, texts::PATH),
        (Way::Preview, console_preview::PATH),
        (Way::Document, document::PATH),
        (Way::Versions, versions::PATH),
    ];
    Onboarding {
        kinds: kinds.to_vec(),
        agreements: agreements.collect(),
        one_more: operator.href(agreements::PATH),
        apps: apps.collect(),
        one_more_app: operator.href(apps::PATH),
        connections: connections.collect(),
        one_more_connection: operator.href(connections::PATH),
        one_more_provider: operator.href(providers::PATH),
        ways: ways.map(|(way, path)| (way, operator.href(path))).to_vec(),
        told: match notice {
            Some(saving::SAVED) => Told::news(operator.words().say("onboarding-saved", &[])),
            Some(saving::MOVED) => Told::news(operator.words().say("onboarding-moved", &[])),
            _ => Told::default(),
        },
    }
}
