//! `POST /v1/account/{id}/installation` and `DELETE …/installation/{id}`: places come and go.

use serde_json::{Value, json};

use super::{of_two, seen};
use crate::support::{Answer, Person, TestApp, at_once};

fn add(app: &TestApp, account: &str, body: &Value) -> Answer {
    let call = app.post(&format!("/v1/account/{account}/installation")).json(body);
    call.signed(&app.acme()).send()
}

fn remove(app: &TestApp, account: &str, place: &str) -> Answer {
    let path = format!("/v1/account/{account}/installation/{place}");
    app.acme().call("DELETE", &path).send()
}

/// The ids of an account's places.
#[track_caller]
fn places(app: &TestApp, account: &str) -> Vec<String> {
    let seen = app.acme().see(account).expect(200).json();
    let places = seen["installations"].as_array().expect("a list").iter();
    places
        .map(|place| place["installation_id"].as_str().expect("an id").to_owned())
        .collect()
}

#[test]
fn a_place_is_added_and_taken_away_and_the_others_keep_their_ids() {
    let app = TestApp::start();
    let (two, second) = of_two(&app);
    let one = app.provision(&Person::new());
    // It makes no difference where the customer is kept, nor which of its people is named.
    for (account, also) in [(&one.id, &one.user_id), (&second, &two.user_id)] {
        let first = places(&app, account);
        let body = json!({ "external_installation_id": "home-2", "address_info": { "city": "Oslo" } });
        let answer = add(&app, account, &body).expect(201);
        let added = answer.member("installation_id");
        assert_eq!(
            answer.json(),
            json!({ "installation_id": added, "external_installation_id": "home-2", "address_info": { "city": "Oslo" } })
        );
        assert_eq!(
            answer.header("location"),
            format!("{}/v1/account/{account}/installation/{added}", app.url())
        );
        assert_eq!(places(&app, also), [first[0].clone(), added.clone()]);
        remove(&app, also, &first[0]).expect(204);
        assert_eq!(places(&app, account), std::slice::from_ref(&added));
        remove(&app, account, &first[0]).refused(404, "installation_not_found");
        remove(&app, account, &added).expect(204);
        assert_eq!(places(&app, account), Vec::<String>::new());
        let again = add(&app, account, &json!({})).expect(201).member("installation_id");
        assert!(again != added && again != first[0]);
    }
    let customer = seen(&app.acme(), &two.id, "");
    assert_eq!(customer["locations"].as_array().expect("a list").len(), 1);
}

#[test]
fn accounts_and_places_are_named_by_the_callers_ids_too() {
    let app = TestApp::start();
    let person = Person::new();
    let account = app.provision(&person);
    let path = format!("/v1/account/{}/installation", person.external_id);
    let call = app
        .post(&format!("{path}?id_type=external"))
        .json(&json!({ "external_installation_id": "home-2" }));
    call.signed(&app.acme()).send().expect(201);
    for (place, status) in [("home-1", 204), ("home-1", 404), ("home-2", 204)] {
        let call = app.acme().call("DELETE", &format!("{path}/{place}?id_type=external"));
        call.send().expect(status);
    }
    assert_eq!(places(&app, &account.id), Vec::<String>::new());
}

#[test]
fn what_is_wrong_taken_or_too_much_adds_nothing() {
    let app = TestApp::start();
    let account = app.provision(&Person::new());
    let id = "external_installation_id";
    let long = "x".repeat(129);
    add(&app, &account.id, &json!({ "external_installation_id": long })).flawed(
        422,
        "validation_failed",
        "/external_installation_id",
        "id_malformed",
    );
    add(&app, &account.id, &json!({ "address_info": { "a": [1] } })).flawed(
        422,
        "validation_failed",
        "/address_info",
        "address_info_malformed",
    );
    add(&app, &account.id, &json!({ "meters": [] })).refused(400, "invalid_body");
    add(&app, &account.id, &json!({ id: "home-1" })).flawed(
        409,
        "external_installation_id_exists",
        "/external_installation_id",
        "external_installation_id_exists",
    );
    add(&app, "cus_nobody", &json!({})).refused(404, "account_not_found");
    let call = app
        .post(&format!("/v1/account/{}/installation", account.id))
        .json(&json!({}));
    call.signed(&app.netgrid()).send().refused(404, "account_not_found");
    assert_eq!(places(&app, &account.id).len(), 1);
    for _ in 0..19 {
        add(&app, &account.id, &json!({})).expect(201);
    }
    add(&app, &account.id, &json!({})).refused(409, "too_many_installations");
    assert_eq!(places(&app, &account.id).len(), 20);
}

#[test]
fn the_same_call_again_adds_one_place_and_takes_one_away() {
    let app = TestApp::start();
    let account = app.provision(&Person::new());
    let path = format!("/v1/account/{}/installation", account.id);
    let send = |body: &Value| {
        let call = app.post(&path).header("idempotency-key", "one").json(body);
        call.signed(&app.acme()).send()
    };
    let first = send(&json!({})).expect(201);
    assert_eq!(send(&json!({})).expect(201).text, first.text);
    send(&json!({ "external_installation_id": "x" })).refused(422, "idempotency_key_reused");
    assert_eq!(places(&app, &account.id).len(), 2);
    let id = first.member("installation_id");
    let take = || {
        let call = app
            .call("DELETE", &format!("{path}/{id}"))
            .header("idempotency-key", "two");
        call.signed(&app.acme()).send()
    };
    take().expect(204);
    take().expect(204);
    // Taken away, it does not come back with the call that once added it.
    assert_eq!(send(&json!({})).expect(201).text, first.text);
    assert_eq!(places(&app, &account.id).len(), 1);
    // A day later the key is free again and makes another place.
    app.advance(86_401);
    let again = send(&json!({})).expect(201);
    assert_eq!(places(&app, &account.id)[1], again.member("installation_id"));
}

#[test]
fn places_that_are_added_at_once_are_all_there() {
    let app = TestApp::start();
    let account = app.provision(&Person::new());
    let statuses = at_once(8, |_| {
        // Who lost the race several times over is told to call again.
        (0..20)
            .map(|_| add(&app, &account.id, &json!({})).status)
            .find(|status| *status == 201)
    });
    assert_eq!(statuses, [Some(201); 8]);
    assert_eq!(places(&app, &account.id).len(), 9);
}
