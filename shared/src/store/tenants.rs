//! Tenants, their clients and hosts, and the deployment's keys.

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::{AttributeValue, Put, TransactWriteItem};

use super::{Store, StoreError, keys as key, shared_keys, text, text_in};
use crate::keys::KeyRing;
use crate::tenant::{Tenant, TenantName};

/// A tenant could not be saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveTenantError {
    /// A client's id or a host name belongs to another tenant.
    #[error("a client id or host name belongs to another tenant")]
    Taken,
    /// The table failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// The tenant of this name: one round trip, one read unit per 4 KB.
    ///
    /// # Errors
    /// When the table fails, or what it holds is no tenant.
    pub async fn get_tenant(&self, name: &TenantName, keys: &KeyRing) -> Result<Option<Tenant>, StoreError> {
        let Some(item) = self.get(&key::tenant(name)).await? else {
            return Ok(None);
        };
        let document =
            text_in(&item, "doc").ok_or_else(|| StoreError::Unreadable("a tenant without document".into()))?;
        shared_keys::open(document, keys).map(Some)
    }

    /// The name of the tenant a client calls for: one round trip.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn find_tenant_of_client(&self, client: &str) -> Result<Option<TenantName>, StoreError> {
        self.tenant_behind(&key::by_client(client)).await
    }

    /// The name of the tenant a host name belongs to: one round trip.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn find_tenant_of_host(&self, host: &str) -> Result<Option<TenantName>, StoreError> {
        self.tenant_behind(&key::by_host(host)).await
    }

    async fn tenant_behind(&self, key: &key::Key) -> Result<Option<TenantName>, StoreError> {
        let item = self.get(key).await?;
        Ok(item.and_then(|item| text_in(&item, "t")?.parse().ok()))
    }

    /// Saves a tenant with the ways in to it, all or nothing. Ways in that it no longer names stay
    /// behind and lead to a tenant that does not know them, which is what decides.
    ///
    /// # Errors
    /// [`SaveTenantError::Taken`], or when the table fails.
    pub async fn save_tenant(&self, tenant: &Tenant, keys: &KeyRing) -> Result<(), SaveTenantError> {
        let document = shared_keys::seal(tenant, keys)?;
        let mut item = key::tenant(&tenant.name).item();
        item.insert("doc".to_owned(), text(document));
        let put = Put::builder().table_name(&self.table).set_item(Some(item)).build();
        let mut writes = vec![put];
        let clients = tenant.clients.iter().map(|client| key::by_client(&client.id));
        let hosts = tenant.hosts.iter().map(|host| key::by_host(host));
        for key in clients.chain(hosts) {
            let mut item = key.item();
            item.insert("t".to_owned(), text(tenant.name.as_str()));
            writes.push(
                Put::builder()
                    .table_name(&self.table)
                    .set_item(Some(item))
                    .condition_expression("attribute_not_exists(pk) OR t = :t")
                    .expression_attribute_values(":t", text(tenant.name.as_str()))
                    .build(),
            );
        }
        let mut request = self.client.transact_write_items();
        for put in writes {
            let put = put.map_err(|error| StoreError::Unavailable(error.to_string()))?;
            request = request.transact_items(TransactWriteItem::builder().put(put).build());
        }
        match request.send().await {
            Ok(_) => Ok(()),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(|error| error.is_transaction_canceled_exception()) =>
            {
                Err(SaveTenantError::Taken)
            }
            Err(error) => Err(StoreError::from_sdk(&error).into()),
        }
    }

    /// The deployment's keys as KMS encrypted them: one round trip.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn get_keys(&self) -> Result<Option<Vec<u8>>, StoreError> {
        let item = self.get(&key::key_ring()).await?;
        Ok(item.and_then(|mut item| match item.remove("sealed") {
            Some(AttributeValue::B(sealed)) => Some(sealed.into_inner()),
            _ => None,
        }))
    }

    /// Keeps the deployment's first keys as KMS encrypted them. `false` when there are some already,
    /// which stay.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn create_keys(&self, sealed: Vec<u8>) -> Result<bool, StoreError> {
        let mut item = key::key_ring().item();
        item.insert("sealed".to_owned(), AttributeValue::B(Blob::new(sealed)));
        let put = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(pk)")
            .send()
            .await;
        match put {
            Ok(_) => Ok(true),
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(|error| error.is_conditional_check_failed_exception()) =>
            {
                Ok(false)
            }
            Err(error) => Err(StoreError::from_sdk(&error)),
        }
    }

    /// One item, as it is now.
    pub(super) async fn get(&self, key: &key::Key) -> Result<Option<super::Item>, StoreError> {
        let got = self
            .client
            .get_item()
            .table_name(&self.table)
            .key("pk", key.pk())
            .key("sk", key.sk())
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| StoreError::from_sdk(&error))?;
        Ok(got.item)
    }
}
