//! The agreements that a person has accepted.

use askama::Template;
use jiff::Timestamp;

use crate::pages::shell::{Frame, Shell, text};
use crate::words::{Words, inert};

/// "What you have agreed to". Posts `agreement` with a name to `action`.
#[derive(Clone, Debug)]
pub struct Consents {
    /// Where the buttons post to.
    pub action: String,
    /// The agreements, in the order in which they are shown.
    pub consents: Vec<ConsentLine>,
    /// The page of the account.
    pub back: String,
}

/// One agreement that the person has accepted.
#[derive(Clone, Debug)]
pub struct ConsentLine {
    /// The agreement's name, which is posted to withdraw it.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// The version that was accepted.
    pub version: u32,
    /// When it was.
    pub accepted_at: Timestamp,
    /// The page with its words.
    pub href: String,
    /// Whether the account can do without it.
    pub withdrawable: bool,
}

/// An agreement as the template shows it.
struct Line<'a> {
    title: String,
    accepted: String,
    read: String,
    href: &'a str,
    /// Of an agreement that can be withdrawn.
    name: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "consents.html")]
struct View<'a> {
    shell: Shell,
    page: &'a Consents,
    lines: Vec<Line<'a>>,
    /// Whether any of them can be withdrawn.
    withdrawable: bool,
}

impl Consents {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        text(&View {
            shell: Shell::new(frame, words.say("account-consents", &[]), None, &[]),
            page: self,
            lines: self.consents.iter().map(|consent| consent.line(words)).collect(),
            withdrawable: self.consents.iter().any(|consent| consent.withdrawable),
        })
    }
}

impl ConsentLine {
    fn line(&self, words: Words<'_>) -> Line<'_> {
        let accepted = [
            ("version", u64::from(self.version).into()),
            ("moment", words.moment(self.accepted_at).into()),
        ];
        Line {
            title: inert(&self.title),
            accepted: words.say("consent-accepted", &accepted),
            read: words.say("agreement-read", &[("title", (&self.title).into())]),
            href: &self.href,
            name: self.withdrawable.then_some(&self.name),
        }
    }
}
