//! The page where a person signs in.

use askama::Template;

use super::email_field::{EmailField, WrongEmail};
use super::shell::{Field, FieldError, Frame, Notice, Shell, text};
use crate::words::{Words, inert};

/// "Sign in". Posts `request`, `email` and `password` to `action`.
#[derive(Clone)]
pub struct SignIn {
    /// Where the button posts to.
    pub action: String,
    /// What the app asked for, sealed; only ever a hidden field. Empty: there is no such field.
    pub request: String,
    /// The address, where it is known or was typed.
    pub email: String,
    /// Whether the password is a 6-digit PIN.
    pub pincode: bool,
    /// Where people sign in instead: what the button says, and where it leads.
    pub providers: Vec<(String, String)>,
    /// Where people make an account; without it there is no such link.
    pub register: Option<String>,
    /// Where people choose a new password.
    pub recover: String,
    /// What was done right before.
    pub notice: Option<SignInNotice>,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

/// What led to the page, when it was not the person's own wish to sign in. Not said again once the form comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInNotice {
    /// The account is new.
    Activated,
    /// The password is.
    PasswordChanged,
    /// The last time is too long ago for what the app wants to do.
    SignInAgain,
}

/// What can be wrong with the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongSignIn {
    /// No address.
    EmailMissing,
    /// It is not written like an address.
    EmailMalformed,
    /// No password.
    PasswordMissing,
    /// No account has this address and this password: the sentence does not tell which of the two is wrong.
    NoMatch,
}

impl WrongSignIn {
    /// The mistake in words, of a password or of a PIN.
    #[must_use]
    pub fn say(self, words: Words<'_>, pincode: bool) -> FieldError {
        let id = match (self, pincode) {
            (Self::EmailMissing, _) => return WrongEmail::Missing.say(words),
            (Self::EmailMalformed, _) => return WrongEmail::Malformed.say(words),
            (Self::PasswordMissing, false) => "error-sign-in-password",
            (Self::PasswordMissing, true) => "error-sign-in-pincode",
            (Self::NoMatch, false) => "error-sign-in-match",
            (Self::NoMatch, true) => "error-sign-in-match-pincode",
        };
        FieldError {
            field: Field::Password,
            sentence: words.say(id, &[]),
        }
    }
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct View<'a> {
    shell: Shell,
    page: &'a SignIn,
    body: String,
    news: Option<(Notice, String)>,
    email: EmailField,
    recover: &'static str,
    providers: Vec<(String, &'a str)>,
}

impl SignIn {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let news = self.notice.filter(|_| self.errors.is_empty()).map(|notice| {
            let (icon, id) = match (notice, self.pincode) {
                (SignInNotice::Activated, _) => (Notice::Success, "sign-in-activated"),
                (SignInNotice::PasswordChanged, false) => (Notice::Success, "sign-in-changed"),
                (SignInNotice::PasswordChanged, true) => (Notice::Success, "sign-in-changed-pincode"),
                (SignInNotice::SignInAgain, _) => (Notice::Information, "sign-in-again"),
            };
            (icon, words.say(id, &[]))
        });
        let shell = Shell::new(frame, words.say("sign-in-title", &[]), None, &self.errors);
        text(&View {
            body: words.say("sign-in-body", &[("tenant", (&shell.tenant).into())]),
            news,
            email: EmailField::of_account(&self.email, "next"),
            providers: self
                .providers
                .iter()
                .map(|(label, href)| (inert(label), href.as_str()))
                .collect(),
            recover: if self.pincode {
                "forgot-pincode"
            } else {
                "forgot-password"
            },
            page: self,
            shell,
        })
    }
}
