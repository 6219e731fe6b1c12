//! Pages for everything that did not work, other than a link: what happened, what to do now, whom to ask.

use askama::Template;

use super::brand::is_app;
use super::shell::{Frame, Notice, Shell, text};
use crate::words::{Words, inert};

/// A page that says what went wrong.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What went wrong.
    pub kind: ProblemKind,
    /// Where the button leads: the same page for "Try again", the app for "Sign in". Without it there is none.
    pub next: Option<String>,
    /// What support can look up.
    pub request_id: Option<String>,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Too many mails were asked for (429).
    TooManyMails {
        /// Seconds until the next one.
        retry_after: u64,
    },
    /// Too many attempts of another kind (429).
    TooOften {
        /// Seconds until the next one.
        retry_after: u64,
    },
    /// No such page (404).
    NotFound,
    /// The form was open for longer than its ticket lives.
    PageExpired,
    /// The person has an account. Only for somebody who has shown that the address is theirs.
    AlreadyRegistered,
    /// Our fault, or a service we need is down (5xx).
    OurSide,
    /// Anything else, in sentences that are already in the page's language.
    Other {
        /// The heading.
        title: String,
        /// What happened and what to do.
        body: String,
    },
}

#[derive(Template)]
#[template(path = "problem.html")]
struct View<'a> {
    shell: Shell,
    body: String,
    next: Option<&'a str>,
    button: String,
    reference: Option<String>,
}

impl Problem {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let (heading, body) = self.kind.say(words, &frame.brand.display_name());
        let notice = match self.kind {
            ProblemKind::AlreadyRegistered => Notice::Information,
            ProblemKind::OurSide => Notice::Error,
            _ => Notice::Warning,
        };
        let button = match self.kind {
            ProblemKind::AlreadyRegistered => "sign-in-button",
            _ => "try-again-button",
        };
        text(&View {
            shell: Shell::new(frame, heading, Some(notice), &[]),
            body,
            next: self.next.as_deref().filter(|href| is_app(href)),
            button: words.say(button, &[]),
            reference: self
                .request_id
                .as_ref()
                .map(|id| words.say("request-id", &[("id", id.into())])),
        })
    }
}

impl ProblemKind {
    /// Heading and body.
    fn say(&self, words: Words<'_>, tenant: &str) -> (String, String) {
        let wait = |seconds: &u64| [("duration", words.duration(*seconds).into())];
        let (title, body) = match self {
            Self::TooManyMails { retry_after } => ("too-often-title", words.say("too-often-body", &wait(retry_after))),
            Self::TooOften { retry_after } => ("too-often-title", words.say("too-often-try-body", &wait(retry_after))),
            Self::NotFound => ("not-found-title", words.say("not-found-body", &[])),
            Self::PageExpired => ("page-expired-title", words.say("page-expired-body", &[])),
            Self::AlreadyRegistered => (
                "already-registered-title",
                words.say("already-registered-body", &[("tenant", tenant.into())]),
            ),
            Self::OurSide => ("our-side-title", words.say("our-side-body", &[])),
            Self::Other { title, body } => return (inert(title), inert(body)),
        };
        (words.say(title, &[]), body)
    }
}
