//! The ways in to a tenant: its clients and hosts, each of which is one tenant's alone.

use super::{Store, StoreError, keys, text_in};
use crate::tenant::{Flaw, Tenant};

impl Store {
    /// What is new of the ways in to a tenant, and another's: one read for each that is new.
    pub(super) async fn taken(&self, tenant: &Tenant, before: Option<&Tenant>) -> Result<Vec<Flaw>, StoreError> {
        let known: Vec<_> = before.into_iter().flat_map(ways_in).map(|(_, key)| key).collect();
        let mut taken = Vec::new();
        for (pointer, key) in ways_in(tenant).filter(|(_, key)| !known.contains(key)) {
            let stored = self.get(&key).await?;
            let is_others = stored.is_some_and(|item| text_in(&item, "t") != Some(tenant.name.as_str()));
            taken.extend(is_others.then(|| belongs_to_another(pointer)));
        }
        Ok(taken)
    }
}

/// What is wrong with a way in that is another tenant's.
pub(super) fn belongs_to_another(pointer: String) -> Flaw {
    let message = "belongs to another tenant".to_owned();
    Flaw { pointer, message }
}

/// The ways in to a tenant, with the place of each in its document.
pub(super) fn ways_in(tenant: &Tenant) -> impl Iterator<Item = (String, keys::Key)> {
    let clients = tenant.clients.iter().enumerate();
    let clients = clients.map(|(index, client)| (format!("/clients/{index}/id"), keys::by_client(&client.id)));
    let hosts = tenant.hosts.iter().enumerate();
    clients.chain(hosts.map(|(index, host)| (format!("/hosts/{index}"), keys::by_host(host))))
}
