//! A tenant's own identity providers, whose people sign in there.

mod introspection;
mod oidc;

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

pub use introspection::{ClientAuthentication, Introspection};
pub use oidc::{Newcomers, Oidc};

use super::service::{is_name, is_secret};
use super::shape::escaped;
use super::{Secret, Tenant};
use crate::customer::CustomerKind;
use crate::id::ProviderId;
use crate::outbound::OutboundPolicy;
use crate::profile::{EMAIL_ADDRESS, Field, built_in_kind};
use crate::provisioning::RequestIdentity;
use crate::sso::SsoLink;

/// The most connections of a tenant.
const MAX_CONNECTIONS: usize = 20;
/// The most characters of an id.
const MAX_ID: usize = 40;
/// The most characters of a JSON Pointer.
const MAX_POINTER: usize = 200;

/// An identity provider of the tenant's. It has one of `oidc` and `introspection`: what one of them calls somebody need not
/// be what the other does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Connection {
    /// What it is known by; whoever signed in by it is known by this, where it leads and their subject there, so it never changes.
    pub id: String,
    /// What people know it by.
    pub display_name: String,
    /// How people sign in there with their browser.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oidc: Option<Oidc>,
    /// How the provider's access tokens are looked at, which apps bring.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub introspection: Option<Introspection>,
    /// Whether `external_authentication_provider_id` of people whom the back office made known is their subject here. Of
    /// several connections one at most: another provider's subject may read the same and be somebody else.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub matches_provisioned: bool,
}

const fn yes() -> bool {
    true
}

impl Connection {
    /// Which provider it leads to, by where that is: its issuer, whose subjects are its own (OpenID Connect Core 1.0, section 2), or
    /// the host that is asked about tokens, which may be asked at another path one day.
    #[must_use]
    pub fn provider(&self) -> ProviderId {
        let (_, at) = self.leads_to();
        let host = Url::parse(at).ok().filter(|_| self.introspection.is_some());
        let at = host.map_or_else(|| at.to_owned(), |url| url.origin().ascii_serialization());
        ProviderId(RequestIdentity::id_of(&[b"usher identity provider", at.as_bytes()]))
    }

    /// Where that is written, within the connection, and what is.
    #[must_use]
    pub fn leads_to(&self) -> (&'static str, &str) {
        match (&self.oidc, &self.introspection) {
            (Some(oidc), _) => ("/oidc/issuer", &oidc.issuer),
            (None, Some(asked)) => ("/introspection/url", &asked.url),
            (None, None) => ("", ""),
        }
    }

    /// Who somebody is that its provider calls so, for their account here.
    #[must_use]
    pub fn link(&self, subject: &str, now: Timestamp) -> SsoLink {
        SsoLink {
            connection: self.id.clone(),
            provider: self.provider(),
            subject: subject.to_owned(),
            linked_at: now.as_millisecond(),
        }
    }

    /// The secret that the provider knows us by: where it stands, where it goes, and itself.
    pub(super) fn secret_mut(&mut self) -> Option<(&'static str, &str, &mut Secret)> {
        match (&mut self.oidc, &mut self.introspection) {
            (Some(oidc), _) => {
                let secret = oidc.client_secret.as_mut()?;
                Some(("/oidc/client_secret", &oidc.issuer, secret))
            }
            (None, Some(asked)) => Some(("/introspection/client_secret", &asked.url, &mut asked.client_secret)),
            (None, None) => None,
        }
    }
}

/// Everything wrong with a tenant's connections, and where.
pub(super) fn flaws(tenant: &Tenant, policy: OutboundPolicy) -> Vec<(String, &'static str)> {
    let (connections, kind) = (&tenant.connections, |kind: CustomerKind| {
        tenant.onboarding.kinds.get(&kind)
    });
    let of_kinds = tenant.onboarding.kinds.values().flat_map(|kind| kind.fields());
    let of_apps = tenant.clients.iter().flat_map(|client| client.fields.clone());
    let fields: BTreeSet<String> = of_kinds.chain(of_apps).flat_map(|field: Field| field.keys()).collect();
    // The address is nobody's word but the provider's, which proves it.
    let is_field = |name: &str| name != EMAIL_ADDRESS && (built_in_kind(name).is_some() || fields.contains(name));
    let mut flaws = Flaws(Vec::new());
    flaws.unless(
        connections.len() <= MAX_CONNECTIONS,
        String::new(),
        "has to have at most 20",
    );
    let matching = connections.iter().filter(|one| one.matches_provisioned).count();
    for (index, connection) in connections.iter().enumerate() {
        let at = |member: &str| format!("/{index}{member}");
        let before = &connections[..index];
        flaws.unless(
            is_id(&connection.id),
            at("/id"),
            "has to be 1 to 40 of a-z, 0-9 and -, and to begin with a letter",
        );
        flaws.unless(
            before.iter().all(|other| other.id != connection.id),
            at("/id"),
            "is the id of another connection",
        );
        flaws.unless(is_name(&connection.display_name), at("/display_name"), NAME);
        flaws.unless(
            !connection.matches_provisioned || matching == 1,
            at("/matches_provisioned"),
            "has to be false for all connections but one",
        );
        flaws.unless(
            connection.oidc.is_some() != connection.introspection.is_some(),
            at(""),
            "has to have either oidc or introspection",
        );
        if let Some(oidc) = &connection.oidc {
            oidc.flaws(&mut flaws, &at("/oidc"), &kind, policy);
            for name in oidc.claims.keys().filter(|name| !is_field(name)) {
                let at = at(&format!("/oidc/claims/{}", escaped(name)));
                flaws.unless(false, at, "is no field of a kind of account or an app");
            }
        }
        if let Some(asked) = &connection.introspection {
            asked.flaws(&mut flaws, &at("/introspection"), policy);
        }
    }
    flaws.0
}

const NAME: &str = "has to be 1 to 100 characters, none of them a control character";
const SECRET: &str = "has to be 1 to 2000 visible characters of ASCII or spaces";
const POINTER: &str = "has to be a JSON Pointer, such as /sub";

struct Flaws(Vec<(String, &'static str)>);

impl Flaws {
    fn unless(&mut self, holds: bool, at: String, message: &'static str) {
        if !holds {
            self.0.push((at, message));
        }
    }

    fn unless_secret(&mut self, secret: &Secret, at: String) {
        self.unless(is_secret(secret), at, SECRET);
    }
}

fn is_id(text: &str) -> bool {
    let is_of_it = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    text.len() <= MAX_ID && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.bytes().all(is_of_it)
}

/// RFC 6901 section 3.
fn is_pointer(text: &str) -> bool {
    let mut escapes = text.split('~').skip(1);
    text.starts_with('/') && text.chars().count() <= MAX_POINTER && escapes.all(|rest| rest.starts_with(['0', '1']))
}

#[cfg(test)]
mod tests;
