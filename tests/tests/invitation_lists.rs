//! The lists of invitations end right, however often, late or broken the stream tells of a change.

use aws_lambda_events::event::dynamodb::EventRecord;
use functions::workers::invitation_lists::handle;
use serde_dynamo::AttributeValue;
use usher::store::Entry;

use crate::support::{Engine, Fault, Person, Row, event, invitation, record};

/// How many invitations are on the list of a status, and for how many the page was read.
async fn listed(engine: &Engine, status: &str) -> usize {
    let answer = engine
        .invitations(&format!("?status={status}"))
        .await
        .expect(200)
        .json();
    answer["invitations"].as_array().expect("a list").len()
}

async fn invited(engine: &Engine) -> (Person, Row) {
    let person = Person::new();
    engine.invite(&invitation(&person.email)).await.expect(201);
    let row = engine.row_of(&person).await.expect("a person");
    (person, row)
}

/// Hands records to the worker; the numbers of those that failed.
async fn told(engine: &Engine, records: &[EventRecord]) -> Vec<String> {
    let response = handle(&engine.app, event(records.iter().cloned())).await;
    let failed = response.batch_item_failures.into_iter();
    failed.filter_map(|failure| failure.item_identifier).collect()
}

/// Somebody whose mail was noted: the records of both changes, in order.
async fn mailed(engine: &Engine) -> (Person, [EventRecord; 2]) {
    let (person, before) = invited(engine).await;
    engine.mailed_again(&person).await;
    let after = engine.row_of(&person).await.expect("a person");
    let records = [
        record("1", None, Some(&before)),
        record("2", Some(&before), Some(&after)),
    ];
    (person, records)
}

#[tokio::test(flavor = "multi_thread")]
async fn records_that_come_twice_late_or_the_wrong_way_round_leave_one_entry() {
    for order in [
        vec![0, 1],
        vec![0, 0, 1, 1],
        vec![0, 1, 0, 1],
        vec![1, 0],
        vec![0, 1, 0],
    ] {
        let engine = Engine::start().await;
        let (_, records) = mailed(&engine).await;
        for number in &order {
            assert!(told(&engine, &records[*number..=*number]).await.is_empty());
        }
        assert_eq!(engine.entries().await.len(), 1, "{order:?}");
        assert_eq!((listed(&engine, "sent").await, listed(&engine, "queued").await), (1, 0));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_person_who_was_erased_is_listed_again() {
    let engine = Engine::start().await;
    let (person, records) = mailed(&engine).await;
    assert!(told(&engine, &records).await.is_empty());
    let last = engine.row_of(&person).await.expect("a person");
    let uuid = engine.invitations("").await.expect(200).json()["invitations"][0]["uuid"].clone();
    engine.erase(uuid.as_str().expect("a UUID")).await.expect(204);
    assert_eq!(listed(&engine, "sent").await, 0, "before the worker has heard of it");
    assert!(told(&engine, &[record("3", Some(&last), None)]).await.is_empty());
    assert_eq!(engine.entries().await, Vec::<String>::new());
    // A dead letter that comes days later.
    assert!(told(&engine, &records).await.is_empty());
    assert_eq!(engine.entries().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_fails_holds_up_its_person_and_nobody_else() {
    let engine = Engine::start().await;
    let (_, [first, second]) = mailed(&engine).await;
    let (_, other) = invited(&engine).await;
    let mut poison = first.clone();
    let image = &mut poison.change.new_image;
    image.insert("ins".to_owned(), AttributeValue::S("not a list".to_owned()));
    let records = [poison, second.clone(), record("3", None, Some(&other))];
    assert_eq!(told(&engine, &records).await, ["1", "2"]);
    assert_eq!((listed(&engine, "queued").await, listed(&engine, "sent").await), (1, 0));
    assert!(told(&engine, &[first, second]).await.is_empty());
    assert_eq!((listed(&engine, "queued").await, listed(&engine, "sent").await), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_between_the_writes_is_mended_when_the_record_comes_again() {
    let engine = Engine::start().await;
    let (_, records) = mailed(&engine).await;
    // What a run before this one left behind: the entry of the first image.
    let before: usher::user::User = serde_dynamo::from_item(records[0].change.new_image.clone()).expect("a person");
    let entry = Entry::of(&before).expect("an invitation");
    engine
        .app
        .store
        .list_invitation(&before.tenant, &entry)
        .await
        .expect("listed");
    // The entry is put; taking the old one off fails until the SDK gives up.
    let refused = Fault::Refused(500, "InternalServerError");
    engine
        .faults
        .arrange(std::iter::once(Fault::None).chain(std::iter::repeat_n(refused, 20)));
    assert_eq!(told(&engine, &records[1..]).await, ["2"]);
    engine.faults.clear();
    assert_eq!(engine.entries().await.len(), 2);
    assert_eq!((listed(&engine, "queued").await, listed(&engine, "sent").await), (0, 1));
    assert!(told(&engine, &records[1..]).await.is_empty());
    assert_eq!(engine.entries().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_costs_what_it_returns() {
    let engine = Engine::start().await;
    let count = 12;
    for number in 0..count {
        let (_, row) = invited(&engine).await;
        assert!(
            told(&engine, &[record(&number.to_string(), None, Some(&row))])
                .await
                .is_empty()
        );
    }
    engine.meter.take();
    for limit in [1_u32, 5, 12] {
        let answer = engine
            .invitations(&format!("?status=queued&limit={limit}"))
            .await
            .expect(200);
        assert_eq!(
            answer.json()["invitations"].as_array().map(Vec::len),
            Some(limit as usize)
        );
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
