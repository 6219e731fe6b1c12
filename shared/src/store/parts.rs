//! The parts of a transaction: an update or a delete of one item, begun at its key.

use aws_sdk_dynamodb::types::builders::{DeleteBuilder, UpdateBuilder};
use aws_sdk_dynamodb::types::{Delete, Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem, Update};

use super::{Item, Store, StoreError, keys};

impl Store {
    pub(super) fn update_of(&self, key: &keys::Key) -> UpdateBuilder {
        Update::builder()
            .table_name(&self.table)
            .key("pk", key.pk())
            .key("sk", key.sk())
    }

    pub(super) fn delete_at(&self, key: &keys::Key) -> DeleteBuilder {
        Delete::builder()
            .table_name(&self.table)
            .key("pk", key.pk())
            .key("sk", key.sk())
    }

    pub(super) fn put_new(&self, item: Item) -> Result<TransactWriteItem, StoreError> {
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(pk)")
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build()
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(TransactWriteItem::builder().put(put).build())
    }
}

pub(super) fn update(update: UpdateBuilder) -> Result<TransactWriteItem, StoreError> {
    let update = update.build();
    let update = update.map_err(|error| StoreError::Unavailable(error.to_string()))?;
    Ok(TransactWriteItem::builder().update(update).build())
}

pub(super) fn delete(delete: DeleteBuilder) -> Result<TransactWriteItem, StoreError> {
    let delete = delete.build();
    let delete = delete.map_err(|error| StoreError::Unavailable(error.to_string()))?;
    Ok(TransactWriteItem::builder().delete(delete).build())
}
