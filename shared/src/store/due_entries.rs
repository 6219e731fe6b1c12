//! What is due for invitations and for accounts that wait: one small item each, in the collection of their tenant, sorted by
//! its moment.
//!
//! The entries lead to people and decide nothing: what is done follows from the person
//! ([`crate::housekeeping::due`]), under a condition that lets it happen once. An entry that is left over does no harm.

use aws_sdk_dynamodb::types::ReturnValuesOnConditionCheckFailure;
use jiff::Timestamp;

use super::mails::ASKED;
use super::write::{conditional, id_text};
use super::{Item, Store, StoreError, keys, number, text, text_in};
use crate::tenant::TenantName;
use crate::user::{EmailKey, User};

/// A person for whom something is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueEntry {
    /// Whom it leads to.
    pub key: EmailKey,
    /// Its place among the others: what is due first comes first.
    pub place: String,
}

/// The entry of a person for whom something is due at `at`.
pub(super) fn due_item(user: &User, at: i64) -> Item {
    let mut item = keys::due_at(&user.tenant, at, user.id.0).item();
    item.insert("uk".to_owned(), text(user.key().as_text()));
    item
}

impl Store {
    /// Notes that something is due for a person at `at`, in milliseconds since 1970: one write unit.
    /// Doing so again changes nothing.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn put_due(&self, user: &User, at: i64) -> Result<(), StoreError> {
        let put = self.client.put_item().table_name(&self.table);
        let put = put.set_item(Some(due_item(user, at)));
        let put = put.send().await;
        put.map(drop).map_err(|error| StoreError::from_sdk(&error))
    }

    /// Takes an entry away: one write unit, whether or not it is there.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn delete_due(&self, tenant: &TenantName, entry: &DueEntry) -> Result<(), StoreError> {
        let key = keys::due_place(tenant, &entry.place);
        let delete = self.client.delete_item().table_name(&self.table);
        let deleted = delete.key("pk", key.pk()).key("sk", key.sk()).send().await;
        deleted.map(drop).map_err(|error| StoreError::from_sdk(&error))
    }

    /// At most `limit` entries of a tenant that are due at `now`, behind the place `after`, oldest first: one round
    /// trip, half a read unit per 4 KB.
    ///
    /// # Errors
    /// When the table fails, or an entry leads to nobody.
    pub async fn due(
        &self,
        tenant: &TenantName,
        after: &str,
        limit: i32,
        now: Timestamp,
    ) -> Result<Vec<DueEntry>, StoreError> {
        let (from, to) = keys::due_between(after, now);
        let asked = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND sk BETWEEN :from AND :to")
            .expression_attribute_values(":pk", text(keys::due(tenant)))
            .expression_attribute_values(":from", text(from))
            .expression_attribute_values(":to", text(to))
            .limit(limit);
        let answer = asked.send().await.map_err(|error| StoreError::from_sdk(&error))?;
        let read = |item: &Item| {
            let key = EmailKey::from_text(text_in(item, "uk")?)?;
            let place = text_in(item, "sk")?.to_owned();
            Some(DueEntry { key, place })
        };
        let unreadable = || StoreError::Unreadable("an entry that leads to nobody".to_owned());
        let items = answer.items.unwrap_or_default();
        items.iter().map(|item| read(item).ok_or_else(unreadable)).collect()
    }

    /// Asks for the message of an invitation again, as a reminder, if nobody has since `user` was read: one round
    /// trip, one write unit. However many do so at once, one reminder is asked for. Its link works as long as the
    /// first one did. Whether this call did it; also not, when the person has changed so that there is no reminder.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn remind(&self, user: &User, life_seconds: u32, now: Timestamp) -> Result<bool, StoreError> {
        let update = self.update_user(&user.tenant, &user.key());
        let (as_read, update) = match user.reminders_sent {
            Some(sent) => (
                "rn = :sent",
                update.expression_attribute_values(":sent", number(sent.into())),
            ),
            None => ("attribute_not_exists(rn)", update),
        };
        let written = update
            .condition_expression(format!(
                "id = :id AND attribute_exists(inv) AND #st IN (:provisioned, :verified) \
                 AND attribute_not_exists(rv) AND attribute_not_exists(ms) \
                 AND (attribute_not_exists(qa) OR qa < :asked) AND {as_read}"
            ))
            .update_expression(format!("SET {ASKED}, rn = :next, rm = :asked"))
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":provisioned", text("provisioned"))
            .expression_attribute_values(":verified", text("verified"))
            .expression_attribute_values(":asked", number(now.as_millisecond()))
            .expression_attribute_values(":life", number(i64::from(life_seconds) * 1_000))
            .expression_attribute_values(":next", number(i64::from(user.reminders_sent.unwrap_or_default()) + 1))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        Ok(conditional(written)?.is_ok())
    }
}
