//! Agreements that are to be accepted before an app without pages of ours gets a token.

use serde_json::{Value, json};
use usher::agreement::text_hash;

use crate::support::{Answer, PASSWORD, TestApp, at_once, invitee, next_version};

/// Somebody of a company who has accepted the first version, and a second that asks again: their UUID and address.
fn asked_again() -> (TestApp, String, String) {
    let app = TestApp::start();
    let email = invitee();
    let (uuid, token) = app.invited(&email);
    app.press(&token).finish();
    app.apply_acme(next_version(true)).expect(200);
    (app, uuid, email)
}

fn accepting(app: &TestApp, email: &str, said: &str) -> Answer {
    let fields = [
        ("grant_type", "password"),
        ("username", email),
        ("password", PASSWORD),
        ("agreements_accepted", said),
    ];
    app.app_of("acme").asks(&fields).send()
}

#[test]
fn nobody_gets_a_token_before_they_accept_what_is_pending() {
    let (app, uuid, email) = asked_again();
    let refused = app.app_of("acme").sign_in(&email, PASSWORD).expect(400).json();
    assert_eq!(refused["error"], "interaction_required");
    assert_eq!(
        refused["agreements"],
        json!([{
            "name": "terms", "version": 2, "title": "Terms, mended",
            "url": format!("{}/legal/terms?labelpartner=acme&version=2&locale=en", app.url()),
        }])
    );
    let path = refused["agreements"][0]["url"].as_str().expect("an address");
    let page = app.get(path.strip_prefix(app.url()).expect("ours")).send().expect(200);
    assert!(page.text.contains("Be kind."), "{}", page.text);
    let tokens = accepting(&app, &email, r#"{"terms":2}"#).expect(200);
    assert!(
        !crate::support::claims(&tokens.member("id_token"))
            .to_string()
            .contains("agreements_pending")
    );
    let consents = app.acme().see(&uuid).expect(200).json()["consents"].clone();
    let evidence = &consents.as_array().expect("a list")[1];
    assert_eq!(
        (
            &evidence["version"],
            &evidence["channel"],
            &evidence["source"],
            &evidence["text_sha256"]
        ),
        (
            &json!(2),
            &json!("app"),
            &json!("127.0.0.0/24"),
            &json!(text_hash("Be kind."))
        )
    );
    app.app_of("acme").sign_in(&email, PASSWORD).expect(200);
}

#[test]
fn what_was_accepted_is_written_once() {
    let (app, uuid, email) = asked_again();
    let count = || {
        let seen = app.acme().see(&uuid).expect(200).json();
        seen["consents"].as_array().expect("a list").len()
    };
    accepting(&app, &email, r#"{"terms":2}"#).expect(200);
    accepting(&app, &email, r#"{"terms":2}"#).expect(200);
    assert_eq!(count(), 2, "the first version at the invitation, the second here");
}

#[test]
fn many_at_once_leave_one_piece_of_evidence() {
    let (app, uuid, email) = asked_again();
    let answers = at_once(8, |_| accepting(&app, &email, r#"{"terms":2}"#).status);
    // Whoever comes too often meanwhile is told so.
    assert!(
        answers.iter().all(|status| [200, 429, 503].contains(status)),
        "{answers:?}"
    );
    accepting(&app, &email, r#"{"terms":2}"#).expect(200);
    let seen = app.acme().see(&uuid).expect(200).json();
    assert_eq!(seen["consents"].as_array().map(Vec::len), Some(2), "{seen}");
}

#[test]
fn another_version_than_the_one_of_now_is_not_what_they_were_to_read() {
    let (app, uuid, email) = asked_again();
    for said in [r#"{"terms":1}"#, r#"{"terms":3}"#, "{}"] {
        let refused = accepting(&app, &email, said).expect(400).json();
        assert_eq!(refused["error"], "interaction_required", "{said}");
    }
    for said in [
        "terms",
        "[]",
        r#"{"terms":"2"}"#,
        r#"{"terms":true}"#,
        r#"{"other":1}"#,
        r#"{"terms":2,"other":1}"#,
    ] {
        let refused = accepting(&app, &email, said).expect(400).json();
        assert_eq!(refused["error"], "invalid_request", "{said}");
    }
    let seen = app.acme().see(&uuid).expect(200).json();
    assert_eq!(
        seen["consents"].as_array().map(Vec::len),
        Some(1),
        "nothing is written of what was refused"
    );
}

#[test]
fn whoever_does_not_show_the_password_learns_nothing_of_it_and_accepts_nothing() {
    let (app, uuid, email) = asked_again();
    let fields = [
        ("grant_type", "password"),
        ("username", email.as_str()),
        ("password", "a wrong one of some length"),
        ("agreements_accepted", r#"{"terms":2}"#),
    ];
    let refused = app.app_of("acme").asks(&fields).send().expect(400).json();
    assert_eq!(
        (&refused["error"], &refused["agreements"]),
        (&json!("invalid_grant"), &Value::Null)
    );
    let seen = app.acme().see(&uuid).expect(200).json();
    assert_eq!(seen["consents"].as_array().map(Vec::len), Some(1));
}

#[test]
fn an_offer_may_be_accepted_so_and_need_not() {
    let (app, uuid, email) = asked_again();
    accepting(&app, &email, r#"{"terms":2}"#).expect(200);
    accepting(&app, &email, r#"{"news":1}"#).expect(200);
    let seen = app.acme().see(&uuid).expect(200).json();
    let names: Vec<_> = seen["consents"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|consent| consent["agreement"].clone())
        .collect();
    assert_eq!(names, ["terms", "terms", "news"]);
}
