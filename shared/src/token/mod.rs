//! Tokens: JSON Web Tokens for apps (RFC 9068, OpenID Connect Core) and opaque refresh tokens.

mod access;
mod assertion;
mod code;
mod family;
mod hint;
mod id;
pub(crate) mod jws;
mod provider;
mod refresh;

pub use access::{AccessClaims, Grantee, Issuer, TOKEN_LIFE_SECONDS, TokenRefused};
pub use assertion::{Assertion, AssertionRefused};
pub use code::AuthorizationCode;
pub use family::Family;
pub use hint::IdTokenHint;
pub use id::{Authentication, EMAIL_SCOPE, IdClaims, PHONE_SCOPE, PROFILE_SCOPE, PersonClaims};
pub(crate) use refresh::FAMILY_LIFE;
pub use refresh::{RefreshToken, Rotation, family_expires_at};

/// The scope that makes a request one of OpenID Connect (OpenID Connect Core 1.0, section 3.1.2.1).
pub const OPENID_SCOPE: &str = "openid";
/// The scope that lets an app stay signed in while the person is not (OpenID Connect Core 1.0, section 11).
pub const OFFLINE_SCOPE: &str = "offline_access";
