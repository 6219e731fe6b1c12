//! Proof Key for Code Exchange (RFC 7636): who redeems a code is who asked for it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq as _;

/// SHA-256 of a verifier that only the app knows (`S256`). The method `plain` would show the verifier itself to whoever
/// sees the request, and is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeChallenge([u8; 32]);

/// The text is no SHA-256 in base64url.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("code_challenge is not the SHA-256 of a verifier in base64url, 43 characters")]
pub struct NotAChallenge;

impl CodeChallenge {
    /// Reads the parameter `code_challenge`.
    ///
    /// # Errors
    /// When it is none.
    pub fn parse(text: &str) -> Result<Self, NotAChallenge> {
        let hash = BASE64URL.decode(text).map_err(|_| NotAChallenge)?;
        hash.try_into().map(Self).map_err(|_| NotAChallenge)
    }

    /// Whether `verifier` is the one behind this: 43 to 128 unreserved characters (section 4.1), in constant time.
    #[must_use]
    pub fn is_of(&self, verifier: &str) -> bool {
        let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        let fits = (43..=128).contains(&verifier.len()) && verifier.bytes().all(unreserved);
        let hash = digest(&SHA256, verifier.as_bytes());
        fits && bool::from(self.0.ct_eq(hash.as_ref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Appendix B of RFC 7636.
    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    #[test]
    fn the_example_of_the_rfc_holds() {
        let challenge = CodeChallenge::parse(CHALLENGE).expect("a challenge");
        assert!(challenge.is_of(VERIFIER));
        assert!(!challenge.is_of(&VERIFIER.replace('d', "e")));
        assert!(!challenge.is_of(CHALLENGE), "a verifier is no challenge");
    }

    #[test]
    fn a_short_long_or_odd_verifier_is_none() {
        for verifier in [
            "a".repeat(42),
            "a".repeat(129),
            format!("{}ä", "a".repeat(43)),
            String::new(),
        ] {
            let hash = BASE64URL.encode(digest(&SHA256, verifier.as_bytes()));
            assert!(
                !CodeChallenge::parse(&hash).expect("a challenge").is_of(&verifier),
                "{verifier}"
            );
        }
    }

    #[test]
    fn what_is_no_hash_is_no_challenge() {
        for text in [
            "",
            "abc",
            &CHALLENGE[1..],
            &format!("{CHALLENGE}="),
            &CHALLENGE.replace('-', "+"),
        ] {
            assert_eq!(CodeChallenge::parse(text), Err(NotAChallenge), "{text}");
        }
    }
}
