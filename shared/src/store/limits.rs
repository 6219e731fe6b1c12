//! Calls per source.

use std::net::IpAddr;

use aws_sdk_dynamodb::types::ReturnValue;
use jiff::Timestamp;

use super::{Store, StoreError, keys, number, number_in};
use crate::limit::{TooOften, Window};

impl Store {
    /// Counts `calls` from `source`: one write unit, to be sent beside the step it guards.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn count_calls(
        &self,
        source: IpAddr,
        calls: u32,
        window: Window,
        now: Timestamp,
    ) -> Result<Result<(), TooOften>, StoreError> {
        let key = keys::source(source, window.index(now));
        let counted = self
            .client
            .update_item()
            .table_name(&self.table)
            .key("pk", key.pk())
            .key("sk", key.sk())
            .update_expression("ADD n :calls SET #ttl = :ttl")
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":calls", number(calls.into()))
            .expression_attribute_values(":ttl", number(now.as_second() + 2 * window.length.as_secs()))
            .return_values(ReturnValue::UpdatedNew)
            .send()
            .await
            .map_err(|error| StoreError::from_sdk(&error))?;
        let calls = counted
            .attributes()
            .and_then(|item| number_in(item, "n"))
            .unwrap_or_default();
        Ok(if calls > i64::from(window.limit) {
            Err(TooOften {
                retry_after: window.retry_after(now),
            })
        } else {
            Ok(())
        })
    }
}
