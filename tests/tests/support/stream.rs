//! The table's stream, by hand: a test decides what arrives, and how often.

use aws_lambda_events::event::dynamodb::{Event, EventRecord};

use super::table::Row;

/// The record of a change of one item.
pub(crate) fn record(number: &str, before: Option<&Row>, after: Option<&Row>) -> EventRecord {
    let image = |row: Option<&Row>| row.map(|row| serde_dynamo::Item::from(row.clone())).unwrap_or_default();
    let mut record = EventRecord::default();
    number.clone_into(&mut record.event_id);
    record.change.sequence_number = Some(number.to_owned());
    record.change.old_image = image(before);
    record.change.new_image = image(after);
    record
}

/// Records as Lambda hands them on.
pub(crate) fn event(records: impl IntoIterator<Item = EventRecord>) -> Event {
    let mut event = Event::default();
    event.records = records.into_iter().collect();
    event
}
