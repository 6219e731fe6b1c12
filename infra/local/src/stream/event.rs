//! A record as the SDK reads it, turned into what Lambda hands to a function.

use std::collections::HashMap;
use std::time::SystemTime;

use aws_lambda_events::event::dynamodb::{EventRecord, StreamRecord, StreamViewType, UserIdentity};
use aws_sdk_dynamodbstreams::types::{AttributeValue, Record};

/// One record of an event, as Lambda would deliver it from `stream`.
pub(super) fn record(record: Record, stream: &str) -> EventRecord {
    let mut event = EventRecord::default();
    event.event_id = record.event_id.unwrap_or_default();
    event.event_name = record
        .event_name
        .map(|name| name.as_str().to_owned())
        .unwrap_or_default();
    event.event_version = record.event_version;
    event.event_source = record.event_source;
    event.event_source_arn = Some(stream.to_owned());
    event.aws_region = record.aws_region.unwrap_or_default();
    event.user_identity = record.user_identity.map(|identity| {
        let mut user = UserIdentity::default();
        user.type_ = identity.r#type.unwrap_or_default();
        user.principal_id = identity.principal_id.unwrap_or_default();
        user
    });
    event.change = record.dynamodb.map(change).unwrap_or_default();
    event
}

fn change(record: aws_sdk_dynamodbstreams::types::StreamRecord) -> StreamRecord {
    let created = record
        .approximate_creation_date_time
        .and_then(|time| SystemTime::try_from(time).ok());
    let mut change = StreamRecord::default();
    change.approximate_creation_date_time = created.unwrap_or(SystemTime::UNIX_EPOCH).into();
    change.keys = item(record.keys);
    change.new_image = item(record.new_image);
    change.old_image = item(record.old_image);
    change.sequence_number = record.sequence_number;
    change.size_bytes = record.size_bytes.unwrap_or_default();
    change.stream_view_type = Some(StreamViewType::NewAndOldImages);
    change
}

fn item(attributes: Option<HashMap<String, AttributeValue>>) -> serde_dynamo::Item {
    attributes.unwrap_or_default().into()
}
