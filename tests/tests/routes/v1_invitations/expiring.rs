//! How long an invitation works.

use serde_json::json;
use usher_local::MailFault;

use super::{inviting, path};
use crate::support::{TestApp, invitee};

const HOUR: i64 = 3_600;
const MONTH: i64 = 30 * 24 * HOUR;

/// Invites somebody for so many seconds; what they find in the mail.
#[track_caller]
fn invited_for(app: &TestApp, seconds: i64) -> (String, String, String) {
    let email = invitee();
    let more = json!({ "expires_in_seconds": seconds });
    let uuid = inviting(app, &email, &more).send().expect(201).member("uuid");
    let token = app.token_in_mail(&email, 1);
    (email, uuid, token)
}

/// Types the code of the `count`th mail.
#[track_caller]
fn type_code(app: &TestApp, email: &str, count: usize) -> u16 {
    let code = app.mail(email, count).code.expect("a code");
    type_this(app, email, &code)
}

fn type_this(app: &TestApp, email: &str, code: &str) -> u16 {
    let form = [("email", email), ("code", code)];
    app.post("/activate?labelpartner=acme").form(&form).send().status
}

#[test]
fn link_and_code_work_for_as_long_as_the_invitation_says_and_the_mail_tells() {
    let app = TestApp::start();
    for seconds in [HOUR, 3 * 24 * HOUR, MONTH] {
        let started = app.now();
        let (email, uuid, token) = invited_for(&app, seconds);
        let (other, _, late) = invited_for(&app, seconds);
        let seen = app.acme().call("GET", &path(&uuid)).send().expect(200).json();
        let until: jiff::Timestamp = seen["expires_at"].as_str().expect("a time").parse().expect("a time");
        let text = app.mail(&email, 1).text;
        let moment = until.strftime("%H:%M UTC").to_string();
        assert!(text.contains(&moment), "{moment} is not in {text}");

        app.advance(seconds - app.now().duration_since(started).as_secs() - 20);
        app.get(&format!("/activate?token={token}")).send().expect(200);
        assert_eq!(type_code(&app, &email, 1), 303, "a code of {seconds} s");
        app.advance(40);
        let expired = app.get(&format!("/activate?token={late}")).send().expect(410);
        assert!(expired.text.contains("This link has expired"));
        assert_eq!(
            type_code(&app, &other, 1),
            403,
            "a code of {seconds} s that has expired"
        );
        assert_eq!(app.acme().call("GET", &path(&uuid)).send().json()["status"], "expired");
    }
}

#[test]
fn a_new_link_works_as_long_as_the_first_one_whoever_asks_for_it() {
    let app = TestApp::start();
    let (email, uuid, token) = invited_for(&app, HOUR);
    app.advance(HOUR);
    let form = [("token", token.as_str()), ("new_link", "yes")];
    app.post("/activate").form(&form).send().expect(200);
    app.token_in_mail(&email, 2);
    let life = || {
        let seen = app.acme().call("GET", &path(&uuid)).send().expect(200).json();
        let time = |text: &serde_json::Value| {
            text.as_str()
                .expect("a time")
                .parse::<jiff::Timestamp>()
                .expect("a time")
        };
        let asked = time(&seen["deliveries"].as_array().expect("mails").last().expect("a mail")["queued_at"]);
        time(&seen["expires_at"]).duration_since(asked).as_secs()
    };
    assert_eq!(life(), HOUR);
    // With the person's names, as on the other journey.
    app.advance(HOUR);
    let asks = json!({
        "first_name": "John", "last_name": "Smith", "email_address": email, "labelpartner": "acme", "imported": "true",
    });
    app.post("/v2/registration/provision").json(&asks).send().expect(200);
    app.token_in_mail(&email, 3);
    assert_eq!(life(), HOUR);
    assert_eq!(type_code(&app, &email, 3), 303);
}

#[test]
fn a_code_does_not_outlive_its_mail_while_a_newer_one_waits() {
    let app = TestApp::start();
    let (email, _, token) = invited_for(&app, HOUR);
    let code = app.mail(&email, 1).code.expect("a code");
    app.advance(HOUR - 30);
    app.mail_faults().fail_next(1_000, MailFault::Throttled);
    let form = [("token", token.as_str()), ("new_link", "yes")];
    app.post("/activate").form(&form).send().expect(200);
    app.advance(60);
    assert_eq!(type_this(&app, &email, &code), 403);
}

#[test]
fn a_life_that_is_too_short_or_too_long_is_refused() {
    let app = TestApp::start();
    for seconds in [json!(3_599), json!(MONTH + 1), json!(0), json!(-1)] {
        let more = json!({ "expires_in_seconds": seconds });
        let answer = inviting(&app, &invitee(), &more).send();
        answer.flawed(422, "invalid_parameters", "/expires_in_seconds", "parameter_invalid");
    }
    for seconds in [json!("3600"), json!(3_600.5), json!(1e300)] {
        let more = json!({ "expires_in_seconds": seconds });
        let answer = inviting(&app, &invitee(), &more).send();
        answer.flawed(400, "invalid_body", "/expires_in_seconds", "wrong_type");
    }
}

#[test]
fn a_life_may_be_left_out_and_be_written_with_a_point() {
    let app = TestApp::start();
    for seconds in [json!(null), json!(3_600.0)] {
        let more = json!({ "expires_in_seconds": seconds });
        inviting(&app, &invitee(), &more).send().expect(201);
    }
}
