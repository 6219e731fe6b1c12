//! The page where a person begins to make an account: its kind and their address.

use askama::Template;
use usher::customer::CustomerKind;

use super::email_field::{EmailField, WrongEmail};
use super::shell::{Field, FieldError, Frame, Shell, text};
use crate::words::Words;

/// "Create your account", address first. Posts `request`, `kind` and `email` to `action`.
#[derive(Clone)]
pub struct SignUp {
    /// Where the button posts to.
    pub action: String,
    /// What an app asked for, sealed; only ever a hidden field. Empty: there is no such field.
    pub request: String,
    /// What can be chosen; a single one is not shown.
    pub kinds: Vec<CustomerKind>,
    /// What is chosen.
    pub kind: Option<CustomerKind>,
    /// The address, where it is known or was typed.
    pub email: String,
    /// Where a person signs in who has an account.
    pub sign_in: String,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

/// What can be wrong with the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongSignUp {
    /// No kind was chosen, or one that is not offered any more.
    KindMissing,
    /// No address.
    EmailMissing,
    /// It is not written like an address.
    EmailMalformed,
    /// Nobody may make an account of this kind with this address.
    EmailNotAllowed,
}

impl WrongSignUp {
    /// The mistake in words.
    #[must_use]
    pub fn say(self, words: Words<'_>) -> FieldError {
        let (field, id) = match self {
            Self::EmailMissing => return WrongEmail::Missing.say(words),
            Self::EmailMalformed => return WrongEmail::Malformed.say(words),
            Self::KindMissing => (Field::Kind, "error-kind"),
            Self::EmailNotAllowed => (Field::Email, "error-email-refused"),
        };
        FieldError {
            field,
            sentence: words.say(id, &[]),
        }
    }
}

/// A kind as the template shows it.
struct Choice {
    value: &'static str,
    label: String,
    hint: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "sign_up.html")]
struct View<'a> {
    shell: Shell,
    page: &'a SignUp,
    body: String,
    kinds: Vec<Choice>,
    only: Option<&'static str>,
    email: EmailField,
}

impl SignUp {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let shell = Shell::new(frame, words.say("register-title", &[]), None, &self.errors);
        let choice = |kind: &CustomerKind| {
            let [label, hint] = messages(*kind).map(|id| words.say(id, &[]));
            Choice {
                value: kind.as_str(),
                label,
                hint,
                chosen: self.kind == Some(*kind),
            }
        };
        text(&View {
            body: words.say("signup-body", &[("tenant", (&shell.tenant).into())]),
            only: match self.kinds.as_slice() {
                [only] => Some(only.as_str()),
                _ => None,
            },
            kinds: self.kinds.iter().map(choice).collect(),
            email: EmailField::of_account(&self.email, "go"),
            page: self,
            shell,
        })
    }
}

/// What a kind of account is called.
pub(crate) fn kind_label(kind: CustomerKind, words: Words<'_>) -> String {
    words.say(messages(kind)[0], &[])
}

/// What a kind is called, and whom it is for.
const fn messages(kind: CustomerKind) -> [&'static str; 2] {
    match kind {
        CustomerKind::Personal => ["kind-personal", "kind-personal-hint"],
        CustomerKind::Business => ["kind-business", "kind-business-hint"],
        CustomerKind::ChannelPartner => ["kind-partner", "kind-partner-hint"],
        CustomerKind::DataRecipient => ["kind-recipient", "kind-recipient-hint"],
    }
}
