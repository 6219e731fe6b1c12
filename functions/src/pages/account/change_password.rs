//! The page where a person who is signed in chooses another password, or PIN where the tenant asks for one.

use askama::Template;

use super::account_line;
use crate::pages::password_rule::{PasswordField, PasswordRule};
use crate::pages::shell::{Field, FieldError, Frame, Shell, text};
use crate::words::Words;

/// "Change your password". Posts `current_password` and `password` to `action`.
#[derive(Clone, Debug)]
pub struct ChangePassword {
    /// Where the button posts to.
    pub action: String,
    /// The account's address in full; password managers then know which password this is.
    pub address: String,
    /// What a password must look like.
    pub rule: PasswordRule,
    /// The page of the account.
    pub back: String,
    /// Mistakes, when the form comes back: [`WrongChange`], and [`super::super::WrongPassword`] for the new one.
    pub errors: Vec<FieldError>,
}

/// What can be wrong with the password that a change asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongChange {
    /// No password.
    CurrentMissing,
    /// Not the account's.
    CurrentWrong,
}

impl WrongChange {
    /// The mistake in words, of a password or of a PIN.
    #[must_use]
    pub fn say(self, words: Words<'_>, pincode: bool) -> FieldError {
        let id = match (self, pincode) {
            (Self::CurrentMissing, false) => "error-current-missing",
            (Self::CurrentMissing, true) => "error-current-pincode-missing",
            (Self::CurrentWrong, false) => "error-current-wrong",
            (Self::CurrentWrong, true) => "error-current-pincode-wrong",
        };
        FieldError {
            field: Field::CurrentPassword,
            sentence: words.say(id, &[]),
        }
    }
}

#[derive(Template)]
#[template(path = "change_password.html")]
struct View<'a> {
    shell: Shell,
    page: &'a ChangePassword,
    account: String,
    pincode: bool,
    current_key: &'static str,
    password: PasswordField,
    button: &'static str,
}

impl ChangePassword {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let pincode = self.rule == PasswordRule::Pincode;
        let (heading, label, button) = match pincode {
            false => ("account-password", "new-password-label", "change-password-button"),
            true => ("account-pincode", "new-pincode-label", "change-pincode-button"),
        };
        text(&View {
            shell: Shell::new(frame, words.say(heading, &[]), None, &self.errors),
            page: self,
            account: account_line(&self.address, frame),
            pincode,
            current_key: "next",
            password: PasswordField {
                label,
                ..PasswordField::new(self.rule, "done", words)
            },
            button,
        })
    }
}
