//! The page that the mailed or texted link opens: nothing happens until the person presses the button.

use askama::Template;

use usher::tenant::Channel;
use usher::user::User;

use super::shell::{Frame, Shell, text};

/// "Confirm your e-mail address", or "your phone number". Posts `token` to `action`.
#[derive(Clone)]
pub struct ConfirmAddress {
    /// The address or number, masked: whoever opens the link need not be its owner.
    pub masked_address: String,
    /// Which of the two the link was sent to.
    pub channel: Channel,
    /// The secret of the link; only ever a hidden field.
    pub token: String,
    /// Where the button posts to.
    pub action: String,
    /// What the person confirms it for.
    pub occasion: Occasion,
}

/// What a person proves an address or number for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// A business customer has made them known.
    Verification,
    /// They were invited to an app, and activate an account.
    Invitation,
    /// They registered themselves, and activate an account.
    Registration,
}

impl Occasion {
    /// What this person proves it for.
    #[must_use]
    pub const fn of(user: &User) -> Self {
        match (&user.self_registration, &user.invitation) {
            (Some(_), _) => Self::Registration,
            (None, Some(_)) => Self::Invitation,
            (None, None) => Self::Verification,
        }
    }
}

#[derive(Template)]
#[template(path = "confirm_address.html")]
struct View<'a> {
    shell: Shell,
    body: String,
    button: String,
    page: &'a ConfirmAddress,
}

impl ConfirmAddress {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let (title, body, button) = match (self.occasion, self.channel) {
            (Occasion::Invitation, Channel::Sms) => {
                ("confirm-number-title", "confirm-number-body", "confirm-number-button")
            }
            (Occasion::Invitation, Channel::Email) => ("activate-title", "activate-body", "confirm-button"),
            (Occasion::Registration, _) => ("activate-title", "activate-own-body", "activate-button"),
            (Occasion::Verification, _) => ("confirm-title", "confirm-body", "confirm-button"),
        };
        let shell = Shell::new(frame, words.say(title, &[]), None, &[]);
        let body = words.say(
            body,
            &[
                ("address", (&self.masked_address).into()),
                ("number", (&self.masked_address).into()),
                ("tenant", (&shell.tenant).into()),
            ],
        );
        text(&View {
            shell,
            body,
            button: words.say(button, &[]),
            page: self,
        })
    }
}
