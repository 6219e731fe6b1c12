//! Which client asks (RFC 6749 section 2.3), and how it shows that (OpenID Connect Core 1.0, section 9).

use std::sync::Arc;

use http::HeaderMap;
use http::header::AUTHORIZATION;
use serde::Deserialize;
use usher::authorization::Parameters;
use usher::tenant::{Client, Grant, Tenant};
use usher::token::Assertion;
use utoipa::ToSchema;

use super::error::OAuthError;
use crate::app::App;
use crate::http::{basic, given};

/// What says that an assertion is one (RFC 7523 section 2.2).
const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A client that has shown that it is itself, as far as its kind can.
pub(crate) struct Known {
    pub(crate) tenant: Arc<Tenant>,
    pub(super) client: Client,
}

impl Known {
    /// Whether it may have tokens for those of an identity provider of its tenant's.
    pub(crate) fn may_exchange(&self) -> bool {
        self.client.may(Grant::TokenExchange)
    }
}

/// What a client says of itself in a form.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct ClientParameters {
    /// The client; not needed beside `Authorization: Basic` or an assertion.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "acme-app")]
    pub(crate) client_id: Option<String>,
    /// The client's secret, if it has one.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "…")]
    pub(crate) client_secret: Option<String>,
    /// With an assertion: `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")]
    pub(crate) client_assertion_type: Option<String>,
    /// In place of a secret: a token that the client has signed with one of its keys (RFC 7523).
    #[serde(default, deserialize_with = "given")]
    #[schema(example = "eyJhbGciOiJFZERTQSIsImtp…")]
    pub(crate) client_assertion: Option<String>,
}

impl ClientParameters {
    /// Those among other parameters.
    pub(super) fn of(parameters: &Parameters) -> Self {
        let said = |name: &str| parameters.get(name).map(str::to_owned);
        Self {
            client_id: said("client_id"),
            client_secret: said("client_secret"),
            client_assertion_type: said("client_assertion_type"),
            client_assertion: said("client_assertion"),
        }
    }
}

/// What a client says of itself, in one way.
pub(crate) struct Claimed {
    id: String,
    shows: Shows,
}

enum Shows {
    Nothing,
    Secret(String),
    Assertion(String),
}

impl Claimed {
    pub(crate) fn read(headers: &HeaderMap, said: ClientParameters) -> Result<Self, OAuthError> {
        let header = headers.get(AUTHORIZATION);
        let asserts = said.client_assertion.is_some() || said.client_assertion_type.is_some();
        let ways = [header.is_some(), said.client_secret.is_some(), asserts];
        if ways.into_iter().filter(|way| *way).count() > 1 {
            return Err(OAuthError::invalid_request(
                "the client shows who it is in the header, by its secret in the body or by an assertion, in one way alone",
            ));
        }
        if asserts {
            return Self::by_assertion(said);
        }
        let Some(header) = header else {
            let missing = || OAuthError::invalid_request("client_id is missing");
            return Ok(Self {
                id: said.client_id.ok_or_else(missing)?,
                shows: said.client_secret.map_or(Shows::Nothing, Shows::Secret),
            });
        };
        let (id, secret) = header
            .to_str()
            .ok()
            .and_then(basic)
            .ok_or_else(OAuthError::invalid_client)?;
        if said.client_id.is_some_and(|said| said != id) {
            return Err(OAuthError::invalid_request("client_id is not the client of the header"));
        }
        Ok(Self {
            id,
            shows: secret.map_or(Shows::Nothing, Shows::Secret),
        })
    }

    /// Whose assertion it is, it says itself; that is only believed once it is checked.
    fn by_assertion(said: ClientParameters) -> Result<Self, OAuthError> {
        if said.client_assertion_type.as_deref() != Some(ASSERTION_TYPE) {
            return Err(OAuthError::assertion_refused(
                "client_assertion_type is urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ));
        }
        let text = said.client_assertion.unwrap_or_default();
        let id = Assertion::claimed_client(&text);
        let id = id.ok_or_else(|| OAuthError::assertion_refused("client_assertion is no JSON Web Token with a sub"))?;
        if said.client_id.is_some_and(|said| said != id) {
            return Err(OAuthError::assertion_refused(
                "client_id is not the client of the assertion",
            ));
        }
        Ok(Self {
            id,
            shows: Shows::Assertion(text),
        })
    }

    /// The client, if it is one: a confidential one by its secret or a key, a public one by its name alone. An assertion
    /// is used up by that, which is one write.
    pub(crate) async fn check(self, app: &App) -> Result<Known, OAuthError> {
        let tenant = app.tenant_of_client(&self.id).await?;
        let tenant = tenant.ok_or_else(OAuthError::invalid_client)?;
        let client = tenant
            .client(&self.id)
            .cloned()
            .ok_or_else(OAuthError::invalid_client)?;
        let is_shown = match (&client.secret_sha256, &self.shows) {
            (Some(hash), Shows::Secret(secret)) => hash.matches(secret),
            (_, Shows::Assertion(text)) => {
                spend(app, &client, text).await?;
                true
            }
            (_, Shows::Nothing) => client.is_public(),
            (None, Shows::Secret(_)) => false,
        };
        if is_shown {
            Ok(Known { tenant, client })
        } else {
            Err(OAuthError::invalid_client())
        }
    }
}

async fn spend(app: &App, client: &Client, text: &str) -> Result<(), OAuthError> {
    let now = app.clock.now();
    let assertion = Assertion::check(text, client, &app.config.public_url, now)
        .map_err(|refused| OAuthError::assertion_refused(refused.to_string()))?;
    let nonce = assertion.nonce();
    match app.store.spend_nonce(&client.id, &nonce, &app.attempt(), now).await? {
        true => Ok(()),
        false => Err(OAuthError::assertion_refused("the assertion was used before")),
    }
}
