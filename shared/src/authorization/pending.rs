//! What a person has to do before they go on to an app.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::agreement;
use crate::tenant::Tenant;
use crate::user::User;

/// What a person has to do before they go on to an app, under the names of the claims that tell it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The agreements that they have to accept, by name.
    #[serde(rename = "agreements_pending", default, skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<String>,
    /// Whether they have to confirm or correct what is known of them and their customer.
    #[serde(
        rename = "customer_verification_pending",
        default,
        skip_serializing_if = "std::ops::Not::not"
    )]
    pub verification: bool,
}

impl Pending {
    /// What is pending of `user`.
    #[must_use]
    pub fn of(user: &User, tenant: &Tenant, now: Timestamp) -> Self {
        Self {
            agreements: agreement::pending(&tenant.agreements, user.customer_kind, &user.consents, now),
            verification: user.owed_verification(tenant).is_some(),
        }
    }
}
