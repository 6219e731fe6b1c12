//! The household, company, partner or data recipient that a person belongs to.

use serde::{Deserialize, Serialize};

/// What kind of customer a person belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerKind {
    /// A household.
    #[default]
    Personal,
    /// A company.
    Business,
    /// A reseller or installer.
    ChannelPartner,
    /// Whoever gets data that a customer shares.
    DataRecipient,
}

impl CustomerKind {
    /// Whether this is the kind that is meant where nothing is said.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}
