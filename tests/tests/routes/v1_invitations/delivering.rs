//! Links that a client delivers itself.

use serde_json::{Value, json};

use super::{delivering, inviting, path};
use crate::support::{Answer, TestApp, invitee};

fn token(answer: &Answer) -> String {
    let link = answer.member("link");
    link.split_once("/activate?token=").expect("a token").1.to_owned()
}

/// Somebody whose link the back office delivers.
#[track_caller]
fn handed(app: &TestApp) -> (String, Answer) {
    let email = invitee();
    let answer = inviting(app, &email, &json!({ "deliver_self": true }))
        .send()
        .expect(201);
    (email, answer)
}

fn verified_by(app: &TestApp, answer: &Answer) -> Value {
    let uuid = answer.member("uuid");
    app.acme().see(&uuid).expect(200).json()["verified_by"].clone()
}

#[test]
fn a_client_that_may_gets_link_and_code_and_nothing_is_mailed() {
    let app = TestApp::start();
    let (email, answer) = handed(&app);
    assert!(
        answer
            .member("link")
            .starts_with(&format!("{}/activate?token=acme.", app.url()))
    );
    assert_eq!(answer.member("code").len(), 6);
    app.settle();
    assert_eq!(app.mails(&email).len(), 0);
    let seen = app
        .acme()
        .call("GET", &path(&answer.member("uuid")))
        .send()
        .expect(200)
        .json();
    assert_eq!((&seen["status"], &seen["deliveries"]), (&json!("sent"), &json!([])));
    assert_eq!(seen["expires_at"], answer.json()["expires_at"]);
    assert!(seen["handed_over_at"].is_string());
    assert_eq!((seen.get("link"), seen.get("code")), (None, None), "told once");
    app.press(&token(&answer)).finish();
    assert_eq!(verified_by(&app, &answer), "tenant");
}

#[test]
fn nobody_else_gets_them() {
    let app = TestApp::start();
    let mut body = crate::support::invitation(&invitee());
    body["deliver_self"] = true.into();
    let portal = app.pre_register(&body).send();
    let problem = portal.refused(403, "deliver_self_not_allowed").json();
    assert_eq!(problem["error"], "http_exception");
    let guest = super::Guest::of(&app);
    let call = app
        .post(&format!("{}/resend", guest.path))
        .json(&json!({ "deliver_self": true }));
    // Another tenant's is asked first whether it may at all.
    call.signed(&app.netgrid())
        .send()
        .refused(403, "deliver_self_not_allowed");
}

#[test]
fn the_same_request_is_answered_with_the_same_link() {
    let app = TestApp::start();
    let email = invitee();
    let mut body = crate::support::invitation(&email);
    body["deliver_self"] = true.into();
    let keyed = |path: &str, body: &Value, key: &str| {
        let call = app.post(path).json(body).header("idempotency-key", key);
        call.signed(&app.acme()).send()
    };
    let first = keyed(super::PRE_REGISTER, &body, "one").expect(201);
    app.advance(60);
    let resend = format!("{}/resend", path(&first.member("uuid")));
    let only = json!({ "deliver_self": true });
    let second = keyed(&resend, &only, "two").expect(200);
    assert_ne!(second.member("link"), first.member("link"));
    app.advance(60);
    body["resend"] = true.into();
    let third = keyed(super::PRE_REGISTER, &body, "three").expect(201);
    app.press(&token(&third)).finish();
    app.advance(60);
    // Whatever has happened since.
    let again = keyed(super::PRE_REGISTER, &body, "three").expect(201);
    assert_eq!(again.json(), third.json());
    let again = keyed(&resend, &only, "two").expect(200);
    assert_eq!(again.member("link"), second.member("link"));
    assert_eq!(again.member("code"), second.member("code"));
    body.as_object_mut().expect("an object").remove("resend");
    assert_eq!(
        keyed(super::PRE_REGISTER, &body, "one").expect(201).json(),
        first.json()
    );
}

#[test]
fn what_the_tenant_delivered_proves_no_more_than_the_tenants_word() {
    let app = TestApp::start();
    let by_code = |email: &str, code: &str| {
        let form = [("email", email), ("code", code)];
        app.post("/activate?labelpartner=acme").form(&form).send().expect(303)
    };
    let (email, answer) = handed(&app);
    by_code(&email, &answer.member("code"));
    assert_eq!(verified_by(&app, &answer), "tenant");

    // A mail that follows proves more by its link; its code could be the letter's.
    let (email, answer) = handed(&app);
    app.advance(60);
    let resend = format!("{}/resend", path(&answer.member("uuid")));
    app.acme().call("POST", &resend).send().expect(202);
    let code = app.mail(&email, 1).code.expect("a code");
    let mailed = app.token_in_mail(&email, 1);
    by_code(&email, &code);
    assert_eq!(verified_by(&app, &answer), "tenant");
    app.advance(60);
    app.acme().call("POST", &resend).send().expect(202);
    app.press(&app.token_in_mail(&email, 2));
    assert_eq!(verified_by(&app, &answer), "mail");
    assert!(!mailed.is_empty());
}

#[test]
fn a_letter_takes_nothing_from_an_address_that_a_mail_has_proven() {
    let app = TestApp::start();
    let guest = super::Guest::of(&app);
    app.press(&guest.token);
    app.advance(60);
    let answer = delivering(&app, &guest.path).expect(200);
    app.press(&token(&answer));
    assert_eq!(verified_by(&app, &answer), "mail");
}
