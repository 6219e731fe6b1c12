//! A fixed moment, fixed keys and a person, for tests.

use jiff::Timestamp;

use crate::entropy::Entropy;
use crate::id::Opaque;
use crate::keys::KeyRing;
use crate::provisioning::{NewInstallation, NewUser, provision};
use crate::tenant::{Channel, Tenant};
use crate::user::{Invitation, User};

/// The moment that tests happen at.
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::constant(1_795_000_000, 123_000_000)
}

/// A key ring whose symmetric keys are always the same.
///
/// # Panics
/// When the cryptographic library refuses to make a key pair.
#[must_use]
#[expect(clippy::expect_used, reason = "a test without keys should stop")]
pub fn keys() -> KeyRing {
    KeyRing::generate(&Entropy::seeded(42), now()).expect("a key ring")
}

/// The tenant Acme Energy.
///
/// # Panics
/// Never: the document is a constant.
#[must_use]
#[expect(clippy::expect_used, reason = "the document is a constant")]
pub fn tenant() -> Tenant {
    serde_json::from_value(serde_json::json!({
        "name": "acme",
        "display_name": "Acme Energy",
        "sender": {"name": "Acme Energy", "address": "hello@mail.acme.example"},
    }))
    .expect("a tenant")
}

/// What makes Jane Doe known.
///
/// # Panics
/// Never: the values are constants.
#[must_use]
#[expect(clippy::expect_used, reason = "the values are constants")]
pub fn new_user() -> NewUser {
    NewUser {
        first_name: Some("Jane".parse().expect("a name")),
        last_name: Some("Doe".parse().expect("a name")),
        email: "jane.doe@example.org".parse().expect("an address"),
        external_id: Some("customer-1".into()),
        external_authentication_provider_id: None,
        phone_number: None,
        locale: None,
        installations: vec![NewInstallation::default()],
        profile: None,
        invitation: None,
        joins: None,
        create_verified: false,
    }
}

/// Jane Doe, just invited to the portal for a day.
#[must_use]
pub fn invited() -> User {
    let invitation = Invitation {
        client: "acme-portal".into(),
        redirect_uri: "https://portal.acme.example/welcome".into(),
        channel: Channel::Email,
        created_at: now().as_millisecond(),
        life_ms: 86_400_000,
    };
    let new = NewUser {
        invitation: Some(invitation),
        ..new_user()
    };
    provision(&tenant(), new, Opaque::new([2; 16]), &keys(), now())
}

/// Jane Doe, just provisioned, with no mail asked for.
#[must_use]
pub fn user() -> User {
    provision(&tenant(), new_user(), Opaque::new([1; 16]), &keys(), now())
}
