//! Who looks after a tenant in the console.

use serde::{Deserialize, Serialize};

use super::Tenant;
use crate::address::EmailAddress;
use crate::user::{User, VerifiedBy};

/// As many as are still known by name.
const MAX_OPERATORS: usize = 50;

/// The console of a tenant. Without operators there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Console {
    /// The addresses of those who look after the tenant: they register like everybody else, and have to have proven their
    /// address by mail. Up to 50.
    pub operators: Vec<EmailAddress>,
}

impl Console {
    /// Whether nobody uses it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.operators.is_empty()
    }

    /// Whether this address is an operator's.
    #[must_use]
    pub fn names(&self, email: &EmailAddress) -> bool {
        self.operators.iter().any(|operator| operator.key() == email.key())
    }
}

impl Tenant {
    /// Whether a person is one of the tenant's operators. On whose word their address counts matters here: a back office
    /// can vouch for any address, and must not make operators so.
    #[must_use]
    pub fn is_operator(&self, user: &User) -> bool {
        user.tenant == self.name
            && self.console.names(&user.email)
            && user.verified_by == Some(VerifiedBy::Mail)
            && user.status.may_sign_in()
    }

    /// What is wrong with the list of operators, and where.
    pub(super) fn console_flaws(&self) -> Option<(&'static str, &'static str)> {
        let too_many = self.console.operators.len() > MAX_OPERATORS;
        too_many.then_some(("/console/operators", "are more than 50"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use crate::user::Status;

    #[test]
    fn an_operator_has_proven_an_address_that_is_named() {
        let mut tenant = testing::tenant();
        let mut user = testing::user();
        user.tenant = tenant.name.clone();
        user.status = Status::Registered;
        user.verified_by = Some(VerifiedBy::Mail);
        assert!(!tenant.is_operator(&user));
        tenant.console.operators = vec![user.email.clone()];
        assert!(tenant.is_operator(&user));
        for by in [None, Some(VerifiedBy::Tenant), Some(VerifiedBy::Sms)] {
            assert!(!tenant.is_operator(&User {
                verified_by: by,
                ..user.clone()
            }));
        }
        for status in [Status::Provisioned, Status::Verified, Status::AwaitingApproval] {
            assert!(!tenant.is_operator(&User { status, ..user.clone() }));
        }
        let elsewhere = User {
            tenant: "other".parse().expect("a name"),
            ..user
        };
        assert!(!tenant.is_operator(&elsewhere));
    }
}
