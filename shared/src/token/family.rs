//! The sign-in that tokens are of.

use serde::{Deserialize, Serialize};

/// The sign-in that an access token was given for: it is worth nothing once that is ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// The name of its entry in the person's item.
    #[serde(rename = "family")]
    pub name: String,
    /// When it began, in milliseconds since 1970; of its name one can read the second only.
    #[serde(rename = "family_began_at")]
    pub began_at: i64,
}
