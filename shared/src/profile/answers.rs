//! What a person has filled in.

use super::Profile;
use crate::person::PersonName;

/// What a person has filled in, each value right: names and number apart, since they stand on the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Given name.
    pub first_name: Option<PersonName>,
    /// Family name.
    pub last_name: Option<PersonName>,
    /// E.164.
    pub phone_number: Option<String>,
    /// The other values, by the names they stand under.
    pub profile: Profile,
    /// The names of all that were left empty.
    pub emptied: Vec<String>,
}
