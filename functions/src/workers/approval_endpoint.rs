//! The table's stream: has the tenant's own endpoint decide about accounts that wait.
//!
//! An account of a kind with an endpoint says since when it is asked: from the write that opened it, and from each run of
//! `housekeeping` that finds it unanswered. This worker asks, and its answer is a decision like any other: of several the
//! first counts. Trouble decides nothing. The endpoint is asked again at once, a few times, and then `housekeeping` asks again;
//! so its record is done with, and holds up no other.
//!
//! A record may come twice or late, so the person is read before anybody is asked. The accounts of a batch are asked about
//! at once, and one that took long is not asked again at once: an endpoint holds up those of others for little longer than one
//! call takes.

use std::time::{Duration, Instant};

use aws_lambda_events::event::dynamodb::{Event, EventRecord};
use aws_lambda_events::event::streams::{DynamoDbBatchItemFailure, DynamoDbEventResponse};
use http::StatusCode;
use tokio::task::JoinSet;
use usher::store::StoreError;
use usher::tenant::ApprovalEndpoint;
use usher::user::{Decision, User};

use super::records::{Change, changes};
use crate::app::App;
use crate::approvals::decided;
use crate::metrics::{self, Step};
use crate::tenant_service;
use crate::{Trigger, Worker};

/// This worker.
pub const WORKER: Worker = Worker {
    name: "approval-endpoint",
    trigger: Trigger::Stream,
};

/// The records that may ask an endpoint, as the event source mapping's filters say it: of accounts that one has not
/// answered about yet.
pub const FILTERS: &[&str] = &[r#"{"dynamodb":{"NewImage":{"ae":{"N":[{"exists":true}]}}}}"#];

/// How long to wait before each try but the first.
const PAUSES: [Duration; 2] = [Duration::from_millis(100), Duration::from_millis(400)];
/// After how long an endpoint is not asked again at once.
const LONG: Duration = Duration::from_secs(4);

/// Why a record has to come again.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("the record cannot be read: {0}")]
    Unreadable(#[from] serde_dynamo::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Handles a batch and names every record that failed.
pub async fn handle(app: &App, event: Event) -> DynamoDbEventResponse {
    let mut asking = JoinSet::new();
    for record in event.records {
        let app = app.clone();
        asking.spawn(async move {
            let outcome = handle_record(&app, &record).await;
            if let Err(failure) = &outcome {
                tracing::warn!(cause = %failure, event_id = %record.event_id, "an endpoint is not asked yet");
            }
            (record.change.sequence_number, outcome.is_ok())
        });
    }
    let mut response = DynamoDbEventResponse::default();
    while let Some(done) = asking.join_next().await {
        // One that panicked has no name: all of them come again.
        let (name, is_done) = done.unwrap_or_default();
        if !is_done {
            let mut failed = DynamoDbBatchItemFailure::default();
            failed.item_identifier = name;
            response.batch_item_failures.push(failed);
        }
    }
    response
}

async fn handle_record(app: &App, record: &EventRecord) -> Result<(), Failure> {
    for change in changes(record)? {
        ask_newly(app, change).await?;
    }
    Ok(())
}

async fn ask_newly(app: &App, (before, after): Change) -> Result<(), Failure> {
    let asked_before = before.and_then(|before| before.endpoint_asked_at);
    let newly = |asked_at: &i64| Some(*asked_at) != asked_before;
    let asked = after.and_then(|then| Some((then.endpoint_asked_at.filter(newly)?, then)));
    let Some((asked_at, then)) = asked else {
        return Ok(());
    };
    let tenant = app.tenant(&then.tenant).await?;
    let approval = tenant.as_ref().and_then(|tenant| tenant.approval(then.customer_kind));
    let Some(endpoint) = approval.and_then(|approval| approval.endpoint.as_ref()) else {
        return Ok(());
    };
    let now = app.store.get_user(&then.tenant, &then.key()).await?;
    let waits = |now: &User| now.id == then.id && now.awaits_decision() && now.endpoint_asked_at == Some(asked_at);
    let Some(user) = now.filter(waits) else {
        return Ok(());
    };
    match answer(app, endpoint, &user).await {
        Some(Some(decision)) => {
            decided(app, &user, &decision).await?;
        }
        Some(None) => app.store.leave_to_approvers(&user, asked_at).await?,
        None => metrics::failed(Step::Registered, &user.tenant, "approval_endpoint"),
    }
    Ok(())
}

/// What the endpoint answers, the first time or one of the next; nothing where it gives no answer that can be used.
async fn answer(app: &App, endpoint: &ApprovalEndpoint, user: &User) -> Option<Option<Decision>> {
    let (began, mut pauses) = (Instant::now(), PAUSES.into_iter());
    loop {
        match ask(app, endpoint, user).await {
            Ok(answer) => return Some(answer),
            Err(reason) => {
                let tenant = user.tenant.as_str();
                tracing::warn!(tenant, reason, "the approval endpoint gave no answer that can be used");
            }
        }
        let pause = pauses.next().filter(|_| began.elapsed() < LONG)?;
        tokio::time::sleep(pause).await;
    }
}

/// What the endpoint decides, unless it leaves that to the approvers; the error is a word for the log.
async fn ask(app: &App, endpoint: &ApprovalEndpoint, user: &User) -> Result<Option<Decision>, &'static str> {
    let known = Some(endpoint.authentication());
    let answer = tenant_service::ask(app, &endpoint.url, known, user.approval_question()).await?;
    match answer.status {
        StatusCode::OK => Decision::of_endpoint(&answer.body, app.clock.now()).map_err(|error| error.word()),
        _ => Err("wrong_status"),
    }
}
