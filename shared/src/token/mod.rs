//! Tokens: JSON Web Tokens for apps (RFC 9068, OpenID Connect Core) and opaque refresh tokens.

mod access;
mod code;
mod jws;
mod provider;
mod refresh;

pub use access::{AccessClaims, Grantee, IdClaims, Issuer, PHONE_SCOPE, TOKEN_LIFE_SECONDS, TokenRefused};
pub use code::AuthorizationCode;
pub(crate) use refresh::FAMILY_LIFE;
pub use refresh::{RefreshToken, Rotation, family_expires_at};
