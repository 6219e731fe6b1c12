//! What a partner provider may be.

use serde_json::{Value, json};

use super::*;
use crate::tenant::Tenant;
use crate::testing;

fn provider() -> Value {
    json!({
        "url": "https://partners.acme.example/resolve",
        "authentication": { "bearer": { "token": "t" } },
        "name_field": "name",
        "property_mapping": { "region": "salesRegion", "city": "seat.locality" },
        "target_organisation": "Resellers",
    })
}

fn kind(provider: &Value) -> Value {
    json!({
        "enabled": true,
        "customer_fields": [
            { "name": "companyName" },
            { "name": "salesRegion", "type": "text", "shown": false },
            { "name": "seat", "type": "address", "label": { "en": "Seat" } },
        ],
        "partner_provider": provider,
    })
}

fn tenant(kinds: &Value) -> Result<Tenant, serde_json::Error> {
    Ok(Tenant {
        onboarding: serde_json::from_value(json!({ "kinds": kinds }))?,
        ..testing::tenant()
    })
}

/// Where a channel partner's provider is flawed that differs in this.
fn flaws(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut changed = provider();
    change(&mut changed);
    let tenant = tenant(&json!({ "channel_partner": kind(&changed) })).expect("a tenant by its types");
    let at = "/onboarding/kinds/channel_partner/partner_provider";
    let flaws = tenant.flaws().into_iter();
    flaws
        .map(|flaw| {
            flaw.pointer
                .strip_prefix(at)
                .expect("a flaw of the provider")
                .to_owned()
        })
        .collect()
}

#[test]
fn a_provider_is_read_alike_from_json_and_yaml_and_written_as_it_was() {
    assert_eq!(flaws(|_| ()), [""; 0]);
    for authentication in [
        json!("signed"),
        json!({ "bearer": { "token": "t" } }),
        json!({ "basic": { "user": "usher", "password": "p" } }),
        Value::Null,
    ] {
        let mut document = provider();
        document["authentication"] = authentication.clone();
        let read: PartnerProvider = serde_json::from_value(document.clone()).expect("a provider");
        if authentication.is_null() {
            document.as_object_mut().expect("an object").remove("authentication");
        }
        assert_eq!(serde_json::to_value(read).expect("JSON"), document);
    }
}

#[test]
fn what_is_no_provider_by_its_types_is_not_read() {
    for (member, wrong) in [
        ("authentication", json!("token")),
        ("authentication", json!({ "bearer": {} })),
        ("authentication", json!({ "bearer": { "token": "t", "more": 1 } })),
        (
            "authentication",
            json!({ "bearer": { "token": "t" }, "basic": { "user": "u", "password": "p" } }),
        ),
        ("authentication", json!({ "digest": {} })),
        ("property_mapping", json!({ "region": 1 })),
        ("name_field", json!(null)),
        ("more", json!("x")),
    ] {
        let mut document = provider();
        document[member] = wrong.clone();
        let read = serde_json::from_value::<PartnerProvider>(document);
        assert!(read.is_err(), "{member}: {wrong}");
    }
    for member in ["url", "name_field", "property_mapping"] {
        let mut document = provider();
        document.as_object_mut().expect("an object").remove(member);
        assert!(serde_json::from_value::<PartnerProvider>(document).is_err(), "{member}");
    }
}

#[test]
fn each_flaw_is_told_where_it_is() {
    let long = "x".repeat(101);
    for (member, wrong, at) in [
        ("url", json!("http://partners.acme.example/"), "/url"),
        ("url", json!("https://169.254.169.254/"), "/url"),
        (
            "authentication",
            json!({ "bearer": { "token": "" } }),
            "/authentication/bearer/token",
        ),
        (
            "authentication",
            json!({ "bearer": { "token": "a b" } }),
            "/authentication/bearer/token",
        ),
        (
            "authentication",
            json!({ "bearer": { "token": "a\r\nx: y" } }),
            "/authentication/bearer/token",
        ),
        (
            "authentication",
            json!({ "basic": { "user": "a:b", "password": "p" } }),
            "/authentication/basic/user",
        ),
        (
            "authentication",
            json!({ "basic": { "user": "a", "password": "ü" } }),
            "/authentication/basic/password",
        ),
        ("name_field", json!(""), "/name_field"),
        ("name_field", json!(long), "/name_field"),
        ("property_mapping", json!({}), "/property_mapping"),
        (
            "property_mapping",
            json!({ "a/b": "nothing" }),
            "/property_mapping/a~1b",
        ),
        ("property_mapping", json!({ "a": "firstName" }), "/property_mapping/a"),
        ("property_mapping", json!({ "a": "seat" }), "/property_mapping/a"),
        (
            "property_mapping",
            json!({ "a": "salesRegion", "b": "salesRegion" }),
            "/property_mapping/b",
        ),
        ("target_organisation", json!(" "), "/target_organisation"),
        ("target_organisation", json!("a\nb"), "/target_organisation"),
    ] {
        assert_eq!(
            flaws(|provider| provider[member] = wrong.clone()),
            [at],
            "{member}: {wrong}"
        );
    }
}

#[test]
fn a_kind_whose_people_can_type_no_code_has_no_use_for_one() {
    let mut rules = kind(&provider());
    let pointers = |rules: &Value| {
        let tenant = tenant(&json!({ "business": rules })).expect("a tenant by its types");
        let flaws = tenant.flaws().into_iter();
        flaws.map(|flaw| flaw.pointer).collect::<Vec<_>>()
    };
    assert_eq!(pointers(&rules), ["/onboarding/kinds/business/partner_provider"]);
    rules["voucher"] = "optional".into();
    assert_eq!(pointers(&rules), [""; 0]);
}

#[test]
fn the_own_machine_is_a_flaw_but_for_the_local_stack() {
    let mut local = provider();
    local["url"] = "http://127.0.0.1:8000/".into();
    let tenant = tenant(&json!({ "channel_partner": kind(&local) })).expect("a tenant by its types");
    assert_eq!(tenant.flaws().len(), 1);
    assert_eq!(tenant.flaws_under(OutboundPolicy::with_own_machine()), []);
}
