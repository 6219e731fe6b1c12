//! What only a local stack answers, beside everything that is deployed.
//!
//! A page in somebody's browser must not reach these routes by way of that browser: they answer to
//! names of this machine only, and take writes only from their own pages or from programs.

mod clock;
mod docs;
mod files;
mod inbox;
mod messages;
mod start;
mod tenants;

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderName, Method, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use functions::app::App;
use functions::http::{Problem, Source, code};
use tokio::sync::Notify;

use crate::demo::Demo;
use crate::inbox::Inbox;

/// What the local routes need.
#[derive(Clone)]
pub(crate) struct Local {
    pub(crate) app: App,
    pub(crate) inbox: Inbox,
    pub(crate) demo: Arc<Demo>,
    /// Wakes whoever reads the table's stream.
    pub(crate) wakes: Wakes,
}

/// One for each worker on the stream.
pub(crate) type Wakes = [Arc<Notify>; 3];

/// Everything the stack serves.
pub(crate) fn router(local: Local) -> Router {
    let deployed = functions::router(&local.app);
    let app = local.app.clone();
    Router::new()
        .route("/", get(start::page))
        .route("/docs", get(docs::page))
        .route("/openapi.json", get(docs::openapi))
        .route("/_local/inbox", get(inbox::page))
        .route("/_local/messages", get(messages::list).delete(messages::clear))
        .route("/_local/messages/{id}/html", get(messages::html))
        .route("/_local/clock", get(clock::tell).post(clock::advance))
        .route("/_local/tenants", axum::routing::put(tenants::apply))
        .route("/_local/files/{file}", get(files::file))
        .route_layer(middleware::from_fn(for_this_machine))
        .with_state(local.clone())
        .layer(middleware::from_fn_with_state(app, functions::http::finish))
        .fallback_service(deployed)
        .layer(middleware::from_fn_with_state(local, gateway))
}

/// What API Gateway is to a deployed stack: it knows who calls. A write wakes the workers on the stream once it is
/// answered.
async fn gateway(
    State(local): State<Local>,
    ConnectInfo(caller): ConnectInfo<SocketAddr>,
    mut request: Request,
    next: Next,
) -> Response {
    request.extensions_mut().insert(Source(caller.ip()));
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let response = next.run(request).await;
    if !reads {
        local.wakes.iter().for_each(|wake| wake.notify_one());
    }
    response
}

/// Refuses a page that had its own name lead to this machine (DNS rebinding).
async fn for_this_machine(request: Request, next: Next) -> Response {
    if names_this_machine(request.headers()) {
        next.run(request).await
    } else {
        Problem::new(&code::CROSS_SITE).into_response()
    }
}

fn names_this_machine(headers: &HeaderMap) -> bool {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "127.0.0.1" | "localhost" | "[::1]") || name.ends_with(".localhost")
}

/// A page of the stack's own, which loads and calls nothing from elsewhere.
fn own_page(html: askama::Result<String>) -> Result<Response, Problem> {
    const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; \
                          img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    let html = html.map_err(|error| Problem {
        cause: Some(error.to_string()),
        ..Problem::new(&code::INTERNAL_ERROR)
    })?;
    Ok((
        [(HeaderName::from_static("content-security-policy"), POLICY)],
        Html(html),
    )
        .into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_answered() {
        let asked = |host: &str| {
            let value = axum::http::HeaderValue::from_str(host).expect("a header");
            names_this_machine(&HeaderMap::from_iter([(header::HOST, value)]))
        };
        for host in [
            "127.0.0.1:9000",
            "localhost:9000",
            "[::1]:9000",
            "acme.localhost:9000",
            "localhost",
        ] {
            assert!(asked(host), "{host}");
        }
        for host in [
            "evil.example",
            "127.0.0.1.evil.example:9000",
            "localhost.evil.example",
            "",
        ] {
            assert!(!asked(host), "{host}");
        }
    }
}
