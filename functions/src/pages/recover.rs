//! The page where a person asks for a link to choose a new password.

use askama::Template;

use super::email_field::EmailField;
use super::shell::{Field, FieldError, Frame, Shell, text};

/// "Choose a new password": which account it is for. Posts `request` and `email` to `action`; its mistakes are
/// [`super::WrongEmail`].
#[derive(Clone)]
pub struct Recover {
    /// Where the button posts to.
    pub action: String,
    /// What the app asked for, sealed; only ever a hidden field. Empty: there is no such field.
    pub request: String,
    /// The address, where it is known or was typed.
    pub email: String,
    /// Whether the password is a 6-digit PIN.
    pub pincode: bool,
    /// Where a person signs in who knows the password after all.
    pub sign_in: String,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

#[derive(Template)]
#[template(path = "recover.html")]
struct View<'a> {
    shell: Shell,
    page: &'a Recover,
    body: &'static str,
    email: EmailField,
}

impl Recover {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let (heading, body) = match self.pincode {
            false => ("new-password-title", "recover-body"),
            true => ("new-pincode-title", "recover-body-pincode"),
        };
        text(&View {
            shell: Shell::new(frame, frame.words().say(heading, &[]), None, &self.errors),
            page: self,
            body,
            email: EmailField::of_account(&self.email, "go"),
        })
    }
}
