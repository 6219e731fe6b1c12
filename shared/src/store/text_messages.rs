//! What text messages are held to before they are sent.

use aws_sdk_dynamodb::types::{ReturnValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::write::{Attempt, Attempted, conditional};
use super::{Store, StoreError, keys, number, text, text_in};
use crate::limit::Bucket;
use crate::tenant::TenantName;

/// A counter of a day is swept once nobody can count on it any more.
const DAY_SECONDS: i64 = 86_400;

/// A text message that is about to be sent. It holds a number, so it has no `Debug`.
#[derive(Clone, Copy)]
pub struct TextToCount<'a> {
    /// Who pays for it.
    pub tenant: &'a TenantName,
    /// Whom it goes to, E.164.
    pub number: &'a str,
    /// What tells it from every other, and is the same each time it is tried.
    pub message: &'a str,
}

/// Whether a text message may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MayText {
    /// It may, and is counted.
    Yes,
    /// Too many went to this number.
    NumberFull,
    /// The tenant has sent as many today as it wants to pay for.
    DayFull,
}

impl Store {
    /// Counts a text message against its number and its tenant's day, once however often it is tried: two round
    /// trips and two write units, three where the number was texted a moment ago, one when it was counted before.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn count_text(
        &self,
        message: TextToCount<'_>,
        per_number: Bucket,
        daily_limit: u32,
        now: Timestamp,
    ) -> Result<MayText, StoreError> {
        let key = keys::texted_number(message.number);
        let request = || {
            self.update(&key)
                .expression_attribute_values(":message", text(message.message))
        };
        let attempt = Attempt {
            bucket: "nl",
            only_if: Some("(attribute_not_exists(lm) OR lm <> :message)"),
            also: "lm = :message",
            limit: per_number,
            now,
        };
        match attempt.make(request).await? {
            Attempted::Through { .. } => self.count_day(message.tenant, daily_limit, now).await,
            Attempted::Nothing { .. } => Ok(MayText::Yes),
            // What filled the bucket may have been this very message, which could not be sent then.
            Attempted::TooOften { item, .. } if text_in(&item, "lm") == Some(message.message) => Ok(MayText::Yes),
            Attempted::TooOften { .. } => Ok(MayText::NumberFull),
        }
    }

    async fn count_day(&self, tenant: &TenantName, limit: u32, now: Timestamp) -> Result<MayText, StoreError> {
        let day = now.as_second().div_euclid(DAY_SECONDS);
        let written = self
            .update(&keys::texts_of_day(tenant, day))
            .condition_expression("attribute_not_exists(n) OR n < :limit")
            .update_expression("ADD n :one SET #ttl = :ttl")
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":limit", number(limit.into()))
            .expression_attribute_values(":ttl", number((day + 2) * DAY_SECONDS))
            .return_values(ReturnValue::None)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::None)
            .send()
            .await;
        Ok(match conditional(written)? {
            Ok(_) => MayText::Yes,
            Err(_) => MayText::DayFull,
        })
    }
}
