//! The page behind the mailed link where a person fills in the form of their new account.

use askama::Template;

use super::agreement_box::{AgreementBox, View as BoxView};
use super::app_fields::{AppField, Block, blocks};
use super::password_rule::{PasswordField, PasswordRule};
use super::shell::{Field, FieldError, Frame, Notice, Shell, text};
use super::voucher_field::{Voucher, VoucherField};
use crate::words::inert;

/// "Create your account", with everything that its kind asks for. Posts `token`, `password`, a `profile.<name>` for each
/// field and an `agreement.<name>` for each box to `action`.
#[derive(Clone)]
pub struct SignUpComplete {
    /// Where the button posts to.
    pub action: String,
    /// The token of the link; only ever a hidden field.
    pub token: String,
    /// The address in full: whoever has the link reads its mail.
    pub address: String,
    /// What the kind asks for.
    pub fields: Vec<AppField>,
    /// The field for a voucher, where the kind has one.
    pub voucher: Option<Voucher>,
    /// What the person is asked to accept.
    pub agreements: Vec<AgreementBox>,
    /// What a password must look like.
    pub rule: PasswordRule,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

#[derive(Template)]
#[template(path = "sign_up_complete.html")]
struct View<'a> {
    shell: Shell,
    page: &'a SignUpComplete,
    body: String,
    address: String,
    blocks: Vec<Block>,
    voucher: Option<VoucherField>,
    agreements: Vec<BoxView>,
    password: PasswordField,
}

impl SignUpComplete {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let (heading, notice) = match self.errors.is_empty() {
            true => ("confirmed-title", Some(Notice::Success)),
            false => ("register-title", None),
        };
        let shell = Shell::new(frame, words.say(heading, &[]), notice, &self.errors);
        text(&View {
            body: words.say("signup-form-body", &[("tenant", (&shell.tenant).into())]),
            address: inert(&self.address),
            blocks: blocks(&self.fields, &shell, words),
            voucher: (self.voucher.as_ref()).map(|voucher| VoucherField::new(voucher, "next", &shell, words)),
            agreements: BoxView::all(&self.agreements, &self.errors, words),
            password: PasswordField::new(self.rule, "done", words),
            page: self,
            shell,
        })
    }
}
