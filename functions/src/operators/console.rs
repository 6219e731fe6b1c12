//! `/console`: operators look after a tenant's people in their browser.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;

use super::api::Console;
use super::operator::Operator;
use super::{PATH, approvals, funnel, people, person};
use crate::app::App;
use crate::http::Problem;
use crate::pages::console::{Place, Start};
use crate::{Endpoint, Route, accounts, approvals as api_approvals, finished, invitations, people as searched};

/// This endpoint.
pub const ENDPOINT: Endpoint = Endpoint {
    name: "console",
    routes: &[
        Route::new("GET", PATH),
        Route::new("GET", approvals::PATH),
        Route::new("POST", approvals::DECIDE),
        Route::new("GET", people::PATH),
        Route::new("GET", person::PATH),
        Route::new("POST", person::INVITATION),
        Route::new("GET", funnel::PATH),
    ],
    hashes: false,
    router: |app| {
        let console = Console { api: api(&app), app };
        Router::new()
            .route(PATH, get(show))
            .route(approvals::PATH, get(approvals::show))
            .route(approvals::DECIDE, post(approvals::decide))
            .route(people::PATH, get(people::show))
            .route(person::PATH, get(person::show))
            .route(person::INVITATION, post(person::change))
            .route(funnel::PATH, get(funnel::show))
            .with_state(console)
    },
};

/// The routes of the API that these pages call.
fn api(app: &App) -> Router {
    let called = [
        api_approvals::approval::ENDPOINT,
        accounts::account::ENDPOINT,
        invitations::invitation::ENDPOINT,
        invitations::invitation_change::ENDPOINT,
        searched::users::ENDPOINT,
        searched::funnel::ENDPOINT,
    ];
    let routers = called.iter().map(|endpoint| (endpoint.router)(app.clone()));
    finished(routers.fold(Router::new(), Router::merge), app)
}

/// The console's first page
///
/// It and all pages behind it are for the tenant's operators; whoever is not signed in is sent to sign in.
#[utoipa::path(
    get, path = "/console", operation_id = "console_page", tag = "Console",
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
pub(crate) async fn show(State(console): State<Console>, operator: Operator) -> Result<Response, Problem> {
    let languages = operator.reader.languages();
    let place = (Place::Start, StatusCode::OK);
    Ok(operator.page(&console.app, place, languages, |frame| Start.render(frame)))
}
