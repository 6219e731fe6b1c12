//! Withdrawing an invitation.

use serde_json::json;
use usher_local::MailFault;

use super::{Guest, inviting};
use crate::support::{PASSWORD, TestApp, at_once};

const WITHDRAWN: &str = "This invitation was withdrawn";

#[test]
fn a_withdrawn_invitations_link_and_code_are_dead_and_the_page_reveals_nothing() {
    let app = TestApp::start();
    let guest = Guest::of(&app);
    let code = app.mail(&guest.email, 1).code.expect("a code");
    guest.wait_for(&app, "delivered");
    let first = guest.revoke(&app).expect(200).json();
    assert_eq!(
        (&first["status"], &first["next_actions"]),
        (&json!("revoked"), &json!([]))
    );
    app.advance(5);
    assert_eq!(guest.revoke(&app).expect(200).json(), first, "twice is once");
    let with_null = app
        .post(&format!("{}/revoke", guest.path))
        .json(&json!(null))
        .signed(&app.acme());
    assert_eq!(with_null.send().expect(200).json(), first, "no body, written out");

    let token = guest.token.as_str();
    let page = format!("/activate?token={token}");
    let pages = [
        app.get(&page).send().expect(409),
        app.post("/activate")
            .form(&[("token", token), ("confirm", "yes")])
            .send()
            .expect(409),
        app.post("/activate")
            .form(&[("token", token), ("new_link", "yes")])
            .send()
            .expect(409),
    ];
    for page in pages {
        assert!(
            page.text.contains(WITHDRAWN) && page.text.contains("Acme Energy"),
            "{}",
            page.text
        );
        let (name, _) = guest.email.split_once('@').expect("an address");
        assert!(!page.text.contains(name) && !page.text.contains("•••"), "{}", page.text);
        assert!(!page.text.contains("new_link") && page.header("set-cookie").is_empty());
    }
    let typed = [("email", guest.email.as_str()), ("code", code.as_str())];
    let by_code = app.post("/activate?labelpartner=acme").form(&typed).send().expect(403);
    assert!(!by_code.text.contains(WITHDRAWN), "a code is refused in one way only");
    assert_eq!(app.acme().see(&guest.uuid).expect(200).json()["status"], "provisioned");
    app.settle();
    assert_eq!(app.mails(&guest.email).len(), 1);
}

#[test]
fn a_half_filled_form_and_its_ticket_are_dead_at_once() {
    let app = TestApp::start();
    let guest = Guest::of(&app);
    let browser = app.press(&guest.token);
    browser.look().expect(200);
    guest.revoke(&app).expect(200);
    assert!(browser.look().expect(409).text.contains(WITHDRAWN));
    let fields = [
        ("profile.firstName", "John"),
        ("profile.lastName", "Smith"),
        ("agreement.terms", "1"),
        ("password", PASSWORD),
    ];
    assert!(browser.fill_in(&fields).expect(409).text.contains(WITHDRAWN));
    assert_eq!(guest.seen(&app)["status"], "revoked");
    assert_eq!(app.acme().see(&guest.uuid).expect(200).json()["status"], "verified");
}

#[test]
fn withdrawn_is_final_until_the_account_is_erased() {
    let app = TestApp::start();
    let guest = Guest::of(&app);
    guest.revoke(&app).expect(200);
    app.advance(60);
    guest.resend(&app).refused(409, "invitation_revoked");
    super::delivering(&app, &guest.path).refused(409, "invitation_revoked");
    let again = json!({ "resend": true });
    let again = inviting(&app, &guest.email, &again)
        .send()
        .refused(422, "invalid_form_fields");
    assert_eq!(again.flaws()[0].1, "email_exists");
    app.settle();
    assert_eq!(app.mails(&guest.email).len(), 1);

    app.acme()
        .call("DELETE", &format!("/v1/account/{}", guest.uuid))
        .send()
        .expect(204);
    app.acme()
        .call("GET", &guest.path)
        .send()
        .refused(404, "invitation_not_found");
    inviting(&app, &guest.email, &json!({})).send().expect(201);
    app.press(&app.token_in_mail(&guest.email, 2)).finish();
}

#[test]
fn what_is_completed_is_not_withdrawn() {
    let app = TestApp::start();
    let guest = Guest::of(&app);
    app.press(&guest.token).finish();
    guest.revoke(&app).refused(409, "invitation_completed");
    assert_eq!(guest.seen(&app)["status"], "completed");
}

#[test]
fn a_mail_that_still_waits_is_not_sent_once_the_invitation_is_withdrawn() {
    let app = TestApp::start();
    app.mail_faults().fail_next(1_000, MailFault::Throttled);
    let email = crate::support::invitee();
    let uuid = inviting(&app, &email, &json!({})).send().expect(201).member("uuid");
    let path = super::path(&uuid);
    app.acme().call("POST", &format!("{path}/revoke")).send().expect(200);
    // What was being sent in that moment fails to the end; the record that comes again sends nothing.
    let mut tried = 0;
    while tried != app.mail_faults().pending() {
        tried = app.mail_faults().pending();
        std::thread::sleep(std::time::Duration::from_secs(2));
    }
    app.mail_faults().clear();
    app.settle();
    assert_eq!(app.mails(&email).len(), 0);
}

#[test]
fn of_withdrawing_and_finishing_at_once_one_happens() {
    let app = TestApp::start();
    for _ in 0..3 {
        let guest = Guest::of(&app);
        let browser = app.press(&guest.token);
        let fields = [
            ("profile.firstName", "John"),
            ("profile.lastName", "Smith"),
            ("agreement.terms", "1"),
            ("password", PASSWORD),
        ];
        let statuses = at_once(2, |index| match index {
            0 => guest.revoke(&app).status,
            _ => browser.fill_in(&fields).status,
        });
        let status = guest.seen(&app)["status"].clone();
        let expected = match status.as_str() {
            Some("revoked") => [200, 409],
            _ => [409, 303],
        };
        assert_eq!(statuses, expected, "{status}");
    }
}
