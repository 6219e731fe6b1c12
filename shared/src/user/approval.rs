//! What a tenant decides about an account.

use serde::{Deserialize, Serialize};

use super::{Status, User};

/// A decision about an account: there is one, and it is final.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Whether the account was approved; else it was refused.
    #[serde(rename = "ok")]
    pub approved: bool,
    /// When, in milliseconds since 1970.
    #[serde(rename = "a")]
    pub at: i64,
    /// The client that decided.
    #[serde(rename = "c")]
    pub client: String,
    /// Why, in the tenant's words, which the person reads.
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl User {
    /// Whether the tenant still has to decide about the account.
    #[must_use]
    pub fn awaits_decision(&self) -> bool {
        self.status == Status::AwaitingApproval && self.decision.is_none()
    }

    /// When the account began to wait for a decision, in milliseconds since 1970; `None` for one that never did.
    #[must_use]
    pub fn approval_asked_at(&self) -> Option<i64> {
        let asked = self.status == Status::AwaitingApproval || self.decision.is_some();
        self.verified_at.filter(|_| asked)
    }
}
