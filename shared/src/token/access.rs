//! Access tokens (RFC 9068), signed with ES256.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::{Deserialize, Serialize};

use super::{Family, jws, provider};
use crate::authorization::Pending;
use crate::entropy::Entropy;
use crate::keys::{KeyRing, Signer};
use crate::tenant::TenantName;

/// How long access and ID tokens live, in seconds.
pub const TOKEN_LIFE_SECONDS: i64 = 3_600;

/// Signs and checks the tokens of one deployment.
#[derive(Clone, Copy, Debug)]
pub struct Issuer<'a> {
    /// The deployment's public URL: `iss`, and `aud` of its own access tokens.
    pub url: &'a str,
    /// Its keys.
    pub keys: &'a KeyRing,
}

/// What an access token says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessClaims {
    /// The deployment.
    pub iss: String,
    /// A person's id, or the client's own.
    pub sub: String,
    /// The deployment, whose API it is for.
    pub aud: String,
    /// The client it was given to.
    pub client_id: String,
    /// Seconds since 1970.
    pub exp: i64,
    /// Seconds since 1970.
    pub iat: i64,
    /// Unique.
    pub jti: String,
    /// Separated by spaces.
    pub scope: String,
    /// The tenant's short name.
    pub tenant: TenantName,
    /// The sign-in it was given for; a client that got it for itself has none.
    #[serde(flatten)]
    pub family: Option<Family>,
    /// What the person has to do before they go on.
    #[serde(flatten)]
    pub pending: Pending,
}

/// Whom an access token is for.
#[derive(Clone, Debug)]
pub struct Grantee<'a> {
    /// A person's id, or the client's own.
    pub sub: &'a str,
    /// The client it is given to.
    pub client: &'a str,
    /// Whose people.
    pub tenant: &'a TenantName,
    /// Separated by spaces.
    pub scope: &'a str,
    /// A person's sign-in.
    pub family: Option<Family>,
    /// What the person has to do before they go on.
    pub pending: Pending,
}

impl<'a> Grantee<'a> {
    /// A client, for itself.
    #[must_use]
    pub fn client(client: &'a str, tenant: &'a TenantName, scope: &'a str) -> Self {
        Self {
            sub: client,
            client,
            tenant,
            scope,
            family: None,
            pending: Pending::default(),
        }
    }
}

/// A token that is not ours, not for us, or out of time.
#[derive(Debug, thiserror::Error)]
#[error("the access token is not valid")]
pub struct TokenRefused;

impl AccessClaims {
    /// Whether it was given for this.
    #[must_use]
    pub fn has_scope(&self, name: &str) -> bool {
        self.scope.split(' ').any(|scope| scope == name)
    }
}

impl Issuer<'_> {
    /// A signed access token, good for [`TOKEN_LIFE_SECONDS`].
    #[must_use]
    pub fn access_token(&self, grantee: &Grantee<'_>, entropy: &Entropy, now: Timestamp) -> String {
        let claims = AccessClaims {
            iss: self.url.to_owned(),
            sub: grantee.sub.to_owned(),
            aud: self.url.to_owned(),
            client_id: grantee.client.to_owned(),
            exp: now.as_second() + TOKEN_LIFE_SECONDS,
            iat: now.as_second(),
            jti: BASE64URL.encode(entropy.bytes::<16>()),
            scope: grantee.scope.to_owned(),
            tenant: grantee.tenant.clone(),
            family: grantee.family.clone(),
            pending: grantee.pending.clone(),
        };
        jws::compact(self.keys.signer(now), "at+jwt", &claims)
    }

    /// What an access token of this deployment says.
    ///
    /// # Errors
    /// When it is not signed by one of our keys, is no access token, or is not for us or not now.
    pub fn check_access_token(&self, token: &str, now: Timestamp) -> Result<AccessClaims, TokenRefused> {
        let header = jsonwebtoken::decode_header(token).map_err(|_| TokenRefused)?;
        if header.typ.as_deref() != Some("at+jwt") {
            return Err(TokenRefused);
        }
        let kid = header.kid.ok_or(TokenRefused)?;
        let signer = self
            .keys
            .signers()
            .find(|signer| signer.kid == kid)
            .ok_or(TokenRefused)?;
        let claims = self.decode(token, signer)?;
        // The time is a parameter here, so the library must not look at the system's.
        let in_time = claims.iat <= now.as_second() + 60 && now.as_second() < claims.exp;
        if in_time { Ok(claims) } else { Err(TokenRefused) }
    }

    fn decode(&self, token: &str, signer: &Signer) -> Result<AccessClaims, TokenRefused> {
        provider::install();
        let key = DecodingKey::from_ec_components(&signer.public.0, &signer.public.1).map_err(|_| TokenRefused)?;
        let mut rules = Validation::new(Algorithm::ES256);
        rules.set_issuer(&[self.url]);
        rules.set_audience(&[self.url]);
        rules.validate_exp = false;
        jsonwebtoken::decode(token, &key, &rules)
            .map(|decoded| decoded.claims)
            .map_err(|_| TokenRefused)
    }
}

#[cfg(test)]
mod tests {
    use super::super::RefreshToken;
    use super::*;
    use crate::testing;
    use jiff::SignedDuration;

    const URL: &str = "https://id.acme.example";

    fn token(keys: &KeyRing) -> String {
        let issuer = Issuer { url: URL, keys };
        issuer.access_token(
            &Grantee::client("client", &testing::tenant().name, "accounts"),
            &Entropy::seeded(1),
            testing::now(),
        )
    }

    #[test]
    fn an_access_token_is_good_for_an_hour_at_its_own_deployment() {
        let keys = testing::keys();
        let issuer = Issuer { url: URL, keys: &keys };
        let token = token(&keys);
        let end = testing::now() + SignedDuration::from_secs(TOKEN_LIFE_SECONDS);
        assert_eq!(
            issuer
                .check_access_token(&token, end - SignedDuration::from_secs(1))
                .expect("good")
                .scope,
            "accounts"
        );
        assert!(issuer.check_access_token(&token, end).is_err());
        assert!(
            Issuer {
                url: "https://id.other.example",
                keys: &keys
            }
            .check_access_token(&token, testing::now())
            .is_err()
        );
    }

    #[test]
    fn a_persons_token_says_which_sign_in_it_is_of_and_a_clients_own_says_none() {
        let (keys, entropy, now) = (testing::keys(), Entropy::seeded(1), testing::now());
        let issuer = Issuer { url: URL, keys: &keys };
        let (user, tenant) = (testing::user(), testing::tenant().name);
        let begun = RefreshToken::begin(&user, "app", "openid", &entropy, now);
        let grantee = Grantee {
            family: Some(begun.begun()),
            ..Grantee::client("app", &tenant, "openid")
        };
        let read = |token: &str| issuer.check_access_token(token, now).expect("good");
        let claims = read(&issuer.access_token(&grantee, &entropy, now));
        assert_eq!(
            claims.family,
            Some(Family {
                name: begun.family(),
                began_at: begun.started_at()
            })
        );
        assert!(claims.has_scope("openid") && !claims.has_scope("open"));
        assert_eq!(read(&token(&keys)).family, None);
    }

    #[test]
    fn a_token_signed_by_other_keys_is_refused() {
        let keys = testing::keys();
        let others = testing::keys();
        let token = token(&others);
        assert!(
            Issuer { url: URL, keys: &keys }
                .check_access_token(&token, testing::now())
                .is_err()
        );
    }
}
