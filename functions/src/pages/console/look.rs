//! The form of how pages and mails look, and that of the document as one text.

use askama::Template;

use super::flaws::Spot;
use super::{ConsoleFrame, ConsoleShell, Told, row};
use crate::pages::shell::text;
use crate::words::ConsoleWords;

/// The form of how pages and mails look.
#[derive(Clone, Debug, Default)]
pub struct LookForm {
    /// Where the button posts to.
    pub action: String,
    /// The version that is changed.
    pub etag: String,
    /// Each field: what it stands for, as a JSON Pointer, the message of its label, its type and what stands in it. The last
    /// step is its name.
    pub fields: Vec<(String, &'static str, &'static str, String)>,
    /// The languages there are words in, and which is the tenant's.
    pub languages: Vec<(&'static str, &'static str, bool)>,
    /// The links at the foot of pages.
    pub legal: Vec<LegalRow>,
    /// Back to the onboarding.
    pub back: String,
    /// What was wrong.
    pub told: Told,
}

/// A link at the foot of pages.
#[derive(Clone, Debug, Default)]
pub struct LegalRow {
    /// Its words.
    pub label: String,
    /// Where it leads.
    pub url: String,
}

#[derive(Template)]
#[template(path = "console/look.html")]
struct LookView<'a> {
    console: ConsoleShell,
    page: &'a LookForm,
    /// Name, label, type and what stands in it.
    fields: Vec<(&'a str, &'static str, &'static str, &'a str)>,
    legal: Vec<(&'a LegalRow, String)>,
}

impl LookForm {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        let rows = (1..).map(|number| row(words, number));
        let told = self.told.placed(&self.spots(words));
        text(&LookView {
            legal: self.legal.iter().zip(rows).collect(),
            fields: (self.fields.iter())
                .map(|(at, label, kind, value)| (name(at), *label, *kind, value.as_str()))
                .collect(),
            console: ConsoleShell::new(frame, words.say("onboarding-look", &[]), told),
            page: self,
        })
    }

    /// Its inputs.
    fn spots(&self, words: ConsoleWords) -> Vec<Spot> {
        let say = |label| words.say(label, &[]);
        let field = |(at, label, ..): &(String, &'static str, &'static str, String)| {
            Spot::new(at.clone(), name(at).to_owned(), say(label))
        };
        let links = (0..self.legal.len()).flat_map(|index| {
            [("label", "look-legal-label"), ("url", "look-legal-url")].map(|(member, label)| {
                let label = format!("{}, {}", row(words, index + 1), say(label));
                let id = format!("legal.{index}.{member}");
                Spot::new(format!("/brand/legal_links/{index}/{member}"), id, label)
            })
        });
        let language = ("/default_locale".to_owned(), "default_locale".to_owned());
        let language = Spot::new(language.0, language.1, say("look-language"));
        self.fields.iter().map(field).chain([language]).chain(links).collect()
    }
}

/// The last step of a JSON Pointer.
fn name(at: &str) -> &str {
    at.rsplit('/').next().unwrap_or(at)
}

/// The whole configuration as one text.
#[derive(Clone, Debug, Default)]
pub struct DocumentForm {
    /// Where the button posts to.
    pub action: String,
    /// The version that is changed.
    pub etag: String,
    /// The text.
    pub document: String,
    /// Back to the onboarding.
    pub back: String,
    /// What was wrong.
    pub told: Told,
}

#[derive(Template)]
#[template(path = "console/document.html")]
struct DocumentView<'a> {
    console: ConsoleShell,
    page: &'a DocumentForm,
}

impl DocumentForm {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        let all = Spot::of_all("document".to_owned(), words.say("document-label", &[]));
        text(&DocumentView {
            console: ConsoleShell::new(frame, words.say("onboarding-document", &[]), self.told.placed(&[all])),
            page: self,
        })
    }
}
