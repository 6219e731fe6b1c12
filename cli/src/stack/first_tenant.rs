//! The tenant a stack begins with, and the secrets of its clients.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use jiff::Timestamp;
use ring::rand::SystemRandom;
use serde_json::json;
use usher::address::EmailAddress;
use usher::entropy::Entropy;
use usher::signature::{Algorithm, SigningKey};
use usher::tenant::{SecretHash, Tenant, TenantName};

use crate::Told;

/// A tenant with a back office and an app, and what only its customer may know.
#[derive(Debug)]
pub(super) struct FirstTenant {
    pub(super) tenant: Tenant,
    /// The back office's `keyid`.
    pub(super) keyid: String,
    /// The private half of its key.
    pub(super) private_key: String,
    /// Its secret, for tokens with client credentials and for Basic.
    pub(super) secret: String,
}

impl FirstTenant {
    /// Makes the tenant's document with fresh keys. Mails are sent as soon as a person is provisioned.
    ///
    /// # Errors
    /// When the names do not fit a tenant.
    pub(super) fn new(
        name: &TenantName,
        display_name: &str,
        sender: &EmailAddress,
        entropy: &Entropy,
        now: Timestamp,
    ) -> Result<Self, Told> {
        let key = SigningKey::generate(Algorithm::Ed25519, &SystemRandom::new())
            .map_err(|_| Told::new("the system gives no randomness to make a key of"))?;
        let secret = BASE64URL.encode(entropy.bytes::<32>());
        let key_id = now.strftime("%Y-%m").to_string();
        let document = json!({
            "name": name,
            "display_name": display_name,
            "sender": { "name": display_name, "address": sender.as_str() },
            "invite_on_provision": true,
            "clients": [
                {
                    "id": format!("{name}-backoffice"),
                    "kind": "server",
                    "keys": [{ "id": key_id, "public": *key.verifying_key().to_text() }],
                    "secret_sha256": String::from(SecretHash::of(&secret)),
                    "grants": ["client_credentials"],
                },
                { "id": format!("{name}-app"), "kind": "app", "grants": ["password", "refresh_token"] },
            ],
        });
        let tenant: Tenant = serde_json::from_value(document).map_err(|error| Told(error.to_string()))?;
        if let Some(flaw) = functions::tenants::flaws(&tenant).into_iter().next() {
            return Err(Told(format!(
                "the tenant's {} {}",
                flaw.pointer.trim_start_matches('/'),
                flaw.message
            )));
        }
        Ok(Self {
            keyid: format!("{name}-backoffice/{key_id}"),
            private_key: key.to_text().to_string(),
            secret,
            tenant,
        })
    }

    /// What the customer needs, as text to be kept.
    pub(super) fn told(&self, url: &str) -> String {
        let name = &self.tenant.name;
        format!(
            "url: {url}\n\
             tenant: {name}\n\
             back_office:\n  client_id: {name}-backoffice\n  keyid: {}\n  private_key: \"{}\"\n  client_secret: {}\n\
             app:\n  client_id: {name}-app\n",
            self.keyid, self.private_key, self.secret
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(display_name: &str) -> Result<FirstTenant, Told> {
        FirstTenant::new(
            &"acme".parse().expect("a name"),
            display_name,
            &"hello@mail.acme.example".parse().expect("an address"),
            &Entropy::default(),
            "2026-11-24T00:00:00Z".parse().expect("a time"),
        )
    }

    #[test]
    fn what_is_told_fits_what_is_kept() {
        let first = first("Acme Energy").expect("a tenant");
        let office = first.tenant.client("acme-backoffice").expect("a back office");
        let private: SigningKey = first.private_key.parse().expect("a key");
        assert_eq!(office.key(&first.keyid), Some(&private.verifying_key()));
        assert!(office.secret_sha256.as_ref().expect("a hash").matches(&first.secret));
        let told: serde_json::Value =
            serde_norway::from_str(&first.told("https://id.acme.example")).expect("text that programs read");
        assert_eq!(told["back_office"]["keyid"], "acme-backoffice/2026-11");
        assert_eq!(told["back_office"]["private_key"], first.private_key.as_str());
        assert_eq!(told["app"]["client_id"], "acme-app");
    }

    #[test]
    fn a_name_that_fits_no_tenant_is_told() {
        let told = first(&"long ".repeat(20)).expect_err("a fault").to_string();
        assert!(told.contains("display_name"), "{told}");
    }
}
