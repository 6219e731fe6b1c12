//! The table's stream: keeps the lists of invitations, and notes when `housekeeping` has to look at a new one.
//!
//! An invitation stands on the list of its phase, sorted by when it expires or ended. Whenever one or the other
//! changes, this worker puts it where it belongs now and takes it off where it was.
//!
//! A record may come twice, late, or after the person is erased, and a batch may end in the middle. So the two images of a record only
//! say whether anything has moved and where the invitation may still be listed; where it belongs is read off the
//! person as they are now. Whatever comes in whatever order, the record that comes last leaves the lists
//! right, and nothing of a person who is gone is written again. An entry that is left over until then does no harm:
//! a page leaves out what no longer fits.

use std::collections::BTreeSet;

use aws_lambda_events::event::dynamodb::{Event, EventRecord};
use aws_lambda_events::event::streams::{DynamoDbBatchItemFailure, DynamoDbEventResponse};
use usher::store::{Entry, StoreError};
use usher::user::User;

use super::records::{person_of, user_in};
use crate::app::App;
use crate::{Trigger, Worker};

/// This worker.
pub const WORKER: Worker = Worker {
    name: "invitation-lists",
    trigger: Trigger::Stream,
};

/// The records that may move an invitation, as the event source mapping's filters say it: of invited people who have no
/// password yet, or just got one, or are erased. What registered people do wakes nobody.
pub const FILTERS: &[&str] = &[
    r#"{"dynamodb":{"NewImage":{"inv":{"M":{"c":{"S":[{"exists":true}]}}},"st":{"S":["provisioned","verified"]}}}}"#,
    r#"{"dynamodb":{"OldImage":{"inv":{"M":{"c":{"S":[{"exists":true}]}}},"st":{"S":["provisioned","verified"]}}}}"#,
    r#"{"eventName":["REMOVE"],"dynamodb":{"OldImage":{"inv":{"M":{"c":{"S":[{"exists":true}]}}}}}}"#,
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
    for record in &event.records {
        let person = person_of(record);
        let outcome = match person {
            Some(person) if waiting.contains(person) => Err(Failure::Behind),
            _ => handle_record(app, record).await,
        };
        if let Err(failure) = outcome {
            tracing::warn!(cause = %failure, event_id = %record.event_id, "an invitation is not listed yet");
            waiting.extend(person);
            let mut failed = DynamoDbBatchItemFailure::default();
            failed.item_identifier = record.change.sequence_number.clone();
            response.batch_item_failures.push(failed);
        }
    }
    response
}

async fn handle_record(app: &App, record: &EventRecord) -> Result<(), Failure> {
    let (before, after) = (user_in(&record.change.old_image)?, user_in(&record.change.new_image)?);
    let entry = |user: &Option<User>| user.as_ref().and_then(Entry::of);
    let (was, became) = (entry(&before), entry(&after));
    let Some(person) = after.or(before).filter(|_| was != became) else {
        return Ok(());
    };
    let tenant = &person.tenant;
    let now = app.store.get_user(tenant, &person.key()).await?;
    let now = match now.filter(|now| now.id == person.id) {
        // Gone from there: erased, or moved to another address.
        None => app.store.find_user_by_id(tenant, person.id.0).await?,
        now => now,
    };
    if let Some(invited) = now.as_ref().filter(|_| was.is_none()) {
        note_what_is_due(app, invited).await?;
    }
    let belongs = entry(&now);
    // First where it belongs: a list may show an invitation twice for a moment, but never miss one.
    if let Some(belongs) = belongs.filter(|_| belongs != was) {
        app.store.list_invitation(tenant, &belongs).await?;
    }
    for left in [was, became]
        .into_iter()
        .flatten()
        .filter(|left| belongs.is_none_or(|belongs| !belongs.is_in_place_of(left)))
    {
        app.store.unlist_invitation(tenant, &left).await?;
    }
    Ok(())
}

/// An invitation has begun: notes the first moment at which `housekeeping` has to look at it.
async fn note_what_is_due(app: &App, user: &User) -> Result<(), StoreError> {
    let tenant = app.tenant(&user.tenant).await?;
    let begun = user.invitation.as_ref().map(|invitation| invitation.created_at);
    let next = tenant.zip(begun).and_then(|(tenant, at)| tenant.next_moment(user, at));
    match next {
        Some(next) => app.store.put_due(user, next).await,
        None => Ok(()),
    }
}
