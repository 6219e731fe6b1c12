//! What a person was invited to.

use serde::{Deserialize, Serialize};

use crate::tenant::Channel;

/// The app a person was invited to, and where they go once they are active.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The app's client id.
    #[serde(rename = "c")]
    pub client: String,
    /// Where the person goes when done, where the app has no link of its own; one of the app's list.
    #[serde(rename = "r")]
    pub redirect_uri: String,
    /// How the person is reached.
    #[serde(rename = "ch")]
    pub channel: Channel,
}
