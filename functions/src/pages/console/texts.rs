//! A tenant's own sentences.

use askama::Template;

use super::flaws::Spot;
use super::{ConsoleFrame, ConsoleShell, Told};
use crate::pages::shell::text;
use crate::words::Locale;

/// "Texts of your own". Posts each sentence under `text.` and the name of its message.
pub struct TextsForm {
    /// Where both forms lead.
    pub action: String,
    /// What the search takes along.
    pub hidden: Vec<(String, String)>,
    /// The version of the document that is changed.
    pub etag: String,
    /// Which language the sentences are in.
    pub language: Locale,
    /// What was looked for.
    pub query: String,
    /// The sentences.
    pub rows: Vec<OwnText>,
    /// Whether there are more that fit what was looked for.
    pub more: bool,
    /// Back to the onboarding.
    pub back: String,
    /// What was wrong.
    pub told: Told,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnText {
    /// The name of the message.
    pub message: String,
    /// What Usher says.
    pub usual: String,
    /// What is said instead; empty where nothing is.
    pub own: String,
}

#[derive(Template)]
#[template(path = "console/texts.html")]
struct View<'a> {
    console: ConsoleShell,
    page: &'a TextsForm,
    languages: Vec<(&'static str, &'static str, bool)>,
}

impl TextsForm {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let heading = frame.words().say("onboarding-texts", &[]);
        let languages = Locale::ALL.map(|locale| (locale.tag(), locale.native_name(), locale == self.language));
        let spot = |row: &OwnText| {
            let at = format!("/texts/{}/{}", self.language.tag(), row.message);
            Spot::new(at, format!("text.{}", row.message), row.message.clone())
        };
        let told = self.told.placed(&self.rows.iter().map(spot).collect::<Vec<_>>());
        text(&View {
            console: ConsoleShell::new(frame, heading, told),
            languages: languages.to_vec(),
            page: self,
        })
    }
}
