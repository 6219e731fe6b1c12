//! What an invited person fills in.

use serde_json::json;

use crate::support::{PASSWORD, TestApp, invitation, invitee};

#[test]
fn the_form_shows_what_is_known_and_keeps_what_is_typed() {
    let app = TestApp::start();
    let email = invitee();
    let (uuid, token) = app.invited(&email);
    let browser = app.press(&token);
    let page = browser.look().expect(200).text;
    for part in [
        "value=\"John\"",
        "value=\"Smith\"",
        "Your e-mail address is confirmed",
        "Company (optional)",
        "Home address",
        "autocomplete=\"given-name\"",
        "autocomplete=\"new-password\"",
        "type=\"date\"",
        "Electricity",
        email.as_str(),
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(
        !page.contains("resourceAccessB2b"),
        "the tenant's own fields are not shown"
    );

    let fields = [
        ("profile.firstName", "Jonathan"),
        ("profile.lastName", "  "),
        ("profile.companyName", "Smith & Sons"),
        ("profile.mobileNumber", "+44 20 7946 0000"),
        ("profile.home.locality", "Cambridge"),
        ("profile.birthday", "yesterday"),
        ("profile.energy", "gas"),
        ("agreement.terms", "1"),
        ("password", "short"),
    ];
    let again = browser.fill_in(&fields).expect(422);
    for part in [
        "<title>Error:",
        "href=\"#profile.lastName\"",
        "href=\"#profile.birthday\"",
        "href=\"#password\"",
        "value=\"Jonathan\"",
        "value=\"Smith &#38; Sons\"",
        "value=\"gas\" selected",
        "Enter a date that exists.",
    ] {
        assert!(again.text.contains(part), "{part}");
    }
    assert!(
        !again.text.contains("value=\"short\""),
        "a password is never shown again"
    );
    // A reload of the page, in the same browser.
    let draft = again.header("set-cookie").split(';').next().expect("a cookie");
    let reload = app
        .get("/activate")
        .header("cookie", &format!("{}; {draft}", browser.cookie));
    assert!(reload.send().expect(200).text.contains("value=\"Jonathan\""));

    let mut right = fields;
    right[1] = ("profile.lastName", "Smith");
    right[5] = ("profile.birthday", "2000-02-29");
    right[8] = ("password", PASSWORD);
    browser.fill_in(&right).expect(303);
    let seen = app.acme().see(&uuid).expect(200).json();
    assert_eq!(seen["status"], "registered");
    assert_eq!(seen["customer_info"]["first_name"], "Jonathan");
    assert_eq!(seen["customer_info"]["phone_number"], "+442079460000");
    assert_eq!(
        seen["profile_fields"],
        json!({
            "birthday": "2000-02-29", "companyName": "Smith & Sons", "energy": "gas",
            "home": {"locality": "Cambridge"}, "resourceAccessB2b": "true",
        })
    );
}

#[test]
fn what_the_app_does_not_ask_for_is_not_taken() {
    let app = TestApp::start();
    let (uuid, token) = app.invited(&invitee());
    let browser = app.press(&token);
    for name in [
        "profile.resourceAccessB2b",
        "profile.status",
        "profile.emailAddress",
        "profile.",
    ] {
        let fields = [
            ("profile.firstName", "J"),
            ("profile.lastName", "S"),
            (name, "x"),
            ("password", PASSWORD),
        ];
        browser.fill_in(&fields).refused(400, "invalid_form");
    }
    assert_eq!(app.acme().see(&uuid).expect(200).member("status"), "verified");
}

#[test]
fn the_form_changes_its_language_without_losing_anything() {
    let app = TestApp::start();
    let (_, token) = app.invited(&invitee());
    let browser = app.press(&token);
    let fields = [("profile.firstName", "Jonathan"), ("locale", "de")];
    let page = browser.fill_in(&fields).expect(200).text;
    assert!(page.contains("Vorname") && page.contains("value=\"Jonathan\"") && page.contains("Strom"));
}

#[test]
fn a_value_that_is_emptied_is_gone() {
    let app = TestApp::start();
    let email = invitee();
    let mut body = invitation(&email);
    body["profile_fields"]["companyName"] = "Smith Ltd".into();
    let uuid = app.pre_register(&body).send().expect(201).member("uuid");
    let browser = app.press(&app.token_in_mail(&email, 1));
    assert!(browser.look().expect(200).text.contains("value=\"Smith Ltd\""));
    browser.finish();
    let seen = app.acme().see(&uuid).expect(200).json();
    assert_eq!(seen["profile_fields"], json!({"resourceAccessB2b": "true"}));
}

#[test]
fn a_form_with_a_name_of_no_field_or_one_of_them_twice_is_refused() {
    let app = TestApp::start();
    let (uuid, token) = app.invited(&invitee());
    let browser = app.press(&token);
    let right = [
        ("profile.firstName", "John"),
        ("profile.lastName", "Smith"),
        ("agreement.terms", "1"),
        ("password", PASSWORD),
    ];
    for more in [
        ("status", "active"),
        ("tenant", "netgrid"),
        ("ticket", "x"),
        ("password", "another one that is long enough"),
        ("profile.firstName", "Mallory"),
        ("agreement.terms", "1"),
    ] {
        let mut fields = right.to_vec();
        fields.push(more);
        browser.fill_in(&fields).refused(400, "invalid_form");
    }
    assert_eq!(app.acme().see(&uuid).expect(200).member("status"), "verified");
    browser.fill_in(&right).expect(303);
}
