//! Tokens for apps and back offices (RFC 6749), and what is published about them (OpenID Connect
//! Discovery 1.0).

pub mod authorize;
pub mod decision;
pub mod oidc_metadata;
pub mod token;

mod answer;
mod asked;
mod client;
mod error;
mod grants;

pub(crate) use answer::with_query;
pub(crate) use asked::find;
pub(crate) use grants::person_scope;
