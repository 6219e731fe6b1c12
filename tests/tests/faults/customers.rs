//! Answers that get lost, and writes that fail, while a customer gets another person, another place, or loses one: all of it,
//! or nothing.

use serde_json::{Value, json};

use crate::support::{Engine, Fault, Person};

const WAYS_TO_FAIL: [Fault; 4] = [
    Fault::Cancelled(&["None", "None", "None", "None", "TransactionConflict", "None"]),
    Fault::Cancelled(&["None", "None", "ThrottlingError", "None", "None", "None"]),
    Fault::Refused(400, "ThrottlingException"),
    Fault::Refused(500, "InternalServerError"),
];

fn body(person: &Person) -> Value {
    json!({ "first_name": "John", "last_name": "Doe", "email_address": person.email })
}

/// The id of a customer with one person.
async fn customer(engine: &Engine) -> String {
    engine
        .provision(&Person::new(), &[])
        .await
        .expect(201)
        .member("account_id")
}

/// How the customer is seen, and how many people and ways in there are.
async fn state(engine: &Engine, id: &str) -> (Value, usize, usize) {
    let seen = engine.calls("GET", &format!("/v1/customers/{id}"), None).await;
    let (people, ways_in) = engine.people_and_ways_in().await;
    (seen.json(), people, ways_in)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_who_cannot_be_added_is_not_there_in_part() {
    let engine = Engine::start().await;
    let (once, path) = (customer(&engine).await, |id: &str| format!("/v1/customers/{id}/users"));
    // The second person makes the customer an item of its own; the third finds it there.
    for round in 1..=2 {
        for fault in WAYS_TO_FAIL {
            let id = match round {
                1 => customer(&engine).await,
                _ => once.clone(),
            };
            let (person, before) = (Person::new(), state(&engine, &id).await);
            engine.faults.arrange(vec![fault.clone(); 20]);
            let answer = engine.calls("POST", &path(&id), Some(&body(&person))).await;
            assert_eq!(answer.status, 503, "{fault:?}: {}", answer.text);
            engine.faults.clear();
            assert_eq!(state(&engine, &id).await, before, "{fault:?}");
            engine.calls("POST", &path(&id), Some(&body(&person))).await.expect(201);
        }
        engine
            .calls("POST", &path(&once), Some(&body(&Person::new())))
            .await
            .expect(201);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_adds_nobody_and_no_place_twice_and_takes_nobody_away_twice() {
    let engine = Engine::start().await;
    let id = customer(&engine).await;
    let mut people = Vec::new();
    for _ in 0..2 {
        engine.faults.arrange([Fault::AnswerLost]);
        let answer = engine
            .calls(
                "POST",
                &format!("/v1/customers/{id}/users"),
                Some(&body(&Person::new())),
            )
            .await;
        people.push(answer.expect(201).member("user_id"));
        assert_eq!(engine.faults.pending(), 0);
    }
    assert_eq!(state(&engine, &id).await.0["user_count"], 3);

    let (account, place) = (
        format!("/v1/account/{id}"),
        json!({ "external_installation_id": "home-2" }),
    );
    // The first write spends the call's nonce.
    engine.faults.arrange([Fault::None, Fault::AnswerLost]);
    let added = engine
        .calls("POST", &format!("{account}/installation"), Some(&place))
        .await
        .expect(201);
    assert_eq!(engine.faults.pending(), 0);
    let locations = state(&engine, &id).await.0["locations"].clone();
    assert_eq!(locations.as_array().map(Vec::len), Some(2));
    assert_eq!(locations[1]["location_id"], added.member("installation_id"));
    engine.faults.arrange([Fault::None, Fault::AnswerLost]);
    let path = format!("{account}/installation/{}", added.member("installation_id"));
    engine.calls("DELETE", &path, None).await.expect(204);
    assert_eq!(engine.faults.pending(), 0);
    assert_eq!(
        state(&engine, &id).await.0["locations"].as_array().map(Vec::len),
        Some(1)
    );

    engine.erase(&people[0]).await.expect(204);
    assert_eq!(state(&engine, &id).await.0["user_count"], 2);
    for fault in WAYS_TO_FAIL {
        let before = state(&engine, &id).await;
        engine
            .faults
            .arrange([vec![Fault::None], vec![fault.clone(); 20]].concat());
        engine.erase(&people[1]).await.refused(503, "unavailable");
        engine.faults.clear();
        assert_eq!(state(&engine, &id).await, before, "{fault:?}");
    }
    engine.erase(&people[1]).await.expect(204);
    assert_eq!(state(&engine, &id).await.0["user_count"], 1);
}
