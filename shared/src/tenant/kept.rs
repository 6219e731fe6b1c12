//! Documents that leave the deployment: without secrets, and with a word in their place that keeps what is there.
//!
//! What is exported, kept as history or shown to a program can so be edited and applied again. The words of agreements
//! that were applied before are kept in the same way: by their hash.

use super::{AccountKind, Connection, Flaw, Secret, Tenant};
use crate::agreement::{Text, text_hash};
use crate::signature::{Algorithm, VerifyingKey};

impl Tenant {
    /// The document without what only its owners may read, and with hashes in place of the agreements' words.
    #[must_use]
    pub fn without_secrets(&self) -> Self {
        let mut tenant = self.clone();
        for key in tenant.clients.iter_mut().flat_map(|client| &mut client.keys) {
            if key.public.algorithm() == Algorithm::HmacSha256 {
                key.public = VerifyingKey::kept();
            }
        }
        let kinds = tenant.onboarding.kinds.values_mut();
        for (_, _, authentication) in kinds.flat_map(AccountKind::services_mut) {
            if let Some((_, secret)) = authentication.as_mut().and_then(|known| known.secret_mut()) {
                *secret = Secret::kept();
            }
        }
        for connection in &mut tenant.connections {
            if let Some((_, _, secret)) = connection.secret_mut() {
                *secret = Secret::kept();
            }
        }
        for text in tenant.all_words() {
            if let Some(words) = text.text.take() {
                text.sha256 = Some(text_hash(&words));
            }
        }
        tenant
    }

    /// The document with the secrets of `current` wherever it says that they are kept.
    ///
    /// # Errors
    /// One flaw for each that there is none to keep of.
    pub fn keeping(mut self, current: Option<&Self>) -> Result<Self, Vec<Flaw>> {
        let mut flaws = Vec::new();
        for (index, client) in self.clients.iter_mut().enumerate() {
            let before = current.and_then(|current| current.client(&client.id));
            for (place, key) in client
                .keys
                .iter_mut()
                .enumerate()
                .filter(|(_, key)| key.public.is_kept())
            {
                let same = before.and_then(|client| client.keys.iter().find(|known| known.id == key.id));
                match same.filter(|known| known.public.algorithm() == Algorithm::HmacSha256) {
                    Some(known) => key.public = known.public.clone(),
                    None => flaws.push(Flaw {
                        pointer: format!("/clients/{index}/keys/{place}/public"),
                        message: "is kept, but the client has no HMAC key of this id: give the key itself".to_owned(),
                    }),
                }
            }
        }
        for (kind, rules) in &mut self.onboarding.kinds {
            let mut before = current.and_then(|current| current.onboarding.kinds.get(kind).cloned());
            for (place, url, authentication) in rules.services_mut() {
                let Some((at, secret)) = authentication.as_mut().and_then(|known| known.secret_mut()) else {
                    continue;
                };
                if !secret.is_kept() {
                    continue;
                }
                // Whoever may change the address must not have the secret sent to another one.
                let mut before = before.iter_mut().flat_map(AccountKind::services_mut);
                let same = before.find(|(known, address, _)| (*known, *address) == (place, url));
                match same.and_then(|(_, _, known)| known.as_mut()?.secret_mut()) {
                    Some((same, known)) if same == at => *secret = known.clone(),
                    _ => flaws.push(Flaw {
                        pointer: format!("/onboarding/kinds/{}{place}/authentication/{at}", kind.as_str()),
                        message: "is kept, but there is none for this url: give the secret itself".to_owned(),
                    }),
                }
            }
        }
        for (index, connection) in self.connections.iter_mut().enumerate() {
            let mut known = current.into_iter().flat_map(|current| &current.connections);
            let mut before = known.find(|known| known.id == connection.id).cloned();
            let Some((at, goes_to, secret)) = connection.secret_mut().filter(|(_, _, secret)| secret.is_kept()) else {
                continue;
            };
            // The secret goes nowhere but where it always went.
            match before.as_mut().and_then(Connection::secret_mut) {
                Some((place, went_to, known)) if (place, went_to) == (at, goes_to) => *secret = known.clone(),
                _ => flaws.push(Flaw {
                    pointer: format!("/connections/{index}{at}"),
                    message: "is kept, but there is none for this address: give the secret itself".to_owned(),
                }),
            }
        }
        match flaws.is_empty() {
            true => Ok(self),
            false => Err(flaws),
        }
    }

    /// The words of all agreements, in all versions and languages.
    fn all_words(&mut self) -> impl Iterator<Item = &mut Text> {
        let versions = self.agreements.iter_mut().flat_map(|agreement| &mut agreement.versions);
        versions.flat_map(|version| version.texts.values_mut())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing;

    const HMAC: &str = "hmac-sha256:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    fn tenant(key: &str, words: &serde_json::Value) -> Tenant {
        let mut document = serde_json::to_value(testing::tenant()).expect("a document");
        document["clients"] = json!([{"id": "office", "kind": "server", "keys": [{"id": "1", "public": key}]}]);
        let version = json!({"version": 1, "effective_from": "2026-01-01T00:00:00Z", "texts": {"en": words}});
        document["agreements"] = json!([{"name": "terms", "versions": [version]}]);
        serde_json::from_value(document).expect("a tenant")
    }

    #[test]
    fn what_leaves_holds_no_secret_and_can_be_applied_again() {
        let whole = tenant(HMAC, &json!({"title": "Terms", "text": "Be kind."}));
        let told = whole.without_secrets();
        let text = serde_json::to_string(&told).expect("JSON");
        assert!(!text.contains("MDEyMzQ1") && !text.contains("Be kind"), "{text}");
        assert!(text.contains("hmac-sha256:kept"));
        let read: Tenant = serde_json::from_str(&text).expect("a tenant");
        assert_eq!(read, told);
        assert_eq!(read.flaws(), []);
        let kept = read.keeping(Some(&whole)).expect("kept");
        assert_eq!(kept.clients, whole.clients);
        assert_eq!(kept.without_secrets(), told);
    }

    #[test]
    fn a_providers_secret_is_kept_for_its_own_connection_and_address_alone() {
        let with = |id: &str, url: &str, secret: &str| -> Tenant {
            let mut document = serde_json::to_value(testing::tenant()).expect("a document");
            document["connections"] = json!([{ "id": id, "display_name": "Acme account", "introspection": {
                "url": url, "client_id": "usher", "client_secret": secret,
            } }]);
            serde_json::from_value(document).expect("a tenant")
        };
        let whole = with("acme", "https://login.acme.example/", "s3cret");
        let told = whole.without_secrets();
        assert!(!serde_json::to_string(&told).expect("JSON").contains("s3cret"));
        assert_eq!(told.keeping(Some(&whole)).expect("kept"), whole);
        for other in [
            with("acme", "https://elsewhere.example/", "kept"),
            with("other", "https://login.acme.example/", "kept"),
        ] {
            let flaws = other.keeping(Some(&whole)).expect_err("a flaw");
            assert_eq!(flaws[0].pointer, "/connections/0/introspection/client_secret");
        }
    }

    #[test]
    fn a_services_secret_is_kept_for_its_own_address_and_place_alone() {
        let of_kind = |kind: serde_json::Value| -> Tenant {
            let mut document = serde_json::to_value(testing::tenant()).expect("a document");
            document["onboarding"] = json!({ "kinds": { "channel_partner": kind } });
            serde_json::from_value(document).expect("a tenant")
        };
        let with_endpoint = |url: &str, authentication: serde_json::Value| {
            let endpoint = json!({ "url": url, "authentication": authentication });
            of_kind(json!({ "enabled": true, "approval": { "endpoint": endpoint } }))
        };
        let with_provider = |url: &str, authentication: serde_json::Value| {
            of_kind(json!({ "enabled": true, "partner_provider": {
                "url": url, "authentication": authentication, "name_field": "name", "property_mapping": { "r": "region" },
            } }))
        };
        keeps_its_own(with_provider, with_endpoint);
        keeps_its_own(with_endpoint, with_provider);
    }

    fn keeps_its_own(
        with: impl Fn(&str, serde_json::Value) -> Tenant,
        elsewhere: impl Fn(&str, serde_json::Value) -> Tenant,
    ) {
        let (url, bearer) = (
            "https://partners.acme.example/",
            |token: &str| json!({ "bearer": { "token": token } }),
        );
        let whole = with(url, bearer("quite-a-secret"));
        let told = whole.without_secrets();
        assert!(!serde_json::to_string(&told).expect("JSON").contains("quite-a-secret"));
        assert_eq!(told.keeping(Some(&whole)).expect("kept"), whole);
        for other in [
            with("https://elsewhere.example/", bearer("kept")),
            with(url, json!({ "basic": { "user": "usher", "password": "kept" } })),
            elsewhere(url, bearer("kept")),
        ] {
            assert_eq!(other.keeping(Some(&whole)).expect_err("flaws").len(), 1);
        }
    }

    #[test]
    fn what_is_not_there_is_not_kept() {
        let told = tenant(HMAC, &json!({"title": "Terms", "text": "Be kind."})).without_secrets();
        let public = tenant(
            "ed25519:I2UdJgJH648zSLp6C5k0IdJ4Xz81T5ESrHkj76m/HfQ=",
            &json!({"title": "Terms", "text": "x"}),
        );
        for current in [None, Some(&public)] {
            let flaws = told.clone().keeping(current).expect_err("flaws");
            assert_eq!(flaws[0].pointer, "/clients/0/keys/0/public");
        }
    }
}
