//! How one write is made, and what its refusal says.

use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::operation::update_item::{UpdateItemError, UpdateItemOutput};
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::{Item, Store, StoreError, keys, number, number_in, text, user_in};
use crate::id::{Opaque, UserId};
use crate::limit::{Bucket, TooOften};
use crate::tenant::TenantName;
use crate::user::{EmailKey, User};

/// An item for an address nobody has only counts attempts, and for no longer than a day.
const COUNTER_LIFE_SECONDS: i64 = 86_400;

/// An attempt that was let through.
pub(super) struct Attempted {
    /// The item afterwards.
    pub(super) item: Item,
    /// Whether the bucket had been empty.
    pub(super) alone: bool,
}

impl Store {
    /// An attempt against a leaky bucket that applies `also` in the same write.
    pub(super) async fn attempt(
        &self,
        bucket: &str,
        also: &str,
        request: impl Fn() -> UpdateItemFluentBuilder,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<Attempted, TooOften>, StoreError> {
        self.attempt_if(bucket, None, also, request, limit, now).await
    }

    /// An attempt against the leaky bucket in attribute `bucket`, which applies `also` in the same
    /// write where `only_if` holds.
    ///
    /// A bucket's next value is max(now, value) + interval, and DynamoDB has no max: the first write
    /// is for an empty bucket, which is the usual case, the second for one that is filling.
    pub(super) async fn attempt_if(
        &self,
        bucket: &str,
        only_if: Option<&str>,
        also: &str,
        request: impl Fn() -> UpdateItemFluentBuilder,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<Attempted, TooOften>, StoreError> {
        let only_if = only_if.map(|condition| format!("{condition} AND ")).unwrap_or_default();
        let also = if also.is_empty() {
            String::new()
        } else {
            format!(", {also}")
        };
        let request = || {
            request()
                .expression_attribute_names("#limit", bucket)
                .expression_attribute_names("#ttl", "ttl")
                .expression_attribute_values(":ttl", number(now.as_second() + COUNTER_LIFE_SECONDS))
                .return_values(ReturnValue::AllNew)
                .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
        };
        let empty = request()
            .condition_expression(format!("{only_if}(attribute_not_exists(#limit) OR #limit <= :now)"))
            .update_expression(format!("SET #limit = :next, #ttl = if_not_exists(#ttl, :ttl){also}"))
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .expression_attribute_values(":next", number(now.as_millisecond() + limit.interval_ms()))
            .send()
            .await;
        let stored = match conditional(empty)? {
            Ok(item) => return Ok(Ok(Attempted { item, alone: true })),
            Err(stored) => stored,
        };
        match number_in(&stored, bucket) {
            Some(spoken_for) if spoken_for > limit.horizon(now) => {
                return Ok(Err(TooOften {
                    retry_after: limit.retry_after(spoken_for, now),
                }));
            }
            Some(spoken_for) if spoken_for > now.as_millisecond() => {}
            // Not the bucket refused, but `only_if`: there is nothing to do, and nothing to tell.
            _ => {
                return Ok(Ok(Attempted {
                    item: stored,
                    alone: true,
                }));
            }
        }
        let filling = request()
            .condition_expression(format!("{only_if}#limit <= :horizon"))
            .update_expression(format!(
                "SET #limit = #limit + :interval, #ttl = if_not_exists(#ttl, :ttl){also}"
            ))
            .expression_attribute_values(":horizon", number(limit.horizon(now)))
            .expression_attribute_values(":interval", number(limit.interval_ms()))
            .send()
            .await;
        Ok(match conditional(filling)? {
            Ok(item) => Ok(Attempted { item, alone: false }),
            Err(stored) => match number_in(&stored, bucket) {
                Some(spoken_for) if spoken_for > limit.horizon(now) => Err(TooOften {
                    retry_after: limit.retry_after(spoken_for, now),
                }),
                _ => Ok(Attempted {
                    item: stored,
                    alone: false,
                }),
            },
        })
    }

    pub(super) fn update_user(&self, tenant: &TenantName, key: &EmailKey) -> UpdateItemFluentBuilder {
        let key = keys::user(tenant, key);
        self.client
            .update_item()
            .table_name(&self.table)
            .key("pk", key.pk())
            .key("sk", key.sk())
    }
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

/// The id as text, for conditions.
pub(super) fn id_text(id: Opaque) -> AttributeValue {
    text(UserId(id).to_string())
}
