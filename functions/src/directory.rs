//! Tenants and the ways in to them, remembered for a minute: they change by hand, and every call
//! needs one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use ::http::HeaderMap;
use ::http::header::HOST;
use jiff::{SignedDuration, Timestamp};
use usher::store::StoreError;
use usher::tenant::{Tenant, TenantName, is_client_id, is_host_name};

use crate::app::App;

/// How long what was read is believed.
const REMEMBERED: SignedDuration = SignedDuration::from_secs(60);
/// How many names are remembered that lead nowhere: enough against a caller's typing error, too few
/// to fill the memory with.
const UNKNOWN_KEPT: usize = 1_000;

/// Tenants by name, and names by client and by host.
#[derive(Debug, Default)]
pub struct Directory {
    tenants: Remembered<Arc<Tenant>>,
    clients: Remembered<TenantName>,
    hosts: Remembered<TenantName>,
}

impl Directory {
    /// Forgets everything: a tenant was changed in this very process.
    pub fn forget(&self) {
        self.tenants.clear();
        self.clients.clear();
        self.hosts.clear();
    }
}

impl App {
    /// The tenant of this name.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn tenant(&self, name: &TenantName) -> Result<Option<Arc<Tenant>>, StoreError> {
        let now = self.clock.now();
        if let Some(known) = self.directory.tenants.get(name.as_str(), now) {
            return Ok(known);
        }
        let tenant = self.store.get_tenant(name, &self.keys).await?.map(Arc::new);
        self.directory.tenants.put(name.as_str(), tenant.clone(), now);
        Ok(tenant)
    }

    /// The tenant that a client calls for, if it still knows the client.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn tenant_of_client(&self, client: &str) -> Result<Option<Arc<Tenant>>, StoreError> {
        if !is_client_id(client) {
            return Ok(None);
        }
        let now = self.clock.now();
        let name = match self.directory.clients.get(client, now) {
            Some(known) => known,
            None => {
                let name = self.store.find_tenant_of_client(client).await?;
                self.directory.clients.put(client, name.clone(), now);
                name
            }
        };
        let Some(name) = name else { return Ok(None) };
        let tenant = self.tenant(&name).await?;
        Ok(tenant.filter(|tenant| tenant.client(client).is_some()))
    }

    /// The tenant of a call that names none: the host name's, else the deployment's default.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn tenant_by_host(&self, host: &str) -> Result<Option<Arc<Tenant>>, StoreError> {
        match (self.tenant_of_host(host).await?, &self.config.default_tenant) {
            (Some(tenant), _) => Ok(Some(tenant)),
            (None, Some(name)) => self.tenant(name).await,
            (None, None) => Ok(None),
        }
    }

    /// Whether `host` belongs to a tenant, and to another than `tenant`.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn is_host_of_another(&self, host: &str, tenant: &TenantName) -> Result<bool, StoreError> {
        Ok(self
            .tenant_of_host(host)
            .await?
            .is_some_and(|owner| owner.name != *tenant))
    }

    /// The tenant that a host name belongs to, if it still says so.
    async fn tenant_of_host(&self, host: &str) -> Result<Option<Arc<Tenant>>, StoreError> {
        let host = host.to_ascii_lowercase();
        let host = host.as_str();
        if !is_host_name(host) {
            return Ok(None);
        }
        let now = self.clock.now();
        let name = match self.directory.hosts.get(host, now) {
            Some(known) => known,
            None => {
                let name = self.store.find_tenant_of_host(host).await?;
                self.directory.hosts.put(host, name.clone(), now);
                name
            }
        };
        let Some(name) = name else { return Ok(None) };
        let tenant = self.tenant(&name).await?;
        Ok(tenant.filter(|tenant| tenant.hosts.iter().any(|known| known == host)))
    }
}

/// The host name a request came to, without port.
pub(crate) fn host_of(headers: &HeaderMap) -> &str {
    let host = headers
        .get(HOST)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    host.split(':').next().unwrap_or_default()
}

#[derive(Debug)]
struct Remembered<T>(Mutex<HashMap<String, (Timestamp, Option<T>)>>);

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Remembered<T> {
    /// What is known of `name`: nothing, that it leads nowhere, or where it leads.
    fn get(&self, name: &str, now: Timestamp) -> Option<Option<T>> {
        let entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (read_at, value) = entries.get(name)?;
        let age = now.duration_since(*read_at);
        (age >= SignedDuration::ZERO && age < REMEMBERED).then(|| value.clone())
    }

    fn put(&self, name: &str, value: Option<T>, now: Timestamp) {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if value.is_none() && entries.len() >= UNKNOWN_KEPT {
            entries.retain(|_, (_, value)| value.is_some());
        }
        entries.insert(name.to_owned(), (now, value));
    }

    fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
