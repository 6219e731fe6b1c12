//! The symmetric keys: what seals links, tickets and refresh tokens, and hashes codes and vouchers.

use aes_gcm_siv::aead::{AeadInOut as _, KeyInit as _};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use jiff::Timestamp;
use ring::hmac;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::{Generation, MacPurpose, Purpose, UnreadableKeys};
use crate::entropy::Entropy;

/// One generation of the symmetric key, ready to use.
pub(super) struct Seal {
    /// What stands behind a sealed text and in front of a keyed hash.
    pub(super) id: u8,
    pub(super) active_from: Timestamp,
    pub(super) secret: Secret,
    aead: Aes256GcmSiv,
    mac: hmac::Key,
}

#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(super) struct Secret(pub(super) [u8; 32]);

impl Generation for Seal {
    fn active_from(&self) -> Timestamp {
        self.active_from
    }
}

impl Seal {
    pub(super) fn generate(id: u8, entropy: &Entropy, active_from: Timestamp) -> Result<Self, UnreadableKeys> {
        Self::new(id, Secret(entropy.bytes()), active_from)
    }

    pub(super) fn new(id: u8, secret: Secret, active_from: Timestamp) -> Result<Self, UnreadableKeys> {
        // Two keys from one secret, each for one algorithm: an HMAC is a key derivation function
        // when its input is a label (NIST SP 800-108).
        let root = hmac::Key::new(hmac::HMAC_SHA256, &secret.0);
        let aead_key = hmac::sign(&root, b"usher seal");
        let mac_key = hmac::sign(&root, b"usher mac");
        let aead = Aes256GcmSiv::new_from_slice(aead_key.as_ref())
            .map_err(|_| UnreadableKeys("a sealing key is refused".into()))?;
        Ok(Self {
            id,
            active_from,
            secret,
            aead,
            mac: hmac::Key::new(hmac::HMAC_SHA256, mac_key.as_ref()),
        })
    }

    /// AES-GCM-SIV (RFC 8452) is made for sealing alike what is alike: with one nonce for all it
    /// tells whether two texts seal the same payload, and nothing else.
    ///
    /// A payload that cannot be written stops the call, which no type here can be: an empty token must
    /// never go out.
    pub(super) fn seal<T: Serialize>(&self, purpose: Purpose, payload: &T) -> String {
        let mut sealed = postcard::to_stdvec(payload).expect("a payload of plain fields can be written");
        self.aead
            .encrypt_in_place(&Nonce::default(), &[self.id, purpose as u8], &mut sealed)
            .expect("a payload is far below the cipher's limit");
        sealed.push(self.id);
        BASE64URL.encode(sealed)
    }

    /// Opens what [`read`] read.
    pub(super) fn open<T: for<'de> Deserialize<'de>>(&self, purpose: Purpose, mut sealed: Vec<u8>) -> Option<T> {
        self.aead
            .decrypt_in_place(&Nonce::default(), &[self.id, purpose as u8], &mut sealed)
            .ok()?;
        postcard::from_bytes(&sealed).ok()
    }

    pub(super) fn mac(&self, purpose: MacPurpose, parts: &[&[u8]]) -> Vec<u8> {
        let mut context = hmac::Context::with_key(&self.mac);
        context.update(&[purpose as u8]);
        for part in parts {
            // Lengths in front, or ("ab", "c") and ("a", "bc") would be one.
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part);
        }
        let mut mac = vec![self.id];
        mac.extend_from_slice(context.sign().as_ref());
        mac
    }
}

/// The number of the key a text says it is sealed with, and what is sealed.
pub(super) fn read(text: &str) -> Option<(u8, Vec<u8>)> {
    // The longest payload is an authorization request with every parameter as long as it may be; more is not ours.
    if text.len() > 8_192 {
        return None;
    }
    let mut sealed = BASE64URL.decode(text).ok()?;
    let id = sealed.pop()?;
    Some((id, sealed))
}
