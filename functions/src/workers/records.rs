//! Reading the records of the table's stream.

use aws_lambda_events::event::dynamodb::EventRecord;
use usher::store::{MailRequest, person_behind};
use usher::user::User;

/// Whom a record is about, as the table's keys tell it, however unreadable the rest may be.
pub(super) fn person_of(record: &EventRecord) -> Option<&str> {
    let change = &record.change;
    let images = [&change.keys, &change.new_image, &change.old_image];
    let key = images.into_iter().find_map(|image| image.get("pk"))?;
    match key {
        serde_dynamo::AttributeValue::S(key) => person_behind(key),
        _ => None,
    }
}

/// The request for a mail that a record brings, unless it only repeats one.
pub(super) fn new_request(record: &EventRecord) -> Result<Option<MailRequest>, serde_dynamo::Error> {
    let request_in = |image: &serde_dynamo::Item| match image.contains_key("uk") && image.contains_key("qa") {
        true => serde_dynamo::from_item::<_, MailRequest>(image.clone()).map(Some),
        false => Ok(None),
    };
    let before = request_in(&record.change.old_image)?;
    let after = request_in(&record.change.new_image)?;
    Ok(after.filter(|after| before.is_none_or(|before| before.asked_at != after.asked_at)))
}

/// A person before and after, either of whom may be nobody.
pub(super) type Change = (Option<User>, Option<User>);

/// What a record tells of people. One change, but two where somebody has come to stand in another's place: that is one person
/// who is gone, and one who is made.
pub(super) fn changes(record: &EventRecord) -> Result<Vec<Change>, serde_dynamo::Error> {
    let change = (user_in(&record.change.old_image)?, user_in(&record.change.new_image)?);
    Ok(match change {
        (Some(before), Some(after)) if before.id != after.id => vec![(Some(before), None), (None, Some(after))],
        change => vec![change],
    })
}

/// The person in an image; nobody where it is an item for an address nobody has, or of another kind.
fn user_in(image: &serde_dynamo::Item) -> Result<Option<User>, serde_dynamo::Error> {
    if !image.contains_key("id") || !image.contains_key("em") {
        return Ok(None);
    }
    serde_dynamo::from_item(image.clone()).map(Some)
}
