//! The page that the link in the mail to a new address opens, and what it says of a link that does not work.

use askama::Template;

use crate::pages::shell::{Frame, Notice, Shell, text};

/// "Confirm your new e-mail address". Posts `token` to `action`, and `confirm=yes` when a person presses the button.
#[derive(Clone)]
pub struct ConfirmEmail {
    /// The new address, masked: whoever opens the link need not be its owner.
    pub masked_address: String,
    /// The secret of the link; only ever a hidden field.
    pub token: String,
    /// Where the button posts to.
    pub action: String,
}

/// Why the link in the mail to a new address does not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailLink {
    /// It is too old.
    Expired,
    /// It was pressed before.
    Used,
    /// It is not one of ours, was cut off, or a later one took its place.
    Unknown,
}

/// What to do instead of following such a link.
#[derive(Clone, Debug)]
pub struct EmailLinkProblem {
    /// Why it does not work.
    pub link: EmailLink,
    /// The page of the account, which asks a person to sign in first.
    pub account: String,
}

#[derive(Template)]
#[template(path = "confirm_address.html")]
struct View<'a> {
    shell: Shell,
    body: String,
    button: String,
    page: &'a ConfirmEmail,
}

#[derive(Template)]
#[template(path = "done.html")]
struct ProblemView<'a> {
    shell: Shell,
    body: String,
    app_link: Option<&'a str>,
    button: String,
}

impl ConfirmEmail {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let shell = Shell::new(frame, words.say("new-email-title", &[]), None, &[]);
        let args = [
            ("address", (&self.masked_address).into()),
            ("tenant", (&shell.tenant).into()),
        ];
        text(&View {
            body: words.say("new-email-body", &args),
            button: words.say("confirm-button", &[]),
            page: self,
            shell,
        })
    }
}

impl EmailLinkProblem {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let (heading, body) = match self.link {
            EmailLink::Expired => ("link-expired-title", "email-link-expired-body"),
            EmailLink::Used => ("link-used-title", "email-link-used-body"),
            EmailLink::Unknown => ("link-unknown-title", "email-link-unknown-body"),
        };
        let shell = Shell::new(frame, words.say(heading, &[]), Some(Notice::Warning), &[]);
        text(&ProblemView {
            body: words.say(body, &[("tenant", (&shell.tenant).into())]),
            app_link: Some(&self.account),
            button: words.say("account-button", &[]),
            shell,
        })
    }
}
