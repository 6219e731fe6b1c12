//! Ids: a prefix that says what it names, and 128 bits that say nothing.
//!
//! The bits are either random or, at provisioning, derived from the caller's idempotency key, so
//! that the same request can only ever make the same person (see [`crate::provisioning`]).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Crockford's base 32 in lower case: no `i`, `l`, `o` or `u` to misread over the phone.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// 128 bits in groups of five.
const LENGTH: usize = 26;

/// 128 opaque bits, written as 26 characters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Opaque([u8; 16]);

impl Opaque {
    /// Wraps 128 bits.
    #[must_use]
    pub const fn new(bits: [u8; 16]) -> Self {
        Self(bits)
    }

    /// Wraps 122 of the bits as a UUID of version 8 (RFC 9562 section 5.8), so that [`Self::as_uuid`] is one.
    #[must_use]
    pub const fn uuid(mut bits: [u8; 16]) -> Self {
        bits[6] = bits[6] & 0x0f | 0x80;
        bits[8] = bits[8] & 0x3f | 0x80;
        Self(bits)
    }

    /// As a UUID's text: what Next Identity calls a person.
    #[must_use]
    pub fn as_uuid(self) -> String {
        let hex: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
    }

    /// Reads [`Self::as_uuid`].
    ///
    /// # Errors
    /// [`UnknownId`].
    pub fn from_uuid(text: &str) -> Result<Self, UnknownId> {
        let groups: Vec<_> = text.split('-').map(str::len).collect();
        let digits = text.replace('-', "");
        if groups != [8, 4, 4, 4, 12] || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(UnknownId);
        }
        let bits = u128::from_str_radix(&digits, 16).map_err(|_| UnknownId)?;
        Ok(Self(bits.to_be_bytes()))
    }

    /// The bits.
    #[must_use]
    pub const fn bits(self) -> [u8; 16] {
        self.0
    }
}

impl fmt::Display for Opaque {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = u128::from_be_bytes(self.0);
        for place in (0..LENGTH).rev() {
            let digit = (bits >> (place * 5)) as usize & 31;
            f.write_str(std::str::from_utf8(&ALPHABET[digit..=digit]).unwrap_or_default())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Opaque {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Opaque {
    type Err = UnknownId;

    fn from_str(text: &str) -> Result<Self, UnknownId> {
        if text.len() != LENGTH {
            return Err(UnknownId);
        }
        let mut bits: u128 = 0;
        for (place, byte) in text.bytes().enumerate() {
            let digit = ALPHABET.iter().position(|&letter| letter == byte).ok_or(UnknownId)?;
            // 26 characters hold 130 bits: the first one may only use three of its five.
            if place == 0 && digit > 7 {
                return Err(UnknownId);
            }
            bits = bits << 5 | digit as u128;
        }
        Ok(Self(bits.to_be_bytes()))
    }
}

/// What was given is not an id of the kind asked for. Outward, it is an id nobody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id of this kind")]
pub struct UnknownId;

/// Declares every kind of id in one place.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub Opaque);

        impl $name {
            /// What every id of this kind begins with.
            pub const PREFIX: &'static str = $prefix;
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "_{}"), self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = UnknownId;

            fn from_str(text: &str) -> Result<Self, UnknownId> {
                text.strip_prefix(concat!($prefix, "_")).ok_or(UnknownId)?.parse().map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

ids! {
    /// A person.
    UserId = "usr";
    /// The household or company a person belongs to: NET2GRID's account.
    CustomerId = "cus";
    /// A place of a customer: NET2GRID's installation.
    LocationId = "loc";
    /// One attempt to bring one person from an address to a first credential.
    InvitationId = "inv";
    /// An identity provider, by where it is.
    ProviderId = "idp";
    /// A voucher of a campaign.
    VoucherId = "vou";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        for bits in [[0; 16], [255; 16], *b"0123456789abcdef"] {
            let id = UserId(Opaque::new(bits));
            assert_eq!(id.to_string().parse(), Ok(id));
        }
    }

    #[test]
    fn an_id_of_another_kind_is_unknown() {
        let user = UserId(Opaque::new([7; 16])).to_string();
        assert_eq!(user.parse::<CustomerId>(), Err(UnknownId));
    }

    #[test]
    fn text_that_holds_more_than_128_bits_is_unknown() {
        assert_eq!("usr_zzzzzzzzzzzzzzzzzzzzzzzzzz".parse::<UserId>(), Err(UnknownId));
    }
}
