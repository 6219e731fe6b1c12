use super::*;

fn tenant(change: serde_json::Value) -> Tenant {
    let mut document = serde_json::json!({
        "name": "acme",
        "display_name": "Acme Energy",
        "sender": {"name": "Acme Energy", "address": "hello@acme.example"},
    });
    for (key, value) in change.as_object().expect("an object") {
        document[key] = value.clone();
    }
    serde_json::from_value(document).expect("a tenant by its types")
}

#[test]
fn the_smallest_tenant_has_no_flaw() {
    assert_eq!(tenant(serde_json::json!({})).flaws(), []);
}

#[test]
fn a_tenants_words_are_few_enough_to_be_read_by_every_function() {
    let texts = |languages: usize, count: usize, length: usize| {
        let of_language: serde_json::Map<_, _> = (0..count)
            .map(|n| (format!("message-{n}"), "x".repeat(length).into()))
            .collect();
        let all: serde_json::Map<_, _> = (0..languages)
            .map(|n| (format!("l{n}"), of_language.clone().into()))
            .collect();
        let flaws = tenant(serde_json::json!({ "texts": all })).flaws();
        flaws.into_iter().map(|flaw| flaw.message).collect::<Vec<_>>()
    };
    assert_eq!(texts(2, 100, 200), [""; 0]);
    assert_eq!(texts(3, 67, 10), ["are more than 200"]);
    assert_eq!(texts(1, 81, 500), ["are more than 40000 octets in all"]);
}

#[test]
fn who_may_be_invited_by_text_message_has_to_be_said() {
    let client = serde_json::json!([{"id": "a", "kind": "app", "auth_types": ["sms"]}]);
    let flaws = tenant(serde_json::json!({"clients": client})).flaws();
    let pointers: Vec<_> = flaws.iter().map(|flaw| flaw.pointer.as_str()).collect();
    assert_eq!(pointers, ["/clients/0/auth_types", "/clients/0/fields"]);
    let client = serde_json::json!([
        {"id": "a", "kind": "app", "auth_types": ["email", "sms"], "fields": [{"name": "mobileNumber"}]},
    ]);
    let of = |countries: &str| serde_json::json!({"sms": {"countries": [countries]}, "clients": client});
    assert_eq!(tenant(of("NL")).flaws(), []);
    assert_eq!(tenant(of("nl")).flaws()[0].pointer, "/sms/countries/0");
}

#[test]
fn every_flaw_is_told_at_once_and_points_at_its_field() {
    let flaws = tenant(serde_json::json!({
        "app_link": "javascript://%0aalert(1)",
        "link_life_seconds": 60,
        "brand": {"colour": "blue", "logo_url": "http://acme.example/logo.png", "favicon_url": "//x"},
        "clients": [
            {"id": "a", "kind": "app", "grants": ["client_credentials"]},
            {"id": "a", "kind": "server", "grants": ["password"]},
        ],
    }))
    .flaws();
    let pointers: Vec<_> = flaws.iter().map(|flaw| flaw.pointer.as_str()).collect();
    assert_eq!(
        pointers,
        [
            "/link_life_seconds",
            "/app_link",
            "/brand/colour",
            "/brand/logo_url",
            "/brand/favicon_url",
            "/clients/0/grants",
            "/clients/0/grants",
            "/clients/1/id",
            "/clients/1/grants",
        ]
    );
}

#[test]
fn what_stands_on_every_page_and_mail_is_looked_at() {
    let with = |brand: serde_json::Value| {
        let flaws = tenant(serde_json::json!({ "brand": brand })).flaws();
        flaws.into_iter().map(|flaw| flaw.pointer).collect::<Vec<_>>()
    };
    let good = serde_json::json!({
        "support_email": "help@acme.example", "postal_address": "Acme Energy\n1 Mill Lane\nCambridge",
        "legal_links": [{ "label": "Privacy", "url": "https://acme.example/privacy" }],
    });
    assert_eq!(with(good), [""; 0]);
    let bad = serde_json::json!({
        "support_email": "a b<script>", "postal_address": "x".repeat(301),
        "legal_links": [{ "label": "x".repeat(61), "url": "http://acme.example" }],
    });
    let told = [
        "/support_email",
        "/postal_address",
        "/legal_links/0/label",
        "/legal_links/0/url",
    ];
    assert_eq!(with(bad), told.map(|at| format!("/brand{at}")));
}

#[test]
fn nobody_has_to_fill_in_what_they_do_not_see() {
    let with = |field: serde_json::Value| {
        let kind = serde_json::json!({ "enabled": true, "user_fields": [field] });
        tenant(serde_json::json!({ "onboarding": { "kinds": { "personal": kind } } })).flaws()
    };
    assert_eq!(with(serde_json::json!({ "name": "firstName", "shown": false })), []);
    let flaws = with(serde_json::json!({ "name": "firstName", "shown": false, "required": true }));
    let pointers: Vec<_> = flaws.iter().map(|flaw| flaw.pointer.as_str()).collect();
    assert_eq!(pointers, ["/onboarding/kinds/personal/user_fields/0/required"]);
}
