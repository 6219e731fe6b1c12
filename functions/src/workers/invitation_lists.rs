//! The table's stream: keeps the lists of invitations and of people, counts the funnel, and notes when `housekeeping` has
//! to look at a new invitation.
//!
//! An invitation stands on the list of its phase, sorted by when it expires or ended; a person stands among all others by
//! when they came, and by their names. Whenever any of it changes, this worker puts them where they belong now and takes
//! them off where they were.
//!
//! A record may come twice, late, or after the person is erased, and a batch may end in the middle. So the two images of a record only
//! say whether anything has moved and where the person may still be listed; where they belong is read off the
//! person as they are now. Whatever comes in whatever order, the record that comes last leaves the lists
//! right, and nothing of a person who is gone is written again. An entry that is left over until then does no harm:
//! a page leaves out what no longer fits.
//!
//! Counting twice is something else. So a batch is counted at the end and in one write, which also leaves a mark of these
//! very records: when they come again together, nothing is added.

use std::collections::BTreeSet;

use aws_lambda_events::event::dynamodb::{Event, EventRecord};
use aws_lambda_events::event::streams::{DynamoDbBatchItemFailure, DynamoDbEventResponse};
use usher::funnel::Reached;
use usher::store::{Entry, Listed, StoreError};
use usher::user::User;

use super::moves::{self, Found};
use super::records::{Change, changes, person_of};
use crate::app::App;
use crate::{Trigger, Worker};

/// This worker.
pub const WORKER: Worker = Worker {
    name: "invitation-lists",
    trigger: Trigger::Stream,
};

/// The records that may move a person on a list or in the funnel, as the event source mapping's filters say it: people who
/// are made or gone, all that happens to them until they are registered, and their first data. What else registered people do
/// wakes nobody. The second is of somebody whose address was tried out before.
pub const FILTERS: &[&str] = &[
    r#"{"eventName":["INSERT"],"dynamodb":{"NewImage":{"em":{"S":[{"exists":true}]}}}}"#,
    r#"{"eventName":["MODIFY"],"dynamodb":{"NewImage":{"em":{"S":[{"exists":true}]}},"OldImage":{"em":{"S":[{"exists":false}]}}}}"#,
    r#"{"dynamodb":{"OldImage":{"st":{"S":["provisioned","verified","awaiting_approval"]}}}}"#,
    r#"{"dynamodb":{"OldImage":{"st":{"S":["registered"]}},"NewImage":{"st":{"S":["active"]}}}}"#,
    r#"{"eventName":["REMOVE"],"dynamodb":{"OldImage":{"em":{"S":[{"exists":true}]}}}}"#,
];

/// Why a record has to come again.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("the record cannot be read: {0}")]
    Unreadable(#[from] serde_dynamo::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("an earlier record of the same person has to come again")]
    Behind,
}

/// Handles a batch in order and names every record that failed. Once one of a person's has, their later ones wait for
/// it; everybody else's go on.
pub async fn handle(app: &App, event: Event) -> DynamoDbEventResponse {
    let mut response = DynamoDbEventResponse::default();
    let mut waiting = BTreeSet::new();
    let mut done = event.records.len();
    for (place, record) in event.records.iter().enumerate() {
        let person = person_of(record);
        let outcome = match person {
            Some(person) if waiting.contains(person) => Err(Failure::Behind),
            _ => handle_record(app, record).await,
        };
        if let Err(failure) = outcome {
            waiting.extend(person);
            done = done.min(place);
            fail(&mut response, record, &failure);
        }
    }
    // From the first that failed on, all come again: what is before it is counted now, and they are then.
    let counted = event.records.get(..done).unwrap_or_default();
    if let (Err(failure), Some(first)) = (count(app, counted).await, counted.first()) {
        fail(&mut response, first, &failure);
    }
    response
}

fn fail(response: &mut DynamoDbEventResponse, record: &EventRecord, failure: &Failure) {
    tracing::warn!(cause = %failure, event_id = %record.event_id, "a record has to come again");
    let mut failed = DynamoDbBatchItemFailure::default();
    failed.item_identifier = record.change.sequence_number.clone();
    response.batch_item_failures.push(failed);
}

/// Counts in the funnel what these records say, all of it or nothing.
async fn count(app: &App, records: &[EventRecord]) -> Result<(), Failure> {
    let mut reached = Reached::default();
    for record in records {
        for (before, after) in changes(record)? {
            reached.add(before.as_ref(), after.as_ref());
        }
    }
    let ids: Vec<&str> = records.iter().map(|record| record.event_id.as_str()).collect();
    Ok(app
        .store
        .count_reached(&reached, &ids.join(" "), app.clock.now())
        .await?)
}

async fn handle_record(app: &App, record: &EventRecord) -> Result<(), Failure> {
    for change in changes(record)? {
        place(app, change).await?;
    }
    Ok(())
}

async fn place(app: &App, (before, after): Change) -> Result<(), Failure> {
    let entry = |user: &Option<User>| user.as_ref().and_then(Entry::of);
    let listed = |user: &Option<User>| user.as_ref().map(Listed::of);
    let entries = (entry(&before), entry(&after));
    let places = (listed(&before), listed(&after));
    let moves = entries.0 != entries.1 || places.0 != places.1;
    let Some(told) = after.or(before).filter(|_| moves) else {
        return Ok(());
    };
    let found = Found::look(app, &told).await?;
    moves::invitation(app, &told, &found, entries).await?;
    moves::person(app, &told, &found, places).await?;
    Ok(())
}
