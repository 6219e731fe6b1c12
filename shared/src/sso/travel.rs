//! What goes along while somebody is at their provider, and what waits in their browser after that.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use jiff::{SignedDuration, Timestamp};
use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};

use super::{Claims, ProviderPerson, SsoLink};
use crate::address::EmailAddress;
use crate::authorization::AuthorizationRequest;
use crate::entropy::Entropy;
use crate::id::{Opaque, ProviderId};
use crate::keys::{KeyRing, Purpose};
use crate::provisioning::RequestIdentity;
use crate::tenant::{Connection, Tenant, TenantName};
use crate::user::moment;

/// How long somebody may be at their provider, and how long what they came back with waits for a form: 30 minutes.
pub const TRAVEL_LIFE: SignedDuration = SignedDuration::from_mins(30);

/// A sign-in that goes on at a provider: the parameter `state`, which only we can read, for one browser alone.
///
/// It is sealed in a format that names no fields: none may be left out when it is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Departure {
    /// Whose person.
    pub tenant: TenantName,
    /// By which connection.
    pub connection: String,
    /// What an app has asked for, if one did.
    pub request: Option<AuthorizationRequest>,
    /// Where they go on to who come from no app, by its name.
    pub next: Option<String>,
    /// Whether they have to show who they are anew, whatever session their provider knows of.
    pub anew: bool,
    /// The language of our pages: a BCP 47 tag.
    pub locale: String,
    browser: [u8; 16],
    nonce: [u8; 16],
    verifier: [u8; 32],
    left_at: i64,
}

impl Departure {
    /// One from this browser.
    #[must_use]
    pub fn new(
        (tenant, connection): (&TenantName, &str),
        request: Option<AuthorizationRequest>,
        (next, anew, locale): (Option<&str>, bool, &str),
        browser: Opaque,
        (entropy, now): (&Entropy, Timestamp),
    ) -> Self {
        Self {
            tenant: tenant.clone(),
            connection: connection.to_owned(),
            next: next.map(str::to_owned),
            anew: anew || request.as_ref().is_some_and(|request| request.prompt.login),
            request,
            locale: locale.to_owned(),
            browser: browser.bits(),
            nonce: entropy.bytes(),
            verifier: entropy.bytes(),
            left_at: now.as_millisecond(),
        }
    }

    /// As text.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing) -> String {
        keys.seal(Purpose::SsoDeparture, self, moment(self.left_at))
    }

    /// Reads what came back; `None` when it is none of ours. Whether it counts, [`Self::counts`] says.
    #[must_use]
    pub fn open(text: &str, keys: &KeyRing) -> Option<Self> {
        keys.open(Purpose::SsoDeparture, text)
    }

    /// Whether it left from this browser, and not too long ago.
    #[must_use]
    pub fn counts(&self, browser: Opaque, now: Timestamp) -> bool {
        self.browser == browser.bits() && now.duration_since(moment(self.left_at)) < TRAVEL_LIFE
    }

    /// What the provider's token has to repeat.
    #[must_use]
    pub fn nonce(&self) -> String {
        BASE64URL.encode(self.nonce)
    }

    /// What shows the provider that whoever redeems its code has asked for it (RFC 7636).
    #[must_use]
    pub fn verifier(&self) -> String {
        BASE64URL.encode(self.verifier)
    }

    /// What the provider is told of it before.
    #[must_use]
    pub fn challenge(&self) -> String {
        BASE64URL.encode(digest(&SHA256, self.verifier().as_bytes()))
    }

    /// How long ago the person may have shown their credential at the provider, in seconds, where an app asks for that.
    #[must_use]
    pub fn max_age(&self) -> Option<u32> {
        match self.anew {
            true => Some(0),
            false => self.request.as_ref()?.max_age,
        }
    }

    /// When the person counts as having shown their credential, in milliseconds since 1970, of whom these claims were just
    /// checked: when the provider says, or just now where they were made to. A provider that does not say may have let them in by
    /// a session of any age: as long ago, then, as a session may be that is still used.
    #[must_use]
    pub fn shown_at(&self, claims: &Claims, tenant: &Tenant, now: Timestamp) -> i64 {
        let seconds = i64::from(tenant.session_life_seconds) - i64::from(tenant.session_idle_seconds);
        let oldest = now.as_millisecond() - seconds.max(0) * 1_000;
        let told = claims.auth_time().map(|at| at.saturating_mul(1_000));
        match self.anew {
            true => now.as_millisecond(),
            false => told.unwrap_or(oldest).clamp(oldest, now.as_millisecond()),
        }
    }

    /// Since when the person has to have shown their credential there, in seconds since 1970, likewise.
    #[must_use]
    pub fn shown_since(&self) -> Option<i64> {
        Some(self.left_at / 1_000 - i64::from(self.max_age()?))
    }
}

/// Somebody who came back from their provider and has something to fill in: a sealed cookie. No form names who they are.
///
/// It is sealed in a format that names no fields: none may be left out when it is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrived {
    /// Whose person.
    pub tenant: TenantName,
    /// By which connection.
    pub connection: String,
    /// Where it led then.
    provider: ProviderId,
    /// Who they are there.
    pub person: ProviderPerson,
    /// When they showed their credential, in milliseconds since 1970.
    pub shown_at: i64,
    /// When they came, in milliseconds since 1970.
    pub arrived_at: i64,
}

impl Arrived {
    /// Somebody who came by a connection at `now`, and showed their credential then.
    #[must_use]
    pub fn new(
        (tenant, connection): (&TenantName, &Connection),
        person: ProviderPerson,
        (shown_at, now): (i64, Timestamp),
    ) -> Self {
        Self {
            tenant: tenant.clone(),
            connection: connection.id.clone(),
            provider: connection.provider(),
            person,
            shown_at,
            arrived_at: now.as_millisecond(),
        }
    }

    /// As text.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing) -> String {
        keys.seal(Purpose::SsoArrival, self, moment(self.arrived_at))
    }

    /// Reads it; `None` when it is none of ours or its time is over.
    #[must_use]
    pub fn open(text: &str, keys: &KeyRing, now: Timestamp) -> Option<Self> {
        let arrived: Self = keys.open(Purpose::SsoArrival, text)?;
        (now.duration_since(moment(arrived.arrived_at)) < TRAVEL_LIFE).then_some(arrived)
    }

    /// Whether they came by this connection, and it still leads where they came from.
    #[must_use]
    pub fn came_by(&self, connection: &Connection) -> bool {
        (&self.connection, self.provider) == (&connection.id, connection.provider())
    }

    /// Who they are there, for their account here.
    #[must_use]
    pub fn link(&self, now: Timestamp) -> SsoLink {
        SsoLink {
            connection: self.connection.clone(),
            provider: self.provider,
            subject: self.person.subject.clone(),
            linked_at: now.as_millisecond(),
        }
    }

    /// The id of the person that is made of them, if one is: a form that is sent twice makes one.
    #[must_use]
    pub fn user(&self) -> Opaque {
        RequestIdentity::id_of(&[
            b"usher single sign-on",
            self.tenant.as_str().as_bytes(),
            self.connection.as_bytes(),
            &self.provider.0.bits(),
            self.person.subject.as_bytes(),
            &self.arrived_at.to_be_bytes(),
        ])
    }

    /// Who they are at the provider, for a form to say whose it is: whoever comes after them with the same browser is another, and
    /// so are they themselves once their address there is another than the form shows.
    #[must_use]
    pub fn who(&self) -> Opaque {
        let address = self.person.email.as_ref().map(EmailAddress::as_str);
        RequestIdentity::id_of(&[
            b"usher single sign-on form",
            self.tenant.as_str().as_bytes(),
            self.connection.as_bytes(),
            &self.provider.0.bits(),
            self.person.subject.as_bytes(),
            address.unwrap_or_default().as_bytes(),
            &[u8::from(self.person.email_verified)],
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::EmailAddress;
    use crate::authorization::CodeChallenge;
    use crate::testing;

    fn departure(browser: Opaque) -> Departure {
        let tenant = testing::tenant().name;
        let drawn = (&Entropy::seeded(7), testing::now());
        Departure::new((&tenant, "acme-login"), None, (None, false, "en"), browser, drawn)
    }

    fn connection(issuer: &str) -> Connection {
        serde_json::from_value(serde_json::json!({
            "id": "acme-login", "display_name": "Acme account",
            "oidc": { "issuer": issuer, "client_id": "usher", "client_authentication": "private_key_jwt" },
        }))
        .expect("a connection")
    }

    #[test]
    fn a_sign_in_comes_back_to_its_browser_in_time_and_to_no_other() {
        let (keys, now, browser) = (testing::keys(), testing::now(), Opaque::new([1; 16]));
        let left = departure(browser);
        let back = Departure::open(&left.seal(&keys), &keys).expect("ours");
        assert_eq!(back, left);
        let last = now + TRAVEL_LIFE - SignedDuration::from_millis(1);
        assert!(back.counts(browser, last));
        assert!(!back.counts(browser, now + TRAVEL_LIFE), "too late");
        assert!(!back.counts(Opaque::new([2; 16]), now), "another browser");
        let challenge = CodeChallenge::parse(&left.challenge()).expect("a challenge");
        assert!(challenge.is_of(&left.verifier()));
        assert_ne!(left.nonce(), departure(browser).verifier());
    }

    #[test]
    fn what_waits_in_a_browser_is_neither_a_state_nor_for_long() {
        let (keys, now) = (testing::keys(), testing::now());
        let person = ProviderPerson {
            subject: "jane".to_owned(),
            provisioned_id: None,
            email: EmailAddress::parse("jane@example.org").ok(),
            email_verified: false,
            values: crate::profile::Profile::new(),
        };
        let arrived = Arrived::new(
            (&testing::tenant().name, &connection("https://id.acme.example")),
            person,
            (0, now),
        );
        let text = arrived.seal(&keys);
        assert_eq!(Arrived::open(&text, &keys, now), Some(arrived.clone()));
        assert_eq!(Arrived::open(&text, &keys, now + TRAVEL_LIFE), None);
        assert_eq!(Departure::open(&text, &keys), None);
        assert_eq!(arrived.person.proven_address(), None);
        assert!(arrived.came_by(&connection("https://id.acme.example")));
        assert!(
            !arrived.came_by(&connection("https://id.other.example")),
            "another provider"
        );
    }
}
