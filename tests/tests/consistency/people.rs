//! Everybody the samples are about, and what was mailed to them.

use serde::Deserialize;
use serde_json::Value;
use usher::customer::CustomerKind;
use usher::entropy::Entropy;
use usher::id::Opaque;
use usher::new_address::NewAddress;
use usher::password::{Password, hash};
use usher::profile::Profile;
use usher::provisioning::{NewInstallation, NewUser, provision};
use usher::session::Session;
use usher::signature::SigningKey;
use usher::tenant::{Channel, Tenant};
use usher::testing;
use usher::token::AuthorizationCode;
use usher::user::{Invitation, NoticeKind, Status, User, VerifiedBy};
use usher::verification::{Completion, Due, Link, Ticket};

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

/// The demo's, with an identity provider beside.
pub(crate) fn acme() -> Tenant {
    let mut tenant = Demo::read().tenants.remove(0);
    tenant.connections.push(crate::samples::connection());
    tenant
}

/// A person of acme, an hour old, with a mail asked for.
pub(crate) fn person(name: &str, number: u8) -> User {
    let new = NewUser {
        first_name: Some(name.parse().expect("a name")),
        last_name: Some("Sample".parse().expect("a name")),
        email: format!("{}@example.org", name.to_lowercase())
            .parse()
            .expect("an address"),
        external_id: Some(format!("customer-{number}")),
        external_authentication_provider_id: None,
        phone_number: None,
        locale: Some("en".into()),
        installations: vec![NewInstallation::default()],
        profile: None,
        invitation: None,
        joins: None,
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

/// The same as somebody who was invited to the portal.
pub(crate) fn invited(user: User) -> User {
    let invitation = Invitation {
        client: "acme-portal".into(),
        redirect_uri: "https://portal.acme.example/welcome".into(),
        channel: Channel::Email,
        created_at: user.provisioned_at,
        life_ms: 86_400_000,
    };
    User {
        invitation: Some(invitation),
        profile: Some(Profile::new()),
        ..user
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

/// The same as somebody whose app has been used: there is something in either list.
fn signed_in(user: User) -> User {
    User {
        families: [("0.family".to_owned(), "serial".to_owned())].into(),
        known_sources: [("source".to_owned(), 0)].into(),
        notices: [("account_exists".to_owned(), 0)].into(),
        ..user
    }
}

/// The same as somebody who knows of a session.
fn seen(user: User) -> User {
    let session = Session::begin(&user, &Entropy::seeded(12), testing::now());
    User {
        sessions: [(session.name(), session.entry("Firefox on Linux".into(), testing::now()))].into(),
        ..user
    }
}

/// The same as somebody who wants to change to another address.
fn wanting(user: User) -> User {
    let name = user.email.as_str().split('@').next().unwrap_or_default();
    let new_address = NewAddress {
        email: format!("{name}.new@example.org").parse().expect("an address"),
        asked_at: testing::now().as_millisecond(),
    };
    User {
        new_address: Some(new_address),
        ..user
    }
}

/// The same as somebody who is to be told something by mail.
fn waiting_for(kind: NoticeKind, user: User) -> User {
    User {
        notices: [(kind.as_str().to_owned(), testing::now().as_millisecond())].into(),
        ..user
    }
}

/// Uwe has asked for another address.
pub(crate) fn uwe() -> User {
    waiting_for(NoticeKind::ConfirmNewEmail, wanting(registered("Uwe", 27)))
}

/// Vera has confirmed another address.
pub(crate) fn vera() -> User {
    let moved = User {
        left_addresses: vec!["vera.old@example.org".parse().expect("an address")],
        ..registered("Vera", 28)
    };
    waiting_for(NoticeKind::EmailChanged, moved)
}

/// Somebody who looks after acme in the console.
fn operator() -> User {
    User {
        email: "operator@acme.example".parse().expect("an address"),
        ..registered("Otto", 50)
    }
}

/// Somebody whose account waits for a decision.
pub(crate) fn awaiting(name: &str, number: u8) -> User {
    User {
        status: Status::AwaitingApproval,
        registered_at: None,
        verified_at: Some(testing::now().as_millisecond()),
        customer_kind: CustomerKind::DataRecipient,
        ..waiting_for(NoticeKind::ApprovalAsked, registered(name, number))
    }
}

/// Two whose accounts an endpoint was asked about. They are of samples alone.
pub(crate) fn asked_about() -> [User; 2] {
    [("Quentin", 60), ("Rosalind", 61)].map(|(name, number)| User {
        endpoint_asked_at: Some(testing::now().as_millisecond()),
        ..awaiting(name, number)
    })
}

/// The same as somebody who was invited by text message.
pub(crate) fn texted(user: User) -> User {
    let user = invited(user);
    let invitation = user.invitation.clone().map(|invitation| Invitation {
        channel: Channel::Sms,
        ..invitation
    });
    User {
        invitation,
        phone_number: Some("+491511234567".into()),
        ..user
    }
}

/// The same as one of a reseller's people.
fn partner(user: User) -> User {
    User {
        customer_kind: CustomerKind::ChannelPartner,
        ..user
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
        invited(person("Hana", 8)),
        invited(verified("Ivo", 9)),
        invited(signed_in(registered("Jon", 10))),
        invited(person("Kim", 11)),
        invited(person("Lea", 12)),
        texted(person("Mia", 13)),
        signed_in(registered("Pia", 34)),
        // These look after their accounts.
        seen(registered("Nora", 21)),
        seen(signed_in(registered("Olga", 22))),
        seen(registered("Paul", 23)),
        signed_in(registered("Rosa", 24)),
        registered("Sam", 25),
        wanting(registered("Tilda", 26)),
        uwe(),
        vera(),
        awaiting("Wim", 29),
        awaiting("Xenia", 30),
        // Each has a company, with somebody beside them: see [`joining`].
        registered("Yara", 35),
        registered("Zita", 36),
        operator(),
        awaiting("Yuri", 51),
        invited(person("Ivy", 52)),
        // This one is suspended.
        registered("Sue", 53),
        // These have to check what the back office wrote; Dina's company has somebody beside her.
        partner(registered("Cora", 40)),
        partner(registered("Dina", 41)),
    ]
}

/// Those who belong to a customer that another person has made, beside that person's name.
pub(crate) fn joining() -> Vec<(&'static str, User)> {
    let joins = |owner: &'static str, user: User| {
        let users = people();
        let theirs = users.iter().find(|known| known.email.as_str().starts_with(owner));
        let customer = theirs.map(User::customer_id);
        (owner, User { customer, ..user })
    };
    vec![
        joins("yara", seen(registered("Una", 37))),
        joins("zita", registered("Kai", 38)),
        joins("yara", registered("Leo", 39)),
        joins("dina", partner(registered("Eike", 42))),
    ]
}

pub(crate) fn link(user: &User) -> String {
    let asked_at = usher::user::moment(user.asked_at.expect("a mail was asked for"));
    let expires_at = asked_at + jiff::SignedDuration::from_hours(24);
    Link::new(user, Due { asked_at, expires_at }).seal(&testing::keys())
}

/// A code that the portal was brought.
pub(crate) fn authorization_code(user: &User) -> String {
    let now = testing::now();
    let completion = Completion::new(user, "acme-portal", "https://portal.acme.example/welcome", now);
    let code = AuthorizationCode::new(&completion, "openid", &Entropy::seeded(10), now);
    code.seal(&testing::keys(), now)
}

pub(crate) fn ticket(user: &User) -> String {
    Ticket::new(user, &acme(), testing::now()).seal(&testing::keys(), testing::now())
}
