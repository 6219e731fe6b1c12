//! The items that a new person is.

use aws_sdk_dynamodb::types::AttributeValue;

use super::{Item, StoreError, keys, number, text};
use crate::provisioning::RequestIdentity;
use crate::user::User;

/// The attributes of a new person.
pub(super) fn person_item(user: &User) -> Result<Item, StoreError> {
    let mut item: Item = serde_dynamo::to_item(user).map_err(|error| StoreError::Unreadable(error.to_string()))?;
    if let Some(at) = user.approval_asked_at() {
        // The mails about the wait are asked for in this very write.
        item.insert("mw".to_owned(), number(at));
    }
    if user.password.is_some() || !user.links.is_empty() {
        // What the steps of a registered person write into; empty maps are not written otherwise.
        for map in ["fam", "ses", "mq", "ks"] {
            item.entry(map.to_owned()).or_insert(AttributeValue::M(Item::new()));
        }
    }
    item.insert("ttl".to_owned(), number(keys::NEVER));
    item.insert("nt".to_owned(), number(keys::NEVER));
    Ok(item)
}

/// The whole item of a new person.
pub(super) fn whole_person(user: &User) -> Result<Item, StoreError> {
    let mut item = keys::user(&user.tenant, &user.key()).item();
    item.extend(person_item(user)?);
    Ok(item)
}

pub(super) fn way_in(key: keys::Key, user: &User) -> Item {
    let mut item = key.item();
    item.insert("uk".to_owned(), text(user.key().as_text()));
    item.insert("id".to_owned(), AttributeValue::S(user.id.to_string()));
    item
}

/// The way in by id, which also remembers the request that made the person.
pub(super) fn request_item(user: &User, request: &RequestIdentity) -> Item {
    let mut item = keys::by_id(&user.tenant, user.id.0).item();
    item.insert("uk".to_owned(), text(user.key().as_text()));
    item.insert("fp".to_owned(), text(&request.fingerprint));
    item.insert("at".to_owned(), number(user.provisioned_at));
    item.insert("rq".to_owned(), text(&request.attempt));
    item
}
