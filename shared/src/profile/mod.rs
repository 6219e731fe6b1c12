//! What an app wants to know of its people: the fields of its forms, as data.
//!
//! A field is known by its name, in the API, in the form and on the person alike. The usual ones are
//! built in: naming one in an app's list is enough, and their labels are translated. Anything else needs a
//! type and a label.

mod answers;
mod check;
mod claims;
mod value;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use answers::Answers;
pub use claims::claims;
pub use value::{Flawed, ValueError, as_json};

/// What is known of a person beyond their names, address and number: field name to value. A part of an
/// address block stands under `<field>.<part>`.
pub type Profile = BTreeMap<String, String>;

/// The most characters of a value whose field does not say.
const MAX_CHARACTERS: usize = 100;

/// The field that holds the given name.
pub const FIRST_NAME: &str = "firstName";
/// The field that holds the family name.
pub const LAST_NAME: &str = "lastName";
/// The field that holds the address a person proves; it is never typed in a form.
pub const EMAIL_ADDRESS: &str = "emailAddress";
/// The field that holds the number a person is reached at.
pub const MOBILE_NUMBER: &str = "mobileNumber";

/// The parts of an address block, in the order they are shown.
pub const ADDRESS_PARTS: [&str; 4] = ["address", "locality", "region", "postalCode"];

/// A field of an app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Field {
    /// Its name: 1 to 40 letters, digits and underscores, beginning with a letter.
    pub name: String,
    /// What can be filled in; the built-in fields have one of their own.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<FieldKind>,
    /// What it is called, by language (`en`, `de`, …); the built-in fields have words of their own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub label: BTreeMap<String, String>,
    /// Whether a person cannot finish without it.
    #[serde(default)]
    pub required: bool,
    /// Whether people see it in the form; else only the tenant's programs fill it in.
    #[serde(default = "yes")]
    pub shown: bool,
    /// A regular expression that the whole value has to match, in the syntax of the crate `regex`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// The most characters, up to 500; 100 where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
    /// What can be chosen, for the type `choice`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// The scope with which the value is in the ID token; none keeps it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
}

/// One of the values of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Choice {
    /// What is stored.
    pub value: String,
    /// What people read, by language; the value itself where a language has none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub label: BTreeMap<String, String>,
}

/// What can be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FieldKind {
    /// Text on one line.
    Text,
    /// An e-mail address.
    Email,
    /// A phone number with its country code.
    Phone,
    /// A day, as `2026-11-24`.
    Date,
    /// One of the field's choices.
    Choice,
    /// Street and number, place, region and postal code.
    Address,
}

impl Field {
    /// A built-in field, as an app gets it that lists its name alone.
    #[must_use]
    pub fn built_in(name: &str, required: bool) -> Self {
        Self {
            name: name.to_owned(),
            kind: None,
            label: BTreeMap::new(),
            required,
            shown: true,
            pattern: None,
            max_length: None,
            choices: Vec::new(),
            scope: None,
        }
    }

    /// What can be filled in.
    #[must_use]
    pub fn kind(&self) -> FieldKind {
        self.kind
            .or_else(|| built_in_kind(&self.name))
            .unwrap_or(FieldKind::Text)
    }

    /// Whether the field stands on the person itself rather than in their profile.
    #[must_use]
    pub fn is_of_person(&self) -> bool {
        matches!(
            self.name.as_str(),
            FIRST_NAME | LAST_NAME | EMAIL_ADDRESS | MOBILE_NUMBER
        )
    }

    /// Whether people type it in a form: they see it, and it is not the address, which they prove.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        self.shown && self.name != EMAIL_ADDRESS
    }

    /// The most characters of a value.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.max_length.unwrap_or(MAX_CHARACTERS)
    }

    /// Whether the value under `key` has to be filled in. Of an address block that does, the region does not:
    /// most countries' addresses have none.
    #[must_use]
    pub fn is_needed(&self, key: &str) -> bool {
        self.required && !(self.kind() == FieldKind::Address && key.ends_with(".region"))
    }

    /// The names its values stand under: its own, or those of its parts.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        match self.kind() {
            FieldKind::Address => ADDRESS_PARTS.map(|part| format!("{}.{part}", self.name)).to_vec(),
            _ => vec![self.name.clone()],
        }
    }
}

/// The type of a built-in field: those that the register text lists.
#[must_use]
pub fn built_in_kind(name: &str) -> Option<FieldKind> {
    Some(match name {
        FIRST_NAME | LAST_NAME | "companyName" | "address" | "locality" | "region" | "postalCode" => FieldKind::Text,
        EMAIL_ADDRESS => FieldKind::Email,
        MOBILE_NUMBER | "twoStepMobile" => FieldKind::Phone,
        _ => return None,
    })
}

const fn yes() -> bool {
    true
}
