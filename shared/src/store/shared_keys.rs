//! A tenant's document as the table holds it: what the tenant shares with us is sealed.
//!
//! Public keys are public. The key of an HMAC is not: whoever reads it can sign. Nor is what a service of the
//! tenant knows us by. Each kind of secret is sealed for a purpose of its own, so that none can be put in another's place:
//! what is sent to an address must never be a key.

use jiff::Timestamp;
use serde_json::Value;

use super::StoreError;
use crate::keys::{KeyRing, Purpose};
use crate::located;
use crate::tenant::Tenant;

/// How the text of a shared key begins; see [`crate::signature::VerifyingKey`].
const SHARED: &str = "hmac-sha256:";
const SEALED: &str = "sealed:";

/// The document with its secrets sealed.
pub(super) fn seal(tenant: &Tenant, keys: &KeyRing, now: Timestamp) -> Result<String, StoreError> {
    let mut document = serde_json::to_value(tenant).map_err(unreadable)?;
    each_secret(&mut document, |purpose, text| {
        let secret = purpose != Purpose::SharedKey || text.starts_with(SHARED);
        secret.then(|| format!("{SEALED}{}", keys.seal(purpose, &text, now)))
    });
    Ok(document.to_string())
}

/// The document with each secret sealed anew by the key that is used at `now`; `None` when all
/// are already.
pub(super) fn reseal(document: &str, keys: &KeyRing, now: Timestamp) -> Result<Option<String>, StoreError> {
    let mut is_old = false;
    let mut value: Value = serde_json::from_str(document).map_err(unreadable)?;
    each_secret(&mut value, |_, text| {
        is_old |= !keys.is_sealed_at(text.strip_prefix(SEALED)?, now);
        None
    });
    if !is_old {
        return Ok(None);
    }
    seal(&open(document, keys)?, keys, now).map(Some)
}

/// The tenant in a document that [`seal`] wrote. A secret that no longer opens makes the tenant
/// unreadable, which is heard of, rather than locking one client out, which is not.
pub(super) fn open(document: &str, keys: &KeyRing) -> Result<Tenant, StoreError> {
    let mut document: Value = serde_json::from_str(document).map_err(unreadable)?;
    let mut lost = false;
    each_secret(&mut document, |purpose, text| {
        let opened = text.strip_prefix(SEALED).map(|sealed| keys.open(purpose, sealed));
        // The text of a key that is sealed is no key, and cannot be read as one. Any text can be a token.
        lost |= purpose != Purpose::SharedKey && !matches!(opened, Some(Some(_)));
        opened.flatten()
    });
    if lost {
        return Err(StoreError::Unreadable(
            "a secret of one of the tenant's services does not open".into(),
        ));
    }
    located::read(&document).map_err(unreadable)
}

/// Replaces each text that may be a secret by what `change` makes of it, if anything.
fn each_secret(document: &mut Value, mut change: impl FnMut(Purpose, &str) -> Option<String>) {
    let mut replace = |purpose, place: Option<&mut Value>| {
        if let Some(place) = place
            && let Some(changed) = place.as_str().and_then(|text| change(purpose, text))
        {
            *place = Value::String(changed);
        }
    };
    let clients = document.get_mut("clients").and_then(Value::as_array_mut);
    let keys = clients.into_iter().flatten();
    let keys = keys.filter_map(|client| client.get_mut("keys")?.as_array_mut());
    for key in keys.flatten() {
        replace(Purpose::SharedKey, key.get_mut("public"));
    }
    let connections = document.get_mut("connections").and_then(Value::as_array_mut);
    for connection in connections.into_iter().flatten() {
        for at in ["/introspection/client_secret", "/oidc/client_secret"] {
            replace(Purpose::ProviderSecret, connection.pointer_mut(at));
        }
    }
    let kinds = document.pointer_mut("/onboarding/kinds").and_then(Value::as_object_mut);
    for (_, kind) in kinds.into_iter().flatten() {
        for service in ["/partner_provider", "/approval/endpoint"] {
            for secret in ["bearer/token", "basic/password"] {
                let at = format!("{service}/authentication/{secret}");
                replace(Purpose::ProviderSecret, kind.pointer_mut(&at));
            }
        }
    }
}

fn unreadable(error: impl std::fmt::Display) -> StoreError {
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

    fn with_provider(authentication: Value) -> Tenant {
        let mut document = serde_json::to_value(tenant()).expect("a document");
        document["onboarding"] = serde_json::json!({ "kinds": { "channel_partner": { "enabled": true, "partner_provider": {
            "url": "https://partners.acme.example/", "authentication": authentication, "name_field": "name",
            "property_mapping": { "region": "salesRegion" },
        }, "approval": { "endpoint": { "url": "https://acme.example/decide", "authentication": authentication } } } } });
        document["connections"] = serde_json::json!([{ "id": "acme", "display_name": "Acme", "introspection": {
            "url": "https://login.acme.example/", "client_id": "usher", "client_secret": "quite-a-secret",
        } }]);
        serde_json::from_value(document).expect("a tenant")
    }

    #[test]
    fn what_a_service_of_the_tenant_knows_us_by_is_not_in_the_clear_and_sealed_anew_with_the_rest() {
        let keys = testing::keys();
        for authentication in [
            serde_json::json!({ "bearer": { "token": "quite-a-secret" } }),
            serde_json::json!({ "basic": { "user": "usher", "password": "quite-a-secret" } }),
            serde_json::json!({ "bearer": { "token": "sealed:quite-a-secret" } }),
        ] {
            let tenant = with_provider(authentication);
            assert!(!format!("{tenant:?}").contains("quite-a-secret"));
            let document = seal(&tenant, &keys, testing::now()).expect("a document");
            assert!(!document.contains("quite-a-secret"), "{document}");
            assert_eq!(open(&document, &keys).expect("a tenant"), tenant);
            assert_eq!(reseal(&document, &keys, testing::now()).expect("read"), None);
        }
        let tenant = with_provider("signed".into());
        let document = seal(&tenant, &keys, testing::now()).expect("a document");
        assert_eq!(open(&document, &keys).expect("a tenant"), tenant);
    }

    #[test]
    fn no_secret_is_read_that_was_not_sealed_for_its_place() {
        let keys = testing::keys();
        let tenant = with_provider(serde_json::json!({ "bearer": { "token": "quite-a-secret" } }));
        let document = seal(&tenant, &keys, testing::now()).expect("a document");
        let mut moved: Value = serde_json::from_str(&document).expect("a document");
        let key = moved["clients"][0]["keys"][0]["public"].clone();
        let of_kind = |service| format!("/onboarding/kinds/channel_partner/{service}/authentication/bearer/token");
        let of_connection = "/connections/0/introspection/client_secret".to_owned();
        for at in [of_kind("partner_provider"), of_kind("approval/endpoint"), of_connection] {
            let sealed = moved.pointer(&at).expect("a token").clone();
            for other in [&key, &"in-the-clear".into(), &"sealed:AAAA".into()] {
                *moved.pointer_mut(&at).expect("a token") = other.clone();
                assert!(open(&moved.to_string(), &keys).is_err(), "{moved}");
            }
            *moved.pointer_mut(&at).expect("a token") = sealed;
            assert!(open(&moved.to_string(), &keys).is_ok(), "{moved}");
        }
    }

    #[test]
    fn a_shared_key_sealed_elsewhere_makes_the_tenant_unreadable() {
        let document = seal(&tenant(), &testing::keys(), testing::now()).expect("a document");
        let others = KeyRing::generate(&crate::entropy::Entropy::seeded(7), testing::now()).expect("a key ring");
        assert!(open(&document, &others).is_err());
    }
}
