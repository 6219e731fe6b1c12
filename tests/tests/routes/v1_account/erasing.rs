//! `DELETE /v1/account/{id}`: a person is gone, and their address and ids are free.

use crate::support::{Account, Call, PASSWORD, Person, TestApp};

fn erasure<'a>(app: &'a TestApp, id: &str) -> Call<'a> {
    app.acme().call("DELETE", &format!("/v1/account/{id}"))
}

fn keyed_erasure<'a>(app: &'a TestApp, id: &str, key: &str) -> Call<'a> {
    let call = app.call("DELETE", &format!("/v1/account/{id}"));
    call.header("idempotency-key", key).signed(&app.acme())
}

#[test]
fn an_erased_person_is_gone_and_their_address_and_ids_are_free() {
    let app = TestApp::start();
    let person = Person::new().subject();
    let account = app.provision(&person);
    let answer = erasure(&app, &account.id).send().expect(204);
    assert_eq!(answer.text, "");
    app.acme().see(&account.id).refused(404, "account_not_found");
    let external = format!("{}?id_type=external", person.external_id);
    app.acme().see(&external).refused(404, "account_not_found");
    erasure(&app, &account.id).send().refused(404, "account_not_found");
    assert_eq!(app.people_and_ways_in(), (0, 0));
    let again = app.provision(&person);
    assert_ne!(again.id, account.id);
    assert_eq!(app.people_and_ways_in(), (1, 3));
}

#[test]
fn nothing_of_an_erased_person_is_left_in_the_table() {
    let app = TestApp::start();
    let person = app.registered_person();
    let id = format!("{}?id_type=external", person.external_id);
    erasure(&app, &id).send().expect(204);
    for row in app.rows("") {
        let row = format!("{row:?}");
        for trace in [
            &person.email,
            &person.first_name,
            &person.last_name,
            &person.external_id,
        ] {
            assert!(!row.contains(trace.as_str()), "{row}");
        }
    }
}

#[test]
fn erasing_may_be_repeated_under_a_key() {
    let app = TestApp::start();
    let account = app.provision(&Person::new());
    keyed_erasure(&app, &account.id, "bye").send().expect(204);
    keyed_erasure(&app, &account.id, "bye").send().expect(204);
    keyed_erasure(&app, &account.id, "another")
        .send()
        .refused(404, "account_not_found");
    app.advance(86_410);
    keyed_erasure(&app, &account.id, "bye")
        .send()
        .refused(404, "account_not_found");
}

#[test]
fn repeating_an_erasure_does_not_touch_whoever_has_the_external_id_next() {
    let app = TestApp::start();
    let person = Person::new();
    app.provision(&person);
    let id = format!("{}?id_type=external", person.external_id);
    keyed_erasure(&app, &id, "bye").send().expect(204);
    let next = app.provision(&person);
    keyed_erasure(&app, &id, "bye").send().expect(204);
    app.acme().see(&next.id).expect(200);
}

#[test]
fn an_erased_persons_link_code_ticket_and_password_are_dead() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    let id = format!("{}?id_type=external", person.external_id);
    erasure(&app, &id).send().expect(204);
    app.verify(&mailed.token).refused(404, "link_unknown");
    app.verify_by_code(&person, &mailed.code).refused(403, "code_refused");
    app.get(&mailed.link()).send().expect(404);

    let (person, ticket) = app.proven_person();
    erasure(&app, &format!("{}?id_type=external", person.external_id))
        .send()
        .expect(204);
    app.set_password(&person, PASSWORD, &ticket)
        .refused(403, "registration_refused");

    let person = app.registered_person();
    erasure(&app, &format!("{}?id_type=external", person.external_id))
        .send()
        .expect(204);
    app.app_of("acme")
        .sign_in(&person.email, PASSWORD)
        .refused(400, "invalid_grant");
}

#[test]
fn the_link_of_an_erased_person_does_not_prove_the_address_of_their_successor() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    erasure(&app, &format!("{}?id_type=external", person.external_id))
        .send()
        .expect(204);
    let successor = app.provision(&person);
    app.verify(&mailed.token).refused(404, "link_unknown");
    assert_eq!(successor.status(&app.acme()), "provisioned");
}

#[test]
fn the_key_that_made_an_erased_person_does_not_make_them_again() {
    let app = TestApp::start();
    let person = Person::new();
    let made = |key: &str| {
        let call = app
            .post("/v1/account")
            .header("idempotency-key", key)
            .json(&person.body());
        call.signed(&app.acme()).send()
    };
    let first = made("order-1").expect(201);
    erasure(&app, &Account::told(&first).id).send().expect(204);
    // The first answer again, and no second effect.
    assert_eq!(made("order-1").expect(201).text, first.text);
    assert_eq!(app.people_and_ways_in(), (0, 0));
    made("order-2").expect(201);
    assert_eq!(app.people_and_ways_in(), (1, 2));
}
