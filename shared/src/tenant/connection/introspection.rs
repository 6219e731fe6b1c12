//! Providers that are asked about an access token of their own.

use serde::{Deserialize, Serialize};

use super::{Flaws, NAME, POINTER, is_pointer};
use crate::outbound::{OutboundPolicy, OutboundUrl};
use crate::tenant::Secret;
use crate::tenant::service::is_name;

/// How to ask a provider about an access token of its own (RFC 7662).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Introspection {
    /// Where it is asked: `https://…`.
    pub url: String,
    /// What the provider knows Usher as.
    pub client_id: String,
    /// How Usher shows that.
    pub client_secret: Secret,
    /// Where the secret goes.
    #[serde(default, skip_serializing_if = "ClientAuthentication::is_usual")]
    pub client_authentication: ClientAuthentication,
    /// Where the person's subject stands in the answer: a JSON Pointer (RFC 6901).
    #[serde(default = "external_authentication_provider_id")]
    pub subject: String,
    /// Whom a token has to be meant for, which its `aud` has to name; without it, nobody looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
}

/// How a client shows who it is, as RFC 7591 section 2 and OpenID Connect Core 1.0 section 9 call it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ClientAuthentication {
    /// As `client_id` and `client_secret` in the form, as NET2GRID and Servitly do.
    #[default]
    ClientSecretPost,
    /// In the header (RFC 6749 section 2.3.1).
    ClientSecretBasic,
    /// By a token that Usher signs, to be checked with the deployment's published keys (RFC 7523). For `oidc` alone.
    PrivateKeyJwt,
}

impl ClientAuthentication {
    pub(super) fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

fn external_authentication_provider_id() -> String {
    "/external_authentication_provider_id".to_owned()
}

impl Introspection {
    pub(super) fn flaws(&self, flaws: &mut Flaws, at: &str, policy: OutboundPolicy) {
        let at = |member: &str| format!("{at}{member}");
        if let Err(error) = OutboundUrl::parse(&self.url, policy) {
            flaws.unless(false, at("/url"), error.sentence());
        }
        flaws.unless(is_name(&self.client_id), at("/client_id"), NAME);
        flaws.unless_secret(&self.client_secret, at("/client_secret"));
        flaws.unless(
            self.client_authentication != ClientAuthentication::PrivateKeyJwt,
            at("/client_authentication"),
            "has to be client_secret_post or client_secret_basic",
        );
        flaws.unless(is_pointer(&self.subject), at("/subject"), POINTER);
        let is_named = self.audience.as_deref().is_none_or(is_name);
        flaws.unless(is_named, at("/audience"), NAME);
    }
}
