//! Tokens for apps and back offices (RFC 6749), what can be asked about them, and what is published (OpenID Connect
//! Discovery 1.0).

pub mod authorize;
pub mod decision;
pub mod introspect;
pub mod oidc_metadata;
pub mod par;
pub mod revoke;
pub mod token;
pub mod userinfo;

mod answer;
mod asked;
mod client;
mod error;
mod exchange;
mod grants;
mod liveness;
mod shown;

pub(crate) use answer::with_query;
pub(crate) use asked::find;
pub(crate) use client::{Claimed, ClientParameters, Known};
pub use error::OAuthError;
pub(crate) use grants::{person_scope, tokens_of};
pub(crate) use liveness::person_of;
pub(crate) use token::TokenAnswer;
