//! The symmetric keys: what seals links, tickets and refresh tokens, and hashes codes and vouchers.

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use jiff::Timestamp;
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
    aead: LessSafeKey,
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
        let unbound = UnboundKey::new(&AES_256_GCM_SIV, aead_key.as_ref())
            .map_err(|_| UnreadableKeys("a sealing key is refused".into()))?;
        Ok(Self {
            id,
            active_from,
            secret,
            aead: LessSafeKey::new(unbound),
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
        let aad = Aad::from([self.id, purpose as u8]);
        self.aead
            .seal_in_place_append_tag(fixed_nonce(), aad, &mut sealed)
            .expect("a payload is far below the cipher's limit");
        sealed.push(self.id);
        BASE64URL.encode(sealed)
    }

    /// Opens what [`read`] read.
    pub(super) fn open<T: for<'de> Deserialize<'de>>(&self, purpose: Purpose, mut sealed: Vec<u8>) -> Option<T> {
        let aad = Aad::from([self.id, purpose as u8]);
        let opened = self.aead.open_in_place(fixed_nonce(), aad, &mut sealed).ok()?;
        postcard::from_bytes(opened).ok()
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
    // The longest payload is a ticket with two long names; more is not ours.
    if text.len() > 4_096 {
        return None;
    }
    let mut sealed = BASE64URL.decode(text).ok()?;
    let id = sealed.pop()?;
    Some((id, sealed))
}

fn fixed_nonce() -> Nonce {
    Nonce::assume_unique_for_key([0; 12])
}
