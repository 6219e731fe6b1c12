//! Looking people up.

use askama::Template;
use jiff::Timestamp;

use super::{ConsoleFrame, ConsoleShell, Told, kind_name, say_of, state_name};
use crate::pages::shell::text;
use crate::words::inert;

/// "People". Searches with `q` by GET.
pub struct People {
    /// Where the form goes.
    pub action: String,
    /// What the form takes along.
    pub hidden: Vec<(String, String)>,
    /// What was searched for.
    pub query: String,
    /// Those who were found.
    pub people: Vec<PersonLine>,
    /// Where the next part of the list is.
    pub next: Option<String>,
    /// What was wrong with the search.
    pub told: Told,
}

/// A person on the list.
pub struct PersonLine {
    /// Their page.
    pub href: String,
    /// First and family name; empty where they are not known.
    pub name: String,
    /// The address.
    pub address: String,
    /// The kind of account, as the API names it.
    pub kind: String,
    /// The state, as the API names it, or `refused`.
    pub state: String,
    /// Since when.
    pub since: Option<Timestamp>,
}

struct Line<'a> {
    line: &'a PersonLine,
    name: String,
    kind: String,
    state: String,
    since: String,
}

#[derive(Template)]
#[template(path = "console/people.html")]
struct View<'a> {
    console: ConsoleShell,
    page: &'a People,
    heading: String,
    lines: Vec<Line<'a>>,
}

impl People {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        text(&View {
            heading: match self.query.is_empty() {
                true => words.say("people-newest", &[]),
                false => say_of(words, "people-found", "query", &self.query),
            },
            lines: self.people.iter().map(|person| person.line(frame)).collect(),
            console: ConsoleShell::new(frame, words.say("console-people", &[]), self.told.clone()),
            page: self,
        })
    }
}

impl PersonLine {
    fn line(&self, frame: &ConsoleFrame<'_>) -> Line<'_> {
        let words = frame.words();
        let since = self.since.map(|at| frame.frame.words().moment(at));
        Line {
            name: match self.name.is_empty() {
                true => words.say("people-unnamed", &[]),
                false => inert(&self.name),
            },
            kind: kind_name(words, &self.kind),
            state: state_name(words, &self.state),
            since: since.unwrap_or_default(),
            line: self,
        }
    }
}
