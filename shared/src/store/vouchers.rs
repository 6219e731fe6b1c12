//! Vouchers of campaigns: making them, taking them back, and using them up.

use aws_sdk_dynamodb::types::{ReturnValue, TransactWriteItem, Update};
use jiff::Timestamp;

use super::write::{conditional, is_condition, reasons};
use super::{Item, Store, StoreError, keys, number, text};
use crate::customer::CustomerKind;
use crate::id::VoucherId;
use crate::sign_up::Voucher;
use crate::tenant::TenantName;

impl Store {
    /// Saves a new voucher: one round trip, two write units. `false` when there is one with this code.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn create_voucher(&self, voucher: &Voucher) -> Result<bool, StoreError> {
        let mut item: Item =
            serde_dynamo::to_item(voucher).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        item.extend(keys::voucher(&voucher.tenant, voucher.id).item());
        let written = self
            .client
            .transact_write_items()
            .transact_items(self.put_new(item)?)
            .send()
            .await;
        let Err(error) = written else {
            return Ok(true);
        };
        match reasons(&error)?.first() {
            Some(reason) if is_condition(reason) => Ok(false),
            _ => Err(StoreError::Conflict),
        }
    }

    /// The voucher with this id: one round trip.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn get_voucher(&self, tenant: &TenantName, id: VoucherId) -> Result<Option<Voucher>, StoreError> {
        let item = self.get(&keys::voucher(tenant, id)).await?;
        item.map(|item| read(&item)).transpose()
    }

    /// Takes a voucher back; accounts that it has opened stay. One round trip, one write unit. Doing so again changes
    /// nothing. `None` when there is none.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn revoke_voucher(
        &self,
        tenant: &TenantName,
        id: VoucherId,
        now: Timestamp,
    ) -> Result<Option<Voucher>, StoreError> {
        let written = self
            .update(&keys::voucher(tenant, id))
            .condition_expression("attribute_exists(pk)")
            .update_expression("SET rv = if_not_exists(rv, :now)")
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => read(&item).map(Some),
            Err(_) => Ok(None),
        }
    }

    /// One use of a voucher, as a part of the write that makes the account: of many who want the last one, one gets it.
    pub(super) fn use_voucher(
        &self,
        tenant: &TenantName,
        id: VoucherId,
        kind: CustomerKind,
        at: i64,
    ) -> Result<TransactWriteItem, StoreError> {
        let key = keys::voucher(tenant, id);
        let update = Update::builder()
            .table_name(&self.table)
            .key("pk", key.pk())
            .key("sk", key.sk())
            .condition_expression(
                "k = :kind AND n < u AND attribute_not_exists(rv) AND (attribute_not_exists(fr) OR fr <= :now) \
                 AND (attribute_not_exists(un) OR un > :now)",
            )
            .update_expression("SET n = n + :one")
            .expression_attribute_values(":kind", text(kind.as_str()))
            .expression_attribute_values(":now", number(at))
            .expression_attribute_values(":one", number(1))
            .build()
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(TransactWriteItem::builder().update(update).build())
    }
}

fn read(item: &Item) -> Result<Voucher, StoreError> {
    serde_dynamo::from_item(item.clone()).map_err(|error| StoreError::Unreadable(error.to_string()))
}
