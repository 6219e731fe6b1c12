//! What a person typed who registered themselves, until they show that the address is theirs.

use serde::{Deserialize, Serialize};

/// The part of a registration that counts for nothing before the address is proven.
///
/// The password is taken over only in the browser that sent the form. Wherever else the mail is opened, whoever opens it
/// may be somebody whose address a stranger has typed: there a password is chosen anew, and this one is forgotten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelfRegistration {
    /// The browser that sent the form, by a name drawn for it.
    #[serde(rename = "b")]
    pub browser: String,
    /// The password as a PHC string.
    #[serde(rename = "h")]
    pub password: String,
    /// What the app had asked for, sealed.
    #[serde(rename = "q", default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
}
