//! The page where an invited person fills in what is missing and chooses a password.

use askama::Template;

use super::agreement_box::{AgreementBox, View as BoxView};
use super::app_fields::{AppField, Block, blocks};
use super::password_rule::{PasswordField, PasswordRule};
use super::shell::{Field, FieldError, Frame, Notice, Shell, text};
use crate::words::inert;

/// "Activate your account". Posts `ticket`, `password` and a `profile.<name>` for each field to `action`.
#[derive(Clone)]
pub struct Activate {
    /// Whether the address was confirmed by the press that led here.
    pub just_confirmed: bool,
    /// Whether the person has registered themselves, elsewhere: they choose their password once more.
    pub again: bool,
    /// The address in full: only for the person who has proven it.
    pub address: String,
    /// The number in full where it is what was confirmed; it cannot be changed here.
    pub number: Option<String>,
    /// Proof that the person may set the password; only ever a hidden field.
    pub ticket: String,
    /// Where the button posts to.
    pub action: String,
    /// What a password must look like.
    pub rule: PasswordRule,
    /// The fields of the app.
    pub fields: Vec<AppField>,
    /// What the person is asked to accept.
    pub agreements: Vec<AgreementBox>,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

#[derive(Template)]
#[template(path = "activate.html")]
struct View<'a> {
    shell: Shell,
    page: &'a Activate,
    body: String,
    address: String,
    number: Option<String>,
    blocks: Vec<Block>,
    agreements: Vec<BoxView>,
    password: PasswordField,
}

impl Activate {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let confirmed = self.just_confirmed && self.errors.is_empty();
        let (heading, notice) = match confirmed {
            true if self.number.is_some() => ("number-confirmed-title", Some(Notice::Success)),
            true => ("confirmed-title", Some(Notice::Success)),
            false => ("activate-title", None),
        };
        let shell = Shell::new(frame, words.say(heading, &[]), notice, &self.errors);
        let body = match self.again {
            true => "activate-again-body",
            false => "activate-form-body",
        };
        let body = words.say(body, &[("tenant", (&shell.tenant).into())]);
        text(&View {
            body,
            address: inert(&self.address),
            number: self.number.as_deref().map(inert),
            blocks: blocks(&self.fields, &shell, words),
            agreements: BoxView::all(&self.agreements, &self.errors, words),
            password: PasswordField::new(self.rule, "done", words),
            page: self,
            shell,
        })
    }
}
