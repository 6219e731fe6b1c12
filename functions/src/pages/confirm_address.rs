//! The page that the mailed link opens: nothing happens until the person presses the button.

use askama::Template;

use super::shell::{Frame, Shell, text};

/// "Confirm your e-mail address". Posts `token` to `action`.
#[derive(Clone)]
pub struct ConfirmAddress {
    /// The address, masked: whoever opens the link need not be its owner.
    pub masked_address: String,
    /// The secret of the link; only ever a hidden field.
    pub token: String,
    /// Where the button posts to.
    pub action: String,
    /// Whether the person was invited: they then activate an account.
    pub invites: bool,
}

#[derive(Template)]
#[template(path = "confirm_address.html")]
struct View<'a> {
    shell: Shell,
    body: String,
    page: &'a ConfirmAddress,
}

impl ConfirmAddress {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let (title, body) = if self.invites {
            ("activate-title", "activate-body")
        } else {
            ("confirm-title", "confirm-body")
        };
        let shell = Shell::new(frame, words.say(title, &[]), None, &[]);
        let body = words.say(
            body,
            &[
                ("address", (&self.masked_address).into()),
                ("tenant", (&shell.tenant).into()),
            ],
        );
        text(&View {
            shell,
            body,
            page: self,
        })
    }
}
