//! The deployment's keys, as KMS encrypted them.

use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::operation::put_item::builders::PutItemFluentBuilder;
use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};

use super::{Item, Store, StoreError, keys as key};

impl Store {
    /// The keys: one round trip.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn get_keys(&self) -> Result<Option<Vec<u8>>, StoreError> {
        let item = self.get(&key::key_ring()).await?;
        Ok(item.and_then(|item| sealed_in(&item).map(<[u8]>::to_vec)))
    }

    /// Keeps the first keys. `false` when there are some already, which stay.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn create_keys(&self, sealed: Vec<u8>) -> Result<bool, StoreError> {
        self.put_keys(sealed, |put| put.condition_expression("attribute_not_exists(pk)"))
            .await
    }

    /// Puts keys in the place of those that were read. `false` when others have come there since,
    /// which stay. KMS never gives the same octets twice, so they are their own version.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn replace_keys(&self, read: &[u8], sealed: Vec<u8>) -> Result<bool, StoreError> {
        let read = AttributeValue::B(Blob::new(read));
        self.put_keys(sealed, |put| {
            put.condition_expression("sealed = :read")
                .expression_attribute_values(":read", read)
        })
        .await
    }

    /// A condition that fails on what this very call wrote, whose answer was lost, is a success.
    async fn put_keys(
        &self,
        sealed: Vec<u8>,
        only_if: impl FnOnce(PutItemFluentBuilder) -> PutItemFluentBuilder,
    ) -> Result<bool, StoreError> {
        let mut item = key::key_ring().item();
        item.insert("sealed".to_owned(), AttributeValue::B(Blob::new(sealed.clone())));
        let put = self.client.put_item().table_name(&self.table).set_item(Some(item));
        let put = put.return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        match only_if(put).send().await {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(failed)) => {
                    Ok(failed.item().and_then(sealed_in) == Some(&sealed[..]))
                }
                _ => Err(StoreError::from_sdk(&error)),
            },
        }
    }
}

fn sealed_in(item: &Item) -> Option<&[u8]> {
    item.get("sealed")?.as_b().ok().map(Blob::as_ref)
}
