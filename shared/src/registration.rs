//! A person registers themselves.
//!
//! The form is written down for known and unknown addresses alike, in an item that only the address names; who is behind
//! it a worker finds out from the table's stream, when nobody is waiting for an answer. Only then is a person made known,
//! and never is anything of the form given to somebody who was known before.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::address::EmailAddress;
use crate::agreement::Consent;
use crate::entropy::Entropy;
use crate::id::Opaque;
use crate::keys::{KeyRing, Purpose};
use crate::person::PersonName;
use crate::profile::Profile;
use crate::provisioning::{NewUser, RequestIdentity, name_hash, provision};
use crate::tenant::{Channel, Tenant, TenantName};
use crate::user::{Invitation, SelfMade, SelfRegistration, User};

/// What a person has filled in, as it waits for the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Registration {
    /// The address.
    #[serde(rename = "em")]
    pub email: EmailAddress,
    /// Given name, where the form asks for it.
    #[serde(rename = "fn", default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<PersonName>,
    /// Family name, where the form asks for it.
    #[serde(rename = "ln", default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<PersonName>,
    /// E.164, where the form asks for it.
    #[serde(rename = "ph", default, skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    /// The other values of the form.
    #[serde(rename = "pf")]
    pub profile: Profile,
    /// What they accepted with it, if anything.
    #[serde(rename = "cs", default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
    /// The language of the page: a BCP 47 tag.
    #[serde(rename = "lo")]
    pub locale: String,
    /// The app they register for.
    #[serde(rename = "c")]
    pub client: String,
    /// Where they go when done.
    #[serde(rename = "r")]
    pub redirect_uri: String,
    /// What counts only once the address is proven.
    #[serde(rename = "sr")]
    pub own: SelfRegistration,
}

impl Registration {
    /// The person it makes, who is not known yet: the same each time it is read.
    #[must_use]
    pub fn user(&self, tenant: &Tenant, keys: &KeyRing, asked_at: Timestamp) -> User {
        let new = NewUser {
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            email: self.email.clone(),
            external_id: None,
            external_authentication_provider_id: None,
            phone_number: self.phone_number.clone(),
            locale: Some(self.locale.clone()),
            installations: Vec::new(),
            profile: Some(self.profile.clone()),
            invitation: Some(self.invitation(tenant, asked_at)),
            joins: None,
            create_verified: false,
        };
        User {
            self_registration: Some(self.own.clone()),
            self_made: Some(SelfMade::Register),
            consents: self.consent.iter().cloned().collect(),
            ..provision(tenant, new, self.id(tenant, asked_at), keys, asked_at)
        }
    }

    /// The attempt that brings the person to their first credential.
    #[must_use]
    pub fn invitation(&self, tenant: &Tenant, asked_at: Timestamp) -> Invitation {
        Invitation {
            client: self.client.clone(),
            redirect_uri: self.redirect_uri.clone(),
            channel: Channel::Email,
            created_at: asked_at.as_millisecond(),
            life_ms: i64::from(tenant.link_life_seconds) * 1_000,
        }
    }

    /// Both names as they are compared.
    #[must_use]
    pub fn name_hash(&self, tenant: &TenantName) -> String {
        let text = |name: &Option<PersonName>| name.as_ref().map_or_else(String::new, |name| name.as_str().to_owned());
        name_hash(tenant, &text(&self.first_name), &text(&self.last_name))
    }

    /// What makes the making of this person one of a kind.
    #[must_use]
    pub fn identity(&self, tenant: &Tenant, asked_at: Timestamp) -> RequestIdentity {
        RequestIdentity::derived(self.id(tenant, asked_at), &self.own.browser)
    }

    fn id(&self, tenant: &Tenant, asked_at: Timestamp) -> Opaque {
        let asked_at = asked_at.as_millisecond().to_be_bytes();
        let parts: [&[u8]; 4] = [
            b"usher self-registration",
            tenant.name.as_str().as_bytes(),
            self.own.browser.as_bytes(),
            &asked_at,
        ];
        RequestIdentity::id_of(&parts)
    }
}

/// What a browser holds that has just sent the form: it is the one whose password counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisteringBrowser {
    name: String,
}

impl RegisteringBrowser {
    /// A name nobody can guess.
    #[must_use]
    pub fn new(entropy: &Entropy) -> Self {
        Self {
            name: Opaque::new(entropy.bytes()).to_string(),
        }
    }

    /// As the registration holds it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// As a cookie holds it.
    #[must_use]
    pub fn seal(&self, keys: &KeyRing, now: Timestamp) -> String {
        keys.seal(Purpose::Registration, self, now)
    }

    /// Reads [`Self::seal`].
    #[must_use]
    pub fn open(text: &str, keys: &KeyRing) -> Option<Self> {
        keys.open(Purpose::Registration, text)
    }

    /// Whether it is the browser that this person registered with.
    #[must_use]
    pub fn has_sent(&self, own: &SelfRegistration) -> bool {
        self.name == own.browser
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use crate::user::Status;

    fn registration() -> Registration {
        Registration {
            email: "jane@example.org".parse().expect("an address"),
            first_name: Some("Jane".parse().expect("a name")),
            last_name: None,
            phone_number: None,
            profile: Profile::new(),
            consent: None,
            locale: "en".to_owned(),
            client: "app".to_owned(),
            redirect_uri: "https://app.acme.example/".to_owned(),
            own: SelfRegistration {
                browser: "b".to_owned(),
                password: "$argon2id$".to_owned(),
                request: None,
            },
        }
    }

    #[test]
    fn who_registers_is_nobody_yet_and_is_mailed() {
        let (tenant, now) = (testing::tenant(), testing::now());
        let user = registration().user(&tenant, &testing::keys(), now);
        assert_eq!(user.status, Status::Provisioned);
        assert_eq!(user.password, None, "the password waits for the proof");
        assert_eq!(user.invitation_asked_at(), Some(now.as_millisecond()));
        assert_eq!(user.reason(), "self_registered");
        assert_eq!(user.name_hash, registration().name_hash(&tenant.name));
    }

    #[test]
    fn the_same_form_read_twice_makes_the_same_person_and_another_another() {
        let (tenant, now) = (testing::tenant(), testing::now());
        let id = |browser: &str| {
            let mut form = registration();
            browser.clone_into(&mut form.own.browser);
            form.user(&tenant, &testing::keys(), now).id
        };
        assert_eq!(id("b"), id("b"));
        assert_ne!(id("b"), id("c"));
    }

    #[test]
    fn a_browser_is_known_by_its_cookie_alone() {
        let (keys, now) = (testing::keys(), testing::now());
        let browser = RegisteringBrowser::new(&Entropy::seeded(1));
        let back = RegisteringBrowser::open(&browser.seal(&keys, now), &keys).expect("a browser");
        let own = SelfRegistration {
            browser: browser.name().to_owned(),
            ..registration().own
        };
        assert!(back.has_sent(&own) && !back.has_sent(&registration().own));
    }
}
