//! The pages of people who came from their identity provider and are not known yet.

use askama::Template;

use super::agreement_box::{AgreementBox, View as BoxView};
use super::app_fields::{AppField, Block, blocks};
use super::email_field::EmailField;
use super::shell::{Field, FieldError, Frame, Notice, Shell, text};
use crate::words::inert;

/// "Create your account", of what the provider does not tell. Posts `request` or `token`, `create`, a `profile.<name>` for each
/// field and an `agreement.<name>` for each box to `action`.
#[derive(Clone)]
pub struct SsoComplete {
    /// Where the button posts to.
    pub action: String,
    /// What the app asked for, sealed; only ever a hidden field. Empty: there is no such field.
    pub request: String,
    /// Whose form it is, which is posted again.
    pub came: String,
    /// The token of the mailed link that has proven the address; likewise.
    pub token: String,
    /// The provider, as people know it.
    pub provider: String,
    /// The address in full: it is proven.
    pub address: String,
    /// What is asked.
    pub fields: Vec<AppField>,
    /// What the person is asked to accept.
    pub agreements: Vec<AgreementBox>,
    /// Where somebody goes who has a password here.
    pub connect: String,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

#[derive(Template)]
#[template(path = "sso_complete.html")]
struct CompleteView<'a> {
    shell: Shell,
    page: &'a SsoComplete,
    body: String,
    address: String,
    blocks: Vec<Block>,
    agreements: Vec<BoxView>,
}

impl SsoComplete {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let shell = Shell::new(frame, words.say("register-title", &[]), None, &self.errors);
        let args = [
            ("provider", (&self.provider).into()),
            ("tenant", (&shell.tenant).into()),
        ];
        text(&CompleteView {
            body: words.say("sso-form-body", &args),
            address: inert(&self.address),
            blocks: blocks(&self.fields, &shell, words),
            agreements: BoxView::all(&self.agreements, &self.errors, words),
            page: self,
            shell,
        })
    }
}

/// "Connect your account": somebody with a password shows it once. Posts `request`, `email` and `password` to `action`.
#[derive(Clone)]
pub struct SsoConnect {
    /// Where the button posts to.
    pub action: String,
    /// What the app asked for, sealed; only ever a hidden field. Empty: there is no such field.
    pub request: String,
    /// Whose form it is, which is posted again.
    pub came: String,
    /// The provider, as people know it.
    pub provider: String,
    /// Who the person is there, where the provider tells their address: of several accounts it may be the wrong one.
    pub account: Option<String>,
    /// The address, where it is known or was typed.
    pub email: String,
    /// Whether the password is a 6-digit PIN.
    pub pincode: bool,
    /// Where people choose a new password.
    pub recover: String,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

#[derive(Template)]
#[template(path = "sso_connect.html")]
struct ConnectView<'a> {
    shell: Shell,
    page: &'a SsoConnect,
    body: String,
    account: Option<String>,
    email: EmailField,
    recover: &'static str,
}

impl SsoConnect {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let notice = self.errors.is_empty().then_some(Notice::Information);
        let shell = Shell::new(frame, words.say("sso-connect-title", &[]), notice, &self.errors);
        let args = [
            ("provider", (&self.provider).into()),
            ("tenant", (&shell.tenant).into()),
        ];
        let (body, recover) = match self.pincode {
            true => ("sso-connect-body-pincode", "forgot-pincode"),
            false => ("sso-connect-body", "forgot-password"),
        };
        text(&ConnectView {
            body: words.say(body, &args),
            account: self.account.as_ref().map(|account| {
                let args = [
                    ("provider", (&self.provider).into()),
                    ("account", inert(account).into()),
                ];
                words.say("sso-connect-account", &args)
            }),
            email: EmailField::of_account(&self.email, "next"),
            recover,
            page: self,
            shell,
        })
    }
}

/// "Confirm your e-mail address": the provider has not. Posts `request` and `email` to `action`.
#[derive(Clone)]
pub struct SsoAddress {
    /// Where the button posts to.
    pub action: String,
    /// What the app asked for, sealed; only ever a hidden field. Empty: there is no such field.
    pub request: String,
    /// Whose form it is, which is posted again.
    pub came: String,
    /// The provider, as people know it.
    pub provider: String,
    /// The address, where it is known or was typed.
    pub email: String,
    /// Where somebody goes who has a password here.
    pub connect: String,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

#[derive(Template)]
#[template(path = "sso_address.html")]
struct AddressView<'a> {
    shell: Shell,
    page: &'a SsoAddress,
    body: String,
    email: EmailField,
}

impl SsoAddress {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let shell = Shell::new(frame, words.say("confirm-title", &[]), None, &self.errors);
        text(&AddressView {
            body: words.say("sso-address-body", &[("provider", (&self.provider).into())]),
            email: EmailField::of_account(&self.email, "send"),
            page: self,
            shell,
        })
    }
}
