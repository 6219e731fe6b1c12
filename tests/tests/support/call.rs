//! One HTTP request of a test.

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use serde_json::Value;
use usher::signature::{RequestParts, SigningKey, sign};

use super::{Answer, BackOffice, TestApp};

/// A request that is being put together. What is changed after [`Call::signed`] is not what was signed.
#[derive(Clone)]
pub(crate) struct Call<'a> {
    pub(crate) app: &'a TestApp,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl<'a> Call<'a> {
    pub(crate) fn new(app: &'a TestApp, method: &str, path: &str) -> Self {
        Self {
            app,
            method: method.to_owned(),
            path: path.to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// With a header beside those it has.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With a JSON body.
    pub(crate) fn json(self, body: &Value) -> Self {
        self.body("application/json", body.to_string())
    }

    /// With a form.
    pub(crate) fn form(self, fields: &[(&str, &str)]) -> Self {
        let body = serde_urlencoded::to_string(fields).expect("a form");
        self.body("application/x-www-form-urlencoded", body)
    }

    /// With any body.
    pub(crate) fn body(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.headers.retain(|(name, _)| name != "content-type");
        self.body = body.into();
        self.header("content-type", content_type)
    }

    /// Signed by a back office with a nonce nobody has used, now.
    pub(crate) fn signed(self, by: &BackOffice<'_>) -> Self {
        let now = self.app.now();
        self.signed_as(by.key(), by.keyid(), now, &nonce())
    }

    /// Signed with everything chosen.
    pub(crate) fn signed_as(mut self, key: &SigningKey, keyid: &str, created: Timestamp, nonce: &str) -> Self {
        let target_uri = format!("{}{}", self.app.url(), self.path);
        let parts = RequestParts {
            method: &self.method,
            target_uri: &target_uri,
            headers: &[],
            body: &self.body,
        };
        let signed = sign(&parts, key, keyid, created, nonce).expect("a signature");
        let signature = signed.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
        self.headers.extend(signature);
        self
    }

    /// With a bearer token.
    pub(crate) fn bearer(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    /// Sends it.
    #[track_caller]
    pub(crate) fn send(&self) -> Answer {
        self.app.send(self)
    }
}

/// A nonce that this process has not used.
pub(crate) fn nonce() -> String {
    static USED: AtomicU64 = AtomicU64::new(0);
    format!("{}-{}", std::process::id(), USED.fetch_add(1, Ordering::Relaxed))
}
