//! How Usher shows a provider who it is by a token of its own (`private_key_jwt`).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use jiff::Timestamp;
use serde::Serialize;

use crate::entropy::Entropy;
use crate::keys::KeyRing;
use crate::token::jws;

/// How long one is good for, in seconds.
const LIFE: i64 = 60;

#[derive(Serialize)]
struct Assertion<'a> {
    iss: &'a str,
    sub: &'a str,
    aud: &'a str,
    jti: String,
    iat: i64,
    exp: i64,
}

/// A token that shows the provider `issuer` that we are its client `client_id`, once (RFC 7523 section 3, OpenID Connect Core
/// 1.0, section 9). It is meant for the provider by its name, not by the address of an endpoint, which somebody else's metadata
/// may name too.
#[must_use]
pub fn client_assertion(client_id: &str, issuer: &str, keys: &KeyRing, entropy: &Entropy, now: Timestamp) -> String {
    let claims = Assertion {
        iss: client_id,
        sub: client_id,
        aud: issuer,
        jti: BASE64URL.encode(entropy.bytes::<16>()),
        iat: now.as_second(),
        exp: now.as_second() + LIFE,
    };
    jws::compact(keys.signer(now), "client-authentication+jwt", &claims)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::testing;
    use crate::token::Issuer;

    #[test]
    fn it_is_for_the_provider_alone_and_no_token_of_ours() {
        let (keys, entropy, now) = (testing::keys(), Entropy::seeded(3), testing::now());
        let make = || client_assertion("usher", "https://login.acme.example", &keys, &entropy, now);
        let text = make();
        let read = jsonwebtoken::dangerous::insecure_decode::<Value>(&text).expect("claims");
        let of = |name: &str| read.claims[name].as_str();
        assert_eq!([of("iss"), of("sub")], [Some("usher"); 2]);
        assert_eq!(of("aud"), Some("https://login.acme.example"));
        assert_ne!(text, make(), "each has a name of its own");
        let us = Issuer {
            url: "https://login.acme.example",
            keys: &keys,
        };
        assert!(us.check_access_token(&text, now).is_err() && us.id_token_hint(&text).is_err());
    }
}
