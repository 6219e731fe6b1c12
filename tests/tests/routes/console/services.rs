//! Services of the tenant's own: what resolves partners' codes, what decides, and where people sign in elsewhere.

use serde_json::json;

use super::onboarding::{document, send};
use super::settings::filled;
use super::{leads_to, open, operator};
use crate::routes::signup::borrowed;
use crate::support::TestApp;

#[test]
fn a_kind_gets_services_of_the_tenants_own() {
    let app = TestApp::start();
    let web = operator(&app);
    let path = "/console/onboarding/kinds/business";
    let mut with = vec![
        ("voucher", "optional"),
        ("partner_provider.url", "http://partners.acme.example/codes"),
        ("partner_provider.by", "basic"),
        ("partner_provider.user", "usher"),
        ("partner_provider.secret", "s3cret"),
        ("partner_provider.name_field", "name"),
        ("partner_provider.property_mapping", "company = companyName"),
        ("approval", "yes"),
        ("approvers", "a@acme.example"),
        ("approval.endpoint.url", "https://decide.acme.example/accounts"),
        ("approval.endpoint.by", "bearer"),
        ("approval.endpoint.secret", "t0ken"),
        ("approval.remind_after_hours", "24, 72"),
    ];
    let page = send(&web, path, &borrowed(&filled(&web, path, &with))).expect(422).text;
    leads_to(&page, "partner_provider.url");
    assert!(
        page.contains("value=\"s3cret\"") && page.contains("company = companyName"),
        "{page}"
    );
    with[1] = ("partner_provider.url", "https://partners.acme.example/codes");
    send(&web, path, &borrowed(&filled(&web, path, &with))).expect(303);
    let rules = document(&app)["onboarding"]["kinds"]["business"].clone();
    let provider = &rules["partner_provider"];
    assert_eq!(
        provider["authentication"],
        json!({ "basic": { "user": "usher", "password": "kept" } })
    );
    assert_eq!(provider["property_mapping"], json!({ "company": "companyName" }));
    assert_eq!(
        rules["approval"]["endpoint"]["authentication"],
        json!({ "bearer": { "token": "kept" } })
    );
    assert_eq!(rules["approval"]["remind_after_hours"], json!([24, 72]));
    // What is kept stays, and a service without an address is none.
    send(&web, path, &borrowed(&filled(&web, path, &[]))).expect(303);
    assert_eq!(document(&app)["onboarding"]["kinds"]["business"], rules);
    let without = filled(
        &web,
        path,
        &[("partner_provider.url", ""), ("approval.endpoint.url", "")],
    );
    send(&web, path, &borrowed(&without)).expect(303);
    let rules = document(&app)["onboarding"]["kinds"]["business"].clone();
    assert!(
        rules["partner_provider"].is_null() && rules["approval"]["endpoint"].is_null(),
        "{rules}"
    );
    assert_eq!(rules["approval"]["remind_after_hours"], json!([24, 72]));
}

#[test]
fn an_identity_provider_is_added_changed_and_taken_away() {
    const PATH: &str = "/console/onboarding/connections";
    let app = TestApp::start();
    let web = operator(&app);
    let mut new = vec![
        ("id", "acme-login"),
        ("display_name", "Acme account"),
        ("introspection.url", "http://login.acme.example/introspect"),
        ("introspection.client_id", "usher"),
        ("introspection.client_secret", "s3cret"),
        ("introspection.subject", "/sub"),
    ];
    let page = send(&web, PATH, &borrowed(&filled(&web, PATH, &new))).expect(422).text;
    leads_to(&page, "introspection.url");
    let without: Vec<_> = new
        .iter()
        .copied()
        .filter(|(name, _)| *name != "introspection.client_id")
        .collect();
    let page = send(&web, PATH, &borrowed(&filled(&web, PATH, &without)))
        .expect(422)
        .text;
    leads_to(&page, "introspection.client_id");
    assert!(
        page.contains("value=\"s3cret\"") && page.contains("value=\"acme-login\""),
        "{page}"
    );
    // Somebody else changes the document meanwhile: what was typed stays.
    let mut stale = filled(&web, PATH, &new);
    stale.retain(|(name, _)| name != "etag");
    stale.push(("etag".to_owned(), "\"99\"".to_owned()));
    let page = send(&web, PATH, &borrowed(&stale)).expect(409).text;
    assert!(
        page.contains("value=\"s3cret\"") && page.contains("value=\"acme-login\""),
        "{page}"
    );
    new[2] = ("introspection.url", "https://login.acme.example/introspect");
    send(&web, PATH, &borrowed(&filled(&web, PATH, &new))).expect(303);
    let made = &document(&app)["connections"][0];
    let asked = &made["introspection"];
    assert_eq!(
        (&asked["client_secret"], &asked["subject"]),
        (&json!("kept"), &json!("/sub"))
    );
    assert_eq!(
        (&asked["client_authentication"], &made["matches_provisioned"]),
        (&json!(null), &json!(null))
    );

    let at = format!("{PATH}?id=acme-login");
    assert!(
        open(&web, "/console/onboarding")
            .expect(200)
            .text
            .contains(&at[..at.len()])
    );
    let before = document(&app);
    send(&web, PATH, &borrowed(&filled(&web, &at, &[]))).expect(303);
    assert_eq!(document(&app), before, "as it came it changes nothing");
    let mut fields = filled(&web, &at, &[("introspection.subject", "")]);
    fields.retain(|(name, _)| name != "matches_provisioned");
    send(&web, PATH, &borrowed(&fields)).expect(303);
    let changed = &document(&app)["connections"][0];
    assert_eq!(changed["matches_provisioned"], false);
    assert_eq!(
        changed["introspection"]["subject"],
        "/external_authentication_provider_id"
    );
    // Its secret is sent nowhere else.
    let moved = [("introspection.url", "https://elsewhere.example/introspect")];
    let page = send(&web, PATH, &borrowed(&filled(&web, &at, &moved))).expect(422).text;
    leads_to(&page, "introspection.client_secret");
    send(&web, PATH, &borrowed(&filled(&web, &at, &[("remove", "yes")]))).expect(303);
    assert_eq!(document(&app).get("connections"), None);
    open(&web, &at).expect(404);
}

#[test]
fn an_identity_provider_for_browsers_has_a_form_of_its_own() {
    const PATH: &str = "/console/onboarding/providers";
    let app = TestApp::start();
    let web = operator(&app);
    let new = [
        ("id", "acme-login"),
        ("display_name", "Acme account"),
        ("oidc.issuer", "https://login.acme.example"),
        ("oidc.client_id", "usher"),
        ("oidc.client_secret", "s3cret"),
        ("oidc.newcomers", "create_customer"),
        ("oidc.kind", "business"),
        ("oidc.button", "de = Weiter mit Acme"),
    ];
    send(&web, PATH, &borrowed(&filled(&web, PATH, &new))).expect(303);
    let made = document(&app)["connections"][0].clone();
    assert_eq!(made["oidc"]["client_secret"], "kept", "{made}");
    assert_eq!(
        (&made["oidc"]["kind"], &made["oidc"]["button"]["de"]),
        (&json!("business"), &json!("Weiter mit Acme"))
    );
    assert_eq!(
        made["oidc"]["scopes"],
        json!(["openid", "email", "profile"]),
        "what is left empty is as usual"
    );
    let at = format!("{PATH}?id=acme-login");
    assert!(
        open(&web, "/console/onboarding")
            .expect(200)
            .text
            .contains(&at[..at.len()])
    );
    let page = open(&web, &at).expect(200).text;
    let (_, port) = app.url().rsplit_once(':').expect("a port");
    let host = format!("http://acme.localhost:{port}");
    for path in ["/sso/callback", "/sso/logout"] {
        for origin in [app.url(), &host] {
            let address = format!("{origin}{path}/acme/acme-login<");
            assert!(page.contains(&address), "what the provider has to know: {page}");
        }
    }
    let before = document(&app);
    send(&web, PATH, &borrowed(&filled(&web, &at, &[]))).expect(303);
    assert_eq!(document(&app), before, "as it came it changes nothing");
    let wrong = [("oidc.newcomers", "linked_only")];
    let page = send(&web, PATH, &borrowed(&filled(&web, &at, &wrong))).expect(422).text;
    leads_to(&page, "oidc.kind");
    let right = [("oidc.newcomers", "linked_only"), ("oidc.kind", "")];
    let saved = send(&web, PATH, &borrowed(&filled(&web, &at, &right)));
    assert!(web.on(saved).expect(200).text.contains("Saved. It holds"));
    // That another provider knows nobody of this one is said where it is done.
    let moved = [
        ("oidc.issuer", "https://elsewhere.example"),
        ("oidc.client_secret", "another"),
    ];
    let saved = send(&web, PATH, &borrowed(&filled(&web, &at, &moved)));
    assert!(
        web.on(saved)
            .expect(200)
            .text
            .contains("Saved. A provider is another one now")
    );
    assert_eq!(document(&app)["connections"][0]["oidc"]["kind"], json!(null));
}
