//! The evidence that a person accepted something, and what they still have to accept.

use std::fmt;
use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Agreement;
use crate::customer::CustomerKind;
use crate::limit::line;

/// One act of accepting or taking back: when and how, and everything it was about.
///
/// It stands on the person's item, hence the short names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// When, in milliseconds since 1970.
    #[serde(rename = "at")]
    pub at: i64,
    /// Where: `activation_page`, `registration_page`, `sign_in_page`, `account_page`, `sso_page`, or `app` for an app that asked.
    #[serde(rename = "ch")]
    pub channel: String,
    /// Where from.
    #[serde(rename = "ip")]
    pub source: SourcePrefix,
    /// With which browser.
    #[serde(rename = "ua")]
    pub user_agent: UserAgent,
    /// What was accepted.
    #[serde(rename = "ac", default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<Accepted>,
    /// What was taken back, by name, in whatever version.
    #[serde(rename = "wd", default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<String>,
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

/// The newest version of an agreement that a person has accepted and not taken back since, with the act that it is a part
/// of. Acts come oldest first.
#[must_use]
pub fn in_force<'a>(consents: &'a [Consent], agreement: &str) -> Option<(&'a Consent, &'a Accepted)> {
    let is_withdrawn = |consent: &Consent| consent.withdrawn.iter().any(|name| name == agreement);
    let since = consents.iter().rposition(is_withdrawn).map_or(0, |at| at + 1);
    let acts = consents.iter().skip(since);
    let accepted = acts.flat_map(|consent| consent.accepted.iter().map(move |accepted| (consent, accepted)));
    let of_this = accepted.filter(|(_, accepted)| accepted.agreement == agreement);
    of_this.max_by_key(|(_, accepted)| accepted.version)
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
        let Some((_, accepted)) = in_force(consents, &agreement.name) else {
            return true;
        };
        let since = agreement
            .versions
            .iter()
            .filter(|version| version.version > accepted.version && version.version <= current.version);
        since.into_iter().any(|version| version.accept_again)
    };
    theirs
        .filter(is_pending)
        .map(|agreement| agreement.name.clone())
        .collect()
}
