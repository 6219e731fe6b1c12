//! Tokens: JSON Web Tokens for apps (RFC 9068, OpenID Connect Core) and opaque refresh tokens.

mod access;
mod code;
mod hint;
mod jws;
mod provider;
mod refresh;

pub use access::{
    AccessClaims, Authentication, Grantee, IdClaims, Issuer, PHONE_SCOPE, TOKEN_LIFE_SECONDS, TokenRefused,
};
pub use code::AuthorizationCode;
pub use hint::IdTokenHint;
pub(crate) use refresh::FAMILY_LIFE;
pub use refresh::{RefreshToken, Rotation, family_expires_at};

/// The scope that lets an app stay signed in while the person is not (OpenID Connect Core 1.0, section 11).
pub const OFFLINE_SCOPE: &str = "offline_access";
