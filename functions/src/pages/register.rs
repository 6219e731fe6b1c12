//! The page where a person makes an account.

use askama::Template;

use super::agreement_box::{AgreementBox, View as BoxView};
use super::app_fields::{AppField, Block, blocks};
use super::email_field::{EmailField, WrongEmail};
use super::password_rule::{PasswordField, PasswordRule};
use super::shell::{Field, FieldError, Frame, Shell, text};
use crate::words::Words;

/// "Create your account". Posts `request`, `email`, `password`, a `profile.<name>` for each field and an
/// `agreement.<name>` for each box to `action`; from a browser without scripts, which cannot show a password, also
/// `password_confirmation`.
#[derive(Clone)]
pub struct Register {
    /// Where the button posts to.
    pub action: String,
    /// What the app asked for, sealed; only ever a hidden field. Empty: there is no such field.
    pub request: String,
    /// The address, where it is known or was typed.
    pub email: String,
    /// The fields of the app, without the address.
    pub fields: Vec<AppField>,
    /// What the person is asked to accept.
    pub agreements: Vec<AgreementBox>,
    /// What a password must look like.
    pub rule: PasswordRule,
    /// Where a person signs in who has an account.
    pub sign_in: String,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

/// What can be wrong with the form, beside its password, its fields and its boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongRegister {
    /// No address.
    EmailMissing,
    /// It is not written like an address.
    EmailMalformed,
    /// Nobody may register with this address.
    EmailNotAllowed,
    /// The password that was typed again is another one.
    PasswordsDiffer,
}

impl WrongRegister {
    /// The mistake in words, for the rule that the page states.
    #[must_use]
    pub fn say(self, words: Words<'_>, rule: PasswordRule) -> FieldError {
        let (field, id) = match (self, rule) {
            (Self::EmailMissing, _) => return WrongEmail::Missing.say(words),
            (Self::EmailMalformed, _) => (Field::Email, "error-email-format"),
            (Self::EmailNotAllowed, _) => (Field::Email, "error-email-not-allowed"),
            (Self::PasswordsDiffer, PasswordRule::Pincode) => (Field::PasswordConfirmation, "error-pincodes-differ"),
            (Self::PasswordsDiffer, _) => (Field::PasswordConfirmation, "error-passwords-differ"),
        };
        FieldError {
            field,
            sentence: words.say(id, &[]),
        }
    }
}

#[derive(Template)]
#[template(path = "register.html")]
struct View<'a> {
    shell: Shell,
    page: &'a Register,
    body: String,
    email: EmailField,
    blocks: Vec<Block>,
    password: PasswordField,
    agreements: Vec<BoxView>,
}

impl Register {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let shell = Shell::new(frame, words.say("register-title", &[]), None, &self.errors);
        text(&View {
            body: words.say("register-body", &[("tenant", (&shell.tenant).into())]),
            email: EmailField::of_account(&self.email, "next"),
            blocks: blocks(&self.fields, &shell, words),
            password: PasswordField::new(self.rule, "done", words),
            agreements: BoxView::all(&self.agreements, &self.errors, words),
            page: self,
            shell,
        })
    }
}
