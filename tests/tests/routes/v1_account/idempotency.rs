//! `Idempotency-Key` and replays: a call that comes twice has one effect.

use serde_json::json;

use crate::support::{Account, Call, Person, TestApp};

/// The call under a key, signed anew each time.
fn keyed<'a>(app: &'a TestApp, person: &Person, key: &str) -> Call<'a> {
    app.post("/v1/account")
        .header("idempotency-key", key)
        .json(&person.body())
        .signed(&app.acme())
}

#[test]
fn the_same_call_under_a_key_gives_the_first_answer_again() {
    let app = TestApp::start();
    let person = Person::new();
    let first = keyed(&app, &person, "order-1").send().expect(201);
    let again = keyed(&app, &person, "order-1").send().expect(201);
    assert_eq!(first.text, again.text);
    assert_eq!(first.header("location"), again.header("location"));
    app.settle();
    assert_eq!(app.mails(&person.email).len(), 1);
    assert_eq!(app.people_and_ways_in(), (2, 4));
}

#[test]
fn the_first_answer_is_given_even_when_the_person_has_moved_on() {
    let app = TestApp::start();
    let person = Person::new();
    let first = keyed(&app, &person, "order-1").send().expect(201);
    let token = app.mailed(&person, 1).token;
    app.verify(&token).expect(200);
    let again = keyed(&app, &person, "order-1").send().expect(201);
    assert_eq!(first.text, again.text);
    assert_eq!(Account::told(&first).status(&app.acme()), "verified");
}

#[test]
fn another_body_under_the_same_key_is_refused() {
    let app = TestApp::start();
    keyed(&app, &Person::new(), "order-1").send().expect(201);
    keyed(&app, &Person::new(), "order-1")
        .send()
        .refused(422, "idempotency_key_reused");
    assert_eq!(app.people_and_ways_in(), (1, 2));
}

#[test]
fn a_key_is_free_again_after_a_day() {
    let app = TestApp::start();
    keyed(&app, &Person::new(), "order-1").send().expect(201);
    app.advance(86_390);
    keyed(&app, &Person::new(), "order-1")
        .send()
        .refused(422, "idempotency_key_reused");
    app.advance(20);
    let person = Person::new();
    let first = keyed(&app, &person, "order-1").send().expect(201);
    assert_eq!(app.people_and_ways_in(), (2, 4));
    // And from then on it is this call's.
    let again = keyed(&app, &person, "order-1").send().expect(201);
    assert_eq!(first.text, again.text);
}

#[test]
fn a_repeated_call_after_a_day_is_told_that_the_address_is_taken() {
    let app = TestApp::start();
    let person = Person::new();
    keyed(&app, &person, "order-1").send().expect(201);
    app.advance(86_410);
    keyed(&app, &person, "order-1").send().refused(409, "email_exists");
    assert_eq!(app.people_and_ways_in(), (1, 2));
}

#[test]
fn a_key_is_the_clients_own() {
    let app = TestApp::start();
    keyed(&app, &Person::new(), "order-1").send().expect(201);
    let other = Person::new().of_netgrid();
    let call = app
        .post("/v1/account")
        .header("idempotency-key", "order-1")
        .json(&other.body());
    call.signed(&app.netgrid()).send().expect(201);
}

#[test]
fn a_key_works_with_a_token_too() {
    let app = TestApp::start();
    let (person, token) = (Person::new(), app.acme().token());
    let call = app
        .post("/v1/account")
        .header("idempotency-key", "order-1")
        .json(&person.body())
        .bearer(&token);
    let first = call.send().expect(201);
    assert_eq!(call.send().expect(201).text, first.text);
    app.settle();
    assert_eq!(app.mails(&person.email).len(), 1);
}

#[test]
fn a_key_that_is_no_key_is_refused() {
    let app = TestApp::start();
    for key in ["", "two words", "\"\"", &"x".repeat(256)] {
        keyed(&app, &Person::new(), key).send().refused(400, "invalid_header");
    }
    let twice = keyed(&app, &Person::new(), "a").header("idempotency-key", "b");
    twice.send().refused(400, "invalid_header");
    keyed(&app, &Person::new(), &"x".repeat(255)).send().expect(201);
    keyed(&app, &Person::new(), "\"as-a-structured-string\"")
        .send()
        .expect(201);
}

#[test]
fn a_refused_call_leaves_its_key_free() {
    let app = TestApp::start();
    let taken = Person::new();
    app.provision(&taken);
    let other = Person::new().email(&taken.email);
    keyed(&app, &other, "order-1").send().refused(409, "email_exists");
    keyed(&app, &Person::new(), "order-1").send().expect(201);
}

#[test]
fn the_very_same_signed_call_works_once() {
    let app = TestApp::start();
    let person = Person::new();
    let call = app.acme().provisioning(&person);
    let account = Account::told(&call.send().expect(201));
    call.send().refused(401, "signature_replayed");
    // Nor does it bring back somebody who was erased.
    let erasure = app.acme().call("DELETE", &format!("/v1/account/{}", account.id));
    erasure.send().expect(204);
    call.send().refused(401, "signature_replayed");
    erasure.send().refused(401, "signature_replayed");
    assert_eq!(app.people_and_ways_in(), (0, 0));
}

#[test]
fn the_very_same_signed_call_works_once_under_a_key_as_well() {
    let app = TestApp::start();
    let call = keyed(&app, &Person::new(), "order-1");
    call.send().expect(201);
    call.send().refused(401, "signature_replayed");
}

#[test]
fn every_other_signed_call_works_once() {
    let app = TestApp::start();
    let account = app.provision(&Person::new());
    let path = format!("/v1/account/{}", account.id);
    let seeing = app.acme().call("GET", &path);
    seeing.send().expect(200);
    seeing.send().refused(401, "signature_replayed");
    let body = json!({ "kind": "measurement", "at": app.now().to_string() });
    let activity = app.post(&format!("{path}/activity")).json(&body).signed(&app.acme());
    activity.send().refused(409, "not_registered");
    activity.send().refused(401, "signature_replayed");
}

#[test]
fn a_replay_is_refused_for_as_long_as_its_signature_is_good() {
    let app = TestApp::start();
    let acme = app.acme();
    let created = app.now() + jiff::SignedDuration::from_secs(295);
    let path = format!("/v1/account/{}", app.provision(&Person::new()).id);
    let ahead = app.get(&path).signed_as(acme.key(), acme.keyid(), created, "ahead");
    ahead.send().expect(200);
    app.advance(590);
    ahead.send().refused(401, "signature_replayed");
    app.advance(10);
    ahead.send().refused(401, "signature_refused");
}

#[test]
fn a_replay_is_one_whatever_key_is_put_on_it_or_taken_off() {
    let app = TestApp::start();
    let keys = [(None, Some("a")), (Some("a"), None), (Some("b"), Some("c"))];
    for (first, later) in keys {
        let person = Person::new();
        let signed = app.acme().provisioning(&person);
        let with = |key: Option<&str>| match key {
            Some(key) => signed
                .clone()
                .header("idempotency-key", &format!("{key}-{}", person.external_id)),
            None => signed.clone(),
        };
        let account = Account::told(&with(first).send().expect(201));
        let erasure = app.acme().call("DELETE", &format!("/v1/account/{}", account.id));
        erasure.send().expect(204);
        // The signature does not cover the key, so whoever saw the call can send it with another.
        with(later).send().refused(401, "signature_replayed");
    }
    assert_eq!(app.people_and_ways_in(), (0, 0));
}
