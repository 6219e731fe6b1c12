//! Accounts that their tenant has taken out of use for the time being.

use serde::{Deserialize, Serialize};

use super::{Status, User};

/// Why an account is out of use, and what it goes back to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    /// What the person was before.
    #[serde(rename = "s")]
    pub was: Status,
    /// Since when, in milliseconds since 1970.
    #[serde(rename = "a")]
    pub at: i64,
    /// The client that has suspended them.
    #[serde(rename = "c")]
    pub client: String,
    /// Why, in the tenant's words; for its back office alone.
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl User {
    /// Whether they waited for a decision when they were suspended, and so still stand on the list of those who do.
    #[must_use]
    pub fn awaited_decision(&self) -> bool {
        let waited = |suspension: &Suspension| suspension.was == Status::AwaitingApproval;
        self.decision.is_none() && self.suspension.as_ref().is_some_and(waited)
    }
}
