//! The words of an agreement, for anybody to read.

use askama::Template;
use jiff::Timestamp;

use super::shell::{Frame, Shell, text};
use crate::words::{Locale, inert};

/// "Terms of service".
#[derive(Clone, Debug)]
pub struct Legal {
    /// What it is called.
    pub title: String,
    /// Its version.
    pub version: u32,
    /// From when on it is the one that people accept.
    pub effective_from: Timestamp,
    /// The language of the words, which may be another than the page's: a BCP 47 tag.
    pub language: String,
    /// The words as HTML that is known to do nothing (see [`crate::agreements::markdown`]).
    pub html: String,
}

#[derive(Template)]
#[template(path = "legal.html")]
struct View<'a> {
    shell: Shell,
    page: &'a Legal,
    version: String,
    dir: &'static str,
}

impl Legal {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let version = [
            ("version", u64::from(self.version).into()),
            ("moment", words.moment(self.effective_from).into()),
        ];
        text(&View {
            version: words.say("legal-version", &version),
            dir: Locale::from_tag(&self.language).map_or("auto", Locale::dir),
            shell: Shell::new(frame, inert(&self.title), None, &[]),
            page: self,
        })
    }
}
