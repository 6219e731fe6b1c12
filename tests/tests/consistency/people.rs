//! Everybody the samples are about, and what was mailed to them.

use serde::Deserialize;
use serde_json::Value;
use usher::id::Opaque;
use usher::password::{Password, hash};
use usher::provisioning::{NewInstallation, NewUser, provision};
use usher::signature::SigningKey;
use usher::tenant::Tenant;
use usher::testing;
use usher::user::{Status, User, VerifiedBy};
use usher::verification::{Due, Link, Ticket};

use crate::read;

pub(crate) const PASSWORD: &str = "correct horse battery staple";

/// `infra/local/demo.yaml`.
#[derive(Deserialize)]
pub(crate) struct Demo {
    pub(crate) tenants: Vec<Tenant>,
    demo_secrets: Vec<Value>,
}

impl Demo {
    pub(crate) fn read() -> Self {
        serde_norway::from_str(&read("infra/local/demo.yaml")).expect("the demo")
    }

    /// The key of acme's back office.
    pub(crate) fn key(&self) -> SigningKey {
        let text = self.demo_secrets[0]["private_key"].as_str().expect("a key");
        text.parse().expect("a key")
    }
}

fn acme() -> Tenant {
    Demo::read().tenants.remove(0)
}

/// A person of acme, an hour old, with a mail asked for.
pub(crate) fn person(name: &str, number: u8) -> User {
    let new = NewUser {
        first_name: name.parse().expect("a name"),
        last_name: "Sample".parse().expect("a name"),
        email: format!("{}@example.org", name.to_lowercase())
            .parse()
            .expect("an address"),
        external_id: format!("customer-{number}"),
        external_authentication_provider_id: None,
        phone_number: None,
        locale: Some("en".into()),
        installations: vec![NewInstallation::default()],
        create_verified: false,
    };
    let hour_ago = testing::now() - jiff::SignedDuration::from_hours(1);
    provision(&acme(), new, Opaque::new([number; 16]), &testing::keys(), hour_ago)
}

pub(crate) fn verified(name: &str, number: u8) -> User {
    let at = Some(testing::now().as_millisecond());
    User {
        status: Status::Verified,
        verified_at: at,
        proof_used_at: at,
        verified_by: Some(VerifiedBy::Mail),
        ..person(name, number)
    }
}

pub(crate) fn registered(name: &str, number: u8) -> User {
    let password = Password::new(PASSWORD.into()).expect("a password");
    User {
        status: Status::Registered,
        registered_at: Some(testing::now().as_millisecond()),
        password: Some(hash(&password, [number; 16]).expect("a hash")),
        asked_at: None,
        asked_name_hash: None,
        ..verified(name, number)
    }
}

/// Everybody the samples are about, each in one of them that changes something.
pub(crate) fn people() -> Vec<User> {
    vec![
        person("Ada", 1),
        person("Ben", 2),
        person("Cleo", 3),
        verified("Dora", 4),
        verified("Emil", 5),
        registered("Fay", 6),
        registered("Gus", 7),
    ]
}

pub(crate) fn link(user: &User) -> String {
    let asked_at = usher::user::moment(user.asked_at.expect("a mail was asked for"));
    let expires_at = asked_at + jiff::SignedDuration::from_hours(24);
    Link::new(user, Due { asked_at, expires_at }).seal(&testing::keys())
}

pub(crate) fn ticket(user: &User) -> String {
    Ticket::new(user, &acme(), testing::now()).seal(&testing::keys(), testing::now())
}
