//! The lists of people end right, and the funnel counts once, however often, late or broken the stream tells of a change.

use aws_lambda_events::event::dynamodb::EventRecord;
use functions::workers::invitation_lists::handle;
use serde_dynamo::AttributeValue;
use serde_json::{Value, json};

use crate::support::{Engine, Fault, Person, Row, event, record};

/// Hands records to the worker; the numbers of those that failed.
async fn told(engine: &Engine, records: &[EventRecord]) -> Vec<String> {
    let response = handle(&engine.app, event(records.iter().cloned())).await;
    let failed = response.batch_item_failures.into_iter();
    failed.filter_map(|failure| failure.item_identifier).collect()
}

async fn provisioned(engine: &Engine) -> (Person, Row) {
    let person = Person::new();
    engine.provision(&person, &[]).await.expect(201);
    let row = engine.row_of(&person).await.expect("a person");
    (person, row)
}

/// How many people a search finds.
async fn found(engine: &Engine, query: &str) -> usize {
    let answer = engine.calls("GET", &format!("/v1/users{query}"), None).await;
    answer.expect(200).json()["users"].as_array().expect("people").len()
}

/// How many people are counted at each step, but where nobody is.
async fn counted(engine: &Engine) -> Value {
    let answer = engine.calls("GET", "/v1/funnel", None).await.expect(200).json();
    let steps = answer["steps"].as_array().expect("steps").iter();
    let reached = steps.filter(|step| step["count"] != 0);
    reached.map(|step| json!([step["step"], step["count"]])).collect()
}

/// Somebody who got another name on the way, by a form that nobody has here: the records of both changes.
async fn renamed(engine: &Engine) -> (Person, [EventRecord; 2]) {
    let (person, before) = provisioned(engine).await;
    engine.rename(&person, "Müller").await;
    let after = engine.row_of(&person).await.expect("a person");
    let records = [
        record("1", None, Some(&before)),
        record("2", Some(&before), Some(&after)),
    ];
    (person, records)
}

#[tokio::test(flavor = "multi_thread")]
async fn records_that_come_twice_late_or_the_wrong_way_round_leave_a_person_under_their_names() {
    for order in [
        vec![0, 1],
        vec![0, 0, 1, 1],
        vec![0, 1, 0, 1],
        vec![1, 0],
        vec![0, 1, 0],
    ] {
        let engine = Engine::start().await;
        let (_, records) = renamed(&engine).await;
        for number in &order {
            assert!(told(&engine, &records[*number..=*number]).await.is_empty());
        }
        assert_eq!(engine.listed("E#").await.len(), 3, "{order:?}");
        assert_eq!(
            (
                found(&engine, "?name=muller").await,
                found(&engine, "?name=van+der").await
            ),
            (1, 0)
        );
        assert_eq!(found(&engine, "").await, 1);
        // Both at once, for all the numbers: each of those counts once.
        assert!(told(&engine, &records).await.is_empty());
        assert_eq!(engine.listed("E#").await.len(), 3);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_name_of_a_person_who_was_erased_is_listed_again() {
    let engine = Engine::start().await;
    let (person, records) = renamed(&engine).await;
    assert!(told(&engine, &records).await.is_empty());
    let entries = engine.listed("E#").await;
    let address = entries.iter().find(|row| format!("{row:?}").contains('@'));
    assert_eq!(address, None, "no list holds an address");
    let last = engine.row_of(&person).await.expect("a person");
    engine
        .erase(&format!("{}?id_type=external", person.external_id))
        .await
        .expect(204);
    assert_eq!(
        found(&engine, "?name=muller").await,
        0,
        "before the worker has heard of it"
    );
    assert!(told(&engine, &[record("3", Some(&last), None)]).await.is_empty());
    assert!(engine.listed("E#").await.is_empty());
    // A dead letter that comes days later.
    assert!(told(&engine, &records[1..]).await.is_empty());
    assert!(engine.listed("E#").await.is_empty());
    assert_eq!(counted(&engine).await, json!([["provisioned", 1]]), "they were there");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_stands_in_anothers_place_is_one_made_and_the_other_is_gone() {
    let engine = Engine::start().await;
    let (person, before) = provisioned(&engine).await;
    assert!(told(&engine, &[record("1", None, Some(&before))]).await.is_empty());
    engine
        .erase(&format!("{}?id_type=external", person.external_id))
        .await
        .expect(204);
    let (_, after) = provisioned(&engine).await;
    let taken = record("2", Some(&before), Some(&after));
    for _ in 0..2 {
        assert!(told(&engine, std::slice::from_ref(&taken)).await.is_empty());
        let id = |row: &Row| row["id"].as_s().expect("an id").replace("usr_", "");
        let listed = format!("{:?}", engine.listed("E#").await);
        assert!(
            listed.contains(&id(&after)) && !listed.contains(&id(&before)),
            "{listed}"
        );
        assert_eq!(counted(&engine).await, json!([["provisioned", 2]]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_could_not_be_written_is_when_the_record_comes_again() {
    let engine = Engine::start().await;
    let (_, records) = renamed(&engine).await;
    let refused = Fault::Refused(500, "InternalServerError");
    engine.faults.arrange(std::iter::repeat_n(refused, 20));
    assert_eq!(
        told(&engine, &records).await,
        ["1", "2"],
        "the second waits for the first"
    );
    engine.faults.clear();
    assert!(engine.listed("E#").await.is_empty() && engine.listed("F#").await.is_empty());
    engine
        .faults
        .arrange([Fault::AnswerLost, Fault::AnswerLost, Fault::AnswerLost]);
    assert!(told(&engine, &records).await.is_empty());
    assert_eq!(engine.faults.pending(), 0);
    assert_eq!(engine.listed("E#").await.len(), 3);
    assert_eq!(counted(&engine).await, json!([["provisioned", 1]]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_that_comes_again_is_counted_once() {
    let engine = Engine::start().await;
    let mut records = Vec::new();
    for number in 0..4 {
        let (_, row) = provisioned(&engine).await;
        records.push(record(&number.to_string(), None, Some(&row)));
    }
    assert!(told(&engine, &records).await.is_empty());
    assert!(told(&engine, &records).await.is_empty());
    assert_eq!(counted(&engine).await, json!([["provisioned", 4]]));
    assert_eq!(engine.listed("A#").await.len(), 1, "one mark");
    assert!(engine.listed("A#").await[0].contains_key("ttl"));
    // The same people in other records: those are changes of their own.
    assert_eq!(engine.listed("F#").await.len(), 1, "one item for the day");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_before_a_record_that_fails_is_counted_and_the_rest_when_it_comes_again() {
    let engine = Engine::start().await;
    let mut records = Vec::new();
    for number in 0..3 {
        let (_, row) = provisioned(&engine).await;
        records.push(record(&number.to_string(), None, Some(&row)));
    }
    let mut broken = records.clone();
    let image = &mut broken[1].change.new_image;
    image.insert("ins".to_owned(), AttributeValue::S("not a list".to_owned()));
    assert_eq!(told(&engine, &broken).await, ["1"]);
    assert_eq!(counted(&engine).await, json!([["provisioned", 1]]));
    assert!(told(&engine, &records[1..]).await.is_empty());
    assert_eq!(counted(&engine).await, json!([["provisioned", 3]]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_count_that_fails_counts_nothing_and_one_whose_answer_is_lost_counts_once() {
    let engine = Engine::start().await;
    let (_, row) = provisioned(&engine).await;
    let records = [record("1", None, Some(&row))];
    // The lists are written; counting fails until the SDK gives up.
    let contended = Fault::Cancelled(&["None", "TransactionConflict"]);
    let faults = std::iter::once(Fault::None).chain(std::iter::repeat_n(contended, 20));
    engine.faults.arrange(faults);
    assert_eq!(told(&engine, &records).await, ["1"]);
    engine.faults.clear();
    assert_eq!(counted(&engine).await, json!([]));
    engine.faults.arrange([Fault::None, Fault::AnswerLost]);
    assert!(told(&engine, &records).await.is_empty());
    assert_eq!(engine.faults.pending(), 0);
    assert_eq!(counted(&engine).await, json!([["provisioned", 1]]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_people_costs_what_it_returns() {
    let engine = Engine::start().await;
    let count = 12;
    for number in 0..count {
        let (_, row) = provisioned(&engine).await;
        assert!(
            told(&engine, &[record(&number.to_string(), None, Some(&row))])
                .await
                .is_empty()
        );
    }
    engine.meter.take();
    for limit in [1_u32, 5, 12] {
        for search in ["", "&name=van+der"] {
            assert_eq!(found(&engine, &format!("?limit={limit}{search}")).await, limit as usize);
            let cost = engine.meter.take();
            // The nonce, the list, the people.
            assert_eq!((cost.requests, cost.write_units), (3, 1.0));
            assert!(
                cost.read_units <= f64::from(limit) + 0.5,
                "{limit} cost {}",
                cost.read_units
            );
        }
    }
}
