//! The accounts that wait for a decision.

use askama::Template;
use jiff::Timestamp;

use super::{ConsoleFrame, ConsoleShell, Told, kind_name, say_of};
use crate::pages::shell::text;
use crate::words::inert;

/// "Approvals". Each account posts `decision` and `reason` to its own address.
pub struct Approvals {
    /// Those who wait, the longest first.
    pub waiting: Vec<Waiting>,
    /// Where the next part of the list is.
    pub next: Option<String>,
    /// What was just done.
    pub told: Told,
}

/// An account that waits.
pub struct Waiting {
    /// Where the decision is posted to.
    pub action: String,
    /// The page of the person.
    pub person: String,
    /// First and family name; empty where they are not known.
    pub name: String,
    /// The address.
    pub address: String,
    /// The kind of account, as the API names it.
    pub kind: String,
    /// What is known of the customer: name and value.
    pub fields: Vec<(String, String)>,
    /// Since when it waits.
    pub since: Option<Timestamp>,
}

struct Line<'a> {
    waiting: &'a Waiting,
    name: String,
    kind: String,
    since: String,
}

#[derive(Template)]
#[template(path = "console/approvals.html")]
struct View<'a> {
    console: ConsoleShell,
    page: &'a Approvals,
    lines: Vec<Line<'a>>,
}

impl Approvals {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        text(&View {
            lines: self.waiting.iter().map(|waiting| waiting.line(frame)).collect(),
            console: ConsoleShell::new(frame, words.say("console-approvals", &[]), self.told.clone()),
            page: self,
        })
    }
}

impl Waiting {
    fn line(&self, frame: &ConsoleFrame<'_>) -> Line<'_> {
        let words = frame.words();
        let since = self.since.map(|at| frame.frame.words().moment(at));
        let told = if self.name.is_empty() {
            &self.address
        } else {
            &self.name
        };
        Line {
            name: inert(told),
            kind: kind_name(words, &self.kind),
            since: since.map_or_else(String::new, |at| say_of(words, "approvals-since", "moment", at)),
            waiting: self,
        }
    }
}
