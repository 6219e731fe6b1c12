//! People who sign in with an identity provider of their tenant's: the provider's token in place of a password.

pub mod connection;
pub mod exchange_token;
pub mod migrate_sso_user;
pub mod register_sso_user;
pub mod sso_token;

mod asked;
mod breaker;
mod provider;

pub use asked::SsoRequest;
pub(crate) use breaker::Breakers;
pub(crate) use provider::{Shown, connection_of, shown_by};
