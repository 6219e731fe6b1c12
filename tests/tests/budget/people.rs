//! What looking for people may cost, and what keeps their lists and the funnel.

use functions::workers::invitation_lists;

use super::{Budget, Measured, row};
use crate::support::{Engine, Person, event, record};

const BUDGETS: [Budget; 11] = [
    // The person, their three entries, and the count of the day with the mark of the batch.
    row("list a new person", (3, 7.0, 1.0), false),
    row("list ten new people", (21, 34.0, 10.0), false),
    // The person; three entries anew and two gone.
    row("list a person by another name", (2, 5.0, 1.0), false),
    // The person, who is not there, nor by their id; three entries gone.
    row("list an erased person no more", (3, 3.0, 2.0), false),
    // The nonce; the list and the people.
    row("list the newest people", (3, 1.0, 12.5), false),
    row("look for a name", (3, 1.0, 12.5), false),
    // And their customer.
    row("look for a name, of a customer of several", (4, 1.0, 2.5), false),
    row("look for an address", (2, 1.0, 1.0), false),
    row("look for an id", (3, 1.0, 2.0), false),
    row("look for an external id", (3, 1.0, 2.0), false),
    row("see the funnel", (2, 1.0, 0.5), false),
];

#[tokio::test(flavor = "multi_thread")]
async fn looking_for_people_costs_no_more_than_its_budget_or_less_than_the_table_says() {
    let engine = Engine::start().await;
    let mut measured = Measured(Vec::new());
    let people = listed(&engine, &mut measured).await;
    let [first, ..] = people.as_slice() else {
        unreachable!("there are some")
    };
    let look = async |query: &str| {
        engine.meter.take();
        engine
            .calls("GET", &format!("/v1/users{query}"), None)
            .await
            .expect(200)
    };
    look("").await;
    measured.note(&engine, "list the newest people");
    look("?name=van+der+berg").await;
    measured.note(&engine, "look for a name");
    let answer = look(&format!("?email={}", first.email)).await.json();
    measured.note(&engine, "look for an address");
    let id = |name: &str| answer["users"][0][name].as_str().expect("an id").to_owned();
    look(&format!("?id={}", id("user_id"))).await;
    measured.note(&engine, "look for an id");
    look(&format!("?external_id={}", first.external_id)).await;
    measured.note(&engine, "look for an external id");
    let path = format!("/v1/customers/{}/users", id("account_id"));
    let second =
        serde_json::json!({ "first_name": "Theo", "last_name": "Zweiter", "email_address": "theo@example.org" });
    engine.calls("POST", &path, Some(&second)).await.expect(201);
    let row = engine.row_of(&Person::new().email("theo@example.org")).await;
    told(&engine, &[record("theo", None, row.as_ref())]).await;
    look("?name=theo").await;
    measured.note(&engine, "look for a name, of a customer of several");
    engine.calls("GET", "/v1/funnel", None).await.expect(200);
    measured.note(&engine, "see the funnel");
    assert_eq!(measured.complaints(&BUDGETS), Vec::<String>::new());
}

/// Hands records to the worker.
async fn told(engine: &Engine, records: &[aws_lambda_events::event::dynamodb::EventRecord]) {
    engine.meter.take();
    let response = invitation_lists::handle(&engine.app, event(records.iter().cloned())).await;
    assert!(response.batch_item_failures.is_empty());
}

/// Twelve people, as the worker hears of them.
async fn listed(engine: &Engine, measured: &mut Measured) -> Vec<Person> {
    let (mut people, mut records) = (Vec::new(), Vec::new());
    for number in 0..13 {
        let person = Person::new();
        engine.provision(&person, &[]).await.expect(201);
        let row = engine.row_of(&person).await;
        records.push(record(&number.to_string(), None, row.as_ref()));
        people.push(person);
    }
    told(engine, &records[..1]).await;
    measured.note(engine, "list a new person");
    told(engine, &records[1..11]).await;
    measured.note(engine, "list ten new people");
    told(engine, &records[11..]).await;

    let last = people.pop().expect("somebody");
    let before = engine.row_of(&last).await;
    engine.rename(&last, "Zuletzt").await;
    let after = engine.row_of(&last).await;
    told(engine, &[record("renamed", before.as_ref(), after.as_ref())]).await;
    measured.note(engine, "list a person by another name");
    engine
        .erase(&format!("{}?id_type=external", last.external_id))
        .await
        .expect(204);
    told(engine, &[record("erased", after.as_ref(), None)]).await;
    measured.note(engine, "list an erased person no more");
    people
}
