//! A program that calls for a tenant.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq as _;

use super::AddressPattern;
use crate::address::EmailAddress;
use crate::customer::CustomerKind;
use crate::profile::{FIRST_NAME, Field, LAST_NAME};
use crate::signature::{Algorithm, VerifyingKey};
use crate::token::{EMAIL_SCOPE, OFFLINE_SCOPE, OPENID_SCOPE, PHONE_SCOPE, PROFILE_SCOPE};

/// A program that calls for a tenant: a back office, or an app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Client {
    /// Unique in the deployment: 1 to 64 characters of `a-z`, `A-Z`, `0-9`, `-` and `_`.
    pub id: String,
    /// What kind of program it is.
    pub kind: ClientKind,
    /// The name as people know it: "Acme Portal"; without it, the tenant's.
    #[serde(default)]
    pub display_name: Option<String>,
    /// Next Identity's `environment_id`: where a request names one, it has to be this.
    #[serde(default)]
    pub environment_id: Option<String>,
    /// The keys its signed calls may be signed with; several, so that they can be rotated.
    #[serde(default)]
    pub keys: Vec<ClientKey>,
    /// SHA-256 of its secret; none for a public client.
    #[serde(default)]
    pub secret_sha256: Option<SecretHash>,
    /// How it may get tokens.
    #[serde(default)]
    pub grants: Vec<Grant>,
    /// Where people may be sent back to: compared character by character.
    #[serde(default)]
    pub redirect_uris: Vec<String>,
    /// Where people may be sent back to once they are signed out: compared character by character.
    #[serde(default)]
    pub post_logout_redirect_uris: Vec<String>,
    /// Whether people may register themselves.
    #[serde(default)]
    pub self_registration: bool,
    /// Whether people may make an account of one of the tenant's kinds on the way to it, address first.
    #[serde(default)]
    pub sign_up: bool,
    /// Which addresses may be registered: addresses, or domains as `@example.org`; empty, all.
    #[serde(default)]
    pub allowed_addresses: Vec<AddressPattern>,
    /// Which may not, whatever the other list says.
    #[serde(default)]
    pub denied_addresses: Vec<AddressPattern>,
    /// Whether it may ask what tokens of other clients of its tenant say (RFC 7662): a resource server.
    #[serde(default)]
    pub introspects: bool,
    /// Whether it may read and change this very document.
    ///
    /// **Risk:** it can then let itself and others do anything with the tenant's people. Off unless a tenant says so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub configures: bool,
    /// Where an invited person goes when done, instead of the invitation's redirect URI.
    #[serde(default)]
    pub app_link: Option<String>,
    /// How people are invited to it.
    #[serde(default = "by_email")]
    pub auth_types: Vec<Channel>,
    /// Which kind of customer its people belong to.
    #[serde(default)]
    pub customers: CustomerKind,
    /// Whether it may ask for the link and the code of an invitation, to deliver them itself.
    ///
    /// **Risk:** it can then activate the account of whomever it invites. Off unless a tenant says so.
    #[serde(default)]
    pub deliver_self: bool,
    /// What it wants to know of its people; without a list, first and family name.
    #[serde(default = "names")]
    pub fields: Vec<Field>,
}

fn by_email() -> Vec<Channel> {
    vec![Channel::Email]
}

fn names() -> Vec<Field> {
    [FIRST_NAME, LAST_NAME].map(|name| Field::built_in(name, true)).to_vec()
}

/// How a person is reached, and what they sign in with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Channel {
    /// A mail to their address.
    #[default]
    Email,
    /// A text message to their phone.
    Sms,
}

impl Channel {
    /// The word in the table and the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
        }
    }
}

impl Client {
    /// Its field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether a person who is done with our pages brings it a code to sign them in with: only a client that can
    /// show that it is the one the code is for.
    #[must_use]
    pub fn gets_codes(&self) -> bool {
        !self.is_public() && self.may(Grant::AuthorizationCode)
    }

    /// Whether it has nothing to show who it is (RFC 6749 section 2.1).
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.secret_sha256.is_none() && self.keys.is_empty()
    }

    /// Whether it has a key with which it can say who it is (RFC 7523); a secret shared with us (HMAC) is none.
    #[must_use]
    pub fn can_assert(&self) -> bool {
        let mut keys = self.keys.iter().map(|key| key.public.algorithm());
        keys.any(|algorithm| algorithm != Algorithm::HmacSha256)
    }

    /// Whether somebody with this address may register themselves with it.
    #[must_use]
    pub fn takes(&self, email: &EmailAddress) -> bool {
        AddressPattern::take(&self.allowed_addresses, &self.denied_addresses, email)
    }

    /// Everything it may ask for on behalf of a person: the usual, and what opens its own fields.
    #[must_use]
    pub fn person_scopes(&self) -> Vec<&str> {
        let mut scopes = vec![OPENID_SCOPE, PROFILE_SCOPE, EMAIL_SCOPE, PHONE_SCOPE, OFFLINE_SCOPE];
        for scope in self.field_scopes() {
            if !scopes.contains(&scope) {
                scopes.push(scope);
            }
        }
        scopes
    }

    /// The scopes that open its fields.
    pub fn field_scopes(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().filter_map(|field| field.scope.as_deref())
    }

    /// Whether people can be invited to it.
    #[must_use]
    pub fn invites(&self) -> bool {
        self.kind == ClientKind::App && !self.redirect_uris.is_empty()
    }

    /// Whether it may get tokens this way.
    #[must_use]
    pub fn may(&self, grant: Grant) -> bool {
        self.grants.contains(&grant)
    }

    /// The verifying key a `keyid` names: `<client id>/<key id>`.
    #[must_use]
    pub fn key(&self, keyid: &str) -> Option<&VerifyingKey> {
        let id = keyid.strip_prefix(&self.id)?.strip_prefix('/')?;
        self.keys.iter().find(|key| key.id == id).map(|key| &key.public)
    }
}

/// What kind of program a client is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ClientKind {
    /// A back office: signs its calls, uses Basic, or gets a token with client credentials.
    Server,
    /// An app: an OAuth client, public (no secret) or confidential.
    App,
}

/// How a client may get tokens (RFC 6749).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Grant {
    /// Section 4.3, the person's own password.
    Password,
    /// Section 6.
    RefreshToken,
    /// Section 4.1.
    AuthorizationCode,
    /// Section 4.4, for the client itself.
    ClientCredentials,
    /// RFC 8693, for a token of a person's identity provider; NET2GRID's `/v2/sso/exchange-token` too.
    TokenExchange,
}

/// A key that a client signs with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClientKey {
    /// Unique in the client; `keyid` on the wire is `<client id>/<key id>`.
    pub id: String,
    /// The key calls are checked with: `ed25519:…`, `ecdsa-p256-sha256:…` or `hmac-sha256:…`, as `usher keygen` prints it.
    #[cfg_attr(feature = "schema", schemars(
        with = "String",
        extend("pattern" = "^(ed25519|ecdsa-p256-sha256|hmac-sha256):([A-Za-z0-9+/]+={0,2}|kept)$"),
    ))]
    pub public: VerifyingKey,
}

/// SHA-256 of a client's secret.
///
/// A fast hash is right here: secrets are made by `usher keygen` with 256 bits of randomness, which
/// nobody guesses, and they are checked on every token a back office gets.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[A-Za-z0-9+/]{43}=$")))]
pub struct SecretHash([u8; 32]);

impl SecretHash {
    /// The hash of a secret.
    #[must_use]
    pub fn of(secret: &str) -> Self {
        let mut hash = [0; 32];
        hash.copy_from_slice(digest(&SHA256, secret.as_bytes()).as_ref());
        Self(hash)
    }

    /// Whether this is the hash of `secret`, in constant time.
    #[must_use]
    pub fn matches(&self, secret: &str) -> bool {
        Self::of(secret).0.ct_eq(&self.0).into()
    }
}

impl fmt::Debug for SecretHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretHash(…)")
    }
}

/// The text is not 32 bytes in base 64.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a secret's hash is the SHA-256 of the secret in base64, 44 characters")]
pub struct NotASecretHash;

impl TryFrom<String> for SecretHash {
    type Error = NotASecretHash;

    fn try_from(text: String) -> Result<Self, NotASecretHash> {
        let bytes = BASE64.decode(text).map_err(|_| NotASecretHash)?;
        bytes.try_into().map(Self).map_err(|_| NotASecretHash)
    }
}

impl From<SecretHash> for String {
    fn from(hash: SecretHash) -> Self {
        BASE64.encode(hash.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_matches_only_its_own_hash() {
        let hash = SecretHash::of("correct");
        assert!(hash.matches("correct"));
        assert!(!hash.matches("Correct"));
        assert_eq!(SecretHash::try_from(String::from(hash.clone())), Ok(hash));
    }
}
