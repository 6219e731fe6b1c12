//! The form of an agreement.

use askama::Template;
use jiff::Timestamp;

use super::flaws::Spot;
use super::{ConsoleFrame, ConsoleShell, Told, kind_name, say_of};
use crate::pages::shell::text;
use crate::words::{ConsoleWords, Locale};

/// An agreement and its next version. A tick box that is not ticked is not posted.
#[derive(Clone, Debug, Default)]
pub struct AgreementForm {
    /// Where the button posts to.
    pub action: String,
    /// The version of the document that is changed.
    pub etag: String,
    /// Where it stands in the document, and where the next version does: JSON Pointers.
    pub at: [String; 2],
    /// Whether there is such an agreement already, whose name stays.
    pub known: bool,
    /// What it is known by.
    pub name: String,
    /// Whether nobody can finish without it.
    pub required: bool,
    /// Each kind of account as the API names it, and whether it is for that.
    pub audience: Vec<(&'static str, bool)>,
    /// Its versions, oldest first.
    pub versions: Vec<Wording>,
    /// The day from which the next version holds, as typed.
    pub effective_from: String,
    /// Whether people have to accept the next version anew.
    pub accept_again: bool,
    /// The words of the next version.
    pub texts: Vec<TextRow>,
    /// The language that is written first.
    pub usual: Locale,
    /// Back to the onboarding.
    pub back: String,
    /// What was wrong.
    pub told: Told,
}

/// A version that there is.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    /// Its number.
    pub number: u64,
    /// From when on it holds.
    pub from: Option<Timestamp>,
    /// Language, title, and where the words are.
    pub texts: Vec<(String, String, String)>,
}

/// Words of the next version.
#[derive(Clone, Debug)]
pub struct TextRow {
    /// In which language.
    pub locale: Locale,
    /// What the agreement is called.
    pub title: String,
    /// The words, as Markdown.
    pub text: String,
}

#[derive(Template)]
#[template(path = "console/agreement.html")]
struct View<'a> {
    console: ConsoleShell,
    page: &'a AgreementForm,
    audience: Vec<(&'static str, String, bool)>,
    versions: Vec<(String, &'a Wording)>,
    texts: Vec<Row<'a>>,
}

/// [`TextRow`] as the template shows it.
struct Row<'a> {
    tag: &'static str,
    language: &'static str,
    dir: &'static str,
    open: bool,
    labels: [String; 2],
    words: &'a TextRow,
}

impl AgreementForm {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        let audience = self.audience.iter();
        let version = |version: &'_ Wording| {
            let from = version
                .from
                .map(|from| frame.frame.words().moment(from))
                .unwrap_or_default();
            let args = [("number", version.number.into()), ("moment", from.as_str().into())];
            words.say("agreement-version", &args)
        };
        let row = |row: &'_ TextRow| {
            let language = row.locale.native_name();
            let label = |id| say_of(words, id, "language", language);
            (language, [label("agreement-title"), label("agreement-text")])
        };
        let heading = match self.known {
            true => self.name.clone(),
            false => words.say("onboarding-agreement-new", &[]),
        };
        let mut texts: Vec<_> = self.texts.iter().collect();
        texts.sort_by_key(|row| row.locale != self.usual);
        let texts = texts.into_iter().map(|words| {
            let (language, labels) = row(words);
            Row {
                tag: words.locale.tag(),
                language,
                dir: words.locale.dir(),
                open: words.locale == self.usual || !words.title.is_empty() || !words.text.is_empty(),
                labels,
                words,
            }
        });
        text(&View {
            audience: audience
                .map(|(kind, on)| (*kind, kind_name(words, kind), *on))
                .collect(),
            versions: self
                .versions
                .iter()
                .map(|wording| (version(wording), wording))
                .collect(),
            texts: texts.collect(),
            console: ConsoleShell::new(frame, heading, self.told.placed(&self.spots(words))),
            page: self,
        })
    }
    /// Its inputs.
    fn spots(&self, words: ConsoleWords) -> Vec<Spot> {
        let [agreement, next] = &self.at;
        let own =
            |at: &str, id: &str, label| Spot::new(format!("{agreement}{at}"), id.to_owned(), words.say(label, &[]));
        let of_next =
            |at: &str, id: &str, label| Spot::new(format!("{next}{at}"), id.to_owned(), words.say(label, &[]));
        let mut spots = vec![
            own("/required", "required", "agreement-required"),
            own("/audience", "audience", "agreement-audience"),
            of_next("/effective_from", "effective_from", "agreement-from"),
            of_next("/accept_again", "accept_again", "agreement-again"),
        ];
        if !self.known {
            spots.push(own("/name", "name", "agreement-name"));
        }
        for row in &self.texts {
            let tag = row.locale.tag();
            let mut of_words = |at: &str, input, label| {
                let label = say_of(words, label, "language", row.locale.native_name());
                spots.push(Spot::new(format!("{next}{at}"), format!("{input}-{tag}"), label));
            };
            of_words(&format!("/texts/{tag}/title"), "title", "agreement-title");
            of_words(&format!("/texts/{tag}"), "text", "agreement-text");
            if row.locale == self.usual {
                of_words("", "text", "agreement-text");
            }
        }
        spots
    }
}
