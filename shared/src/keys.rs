//! The deployment's own keys: what seals tickets and links, what signs tokens.
//!
//! A [`KeyRing`] is made once, kept in the table encrypted by KMS, and decrypted once per sandbox.
//! It holds several generations of each key, newest first: the newest is used, all are accepted.

use std::fmt;

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::hmac;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD as BASE64, URL_SAFE_NO_PAD as BASE64URL};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::entropy::Entropy;

/// What a sealed text is for. Each has its own number, which the seal covers: a link is no ticket,
/// a ticket no refresh token, whatever their bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    /// The mailed link that proves an address.
    VerificationLink = 1,
    /// The proof, from a verified invitation, that lets its holder set the first credential.
    ActivationTicket = 2,
    /// An OAuth refresh token.
    RefreshToken = 3,
    /// A key that a client shares with us (HMAC), so that the table does not hold it in the clear.
    SharedKey = 4,
}

/// What a keyed code is for; see [`KeyRing::mac`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum MacPurpose {
    /// The six digits in the mail.
    VerificationCode = 1,
    /// A voucher, so that the table holds none.
    Voucher = 2,
}

/// The deployment's keys, newest first.
pub struct KeyRing {
    seals: Vec<Seal>,
    signers: Vec<Signer>,
}

/// One generation of the symmetric key, ready to use.
struct Seal {
    id: u8,
    secret: Secret,
    aead: LessSafeKey,
    mac: hmac::Key,
}

/// A key pair that signs tokens (ES256).
pub struct Signer {
    /// The `kid` of the JSON Web Key.
    pub kid: String,
    /// PKCS #8, DER.
    pub pkcs8: Vec<u8>,
    /// The public point's coordinates, base64url: `x` and `y` of the JSON Web Key.
    pub public: (String, String),
}

#[derive(Clone, Zeroize, ZeroizeOnDrop)]
struct Secret([u8; 32]);

/// How a ring is written before KMS encrypts it.
#[derive(Serialize, Deserialize)]
struct Written {
    seals: Vec<WrittenSeal>,
    signers: Vec<WrittenSigner>,
}

#[derive(Serialize, Deserialize)]
struct WrittenSeal {
    id: u8,
    secret: String,
}

#[derive(Serialize, Deserialize)]
struct WrittenSigner {
    kid: String,
    pkcs8: String,
}

/// The bytes are not a key ring.
#[derive(Debug, thiserror::Error)]
#[error("the stored keys cannot be read: {0}")]
pub struct UnreadableKeys(String);

impl KeyRing {
    /// A new ring with one key of each kind.
    ///
    /// # Errors
    /// When the cryptographic library refuses to make a key pair.
    pub fn generate(entropy: &Entropy, now: Timestamp) -> Result<Self, UnreadableKeys> {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING)
            .map_err(|_| UnreadableKeys("no key pair could be made".into()))?;
        let pkcs8 = pair
            .to_pkcs8v1()
            .map_err(|_| UnreadableKeys("no key pair could be written".into()))?;
        let kid = now.strftime("%Y%m%dT%H%M%SZ").to_string();
        Ok(Self {
            seals: vec![Seal::new(1, Secret(entropy.bytes()))?],
            signers: vec![Signer::new(kid, pkcs8.as_ref().to_vec())?],
        })
    }

    /// Reads what [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// When the bytes are not a ring, or hold no key of some kind.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, UnreadableKeys> {
        let written: Written = serde_json::from_slice(bytes).map_err(|error| UnreadableKeys(error.to_string()))?;
        let unreadable = |_| UnreadableKeys("a key is not base64".into());
        let mut seals = Vec::new();
        for seal in written.seals {
            let secret: [u8; 32] = BASE64
                .decode(&seal.secret)
                .map_err(unreadable)?
                .try_into()
                .map_err(|_| UnreadableKeys("a sealing key is not 32 bytes long".into()))?;
            seals.push(Seal::new(seal.id, Secret(secret))?);
        }
        let mut signers = Vec::new();
        for signer in written.signers {
            signers.push(Signer::new(
                signer.kid,
                BASE64.decode(&signer.pkcs8).map_err(unreadable)?,
            )?);
        }
        if seals.is_empty() || signers.is_empty() {
            return Err(UnreadableKeys("a kind of key is missing".into()));
        }
        Ok(Self { seals, signers })
    }

    /// The ring as bytes, to be encrypted before they go anywhere.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let seals = self.seals.iter().map(|seal| WrittenSeal {
            id: seal.id,
            secret: BASE64.encode(seal.secret.0),
        });
        let signers = self.signers.iter().map(|signer| WrittenSigner {
            kid: signer.kid.clone(),
            pkcs8: BASE64.encode(&signer.pkcs8),
        });
        serde_json::to_vec(&Written {
            seals: seals.collect(),
            signers: signers.collect(),
        })
        .unwrap_or_default()
    }

    /// Seals `payload` for one purpose: encrypted, authenticated, base64url.
    ///
    /// The same payload always gives the same text, so that a mail that is sent twice carries the
    /// same link. AES-GCM-SIV (RFC 8452) is made for that: with one nonce for all it tells
    /// whether two texts seal the same payload, and nothing else.
    ///
    /// # Panics
    /// When `payload` cannot be written, which no type here can be: an empty token must never go out.
    #[must_use]
    pub fn seal<T: Serialize>(&self, purpose: Purpose, payload: &T) -> String {
        let newest = &self.seals[0];
        let mut sealed = postcard::to_stdvec(payload).expect("a payload of plain fields can be written");
        let aad = Aad::from([newest.id, purpose as u8]);
        newest
            .aead
            .seal_in_place_append_tag(fixed_nonce(), aad, &mut sealed)
            .expect("a payload is far below the cipher's limit");
        sealed.push(newest.id);
        BASE64URL.encode(sealed)
    }

    /// Opens what [`Self::seal`] sealed for the same purpose; `None` for anything else.
    #[must_use]
    pub fn open<T: for<'de> Deserialize<'de>>(&self, purpose: Purpose, text: &str) -> Option<T> {
        // The longest payload is a ticket with two long names; more is not ours.
        if text.len() > 4_096 {
            return None;
        }
        let mut sealed = BASE64URL.decode(text).ok()?;
        let id = sealed.pop()?;
        let seal = self.seals.iter().find(|seal| seal.id == id)?;
        let opened = seal
            .aead
            .open_in_place(fixed_nonce(), Aad::from([id, purpose as u8]), &mut sealed)
            .ok()?;
        postcard::from_bytes(opened).ok()
    }

    /// The keyed hash of `parts` under the newest key, with the key's number in front.
    #[must_use]
    pub fn mac(&self, purpose: MacPurpose, parts: &[&[u8]]) -> Vec<u8> {
        self.seals[0].mac(purpose, parts)
    }

    /// The keyed hash of `parts` under every accepted key: one of them made what is compared.
    pub fn macs<'a>(&'a self, purpose: MacPurpose, parts: &'a [&'a [u8]]) -> impl Iterator<Item = Vec<u8>> + 'a {
        self.seals.iter().map(move |seal| seal.mac(purpose, parts))
    }

    /// The key pair that signs now.
    #[must_use]
    pub fn signer(&self) -> &Signer {
        &self.signers[0]
    }

    /// Every key pair whose tokens are still accepted.
    #[must_use]
    pub fn signers(&self) -> &[Signer] {
        &self.signers
    }
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyRing(…)")
    }
}

impl Seal {
    fn new(id: u8, secret: Secret) -> Result<Self, UnreadableKeys> {
        // Two keys from one secret, each for one algorithm: an HMAC is a key derivation function
        // when its input is a label (NIST SP 800-108).
        let root = hmac::Key::new(hmac::HMAC_SHA256, &secret.0);
        let aead_key = hmac::sign(&root, b"usher seal");
        let mac_key = hmac::sign(&root, b"usher mac");
        let unbound = UnboundKey::new(&AES_256_GCM_SIV, aead_key.as_ref())
            .map_err(|_| UnreadableKeys("a sealing key is refused".into()))?;
        Ok(Self {
            id,
            secret,
            aead: LessSafeKey::new(unbound),
            mac: hmac::Key::new(hmac::HMAC_SHA256, mac_key.as_ref()),
        })
    }

    fn mac(&self, purpose: MacPurpose, parts: &[&[u8]]) -> Vec<u8> {
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

impl Signer {
    fn new(kid: String, pkcs8: Vec<u8>) -> Result<Self, UnreadableKeys> {
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &pkcs8)
            .map_err(|_| UnreadableKeys(format!("the signing key {kid} is not PKCS #8")))?;
        // An uncompressed point: 0x04, x, y.
        let point = pair.public_key().as_ref();
        let public = (BASE64URL.encode(&point[1..33]), BASE64URL.encode(&point[33..65]));
        Ok(Self { kid, pkcs8, public })
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer").field("kid", &self.kid).finish_non_exhaustive()
    }
}

fn fixed_nonce() -> Nonce {
    Nonce::assume_unique_for_key([0; 12])
}

#[cfg(test)]
mod tests;
