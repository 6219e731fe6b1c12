//! The demo: two tenants that every local stack knows, with keys and secrets that everybody knows.

use jiff::Timestamp;
use serde::Deserialize;
use usher::keys::KeyRing;
use usher::store::{SaveTenantError, Store, StoreError, TenantChange};
use usher::tenant::Tenant;

use crate::folder::Folder;
use crate::start_error::StartError;

const DEMO: &str = include_str!("../demo.yaml");
/// The demo as it was last applied to this folder.
const FILE: &str = "demo.yaml";

/// `demo.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Demo {
    pub(crate) tenants: Vec<Tenant>,
    pub(crate) demo_secrets: Vec<DemoSecret>,
}

/// What a client of the demo keeps to itself, were it not the demo's.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DemoSecret {
    pub(crate) client: String,
    pub(crate) keyid: Option<String>,
    pub(crate) private_key: Option<String>,
    pub(crate) secret: Option<String>,
}

impl Demo {
    /// The demo this program was built with.
    ///
    /// # Errors
    /// [`StartError::Demo`] when it cannot be read.
    pub(crate) fn embedded() -> Result<Self, StartError> {
        serde_norway::from_str(DEMO).map_err(|error| StartError::Demo(error.to_string()))
    }

    /// The secrets of a client, if it has any.
    pub(crate) fn secrets_of(&self, client: &str) -> Option<&DemoSecret> {
        self.demo_secrets.iter().find(|secret| secret.client == client)
    }

    /// Applies the tenants, if the demo is not the one that was applied last: what somebody changed
    /// about them since outlives a restart.
    ///
    /// # Errors
    /// When the table or the folder fails.
    pub(crate) async fn apply(
        &self,
        store: &Store,
        keys: &KeyRing,
        folder: &Folder,
        now: Timestamp,
    ) -> Result<(), StartError> {
        let changed = folder.read(FILE)?.as_deref() != Some(DEMO.as_bytes());
        for tenant in &self.tenants {
            if !changed && store.get_tenant(&tenant.name, keys).await.map_err(failed)?.is_some() {
                continue;
            }
            match store.save_tenant(tenant, &TenantChange::by("demo"), keys, now).await {
                Ok(_) => {}
                Err(SaveTenantError::Store(error)) => return Err(failed(error)),
                Err(error) => tracing::warn!(tenant = %tenant.name, "not applied: {error}"),
            }
        }
        Ok(folder.write(FILE, DEMO.as_bytes())?)
    }
}

fn failed(error: StoreError) -> StartError {
    StartError::Demo(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_is_read_and_without_flaw() {
        let demo = Demo::embedded().expect("a demo");
        for tenant in &demo.tenants {
            assert_eq!(functions::tenants::flaws(tenant), [], "{}", tenant.name);
        }
        for secret in &demo.demo_secrets {
            let client = demo
                .tenants
                .iter()
                .find_map(|tenant| tenant.client(&secret.client))
                .expect("its client");
            if let (Some(hash), Some(secret)) = (&client.secret_sha256, &secret.secret) {
                assert!(hash.matches(secret), "{}", client.id);
            }
            if let (Some(keyid), Some(private)) = (&secret.keyid, &secret.private_key) {
                let key: usher::signature::SigningKey = private.parse().expect("a key");
                assert_eq!(client.key(keyid), Some(&key.verifying_key()), "{keyid}");
            }
        }
    }
}
