//! The answer to "Send me a new link": the same for every address, known or not.

use askama::Template;

use super::shell::{Frame, Notice, Shell, text};

/// "Check your mail".
#[derive(Clone, Debug, Default)]
pub struct NewLinkSent {
    /// The masked address, if the person's own request carried it.
    pub masked_address: Option<String>,
}

#[derive(Template)]
#[template(path = "new_link_sent.html")]
struct View {
    shell: Shell,
    body: String,
}

impl NewLinkSent {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let body = match &self.masked_address {
            Some(address) => words.say("link-sent-body", &[("address", address.into())]),
            None => words.say("link-sent-body-unnamed", &[]),
        };
        text(&View {
            shell: Shell::new(frame, words.say("link-sent-title", &[]), Some(Notice::Information), &[]),
            body,
        })
    }
}
