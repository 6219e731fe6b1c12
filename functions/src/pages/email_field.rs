//! The field for an e-mail address, for the form of any page.

use super::shell::{Field, FieldError};
use crate::words::{Words, inert};

/// What can be wrong with an address before anybody looks whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongEmail {
    /// The field is empty.
    Missing,
    /// It is not written like an address.
    Malformed,
}

impl WrongEmail {
    /// The mistake in words.
    #[must_use]
    pub fn say(self, words: Words<'_>) -> FieldError {
        let id = match self {
            Self::Missing => "error-email",
            Self::Malformed => "error-email-malformed",
        };
        FieldError {
            field: Field::Email,
            sentence: words.say(id, &[]),
        }
    }
}

/// The field as `email_field.html` shows it.
pub(super) struct EmailField {
    /// The message that names it.
    pub(super) label: &'static str,
    pub(super) value: String,
    /// "username" where the address is what a password is kept under, else "email".
    pub(super) autocomplete: &'static str,
    /// What a phone's keyboard says on its last key (`enterkeyhint`).
    pub(super) key: &'static str,
}

impl EmailField {
    /// The field that an account is known by.
    pub(super) fn of_account(typed: &str, key: &'static str) -> Self {
        Self {
            label: "email-label",
            value: inert(typed),
            autocomplete: "username",
            key,
        }
    }
}
