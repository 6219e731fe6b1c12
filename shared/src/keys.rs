//! The deployment's own keys: what seals tickets and links, what signs tokens.
//!
//! A [`KeyRing`] is made once, kept in the table encrypted by KMS, and decrypted once per sandbox.
//! It holds several generations of each kind, newest first. Each has a moment from which on it is
//! used; all are accepted. What is made at a time is made with the newest whose moment has come by
//! then, so a generation can be in every sandbox and in the published set before anybody uses it.
//! [`rotation`](RotationPolicy) says when generations come and go.

mod rotation;
mod seal;
mod signer;
mod written;

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::entropy::Entropy;
pub use rotation::{KeyChange, KeyName, Replace, RotatedKeys, RotationPolicy, Schedule, VOUCHER_LIFE};
use seal::Seal;
pub use signer::Signer;

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
    /// The mailed link of an invitation: it proves an address, and only on the page that activates.
    ActivationLink = 5,
    /// An OAuth authorization code.
    AuthorizationCode = 6,
    /// What a browser holds whose person has just registered.
    Completion = 7,
    /// A half-filled form.
    Draft = 8,
    /// The texted link of an invitation: it proves a number, and only on the page that activates.
    TextedLink = 9,
    /// The link of an invitation that the tenant delivers itself: it proves no more than the tenant's word.
    HandedLink = 10,
    /// How far a caller has read a list.
    Cursor = 11,
    /// What an app asks for, on its way through our pages.
    AuthorizationRequest = 12,
    /// What a signed-in browser holds.
    Session = 13,
    /// What a browser holds that has just sent the form of a registration.
    Registration = 14,
    /// The mailed link that leads to a new password.
    RecoveryLink = 15,
    /// The mailed link that proves the address an account is to change to.
    NewAddressLink = 16,
    /// The mailed link that leads to the form of a new account.
    SignUpLink = 17,
    /// What a tenant's partner provider knows us by, so that the table does not hold it in the clear.
    ProviderSecret = 18,
    /// A sign-in that goes on at an identity provider: the parameter `state`.
    SsoDeparture = 19,
    /// What a browser holds whose person came back from there and has something to fill in.
    SsoArrival = 20,
}

/// What a keyed code is for; see [`KeyRing::mac`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum MacPurpose {
    /// The six digits in the mail.
    VerificationCode = 1,
    /// A voucher, so that the table holds none.
    Voucher = 2,
    /// The six digits in the text message.
    TextedCode = 3,
    /// The code of a voucher that is made here.
    MadeVoucher = 4,
}

/// The deployment's keys, newest first. Clones share them.
#[derive(Clone)]
pub struct KeyRing {
    seals: Vec<Arc<Seal>>,
    signers: Vec<Arc<Signer>>,
}

/// The bytes are not a key ring, or no key can be made.
#[derive(Debug, thiserror::Error)]
#[error("the stored keys cannot be read: {0}")]
pub struct UnreadableKeys(String);

/// A key of one kind, with the moment from which on it is used.
trait Generation {
    fn active_from(&self) -> Timestamp;
}

impl KeyRing {
    /// A new ring with one key of each kind.
    ///
    /// # Errors
    /// When the cryptographic library refuses to make a key pair.
    pub fn generate(entropy: &Entropy, now: Timestamp) -> Result<Self, UnreadableKeys> {
        let active_from = rotation::whole_second(now);
        Ok(Self {
            seals: vec![Arc::new(Seal::generate(1, entropy, active_from)?)],
            signers: vec![Arc::new(Signer::generate(active_from)?)],
        })
    }

    /// Seals `payload` for one purpose with the key of the time `at`: encrypted, authenticated,
    /// base64url.
    ///
    /// The same payload and time always give the same text, so that a mail that is sent twice carries
    /// the same link, after a rotation too.
    #[must_use]
    pub fn seal<T: Serialize>(&self, purpose: Purpose, payload: &T, at: Timestamp) -> String {
        active(&self.seals, at).seal(purpose, payload)
    }

    /// Opens what [`Self::seal`] sealed for the same purpose; `None` for anything else.
    #[must_use]
    pub fn open<T: for<'de> Deserialize<'de>>(&self, purpose: Purpose, text: &str) -> Option<T> {
        let (id, sealed) = seal::read(text)?;
        self.seals.iter().find(|seal| seal.id == id)?.open(purpose, sealed)
    }

    /// Whether [`Self::seal`] would use the same key at `at` as `text` is sealed with.
    #[must_use]
    pub fn is_sealed_at(&self, text: &str, at: Timestamp) -> bool {
        seal::read(text).is_some_and(|(id, _)| id == active(&self.seals, at).id)
    }

    /// The keyed hash of `parts` under the key of the time `at`, with the key's number in front.
    #[must_use]
    pub fn mac(&self, purpose: MacPurpose, parts: &[&[u8]], at: Timestamp) -> Vec<u8> {
        active(&self.seals, at).mac(purpose, parts)
    }

    /// The keyed hash of `parts` under every accepted key: one of them made what is compared.
    pub fn macs<'a>(&'a self, purpose: MacPurpose, parts: &'a [&'a [u8]]) -> impl Iterator<Item = Vec<u8>> + 'a {
        self.seals.iter().map(move |seal| seal.mac(purpose, parts))
    }

    /// The key pair that signs at a time.
    #[must_use]
    pub fn signer(&self, at: Timestamp) -> &Signer {
        active(&self.signers, at)
    }

    /// Every key pair that signs, has signed what may still live, or will sign next.
    pub fn signers(&self) -> impl Iterator<Item = &Signer> {
        self.signers.iter().map(Arc::as_ref)
    }
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyRing(…)")
    }
}

/// The newest generation whose time has come. Before the first one's it is the oldest: a window of
/// time may begin before the keys were made that its codes are derived from.
fn active<G: Generation>(newest_first: &[Arc<G>], at: Timestamp) -> &G {
    let come = newest_first.iter().find(|key| key.active_from() <= at);
    come.unwrap_or(&newest_first[newest_first.len() - 1])
}

#[cfg(test)]
mod tests;
