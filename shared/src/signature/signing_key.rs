//! The keys that sign.

use std::fmt;
use std::str::FromStr;

use ring::rand::{self, SystemRandom};
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};
use ring::{error::Unspecified, hmac};
use zeroize::Zeroizing;

use super::key::{Algorithm, KeyError, LEAST_SECRET, VerifyingKey, read, write};

/// What signs calls: the half that the client keeps.
pub struct SigningKey {
    /// As in the text form, of which `pair` is the parsed one.
    octets: Zeroizing<Vec<u8>>,
    pair: Pair,
}

enum Pair {
    Ed25519(Ed25519KeyPair),
    EcdsaP256Sha256(EcdsaKeyPair),
    /// The octets are all there is.
    HmacSha256,
}

impl SigningKey {
    /// Makes a new key.
    ///
    /// The randomness is the operating system's and not a parameter of any kind: keys are made by hand, at
    /// a command line, and a key that a seed can reproduce is none.
    ///
    /// # Errors
    ///
    /// [`Unspecified`] if the operating system gives no randomness.
    #[expect(clippy::disallowed_methods, reason = "no seed may make a key")]
    pub fn generate(algorithm: Algorithm, random: &SystemRandom) -> Result<Self, Unspecified> {
        let octets = match algorithm {
            Algorithm::Ed25519 | Algorithm::HmacSha256 => {
                Zeroizing::new(rand::generate::<[u8; LEAST_SECRET]>(random)?.expose().to_vec())
            }
            Algorithm::EcdsaP256Sha256 => {
                let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, random)?;
                Zeroizing::new(document.as_ref().to_vec())
            }
        };
        Self::from_octets(algorithm, octets).map_err(|_| Unspecified)
    }

    /// The algorithm this key signs with.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        match self.pair {
            Pair::Ed25519(_) => Algorithm::Ed25519,
            Pair::EcdsaP256Sha256(_) => Algorithm::EcdsaP256Sha256,
            Pair::HmacSha256 => Algorithm::HmacSha256,
        }
    }

    /// The half to register with Usher. For HMAC that is the same secret.
    #[must_use]
    pub fn verifying_key(&self) -> VerifyingKey {
        let octets = match &self.pair {
            Pair::Ed25519(pair) => pair.public_key().as_ref().to_vec(),
            Pair::EcdsaP256Sha256(pair) => pair.public_key().as_ref().to_vec(),
            Pair::HmacSha256 => self.octets.to_vec(),
        };
        VerifyingKey::new(self.algorithm(), octets)
    }

    /// The form that [`FromStr`] reads, wiped when dropped.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        write(self.algorithm(), &self.octets)
    }

    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Unspecified> {
        Ok(match &self.pair {
            Pair::Ed25519(pair) => pair.sign(message).as_ref().to_vec(),
            Pair::EcdsaP256Sha256(pair) => pair.sign(&SystemRandom::new(), message)?.as_ref().to_vec(),
            Pair::HmacSha256 => {
                let secret = hmac::Key::new(hmac::HMAC_SHA256, &self.octets);
                hmac::sign(&secret, message).as_ref().to_vec()
            }
        })
    }

    fn from_octets(algorithm: Algorithm, octets: Zeroizing<Vec<u8>>) -> Result<Self, KeyError> {
        let invalid = |expected| KeyError::Invalid { algorithm, expected };
        let pair = match algorithm {
            Algorithm::Ed25519 => if octets.len() == 32 {
                Ed25519KeyPair::from_seed_unchecked(&octets)
            } else {
                Ed25519KeyPair::from_pkcs8_maybe_unchecked(&octets)
            }
            .map(Pair::Ed25519)
            .map_err(|_| invalid("a seed of 32 octets, or a PKCS #8 document"))?,
            Algorithm::EcdsaP256Sha256 => {
                EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &octets, &SystemRandom::new())
                    .map(Pair::EcdsaP256Sha256)
                    .map_err(|_| invalid("a PKCS #8 document with a P-256 key"))?
            }
            Algorithm::HmacSha256 if octets.len() < LEAST_SECRET => {
                return Err(invalid("at least 32 octets"));
            }
            Algorithm::HmacSha256 => Pair::HmacSha256,
        };
        Ok(Self { octets, pair })
    }
}

/// Reads `ed25519:` and a seed of 32 octets or a PKCS #8 document, `ecdsa-p256-sha256:` and a PKCS #8
/// document, or `hmac-sha256:` and at least 32 octets, in base64.
impl FromStr for SigningKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (algorithm, octets) = read(text)?;
        Self::from_octets(algorithm, octets)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({}:•••)", self.algorithm().as_str())
    }
}
