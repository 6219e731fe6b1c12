//! What people have to agree to, and the evidence that they did.
//!
//! An agreement is data of a tenant: a name that never changes, whom it is for, and versions. A version's text
//! never changes once it is applied: whoever accepted it has accepted those very words, whose hash stands in the
//! evidence. A new wording is a new version, and says whether those who accepted an older one are asked again.

mod check;
mod consent;
mod owed;

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use jiff::Timestamp;
use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};

use crate::customer::CustomerKind;

pub use consent::{Accepted, Consent, SourcePrefix, UserAgent, in_force, pending};
pub use owed::{AcceptedVersions, Owed, Owing, owing, primary};

/// A text with name, audience and versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agreement {
    /// What it is known by, in links and evidence: 1 to 40 characters of `a-z`, `0-9` and `-`.
    pub name: String,
    /// The kinds of customers whose people it is for; everybody's where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<CustomerKind>,
    /// Whether nobody can finish without it; else it is an offer, such as a newsletter.
    #[serde(default = "yes")]
    pub required: bool,
    /// Oldest first.
    pub versions: Vec<Version>,
}

/// One wording of an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Version {
    /// Counts up from 1.
    pub version: u32,
    /// From when on it is the one that people accept.
    pub effective_from: Timestamp,
    /// Whether people who accepted an older one have to accept this one, too: they do unless it is said.
    #[serde(default = "yes")]
    pub accept_again: bool,
    /// The text by language: a BCP 47 tag.
    pub texts: BTreeMap<String, Text>,
}

/// A version in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// What it is called: "Terms of service".
    pub title: String,
    /// The words, as Markdown. The stored document has only their hash; they are items of their own, since every
    /// function reads the document and one of them the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// SHA-256 of the words in base64url.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

impl Agreement {
    /// Whether it is for people of this kind of customer.
    #[must_use]
    pub fn is_for(&self, kind: CustomerKind) -> bool {
        self.audience.is_empty() || self.audience.contains(&kind)
    }

    /// The version that people accept at `now`; none before the first takes effect.
    #[must_use]
    pub fn current(&self, now: Timestamp) -> Option<&Version> {
        self.versions.iter().rev().find(|version| version.effective_from <= now)
    }

    /// The version of this number.
    #[must_use]
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions.iter().find(|version| version.version == number)
    }
}

impl Version {
    /// The text in the first of `wanted` that there is one in, else in any language: with its tag.
    #[must_use]
    pub fn text(&self, wanted: &[&str]) -> Option<(&str, &Text)> {
        let found = wanted.iter().find_map(|tag| self.texts.get_key_value(*tag));
        let found = found.or_else(|| self.texts.get_key_value("en"));
        let (tag, text) = found.or_else(|| self.texts.iter().next())?;
        Some((tag, text))
    }
}

/// The hash that evidence names a text by: SHA-256 in base64url.
#[must_use]
pub fn text_hash(text: &str) -> String {
    BASE64URL.encode(digest(&SHA256, text.as_bytes()))
}

const fn yes() -> bool {
    true
}

#[cfg(test)]
mod tests;
