//! The programs that call: a tenant's back office, and its app.

use std::sync::LazyLock;

use serde::Deserialize;
use usher::signature::SigningKey;
use usher::tenant::Tenant;

use super::{Answer, Call, Person, TestApp};

/// `infra/local/demo.yaml`, which every local stack begins with.
#[derive(Deserialize)]
pub(crate) struct Demo {
    pub(crate) tenants: Vec<Tenant>,
    demo_secrets: Vec<Secret>,
}

#[derive(Deserialize)]
struct Secret {
    client: String,
    keyid: Option<String>,
    private_key: Option<String>,
    secret: Option<String>,
}

static DEMO: LazyLock<Demo> = LazyLock::new(Demo::read);

impl Demo {
    /// Reads it anew.
    pub(crate) fn read() -> Self {
        serde_norway::from_str(include_str!("../../../infra/local/demo.yaml")).expect("a demo")
    }

    fn secret_of(&self, client: &str) -> Option<&Secret> {
        self.demo_secrets.iter().find(|secret| secret.client == client)
    }

    /// The key that a client signs with, and its name.
    pub(crate) fn key_of(&self, client: &str) -> (SigningKey, String) {
        let secret = self.secret_of(client).expect("a client of the demo");
        let key = secret.private_key.as_deref().expect("a key");
        (
            key.parse().expect("a key"),
            secret.keyid.clone().expect("a name of the key"),
        )
    }
}

/// The server client of a tenant, which signs its calls.
pub(crate) struct BackOffice<'a> {
    app: &'a TestApp,
    tenant: &'static str,
    key: SigningKey,
    keyid: String,
}

impl<'a> BackOffice<'a> {
    pub(crate) fn new(app: &'a TestApp, tenant: &'static str) -> Self {
        let (key, keyid) = DEMO.key_of(&format!("{tenant}-backoffice"));
        Self {
            app,
            tenant,
            key,
            keyid,
        }
    }

    pub(crate) const fn key(&self) -> &SigningKey {
        &self.key
    }

    pub(crate) fn keyid(&self) -> &str {
        &self.keyid
    }

    /// Its client id.
    pub(crate) fn id(&self) -> String {
        format!("{}-backoffice", self.tenant)
    }

    /// The secret it gets tokens with.
    pub(crate) fn secret(&self) -> &'static str {
        let secret = DEMO.secret_of(&self.id()).and_then(|secret| secret.secret.as_deref());
        secret.expect("a secret")
    }

    /// A signed call without body.
    pub(crate) fn call(&self, method: &str, path: &str) -> Call<'a> {
        Call::new(self.app, method, path).signed(self)
    }

    /// The signed call that provisions a person.
    pub(crate) fn provisioning(&self, person: &Person) -> Call<'a> {
        Call::new(self.app, "POST", "/v1/account")
            .json(&person.body())
            .signed(self)
    }

    /// Looks at an account.
    #[track_caller]
    pub(crate) fn see(&self, id: &str) -> Answer {
        self.call("GET", &format!("/v1/account/{id}")).send()
    }

    /// Tells that the first data of a person has arrived.
    #[track_caller]
    pub(crate) fn tell_activity(&self, id: &str) -> Answer {
        let body = serde_json::json!({ "kind": "measurement", "at": self.app.now().to_string() });
        Call::new(self.app, "POST", &format!("/v1/account/{id}/activity"))
            .json(&body)
            .signed(self)
            .send()
    }

    /// An access token of its own.
    #[track_caller]
    pub(crate) fn token(&self) -> String {
        let fields = [
            ("grant_type", "client_credentials"),
            ("client_id", &self.id()),
            ("client_secret", self.secret()),
        ];
        let answer = self.app.post("/v1/token").form(&fields).send().expect(200);
        answer.member("access_token")
    }
}

/// The app of a tenant, with which people sign in.
pub(crate) struct TenantApp<'a> {
    app: &'a TestApp,
    id: String,
}

impl<'a> TenantApp<'a> {
    pub(crate) fn new(app: &'a TestApp, tenant: &str) -> Self {
        Self {
            app,
            id: format!("{tenant}-app"),
        }
    }

    /// A request of this app at the token endpoint.
    pub(crate) fn asks(&self, fields: &[(&str, &str)]) -> Call<'a> {
        let mut all = vec![("client_id", self.id.as_str())];
        if let Some(secret) = DEMO.secret_of(&self.id).and_then(|secret| secret.secret.as_deref()) {
            all.push(("client_secret", secret));
        }
        all.extend_from_slice(fields);
        self.app.post("/v2/token").form(&all)
    }

    /// Signs a person in.
    #[track_caller]
    pub(crate) fn sign_in(&self, email: &str, password: &str) -> Answer {
        self.asks(&[("grant_type", "password"), ("username", email), ("password", password)])
            .send()
    }

    /// Uses a refresh token.
    #[track_caller]
    pub(crate) fn refresh(&self, token: &str) -> Answer {
        self.asks(&[("grant_type", "refresh_token"), ("refresh_token", token)])
            .send()
    }
}
