//! The keys of the samples, which are always the same: a token in a sample is good whenever it is replayed.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD as BASE64, URL_SAFE_NO_PAD as BASE64URL};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use ring::signature::Ed25519KeyPair;
use serde_json::{Value, json};
use usher::entropy::Entropy;
use usher::keys::KeyRing;
use usher::testing;
use usher::token::{Grantee, Issuer, RefreshToken};
use usher::user::User;

use crate::people::Demo;
use crate::request::PUBLIC_URL;

/// The key pair that signs tokens: PKCS #8 in base64, public like everything in the samples.
const SIGNER: &str = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgZ4bKIbXfaLwHHJ1RfFh1P/RyAfcvGY/jb2CYVc3KN2qhRANCAASzPTdZxNoPRco9S75kHBTYgd54Q2rj3TwLp3uuHmkN1ls5lJ2E2SMFVi3J7meXGMfxs3YJQjKnS5LYjDBaRQGu";

pub(crate) fn keys() -> KeyRing {
    let mut written: Value = serde_json::from_slice(&testing::keys().to_bytes()).expect("JSON");
    written["signers"] = json!([{"kid": "samples", "pkcs8": SIGNER, "active_from": 0}]);
    KeyRing::from_bytes(written.to_string().as_bytes()).expect("a key ring")
}

/// What acme's back office signs to show who it is; no two samples have the same `jti`.
pub(crate) fn assertion(jti: &str) -> String {
    let now = testing::now().as_second();
    let header = json!({"alg": "EdDSA", "kid": "acme-backoffice/demo"});
    let claims = json!({
        "iss": "acme-backoffice", "sub": "acme-backoffice", "aud": PUBLIC_URL, "iat": now, "exp": now + 300, "jti": jti,
    });
    let part = |value: &Value| BASE64URL.encode(value.to_string());
    let message = format!("{}.{}", part(&header), part(&claims));
    let text = Demo::read().key().to_text();
    let seed = text.strip_prefix("ed25519:").and_then(|seed| BASE64.decode(seed).ok());
    let key = Ed25519KeyPair::from_seed_unchecked(&seed.expect("a seed")).expect("a key");
    format!("{message}.{}", BASE64URL.encode(key.sign(message.as_bytes())))
}

/// The refresh token of a sign-in, which no other `number` names.
pub(crate) fn refresh_token(user: &User, client: &str, scope: &str, number: u64) -> RefreshToken {
    RefreshToken::begin(user, client, scope, &Entropy::seeded(number), testing::now())
}

/// An access token of it. Signed as ring signs, it would be another one each time it is written; so the signature is
/// one whose randomness is derived (RFC 6979).
pub(crate) fn access_token(user: &User, refresh: &RefreshToken) -> String {
    let (keys, now) = (keys(), testing::now());
    let issuer = Issuer {
        url: PUBLIC_URL,
        keys: &keys,
    };
    let grantee = Grantee {
        sub: &user.id.to_string(),
        client: &refresh.client,
        tenant: &user.tenant,
        scope: &refresh.scope,
        family: Some(refresh.begun()),
        pending: usher::authorization::Pending::default(),
    };
    let token = issuer.access_token(&grantee, &Entropy::seeded(1), now);
    let (message, _) = token.rsplit_once('.').expect("three parts");
    let document = BASE64.decode(SIGNER).expect("base64");
    let key = SigningKey::from_slice(&document[36..68]).expect("a key");
    let signature: Signature = key.sign(message.as_bytes());
    format!("{message}.{}", BASE64URL.encode(signature.to_bytes()))
}
