//! The page where a person chooses the first password, or PIN where the tenant asks for one.

use askama::Template;

use super::password_rule::{PasswordField, PasswordRule};
use super::shell::{Field, FieldError, Frame, Notice, Shell, text};
use super::voucher_field::{Voucher, VoucherField};

/// "Choose a password". Posts `ticket`, `password` and, where asked for, `voucher_code` to `action`.
#[derive(Clone)]
pub struct SetPassword {
    /// Whether the address was confirmed by the press that led here: the page then says so first.
    pub just_confirmed: bool,
    /// The address, masked.
    pub masked_address: String,
    /// The address in full, only for a person who has proven it; password managers then save it as the user name.
    pub address: Option<String>,
    /// Proof that the person may set the password; only ever a hidden field.
    pub ticket: String,
    /// Where the button posts to.
    pub action: String,
    /// What a password must look like.
    pub rule: PasswordRule,
    /// The field for a voucher, where the tenant uses them.
    pub voucher: Option<Voucher>,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

#[derive(Template)]
#[template(path = "set_password.html")]
struct View<'a> {
    shell: Shell,
    page: &'a SetPassword,
    body: String,
    account: String,
    password: PasswordField,
    voucher: Option<VoucherField>,
}

impl SetPassword {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let pincode = self.rule == PasswordRule::Pincode;
        let confirmed = self.just_confirmed && self.errors.is_empty();
        let (heading, notice) = match (confirmed, pincode) {
            (true, _) => ("confirmed-title", Some(Notice::Success)),
            (false, true) => ("pincode-title", None),
            (false, false) => ("password-title", None),
        };
        let shell = Shell::new(frame, words.say(heading, &[]), notice, &self.errors);
        let tenant = || [("tenant", (&shell.tenant).into())];
        let shown = self.address.as_ref().unwrap_or(&self.masked_address);
        let key = if self.voucher.is_some() { "next" } else { "done" };
        text(&View {
            body: words.say(
                if pincode {
                    "password-body-pincode"
                } else {
                    "password-body"
                },
                &tenant(),
            ),
            account: words.say("password-for", &[("address", shown.into())]),
            password: PasswordField::new(self.rule, key, words),
            voucher: (self.voucher.as_ref()).map(|voucher| VoucherField::new(voucher, "done", &shell, words)),
            page: self,
            shell,
        })
    }
}
