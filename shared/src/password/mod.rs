//! Passwords: what a tenant accepts, what nobody accepts, and how one is kept.
//!
//! A typed password becomes a [`Password`] at the edge and is only ever judged ([`PasswordPolicy::judge`])
//! or hashed ([`hash`], [`verify`]). Judging reads the text and is cheap; hashing is slow on purpose, so
//! callers check their ticket or token first and hash last.

mod guessable;
mod hash;
mod policy;

use std::fmt;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

pub use hash::{HashError, hash, needs_rehash, verify, verify_dummy};
pub use policy::{Broken, Context, MODERN_MINIMUM, PasswordPolicy};

/// The longest password that is read at all, in octets of UTF-8. The most that any policy accepts is 256
/// code points, which is 1,024 octets; the rest is room for decomposed input.
const MAX_OCTETS: usize = 4096;

/// A password as it was typed, in NFC, wiped from memory when dropped and never shown.
///
/// NFC makes one password of what two keyboards send for the same letters (NIST SP 800-63B, section
/// 3.1.1.2). It is applied here once, so that judging and hashing cannot disagree about it.
#[derive(Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct Password(Zeroizing<String>);

/// The text is too large to be a password, and was not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a password has at most {MAX_OCTETS} octets")]
pub struct PasswordTooLarge;

impl PasswordTooLarge {
    /// The stable word for this error in answers to clients.
    #[must_use]
    pub fn code(self) -> &'static str {
        "password_too_long"
    }
}

impl Password {
    /// Takes over a typed password; the text passed in is wiped.
    ///
    /// # Errors
    ///
    /// [`PasswordTooLarge`] above 4,096 octets, so that no work is done on a megabyte.
    pub fn new(mut typed: String) -> Result<Self, PasswordTooLarge> {
        if typed.len() > MAX_OCTETS {
            typed.zeroize();
            return Err(PasswordTooLarge);
        }
        // NFC at most triples UTF-8 (UAX #15, section 8): with room for that, no reallocation leaves a copy behind.
        let mut normalised = Zeroizing::new(String::with_capacity(3 * typed.len()));
        normalised.extend(typed.nfc());
        typed.zeroize();
        Ok(Self(normalised))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Password {
    type Error = PasswordTooLarge;

    fn try_from(typed: String) -> Result<Self, Self::Error> {
        Self::new(typed)
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(•••)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_megabyte_is_refused_before_any_work() {
        assert_eq!(Password::new("a".repeat(1_000_000)).err(), Some(PasswordTooLarge));
        assert!(Password::new("a".repeat(MAX_OCTETS)).is_ok());
    }

    #[test]
    fn two_keyboards_type_the_same_password() -> Result<(), PasswordTooLarge> {
        let composed = Password::new("caf\u{e9}".into())?;
        let decomposed = Password::new("cafe\u{301}".into())?;
        assert_eq!(composed.as_str(), decomposed.as_str());
        Ok(())
    }

    #[test]
    fn a_password_is_never_shown() -> Result<(), serde_json::Error> {
        let password: Password = serde_json::from_str(r#""correct horse""#)?;
        assert_eq!(format!("{password:?}"), "Password(•••)");
        Ok(())
    }
}
