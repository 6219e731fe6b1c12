//! Inviting, and inviting again.

use serde_json::json;

use crate::support::{Call, PORTAL, TestApp, at_once, invitation, invitee};

const PATH: &str = "/idp/v1/account/pre-register";

#[test]
fn an_invitation_makes_a_person_known_and_mails_them() {
    let app = TestApp::start();
    let email = invitee();
    let answer = app.pre_register(&invitation(&email)).send().expect(201);
    let uuid = answer.member("uuid");
    assert_eq!(answer.json(), json!({ "uuid": uuid }));
    assert_eq!(uuid.len(), 36);
    assert_eq!(&uuid[14..15], "8", "RFC 9562's version 8");
    let mail = app.mail(&email, 1);
    assert_eq!(mail.subject, "Acme Energy: activate your account");
    assert!(mail.text.contains("Hello John,"));
    let seen = app.acme().see(&uuid).expect(200).json();
    assert_eq!(seen["status"], "provisioned");
    assert_eq!(seen["customer_info"]["first_name"], "John");
    assert_eq!(seen["profile_fields"], json!({"resourceAccessB2b": "true"}));
    assert_eq!(seen["installations"], json!([]));
    assert!(seen.get("external_account_id").is_none());
    assert!(!seen.to_string().contains("activate?"), "a link is in no answer");
}

#[test]
fn the_back_office_may_sign_the_call_and_neither_key_nor_nonce_makes_two() {
    let app = TestApp::start();
    let body = invitation(&invitee());
    let call = app.post(PATH).json(&body).signed(&app.acme());
    let uuid = call.send().expect(201).member("uuid");
    call.send().refused(401, "signature_replayed");

    let body = invitation(&invitee());
    let keyed = |body| app.pre_register(body).header("idempotency-key", "once");
    let first = keyed(&body).send().expect(201).member("uuid");
    assert_ne!(first, uuid);
    assert_eq!(keyed(&body).send().expect(201).member("uuid"), first);
    keyed(&invitation(&invitee()))
        .send()
        .refused(422, "idempotency_key_reused");
}

#[test]
fn an_address_that_somebody_has_is_refused_and_nothing_changes() {
    let app = TestApp::start();
    let email = invitee();
    let (uuid, _) = app.invited(&email);
    // What becomes of the mail has been noted: nothing else changes by itself.
    app.wait_until("the mail is delivered", || {
        app.acme().see(&uuid).text.contains("delivered_at")
    });
    let before = app.acme().see(&uuid).expect(200).text;
    let mut again = invitation(&email.to_uppercase());
    again["profile_fields"]["firstName"] = "Mallory".into();
    let answer = app.pre_register(&again).send().expect(422);
    let problem = answer.json();
    assert_eq!(problem["code"], "invalid_form_fields");
    assert_eq!(problem["error"], "invalid_form_fields");
    assert_eq!(problem["error_description"], "some inputs are invalid");
    assert_eq!(
        problem["error_details"],
        json!({"emailAddress": ["somebody has this address"]})
    );
    app.settle();
    assert_eq!(app.mails(&email).len(), 1);
    assert_eq!(app.acme().see(&uuid).expect(200).text, before);
}

#[test]
fn an_open_invitation_is_sent_again_after_its_cooldown_and_as_it_was() {
    let app = TestApp::start();
    let email = invitee();
    let (uuid, _) = app.invited(&email);
    let mut again = invitation(&email);
    again["resend"] = true.into();
    again["profile_fields"] = json!({"emailAddress": email, "firstName": "Mallory"});
    let early = app.pre_register(&again).send().refused(429, "too_many_requests");
    assert!((1..=60).contains(&early.retry_after()));
    app.advance(early.retry_after());
    assert_eq!(app.pre_register(&again).send().expect(201).member("uuid"), uuid);
    app.token_in_mail(&email, 2);
    let seen = app.acme().see(&uuid).expect(200).json();
    assert_eq!(seen["customer_info"]["first_name"], "John");

    // Also when its link has long expired, and when the person stopped half way.
    app.advance(3 * 86_400);
    assert_eq!(app.pre_register(&again).send().expect(201).member("uuid"), uuid);
    let browser = app.press(&app.token_in_mail(&email, 3));
    app.advance(3 * 86_400);
    assert_eq!(app.pre_register(&again).send().expect(201).member("uuid"), uuid);
    drop(browser);
    app.press(&app.token_in_mail(&email, 4)).finish();
    app.advance(86_400);
    app.pre_register(&again).send().refused(422, "invalid_form_fields");
}

#[test]
fn sending_again_is_done_once_per_key_and_nonce() {
    let app = TestApp::start();
    let email = invitee();
    let (uuid, _) = app.invited(&email);
    app.advance(60);
    let mut again = invitation(&email);
    again["resend"] = true.into();
    let keyed = || app.pre_register(&again).header("idempotency-key", "again");
    for _ in 0..2 {
        assert_eq!(keyed().send().expect(201).member("uuid"), uuid);
    }
    app.mail(&email, 2);
    app.advance(60);
    let signed = app.post(PATH).json(&again).signed(&app.acme());
    assert_eq!(signed.send().expect(201).member("uuid"), uuid);
    app.advance(60);
    signed.send().refused(401, "signature_replayed");
    app.settle();
    assert_eq!(app.mails(&email).len(), 3);
}

#[test]
fn forty_calls_at_once_invite_one_person() {
    let app = TestApp::start();
    let email = invitee();
    let body = invitation(&email);
    let statuses = at_once(40, |_| app.pre_register(&body).send().status);
    assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1);
    assert_eq!(statuses.iter().filter(|status| **status == 422).count(), 39);
    app.mail(&email, 1);
}

#[test]
fn only_who_is_known_may_invite() {
    let app = TestApp::start();
    let body = invitation(&invitee());
    let call = || -> Call<'_> { app.post(PATH).json(&body) };
    let unknown = call().send().refused(401, "unauthenticated");
    assert!(unknown.header("www-authenticate").starts_with("Basic "));
    assert_eq!(unknown.json()["error"], "http_exception");
    for wrong in [
        "Basic YWNtZS1wb3J0YWw6d3Jvbmc=",
        "Basic bm9ib2R5Ondyb25n",
        "Basic ???",
        // A public app shows nothing.
        "Basic YWNtZS1hcHA6",
    ] {
        call()
            .header("authorization", wrong)
            .send()
            .refused(401, "unauthenticated");
    }
    // A token is for /v1, and Basic is not.
    call()
        .bearer(&app.acme().token())
        .send()
        .refused(401, "unauthenticated");
    app.get("/v1/account/x")
        .header("authorization", PORTAL)
        .send()
        .refused(401, "unauthenticated");
}
