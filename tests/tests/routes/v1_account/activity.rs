//! `POST /v1/account/{id}/activity`: the first data makes a registered person active.

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::support::{Answer, Call, Person, TestApp};

fn telling<'a>(app: &'a TestApp, id: &str, body: &Value) -> Call<'a> {
    app.post(&format!("/v1/account/{id}/activity"))
        .json(body)
        .signed(&app.acme())
}

/// A registered person's account id.
fn registered(app: &TestApp) -> String {
    let person = app.registered_person();
    let seen = app.acme().see(&format!("{}?id_type=external", person.external_id));
    seen.expect(200).member("account_id")
}

fn measured_at(answer: &Answer) -> String {
    answer.clone().expect(200).member("since")
}

#[test]
fn the_first_data_makes_a_registered_person_active_and_later_data_changes_nothing() {
    let app = TestApp::start();
    let id = registered(&app);
    let first = app.acme().tell_activity(&id);
    assert_eq!(first.member("status"), "active");
    app.advance(3_600);
    let second = app.acme().tell_activity(&id);
    assert_eq!(measured_at(&first), measured_at(&second));
}

#[test]
fn data_of_somebody_who_is_not_registered_is_refused() {
    let app = TestApp::start();
    for person in [Person::new(), Person::new().verified()] {
        let account = app.provision(&person);
        app.acme().tell_activity(&account.id).refused(409, "not_registered");
        assert_ne!(account.status(&app.acme()), "active");
    }
}

#[test]
fn telling_is_repeated_safely_under_a_key() {
    let app = TestApp::start();
    let id = registered(&app);
    let body = json!({ "kind": "measurement", "at": app.now().to_string() });
    let tell = |key: &str, body: &Value| {
        let call = app.post(&format!("/v1/account/{id}/activity"));
        call.header("idempotency-key", key)
            .json(body)
            .signed(&app.acme())
            .send()
    };
    let first = tell("a", &body).expect(200);
    assert_eq!(tell("a", &body).expect(200).text, first.text);
    let other = json!({ "kind": "measurement", "at": (app.now() - SignedDuration::from_secs(9)).to_string() });
    tell("a", &other).refused(422, "idempotency_key_reused");
}

#[test]
fn a_moment_that_has_not_come_or_is_none_is_refused() {
    let app = TestApp::start();
    let id = registered(&app);
    let future = (app.now() + SignedDuration::from_mins(6)).to_string();
    for (at, flaw) in [
        (future.as_str(), "time_in_future"),
        ("yesterday", "time_malformed"),
        ("", "time_malformed"),
        ("2026-13-01T00:00:00Z", "time_malformed"),
    ] {
        let answer = telling(&app, &id, &json!({ "kind": "measurement", "at": at })).send();
        answer.flawed(422, "validation_failed", "/at", flaw);
    }
    for body in [
        json!({ "kind": "visit", "at": future }),
        json!({ "kind": "measurement" }),
        json!({ "at": future }),
    ] {
        telling(&app, &id, &body).send().refused(400, "invalid_body");
    }
}

#[test]
fn a_persons_activity_begins_no_earlier_than_their_registration() {
    let app = TestApp::start();
    let id = registered(&app);
    let since = app.acme().see(&id).expect(200).member("since");
    let answer = telling(
        &app,
        &id,
        &json!({ "kind": "measurement", "at": "1970-01-01T00:00:00Z" }),
    )
    .send();
    assert_eq!(measured_at(&answer), since);
}

#[test]
fn a_person_stays_able_to_sign_in_when_active() {
    let app = TestApp::start();
    let person = app.registered_person();
    let seen = app.acme().see(&format!("{}?id_type=external", person.external_id));
    app.acme().tell_activity(&seen.member("account_id")).expect(200);
    app.app_of("acme")
        .sign_in(&person.email, crate::support::PASSWORD)
        .expect(200);
}
