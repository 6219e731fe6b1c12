//! The table's stream, delivered to a worker as Lambda's event source mapping does it.
//!
//! What its filters let through, at least once and in order: up to ten records at a time; when the worker names records that
//! failed, again from the first of them, slower each time. A record that fails to the end is parked,
//! which here is a line in the log, and the next one gets its turn.
//!
//! How far the worker has come is written down after each delivery. A stack that was killed between
//! a change and its mail therefore sends the mail when it starts again.

mod event;
mod filter;
mod reader;

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use aws_lambda_events::event::dynamodb::{Event, EventRecord};
use aws_lambda_events::streams::DynamoDbEventResponse;
use tokio::sync::{Notify, watch};

pub use filter::lets_through;
pub use reader::ReadError;
pub(crate) use reader::Reader;

use crate::folder::Folder;
use reader::Position;

/// How often to look when nobody has called: only a write that went past the stack's own HTTP layer,
/// or a write that a crash came after, is ever found this way.
const IDLE: Duration = Duration::from_secs(2);
/// Ten attempts are about 13 seconds with the waits below.
const ATTEMPTS: u32 = 10;
const FIRST_WAIT: Duration = Duration::from_millis(50);
const LONGEST_WAIT: Duration = Duration::from_secs(3);

/// Reads the stream and hands it on.
pub(crate) struct Pump<W> {
    reader: Reader,
    filters: &'static [&'static str],
    worker: W,
    place: Place,
    wake: Arc<Notify>,
    stop: watch::Receiver<bool>,
}

/// Where it is kept how far a worker has come: a file of the folder for each worker.
#[derive(Clone)]
pub(crate) struct Place {
    folder: Arc<Folder>,
    file: &'static str,
}

impl<W, F> Pump<W>
where
    W: Fn(Event) -> F + Send,
    F: Future<Output = DynamoDbEventResponse> + Send + 'static,
{
    pub(crate) const fn new(
        reader: Reader,
        filters: &'static [&'static str],
        worker: W,
        place: Place,
        wake: Arc<Notify>,
        stop: watch::Receiver<bool>,
    ) -> Self {
        Self {
            reader,
            filters,
            worker,
            place,
            wake,
            stop,
        }
    }

    /// Runs until the stack stops. What is being delivered then is finished first.
    pub(crate) async fn run(mut self) {
        while !*self.stop.borrow() {
            match self.reader.next().await {
                Ok(records) if records.is_empty() => self.pause(IDLE, true).await,
                Ok(records) => self.deliver(records).await,
                Err(error) => {
                    tracing::warn!(%error, "the table's stream cannot be read; trying again");
                    self.pause(IDLE, false).await;
                }
            }
        }
    }

    async fn deliver(&mut self, records: Vec<EventRecord>) {
        let wakes = |record: &&EventRecord| lets_through(self.filters, record);
        let wanted: Vec<EventRecord> = records.iter().filter(wakes).cloned().collect();
        let mut left = wanted.as_slice();
        let mut attempt = 1;
        while let [first, ..] = left {
            if *self.stop.borrow() {
                return;
            }
            let failed = self.attempt(left).await;
            let done = if failed == Some(0) && attempt == ATTEMPTS {
                tracing::error!(
                    event_id = first.event_id,
                    sequence_number = sequence_number(first),
                    "a stream record is parked: the worker failed on it {ATTEMPTS} times"
                );
                1
            } else {
                failed.unwrap_or(left.len())
            };
            if let Some(last) = done.checked_sub(1).and_then(|last| left.get(last)) {
                self.checkpoint(last);
                left = &left[done..];
                attempt = 1;
            } else {
                self.pause(wait_before(attempt), false).await;
                attempt += 1;
            }
        }
        // What wakes nobody is done with, too.
        if let Some(last) = records.last().filter(|record| !lets_through(self.filters, record)) {
            self.checkpoint(last);
        }
    }

    /// Where the worker failed first, if it did.
    async fn attempt(&self, records: &[EventRecord]) -> Option<usize> {
        let mut event = Event::default();
        event.records = records.to_vec();
        // A task of its own, so that a panic fails the batch, as it fails an invocation.
        match tokio::spawn((self.worker)(event)).await {
            Ok(response) => first_failed(&response, records),
            Err(_) => Some(0),
        }
    }

    fn checkpoint(&mut self, record: &EventRecord) {
        if let Some(number) = sequence_number(record)
            && let Err(error) = self.place.keep(self.reader.delivered(number))
        {
            tracing::error!(%error, "how far the stream was read cannot be kept; a restart will deliver again");
        }
    }

    /// Waits, but not longer than until the stack stops, or somebody calls if that is of interest.
    async fn pause(&mut self, time: Duration, until_woken: bool) {
        tokio::select! {
            () = tokio::time::sleep(time) => {}
            () = self.wake.notified(), if until_woken => {}
            _ = self.stop.wait_for(|stop| *stop) => {}
        }
    }
}

impl Place {
    pub(crate) const fn new(folder: Arc<Folder>, file: &'static str) -> Self {
        Self { folder, file }
    }

    /// Where a stack before this one came to, if it was on this folder and did not lose the file.
    pub(crate) fn kept(&self) -> io::Result<Option<Position>> {
        let bytes = self.folder.read(self.file)?;
        Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }

    fn keep(&self, position: &Position) -> io::Result<()> {
        self.folder.write(self.file, &serde_json::to_vec(position)?)
    }
}

fn sequence_number(record: &EventRecord) -> Option<&str> {
    record.change.sequence_number.as_deref()
}

/// The first record that the response names. One that names none, or one that was not in the batch,
/// fails all of it, as Lambda has it.
fn first_failed(response: &DynamoDbEventResponse, records: &[EventRecord]) -> Option<usize> {
    let places = response.batch_item_failures.iter().map(|failure| {
        let named = failure.item_identifier.as_deref();
        records
            .iter()
            .position(|record| named.is_some() && sequence_number(record) == named)
            .unwrap_or(0)
    });
    places.min()
}

fn wait_before(attempt: u32) -> Duration {
    FIRST_WAIT
        .saturating_mul(1 << attempt.saturating_sub(1).min(16))
        .min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests;
