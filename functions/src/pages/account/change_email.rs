//! The page where a person who is signed in gives another address.

use askama::Template;

use super::Proof;
use crate::pages::email_field::EmailField;
use crate::pages::shell::{Field, FieldError, Frame, Shell, text};
use crate::words::inert;

/// "Change your e-mail address". Posts `email` and a [`Proof`] to `action`. The address is changed when it is
/// confirmed ([`super::ConfirmEmail`]), not before.
#[derive(Clone, Debug)]
pub struct ChangeEmail {
    /// Where the button posts to.
    pub action: String,
    /// The account's address now, in full.
    pub address: String,
    /// The new address as it was typed, when the form comes back.
    pub email: String,
    /// How the person shows who they are.
    pub proof: Proof,
    /// The page of the account.
    pub back: String,
    /// Mistakes, when the form comes back: [`super::WrongChange`], and [`super::super::WrongEmail`] for the new address.
    pub errors: Vec<FieldError>,
}

#[derive(Template)]
#[template(path = "change_email.html")]
struct View<'a> {
    shell: Shell,
    page: &'a ChangeEmail,
    account: String,
    email: EmailField,
    pincode: bool,
    current_key: &'static str,
}

impl ChangeEmail {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        text(&View {
            shell: Shell::new(frame, words.say("account-email", &[]), None, &self.errors),
            page: self,
            account: words.say("change-email-now", &[("address", (&self.address).into())]),
            email: EmailField {
                label: "new-email-label",
                value: inert(&self.email),
                autocomplete: "email",
                key: "next",
            },
            pincode: self.proof.is_pincode(),
            current_key: "done",
        })
    }
}
