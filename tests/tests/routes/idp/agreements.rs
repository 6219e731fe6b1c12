//! What an invited person agrees to.

use serde_json::{Value, json};
use usher::agreement::text_hash;

use crate::support::{PASSWORD, TestApp, invitee, next_version};

const AGENT: &str = "Mozilla/5.0 (X11; Linux x86_64)";

fn filled<'a>(agreements: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("profile.firstName", "John"),
        ("profile.lastName", "Smith"),
        ("password", PASSWORD),
    ];
    fields.extend_from_slice(agreements);
    fields
}

#[test]
fn the_form_asks_for_what_is_required_and_offers_the_rest() {
    let app = TestApp::start();
    let (uuid, token) = app.invited(&invitee());
    let browser = app.press(&token);
    let page = browser.look().expect(200).text;
    for part in [
        "I accept: Terms of service",
        "I agree: News about energy prices by mail (optional)",
        "href=\"/legal/terms?labelpartner=acme&#38;version=1&#38;locale=en\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let refused = browser.fill_in(&filled(&[("agreement.news", "1")])).expect(422).text;
    for part in [
        "href=\"#agreement.terms\"",
        "To go on, accept: Terms of service",
        "value=\"1\" checked",
    ] {
        assert!(refused.contains(part), "{part}");
    }
    assert_eq!(app.acme().see(&uuid).expect(200).member("status"), "verified");
}

#[test]
fn what_was_accepted_stands_on_the_person_as_evidence() {
    let app = TestApp::start();
    let (uuid, token) = app.invited(&invitee());
    let browser = app.press(&token);
    browser
        .filling_in(&filled(&[("agreement.terms", "1")]))
        .header("user-agent", AGENT)
        .send()
        .expect(303);
    let seen = app.acme().see(&uuid).expect(200).json();
    let demo: Value = serde_norway::from_str(include_str!("../../../../infra/local/demo.yaml")).expect("the demo");
    let words = &demo["tenants"][0]["agreements"][0]["versions"][0]["texts"]["en"]["text"];
    let accepted_at = seen["consents"][0]["accepted_at"].as_str().expect("a time");
    assert!(accepted_at <= seen["since"].as_str().expect("a time") && accepted_at > "2026");
    let evidence = json!([{
        "agreement": "terms", "version": 1, "text_sha256": text_hash(words.as_str().expect("words")), "locale": "en",
        "accepted_at": accepted_at, "channel": "activation_page", "source": "127.0.0.0/24", "user_agent": AGENT,
    }]);
    assert_eq!(seen["consents"], evidence, "and nothing of what was only offered");
}

#[test]
fn evidence_names_the_language_of_the_words_and_not_of_the_page() {
    let app = TestApp::start();
    let (uuid, token) = app.invited(&invitee());
    let fields = filled(&[("agreement.terms", "1"), ("locale", "fr")]);
    app.press(&token).fill_in(&fields).expect(303);
    let consent = app.acme().see(&uuid).expect(200).json()["consents"][0].clone();
    assert_eq!(consent["locale"], "en", "there are no French terms");
}

#[test]
fn what_is_accepted_are_the_words_that_were_shown() {
    let app = TestApp::start();
    let (uuid, token) = app.invited(&invitee());
    let browser = app.press(&token);
    app.apply_acme(next_version(false)).expect(200);
    let refused = browser.fill_in(&filled(&[("agreement.terms", "1")])).expect(422).text;
    assert!(refused.contains("There is a new version. Read it and accept it: Terms, mended"));
    assert!(!refused.contains("value=\"2\" checked"), "nobody has agreed to it yet");
    for name in ["agreement.nothing", "agreement.", "agreement.terms.x"] {
        browser
            .fill_in(&filled(&[("agreement.terms", "2"), (name, "1")]))
            .refused(400, "invalid_form");
    }
    browser.fill_in(&filled(&[("agreement.terms", "2")])).expect(303);
    let seen = app.acme().see(&uuid).expect(200).json();
    assert_eq!(seen["consents"][0]["version"], 2);
}

#[test]
fn agreements_of_other_kinds_of_customers_are_not_asked_for() {
    let app = TestApp::start();
    app.apply_acme(|document| document["agreements"][0]["audience"] = json!(["personal", "data_recipient"]))
        .expect(200);
    let (_, token) = app.invited(&invitee());
    let browser = app.press(&token);
    assert!(!browser.look().expect(200).text.contains("Terms of service"));
    browser.fill_in(&filled(&[])).expect(303);
}

#[test]
fn a_tick_survives_an_error_a_reload_and_a_change_of_language() {
    let app = TestApp::start();
    let (_, token) = app.invited(&invitee());
    let browser = app.press(&token);
    let fields = [
        ("profile.firstName", ""),
        ("agreement.terms", "1"),
        ("password", PASSWORD),
    ];
    let again = browser.fill_in(&fields).expect(422);
    assert!(
        again
            .text
            .contains("name=\"agreement.terms\" type=\"checkbox\" value=\"1\" checked")
    );
    let draft = again.header("set-cookie").split(';').next().expect("a cookie");
    let reload = app
        .get("/activate")
        .header("cookie", &format!("{}; {draft}", browser.cookie));
    assert!(reload.send().expect(200).text.contains("value=\"1\" checked"));
    let german = browser
        .fill_in(&[("agreement.terms", "1"), ("locale", "de")])
        .expect(200)
        .text;
    assert!(german.contains("Ich stimme zu: Nutzungsbedingungen") && german.contains("value=\"1\" checked"));
}
