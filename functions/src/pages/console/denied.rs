//! Somebody is signed in, and the console is not theirs.

use askama::Template;

use super::{ConsoleFrame, ConsoleShell, Told, say_of};
use crate::pages::shell::text;

/// "The console is not open to you".
pub struct Denied;

#[derive(Template)]
#[template(path = "console/denied.html")]
struct View {
    console: ConsoleShell,
    body: String,
}

impl Denied {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        text(&View {
            body: say_of(words, "denied-body", "operator", &frame.operator),
            console: ConsoleShell::new(frame, words.say("denied-title", &[]), Told::default()),
        })
    }
}
