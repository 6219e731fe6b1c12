//! Clients that sign who they are.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD as BASE64, URL_SAFE_NO_PAD as BASE64URL};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use ring::signature::Ed25519KeyPair;
use serde_json::{Value, json};

use super::{Demo, TestApp, nonce};

/// What says that an assertion is one.
pub(crate) const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A client and the key it signs with.
pub(crate) struct Asserting {
    pub(crate) client: &'static str,
    pub(crate) header: Value,
    key: Key,
}

enum Key {
    Ed25519(Box<Ed25519KeyPair>),
    P256(Box<SigningKey>),
}

impl Asserting {
    /// The back office of `acme`, with the key that it signs its calls with.
    pub(crate) fn back_office() -> Self {
        let (key, keyid) = Demo::read().key_of("acme-backoffice");
        let text = key.to_text();
        let seed = text.strip_prefix("ed25519:").and_then(|seed| BASE64.decode(seed).ok());
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed.expect("a seed")).expect("a key");
        Self {
            client: "acme-backoffice",
            header: json!({"alg": "EdDSA", "kid": keyid}),
            key: Key::Ed25519(Box::new(pair)),
        }
    }

    /// An app with a key and no secret, which `acme` has once [`Self::add_native`] was applied.
    pub(crate) fn native() -> Self {
        Self {
            client: "acme-native",
            header: json!({"alg": "ES256", "typ": "client-authentication+jwt"}),
            key: Key::P256(Box::new(SigningKey::from_slice(&[7; 32]).expect("a key"))),
        }
    }

    /// Puts that app into the document of `acme`.
    pub(crate) fn add_native(document: &mut Value) {
        let point = SigningKey::from_slice(&[7; 32])
            .expect("a key")
            .verifying_key()
            .to_sec1_point(false);
        let public = format!("ecdsa-p256-sha256:{}", BASE64.encode(point.as_bytes()));
        let clients = document["clients"].as_array_mut().expect("clients");
        clients.push(json!({
            "id": "acme-native", "kind": "app", "keys": [{"id": "k1", "public": public}],
            "grants": ["authorization_code", "refresh_token", "password"], "redirect_uris": [super::CALLBACK],
        }));
    }

    /// What it says to a provider at a time.
    pub(crate) fn claims(&self, issuer: &str, now: jiff::Timestamp) -> Value {
        let now = now.as_second();
        json!({"iss": self.client, "sub": self.client, "aud": issuer, "iat": now, "exp": now + 60, "jti": nonce()})
    }

    /// The same, signed.
    pub(crate) fn sign(&self, claims: &Value) -> String {
        self.sign_as(&self.header, claims)
    }

    /// With another header.
    pub(crate) fn sign_as(&self, header: &Value, claims: &Value) -> String {
        let part = |value: &Value| BASE64URL.encode(value.to_string());
        let message = format!("{}.{}", part(header), part(claims));
        let signature = match &self.key {
            Key::Ed25519(pair) => pair.sign(message.as_bytes()).as_ref().to_vec(),
            Key::P256(key) => {
                let signature: Signature = key.sign(message.as_bytes());
                signature.to_bytes().to_vec()
            }
        };
        format!("{message}.{}", BASE64URL.encode(signature))
    }

    /// An assertion that a stack takes, once.
    pub(crate) fn for_app(&self, app: &TestApp) -> String {
        self.sign(&self.claims(app.url(), app.now()))
    }
}
