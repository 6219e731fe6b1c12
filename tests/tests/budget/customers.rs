//! What a customer of several people may cost.

use serde_json::{Value, json};

use super::{Budget, Measured, row};
use crate::support::{Engine, Person};

const BUDGETS: [Budget; 13] = [
    // The nonce; the customer, which is not there, the way in and the person.
    row("see a customer of one person", (4, 1.0, 3.0), false),
    row("suspend a person", (4, 2.0, 2.0), false),
    row("resume a person", (4, 2.0, 2.0), false),
    // What there is to read; then the new person and their way in, the customer, both as its people, and the first person.
    row("add a second person", (4, 12.0, 3.0), false),
    // The customer; then the new person and their way in, the customer, and the person as one of its people.
    row("add a third person", (2, 8.0, 1.0), false),
    row("see a customer of several people", (2, 1.0, 1.0), false),
    // The nonce; the customer, the list of three, the ways in and the people.
    row("list a customer's people", (5, 1.0, 7.5), false),
    row("see an account of several people", (4, 1.0, 3.0), false),
    row("name another owner", (3, 5.0, 1.0), false),
    row("add a place, of one person", (4, 3.0, 2.0), false),
    row("add a place, of several people", (5, 3.0, 3.0), false),
    row("take a place away", (5, 3.0, 3.0), false),
    // The person and their way in, the customer, and the person as one of its people; the nonce.
    row("erase a person of several", (5, 9.0, 3.0), false),
];

fn body() -> Value {
    let person = Person::new();
    json!({ "first_name": person.first_name, "last_name": person.last_name, "email_address": person.email })
}

#[tokio::test(flavor = "multi_thread")]
async fn no_call_about_a_customer_costs_more_than_its_budget_or_less_than_the_table_says() {
    let engine = Engine::start().await;
    let mut measured = Measured(Vec::new());
    let account = engine.provision(&Person::new(), &[]).await.expect(201);
    let (id, first) = (account.member("account_id"), account.member("user_id"));
    let (customer, place) = (
        format!("/v1/customers/{id}"),
        format!("/v1/account/{first}/installation"),
    );
    engine.meter.take();

    engine.calls("GET", &customer, None).await.expect(200);
    measured.note(&engine, "see a customer of one person");
    let suspension = format!("/v1/account/{first}/suspension");
    engine.calls("POST", &suspension, Some(&json!({}))).await.expect(200);
    measured.note(&engine, "suspend a person");
    engine.calls("DELETE", &suspension, None).await.expect(200);
    measured.note(&engine, "resume a person");
    engine.calls("POST", &place, Some(&json!({}))).await.expect(201);
    measured.note(&engine, "add a place, of one person");
    let users = format!("{customer}/users");
    let second = engine
        .calls("POST", &users, Some(&body()))
        .await
        .expect(201)
        .member("user_id");
    measured.note(&engine, "add a second person");
    engine.calls("POST", &users, Some(&body())).await.expect(201);
    measured.note(&engine, "add a third person");
    engine.calls("GET", &customer, None).await.expect(200);
    measured.note(&engine, "see a customer of several people");
    engine.calls("GET", &users, None).await.expect(200);
    measured.note(&engine, "list a customer's people");
    engine.see(&second).await.expect(200);
    measured.note(&engine, "see an account of several people");
    let named = json!({ "user_id": second });
    engine
        .calls("POST", &format!("{customer}/owner"), Some(&named))
        .await
        .expect(200);
    measured.note(&engine, "name another owner");
    let added = engine
        .calls("POST", &place, Some(&json!({})))
        .await
        .expect(201)
        .member("installation_id");
    measured.note(&engine, "add a place, of several people");
    engine
        .calls("DELETE", &format!("{place}/{added}"), None)
        .await
        .expect(204);
    measured.note(&engine, "take a place away");
    engine.erase(&second).await.expect(204);
    measured.note(&engine, "erase a person of several");
    assert_eq!(measured.complaints(&BUDGETS), Vec::<String>::new());
}
