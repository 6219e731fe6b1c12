//! The evidence that a person accepted something, and what they still have to accept.

use std::fmt;
use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Agreement;
use crate::customer::CustomerKind;
use crate::limit::line;

/// One act of accepting: when and how, and everything that was accepted with it.
///
/// It stands on the person's item, hence the short names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// When, in milliseconds since 1970.
    #[serde(rename = "at")]
    pub at: i64,
    /// Where: `activation_page`, `registration_page`, `sign_in_page`.
    #[serde(rename = "ch")]
    pub channel: String,
    /// Where from.
    #[serde(rename = "ip")]
    pub source: SourcePrefix,
    /// With which browser.
    #[serde(rename = "ua")]
    pub user_agent: UserAgent,
    /// What.
    #[serde(rename = "ac")]
    pub accepted: Vec<Accepted>,
}

/// One text that was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// The agreement's name.
    #[serde(rename = "n")]
    pub agreement: String,
    /// Its version.
    #[serde(rename = "v")]
    pub version: u32,
    /// The language of the words, which may be another than the page's: a BCP 47 tag.
    #[serde(rename = "l")]
    pub locale: String,
    /// The hash of the words that were shown ([`super::text_hash`]).
    #[serde(rename = "h")]
    pub sha256: String,
}

/// The network a person called from, not their very address: enough to weigh evidence, too little to follow somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SourcePrefix(String);

impl SourcePrefix {
    /// The first 24 bits of an IPv4 address, the first 48 of an IPv6 address.
    #[must_use]
    pub fn of(source: IpAddr) -> Self {
        Self(match line(source) {
            IpAddr::V4(address) => {
                let [a, b, c, _] = address.octets();
                format!("{a}.{b}.{c}.0/24")
            }
            IpAddr::V6(address) => {
                let [a, b, c, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}::/48")
            }
        })
    }
}

impl fmt::Display for SourcePrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a browser says of itself: visible ASCII, at most 100 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UserAgent(String);

impl UserAgent {
    const LONGEST: usize = 100;

    /// The beginning of a `User-Agent` header, without what is not visible ASCII.
    #[must_use]
    pub fn of(header: &str) -> Self {
        let visible = header.chars().filter(|char| matches!(char, ' '..='~'));
        Self(visible.take(Self::LONGEST).collect())
    }
}

impl fmt::Display for UserAgent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The newest version of an agreement that a person has accepted.
#[must_use]
pub fn accepted_version(consents: &[Consent], agreement: &str) -> Option<u32> {
    let accepted = consents.iter().flat_map(|consent| &consent.accepted);
    let of_this = accepted.filter(|accepted| accepted.agreement == agreement);
    of_this.map(|accepted| accepted.version).max()
}

/// The names of the agreements that a person of this kind has to accept before they go on: required ones they never
/// accepted, and those with a version since that asks everybody again.
#[must_use]
pub fn pending(agreements: &[Agreement], kind: CustomerKind, consents: &[Consent], now: Timestamp) -> Vec<String> {
    let theirs = agreements
        .iter()
        .filter(|agreement| agreement.required && agreement.is_for(kind));
    let is_pending = |agreement: &&Agreement| {
        let Some(current) = agreement.current(now) else {
            return false;
        };
        let Some(accepted) = accepted_version(consents, &agreement.name) else {
            return true;
        };
        let since = agreement
            .versions
            .iter()
            .filter(|version| version.version > accepted && version.version <= current.version);
        since.into_iter().any(|version| version.accept_again)
    };
    theirs
        .filter(is_pending)
        .map(|agreement| agreement.name.clone())
        .collect()
}
