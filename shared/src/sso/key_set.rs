//! The keys that a provider signs with (RFC 7517), and what they check.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use ring::signature::{self, RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey, VerificationAlgorithm};
use serde::Deserialize;
use serde_json::Value;

use crate::token::jws::Compact;

/// A provider's published keys.
#[derive(Clone, Debug, Default)]
pub struct KeySet(Vec<Key>);

/// A key that signatures can be checked with. What else is published there is left out when the set is read.
#[derive(Clone, Debug, Deserialize)]
struct Key {
    kty: String,
    kid: Option<String>,
    alg: Option<String>,
    #[serde(rename = "use")]
    purpose: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

/// Why a token is not signed by a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotSigned {
    /// The algorithm is none that a key pair signs with, such as `none` or `HS256`.
    Algorithm,
    /// The set has no such key; it may be newer than the set.
    UnknownKey,
    /// The signature is another's.
    Signature,
}

impl KeySet {
    /// Reads a set; `None` where it is none. Keys that nobody here understands are no error (RFC 7517 section 5).
    #[must_use]
    pub fn read(document: &[u8]) -> Option<Self> {
        #[derive(Deserialize)]
        struct Published {
            keys: Vec<Value>,
        }
        let published: Published = serde_json::from_slice(document).ok()?;
        let keys = published.keys.into_iter();
        let understood = keys.filter_map(|key| serde_json::from_value::<Key>(key).ok());
        Some(Self(understood.filter(Key::signs).collect()))
    }

    /// Whether there is no key in it that a token can be checked with.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether one of these keys has signed the token, in the way that the key is for.
    pub(super) fn check(&self, token: &Compact<'_>) -> Result<(), NotSigned> {
        let algorithm = Algorithm::named(&token.header.alg).ok_or(NotSigned::Algorithm)?;
        let fitting = self
            .0
            .iter()
            .filter(|key| key.is_for(&token.header.alg, algorithm) && key.is_called(token.header.kid.as_deref()));
        let mut fitting = fitting.peekable();
        if fitting.peek().is_none() {
            return Err(NotSigned::UnknownKey);
        }
        // Without a name in the token any of them may be meant (OpenID Connect Core 1.0, section 10.1).
        let signed = fitting.any(|key| key.verifies(algorithm, token.message.as_bytes(), &token.signature));
        signed.then_some(()).ok_or(NotSigned::Signature)
    }
}

/// How a token is signed (RFC 7518 section 3.1, RFC 8037), with what a key has to be for it.
#[derive(Clone, Copy)]
enum Algorithm {
    Rsa(&'static RsaParameters),
    Curve(&'static str, &'static dyn VerificationAlgorithm),
}

impl Algorithm {
    /// Those of key pairs alone: whoever shares a secret with us could be anybody who knows it, and `none` is everybody.
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "RS256" => Self::Rsa(&signature::RSA_PKCS1_2048_8192_SHA256),
            "RS384" => Self::Rsa(&signature::RSA_PKCS1_2048_8192_SHA384),
            "RS512" => Self::Rsa(&signature::RSA_PKCS1_2048_8192_SHA512),
            "PS256" => Self::Rsa(&signature::RSA_PSS_2048_8192_SHA256),
            "PS384" => Self::Rsa(&signature::RSA_PSS_2048_8192_SHA384),
            "PS512" => Self::Rsa(&signature::RSA_PSS_2048_8192_SHA512),
            "ES256" => Self::Curve("P-256", &signature::ECDSA_P256_SHA256_FIXED),
            "ES384" => Self::Curve("P-384", &signature::ECDSA_P384_SHA384_FIXED),
            "EdDSA" | "Ed25519" => Self::Curve("Ed25519", &signature::ED25519),
            _ => return None,
        })
    }
}

impl Key {
    /// What is published for encryption signs nothing.
    fn signs(&self) -> bool {
        self.purpose.as_deref().is_none_or(|purpose| purpose == "sig")
    }

    fn is_called(&self, kid: Option<&str>) -> bool {
        kid.is_none_or(|kid| self.kid.as_deref() == Some(kid))
    }

    fn is_for(&self, name: &str, algorithm: Algorithm) -> bool {
        let fits = match algorithm {
            Algorithm::Rsa(_) => self.kty == "RSA",
            Algorithm::Curve("Ed25519", _) => self.kty == "OKP" && self.crv.as_deref() == Some("Ed25519"),
            Algorithm::Curve(curve, _) => self.kty == "EC" && self.crv.as_deref() == Some(curve),
        };
        fits && self.alg.as_deref().is_none_or(|alg| alg == name)
    }

    fn verifies(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> bool {
        let octets = |part: &Option<String>| BASE64URL.decode(part.as_deref()?).ok();
        let verified = match algorithm {
            Algorithm::Rsa(parameters) => octets(&self.n).zip(octets(&self.e)).map(|(n, e)| {
                let key = RsaPublicKeyComponents { n, e };
                key.verify(parameters, message, signature)
            }),
            Algorithm::Curve("Ed25519", algorithm) => {
                octets(&self.x).map(|x| UnparsedPublicKey::new(algorithm, x).verify(message, signature))
            }
            // An uncompressed point (SEC 1 section 2.3.3).
            Algorithm::Curve(_, algorithm) => octets(&self.x).zip(octets(&self.y)).map(|(x, y)| {
                let point = [&[4], x.as_slice(), y.as_slice()].concat();
                UnparsedPublicKey::new(algorithm, point).verify(message, signature)
            }),
        };
        verified.is_some_and(|verified| verified.is_ok())
    }
}

#[cfg(test)]
mod tests;
