//! `/v1/users`: looking for people.

mod paging;

use serde_json::{Value, json};

use crate::routes::account::change_address;
use crate::support::{Answer, Person, Row, TestApp};

#[track_caller]
fn look(app: &TestApp, query: &str) -> Answer {
    app.acme().call("GET", &format!("/v1/users{query}")).send()
}

/// Waits until the lists know of all that has happened: a record that comes last tells.
#[track_caller]
fn settled(app: &TestApp) {
    let last = app.provision(&Person::new().of_netgrid()).user_id;
    let is_listed = |row: &Row| {
        let sk = row["sk"].as_s().expect("a key");
        sk.ends_with(last.trim_start_matches("usr_"))
    };
    app.wait_until("the lists are up to date", || {
        app.rows("E#netgrid#T").iter().any(is_listed)
    });
}

#[track_caller]
fn see(app: &TestApp, person: &Person) -> Answer {
    app.acme().see(&format!("{}?id_type=external", person.external_id))
}

/// The people that are found.
#[track_caller]
fn found(app: &TestApp, query: &str) -> Vec<Value> {
    settled(app);
    let answer = look(app, query).expect(200).json();
    answer["users"].as_array().expect("people").clone()
}

/// A person, but for their mails, which are on their way meanwhile.
fn but_for_mails(mut user: Value) -> Value {
    user.as_object_mut().expect("a person").remove("invitation");
    user
}

/// Their addresses.
#[track_caller]
fn addresses(app: &TestApp, query: &str) -> Vec<String> {
    let address = |user: &Value| user["customer_info"]["email_address"].as_str().map(str::to_owned);
    found(app, query).iter().filter_map(address).collect()
}

#[track_caller]
fn provisioned(app: &TestApp, first: &str, last: &str) -> Person {
    let person = Person::new().named(first, last);
    app.provision(&person);
    person
}

#[test]
fn people_are_found_by_address_by_every_id_and_by_the_beginning_of_a_name() {
    let app = TestApp::start();
    let (jan, other) = (
        provisioned(&app, "Jàn", "van der Meer"),
        provisioned(&app, "Meera", "Vand"),
    );
    let account = but_for_mails(see(&app, &jan).expect(200).json());
    let id = |name: &str| account[name].as_str().expect("an id").to_owned();
    for query in [
        format!("?email={}", jan.email.to_uppercase()),
        format!("?id={}", id("user_id")),
        format!("?id={}", id("account_id")),
        format!("?external_id={}", jan.external_id),
        "?name=van%20der".to_owned(),
        "?name=JAN".to_owned(),
        "?name=Van+Der+Meer+J".to_owned(),
        "?name=jan%20van".to_owned(),
    ] {
        let users: Vec<Value> = found(&app, &query).into_iter().map(but_for_mails).collect();
        assert_eq!(users, vec![account.clone()], "{query}");
    }
    let both = addresses(&app, "?name=vand");
    let in_order = [jan.email.clone(), other.email.clone()];
    assert_eq!(both, in_order, "by their names");
    assert_eq!(addresses(&app, "?name=meer"), [other.email], "a name begins so");
    for nobody in [
        "?email=nobody@example.org",
        "?id=usr_nobody",
        "?id=cus_x",
        "?external_id=%00",
        "?name=zz",
    ] {
        assert_eq!(found(&app, nobody), Vec::<Value>::new(), "{nobody}");
    }
}

#[test]
fn people_of_another_tenant_are_found_by_nothing() {
    let app = TestApp::start();
    let theirs = Person::new().named("Foreign", "Resident").of_netgrid();
    let id = app.provision(&theirs).user_id;
    for query in [
        format!("?email={}", theirs.email),
        format!("?id={id}"),
        format!("?external_id={}", theirs.external_id),
        "?name=foreign".to_owned(),
        String::new(),
    ] {
        assert!(!addresses(&app, &query).contains(&theirs.email), "{query}");
    }
}

#[test]
fn what_is_looked_for_is_one_thing_and_well_said() {
    let app = TestApp::start();
    for (query, pointer) in [
        ("?surname=doe", "/surname"),
        ("?id=usr_x&name=doe", "/name"),
        ("?name=d", "/name"),
        ("?name=-.", "/name"),
        ("?name=", "/name"),
        ("?email=jane", "/email"),
        ("?name=doe&name=roe", "/name"),
        ("?limit=101", "/limit"),
        ("?cursor=x", "/cursor"),
        ("?id=usr_x&cursor=x", "/cursor"),
    ] {
        look(&app, query).flawed(400, "invalid_query", pointer, "unknown_value");
    }
    app.call("GET", "/v1/users").send().refused(401, "unauthenticated");
}

#[test]
fn who_is_renamed_moves_or_is_erased_is_found_as_they_are() {
    let app = TestApp::start();
    let person = provisioned(&app, "Renée", "Oldenburg");
    assert_eq!(addresses(&app, "?name=oldenburg"), vec![person.email.clone()]);
    let id = found(&app, "?name=oldenburg")[0]["user_id"]
        .as_str()
        .expect("an id")
        .to_owned();
    app.acme()
        .call("DELETE", &format!("/v1/account/{id}"))
        .send()
        .expect(204);
    assert!(found(&app, "?name=oldenburg").is_empty());
    let listed = |app: &TestApp| app.rows("E#acme").len();
    assert_eq!(listed(&app), 0, "nothing of a name is left");

    let person = app.registered_person();
    assert_eq!(addresses(&app, "?name=van+der+berg"), vec![person.email.clone()]);
    let moved = format!("moved-{}", person.email);
    change_address(&app, &person, &moved);
    assert_eq!(addresses(&app, "?name=zo"), vec![moved.clone()]);
    assert_eq!(addresses(&app, ""), vec![moved]);
    assert_eq!(listed(&app), 3, "two names and one time");
}

#[test]
fn the_people_of_a_customer_are_found_by_its_id_and_each_with_it() {
    let app = TestApp::start();
    let owner = provisioned(&app, "Olga", "Owner");
    let account = see(&app, &owner).expect(200).json();
    let customer = account["account_id"].as_str().expect("an id");
    let john = json!({ "first_name": "John", "last_name": "Second", "email_address": "second@example.org" });
    let call = app.post(&format!("/v1/customers/{customer}/users")).json(&john);
    call.signed(&app.acme()).send().expect(201);
    let mut people = addresses(&app, &format!("?id={customer}"));
    people.sort();
    assert_eq!(people, [owner.email, "second@example.org".to_owned()]);
    let second = &found(&app, "?name=second")[0];
    assert_eq!(
        (&second["account_id"], &second["customer_role"]),
        (&json!(customer), &json!("member"))
    );
}
