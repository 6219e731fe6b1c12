//! ID tokens (OpenID Connect Core 1.0), signed with ES256, and what clients are told of a person.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};

use super::{Grantee, Issuer, TOKEN_LIFE_SECONDS, jws};
use crate::authorization::Pending;
use crate::profile::{self, Field};
use crate::tenant::{Client, TenantName};
use crate::user::User;

/// The scope that lets a client know a person's names and language (OpenID Connect Core 1.0, section 5.4).
pub const PROFILE_SCOPE: &str = "profile";
/// Likewise a person's address.
pub const EMAIL_SCOPE: &str = "email";
/// Likewise a person's number.
pub const PHONE_SCOPE: &str = "phone";

/// The sign-in that an ID token is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authentication {
    /// When the person showed a credential, in seconds since 1970.
    pub time: i64,
    /// What the app gave to recognise its own request by.
    pub nonce: Option<String>,
}

/// What a client is told of a person, by the scopes it was granted (OpenID Connect Core 1.0, section 5.4).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PersonClaims {
    /// With `email`: the person's address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// With it: whether they, and not the tenant on their behalf, have proven it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_verified: Option<bool>,
    /// With `phone`: the person's number, E.164.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    /// With it: whether they have proven it, by a text message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_number_verified: Option<bool>,
    /// With `profile`: the person's given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
    /// Likewise their family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_name: Option<String>,
    /// Likewise the language they read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// With any scope: what they have to do before they go on.
    #[serde(flatten)]
    pub pending: Pending,
    /// The values of the app's fields whose scopes were granted, by name.
    #[serde(flatten)]
    pub profile: Map<String, Value>,
}

impl PersonClaims {
    /// What a client with these fields is told of `user`; the granted scopes are separated by spaces.
    #[must_use]
    pub fn of(user: &User, fields: &[Field], granted: &str, pending: Pending) -> Self {
        let is_granted = |name: &str| granted.split(' ').any(|scope| scope == name);
        let (names, email) = (is_granted(PROFILE_SCOPE), is_granted(EMAIL_SCOPE));
        let phone_number = user.phone_number.clone().filter(|_| is_granted(PHONE_SCOPE));
        let name = |name: &Option<crate::person::PersonName>| {
            let known = name.as_ref().filter(|_| names);
            known.map(|name| name.as_str().to_owned())
        };
        Self {
            email: email.then(|| user.email.as_str().to_owned()),
            email_verified: email.then_some(user.has_proven_address()),
            phone_number_verified: phone_number.is_some().then_some(user.number_proven_at.is_some()),
            phone_number,
            given_name: name(&user.first_name),
            family_name: name(&user.last_name),
            locale: user.locale.clone().filter(|_| names),
            pending,
            profile: profile::claims(user, fields, granted),
        }
    }
}

/// What an ID token says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IdClaims {
    /// The deployment.
    pub iss: String,
    /// The person's id.
    pub sub: String,
    /// The client.
    pub aud: String,
    /// Seconds since 1970.
    pub exp: i64,
    /// Seconds since 1970.
    pub iat: i64,
    /// When the person showed a credential, in seconds since 1970.
    pub auth_time: i64,
    /// What the app gave for it, if it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nonce: Option<String>,
    /// The tenant's short name.
    pub tenant: TenantName,
    /// What the client may know of the person.
    #[serde(flatten)]
    pub person: PersonClaims,
}

impl Issuer<'_> {
    /// A signed ID token about `user` for `client`.
    #[must_use]
    pub fn id_token(
        &self,
        user: &User,
        client: &Client,
        grantee: &Grantee<'_>,
        authentication: &Authentication,
        now: Timestamp,
    ) -> String {
        let pending = grantee.pending.clone();
        let claims = IdClaims {
            iss: self.url.to_owned(),
            sub: user.id.to_string(),
            aud: client.id.clone(),
            exp: now.as_second() + TOKEN_LIFE_SECONDS,
            iat: now.as_second(),
            auth_time: authentication.time,
            nonce: authentication.nonce.clone(),
            tenant: user.tenant.clone(),
            person: PersonClaims::of(user, &client.fields, grantee.scope, pending),
        };
        jws::compact(self.keys.signer(now), "JWT", &claims)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing;
    use crate::user::VerifiedBy;

    const URL: &str = "https://id.acme.example";

    #[test]
    fn a_client_is_told_what_its_scopes_open_and_nothing_else() {
        let mut user = testing::user();
        user.phone_number = Some("+442079460000".to_owned());
        user.locale = Some("en".to_owned());
        let told = |scope: &str| {
            let claims = PersonClaims::of(&user, &[], scope, Pending::default());
            serde_json::to_value(claims).expect("JSON")
        };
        assert_eq!(told("openid"), json!({}));
        assert_eq!(told("openid profiles emails"), json!({}));
        assert_eq!(
            told("openid profile"),
            json!({"given_name": "Jane", "family_name": "Doe", "locale": "en"})
        );
        assert_eq!(
            told("email openid"),
            json!({"email": "jane.doe@example.org", "email_verified": false})
        );
        assert_eq!(
            told("phone"),
            json!({"phone_number": "+442079460000", "phone_number_verified": false})
        );
        user.verified_by = Some(VerifiedBy::Mail);
        let pending = Pending {
            agreements: vec!["terms".to_owned()],
            verification: true,
        };
        let told = serde_json::to_value(PersonClaims::of(&user, &[], "email", pending)).expect("JSON");
        assert_eq!(told["email_verified"], true);
        assert_eq!(told["agreements_pending"], json!(["terms"]));
        assert_eq!(told["customer_verification_pending"], true);
    }

    #[test]
    fn an_id_token_is_no_access_token() {
        let keys = testing::keys();
        let issuer = Issuer { url: URL, keys: &keys };
        let client = serde_json::from_value(json!({"id": URL, "kind": "app"})).expect("a client");
        let tenant = testing::tenant().name;
        let token = issuer.id_token(
            &testing::user(),
            &client,
            &Grantee::client("client", &tenant, "accounts"),
            &Authentication { time: 0, nonce: None },
            testing::now(),
        );
        assert!(issuer.check_access_token(&token, testing::now()).is_err());
    }
}
