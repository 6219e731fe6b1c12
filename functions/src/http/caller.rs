//! Who calls the API: a program of a business customer, or an operator by way of the console.

use std::sync::Arc;

use usher::address::EmailAddress;
use usher::id::UserId;
use usher::tenant::Tenant;

/// A business customer's program.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The tenant it calls for.
    pub tenant: Arc<Tenant>,
    /// Its client id.
    pub client: String,
    /// The nonce of its signature; a token has none.
    pub nonce: Option<String>,
    /// The key of its signature: `<client id>/<key id>`; a token has none.
    pub keyid: Option<String>,
    /// The address of the operator who calls by way of the console; a program has none.
    pub operator: Option<EmailAddress>,
}

/// An operator for whom the console calls. It travels in a request's extensions, where nothing from outside comes.
#[derive(Clone, Debug)]
pub(crate) struct ActingOperator {
    /// Whose operator.
    pub(crate) tenant: Arc<Tenant>,
    /// Who.
    pub(crate) user: UserId,
    /// The address by which they are one.
    pub(crate) email: EmailAddress,
}

impl Caller {
    pub(super) fn operator(acting: &ActingOperator) -> Self {
        Self {
            tenant: acting.tenant.clone(),
            client: format!("operator {}", acting.user),
            nonce: None,
            keyid: None,
            operator: Some(acting.email.clone()),
        }
    }
}
