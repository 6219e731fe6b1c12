//! A record that the mailer fails on stops nobody else's mail, and doubles none.

use std::collections::VecDeque;

use aws_lambda_events::event::dynamodb::EventRecord;
use functions::workers::mailer;
use serde_dynamo::AttributeValue;

use crate::support::{Engine, Person, event, record};

const RETRIES: u32 = 4;

/// Lambda's event source mapping with partial batch responses: a batch comes again from the lowest
/// number that failed, in halves if it `bisects`, and after so many retries it is a dead letter. Gives
/// the dead letters' numbers.
async fn map(engine: &Engine, records: Vec<EventRecord>, bisects: bool) -> Vec<String> {
    let mut batches = VecDeque::from([(records, 0)]);
    let mut dead = Vec::new();
    while let Some((batch, tries)) = batches.pop_front() {
        let response = mailer::handle(&engine.mailer, event(batch.clone())).await;
        let failed = |record: &EventRecord| {
            let number = &record.change.sequence_number;
            response
                .batch_item_failures
                .iter()
                .any(|failure| failure.item_identifier == *number)
        };
        let Some(first) = batch.iter().position(failed) else {
            continue;
        };
        let mut left = batch[first..].to_vec();
        if bisects && left.len() > 1 {
            let second = left.split_off(left.len().div_ceil(2));
            batches.push_front((second, tries));
            batches.push_front((left, tries));
        } else if tries < RETRIES {
            batches.push_front((left, tries + 1));
        } else {
            dead.extend(left.into_iter().filter_map(|record| record.change.sequence_number));
        }
    }
    dead
}

/// People who were provisioned, each with the record of it; the number is the place.
async fn provisioned(engine: &Engine, count: usize) -> (Vec<Person>, Vec<EventRecord>) {
    let (mut people, mut records) = (Vec::new(), Vec::new());
    for number in 0..count {
        let person = Person::new();
        engine.provision(&person, &[]).await.expect(201);
        let row = engine.row_of(&person).await.expect("a person");
        records.push(record(&number.to_string(), None, Some(&row)));
        people.push(person);
    }
    (people, records)
}

/// How many mails each of them got.
fn mails(engine: &Engine, people: &[Person]) -> Vec<usize> {
    people
        .iter()
        .map(|person| engine.post_office.mails(&person.email).len())
        .collect()
}

/// A sandbox that has handled a batch before.
async fn warm() -> Engine {
    let engine = Engine::start().await;
    mailer::handle(&engine.mailer, event([])).await;
    engine
}

#[tokio::test(flavor = "multi_thread")]
async fn a_poison_record_becomes_a_dead_letter_and_the_rest_of_its_batch_is_mailed_once() {
    for bisects in [true, false] {
        let engine = warm().await;
        let (people, mut records) = provisioned(&engine, 7).await;
        let image = &mut records[3].change.new_image;
        image.insert("ins".to_owned(), AttributeValue::S("not a list".to_owned()));
        let dead = map(&engine, records, bisects).await;
        assert_eq!(dead[0], "3");
        assert!(!bisects || dead.len() == 1, "{dead:?}");
        assert_eq!(mails(&engine, &people), [1, 1, 1, 0, 1, 1, 1]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tenant_whose_mails_are_all_refused_holds_no_other_tenant_up() {
    let engine = warm().await;
    engine.post_office.bar("netgrid");
    let mut people = Vec::new();
    let mut records = Vec::new();
    for number in 0..6 {
        let person = if number % 2 == 0 {
            Person::new()
        } else {
            Person::new().of_netgrid()
        };
        engine.provision(&person, &[]).await.expect(201);
        let mut row = engine.row_of(&person).await.expect("a person");
        if number % 2 == 1 {
            // This tenant invites nobody by itself: as if somebody had asked.
            let asked = aws_sdk_dynamodb::types::AttributeValue::N(engine.clock.now().as_millisecond().to_string());
            let names = row["nk"].clone();
            row.extend([("qa".to_owned(), asked), ("qk".to_owned(), names)]);
        }
        records.push(record(&number.to_string(), None, Some(&row)));
        people.push(person);
    }
    // What comes in the same batch, and what comes in a later one.
    let later = records.split_off(4);
    let mut dead = map(&engine, records, true).await;
    dead.extend(map(&engine, later, true).await);
    assert_eq!(dead, ["1", "3", "5"]);
    assert_eq!(mails(&engine, &people), [1, 0, 1, 0, 1, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persons_later_mail_waits_for_their_earlier_one_and_nobody_elses_does() {
    let engine = warm().await;
    let (people, mut records) = provisioned(&engine, 2).await;
    let first = engine.row_of(&people[0]).await.expect("a person");
    engine.clock.advance(1);
    engine
        .post("/v2/registration/provision", &people[0].asking())
        .await
        .expect(200);
    let request = engine.request_of(&people[0]).await;
    engine.stream(None, Some(&request)).await;
    let second = engine.row_of(&people[0]).await.expect("a person");
    records.push(record("2", Some(&first), Some(&second)));

    // As often as the SDK tries.
    engine.post_office.refuse(3, 429, "TooManyRequestsException");
    let response = mailer::handle(&engine.mailer, event(records.clone())).await;
    let failed: Vec<_> = response
        .batch_item_failures
        .iter()
        .map(|failure| failure.item_identifier.as_deref())
        .collect();
    assert_eq!(failed, [Some("0"), Some("2")]);
    assert_eq!(mails(&engine, &people), [0, 1]);

    assert_eq!(map(&engine, records, true).await, Vec::<String>::new());
    assert_eq!(mails(&engine, &people), [2, 1]);
    let asked = |mail: &serde_json::Value| {
        let tags = mail["EmailTags"].as_array().cloned().unwrap_or_default();
        let tag = tags.into_iter().find(|tag| tag["Name"] == "asked").expect("a tag");
        tag["Value"].as_str().expect("a time").to_owned()
    };
    let sent: Vec<_> = engine.post_office.mails(&people[0].email).iter().map(asked).collect();
    assert_eq!(
        sent,
        [
            first["qa"].as_n().expect("a time").clone(),
            second["qa"].as_n().expect("a time").clone()
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_comes_again_later_or_in_a_new_sandbox_is_not_mailed_again() {
    let engine = warm().await;
    let (people, records) = provisioned(&engine, 1).await;
    mailer::handle(&engine.mailer, event(records.clone())).await;
    engine.clock.advance(6);
    mailer::handle(&engine.mailer, event(records)).await;
    assert_eq!(mails(&engine, &people), [1]);

    // A new sandbox, whose first batch this is.
    let engine = Engine::start().await;
    let (people, records) = provisioned(&engine, 1).await;
    mailer::handle(&engine.mailer, event([records[0].clone(), records[0].clone()])).await;
    assert_eq!(mails(&engine, &people), [1]);
}
