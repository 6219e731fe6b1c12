//! Accounts that wait for their tenant's decision: a small item beside each, made and taken away in the same write as the
//! account and the decision.

use aws_sdk_dynamodb::types::{AttributeValue, Delete, ReturnValuesOnConditionCheckFailure, TransactWriteItem, Update};
use jiff::Timestamp;

use super::notices::ASKED_NOTICE;
use super::write::{conditional, id_text, is_condition, person, reasons};
use super::{Item, Store, StoreError, keys, number, text, text_in};
use crate::housekeeping::Whom;
use crate::tenant::TenantName;
use crate::user::{Decision, EmailKey, NoticeKind, Status, User};

/// A part of the list of those who wait.
#[derive(Clone, Debug)]
pub struct Awaiting {
    /// The people, who has waited longest first.
    pub users: Vec<User>,
    /// Behind what the next part begins, if there may be one.
    pub next: Option<String>,
}

/// What became of a decision.
#[derive(Clone, Debug)]
pub enum Decided {
    /// It counts, now or by an earlier try of the same decision; the person as they are now.
    Yes(Box<User>),
    /// Another decision was first; the person as it left them.
    Otherwise(Box<User>),
    /// They are gone.
    Nobody,
}

/// The place of an account on the list.
pub(super) fn awaiting_key(user: &User) -> keys::Key {
    keys::awaiting_at(&user.tenant, user.verified_at.unwrap_or(user.provisioned_at), user.id.0)
}

/// The item at that place.
pub(super) fn awaiting(user: &User) -> Item {
    let mut item = awaiting_key(user).item();
    item.insert("uk".to_owned(), text(user.key().as_text()));
    item.insert("id".to_owned(), text(user.id.to_string()));
    item
}

impl Store {
    /// At most `limit` accounts that wait, behind a place: two round trips, half a read unit per 4 KB of entries and one
    /// for each person.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn list_awaiting(
        &self,
        tenant: &TenantName,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Awaiting, StoreError> {
        let range = keys::any_time_behind(after.unwrap_or_default());
        let (found, more) = self.entries(&keys::awaiting(tenant), range, limit).await?;
        let last = found.last().and_then(|item| text_in(item, "sk")).map(str::to_owned);
        let key_of = |item: &Item| Some(EmailKey::from_text(text_in(item, "uk")?)?.as_text());
        let mut people = self.people(tenant, found.iter().filter_map(key_of).collect()).await?;
        // Who was decided about in this very moment is left out.
        let waits = |item: &Item| {
            let user = people.remove(&key_of(item)?)?;
            (user.awaits_decision() && text_in(item, "id") == Some(user.id.to_string().as_str())).then_some(user)
        };
        Ok(Awaiting {
            users: found.iter().filter_map(waits).collect(),
            next: last.filter(|_| more),
        })
    }

    /// Decides about an account: one round trip, two writes. Of several decisions the first counts; the same one again
    /// changes nothing.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn decide(&self, user: &User, decision: &Decision) -> Result<Decided, StoreError> {
        let (notice, status, registered) = match decision.approved {
            true => (NoticeKind::Approved, Status::Registered, ", ra = :at"),
            false => (NoticeKind::Refused, Status::AwaitingApproval, ""),
        };
        let noted: AttributeValue =
            serde_dynamo::to_attribute_value(decision).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let key = keys::user(&user.tenant, &user.key());
        let update = Update::builder()
            .table_name(&self.table)
            .key("pk", key.pk())
            .key("sk", key.sk())
            .condition_expression("id = :id AND #st = :awaiting AND attribute_not_exists(dc)")
            .update_expression(format!(
                "SET #st = :status, dc = :decision, mq.#notice = :at, mw = :at{registered} REMOVE ae"
            ))
            .expression_attribute_names("#st", "st")
            .expression_attribute_names("#notice", notice.as_str())
            .expression_attribute_values(":id", text(user.id.to_string()))
            .expression_attribute_values(":awaiting", text(Status::AwaitingApproval.as_str()))
            .expression_attribute_values(":status", text(status.as_str()))
            .expression_attribute_values(":decision", noted)
            .expression_attribute_values(":at", number(decision.at))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build();
        let entry = awaiting_key(user);
        let delete = Delete::builder()
            .table_name(&self.table)
            .key("pk", entry.pk())
            .key("sk", entry.sk())
            .build();
        let (update, delete) = update
            .and_then(|update| Ok((update, delete?)))
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let written = self
            .client
            .transact_write_items()
            .transact_items(TransactWriteItem::builder().update(update).build())
            .transact_items(TransactWriteItem::builder().delete(delete).build())
            .send()
            .await;
        let Err(error) = written else {
            return Ok(Decided::Yes(Box::new(User {
                status,
                decision: Some(decision.clone()),
                endpoint_asked_at: None,
                registered_at: decision.approved.then_some(decision.at),
                ..user.clone()
            })));
        };
        let reasons = reasons(&error)?;
        let Some(first) = reasons.first().filter(|reason| is_condition(reason)) else {
            return Err(StoreError::Conflict);
        };
        let stored = first.item().cloned().unwrap_or_default();
        if text_in(&stored, "id") != Some(user.id.to_string().as_str()) {
            return Ok(Decided::Nobody);
        }
        let stored = Box::new(person(&stored)?);
        let is_same = |first: &Decision| first.approved == decision.approved;
        Ok(match stored.decision.as_ref().is_some_and(is_same) {
            true => Decided::Yes(stored),
            false => Decided::Otherwise(stored),
        })
    }

    /// Asks those again who decide about an account, unless it was decided about or they were asked since `user` was read:
    /// one round trip, one write unit. However many do so at once, they are asked once. The person as they are then, if this
    /// call did it.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn ask_again(&self, user: &User, whom: Whom, now: Timestamp) -> Result<Option<User>, StoreError> {
        let at = now.as_millisecond();
        let mut holds = "id = :id AND #st = :awaiting AND attribute_not_exists(dc)".to_owned();
        let mut update = self.update_user(&user.tenant, &user.key());
        for (name, as_read) in [("ar", user.approvers_reminded_at), ("ae", user.endpoint_asked_at)] {
            match as_read {
                Some(read) => {
                    holds += &format!(" AND {name} = :{name}");
                    update = update.expression_attribute_values(format!(":{name}"), number(read));
                }
                None => holds += &format!(" AND attribute_not_exists({name})"),
            }
        }
        let mut sets = Vec::new();
        if whom.approvers {
            sets.push(format!("ar = :asked, {ASKED_NOTICE}"));
            update = update.expression_attribute_names("#notice", NoticeKind::ApprovalAsked.as_str());
        }
        if whom.endpoint {
            sets.push("ae = :asked".to_owned());
        }
        let written = update
            .condition_expression(holds)
            .update_expression(format!("SET {}", sets.join(", ")))
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":awaiting", text(Status::AwaitingApproval.as_str()))
            .expression_attribute_values(":asked", number(at))
            .send()
            .await;
        if conditional(written)?.is_err() {
            return Ok(None);
        }
        let mut asked = user.clone();
        if whom.approvers {
            asked.approvers_reminded_at = Some(at);
            asked.notices.insert(NoticeKind::ApprovalAsked.as_str().to_owned(), at);
        }
        if whom.endpoint {
            asked.endpoint_asked_at = Some(at);
        }
        Ok(Some(asked))
    }

    /// Notes that a tenant's endpoint has left an account to the approvers, unless it was asked again since `user` was read:
    /// one round trip, one write unit.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn leave_to_approvers(&self, user: &User, asked_at: i64) -> Result<(), StoreError> {
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND ae = :asked")
            .update_expression("REMOVE ae")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":asked", number(asked_at))
            .send()
            .await;
        conditional(written).map(|_| ())
    }
}
