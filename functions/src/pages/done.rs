//! The end: nothing left to do on this site.

use askama::Template;

use super::brand::{is_app, is_own};
use super::shell::{Frame, Notice, Shell, text};

/// What the person has just finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finished {
    /// The whole registration: "You're all set".
    Registration,
    /// The registration, as far as the person goes: the tenant has to decide.
    Waiting,
    /// The address; the rest happens in the tenant's app: "Your e-mail address is confirmed".
    Confirmation,
}

/// The last page.
#[derive(Clone, Debug)]
pub struct Done {
    /// What was finished.
    pub finished: Finished,
    /// The tenant's app or site: https, the app's own scheme, or an address of our own that leads there.
    pub app_link: Option<String>,
}

#[derive(Template)]
#[template(path = "done.html")]
struct View<'a> {
    shell: Shell,
    body: String,
    app_link: Option<&'a str>,
    button: String,
}

impl Done {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let (title, body) = match self.finished {
            Finished::Registration => ("done-title", "done-body"),
            Finished::Waiting => ("awaiting-title", "awaiting-body"),
            Finished::Confirmation => ("confirmed-title", "done-confirmed-body"),
        };
        let shell = Shell::new(frame, words.say(title, &[]), Some(Notice::Success), &[]);
        let tenant = || [("tenant", (&shell.tenant).into())];
        let (body, button) = (words.say(body, &tenant()), words.say("done-button", &tenant()));
        let app_link = self.app_link.as_deref().filter(|href| is_app(href) || is_own(href));
        text(&View {
            shell,
            body,
            app_link,
            button,
        })
    }
}
