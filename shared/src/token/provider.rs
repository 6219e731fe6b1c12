//! What [`jsonwebtoken`] checks signatures with: the one library for cryptography, which it has no support for of
//! its own. ES256, which our own keys sign with, and EdDSA over Ed25519, which clients may.

use jsonwebtoken::crypto::{CryptoProvider, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{ErrorKind, Result};
use jsonwebtoken::{Algorithm, AlgorithmFamily, DecodingKey};
use ring::signature::{ECDSA_P256_SHA256_FIXED, ED25519, UnparsedPublicKey, VerificationAlgorithm};
use signature::Verifier;

static PROVIDER: CryptoProvider = CryptoProvider {
    signer_factory: |_, _| Err(ErrorKind::InvalidAlgorithm.into()),
    verifier_factory: verifier,
    key_utils: KeyUtils::new_unimplemented(),
};

/// Makes the library check with it. To be called before each use; all but the first do nothing.
pub(super) fn install() {
    // Refused where it is installed already.
    let _ = PROVIDER.install_default();
}

fn verifier(algorithm: &Algorithm, key: &DecodingKey) -> Result<Box<dyn JwtVerifier>> {
    let checks: &'static dyn VerificationAlgorithm = match (algorithm, key.family()) {
        // The signature is r and s, 32 octets each (RFC 7518 section 3.4).
        (Algorithm::ES256, AlgorithmFamily::Ec) => &ECDSA_P256_SHA256_FIXED,
        (Algorithm::EdDSA, AlgorithmFamily::Ed) => &ED25519,
        _ => return Err(ErrorKind::InvalidAlgorithm.into()),
    };
    let key = UnparsedPublicKey::new(checks, key.try_get_as_bytes()?.to_vec());
    Ok(Box::new(Checker(*algorithm, key)))
}

/// An algorithm with a key of its kind.
struct Checker(Algorithm, UnparsedPublicKey<Vec<u8>>);

impl Verifier<Vec<u8>> for Checker {
    fn verify(&self, message: &[u8], signature: &Vec<u8>) -> std::result::Result<(), signature::Error> {
        self.1.verify(message, signature).map_err(|_| signature::Error::new())
    }
}

impl JwtVerifier for Checker {
    fn algorithm(&self) -> Algorithm {
        self.0
    }
}
