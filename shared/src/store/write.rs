//! How one write is made, and what its refusal says.

use std::collections::HashMap;

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::operation::update_item::{UpdateItemError, UpdateItemOutput};
use aws_sdk_dynamodb::types::{AttributeValue, CancellationReason, ReturnValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::{Item, Mark, Store, StoreError, keys, number, number_in, text, text_in, user_in};
use crate::id::{Opaque, UserId};
use crate::limit::{Bucket, TooOften};
use crate::tenant::TenantName;
use crate::user::{EmailKey, User};

/// An item for an address nobody has only counts attempts, and for no longer than a day.
const COUNTER_LIFE_SECONDS: i64 = 86_400;

/// What became of a write that goes by what was read before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It is done.
    Now,
    /// An earlier try of the same request did it.
    Before,
    /// The idempotency key was used for another request.
    KeyReused,
    /// What it goes by has changed meanwhile.
    Changed,
}

/// A write that counts as an attempt against a leaky bucket.
pub(super) struct Attempt<'a> {
    /// The attribute that is the bucket.
    pub(super) bucket: &'a str,
    /// A condition without which there is nothing to do.
    pub(super) only_if: Option<&'a str>,
    /// What else the write sets.
    pub(super) also: &'a str,
    /// How much the bucket holds.
    pub(super) limit: Bucket,
    /// When.
    pub(super) now: Timestamp,
}

/// What became of an attempt.
pub(super) enum Attempted {
    /// It was let through; the item afterwards, and whether the bucket had been empty.
    Through { item: Item, alone: bool },
    /// There was nothing to do: [`Attempt::only_if`] does not hold; the item as it is.
    Nothing { item: Item },
    /// There were too many; the item as it is.
    TooOften { item: Item, too_often: TooOften },
}

impl Attempt<'_> {
    /// Makes the attempt, on the item that `request` updates.
    ///
    /// A bucket's next value is max(now, value) + interval, and DynamoDB has no max: the first write
    /// is for an empty bucket, which is the usual case, the second for one that is filling, or that a right password has
    /// emptied between the two.
    pub(super) async fn make(&self, request: impl Fn() -> UpdateItemFluentBuilder) -> Result<Attempted, StoreError> {
        let now = self.now.as_millisecond();
        let empty = self
            .write(request(), "(attribute_not_exists(#limit) OR #limit <= :now)", ":next")
            .expression_attribute_values(":now", number(now))
            .expression_attribute_values(":next", number(now + self.limit.interval_ms()));
        let item = match conditional(empty.send().await)? {
            Ok(item) => return Ok(Attempted::Through { item, alone: true }),
            Err(stored) => stored,
        };
        if let Some(refused) = self.refused(&item) {
            return Ok(refused);
        }
        if number_in(&item, self.bucket).is_none_or(|spoken_for| spoken_for <= now) {
            return Ok(Attempted::Nothing { item });
        }
        let filling = self
            .write(
                request(),
                "(attribute_not_exists(#limit) OR #limit <= :horizon)",
                "if_not_exists(#limit, :now) + :interval",
            )
            .expression_attribute_values(":now", number(now))
            .expression_attribute_values(":horizon", number(self.limit.horizon(self.now)))
            .expression_attribute_values(":interval", number(self.limit.interval_ms()));
        Ok(match conditional(filling.send().await)? {
            Ok(item) => Attempted::Through { item, alone: false },
            Err(stored) => self.refused(&stored).unwrap_or(Attempted::Nothing { item: stored }),
        })
    }

    fn write(&self, request: UpdateItemFluentBuilder, holds: &str, next: &str) -> UpdateItemFluentBuilder {
        let only_if = self
            .only_if
            .map(|condition| format!("{condition} AND "))
            .unwrap_or_default();
        // An item that only counts expires a day after the last attempt; a person's, which says so
        // in `nt`, never does.
        let set = format!("SET #limit = {next}, #ttl = if_not_exists(nt, :ttl)");
        let also = if self.also.is_empty() {
            String::new()
        } else {
            format!(", {}", self.also)
        };
        request
            .condition_expression(format!("{only_if}{holds}"))
            .update_expression(format!("{set}{also}"))
            .expression_attribute_names("#limit", self.bucket)
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":ttl", number(self.now.as_second() + COUNTER_LIFE_SECONDS))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
    }

    fn refused(&self, item: &Item) -> Option<Attempted> {
        let spoken_for = number_in(item, self.bucket).filter(|at| *at > self.limit.horizon(self.now))?;
        let too_often = TooOften {
            retry_after: self.limit.retry_after(spoken_for, self.now),
        };
        Some(Attempted::TooOften {
            item: item.clone(),
            too_often,
        })
    }
}

impl Store {
    pub(super) fn update_user(&self, tenant: &TenantName, key: &EmailKey) -> UpdateItemFluentBuilder {
        self.update(&keys::user(tenant, key))
    }

    pub(super) fn update(&self, key: &keys::Key) -> UpdateItemFluentBuilder {
        self.client
            .update_item()
            .table_name(&self.table)
            .key("pk", key.pk())
            .key("sk", key.sk())
    }
}

/// Whether an attempt that only counts or asks was let through.
pub(super) fn through(attempted: Attempted) -> Result<Result<(), TooOften>, StoreError> {
    Ok(match attempted {
        Attempted::Through { .. } | Attempted::Nothing { .. } => Ok(()),
        Attempted::TooOften { too_often, .. } => Err(too_often),
    })
}

/// Splits a conditional write's outcome: the item afterwards, or the one that was in the way.
pub(super) fn conditional<R>(
    written: Result<UpdateItemOutput, aws_sdk_dynamodb::error::SdkError<UpdateItemError, R>>,
) -> Result<Result<Item, Item>, StoreError> {
    match written {
        Ok(output) => Ok(Ok(output.attributes.unwrap_or_default())),
        Err(error) => match error.as_service_error() {
            Some(UpdateItemError::ConditionalCheckFailedException(failed)) => {
                Ok(Err(failed.item().cloned().unwrap_or_default()))
            }
            _ => Err(StoreError::from_sdk(&error)),
        },
    }
}

pub(super) fn person(item: &Item) -> Result<User, StoreError> {
    user_in(item)?.ok_or_else(|| StoreError::Unreadable("a person without id".to_owned()))
}

/// Whether the write in the way is this very attempt's: its answer was lost and the SDK tried again.
pub(super) fn is_own(stored: &Item, attempt: &str) -> bool {
    text_in(stored, "un") == Some(attempt)
}

/// The id as text, for conditions.
pub(super) fn id_text(id: Opaque) -> AttributeValue {
    text(UserId(id).to_string())
}

/// Whether it was this item's condition that did not hold.
pub(super) fn is_condition(reason: &CancellationReason) -> bool {
    reason.code() == Some("ConditionalCheckFailed")
}

/// What became of a transaction that `mark`, if there is one, leads.
pub(super) fn outcome<T, R>(
    sent: Result<T, SdkError<TransactWriteItemsError, R>>,
    mark: Option<&Mark>,
) -> Result<Written, StoreError> {
    let Err(error) = sent else {
        return Ok(Written::Now);
    };
    let reasons = reasons(&error)?;
    match (mark, reasons.first()) {
        (Some(mark), Some(first)) if is_condition(first) => {
            Ok(match first.item().is_some_and(|stored| mark.is(stored)) {
                true => Written::Before,
                false => Written::KeyReused,
            })
        }
        _ if reasons.iter().any(is_condition) => Ok(Written::Changed),
        _ => Err(StoreError::Conflict),
    }
}

/// Why a transaction was cancelled, item by item.
pub(super) fn reasons<R>(error: &SdkError<TransactWriteItemsError, R>) -> Result<&[CancellationReason], StoreError> {
    match error.as_service_error() {
        Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => Ok(cancelled.cancellation_reasons()),
        _ => Err(StoreError::from_sdk(error)),
    }
}

/// That a person still has the password that they had when they were read, or still none.
pub(super) const fn same_password(user: &User) -> &'static str {
    match user.password {
        Some(_) => "id = :id AND pw = :phc",
        None => "id = :id AND attribute_not_exists(pw)",
    }
}

/// The values of [`same_password`].
pub(super) fn password_values(user: &User) -> HashMap<String, AttributeValue> {
    let password = user.password.as_deref().map(|phc| (":phc".to_owned(), text(phc)));
    let id = (":id".to_owned(), id_text(user.id.0));
    password.into_iter().chain([id]).collect()
}
