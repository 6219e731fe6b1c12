//! A tenant's document as the table holds it: keys that a client shares with us are sealed.
//!
//! Public keys are public. The key of an HMAC is not: whoever reads it can sign.

use jiff::Timestamp;
use serde_json::Value;

use super::StoreError;
use crate::keys::{KeyRing, Purpose};
use crate::tenant::Tenant;

/// How the text of a shared key begins; see [`crate::signature::VerifyingKey`].
const SHARED: &str = "hmac-sha256:";
const SEALED: &str = "sealed:";

/// The document with its shared keys sealed.
pub(super) fn seal(tenant: &Tenant, keys: &KeyRing, now: Timestamp) -> Result<String, StoreError> {
    let mut document = serde_json::to_value(tenant).map_err(unreadable)?;
    each_key(&mut document, |text| {
        let shared = text.starts_with(SHARED);
        shared.then(|| format!("{SEALED}{}", keys.seal(Purpose::SharedKey, &text, now)))
    });
    Ok(document.to_string())
}

/// The document with each shared key sealed anew by the key that is used at `now`; `None` when all
/// are already.
pub(super) fn reseal(document: &str, keys: &KeyRing, now: Timestamp) -> Result<Option<String>, StoreError> {
    let mut is_old = false;
    let mut value: Value = serde_json::from_str(document).map_err(unreadable)?;
    each_key(&mut value, |text| {
        is_old |= !keys.is_sealed_at(text.strip_prefix(SEALED)?, now);
        None
    });
    if !is_old {
        return Ok(None);
    }
    seal(&open(document, keys)?, keys, now).map(Some)
}

/// The tenant in a document that [`seal`] wrote. A key that no longer opens makes the tenant
/// unreadable, which is heard of, rather than locking one client out, which is not.
pub(super) fn open(document: &str, keys: &KeyRing) -> Result<Tenant, StoreError> {
    let mut document: Value = serde_json::from_str(document).map_err(unreadable)?;
    each_key(&mut document, |text| {
        keys.open(Purpose::SharedKey, text.strip_prefix(SEALED)?)
    });
    serde_json::from_value(document).map_err(unreadable)
}

/// Replaces the text of each client's key by what `change` makes of it, if anything.
fn each_key(document: &mut Value, mut change: impl FnMut(&str) -> Option<String>) {
    let clients = document
        .get_mut("clients")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten();
    let keys = clients
        .filter_map(|client| client.get_mut("keys")?.as_array_mut())
        .flatten();
    for key in keys.filter_map(|key| key.get_mut("public")) {
        if let Some(changed) = key.as_str().and_then(&mut change) {
            *key = Value::String(changed);
        }
    }
}

fn unreadable(error: serde_json::Error) -> StoreError {
    StoreError::Unreadable(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    const HMAC: &str = "hmac-sha256:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    fn tenant() -> Tenant {
        let mut document = serde_json::to_value(testing::tenant()).expect("a document");
        document["clients"] = serde_json::json!([
            {"id": "office", "kind": "server", "keys": [{"id": "1", "public": HMAC}]},
        ]);
        serde_json::from_value(document).expect("a tenant")
    }

    #[test]
    fn the_table_does_not_hold_a_shared_key_in_the_clear() {
        let keys = testing::keys();
        let document = seal(&tenant(), &keys, testing::now()).expect("a document");
        assert!(!document.contains(&HMAC[SHARED.len()..]), "{document}");
        assert_eq!(open(&document, &keys).expect("a tenant"), tenant());
    }

    #[test]
    fn a_shared_key_sealed_elsewhere_makes_the_tenant_unreadable() {
        let document = seal(&tenant(), &testing::keys(), testing::now()).expect("a document");
        let others = KeyRing::generate(&crate::entropy::Entropy::seeded(7), testing::now()).expect("a key ring");
        assert!(open(&document, &others).is_err());
    }
}
