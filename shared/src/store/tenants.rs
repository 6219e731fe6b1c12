//! Tenants, their clients and hosts.

use jiff::Timestamp;

use super::write::conditional;
use super::{Store, StoreError, keys as key, shared_keys, text, text_in};
use crate::keys::KeyRing;
use crate::tenant::{Tenant, TenantName};

impl Store {
    /// The tenant of this name: one round trip, one read unit per 4 KB.
    ///
    /// # Errors
    /// When the table fails, or what it holds is no tenant.
    pub async fn get_tenant(&self, name: &TenantName, keys: &KeyRing) -> Result<Option<Tenant>, StoreError> {
        let Some(item) = self.get(&key::tenant(name)).await? else {
            return Ok(None);
        };
        shared_keys::open(document_in(&item)?, keys).map(Some)
    }

    /// The names of all tenants: one round trip, one read unit per 4 KB.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn tenant_names(&self) -> Result<Vec<TenantName>, StoreError> {
        let item = self.get(&key::tenant_names()).await?.unwrap_or_default();
        let names = item.get("tn").and_then(|names| names.as_ss().ok());
        let read = |name: &String| {
            name.parse()
                .map_err(|_| StoreError::Unreadable("the name of a tenant".into()))
        };
        names.into_iter().flatten().map(read).collect()
    }

    /// Seals the keys anew that a tenant's clients share with us, where another key has sealed them
    /// than the one that is used at `now`: one round trip, two where there are any. Whatever else the
    /// document says stays as it is, also what is saved meanwhile.
    ///
    /// # Errors
    /// When the document cannot be read, or somebody saves it each time; it is then as it was.
    pub async fn reseal_tenant(&self, name: &TenantName, keys: &KeyRing, now: Timestamp) -> Result<(), StoreError> {
        for _ in 0..3 {
            let Some(item) = self.get(&key::tenant(name)).await? else {
                return Ok(());
            };
            let document = document_in(&item)?;
            let Some(resealed) = shared_keys::reseal(document, keys, now)? else {
                return Ok(());
            };
            let update = self.update(&key::tenant(name)).update_expression("SET doc = :new");
            let written = update
                .condition_expression("doc = :old")
                .expression_attribute_values(":new", text(resealed))
                .expression_attribute_values(":old", text(document))
                .send()
                .await;
            // Somebody has just saved it, or the first answer was lost: a look at it tells.
            if conditional(written)?.is_ok() {
                return Ok(());
            }
        }
        Err(StoreError::Conflict)
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

pub(super) fn document_in(item: &super::Item) -> Result<&str, StoreError> {
    text_in(item, "doc").ok_or_else(|| StoreError::Unreadable("a tenant without document".into()))
}
