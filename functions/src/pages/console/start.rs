//! The console's first page.

use askama::Template;

use super::{ConsoleFrame, ConsoleShell, Place, Told, say_of};
use crate::pages::shell::text;

/// "Overview": what there is to do.
pub struct Start;

#[derive(Template)]
#[template(path = "console/start.html")]
struct View {
    console: ConsoleShell,
    body: String,
    /// Address, words, and what for.
    ways: Vec<(String, String, &'static str)>,
}

impl Start {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        let what = |place| match place {
            Place::Start => None,
            Place::Approvals => Some("start-approvals"),
            Place::People => Some("start-people"),
            Place::Funnel => Some("start-funnel"),
            Place::Onboarding => Some("start-onboarding"),
        };
        let ways = frame.ways.iter().filter_map(|(place, href)| {
            let label = words.say(place.message(), &[]);
            Some((href.clone(), label, what(*place)?))
        });
        let console = ConsoleShell::new(frame, words.say("console-start", &[]), Told::default());
        text(&View {
            body: say_of(words, "start-body", "tenant", &console.shell.tenant),
            ways: ways.collect(),
            console,
        })
    }
}
