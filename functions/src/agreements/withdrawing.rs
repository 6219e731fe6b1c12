//! What a person has accepted, and taking back what their account can do without.

use std::net::IpAddr;

use ::http::HeaderMap;
use jiff::Timestamp;
use usher::agreement::{Agreement, Consent, in_force, primary};
use usher::tenant::Tenant;
use usher::user::{User, moment};

use super::accepting::act;
use super::legal;
use crate::pages::ConsentLine;
use crate::words::Words;

/// Everything that a person has accepted and not taken back: the tenant's agreements in their order, then what the
/// tenant's document does not know any more.
pub(crate) fn accepted(tenant: &Tenant, user: &User, words: Words<'_>) -> Vec<ConsentLine> {
    let mut names: Vec<&str> = tenant
        .agreements
        .iter()
        .map(|agreement| agreement.name.as_str())
        .collect();
    let acts = user.consents.iter().flat_map(|consent| &consent.accepted);
    for name in acts.map(|accepted| accepted.agreement.as_str()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let line = |name: &str| {
        let (consent, accepted) = in_force(&user.consents, name)?;
        Some(ConsentLine {
            name: name.to_owned(),
            title: title(tenant, name, accepted.version, words),
            version: accepted.version,
            accepted_at: moment(consent.at),
            href: legal::href(&tenant.name, name, accepted.version, words.locale().tag()),
            withdrawable: !is_needed(tenant, user, name),
        })
    };
    names.into_iter().filter_map(line).collect()
}

fn title(tenant: &Tenant, name: &str, version: u32, words: Words<'_>) -> String {
    let wanted = [words.locale().tag(), primary(&tenant.default_locale)];
    let version = tenant.agreement(name).and_then(|agreement| agreement.version(version));
    let text = version.and_then(|version| version.text(&wanted));
    text.map_or_else(|| name.to_owned(), |(_, text)| text.title.clone())
}

/// Whether nobody of the person's kind can do without it.
fn is_needed(tenant: &Tenant, user: &User, name: &str) -> bool {
    let is_needed = |agreement: &Agreement| agreement.required && agreement.is_for(user.customer_kind);
    tenant.agreement(name).is_some_and(is_needed)
}

/// The evidence that a person takes an agreement back; none where they cannot, or have nothing to take back.
pub(crate) fn withdrawal(
    tenant: &Tenant,
    user: &User,
    name: &str,
    source: IpAddr,
    headers: &HeaderMap,
    now: Timestamp,
) -> Option<Consent> {
    in_force(&user.consents, name)?;
    (!is_needed(tenant, user, name)).then(|| Consent {
        withdrawn: vec![name.to_owned()],
        ..act("account_page", source, headers, now)
    })
}
