//! The key pairs that sign tokens (ES256).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use jiff::Timestamp;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};

use super::{Generation, UnreadableKeys};

/// A key pair that signs tokens (ES256), parsed once: reading it costs more than a signature.
pub struct Signer {
    /// The `kid` of the JSON Web Key.
    pub kid: String,
    /// The public point's coordinates, base64url: `x` and `y` of the JSON Web Key.
    pub public: (String, String),
    pub(super) active_from: Timestamp,
    /// PKCS #8, DER.
    pub(super) pkcs8: Vec<u8>,
    pair: EcdsaKeyPair,
    random: SystemRandom,
}

impl Generation for Signer {
    fn active_from(&self) -> Timestamp {
        self.active_from
    }
}

impl Signer {
    /// A new pair. Its `kid` is its thumbprint (RFC 7638), so no two pairs ever share one.
    pub(super) fn generate(active_from: Timestamp) -> Result<Self, UnreadableKeys> {
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new())
            .map_err(|_| UnreadableKeys("no key pair could be made".into()))?;
        let mut signer = Self::new(String::new(), pkcs8.as_ref().to_vec(), active_from)?;
        let (x, y) = &signer.public;
        let json = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
        signer.kid = BASE64URL.encode(digest(&SHA256, json.as_bytes()));
        Ok(signer)
    }

    pub(super) fn new(kid: String, pkcs8: Vec<u8>, active_from: Timestamp) -> Result<Self, UnreadableKeys> {
        let random = SystemRandom::new();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &pkcs8, &random)
            .map_err(|_| UnreadableKeys(format!("the signing key {kid} is not PKCS #8")))?;
        Ok(Self {
            kid,
            public: coordinates(&pair),
            active_from,
            pkcs8,
            pair,
            random,
        })
    }

    /// From when on it signs.
    #[must_use]
    pub const fn active_from(&self) -> Timestamp {
        self.active_from
    }

    /// The signature as a JSON Web Signature has it: r and s, 32 octets each (RFC 7518 section 3.4).
    ///
    /// A key that was read as a key pair signs; were it not so, the call has to stop, since a token
    /// without signature must never go out.
    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        let signature = self.pair.sign(&self.random, message).expect("a key pair signs");
        let mut fixed = [0; 64];
        fixed.copy_from_slice(signature.as_ref());
        fixed
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer").field("kid", &self.kid).finish_non_exhaustive()
    }
}

fn coordinates(pair: &EcdsaKeyPair) -> (String, String) {
    // An uncompressed point: 0x04, x, y.
    let point = pair.public_key().as_ref();
    (BASE64URL.encode(&point[1..33]), BASE64URL.encode(&point[33..65]))
}
