//! What is told of an invitation, and to whom.

use serde_json::json;

use super::Guest;
use crate::support::{Person, TestApp, WELCOME};

#[test]
fn an_invitation_tells_how_far_it_has_come() {
    let app = TestApp::start();
    let guest = Guest::of(&app);
    guest.wait_for(&app, "delivered");
    let seen = guest.seen(&app);
    assert_eq!(seen["id"].as_str(), guest.path.strip_prefix("/v1/invitations/"));
    assert_eq!(seen["uuid"], guest.uuid.as_str());
    assert_eq!(
        seen["user_id"],
        app.acme().see(&guest.uuid).expect(200).json()["user_id"]
    );
    assert_eq!(
        (
            &seen["client_id"],
            &seen["channel"],
            &seen["email_address"],
            &seen["locale"],
            &seen["redirect_uri"]
        ),
        (
            &json!("acme-portal"),
            &json!("email"),
            &json!(guest.email),
            &json!("en-US"),
            &json!(WELCOME)
        )
    );
    let time = |name: &str| -> jiff::Timestamp { seen[name].as_str().expect(name).parse().expect("a time") };
    let life = time("expires_at").duration_since(time("created_at"));
    assert_eq!(life.as_secs(), 86_400);
    assert_eq!(seen["next_actions"], json!(["verify_address"]));
    assert_eq!(seen["deliveries"][0]["status"], "delivered");
    assert_eq!(
        (seen.get("opened_at"), seen.get("revoked_at"), seen.get("link")),
        (None, None, None)
    );

    let browser = app.press(&guest.token);
    assert_eq!(guest.seen(&app)["status"], "verified");
    browser.finish();
    let seen = guest.seen(&app);
    assert_eq!(
        (&seen["status"], &seen["next_actions"]),
        (&json!("completed"), &json!([]))
    );
    assert_eq!(seen.get("expires_at"), None);
}

#[test]
fn links_and_codes_are_in_no_answer() {
    let app = TestApp::start();
    let guest = Guest::of(&app);
    let code = app.mail(&guest.email, 1).code.expect("a code");
    app.advance(60);
    let answers = [
        app.acme().call("GET", &guest.path).send().expect(200).text,
        app.acme().see(&guest.uuid).expect(200).text,
        guest.resend(&app).expect(202).text,
        guest.revoke(&app).expect(200).text,
    ];
    for text in answers {
        let secret = [guest.token.as_str(), "activate?token", &format!("\"{code}\"")];
        assert!(!secret.iter().any(|secret| text.contains(secret)), "{text}");
    }
}

#[test]
fn it_counts_as_opened_when_a_button_is_pressed_and_not_when_a_scanner_fetches_the_link() {
    let app = TestApp::start();
    let guest = Guest::of(&app);
    let page = format!("/activate?token={}", guest.token);
    for method in ["HEAD", "GET", "GET", "GET"] {
        app.call(method, &page).send().expect(200);
    }
    app.post("/activate")
        .form(&[("token", &guest.token)])
        .send()
        .expect(400);
    assert_eq!(guest.seen(&app).get("opened_at"), None);

    app.advance(90_000);
    let asks = [("token", guest.token.as_str()), ("new_link", "yes")];
    app.post("/activate").form(&asks).send().expect(200);
    let opened = guest.seen(&app)["opened_at"].clone();
    assert!(opened.is_string());
    app.advance(60);
    app.press(&app.token_in_mail(&guest.email, 2));
    assert_eq!(guest.seen(&app)["opened_at"], opened, "the first time stays");
}

#[test]
fn whose_invitation_it_is_not_is_told_the_same_as_of_one_that_nobody_has() {
    let app = TestApp::start();
    let guest = Guest::of(&app);
    let provisioned = app.provision(&Person::new());
    let foreign = |path: &str| {
        app.netgrid()
            .call("GET", path)
            .send()
            .refused(404, "invitation_not_found")
    };
    let nobody = "/v1/invitations/inv_00000000000000000000000000";
    assert_eq!(foreign(&guest.path).anonymous(), foreign(nobody).anonymous());
    for action in ["resend", "revoke"] {
        let call = app.netgrid().call("POST", &format!("{}/{action}", guest.path));
        call.send().refused(404, "invitation_not_found");
    }
    guest.wait_for(&app, "delivered");

    let only_provisioned = provisioned.id.replace("cus_", "inv_");
    let wrong = [only_provisioned.as_str(), guest.uuid.as_str(), "inv_", "x"];
    for id in wrong {
        let call = app.acme().call("GET", &format!("/v1/invitations/{id}"));
        call.send().refused(404, "invitation_not_found");
    }
}

#[test]
fn who_calls_is_asked_and_a_signed_call_works_once() {
    let app = TestApp::start();
    let guest = Guest::of(&app);
    app.get(&guest.path).send().refused(401, "unauthenticated");
    app.get(&guest.path).bearer(&app.acme().token()).send().expect(200);
    let call = app.acme().call("GET", &guest.path);
    call.send().expect(200);
    call.send().refused(401, "signature_replayed");
    for action in ["resend", "revoke"] {
        let path = format!("{}/{action}", guest.path);
        app.post(&path).send().refused(401, "unauthenticated");
    }
}
