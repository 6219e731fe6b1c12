//! The pump against the engine itself, through the SDK.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_lambda_events::streams::DynamoDbBatchItemFailure;
use aws_sdk_dynamodb::types::AttributeValue;
use usher::clock::Clock;
use usher::entropy::Entropy;

use super::*;
use crate::aws::{LocalAws, MailFaults, MailHost, MasterKey, PhoneNetwork};
use crate::inbox::Inbox;
use crate::stack::Data;
use crate::template::TableDefinition;

const TABLE: &str = "usher";
/// Lets every record through that has a key.
const ALL: &[&str] = &[r#"{"dynamodb":{"Keys":{"pk":{"S":[{"exists":true}]}}}}"#];

/// An engine with the table, on a folder that outlives it.
struct Engine {
    aws: LocalAws,
    folder: Arc<Folder>,
    wake: Arc<Notify>,
    stop: watch::Sender<bool>,
}

/// What a worker was given: the partition keys, batch by batch.
type Delivered = Arc<Mutex<Vec<Vec<String>>>>;

impl Engine {
    async fn start(place: &Path) -> Self {
        let folder = Arc::new(Folder::open(&Data::Folder(place.into())).expect("a folder"));
        let inbox = Inbox::open(&folder).expect("an inbox");
        let phones = PhoneNetwork {
            inbox: inbox.clone(),
            faults: MailFaults::default(),
            clock: Clock::system(),
        };
        let host = MailHost {
            inbox,
            notices: tokio::sync::mpsc::unbounded_channel().0,
            faults: MailFaults::default(),
            clock: Clock::system(),
        };
        let key = MasterKey::of(&folder, &Entropy::default()).expect("a key");
        let aws = LocalAws::start(folder.file("usher.db").as_deref(), key, host, phones).expect("an engine");
        let definition = TableDefinition::embedded().expect("a table");
        definition
            .create(&aws.environment.dynamodb(), TABLE)
            .await
            .expect("created");
        Self {
            aws,
            folder,
            wake: Arc::default(),
            stop: watch::channel(false).0,
        }
    }

    async fn put(&self, pk: &str) {
        let text = |text: &str| AttributeValue::S(text.to_owned());
        let put = self.aws.environment.dynamodb().put_item().table_name(TABLE);
        put.item("pk", text(pk))
            .item("sk", text("A"))
            .send()
            .await
            .expect("put");
        self.wake.notify_one();
    }

    async fn pump<W, F>(&self, worker: W) -> tokio::task::JoinHandle<()>
    where
        W: Fn(Event) -> F + Send + Sync + 'static,
        F: Future<Output = DynamoDbEventResponse> + Send + 'static,
    {
        let place = Place::new(self.folder.clone(), "stream.json");
        let kept = place.kept().expect("readable");
        let dynamodb = self.aws.environment.dynamodb();
        let reader = Reader::open(self.aws.streams(), &dynamodb, TABLE, kept)
            .await
            .expect("a stream");
        let pump = Pump::new(reader, ALL, worker, place, self.wake.clone(), self.stop.subscribe());
        tokio::spawn(pump.run())
    }

    async fn stop(self, pump: tokio::task::JoinHandle<()>) {
        self.stop.send_replace(true);
        pump.await.expect("stopped");
    }
}

fn keys(event: &Event) -> Vec<String> {
    let key = |record: &EventRecord| {
        serde_dynamo::from_item::<_, Keys>(record.change.keys.clone())
            .expect("keys")
            .pk
    };
    event.records.iter().map(key).collect()
}

#[derive(serde::Deserialize)]
struct Keys {
    pk: String,
}

/// A worker that notes what it is given and fails on some of it, a number of times.
fn worker(
    delivered: &Delivered,
    failures: usize,
    fails_on: &'static str,
) -> impl Fn(Event) -> std::future::Ready<DynamoDbEventResponse> + Send + Sync + 'static {
    let delivered = delivered.clone();
    let failures = AtomicUsize::new(failures);
    move |event| {
        let keys = keys(&event);
        let mut response = DynamoDbEventResponse::default();
        if let Some(place) = keys.iter().position(|key| key == fails_on)
            && failures
                .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1))
                .is_ok()
        {
            let mut failure = DynamoDbBatchItemFailure::default();
            failure.item_identifier = event.records[place].change.sequence_number.clone();
            response.batch_item_failures.push(failure);
        }
        delivered.lock().expect("unpoisoned").push(keys);
        std::future::ready(response)
    }
}

async fn until(delivered: &Delivered, what: impl Fn(&[String]) -> bool) -> Vec<String> {
    for _ in 0..400 {
        let all = delivered.lock().expect("unpoisoned").concat();
        if what(&all) {
            return all;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("only this was delivered: {:?}", delivered.lock().expect("unpoisoned"));
}

fn has(key: &'static str) -> impl Fn(&[String]) -> bool {
    move |all| all.last().is_some_and(|last| last == key)
}

#[tokio::test]
async fn a_change_is_delivered_at_once_with_both_images() {
    let place = tempfile::tempdir().expect("a folder");
    let engine = Engine::start(place.path()).await;
    let (sender, mut events) = tokio::sync::mpsc::unbounded_channel();
    let pump = engine
        .pump(move |event| {
            sender.send(event).expect("heard");
            std::future::ready(DynamoDbEventResponse::default())
        })
        .await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    let before = tokio::time::Instant::now();
    engine.put("a").await;
    let event = events.recv().await.expect("an event");
    assert!(before.elapsed() < Duration::from_millis(500), "{:?}", before.elapsed());
    let record = &event.records[0];
    assert_eq!(record.event_name, "INSERT");
    assert_eq!(record.event_source.as_deref(), Some("aws:dynamodb"));
    assert!(
        record
            .event_source_arn
            .as_deref()
            .is_some_and(|arn| arn.contains(":table/usher/stream/"))
    );
    assert!(record.change.old_image.is_empty() && !record.change.new_image.is_empty());
    engine.stop(pump).await;
}

#[tokio::test]
async fn a_restart_goes_on_behind_what_was_delivered() {
    let place = tempfile::tempdir().expect("a folder");
    let delivered = Delivered::default();
    let engine = Engine::start(place.path()).await;
    let pump = engine.pump(worker(&delivered, 0, "")).await;
    engine.put("before").await;
    until(&delivered, has("before")).await;
    // Killed between the change and its delivery.
    pump.abort();
    engine.put("between").await;
    drop(engine);

    let engine = Engine::start(place.path()).await;
    let pump = engine.pump(worker(&delivered, 0, "")).await;
    engine.put("after").await;
    assert_eq!(until(&delivered, has("after")).await, ["before", "between", "after"]);
    engine.stop(pump).await;
}

#[tokio::test]
async fn a_failed_record_is_delivered_again_and_what_came_before_it_is_not() {
    let place = tempfile::tempdir().expect("a folder");
    let delivered = Delivered::default();
    let engine = Engine::start(place.path()).await;
    for key in ["a", "b", "c"] {
        engine.put(key).await;
    }
    let pump = engine.pump(worker(&delivered, 2, "b")).await;
    assert_eq!(
        until(&delivered, |all| all.len() == 7).await,
        ["a", "b", "c", "b", "c", "b", "c"]
    );
    engine.stop(pump).await;
}

#[tokio::test]
async fn a_worker_that_panics_is_given_the_batch_again() {
    let place = tempfile::tempdir().expect("a folder");
    let delivered = Delivered::default();
    let engine = Engine::start(place.path()).await;
    let calls = AtomicUsize::new(0);
    let steady = worker(&delivered, 0, "");
    let pump = engine
        .pump(move |event| {
            let fails = calls.fetch_add(1, Ordering::SeqCst) == 0;
            let steady = steady(event);
            async move {
                assert!(!fails, "arranged by the test");
                steady.await
            }
        })
        .await;
    engine.put("a").await;
    assert_eq!(until(&delivered, |all| all.len() == 2).await, ["a", "a"]);
    engine.stop(pump).await;
}

#[tokio::test]
async fn a_record_that_always_fails_is_parked_and_the_next_one_gets_its_turn() {
    let place = tempfile::tempdir().expect("a folder");
    let delivered = Delivered::default();
    let engine = Engine::start(place.path()).await;
    engine.put("poison").await;
    engine.put("good").await;
    let place = Place::new(engine.folder.clone(), "stream.json");
    let kept = place.kept().expect("readable");
    let mut reader = Reader::open(engine.aws.streams(), &engine.aws.environment.dynamodb(), TABLE, kept)
        .await
        .expect("a stream");
    let records = reader.next().await.expect("records");
    let worker = worker(&delivered, usize::MAX, "poison");
    let mut pump = Pump::new(reader, ALL, worker, place, engine.wake.clone(), engine.stop.subscribe());
    // From here on nothing waits but the pump itself.
    tokio::time::pause();
    pump.deliver(records).await;
    let delivered = delivered.lock().expect("unpoisoned").clone();
    assert_eq!(delivered.len(), 1 + ATTEMPTS as usize);
    assert_eq!(delivered.last().expect("the last"), &["good"]);
}

#[test]
fn a_failure_that_names_no_record_fails_them_all() {
    let record = |number: &str| {
        let mut record = EventRecord::default();
        record.change.sequence_number = Some(number.to_owned());
        record
    };
    let records = [record("1"), record("2"), record("3")];
    let response = |names: &[Option<&str>]| {
        let mut response = DynamoDbEventResponse::default();
        response.batch_item_failures = names
            .iter()
            .map(|name| {
                let mut failure = DynamoDbBatchItemFailure::default();
                failure.item_identifier = name.map(str::to_owned);
                failure
            })
            .collect();
        response
    };
    assert_eq!(first_failed(&response(&[]), &records), None);
    assert_eq!(first_failed(&response(&[Some("3"), Some("2")]), &records), Some(1));
    assert_eq!(first_failed(&response(&[Some("3"), None]), &records), Some(0));
    assert_eq!(first_failed(&response(&[Some("9")]), &records), Some(0));
}
