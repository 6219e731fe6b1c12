//! What can be set up, its earlier versions, and how it looks.

use askama::Template;
use jiff::Timestamp;

use super::{ConsoleFrame, ConsoleShell, Told, kind_name, say_of};
use crate::pages::shell::text;

/// "User onboarding": the kinds of account, and the other pages.
pub struct Onboarding {
    /// Each kind as the API names it, its page, and whether people can open such accounts.
    pub kinds: Vec<(&'static str, String, bool)>,
    /// Each agreement by name, its page, and how many versions it has.
    pub agreements: Vec<(String, String, u64)>,
    /// The page of one more agreement.
    pub one_more: String,
    /// Each program by its id and, where it has one, its name, and its page.
    pub apps: Vec<(String, String, String)>,
    /// The page of one more program.
    pub one_more_app: String,
    /// Each identity provider by its id and its name, and its page.
    pub connections: Vec<(String, String, String)>,
    /// The page of one more.
    pub one_more_connection: String,
    /// Where another identity provider for browsers is added.
    pub one_more_provider: String,
    /// The other pages.
    pub ways: Vec<(Way, String)>,
    /// What was just done.
    pub told: Told,
}

/// A page of the onboarding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// What holds for everybody.
    Rules,
    /// How pages and mails look.
    Look,
    /// The tenant's own sentences.
    Texts,
    /// The same as people see them.
    Preview,
    /// Everything as one text.
    Document,
    /// Earlier versions.
    Versions,
}

impl Way {
    const fn messages(self) -> [&'static str; 2] {
        match self {
            Self::Rules => ["onboarding-rules", "onboarding-rules-what"],
            Self::Texts => ["onboarding-texts", "onboarding-texts-what"],
            Self::Look => ["onboarding-look", "onboarding-look-what"],
            Self::Preview => ["onboarding-preview", "onboarding-preview-what"],
            Self::Document => ["onboarding-document", "onboarding-document-what"],
            Self::Versions => ["onboarding-versions", "onboarding-versions-what"],
        }
    }
}

#[derive(Template)]
#[template(path = "console/onboarding.html")]
struct View<'a> {
    console: ConsoleShell,
    kinds: Vec<(String, String, &'static str)>,
    agreements: Vec<(&'a str, &'a str, String)>,
    page: &'a Onboarding,
    ways: Vec<(String, [&'static str; 2])>,
}

impl Onboarding {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        let kind = |(kind, href, on): &(&str, String, bool)| {
            let state = if *on { "onboarding-on" } else { "onboarding-off" };
            (kind_name(words, kind), href.clone(), state)
        };
        let agreements = self.agreements.iter();
        text(&View {
            kinds: self.kinds.iter().map(kind).collect(),
            agreements: agreements
                .map(|(name, href, count)| {
                    let versions = say_of(words, "agreement-count", "count", *count);
                    (name.as_str(), href.as_str(), versions)
                })
                .collect(),
            page: self,
            ways: self
                .ways
                .iter()
                .map(|(way, href)| (href.clone(), way.messages()))
                .collect(),
            console: ConsoleShell::new(frame, words.say("console-onboarding", &[]), self.told.clone()),
        })
    }
}

/// "Versions". Posts `version` to `action`.
pub struct Versions {
    /// Where the buttons post to.
    pub action: String,
    /// The newest first.
    pub versions: Vec<Version>,
    /// Where the next part of the list is.
    pub next: Option<String>,
    /// Back to the onboarding.
    pub back: String,
    /// What was just done.
    pub told: Told,
}

/// A version of the configuration.
pub struct Version {
    /// Its number.
    pub number: u64,
    /// When it was saved.
    pub at: Option<Timestamp>,
    /// By whom.
    pub by: String,
    /// Whether it holds now.
    pub current: bool,
}

#[derive(Template)]
#[template(path = "console/versions.html")]
struct VersionsView<'a> {
    console: ConsoleShell,
    page: &'a Versions,
    lines: Vec<(&'a Version, String, String)>,
}

impl Versions {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        let line = |version: &'_ Version| {
            let at = version.at.map(|at| frame.frame.words().moment(at)).unwrap_or_default();
            (at, words.say("version-restore", &[("number", version.number.into())]))
        };
        let lines = self.versions.iter().map(|version| {
            let (at, restore) = line(version);
            (version, at, restore)
        });
        text(&VersionsView {
            lines: lines.collect(),
            console: ConsoleShell::new(frame, words.say("onboarding-versions", &[]), self.told.clone()),
            page: self,
        })
    }
}

/// "Preview": what there is to look at.
pub struct Preview {
    /// The pages.
    pub pages: Vec<Sample>,
    /// The mails.
    pub mails: Vec<Sample>,
    /// Back to the onboarding.
    pub back: String,
}

/// A page or a mail to look at.
pub struct Sample {
    /// What it is, in words.
    pub name: String,
    /// Its address in each language, by the language's own name.
    pub links: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "console/preview.html")]
struct PreviewView<'a> {
    console: ConsoleShell,
    page: &'a Preview,
    groups: [(&'static str, &'a [Sample]); 2],
}

impl Preview {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &ConsoleFrame<'_>) -> String {
        let words = frame.words();
        text(&PreviewView {
            groups: [("preview-pages", &self.pages), ("preview-mails", &self.mails)],
            console: ConsoleShell::new(frame, words.say("onboarding-preview", &[]), Told::default()),
            page: self,
        })
    }
}
