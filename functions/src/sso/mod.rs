//! People who sign in with an identity provider of their tenant's: the provider's token in place of a password.

pub mod connection;
pub mod exchange_token;
pub mod migrate_sso_user;
pub mod register_sso_user;
pub mod sso_address;
pub mod sso_callback;
pub mod sso_complete;
pub mod sso_connect;
pub mod sso_logout;
pub mod sso_start;
pub mod sso_token;

mod arriving;
mod asked;
mod breaker;
mod coming;
mod complete_form;
mod cookies;
mod known_providers;
mod outgoing;
mod problem_pages;
mod provider;
mod relying_party;

pub use asked::SsoRequest;
pub(crate) use breaker::Breakers;
pub(crate) use coming::completes_by;
pub(crate) use known_providers::KnownProviders;
pub(crate) use provider::{Shown, connection_of, shown_by};
pub(crate) use relying_party::{CALLBACK, path_of};
pub(crate) use sso_logout::PATH as LOGOUT;
pub(crate) use sso_start::{buttons, labels};
