//! A service of the tenant's own that Usher calls: where, and how it knows who calls.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::outbound::{OutboundPolicy, OutboundUrl};

/// The most characters of a name.
const MAX_NAME: usize = 100;
/// The most characters of a token or a password.
const MAX_SECRET: usize = 2_000;

/// How a service of the tenant knows that it is Usher who calls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ProviderAuthentication {
    /// By a token (RFC 6750).
    Bearer {
        /// The token.
        token: Secret,
    },
    /// By name and password (RFC 7617).
    Basic {
        /// The name, without a colon.
        user: String,
        /// The password.
        password: Secret,
    },
    /// By a signature of the deployment (RFC 9421), to be checked with its published keys.
    Signed,
}

/// A secret that the tenant shares with us. The table holds it sealed, and no log ever does.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Secret(String);

/// What a document says of a secret that is not told, and stays as it is.
const KEPT: &str = "kept";

impl Secret {
    /// What stands for a secret that is not told.
    #[must_use]
    pub(super) fn kept() -> Self {
        Self(KEPT.to_owned())
    }

    /// Whether it stands for one.
    #[must_use]
    pub(super) fn is_kept(&self) -> bool {
        self.0 == KEPT
    }

    /// The secret, to be sent.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(•••)")
    }
}

/// Reads a word or a mapping with one member alike from JSON and from YAML, which would write the latter as a tag.
pub(super) fn written<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<ProviderAuthentication>, D::Error> {
    let value = Option::<serde_json::Value>::deserialize(deserializer)?;
    let read = value.map(serde_json::from_value).transpose();
    read.map_err(serde::de::Error::custom)
}

impl ProviderAuthentication {
    /// The secret in it, if there is one: where it stands, and itself.
    pub(super) fn secret_mut(&mut self) -> Option<(&'static str, &mut Secret)> {
        match self {
            Self::Bearer { token } => Some(("bearer/token", token)),
            Self::Basic { password, .. } => Some(("basic/password", password)),
            Self::Signed => None,
        }
    }
}

/// What is wrong with an address and how a service knows us there, and where.
pub(super) fn flaws(
    url: &str,
    authentication: Option<&ProviderAuthentication>,
    policy: OutboundPolicy,
) -> Vec<(String, &'static str)> {
    let mut flaws = Vec::new();
    let mut unless = |holds: bool, at: &str, message| {
        if !holds {
            flaws.push((at.to_owned(), message));
        }
    };
    if let Err(error) = OutboundUrl::parse(url, policy) {
        unless(false, "/url", error.sentence());
    }
    match authentication {
        Some(ProviderAuthentication::Bearer { token }) => unless(
            is_secret(token) && !token.reveal().contains(' '),
            "/authentication/bearer/token",
            "has to be 1 to 2000 visible characters of ASCII",
        ),
        Some(ProviderAuthentication::Basic { user, password }) => {
            unless(
                is_name(user) && !user.contains(':'),
                "/authentication/basic/user",
                "has to be 1 to 100 characters, no colon and no control character among them",
            );
            unless(
                is_secret(password),
                "/authentication/basic/password",
                "has to be 1 to 2000 visible characters of ASCII or spaces",
            );
        }
        Some(ProviderAuthentication::Signed) | None => {}
    }
    flaws
}

pub(super) fn is_name(text: &str) -> bool {
    (1..=MAX_NAME).contains(&text.chars().count()) && !text.trim().is_empty() && !text.chars().any(char::is_control)
}

pub(super) fn is_secret(secret: &Secret) -> bool {
    let text = secret.reveal();
    (1..=MAX_SECRET).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ')
}
