//! What kinds of customer there are.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The words of the kinds, in their order.
const WORDS: [&str; 4] = ["personal", "business", "channel_partner", "data_recipient"];

/// What kind of customer a person belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename_all = "snake_case")
)]
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

impl Serialize for CustomerKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// As a text and no enum, so that what is wrong within the rules of a kind is told with the name of the kind.
impl<'de> Deserialize<'de> for CustomerKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = Cow::<'de, str>::deserialize(deserializer)?;
        Self::from_word(&word).ok_or_else(|| D::Error::unknown_variant(&word, &WORDS))
    }
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
        WORDS[self as usize]
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
