//! A form was larger than the console takes.

use askama::Template;

use super::{ConsoleFrame, ConsoleShell, Told};
use crate::pages::shell::text;

/// "That was too much to save at once".
pub struct TooMuch {
    /// Where the forms are, with what is saved.
    pub anew: String,
}

#[derive(Template)]
#[template(path = "console/too_much.html")]
struct View<'a> {
    console: ConsoleShell,
    page: &'a TooMuch,
}

impl TooMuch {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let title = frame.words().say("too-much-title", &[]);
        text(&View {
            console: ConsoleShell::new(frame, title, Told::default()),
            page: self,
        })
    }
}
