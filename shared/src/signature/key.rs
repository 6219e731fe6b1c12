//! Algorithms, the keys that verify, and the text form in which keys are registered and configured.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use ring::agreement::{self, ECDH_P256, EphemeralPrivateKey};
use ring::hmac;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED, ED25519, UnparsedPublicKey};
use serde::{Deserialize, Serialize, Serializer};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// The fewest octets of a shared secret: as many as SHA-256 gives (RFC 2104, section 3).
pub(super) const LEAST_SECRET: usize = 32;

/// The signature algorithms of RFC 9421, section 3.3 that Usher accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// EdDSA over Curve25519 (section 3.3.6).
    Ed25519,
    /// ECDSA over P-256 with SHA-256, the signature being `r || s` in 64 octets (section 3.3.4).
    EcdsaP256Sha256,
    /// HMAC with SHA-256 and a shared secret (section 3.3.3).
    HmacSha256,
}

impl Algorithm {
    const ALL: [Self; 3] = [Self::Ed25519, Self::EcdsaP256Sha256, Self::HmacSha256];

    /// The name in RFC 9421's registry, which is also what the `alg` parameter says.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ed25519 => "ed25519",
            Self::EcdsaP256Sha256 => "ecdsa-p256-sha256",
            Self::HmacSha256 => "hmac-sha256",
        }
    }
}

/// Why a text is not a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// No colon, or an unknown word before it.
    #[error("a key starts with `ed25519:`, `ecdsa-p256-sha256:` or `hmac-sha256:`")]
    AlgorithmUnknown,
    /// What follows the colon is not base64 with padding (RFC 4648, section 4).
    #[error("after the colon a key is base64, with padding")]
    NotBase64,
    /// The octets are no key of that algorithm.
    #[error("this is no key for {}: {expected}", .algorithm.as_str())]
    Invalid {
        /// The algorithm before the colon.
        algorithm: Algorithm,
        /// What the octets must be.
        expected: &'static str,
    },
}

impl KeyError {
    /// The stable word for this error in answers to clients.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::AlgorithmUnknown => "key_algorithm_unknown",
            Self::NotBase64 => "key_not_base64",
            Self::Invalid { .. } => "key_invalid",
        }
    }
}

/// What a document says of a shared secret that is not told, and stays as it is.
const KEPT: &str = "hmac-sha256:kept";

/// What verifies a client's signatures: a public key or, for HMAC, the shared secret.
///
/// The algorithm is part of the key, so no header can make a public key serve as an HMAC secret. In JSON a
/// key is its text form; mind that for HMAC this is the secret itself.
#[derive(Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct VerifyingKey {
    algorithm: Algorithm,
    octets: Zeroizing<Vec<u8>>,
}

impl VerifyingKey {
    /// Takes octets that are known to be a key.
    pub(super) fn new(algorithm: Algorithm, octets: Vec<u8>) -> Self {
        Self {
            algorithm,
            octets: Zeroizing::new(octets),
        }
    }

    /// What stands for a shared secret that is not told: it verifies nothing.
    #[must_use]
    pub fn kept() -> Self {
        Self::new(Algorithm::HmacSha256, Vec::new())
    }

    /// Whether it stands for a secret that is not told.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.octets.is_empty()
    }

    /// The only algorithm this key is for.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The form that [`FromStr`] reads, wiped when dropped since it may hold a shared secret.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        match self.is_kept() {
            true => Zeroizing::new(KEPT.to_owned()),
            false => write(self.algorithm, &self.octets),
        }
    }

    /// Whether `signature` is one of `message` by this key, in constant time where a secret is involved.
    pub(crate) fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        // Everybody could sign with no secret at all.
        if self.is_kept() {
            return false;
        }
        match self.algorithm {
            Algorithm::Ed25519 => UnparsedPublicKey::new(&ED25519, &*self.octets).verify(message, signature),
            Algorithm::EcdsaP256Sha256 => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, &*self.octets).verify(message, signature)
            }
            Algorithm::HmacSha256 => hmac::verify(&hmac::Key::new(hmac::HMAC_SHA256, &self.octets), message, signature),
        }
        .is_ok()
    }
}

/// Reads `ed25519:` and 32 octets, `ecdsa-p256-sha256:` and an uncompressed SEC 1 point of 65, or
/// `hmac-sha256:` and at least 32, in base64; or `hmac-sha256:kept`.
impl FromStr for VerifyingKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        if text == KEPT {
            return Ok(Self::kept());
        }
        let (algorithm, octets) = read(text)?;
        let (is_key, expected) = match algorithm {
            Algorithm::Ed25519 => (octets.len() == 32, "32 octets"),
            Algorithm::EcdsaP256Sha256 => (
                is_point(&octets),
                "a point on P-256 in uncompressed SEC 1 form, 65 octets",
            ),
            Algorithm::HmacSha256 => (octets.len() >= LEAST_SECRET, "at least 32 octets"),
        };
        if is_key {
            Ok(Self { algorithm, octets })
        } else {
            Err(KeyError::Invalid { algorithm, expected })
        }
    }
}

impl TryFrom<String> for VerifyingKey {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        Zeroizing::new(text).parse()
    }
}

impl Serialize for VerifyingKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_text())
    }
}

/// In constant time, since the octets can be a shared secret.
impl PartialEq for VerifyingKey {
    fn eq(&self, other: &Self) -> bool {
        self.algorithm == other.algorithm && self.octets.ct_eq(&other.octets).into()
    }
}

impl Eq for VerifyingKey {}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifyingKey({}:•••)", self.algorithm.as_str())
    }
}

/// Whether the octets are a point on P-256. A key agreement with them finds out: it must refuse all others
/// (NIST SP 800-56A, section 5.6.2.3), and what it agrees upon is of no use here.
fn is_point(octets: &[u8]) -> bool {
    let theirs = agreement::UnparsedPublicKey::new(&ECDH_P256, octets);
    EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new())
        .and_then(|ours| agreement::agree_ephemeral(ours, &theirs, |_| ()))
        .is_ok()
}

/// Splits the text form of either kind of key.
pub(super) fn read(text: &str) -> Result<(Algorithm, Zeroizing<Vec<u8>>), KeyError> {
    let (name, encoded) = text.split_once(':').ok_or(KeyError::AlgorithmUnknown)?;
    let algorithm = Algorithm::ALL.into_iter().find(|algorithm| algorithm.as_str() == name);
    let octets = BASE64_STANDARD.decode(encoded).map_err(|_| KeyError::NotBase64);
    Ok((algorithm.ok_or(KeyError::AlgorithmUnknown)?, Zeroizing::new(octets?)))
}

/// The text form of either kind of key.
pub(super) fn write(algorithm: Algorithm, octets: &[u8]) -> Zeroizing<String> {
    let encoded = Zeroizing::new(BASE64_STANDARD.encode(octets));
    Zeroizing::new(format!("{}:{}", algorithm.as_str(), *encoded))
}
