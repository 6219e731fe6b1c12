//! The keys of the samples, which are always the same: a token in a sample is good whenever it is replayed.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD as BASE64, URL_SAFE_NO_PAD as BASE64URL};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use usher::entropy::Entropy;
use usher::keys::KeyRing;
use usher::testing;
use usher::token::{Grantee, Issuer, RefreshToken};
use usher::user::User;

use crate::request::PUBLIC_URL;

/// The key pair that signs tokens: PKCS #8 in base64, public like everything in the samples.
const SIGNER: &str = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgZ4bKIbXfaLwHHJ1RfFh1P/RyAfcvGY/jb2CYVc3KN2qhRANCAASzPTdZxNoPRco9S75kHBTYgd54Q2rj3TwLp3uuHmkN1ls5lJ2E2SMFVi3J7meXGMfxs3YJQjKnS5LYjDBaRQGu";

pub(crate) fn keys() -> KeyRing {
    let mut written: Value = serde_json::from_slice(&testing::keys().to_bytes()).expect("JSON");
    written["signers"] = json!([{"kid": "samples", "pkcs8": SIGNER, "active_from": 0}]);
    KeyRing::from_bytes(written.to_string().as_bytes()).expect("a key ring")
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
        agreements_pending: Vec::new(),
    };
    let token = issuer.access_token(&grantee, &Entropy::seeded(1), now);
    let (message, _) = token.rsplit_once('.').expect("three parts");
    let document = BASE64.decode(SIGNER).expect("base64");
    let key = SigningKey::from_slice(&document[36..68]).expect("a key");
    let signature: Signature = key.sign(message.as_bytes());
    format!("{message}.{}", BASE64URL.encode(signature.to_bytes()))
}
