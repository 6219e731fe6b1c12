//! The page that the mailed link to a new password opens.

use askama::Template;

use super::password_rule::{PasswordField, PasswordRule};
use super::shell::{Field, FieldError, Frame, Shell, text};

/// "Choose a new password". Posts `ticket` and `password` to `action`.
#[derive(Clone)]
pub struct NewPassword {
    /// Where the button posts to.
    pub action: String,
    /// Proof that the person may set the password; only ever a hidden field.
    pub ticket: String,
    /// The address in full, only for a person who has proven it; password managers then save it as the user name.
    pub address: Option<String>,
    /// What a password must look like.
    pub rule: PasswordRule,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

#[derive(Template)]
#[template(path = "new_password.html")]
struct View<'a> {
    shell: Shell,
    page: &'a NewPassword,
    body: String,
    account: String,
    password: PasswordField,
    button: &'static str,
}

impl NewPassword {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let (heading, body, button) = match self.rule {
            PasswordRule::Pincode => ("new-pincode-title", "new-pincode-body", "new-pincode-button"),
            _ => ("new-password-title", "new-password-body", "new-password-button"),
        };
        let shell = Shell::new(frame, words.say(heading, &[]), None, &self.errors);
        let shown = self.address.as_deref().unwrap_or_default();
        text(&View {
            body: words.say(body, &[("tenant", (&shell.tenant).into())]),
            account: words.say("password-for", &[("address", shown.into())]),
            password: PasswordField::new(self.rule, "done", words),
            button,
            page: self,
            shell,
        })
    }
}
