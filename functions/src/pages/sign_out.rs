//! Signing out: the question, and the end.

use askama::Template;

use super::brand::is_app;
use super::shell::{Frame, Notice, Shell, text};

/// "Sign out?". Posts `confirm` as `yes` and `fields` to `action`.
#[derive(Clone)]
pub struct SignOut {
    /// Where the button posts to.
    pub action: String,
    /// Name and value of each hidden field.
    pub fields: Vec<(String, String)>,
    /// The address of the account that is signed in, in full.
    pub address: Option<String>,
}

#[derive(Template)]
#[template(path = "sign_out.html")]
struct Question<'a> {
    shell: Shell,
    page: &'a SignOut,
    body: String,
}

impl SignOut {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let shell = Shell::new(frame, words.say("sign-out-title", &[]), None, &[]);
        let tenant = ("tenant", (&shell.tenant).into());
        let body = match &self.address {
            Some(address) => words.say("sign-out-body", &[tenant, ("address", address.into())]),
            None => words.say("sign-out-body-unnamed", &[tenant]),
        };
        text(&Question {
            shell,
            page: self,
            body,
        })
    }
}

/// "You are signed out".
#[derive(Clone, Debug)]
pub struct SignedOut {
    /// Where the button leads: the tenant's app or site. Without it there is none.
    pub next: Option<String>,
}

#[derive(Template)]
#[template(path = "done.html")]
struct End<'a> {
    shell: Shell,
    body: String,
    app_link: Option<&'a str>,
    button: String,
}

impl SignedOut {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let shell = Shell::new(frame, words.say("signed-out-title", &[]), Some(Notice::Success), &[]);
        text(&End {
            body: words.say("signed-out-body", &[]),
            app_link: self.next.as_deref().filter(|href| is_app(href)),
            button: words.say("signed-out-button", &[("tenant", (&shell.tenant).into())]),
            shell,
        })
    }
}
