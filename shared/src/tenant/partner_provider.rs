//! The tenant's own service that says who a partner's code belongs to (Servitly's "Partner Provider").

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use super::AccountKind;
use crate::outbound::{NotOutbound, OutboundPolicy, OutboundUrl};

/// The most properties that are taken over.
const MAX_PROPERTIES: usize = 40;
/// The most characters of a name of a member, and of the organisation.
const MAX_NAME: usize = 100;
/// The most characters of a token or a password.
const MAX_SECRET: usize = 2_000;

/// How the code of a partner is resolved that is no voucher held here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartnerProvider {
    /// Where it is asked: `https://…`.
    pub url: String,
    /// How it knows Usher; without it, it does not.
    #[serde(default, deserialize_with = "written", skip_serializing_if = "Option::is_none")]
    pub authentication: Option<ProviderAuthentication>,
    /// The member of its answer that holds the partner's name.
    pub name_field: String,
    /// What else is taken over: a member of its answer to the name of a field of the kind.
    pub property_mapping: BTreeMap<String, String>,
    /// The organisation that such partners belong to, in the tenant's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_organisation: Option<String>,
}

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
fn written<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<ProviderAuthentication>, D::Error> {
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

impl PartnerProvider {
    /// Where it is asked, if that is an address that may be called.
    ///
    /// # Errors
    /// What is wrong with it: no document is applied with such a one.
    pub fn address(&self, policy: OutboundPolicy) -> Result<OutboundUrl, NotOutbound> {
        OutboundUrl::parse(&self.url, policy)
    }

    /// What is wrong with it in a kind, and where.
    pub(super) fn flaws(&self, kind: &AccountKind, policy: OutboundPolicy) -> Vec<(String, &'static str)> {
        let mut flaws = Vec::new();
        let mut unless = |holds: bool, at: &str, message| {
            if !holds {
                flaws.push((at.to_owned(), message));
            }
        };
        if let Err(error) = self.address(policy) {
            unless(false, "/url", error.sentence());
        }
        match &self.authentication {
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
        let of_a_name = "has to be 1 to 100 characters, none of them a control character";
        unless(is_name(&self.name_field), "/name_field", of_a_name);
        unless(
            (1..=MAX_PROPERTIES).contains(&self.property_mapping.len()),
            "/property_mapping",
            "has to name 1 to 40 properties",
        );
        let fields = kind.fields();
        let mut seen = BTreeSet::new();
        for (member, target) in &self.property_mapping {
            let at = format!("/property_mapping/{}", member.replace('~', "~0").replace('/', "~1"));
            let mut fields = fields.iter().filter(|field| !field.is_of_person());
            unless(is_name(member), &at, of_a_name);
            unless(
                fields.any(|field| field.keys().contains(target)),
                &at,
                "has to name a field of the kind that is not a person's name, address or number",
            );
            unless(seen.insert(target), &at, "names a field that another property fills");
        }
        unless(
            self.target_organisation.as_deref().is_none_or(is_name),
            "/target_organisation",
            of_a_name,
        );
        flaws
    }
}

fn is_name(text: &str) -> bool {
    (1..=MAX_NAME).contains(&text.chars().count()) && !text.trim().is_empty() && !text.chars().any(char::is_control)
}

fn is_secret(secret: &Secret) -> bool {
    let text = secret.reveal();
    (1..=MAX_SECRET).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ')
}

#[cfg(test)]
mod tests;
