//! The form for the mailed code, for people whose link does not work or who read mail on another device.

use askama::Template;

use super::email_field::EmailField;
use super::shell::{Field, FieldError, Frame, Notice, Shell, text};
use crate::words::{Words, inert};

/// "Type the code from the mail". Posts `email` and `code` to `action`; people type the code with a space, as the mail
/// shows it.
#[derive(Clone, Debug, Default)]
pub struct TypeCode {
    /// Where the button posts to.
    pub action: String,
    /// The address typed before, when the form comes back.
    pub email: String,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

/// What can be wrong with the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongCode {
    /// The address is missing or no address.
    Email,
    /// The code is missing or not six digits.
    CodeMissing,
    /// The code is wrong or too old, or the address unknown: the sentence is the same for all of them.
    CodeWrong,
}

impl WrongCode {
    /// The mistake in words.
    #[must_use]
    pub fn say(self, words: Words<'_>) -> FieldError {
        let (field, id) = match self {
            Self::Email => (Field::Email, "error-email"),
            Self::CodeMissing => (Field::Code, "error-code-missing"),
            Self::CodeWrong => (Field::Code, "error-code-wrong"),
        };
        FieldError {
            field,
            sentence: words.say(id, &[]),
        }
    }
}

#[derive(Template)]
#[template(path = "type_code.html")]
struct View<'a> {
    shell: Shell,
    body: Option<String>,
    form: &'a TypeCode,
    email: EmailField,
}

impl TypeCode {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let heading = frame.words().say("code-title", &[]);
        text(&View {
            shell: Shell::new(frame, heading, None, &self.errors),
            body: None,
            form: self,
            email: self.email_field(),
        })
    }

    /// The account need not have a password yet, so this is an address like any other.
    fn email_field(&self) -> EmailField {
        EmailField {
            label: "email-label",
            value: inert(&self.email),
            autocomplete: "email",
            key: "next",
        }
    }

    /// The same form under "We don't recognise this link".
    pub(super) fn render_for_unknown_link(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let shell = Shell::new(
            frame,
            words.say("link-unknown-title", &[]),
            Some(Notice::Warning),
            &self.errors,
        );
        text(&View {
            shell,
            body: Some(words.say("link-unknown-body", &[])),
            form: self,
            email: self.email_field(),
        })
    }
}
