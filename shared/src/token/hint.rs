//! An ID token that an app shows again, to say which person and which app it speaks of.

use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;

use super::{Issuer, TokenRefused, provider};

/// What an ID token of ours says of whom it was for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct IdTokenHint {
    /// The client.
    pub aud: String,
    /// The person.
    pub sub: String,
}

impl Issuer<'_> {
    /// What an ID token of this deployment says, however long ago it expired (OpenID Connect RP-Initiated Logout 1.0,
    /// section 2).
    ///
    /// # Errors
    /// When it is not signed by one of our keys, or is no ID token of ours.
    pub fn id_token_hint(&self, token: &str) -> Result<IdTokenHint, TokenRefused> {
        let header = jsonwebtoken::decode_header(token).map_err(|_| TokenRefused)?;
        let kid = header.kid.filter(|_| header.typ.as_deref() == Some("JWT"));
        let signer = self.keys.signers().find(|signer| Some(&signer.kid) == kid.as_ref());
        let signer = signer.ok_or(TokenRefused)?;
        provider::install();
        let key = DecodingKey::from_ec_components(&signer.public.0, &signer.public.1).map_err(|_| TokenRefused)?;
        let mut rules = Validation::new(Algorithm::ES256);
        rules.set_issuer(&[self.url]);
        // The caller compares it; a token without one is refused by its type.
        rules.validate_aud = false;
        rules.validate_exp = false;
        jsonwebtoken::decode(token, &key, &rules)
            .map(|decoded| decoded.claims)
            .map_err(|_| TokenRefused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entropy::Entropy;
    use crate::keys::KeyRing;
    use crate::testing;
    use crate::token::{Authentication, Grantee};

    fn id_token(url: &str, keys: &KeyRing) -> String {
        let client = serde_json::from_value(serde_json::json!({"id": "acme-web", "kind": "app"})).expect("a client");
        let (user, tenant) = (testing::user(), testing::tenant().name);
        let grantee = Grantee::client("acme-web", &tenant, "openid");
        let authentication = Authentication { time: 0, nonce: None };
        Issuer { url, keys }.id_token(&user, &client, &grantee, &authentication, testing::now())
    }

    #[test]
    fn an_id_token_of_ours_says_whose_it_was() {
        let keys = testing::keys();
        let issuer = Issuer {
            url: "https://id.acme.example",
            keys: &keys,
        };
        let hint = issuer.id_token_hint(&id_token(issuer.url, &keys)).expect("a hint");
        assert_eq!(
            (hint.aud.as_str(), hint.sub),
            ("acme-web", testing::user().id.to_string())
        );
    }

    #[test]
    fn another_deployments_token_a_forged_one_and_an_access_token_are_no_hint() {
        let (keys, others) = (testing::keys(), testing::keys());
        let issuer = Issuer {
            url: "https://id.acme.example",
            keys: &keys,
        };
        assert!(
            issuer
                .id_token_hint(&id_token("https://id.other.example", &keys))
                .is_err()
        );
        assert!(issuer.id_token_hint(&id_token(issuer.url, &others)).is_err());
        let tenant = testing::tenant().name;
        let grantee = Grantee::client("acme-web", &tenant, "openid");
        let access = issuer.access_token(&grantee, &Entropy::seeded(1), testing::now());
        assert!(issuer.id_token_hint(&access).is_err());
        assert!(issuer.id_token_hint("eyJhbGciOiJub25lIn0.e30.").is_err());
    }
}
