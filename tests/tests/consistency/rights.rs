//! Each function's role allows what the function does: every sample is replayed, and every request to
//! the table is held against the template.

use std::sync::{Arc, Mutex};

use aws_sdk_dynamodb::config::interceptors::BeforeSerializationInterceptorContextRef;
use aws_sdk_dynamodb::config::{ConfigBag, Intercept, RuntimeComponents};
use aws_sdk_dynamodb::error::BoxError;
use aws_sdk_dynamodb::operation::batch_get_item::BatchGetItemInput;
use aws_sdk_dynamodb::operation::batch_write_item::BatchWriteItemInput;
use aws_sdk_dynamodb::operation::delete_item::DeleteItemInput;
use aws_sdk_dynamodb::operation::get_item::GetItemInput;
use aws_sdk_dynamodb::operation::put_item::PutItemInput;
use aws_sdk_dynamodb::operation::query::QueryInput;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsInput;
use aws_sdk_dynamodb::operation::update_item::UpdateItemInput;
use aws_sdk_dynamodb::types::AttributeValue;

use crate::deployed::Template;
use crate::template::logical_id;

type Item = std::collections::HashMap<String, AttributeValue>;

/// What was asked of the table: IAM's name of the action, and the partition key. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked(Arc<Mutex<Vec<(&'static str, String)>>>);

impl Asked {
    /// What was asked since it was last taken.
    pub(crate) fn take(&self) -> Vec<(&'static str, String)> {
        std::mem::take(&mut *self.0.lock().expect("unpoisoned"))
    }

    /// Gives back what was taken.
    pub(crate) fn put(&self, asked: Vec<(&'static str, String)>) {
        self.0.lock().expect("unpoisoned").extend(asked);
    }

    fn note(&self, action: &'static str, item: Option<&Item>) {
        let pk = item.and_then(|item| item.get("pk")?.as_s().ok().cloned());
        let asked = (action, pk.unwrap_or_default());
        self.0.lock().expect("unpoisoned").push(asked);
    }
}

impl Intercept for Asked {
    fn name(&self) -> &'static str {
        "asked"
    }

    fn read_before_serialization(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let input = context.input();
        if let Some(get) = input.downcast_ref::<GetItemInput>() {
            self.note("dynamodb:GetItem", get.key());
        } else if let Some(put) = input.downcast_ref::<PutItemInput>() {
            self.note("dynamodb:PutItem", put.item());
        } else if let Some(update) = input.downcast_ref::<UpdateItemInput>() {
            self.note("dynamodb:UpdateItem", update.key());
        } else if let Some(transaction) = input.downcast_ref::<TransactWriteItemsInput>() {
            for write in transaction.transact_items() {
                if let Some(put) = write.put() {
                    self.note("dynamodb:PutItem", Some(put.item()));
                }
                if let Some(update) = write.update() {
                    self.note("dynamodb:UpdateItem", Some(update.key()));
                }
                if let Some(delete) = write.delete() {
                    self.note("dynamodb:DeleteItem", Some(delete.key()));
                }
                if let Some(check) = write.condition_check() {
                    self.note("dynamodb:ConditionCheckItem", Some(check.key()));
                }
            }
        } else if let Some(delete) = input.downcast_ref::<DeleteItemInput>() {
            self.note("dynamodb:DeleteItem", delete.key());
        } else if let Some(query) = input.downcast_ref::<QueryInput>() {
            let pk = query.expression_attribute_values().and_then(|values| values.get(":pk"));
            let key = pk.map(|pk| Item::from([("pk".to_owned(), pk.clone())]));
            self.note("dynamodb:Query", key.as_ref());
        } else if let Some(batch) = input.downcast_ref::<BatchGetItemInput>() {
            for keys in batch.request_items().into_iter().flat_map(|tables| tables.values()) {
                keys.keys()
                    .iter()
                    .for_each(|key| self.note("dynamodb:BatchGetItem", Some(key)));
            }
        } else if let Some(batch) = input.downcast_ref::<BatchWriteItemInput>() {
            let writes = batch
                .request_items()
                .into_iter()
                .flat_map(|tables| tables.values().flatten());
            for write in writes {
                let key = write.put_request().map(|put| put.item());
                let key = key.or_else(|| write.delete_request().map(|delete| delete.key()));
                self.note("dynamodb:BatchWriteItem", key);
            }
        } else {
            self.note("an operation that no role knows", None);
        }
        Ok(())
    }
}

/// What the role of a function does not allow of what it asked.
pub(crate) fn refused(function: &str, asked: Vec<(&'static str, String)>) -> Vec<String> {
    let role = format!("{}Role", logical_id(function));
    let permissions = Template::read().permissions(&role);
    let refused = asked
        .into_iter()
        .filter(|(action, pk)| !permissions.iter().any(|permission| permission.allows(action, pk)));
    refused
        .map(|(action, pk)| format!("{role} does not allow {action} on {pk}, which {function} needs"))
        .collect()
}
