//! Who is asked, when, and what apps are told that have no pages.

use serde_json::{Value, json};

use super::{RIGHT, asked, households, say, verifying};
use crate::routes::signup;
use crate::support::{PASSWORD, authorize, claims, code_in, hidden, invitee, next_version};

#[test]
fn agreements_come_first_then_the_details_then_what_the_app_asks_each_once() {
    let app = verifying("business", next_version(true));
    let email = invitee();
    let (uuid, token) = app.invited(&email);
    app.press(&token).fill_in(&[
        ("profile.firstName", "John"),
        ("profile.lastName", "Smith"),
        ("profile.companyName", "Smith Ltd"),
        ("agreement.terms", "2"),
        ("password", PASSWORD),
    ]);
    app.apply_acme(|document| {
        document["onboarding"]["kinds"]["business"]["verify_customer"] = true.into();
        next_version(true)(document);
        let versions = document["agreements"][0]["versions"].as_array_mut().expect("versions");
        let mut third = versions[1].clone();
        (third["version"], third["effective_from"]) = (3.into(), "2026-03-01T00:00:00Z".into());
        versions.push(third);
    })
    .expect(200);
    let web = app.web();
    let agreements = web.sign_in(&authorize(&[("prompt", "consent")]), &email).expect(200);
    assert!(agreements.text.contains("agreement.terms") && !agreements.text.contains("What Acme Web gets"));
    let request = hidden(&agreements, "request");
    let accepted = [
        ("request", request.as_str()),
        ("decision", "allow"),
        ("agreement.terms", "3"),
    ];
    let details = web
        .on(web.send("/authorize/decision", &accepted).expect(303))
        .expect(200);
    // What an app's form has asked is there already.
    for known in ["value=\"Smith Ltd\"", "value=\"John\"", "name=\"profile.vatNumber\""] {
        assert!(details.text.contains(known), "{known}: {}", details.text);
    }
    let said = [
        ("profile.companyName", "Smith and Sons Ltd"),
        ("profile.firstName", "John"),
        ("profile.lastName", "Smith"),
    ];
    let consent = web.on(say(&web, &details, &said).expect(303)).expect(200);
    assert!(
        consent.text.contains("What Acme Web gets") && !consent.text.contains("agreement.terms"),
        "{}",
        consent.text
    );
    let request = hidden(&consent, "request");
    code_in(&web.send("/authorize/decision", &[("request", &request), ("decision", "allow")]));
    let seen = app.acme().see(&uuid).expect(200).json();
    assert_eq!(seen["customer_fields"], json!({ "companyName": "Smith and Sons Ltd" }));
}

#[test]
fn a_grant_without_pages_tells_it_in_a_claim() {
    let app = households();
    let (person, _, web, page) = asked(&app);
    let pending = || {
        let tokens = app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
        let told = ["id_token", "access_token"]
            .map(|token| claims(&tokens.member(token))["customer_verification_pending"].clone());
        let userinfo = app
            .get("/userinfo")
            .header("authorization", &format!("Bearer {}", tokens.member("access_token")));
        assert_eq!(told[0], told[1]);
        assert_eq!(
            userinfo.send().expect(200).json()["customer_verification_pending"],
            told[0]
        );
        told[0].clone()
    };
    assert_eq!(pending(), json!(true));
    say(&web, &page, &RIGHT).expect(303);
    assert_eq!(pending(), Value::Null);
}

#[test]
fn who_opened_the_account_themselves_or_is_of_another_kind_is_not_asked() {
    let app = verifying("business", |_| {});
    let person = app.registered_person();
    code_in(&app.web().sign_in(&authorize(&[]), &person.email));
    let app = households();
    let (web, email) = (app.web(), invitee());
    let fields = [("kind", "personal"), ("email", email.as_str())];
    web.send("/signup?labelpartner=acme", &fields).expect(200);
    let link = signup::link_in(&app, &email);
    let mut fields = signup::completed_with(&link, PASSWORD);
    fields.push(("profile.meter".to_owned(), "M-1".to_owned()));
    web.on(web.send("/signup/complete", &signup::borrowed(&fields)))
        .expect(200);
    code_in(&web.open(&authorize(&[])));
}
