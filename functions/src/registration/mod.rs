//! A person proves their address and sets a password: NET2GRID's registration, with a proof that
//! binds the two.
//!
//! Nobody who calls these routes is authenticated, so nothing they answer tells whether an address is
//! known: the same writes happen and the same hash is computed either way.

pub mod email_verification;
pub mod register_no_gateway;
pub mod set_password;
pub mod verify_user;

pub(crate) mod draft_cookie;
pub(crate) mod first_password;
mod link_refused;
pub(crate) mod proofs;
mod proven;
pub(crate) mod registering_cookie;
pub(crate) mod ticket_cookie;
pub(crate) mod verify_pages;

pub(crate) use link_refused::{Site, action, masked_recipient};
use serde::Serialize;
use usher::address::EmailAddress;
use usher::tenant::TenantName;
use utoipa::ToSchema;

use crate::http::{FieldError, Problem, code};

/// What NET2GRID's routes answer when all is well.
#[derive(Debug, Serialize, ToSchema)]
pub struct Okay {
    /// Always `ok`.
    #[schema(example = "ok")]
    status: &'static str,
    /// Always `ok`.
    #[schema(example = "ok")]
    message: &'static str,
}

impl Okay {
    pub(crate) const NEW: Self = Self {
        status: "ok",
        message: "ok",
    };
}

/// The address in the member at `pointer`.
pub(crate) fn address(typed: &str, pointer: &str) -> Result<EmailAddress, Problem> {
    EmailAddress::parse(typed).map_err(|error| {
        Problem::new(&code::VALIDATION_FAILED).errors(vec![FieldError::new(pointer, error.code(), error)])
    })
}

/// The tenant's short name in the member `labelpartner`.
pub(crate) fn labelpartner(typed: &str) -> Result<TenantName, Problem> {
    typed.parse().map_err(|error| {
        let flaw = FieldError::new("/labelpartner", "labelpartner_malformed", error);
        Problem::new(&code::VALIDATION_FAILED).errors(vec![flaw])
    })
}
