//! The console's way to everything it shows and does: the API's own routes, called within the process.
//!
//! So an operator gets what a program of the tenant gets, with the same rules and the same refusals, and there is no second
//! way to change anything.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use http::header::{CONTENT_TYPE, ETAG, IF_MATCH, RETRY_AFTER};
use http::{Method, StatusCode};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::ServiceExt as _;

use super::operator::Operator;
use crate::app::App;
use crate::http::{Problem, code};

/// What the console is served with.
#[derive(Clone)]
pub(crate) struct Console {
    pub(super) app: App,
    /// The routes of the API that it calls.
    pub(super) api: Router,
}

/// What the API answered.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) etag: String,
    /// In how many seconds to call again, where it was too soon.
    pub(super) retry_after: u64,
    pub(super) body: Value,
}

impl Answer {
    /// The stable word of a refusal; empty where there is none.
    pub(super) fn refusal(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }
}

impl Console {
    /// Reads.
    pub(super) async fn get(&self, operator: &Operator, path: &str) -> Result<Answer, Problem> {
        self.call(operator, Method::GET, path, None, None).await
    }

    /// Does something: what an operator did is told in the log, by ids.
    pub(super) async fn post(&self, operator: &Operator, path: &str, body: &Value) -> Result<Answer, Problem> {
        self.call(operator, Method::POST, path, Some(body), None).await
    }

    /// Replaces a version of the document.
    pub(super) async fn put(
        &self,
        operator: &Operator,
        path: &str,
        etag: &str,
        body: &Value,
    ) -> Result<Answer, Problem> {
        self.call(operator, Method::PUT, path, Some(body), Some(etag)).await
    }

    async fn call(
        &self,
        operator: &Operator,
        method: Method,
        path: &str,
        body: Option<&Value>,
        etag: Option<&str>,
    ) -> Result<Answer, Problem> {
        let mut request = Request::builder()
            .method(&method)
            .uri(path)
            .extension(operator.acting());
        if body.is_some() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        if let Some(etag) = etag {
            request = request.header(IF_MATCH, etag);
        }
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        // What a person typed may make no address that there is.
        let request = request.body(body).map_err(|_| Problem::new(&code::NOT_FOUND))?;
        let Ok(response) = self.api.clone().oneshot(request).await;
        let (parts, body) = response.into_parts();
        let body = body
            .collect()
            .await
            .map_err(|_| Problem::new(&code::INTERNAL_ERROR))?
            .to_bytes();
        if method != Method::GET {
            let (who, tenant) = (operator.user.id, &operator.tenant.name);
            // What is no id may be somebody's address.
            let path = path.split('/').map(|step| if step.contains('%') { "…" } else { step });
            let path = path.collect::<Vec<_>>().join("/");
            tracing::info!(%tenant, operator = %who, %method, path, status = parts.status.as_u16(), "audit");
        }
        if parts.status.is_server_error() {
            return Err(Problem::new(&code::UNAVAILABLE));
        }
        let header = |name| {
            parts
                .headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
        };
        Ok(Answer {
            status: parts.status,
            etag: header(ETAG).to_owned(),
            retry_after: header(RETRY_AFTER).parse().unwrap_or(60),
            body: serde_json::from_slice(&body).unwrap_or_default(),
        })
    }
}
