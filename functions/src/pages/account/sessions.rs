//! The devices on which a person is signed in.

use askama::Template;
use jiff::Timestamp;

use crate::pages::shell::{Frame, Shell, text};
use crate::words::{Words, inert};

/// "Where you are signed in". Posts `session` with an id to `action`, or `all=yes` for every session but this one.
#[derive(Clone)]
pub struct Sessions {
    /// Where the buttons post to.
    pub action: String,
    /// The sessions, in the order in which they are shown.
    pub sessions: Vec<SessionLine>,
    /// The page of the account.
    pub back: String,
}

/// One device that is signed in.
#[derive(Clone)]
pub struct SessionLine {
    /// What is posted to end it.
    pub id: String,
    /// The browser and what it runs on, "Firefox on Linux" say; empty where that is not known.
    pub device: String,
    /// The network it was seen in, as a prefix of its address.
    pub place: Option<String>,
    /// When the person signed in on it.
    pub started: Timestamp,
    /// When it was last seen.
    pub last_seen: Timestamp,
    /// Whether it is the one that asks.
    pub this_one: bool,
}

/// A session as the template shows it.
struct Line<'a> {
    device: String,
    facts: Vec<String>,
    /// Of a session that can be ended here: any but the one that asks.
    id: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "sessions.html")]
struct View<'a> {
    shell: Shell,
    page: &'a Sessions,
    lines: Vec<Line<'a>>,
    others: bool,
}

impl Sessions {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        text(&View {
            shell: Shell::new(frame, words.say("account-sessions", &[]), None, &[]),
            page: self,
            lines: self.sessions.iter().map(|session| session.line(words)).collect(),
            others: self.sessions.iter().any(|session| !session.this_one),
        })
    }
}

impl SessionLine {
    fn line(&self, words: Words<'_>) -> Line<'_> {
        let device = inert(&self.device);
        let moment = |id, at| words.say(id, &[("moment", words.moment(at).into())]);
        let place = self.place.as_ref();
        Line {
            device: match device.trim().is_empty() {
                true => words.say("session-unknown", &[]),
                false => device,
            },
            facts: [
                moment("session-started", self.started),
                moment("session-seen", self.last_seen),
            ]
            .into_iter()
            .chain(place.map(|place| words.say("session-place", &[("place", place.into())])))
            .collect(),
            id: (!self.this_one).then_some(&self.id),
        }
    }
}
