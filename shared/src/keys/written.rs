//! How a ring is written before KMS encrypts it.

use std::cmp::Reverse;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use jiff::Timestamp;
use jiff::fmt::serde::timestamp::second::required as seconds;
use serde::{Deserialize, Serialize};

use super::seal::Secret;
use super::{Generation as _, KeyRing, Seal, Signer, UnreadableKeys};

#[derive(Serialize, Deserialize)]
struct Written {
    seals: Vec<WrittenSeal>,
    signers: Vec<WrittenSigner>,
}

#[derive(Serialize, Deserialize)]
struct WrittenSeal {
    id: u8,
    secret: String,
    /// Without it the key has always been in use.
    #[serde(default, with = "seconds")]
    active_from: Timestamp,
}

#[derive(Serialize, Deserialize)]
struct WrittenSigner {
    kid: String,
    pkcs8: String,
    #[serde(default, with = "seconds")]
    active_from: Timestamp,
}

impl KeyRing {
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
            seals.push(Arc::new(Seal::new(seal.id, Secret(secret), seal.active_from)?));
        }
        let mut signers = Vec::new();
        for signer in written.signers {
            let pkcs8 = BASE64.decode(&signer.pkcs8).map_err(unreadable)?;
            signers.push(Arc::new(Signer::new(signer.kid, pkcs8, signer.active_from)?));
        }
        if seals.is_empty() || signers.is_empty() {
            return Err(UnreadableKeys("a kind of key is missing".into()));
        }
        // They are written in this order; that they are in it is what all else relies on.
        seals.sort_by_key(|seal| Reverse(seal.active_from()));
        signers.sort_by_key(|signer| Reverse(signer.active_from()));
        Ok(Self { seals, signers })
    }

    /// The ring as bytes, to be encrypted before they go anywhere.
    ///
    /// # Panics
    /// When it cannot be written, which it always can be: an empty ring must never take its place.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let seals = self.seals.iter().map(|seal| WrittenSeal {
            id: seal.id,
            secret: BASE64.encode(seal.secret.0),
            active_from: seal.active_from,
        });
        let signers = self.signers.iter().map(|signer| WrittenSigner {
            kid: signer.kid.clone(),
            pkcs8: BASE64.encode(&signer.pkcs8),
            active_from: signer.active_from,
        });
        serde_json::to_vec(&Written {
            seals: seals.collect(),
            signers: signers.collect(),
        })
        .expect("plain fields can be written")
    }
}
