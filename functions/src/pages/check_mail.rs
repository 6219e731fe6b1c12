//! The page after a mail was sent: the same whether its address is known or not.

use askama::Template;

use super::shell::{Frame, Notice, Shell, text};

/// "Check your mail".
#[derive(Clone, Debug)]
pub struct CheckMail {
    /// What the mail is for.
    pub kind: CheckMailKind,
    /// The address in full: whoever sees the page has just typed it.
    pub address: String,
    /// How long the link in the mail works, in seconds.
    pub works_for: u64,
    /// Where the person signs in; without it there is no such link.
    pub sign_in: Option<String>,
}

/// What a mail is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckMailKind {
    /// To activate a new account.
    Register,
    /// To go on to the form of a new account.
    SignUp,
    /// To choose a new password.
    Recover {
        /// Whether it is a 6-digit PIN.
        pincode: bool,
    },
    /// To confirm a new address.
    ChangeEmail,
}

#[derive(Template)]
#[template(path = "check_mail.html")]
struct View<'a> {
    shell: Shell,
    body: String,
    works: String,
    sign_in: Option<&'a str>,
}

impl CheckMail {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let body = match self.kind {
            CheckMailKind::Register => "check-mail-register",
            CheckMailKind::SignUp => "check-mail-signup",
            CheckMailKind::Recover { pincode: false } => "check-mail-recover",
            CheckMailKind::Recover { pincode: true } => "check-mail-recover-pincode",
            CheckMailKind::ChangeEmail => "check-mail-change",
        };
        let shell = Shell::new(frame, words.say("link-sent-title", &[]), Some(Notice::Information), &[]);
        let args = [("address", (&self.address).into()), ("tenant", (&shell.tenant).into())];
        text(&View {
            body: words.say(body, &args),
            works: words.say(
                "check-mail-works",
                &[("duration", words.duration(self.works_for).into())],
            ),
            sign_in: self.sign_in.as_deref(),
            shell,
        })
    }
}
