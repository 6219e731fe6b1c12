//! Many people of one tenant, straight into the engine.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use dynoxide::ImportOptions;
use dynoxide::types::AttributeValue as Stored;
use usher::id::Opaque;
use usher::provisioning::{NewInstallation, NewUser, provision};
use usher::store::items_of;
use usher::tenant::{Channel, Tenant};
use usher::user::{Delivery, Invitation, Status, User};

use crate::support::{Demo, Engine, TABLE};

/// How many people are loaded in one go.
const AT_ONCE: usize = 2_000;
const GIVEN: [&str; 20] = [
    "Anna", "Bram", "Chloé", "Daan", "Emma", "Finn", "Greta", "Hugo", "Ines", "Jan", "Karin", "Luca", "Maria", "Noor",
    "Otto", "Paula", "Rosa", "Sven", "Tessa", "Zoë",
];
const FAMILY: [&str; 10] = [
    "van der Berg",
    "van der Beek",
    "Müller",
    "Smith",
    "Rossi",
    "O'Neill",
    "García",
    "Dubois",
    "Jansen",
    "Nowak",
];

/// Those who were loaded.
pub(super) struct People {
    /// One of them whom the questions are about.
    somebody: Somebody,
}

/// By what a person is found.
pub(super) struct Somebody {
    /// As a query.
    pub(super) whole_name: String,
    pub(super) email: String,
    pub(super) id: String,
    pub(super) external_id: String,
}

impl People {
    pub(super) const fn somebody(&self) -> &Somebody {
        &self.somebody
    }
}

/// Loads that many people of `acme`, all invited, one in ten waiting for a decision.
pub(super) fn load(database: &dynoxide::Database, engine: &Engine, number: usize) -> People {
    let acme = Demo::read().tenants.remove(0);
    database.enable_bulk_loading().expect("bulk loading");
    let (give, take) = std::sync::mpsc::sync_channel(2);
    std::thread::scope(|scope| {
        // One makes them while the other writes them.
        let acme = &acme;
        scope.spawn(move || {
            for first in (0..number).step_by(AT_ONCE) {
                let part = first..number.min(first + AT_ONCE);
                let items = part.flat_map(|place| items_of(&person(engine, acme, place)).expect("items"));
                give.send(items.map(stored).collect()).expect("somebody who takes");
            }
        });
        for items in take {
            let options = ImportOptions::default();
            database.import_items(TABLE, items, options).expect("imported");
        }
    });
    database.disable_bulk_loading().expect("the usual again");
    let middle = person(engine, &acme, number / 2);
    let (first, last) = middle.names();
    People {
        somebody: Somebody {
            whole_name: serde_urlencoded::to_string([("name", format!("{first} {last}"))]).expect("a query"),
            email: middle.email.as_str().to_owned(),
            id: middle.id.to_string(),
            external_id: middle.external_id.unwrap_or_default(),
        },
    }
}

/// The person at a place: always the same, and with names of one length whatever the place.
fn person(engine: &Engine, acme: &Tenant, place: usize) -> User {
    let now = engine.clock.now();
    let at = now - jiff::SignedDuration::from_secs(60 + i64::try_from(place).expect("not that many"));
    let invitation = Invitation {
        client: "acme-portal".to_owned(),
        redirect_uri: "https://portal.acme.example/welcome".to_owned(),
        channel: Channel::Email,
        created_at: at.as_millisecond(),
        life_ms: 30 * 86_400_000,
    };
    let (given, family) = (GIVEN[place % GIVEN.len()], FAMILY[place / GIVEN.len() % FAMILY.len()]);
    let new = NewUser {
        first_name: given.parse().ok(),
        last_name: format!("{family} {}", letters(place)).parse().ok(),
        email: format!("resident-{place:07}@example.org").parse().expect("an address"),
        external_id: Some(format!("customer-{place:07}")),
        external_authentication_provider_id: None,
        phone_number: None,
        locale: Some("en".to_owned()),
        installations: vec![NewInstallation::default()],
        profile: None,
        invitation: Some(invitation),
        joins: None,
        create_verified: false,
    };
    let mut bits = [7; 16];
    bits[8..].copy_from_slice(&(place as u64).to_be_bytes());
    let user = provision(acme, new, Opaque::uuid(bits), &engine.app.keys, at);
    let asked = at.as_millisecond();
    match place % 10 {
        9 => User {
            status: Status::AwaitingApproval,
            verified_at: Some(asked + 5_000),
            invitation: None,
            ..user
        },
        _ => {
            let delivery = Delivery {
                sent_at: Some(asked + 1_000),
                delivered_at: Some(asked + 2_000),
                ..Delivery::queued(Channel::Email, asked)
            };
            User {
                deliveries: vec![delivery],
                ..user
            }
        }
    }
}

/// A number as five letters.
fn letters(mut place: usize) -> String {
    let mut text = String::new();
    for _ in 0..5 {
        text.push(char::from(b'a' + u8::try_from(place % 26).unwrap_or_default()));
        place /= 26;
    }
    text
}

/// An item as the engine has it.
fn stored(item: HashMap<String, AttributeValue>) -> HashMap<String, Stored> {
    item.into_iter()
        .map(|(name, value)| (name, value_stored(value)))
        .collect()
}

fn value_stored(value: AttributeValue) -> Stored {
    match value {
        AttributeValue::S(text) => Stored::S(text),
        AttributeValue::N(number) => Stored::N(number),
        AttributeValue::Bool(is) => Stored::BOOL(is),
        AttributeValue::L(values) => Stored::L(values.into_iter().map(value_stored).collect()),
        AttributeValue::M(members) => Stored::M(stored(members)),
        other => unreachable!("people have no {other:?}"),
    }
}
