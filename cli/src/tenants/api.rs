//! Tenants' documents by signed calls: `/v1/tenant` for a client with `configures`, and on this machine `/_local/tenants`.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use ureq::http::{Request, Response, StatusCode, header};
use usher::tenant::{Flaw, Tenant, TenantName};

use super::deployment::{Document, Version};
use crate::credentials::OwnKey;
use crate::server::{self, BaseUrl};
use crate::signing::sign_now;
use crate::{Refused, Told, json};

/// The API of a deployment.
#[derive(Debug)]
pub(super) struct Api<'a> {
    url: &'a BaseUrl,
    agent: ureq::Agent,
    own: OwnKey,
}

/// What a problem+json says.
#[derive(Deserialize)]
struct Problem {
    title: Option<String>,
    detail: Option<String>,
    #[serde(default)]
    errors: Vec<ProblemError>,
}

#[derive(Deserialize)]
struct ProblemError {
    pointer: String,
    detail: String,
}

#[derive(Deserialize)]
struct Applied {
    version: u64,
}

#[derive(Deserialize)]
struct Remarked {
    remarks: Vec<Remark>,
}

#[derive(Deserialize)]
struct Remark {
    pointer: String,
    message: String,
}

#[derive(Deserialize)]
struct Page {
    versions: Vec<Version>,
    next_cursor: Option<String>,
}

impl<'a> Api<'a> {
    /// The API at a URL, called with a key of one's own or the demo's.
    pub(super) fn new(url: &'a BaseUrl, own: OwnKey) -> Self {
        let agent = server::agent(url);
        Self { url, agent, own }
    }

    /// Where it is.
    pub(super) fn url(&self) -> &'a str {
        self.url.as_str()
    }

    /// The document of the tenant whose key signs, which has to be the one that is named.
    ///
    /// # Errors
    /// When it is another one, or cannot be read.
    pub(super) fn current(&self, name: Option<&TenantName>) -> Result<Document, Told> {
        let answer = self.get(name, "/v1/tenant")?;
        let tag = answer.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok());
        let version = tag.and_then(|tag| tag.trim_matches('"').parse().ok());
        let version = version.ok_or_else(|| Told(format!("{} does not tell which version it is", self.url())))?;
        let tenant: Tenant = self.read(&answer)?;
        match name.filter(|name| **name != tenant.name) {
            Some(name) => Err(Told(format!(
                "the key {} is of the tenant {}, not of {name}; whoever runs the deployment reaches every tenant, and makes \
                 new ones, with --stack",
                self.own.keyid.as_deref().unwrap_or_default(),
                tenant.name
            ))),
            None => Ok(Document { tenant, version }),
        }
    }

    /// A version of the document.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub(super) fn past(&self, name: &TenantName, version: u64) -> Result<Tenant, Told> {
        self.read(&self.get(Some(name), &format!("/v1/tenant/versions/{version}"))?)
    }

    /// All versions, the newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub(super) fn history(&self, name: &TenantName) -> Result<Vec<Version>, Told> {
        let mut versions = Vec::new();
        let mut path = "/v1/tenant/versions?limit=100".to_owned();
        loop {
            let page: Page = self.read(&self.get(Some(name), &path)?)?;
            versions.extend(page.versions);
            match page.next_cursor {
                Some(cursor) => path = format!("/v1/tenant/versions?limit=100&cursor={cursor}"),
                None => return Ok(versions),
            }
        }
    }

    /// Replaces a version of the document, and tells which version it is then.
    ///
    /// # Errors
    /// What is in the way.
    pub(super) fn replace(&self, tenant: &Tenant, version: u64) -> Result<u64, Refused> {
        let request = Request::put(self.url.join("/v1/tenant")?)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::IF_MATCH, format!("\"{version}\""));
        let answer = self.signed(Some(&tenant.name), request.body(body(tenant)?))?;
        match answer.status().is_success() {
            true => Ok(self.read::<Applied>(&answer)?.version),
            false => Err(refused(&format!("{} was not applied", tenant.name), &answer)),
        }
    }

    /// Replaces or makes a tenant of the local stack, which asks for no key; what that remarks.
    ///
    /// # Errors
    /// What is in the way.
    pub(super) fn put_local(&self, tenant: &Tenant) -> Result<Vec<Flaw>, Refused> {
        let failed = format!("{} was not applied", tenant.name);
        let request = Request::put(self.url.join("/_local/tenants")?).header(header::CONTENT_TYPE, "application/json");
        let request = request.body(body(tenant)?).map_err(|error| Told(error.to_string()))?;
        let answer = server::send(&self.agent, self.url, request)?;
        match answer.status() {
            status if status.is_success() => {
                let flaw = |Remark { pointer, message }| Flaw { pointer, message };
                let remarks = self.read::<Remarked>(&answer)?.remarks;
                Ok(remarks.into_iter().map(flaw).collect())
            }
            StatusCode::NOT_FOUND => Err(Told(format!("{failed}: {} is not a local stack", self.url())).into()),
            _ => Err(refused(&failed, &answer)),
        }
    }

    fn get(&self, name: Option<&TenantName>, path: &str) -> Result<Response<Vec<u8>>, Told> {
        let answer = self.signed(name, Request::get(self.url.join(path)?).body(Vec::new()))?;
        match answer.status().is_success() {
            true => Ok(answer),
            false => Err(refused("the document cannot be read", &answer).into()),
        }
    }

    fn signed(
        &self,
        name: Option<&TenantName>,
        request: Result<Request<Vec<u8>>, ureq::http::Error>,
    ) -> Result<Response<Vec<u8>>, Told> {
        let key = self.own.or_demo(name.map(TenantName::as_str), self.url)?;
        let mut request = request.map_err(|error| Told(format!("the request cannot be made: {error}")))?;
        sign_now(&mut request, &self.agent, self.url, &key)?;
        server::send(&self.agent, self.url, request)
    }

    fn read<T: DeserializeOwned>(&self, answer: &Response<Vec<u8>>) -> Result<T, Told> {
        serde_json::from_slice(answer.body()).map_err(|error| {
            let url = self.url();
            Told(format!(
                "what {url} answers cannot be read ({error}); is it of the same version as this program?"
            ))
        })
    }
}

fn body(tenant: &Tenant) -> Result<Vec<u8>, Told> {
    serde_json::to_vec(tenant).map_err(|error| Told(format!("{} cannot be written: {error}", tenant.name)))
}

/// Why an answer is no success, behind what that means.
fn refused(failed: &str, answer: &Response<Vec<u8>>) -> Refused {
    let problem = serde_json::from_slice::<Problem>(answer.body()).ok();
    let (said, errors) = match problem {
        Some(problem) => (problem.detail.or(problem.title), problem.errors),
        None => (None, Vec::new()),
    };
    let said = said.or_else(|| json::pretty(answer.body()));
    let said = said.unwrap_or_else(|| format!("the answer was {}", answer.status()));
    let flaw = |error: ProblemError| Flaw {
        pointer: error.pointer,
        message: error.detail,
    };
    Refused {
        told: Told(format!("{failed}: {}", said.trim_end_matches('.'))),
        flaws: errors.into_iter().map(flaw).collect(),
    }
}

#[cfg(test)]
mod tests;
