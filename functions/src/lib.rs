//! The HTTP layer of Usher: one module per endpoint. The package `lambdas` has a thin binary for each.
//!
//! # How to add an endpoint
//!
//! 1. **Name it.** One kebab-case name, `verify-user` say, is the binary, the folder of its sample
//!    events and its row in the table below; in snake case, `verify_user`, it is the module.
//! 2. **Write the module** `src/<feature>/<name>.rs`: its [`Endpoint`], the request and answer types
//!    with a doc comment on each field, `#[utoipa::path]`, and a handler of at most 40 lines that
//!    decodes, calls the domain, and encodes. Rules belong into `usher`, pages into [`pages`].
//! 3. **Add its row** to [`ENDPOINTS`], or to [`WORKERS`] if it answers no HTTP request, and its
//!    handlers to the list in `openapi.rs`.
//! 4. **Add the binary** `lambdas/src/bin/<name>.rs`: three lines, like its neighbours.
//! 5. **Give it samples** in `events/<name>/`, at least one event as API Gateway or the stream sends it.
//! 6. **Name each new error** in `http/code.rs` and explain it in `docs/errors.md`.
//! 7. **Test it** over HTTP in `tests/tests/routes/`, and run `make openapi` to renew `openapi.json`.
//!
//! `make test` says in a sentence which of these was forgotten.

pub mod accounts;
pub mod agreements;
pub mod app;
mod app_form;
pub mod approvals;
pub mod assets;
mod callers;
pub mod config;
mod cookie;
pub mod customers;
pub mod directory;
pub mod hosted;
pub mod http;
pub mod invitations;
pub mod mail;
pub mod metrics;
pub mod oauth;
mod openapi;
pub mod operators;
mod page_answer;
pub mod pages;
pub mod people;
mod posted;
pub mod registration;
mod runtime;
pub mod sign_up;
pub mod sso;
mod tenant_service;
pub mod tenants;
pub mod words;
pub mod workers;

use app::App;
use axum::Router;

pub use openapi::openapi;
pub use runtime::{serve, work_on_keys, work_on_notices, work_on_schedule, work_on_stream};

/// A Lambda function behind HTTP.
#[derive(Clone, Copy, Debug)]
pub struct Endpoint {
    /// Its one name.
    pub name: &'static str,
    /// What it answers.
    pub routes: &'static [Route],
    /// Whether it hashes passwords: it then gets a whole processor, and the memory for a hash before its first call.
    pub hashes: bool,
    /// Its router.
    pub router: fn(App) -> Router,
}

/// A method and a path, written as both API Gateway and axum write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// `GET`, `POST`, `DELETE`.
    pub method: &'static str,
    /// With `{id}` for a part that varies.
    pub path: &'static str,
}

impl Route {
    /// A route.
    #[must_use]
    pub const fn new(method: &'static str, path: &'static str) -> Self {
        Self { method, path }
    }
}

/// A Lambda function that answers no HTTP request.
#[derive(Clone, Copy, Debug)]
pub struct Worker {
    /// Its one name.
    pub name: &'static str,
    /// What wakes it.
    pub trigger: Trigger,
}

/// What wakes a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The stream of the table.
    Stream,
    /// A schedule.
    Schedule,
    /// What became of mails, as SES tells it by way of SNS.
    MailEvents,
}

/// Every function behind HTTP that is deployed.
pub const ENDPOINTS: &[Endpoint] = &[
    accounts::provision::ENDPOINT,
    accounts::account::ENDPOINT,
    accounts::activity::ENDPOINT,
    customers::installation::ENDPOINT,
    customers::customer::ENDPOINT,
    customers::customer_change::ENDPOINT,
    invitations::pre_register::ENDPOINT,
    invitations::resend_verification::ENDPOINT,
    invitations::activate::ENDPOINT,
    agreements::legal::ENDPOINT,
    approvals::approval::ENDPOINT,
    people::users::ENDPOINT,
    people::funnel::ENDPOINT,
    invitations::invitation::ENDPOINT,
    invitations::invitation_change::ENDPOINT,
    registration::email_verification::ENDPOINT,
    registration::verify_user::ENDPOINT,
    registration::register_no_gateway::ENDPOINT,
    registration::set_password::ENDPOINT,
    oauth::authorize::ENDPOINT,
    hosted::sign_in::ENDPOINT,
    hosted::check_details::ENDPOINT,
    hosted::sign_out::ENDPOINT,
    hosted::my_account::ENDPOINT,
    hosted::register::ENDPOINT,
    hosted::recover::ENDPOINT,
    sign_up::signup::ENDPOINT,
    sign_up::signup_complete::ENDPOINT,
    sign_up::voucher::ENDPOINT,
    operators::console::ENDPOINT,
    operators::console_onboarding::ENDPOINT,
    operators::console_preview::ENDPOINT,
    tenants::tenant::ENDPOINT,
    oauth::token::ENDPOINT,
    sso::sso_start::ENDPOINT,
    sso::sso_callback::ENDPOINT,
    sso::sso_complete::ENDPOINT,
    sso::sso_logout::ENDPOINT,
    sso::sso_token::ENDPOINT,
    sso::connection::ENDPOINT,
    oauth::par::ENDPOINT,
    oauth::userinfo::ENDPOINT,
    oauth::introspect::ENDPOINT,
    oauth::revoke::ENDPOINT,
    oauth::oidc_metadata::ENDPOINT,
    assets::ENDPOINT,
];

/// Every other function that is deployed.
pub const WORKERS: &[Worker] = &[
    workers::mailer::WORKER,
    workers::invitation_lists::WORKER,
    workers::approval_endpoint::WORKER,
    workers::mail_feedback::WORKER,
    workers::key_rotation::WORKER,
    workers::housekeeping::WORKER,
];

/// All endpoints in one router: what the local stack serves.
pub fn router(app: &App) -> Router {
    let endpoints = ENDPOINTS.iter().map(|endpoint| (endpoint.router)(app.clone()));
    finished(endpoints.fold(Router::new(), Router::merge), app)
}

/// One endpoint as its function serves it.
pub fn router_of(endpoint: &Endpoint, app: &App) -> Router {
    finished((endpoint.router)(app.clone()), app)
}

fn finished(router: Router, app: &App) -> Router {
    router.layer(axum::middleware::from_fn_with_state(app.clone(), http::finish))
}
