//! The demo tenants' keys, which everybody knows.

use serde::Deserialize;
use usher::signature::SigningKey;
use usher::tenant::{ClientKind, Tenant};

use crate::Told;

const DEMO: &str = include_str!("../../infra/local/demo.yaml");

#[derive(Deserialize)]
struct Demo {
    tenants: Vec<Tenant>,
    demo_secrets: Vec<DemoSecret>,
}

/// The private halves of a client; `secret` is there too, and not for signing.
#[derive(Deserialize)]
struct DemoSecret {
    client: String,
    keyid: Option<String>,
    private_key: Option<String>,
}

/// The key of a demo tenant's server client, and its `keyid`.
///
/// # Errors
/// When there is no such tenant.
pub(crate) fn key_of(tenant: &str) -> Result<(String, SigningKey), Told> {
    let demo: Demo = serde_norway::from_str(DEMO).map_err(|error| Told(format!("infra/local/demo.yaml: {error}")))?;
    let Some(found) = demo.tenants.iter().find(|known| known.name.as_str() == tenant) else {
        let known: Vec<_> = demo.tenants.iter().map(|tenant| tenant.name.as_str()).collect();
        return Err(Told(format!(
            "the demo has no tenant {tenant:?}, only {}; for another one give a key of its own with --keyid and --key-file",
            known.join(" and ")
        )));
    };
    let servers = found.clients.iter().filter(|client| client.kind == ClientKind::Server);
    let mut secrets = servers.filter_map(|client| demo.demo_secrets.iter().find(|secret| secret.client == client.id));
    let key = secrets.find_map(|secret| Some((secret.keyid.clone()?, secret.private_key.as_ref()?.parse().ok()?)));
    key.ok_or_else(|| Told(format!("the demo has no key for the tenant {tenant:?}")))
}
