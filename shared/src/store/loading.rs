//! People as they stand in the table with all that stands beside them, for loading many at once.

use super::approvals::awaiting;
use super::new_person::{request_item, way_in, whole_person};
use super::{Entry, Item, Listed, StoreError, keys};
use crate::provisioning::RequestIdentity;
use crate::user::User;

/// Every item that there is of a person once the stream was worked on: themselves, the ways in to them, and their entries
/// on lists.
///
/// # Errors
/// When the person cannot be written.
pub fn items_of(user: &User) -> Result<Vec<Item>, StoreError> {
    let request = RequestIdentity::derived(user.id.0, "loaded");
    let mut items = vec![whole_person(user)?, request_item(user, &request)];
    if let Some(id) = &user.external_id {
        items.push(way_in(keys::by_external_id(&user.tenant, id), user));
    }
    if user.awaits_decision() {
        items.push(awaiting(user));
    }
    items.extend(Entry::of(user).map(|entry| entry.item(&user.tenant)));
    items.extend(Listed::of(user).items(&user.tenant));
    Ok(items)
}
