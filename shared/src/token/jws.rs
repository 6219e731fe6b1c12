//! The compact serialization of a JSON Web Signature (RFC 7515 section 7.1): ours with ES256, and others' in their parts.
//!
//! The library that checks tokens parses the private key for each signature, which costs more than
//! the signature. A [`Signer`] has parsed it once; what is left is to put three parts together.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::keys::Signer;

#[derive(Serialize)]
struct Header<'a> {
    typ: &'a str,
    alg: &'a str,
    kid: &'a str,
}

/// `claims` as a signed token of the type `typ`.
///
/// An empty token must never go out: what cannot happen stops the call.
pub(crate) fn compact(signer: &Signer, typ: &str, claims: &impl Serialize) -> String {
    let header = Header {
        typ,
        alg: "ES256",
        kid: &signer.kid,
    };
    let mut token = part(&header);
    token.push('.');
    token.push_str(&part(claims));
    let signature = signer.sign(token.as_bytes());
    token.push('.');
    BASE64URL.encode_string(signature, &mut token);
    token
}

fn part(value: &impl Serialize) -> String {
    BASE64URL.encode(serde_json::to_vec(value).expect("plain fields can be written"))
}

/// Somebody's signed token in its parts. Nothing of it is checked.
pub(crate) struct Compact<'a> {
    /// What it says of itself.
    pub(crate) header: OthersHeader,
    /// What it says, as JSON.
    pub(crate) claims: Vec<u8>,
    /// What is signed.
    pub(crate) message: &'a str,
    /// The signature.
    pub(crate) signature: Vec<u8>,
}

/// The members that count of a header. Keys, and addresses of keys, that a token brings itself are not among them.
#[derive(Deserialize)]
pub(crate) struct OthersHeader {
    pub(crate) alg: String,
    pub(crate) kid: Option<String>,
    pub(crate) typ: Option<String>,
    pub(crate) crit: Option<Value>,
}

impl<'a> Compact<'a> {
    /// Takes a token apart; `None` where it is none.
    pub(crate) fn of(text: &'a str) -> Option<Self> {
        let octets = |part: &str| BASE64URL.decode(part).ok();
        let (message, signature) = text.rsplit_once('.')?;
        let (header, claims) = message.split_once('.')?;
        Some(Self {
            header: serde_json::from_slice(&octets(header)?).ok()?,
            claims: octets(claims)?,
            message,
            signature: octets(signature)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use jsonwebtoken::Algorithm;
    use p256::ecdsa::signature::Verifier as _;
    use p256::ecdsa::{Signature, VerifyingKey};
    use serde_json::json;

    /// Whether a token is signed, as a library says that signs nothing here.
    fn is_signed(signer: &Signer, token: &str) -> bool {
        let octets = |text: &str| BASE64URL.decode(text).expect("base64url");
        let point = [vec![4], octets(&signer.public.0), octets(&signer.public.1)].concat();
        let key = VerifyingKey::from_sec1_bytes(&point).expect("a point");
        let (message, signature) = token.rsplit_once('.').expect("three parts");
        let signature = Signature::from_slice(&octets(signature)).expect("64 octets");
        key.verify(message.as_bytes(), &signature).is_ok()
    }

    #[test]
    fn an_independent_implementation_reads_what_is_written() {
        let keys = testing::keys();
        let signer = keys.signer(testing::now());
        let claims = json!({"sub": "Zoë \"quoted\" 漢字", "exp": 1, "nested": {"a": [1, 2.5, null]}});
        let token = compact(signer, "at+jwt", &claims);
        let header = jsonwebtoken::decode_header(&token).expect("a header");
        assert_eq!(
            (header.typ.as_deref(), header.alg, header.kid.as_deref()),
            (Some("at+jwt"), Algorithm::ES256, Some(signer.kid.as_str()))
        );
        assert!(is_signed(signer, &token));
        let read = jsonwebtoken::dangerous::insecure_decode::<Value>(&token).expect("claims");
        assert_eq!(read.claims, claims);
        assert!(token.split('.').count() == 3 && !token.contains(['=', '+', '/']));
    }

    #[test]
    fn a_token_with_a_part_changed_is_not_signed() {
        let keys = testing::keys();
        let signer = keys.signer(testing::now());
        let (one, other) = (
            compact(signer, "JWT", &json!({"sub": "one"})),
            compact(signer, "JWT", &json!({"sub": "other"})),
        );
        let parts: Vec<_> = one.split('.').collect();
        let others: Vec<_> = other.split('.').collect();
        let signed = |token: &str| is_signed(signer, token);
        assert!(signed(&one) && signed(&other));
        assert!(!signed(&[parts[0], others[1], parts[2]].join(".")));
        assert!(!signed(&[parts[0], parts[1], others[2]].join(".")));
    }
}
