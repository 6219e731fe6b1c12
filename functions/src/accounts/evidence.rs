//! How a business customer sees what a person accepted.

use serde::Serialize;
use usher::agreement::{Accepted, Consent};
use usher::user::{User, moment};
use utoipa::ToSchema;

/// The evidence that a person accepted one version of an agreement.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ConsentView {
    /// The agreement's name.
    #[schema(example = "terms")]
    agreement: String,
    /// Its version.
    #[schema(example = 1)]
    version: u32,
    /// SHA-256 of the words that were shown, in base64url.
    #[schema(example = "5bnKEXcnyKbC7UJ7VVdgpdoOTZXf8kdUZ9hkZPbxvPo")]
    text_sha256: String,
    /// The language of the words, as a BCP 47 tag.
    #[schema(example = "en")]
    locale: String,
    /// When, RFC 3339 in UTC.
    #[schema(example = "2026-11-22T09:35:00Z")]
    accepted_at: String,
    /// When the person took it back, if they did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2027-01-08T18:20:00Z")]
    withdrawn_at: Option<String>,
    /// Where: `activation_page`, `registration_page`, `sign_up_page` or `sign_in_page`.
    #[schema(example = "activation_page")]
    channel: String,
    /// The network the person called from: the first 24 bits of an IPv4 address, 48 of an IPv6 address.
    #[schema(example = "203.0.113.0/24")]
    source: String,
    /// What the browser says of itself, up to 100 characters.
    #[schema(example = "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/145.0")]
    user_agent: String,
}

/// What a person accepted, oldest first.
pub(super) fn consents(user: &User) -> Vec<ConsentView> {
    let acts = user.consents.iter().enumerate();
    let accepted = acts.flat_map(|(index, act)| act.accepted.iter().map(move |accepted| (index, act, accepted)));
    let withdrawn_after = |index: usize, name: &String| {
        let mut later = user.consents.iter().skip(index + 1);
        later.find(|act| act.withdrawn.contains(name))
    };
    let view = |(index, act, accepted): (usize, &Consent, &Accepted)| ConsentView {
        agreement: accepted.agreement.clone(),
        version: accepted.version,
        text_sha256: accepted.sha256.clone(),
        locale: accepted.locale.clone(),
        accepted_at: moment(act.at).to_string(),
        withdrawn_at: withdrawn_after(index, &accepted.agreement).map(|act| moment(act.at).to_string()),
        channel: act.channel.clone(),
        source: act.source.to_string(),
        user_agent: act.user_agent.to_string(),
    };
    accepted.map(view).collect()
}
