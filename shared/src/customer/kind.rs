//! What kinds of customer there are.

use serde::{Deserialize, Serialize};

/// What kind of customer a person belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Personal,
        Self::Business,
        Self::ChannelPartner,
        Self::DataRecipient,
    ];

    /// The word in the table, the API and the pages' forms.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Business => "business",
            Self::ChannelPartner => "channel_partner",
            Self::DataRecipient => "data_recipient",
        }
    }

    /// Reads [`Self::as_str`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether this is the kind that is meant where nothing is said.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}
