//! The answer to "Send me a new link": the same for every address or number, known or not.

use askama::Template;
use usher::tenant::Channel;

use super::shell::{Frame, Notice, Shell, text};

/// "Check your mail", or "your messages".
#[derive(Clone, Debug, Default)]
pub struct NewLinkSent {
    /// The masked address, if the person's own request carried it.
    pub masked_address: Option<String>,
    /// How the link was sent.
    pub channel: Channel,
}

#[derive(Template)]
#[template(path = "new_link_sent.html")]
struct View {
    shell: Shell,
    body: String,
    wait: String,
}

impl NewLinkSent {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let (title, wait) = match self.channel {
            Channel::Email => ("link-sent-title", "link-sent-wait"),
            Channel::Sms => ("link-texted-title", "link-texted-wait"),
        };
        let body = match &self.masked_address {
            Some(number) if self.channel == Channel::Sms => words.say("link-texted-body", &[("number", number.into())]),
            Some(address) => words.say("link-sent-body", &[("address", address.into())]),
            None => words.say("link-sent-body-unnamed", &[]),
        };
        text(&View {
            shell: Shell::new(frame, words.say(title, &[]), Some(Notice::Information), &[]),
            body,
            wait: words.say(wait, &[]),
        })
    }
}
