//! `/v1/customers`: customers of several people, their places, and who speaks for them.

mod adding;
mod leaving;
mod owner;
mod places;

use serde_json::{Value, json};

use crate::support::{Account, Answer, BackOffice, Person, TestApp};

/// What the back office sees of a customer: the customer itself, its people or its places.
#[track_caller]
fn seen(by: &BackOffice<'_>, id: &str, what: &str) -> Value {
    by.call("GET", &format!("/v1/customers/{id}{what}"))
        .send()
        .expect(200)
        .json()
}

/// One more person of a customer.
fn add(app: &TestApp, id: &str, person: &Person) -> Answer {
    let call = app.post(&format!("/v1/customers/{id}/users")).json(&added(person));
    call.signed(&app.acme()).send()
}

/// What is told of one more person.
fn added(person: &Person) -> Value {
    json!({ "first_name": person.first_name, "last_name": person.last_name, "email_address": person.email })
}

/// A customer with two people: it, the id of the first and of the second.
#[track_caller]
fn of_two(app: &TestApp) -> (Account, String) {
    let first = app.provision(&Person::new());
    let second = add(app, &first.id, &Person::new()).expect(201).member("user_id");
    (first, second)
}

/// The ids of a customer's people.
#[track_caller]
fn ids(app: &TestApp, id: &str) -> Vec<String> {
    let people = seen(&app.acme(), id, "/users");
    let people = people["users"].as_array().expect("a list").iter();
    people
        .map(|user| user["user_id"].as_str().expect("an id").to_owned())
        .collect()
}

#[test]
fn a_customer_of_one_person_is_seen_by_the_id_of_the_account() {
    let app = TestApp::start();
    let person = Person::new();
    let account = app.provision(&person);
    let customer = seen(&app.acme(), &account.id, "");
    let location = customer["locations"][0]["location_id"].clone();
    assert_eq!(
        customer,
        json!({
            "customer_id": account.id, "labelpartner": "acme", "customer_kind": "personal", "owner_user_id": account.user_id,
            "user_count": 1, "created_at": customer["created_at"],
            "locations": [{
                "location_id": location, "external_location_id": "home-1",
                "address_info": { "street": "Mill Lane", "house_number": 1, "city": "Cambridge" },
            }],
        })
    );
    assert_eq!(
        seen(&app.acme(), &account.id, "/locations")["locations"],
        customer["locations"]
    );
    let mut users = seen(&app.acme(), &account.id, "/users");
    let mut own = app.acme().see(&account.id).expect(200).json();
    // The notices of the mail come when they come.
    users["users"][0]["invitation"].take();
    own["invitation"].take();
    assert_eq!(users, json!({ "users": [own] }));
    assert_eq!(
        (&own["customer_role"], &own["installations"][0]["installation_id"]),
        (&json!("owner"), &location)
    );
}

#[test]
fn what_is_nobodys_or_anothers_is_unknown() {
    let app = TestApp::start();
    let account = app.provision(&Person::new());
    let (two, second) = of_two(&app);
    let netgrid = app.netgrid();
    for id in [&account.id, &two.id] {
        for what in ["", "/users", "/locations"] {
            let call = netgrid.call("GET", &format!("/v1/customers/{id}{what}"));
            call.send().refused(404, "customer_not_found");
        }
        let body = added(&Person::new());
        let call = app.post(&format!("/v1/customers/{id}/users")).json(&body);
        call.signed(&netgrid).send().refused(404, "customer_not_found");
    }
    // Whoever joined a customer has none of their own, by whatever name.
    let own = second.replace("usr_", "cus_");
    for id in [own.as_str(), &account.user_id, "cus_nobody", "nobody"] {
        let call = app.acme().call("GET", &format!("/v1/customers/{id}"));
        call.send().refused(404, "customer_not_found");
    }
    app.call("GET", &format!("/v1/customers/{}", account.id))
        .send()
        .refused(401, "unauthenticated");
}

#[test]
fn people_come_page_by_page_and_a_cursor_is_of_one_customer() {
    let app = TestApp::start();
    let (first, _) = of_two(&app);
    let (other, _) = of_two(&app);
    for _ in 0..3 {
        add(&app, &first.id, &Person::new()).expect(201);
    }
    let all = ids(&app, &first.id);
    assert_eq!(all.len(), 5);
    let (mut found, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = seen(&app.acme(), &first.id, &format!("/users?limit=2{cursor}"));
        let users = page["users"].as_array().expect("a list").clone();
        assert!(users.len() <= 2);
        found.extend(
            users
                .iter()
                .map(|user| user["user_id"].as_str().expect("an id").to_owned()),
        );
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(found, all);
    let path = |id: &str, query: &str| format!("/v1/customers/{id}/users?{query}");
    for wrong in [
        path(&other.id, cursor.trim_start_matches('&')),
        path(&first.id, "limit=0"),
        path(&first.id, "page=2"),
    ] {
        app.acme().call("GET", &wrong).send().refused(400, "invalid_query");
    }
    let path = format!("/v1/customers/{}?page=2", first.id);
    app.acme().call("GET", &path).send().refused(400, "invalid_query");
}
