//! What a kind of account may be.

use super::*;
use crate::testing;

fn tenant(kinds: serde_json::Value) -> Tenant {
    Tenant {
        onboarding: serde_json::from_value(serde_json::json!({ "kinds": kinds })).expect("an onboarding"),
        ..testing::tenant()
    }
}

fn pointers(tenant: &Tenant) -> Vec<String> {
    tenant.flaws().into_iter().map(|flaw| flaw.pointer).collect()
}

#[test]
fn a_kind_that_is_off_keeps_its_rules_and_cannot_be_chosen() {
    let tenant = tenant(serde_json::json!({
        "business": { "enabled": true, "default_location": {} },
        "personal": { "enabled": false },
    }));
    assert_eq!(tenant.flaws(), []);
    assert_eq!(
        tenant.onboarding.enabled().collect::<Vec<_>>(),
        [CustomerKind::Business]
    );
    assert!(tenant.onboarding.kind(CustomerKind::Personal).is_none());
    let business = tenant.onboarding.kind(CustomerKind::Business).expect("a kind");
    let names: Vec<_> = business.fields().into_iter().map(|field| field.name).collect();
    assert_eq!(
        names,
        [FIRST_NAME, LAST_NAME],
        "a person has names where nothing is said"
    );
}

#[test]
fn what_is_asked_about_the_customer_is_known_from_what_is_asked_about_the_person() {
    let tenant = tenant(serde_json::json!({ "business": {
        "enabled": true,
        "customer_fields": [{ "name": "companyName" }, { "name": "seat", "type": "address", "label": { "en": "Seat" } }],
    }}));
    assert_eq!(tenant.flaws(), []);
    let business = tenant.onboarding.kind(CustomerKind::Business).expect("a kind");
    assert!(business.is_of_customer("companyName") && business.is_of_customer("seat.locality"));
    assert!(!business.is_of_customer(FIRST_NAME) && !business.is_of_customer("seat"));
}

#[test]
fn each_flaw_is_told_where_it_is() {
    let long = "x".repeat(61);
    let broken = tenant(serde_json::json!({ "business": {
        "enabled": true,
        "customer_fields": [{ "name": "firstName" }, { "name": "vat", "type": "text", "label": { "en": "VAT" } }],
        "user_fields": [{ "name": "vat", "type": "text", "label": { "en": "VAT" } }],
        "default_location": { "name": { "en": long } },
    }, "data_recipient": { "enabled": true } }));
    let at = |rest: &str| format!("/onboarding/kinds/business{rest}");
    assert_eq!(
        pointers(&broken),
        [
            at("/customer_fields/0/name"),
            at("/user_fields/0/name"),
            at("/default_location/name/en"),
            "/onboarding/kinds/data_recipient/approval".to_owned(),
        ]
    );
}

#[test]
fn an_app_leads_to_an_account_in_one_way_and_only_where_there_are_kinds() {
    let app = serde_json::json!({
        "id": "app", "kind": "app", "grants": ["authorization_code"],
        "redirect_uris": ["https://app.acme.example/"], "sign_up": true,
    });
    let mut tenant = tenant(serde_json::json!({ "personal": { "enabled": false } }));
    tenant.clients = vec![serde_json::from_value(app).expect("a client")];
    assert_eq!(pointers(&tenant), ["/clients/0/sign_up"]);
    tenant
        .onboarding
        .kinds
        .entry(CustomerKind::Personal)
        .and_modify(|kind| kind.enabled = true);
    assert_eq!(tenant.flaws(), []);
    tenant.clients[0].self_registration = true;
    assert_eq!(pointers(&tenant), ["/clients/0/sign_up"]);
}

#[test]
fn a_channel_partner_needs_a_voucher_unless_it_is_said_otherwise_and_others_need_none() {
    let rule = |kind: &str, rules: serde_json::Value| {
        let tenant = tenant(serde_json::json!({ kind: rules }));
        assert_eq!(tenant.flaws(), []);
        let kind = tenant.onboarding.enabled().next().expect("a kind");
        tenant.onboarding.kind(kind).expect("rules").voucher(kind)
    };
    let on = || serde_json::json!({ "enabled": true });
    assert_eq!(rule("channel_partner", on()), VoucherRule::Required);
    assert_eq!(rule("business", on()), VoucherRule::None);
    let without = serde_json::json!({ "enabled": true, "partner_without_code": true });
    assert_eq!(rule("channel_partner", without.clone()), VoucherRule::Optional);
    let asked = serde_json::json!({ "enabled": true, "voucher": "required" });
    assert_eq!(rule("business", asked), VoucherRule::Required);
    assert_eq!(
        pointers(&tenant(serde_json::json!({ "business": without }))),
        ["/onboarding/kinds/business/partner_without_code"]
    );
    // What says two things is not taken, so that no partner comes without a code by mistake.
    for (voucher, without_code) in [("none", false), ("optional", false), ("required", true)] {
        let rules = serde_json::json!({ "enabled": true, "voucher": voucher, "partner_without_code": without_code });
        assert_eq!(
            pointers(&tenant(serde_json::json!({ "channel_partner": rules }))),
            ["/onboarding/kinds/channel_partner/voucher"]
        );
    }
}
