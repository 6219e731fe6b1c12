//! Tenants' documents: what they have to fulfil where Usher's words and colours are known, and the routes by which a
//! tenant's own programs read and change theirs.

mod allowed;
mod if_match;
pub mod tenant;
pub mod versions;

mod reading;

use usher::outbound::OutboundPolicy;
use usher::tenant::{Connection, Flaw, Tenant};

use crate::pages::contrast::{Rgb, corrections};
use crate::words;

pub use reading::read;

/// Everything wrong with a tenant's document at once; empty when it may be saved.
#[must_use]
pub fn flaws(tenant: &Tenant) -> Vec<Flaw> {
    flaws_under(tenant, OutboundPolicy::public())
}

/// The same for a stack whose calls to addresses that a tenant names may go this far.
#[must_use]
pub fn flaws_under(tenant: &Tenant, outbound: OutboundPolicy) -> Vec<Flaw> {
    let mut flaws = tenant.flaws_under(outbound);
    flaws.extend(words::flaws(&tenant.texts));
    flaws
}

/// What will be otherwise than the document says, for the tenant to know: a colour that is corrected for contrast.
#[must_use]
pub fn remarks(tenant: &Tenant) -> Vec<Flaw> {
    let Some(colour) = tenant.brand.colour.as_deref().and_then(Rgb::parse) else {
        return Vec::new();
    };
    let remark = |correction: crate::pages::contrast::Correction| Flaw {
        pointer: "/brand/colour".to_owned(),
        message: correction.to_string(),
    };
    corrections(colour).into_iter().map(remark).collect()
}

/// What is said of a connection that knows nobody of the provider before.
const FORGOTTEN: &str = "is another provider than before: whoever was linked to that one is not known by it any more; if their address \
                         is proven, they can choose a password by mail and connect anew";

/// What will be otherwise than it was, and looks as if it were not: a connection that leads to another provider knows nobody who
/// came from the one before.
#[must_use]
pub fn forgotten(before: &Tenant, after: &Tenant) -> Vec<Flaw> {
    let moved = after.connections.iter().enumerate().filter(|(_, connection)| {
        let known = before.connection(&connection.id);
        known.is_some_and(|known| known.provider() != connection.provider())
    });
    let remark = |(index, connection): (usize, &Connection)| Flaw {
        pointer: format!("/connections/{index}{}", connection.leads_to().0),
        message: FORGOTTEN.to_owned(),
    };
    moved.map(remark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tenant(change: serde_json::Value) -> Tenant {
        let mut document = serde_json::json!({
            "name": "acme",
            "display_name": "Acme Energy",
            "sender": {"name": "Acme Energy", "address": "hello@acme.example"},
        });
        for (key, value) in change.as_object().unwrap() {
            document[key] = value.clone();
        }
        serde_json::from_value(document).unwrap()
    }

    fn told(flaws: Vec<Flaw>) -> Vec<String> {
        let line = |flaw: Flaw| format!("{}: {}", flaw.pointer, flaw.message);
        flaws.into_iter().map(line).collect()
    }

    #[test]
    fn a_tenants_words_have_to_fit_a_message_of_a_language() {
        let good = serde_json::json!({"texts": {
            "en": {"done-title": "Welcome aboard", "done-body": "{ $tenant } has everything it needs."},
            "ar": {"mail-hello": "أهلًا { $name }"},
        }});
        assert_eq!(told(flaws(&tenant(good))), [""; 0]);
        let bad = serde_json::json!({"texts": {
            "de": {"done-body": "Willkommen, { $name } und { $tenant }", "no-such": "x", "a/b~c": "x", "done-title": "{ $x }"},
            "de-AT": {"done-title": "Servus", "done-body": "x"},
        }});
        assert_eq!(
            told(flaws(&tenant(bad))),
            [
                "/texts/de/a~1b~0c: is no message: see functions/locales/en.ftl",
                "/texts/de/done-body: uses $name, but the message's variables are: $tenant",
                "/texts/de/done-title: uses $x, but the message's variables are: none",
                "/texts/de/no-such: is no message: see functions/locales/en.ftl",
                "/texts/de-AT: is no language there are words in: en, de, fr, nl, it, es, pt, ar",
            ]
        );
    }

    #[test]
    fn the_flaws_of_the_domain_are_told_as_well() {
        let bad = serde_json::json!({"link_life_seconds": 1, "texts": {"xx": {"done-title": "x"}}});
        assert_eq!(flaws(&tenant(bad)).len(), 2);
    }

    #[test]
    fn a_colour_that_is_corrected_is_told_with_what_becomes_of_it_and_where() {
        let yellow = remarks(&tenant(serde_json::json!({"brand": {"colour": "#ffd400"}})));
        assert!(yellow.iter().all(|remark| remark.pointer == "/brand/colour"));
        let said = told(yellow).join("\n");
        assert!(said.contains("buttons on light pages"), "{said}");
        assert!(said.contains("links on light pages"), "{said}");
        assert!(!said.contains("dark"), "it is readable there: {said}");
        for readable in [
            serde_json::json!({}),
            serde_json::json!({"brand": {"colour": "#767676"}}),
        ] {
            let remarks = told(remarks(&tenant(readable.clone())));
            assert!(
                !remarks.iter().any(|said| said.contains("buttons on light")),
                "{readable}: {remarks:?}"
            );
        }
    }
}
