//! HTTP Message Signatures (RFC 9421) in the one profile that Usher speaks.
//!
//! A caller signs `@method`, `@target-uri` and, when the request has a body, `content-digest` (RFC 9530),
//! with the parameters `created`, `nonce`, `keyid` and `tag="usher"`. It may cover more: header fields
//! and the derived components `@authority`, `@scheme`, `@path` and `@query`, all without component
//! parameters. It may add `expires`, and `alg` if that is what its key is for. Nothing else is accepted,
//! so there is one way to read what a signature covers.
//!
//! Checking takes two steps, because the key is only known in between:
//!
//! ```
//! # use usher::signature::{RequestParts, SigningKey, Algorithm, Claimed, sign};
//! # use jiff::Timestamp;
//! # let key: SigningKey = "hmac-sha256:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=".parse()?;
//! # let now = Timestamp::UNIX_EPOCH;
//! let parts = RequestParts { method: "GET", target_uri: "https://api.example/v1/account", headers: &[], body: b"" };
//! let signed = sign(&parts, &key, "key-1", now, "a nonce")?;
//! let headers: Vec<_> = signed.iter().collect();
//!
//! let claimed = Claimed::parse(&RequestParts { headers: &headers, ..parts })?;
//! assert_eq!(claimed.keyid(), "key-1"); // load this key, then
//! claimed.verify(&key.verifying_key(), now)?; // and last, take the nonce, once
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A verified signature can still be a replay: the caller keeps `(keyid, nonce)` for at least twice
//! [`MAX_SKEW_SECONDS`] and accepts each pair once.

mod base;
mod claim;
mod digest;
mod error;
mod fields;
mod key;
mod sign;
mod signing_key;

pub use claim::{Claimed, MAX_SKEW_SECONDS};
pub use error::SignatureError;
pub use key::{Algorithm, KeyError, VerifyingKey};
pub use sign::{SignedHeaders, sign, sign_as_deployment};
pub use signing_key::SigningKey;

/// The value of the `tag` parameter, which keeps Usher's signature apart from those for other applications.
const TAG: &str = "usher";

/// The parts of a request that a signature can cover.
#[derive(Clone, Copy)]
pub struct RequestParts<'a> {
    /// The method as sent, such as `POST`.
    pub method: &'a str,
    /// The absolute URI that the caller aimed at. It comes from configuration and the request line, never
    /// from a forwarded header.
    pub target_uri: &'a str,
    /// Header names in any case, and values, in the order received. A name may occur more than once.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body as received, before any decoding.
    pub body: &'a [u8],
}

impl RequestParts<'_> {
    /// All values of a field as one (RFC 9421, section 2.1): trimmed, joined by a comma and a space.
    fn field(&self, name: &str) -> Option<String> {
        let same_name = |header: &&(&str, &str)| header.0.eq_ignore_ascii_case(name);
        let values: Vec<&str> = self
            .headers
            .iter()
            .filter(same_name)
            .map(|(_, value)| value.trim_matches([' ', '\t']))
            .collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

#[cfg(test)]
mod tests;
