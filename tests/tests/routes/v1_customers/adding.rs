//! `POST /v1/customers/{id}/users`: one more person.

use serde_json::json;

use super::{add, added, ids, of_two, seen};
use crate::routes::account::change_address;
use crate::support::{OTHER_PASSWORD, PASSWORD, Person, TestApp, at_once};

#[test]
fn a_second_person_is_mailed_registers_and_sees_the_same_customer() {
    let app = TestApp::start();
    let (first, second) = (Person::new(), Person::new());
    let account = app.provision(&first);
    let mailed = app.mailed(&first, 1);
    let told = || {
        let mut told = app.acme().see(&account.id).expect(200).json();
        // The notices of the mail come when they come.
        told["invitation"].take();
        told
    };
    let before = told();
    let answer = add(&app, &account.id, &second).expect(201);
    let user_id = answer.member("user_id");
    assert_eq!(
        answer.json(),
        json!({ "customer_id": account.id, "user_id": user_id, "status": "provisioned", "next_actions": ["verify_address"] })
    );
    assert_eq!(answer.header("location"), format!("{}/v1/account/{user_id}", app.url()));

    let ticket = app
        .verify(&app.mailed(&second, 1).token)
        .expect(200)
        .member("activation_ticket");
    app.set_password(&second, OTHER_PASSWORD, &ticket).expect(200);
    let seen_now = app.acme().see(&user_id).expect(200).json();
    assert_eq!(
        (&seen_now["status"], &seen_now["customer_role"]),
        (&json!("registered"), &json!("member"))
    );
    assert_eq!(
        (&seen_now["account_id"], &seen_now["installations"]),
        (&json!(account.id), &before["installations"])
    );
    // Nothing has changed for the first one, and the customer is the same.
    assert_eq!(told(), before);
    let customer = seen(&app.acme(), &account.id, "");
    assert_eq!(
        (&customer["user_count"], &customer["owner_user_id"]),
        (&json!(2), &json!(account.user_id))
    );
    assert_eq!(
        customer["locations"][0]["location_id"],
        before["installations"][0]["installation_id"]
    );
    let mut expected = vec![account.user_id.clone(), user_id];
    expected.sort();
    assert_eq!(ids(&app, &account.id), expected);

    // The first one's link is still good, wherever their customer is kept.
    let ticket = app.verify(&mailed.token).expect(200).member("activation_ticket");
    app.set_password(&first, PASSWORD, &ticket).expect(200);
}

#[test]
fn what_is_taken_or_wrong_adds_nobody() {
    let app = TestApp::start();
    let person = Person::new();
    let account = app.provision(&person);
    let known = app.people_and_ways_in();
    add(&app, &account.id, &person).refused(409, "email_exists");
    let mut body = added(&Person::new());
    body["external_account_id"] = person.external_id.clone().into();
    let path = format!("/v1/customers/{}/users", account.id);
    let send = |body: &serde_json::Value| app.post(&path).json(body).signed(&app.acme()).send();
    send(&body).flawed(409, "external_id_exists", "/external_account_id", "external_id_exists");
    let wrong = json!({ "first_name": " ", "last_name": "Doe", "email_address": "nobody", "locale": "e" });
    let flaws = send(&wrong).refused(422, "validation_failed").flaws();
    let pointers: Vec<_> = flaws.iter().map(|(pointer, _)| pointer.as_str()).collect();
    assert_eq!(pointers, ["/first_name", "/email_address", "/locale"]);
    send(&json!({ "first_name": "Jane" })).refused(400, "invalid_body");
    body["role"] = "owner".into();
    send(&body).refused(400, "invalid_body");
    assert_eq!(app.people_and_ways_in(), known);
    assert_eq!(seen(&app.acme(), &account.id, "")["user_count"], 1);
}

#[test]
fn the_same_call_again_adds_nobody_twice_and_another_customer_is_another_call() {
    let app = TestApp::start();
    let (account, other) = (app.provision(&Person::new()), app.provision(&Person::new()));
    let body = added(&Person::new());
    let send = |id: &str| {
        let call = app
            .post(&format!("/v1/customers/{id}/users"))
            .header("idempotency-key", "one");
        call.json(&body).signed(&app.acme()).send()
    };
    let first = send(&account.id).expect(201);
    assert_eq!(send(&account.id).expect(201).text, first.text);
    send(&other.id).refused(422, "idempotency_key_reused");
    assert_eq!(seen(&app.acme(), &account.id, "")["user_count"], 2);
    assert_eq!(seen(&app.acme(), &other.id, "")["user_count"], 1);
    let call = app
        .post(&format!("/v1/customers/{}/users", account.id))
        .json(&added(&Person::new()));
    let call = call.signed(&app.acme());
    call.send().expect(201);
    call.send().refused(401, "signature_replayed");
    assert_eq!(seen(&app.acme(), &account.id, "")["user_count"], 3);
}

#[test]
fn ten_people_who_are_added_at_once_all_belong_to_it() {
    let app = TestApp::start();
    let account = app.provision(&Person::new());
    let people: Vec<_> = (0..10).map(|_| Person::new()).collect();
    let statuses = at_once(people.len(), |index| {
        // Who lost the race several times over is told to call again.
        (0..20)
            .map(|_| add(&app, &account.id, &people[index]).status)
            .find(|status| *status == 201)
    });
    assert_eq!(statuses, [Some(201); 10]);
    assert_eq!(seen(&app.acme(), &account.id, "")["user_count"], 11);
    assert_eq!(ids(&app, &account.id).len(), 11);
}

#[test]
fn the_person_of_a_customer_may_change_their_address_and_stays() {
    let app = TestApp::start();
    let (account, second) = of_two(&app);
    let third = Person::new();
    add(&app, &account.id, &third).expect(201);
    let all = ids(&app, &account.id);
    let ticket = app
        .verify(&app.mailed(&third, 1).token)
        .expect(200)
        .member("activation_ticket");
    app.set_password(&third, PASSWORD, &ticket).expect(200);
    let moved = format!("moved-{}", third.email);
    change_address(&app, &third, &moved);
    assert_eq!(ids(&app, &account.id), all);
    assert!(all.contains(&second));
    let users = seen(&app.acme(), &account.id, "/users");
    let mut addresses = users["users"].as_array().expect("a list").iter();
    assert!(addresses.any(|user| user["customer_info"]["email_address"] == moved.as_str()));
}
