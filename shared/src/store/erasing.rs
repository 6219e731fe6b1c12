//! Erasing people, and making somebody known in the place of who never proved the address.

use aws_sdk_dynamodb::types::builders::DeleteBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Put, TransactWriteItem};
use jiff::Timestamp;

use super::approvals::awaiting_key;
use super::links::links_of;
use super::new_person::whole_person;
use super::parts::{delete, update};
use super::write::outcome;
use super::{CreateError, Created, Mark, Store, StoreError, Written, keys, number, text};
use crate::provisioning::RequestIdentity;
use crate::user::{User, moment};

/// What [`User::gives_way`] says.
const UNPROVEN: &str = "id = :id AND attribute_exists(sr) \
                        AND (#st = :provisioned AND attribute_not_exists(ua) OR #st = :verified)";

impl Store {
    /// Erases a person and the ways in to them, which frees the address and the external id.
    ///
    /// The way in by id stays, without leading anywhere: an id is never given twice, and the call
    /// that made the person cannot be replayed. A customer of several people loses one, and with the last of them it goes.
    /// One round trip; two for a person of such a customer.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn erase_user(&self, user: &User, mark: Option<&Mark>, now: Timestamp) -> Result<Written, StoreError> {
        let person = self.delete_of(&keys::user(&user.tenant, &user.key()), user);
        self.erase(user, person, mark, now).await
    }

    /// Erases a person as [`Self::erase_user`] does, unless they have registered: who does so in that very moment
    /// stays, with every way in.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn erase_unregistered(&self, user: &User, now: Timestamp) -> Result<Written, StoreError> {
        let person = self
            .delete_of(&keys::user(&user.tenant, &user.key()), user)
            .condition_expression("id = :id AND #st IN (:provisioned, :verified)")
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":provisioned", text("provisioned"))
            .expression_attribute_values(":verified", text("verified"));
        self.erase(user, person, None, now).await
    }

    /// Saves somebody in the place of `over`, who registered with the same address and gives way ([`User::gives_way`]): in one
    /// write with erasing them, unless that has changed meanwhile. Nothing they held survives, attempts on the address that
    /// were counted neither.
    ///
    /// As [`Self::create_account`], and two write units for every item that goes; a round trip more where `over` belongs to a
    /// customer of several people.
    ///
    /// # Errors
    /// As there; [`CreateError::EmailExists`] and [`CreateError::CustomerChanged`] where `over` is not what was read.
    pub async fn create_account_over(
        &self,
        user: &User,
        request: &RequestIdentity,
        due_at: Option<i64>,
        over: &User,
    ) -> Result<Created, CreateError> {
        let (as_read, links) = linked_as_read(over)?;
        let mut put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(whole_person(user)?))
            .condition_expression(format!("{UNPROVEN} AND {as_read}"))
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":provisioned", text("provisioned"))
            .expression_attribute_values(":verified", text("verified"))
            .expression_attribute_values(":id", text(over.id.to_string()));
        if let Some(links) = links {
            put = put.expression_attribute_values(":links", links);
        }
        let put = put
            .build()
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let person = TransactWriteItem::builder().put(put).build();
        let parting = self.parting(over, moment(user.provisioned_at)).await?;
        self.create_with(user, person, request, due_at, parting).await
    }

    async fn erase(
        &self,
        user: &User,
        person: DeleteBuilder,
        mark: Option<&Mark>,
        now: Timestamp,
    ) -> Result<Written, StoreError> {
        let mut writes = Vec::new();
        if let Some(mark) = mark {
            writes.push(mark.put(&self.table, now)?);
        }
        // A way in that came meanwhile would be left leading nowhere, and nobody could have it any more.
        let holds = person.get_condition_expression().clone().unwrap_or_default();
        let (as_read, links) = linked_as_read(user)?;
        let mut person = person.condition_expression(format!("{holds} AND {as_read}"));
        if let Some(links) = links {
            person = person.expression_attribute_values(":links", links);
        }
        writes.push(delete(person)?);
        writes.extend(self.parting(user, now).await?);
        let request = self.client.transact_write_items().set_transact_items(Some(writes));
        outcome(request.send().await, mark)
    }

    /// What goes with a person: the ways in to them, their place on a list, and what they are of a customer.
    async fn parting(&self, user: &User, now: Timestamp) -> Result<Vec<TransactWriteItem>, StoreError> {
        let tenant = &user.tenant;
        let mut writes = Vec::new();
        if let Some(id) = &user.external_id {
            writes.push(delete(self.delete_of(&keys::by_external_id(tenant, id), user))?);
        }
        if let Some(subject) = &user.external_authentication_provider_id {
            writes.push(delete(self.delete_of(&keys::by_subject(tenant, subject), user))?);
        }
        writes.extend(self.unlinking(user)?);
        if user.awaits_decision() || user.awaited_decision() {
            writes.push(delete(self.delete_of(&awaiting_key(user), user))?);
        }
        let by_id = keys::by_id(tenant, user.id.0);
        let tombstone = self
            .update_of(&by_id)
            .update_expression("SET del = :now REMOVE uk")
            .expression_attribute_values(":now", number(now.as_millisecond()));
        writes.push(update(tombstone)?);
        if let Some(customer) = user.customer {
            writes.extend(self.leaving(user, customer).await?);
        }
        Ok(writes)
    }

    /// The ways in by a provider.
    pub(super) fn unlinking(&self, user: &User) -> Result<Vec<TransactWriteItem>, StoreError> {
        let ways_in = user.links.iter().map(|link| keys::by_link(&user.tenant, link));
        ways_in.map(|way_in| delete(self.delete_of(&way_in, user))).collect()
    }

    pub(super) fn delete_of(&self, key: &keys::Key, user: &User) -> DeleteBuilder {
        self.delete_at(key)
            .condition_expression("id = :id")
            .expression_attribute_values(":id", text(user.id.to_string()))
    }
}

/// The condition that a person is still linked as they were read, and the `:links` that it compares with, if any.
pub(super) fn linked_as_read(user: &User) -> Result<(&'static str, Option<AttributeValue>), StoreError> {
    Ok(match user.links.is_empty() {
        true => ("attribute_not_exists(lk)", None),
        false => ("lk = :links", Some(links_of(user)?)),
    })
}
