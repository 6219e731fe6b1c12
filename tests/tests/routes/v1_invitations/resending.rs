//! Sending an invitation again.

use serde_json::json;

use super::{Guest, inviting};
use crate::support::TestApp;

#[test]
fn an_open_invitation_is_sent_again_with_a_new_period_of_the_same_length() {
    let app = TestApp::start();
    let guest = Guest::of(&app);
    let early = guest.resend(&app).refused(429, "too_many_requests");
    assert!((1..=60).contains(&early.retry_after()));
    app.advance(early.retry_after());
    let sent = guest.resend(&app).expect(202).json();
    assert_eq!(sent["status"], "queued");
    let token = app.token_in_mail(&guest.email, 2);
    assert_ne!(token, guest.token);

    // Also when it has expired, and when the person stopped half way.
    app.advance(3 * 86_400);
    assert_eq!(guest.seen(&app)["status"], "expired");
    assert_eq!(guest.seen(&app)["next_actions"], json!(["resend"]));
    guest.resend(&app).expect(202);
    app.press(&app.token_in_mail(&guest.email, 3));
    app.advance(86_400);
    guest.resend(&app).expect(202);
    app.press(&app.token_in_mail(&guest.email, 4)).finish();
    app.advance(86_400);
    guest.resend(&app).refused(409, "invitation_completed");
}

#[test]
fn sending_again_is_done_once_per_key() {
    let app = TestApp::start();
    let guest = Guest::of(&app);
    app.advance(60);
    let path = format!("{}/resend", guest.path);
    let keyed = |body: &str| {
        let call = app.post(&path).header("idempotency-key", "once");
        call.body("application/json", body).signed(&app.acme()).send()
    };
    keyed("{}").expect(202);
    keyed("{}").expect(202);
    keyed(r#"{"deliver_self": false}"#).refused(422, "idempotency_key_reused");
    app.mail(&guest.email, 2);
    app.settle();
    app.mail(&guest.email, 2);
}

#[test]
fn no_mail_is_promised_to_who_gets_none_any_more() {
    let app = TestApp::start();
    let email = "bounce+guest@simulator.amazonses.com";
    let uuid = inviting(&app, email, &json!({})).send().expect(201).member("uuid");
    let guest = Guest {
        email: email.to_owned(),
        path: super::path(&uuid),
        uuid,
        token: String::new(),
    };
    guest.wait_for(&app, "bounced");
    assert_eq!(guest.seen(&app)["next_actions"], json!(["correct_address"]));
    app.advance(60);
    guest.resend(&app).refused(409, "mail_stopped");
    inviting(&app, email, &json!({ "resend": true }))
        .send()
        .refused(409, "mail_stopped");
    // What the client delivers itself is no mail.
    super::delivering(&app, &guest.path).expect(200);
}

#[test]
fn a_body_that_is_no_request_is_refused() {
    let app = TestApp::start();
    let guest = Guest::of(&app);
    let send = |body: &str| {
        let call = app
            .post(&format!("{}/resend", guest.path))
            .body("application/json", body);
        call.signed(&app.acme()).send()
    };
    send("{").refused(400, "malformed_json");
    send(r#"{"deliver_self": 1}"#).flawed(400, "invalid_body", "/deliver_self", "wrong_type");
    send(r#"{"email": "x"}"#).flawed(400, "invalid_body", "/email", "unknown_member");
    let revoke = app
        .post(&format!("{}/revoke", guest.path))
        .json(&json!({ "reason": "left" }));
    revoke.signed(&app.acme()).send().refused(400, "invalid_body");
}
