//! The console's pages: wide, for those who look after a tenant's people. They share the design of all others, and have
//! words of their own ([`ConsoleWords`]).

mod agreement;
mod approvals;
mod denied;
mod flaws;
mod funnel;
mod inputs;
mod look;
mod onboarding;
mod people;
mod person;
mod settings;
mod start;
mod texts;
mod too_much;

pub use agreement::{AgreementForm, TextRow, Wording};
pub use approvals::{Approvals, Waiting};
pub use denied::Denied;
pub use flaws::Flaw;
pub use funnel::{Funnel, FunnelDay, FunnelStep};
pub use inputs::{Choices, Control, Group, Input, SettingsForm};
pub use look::{DocumentForm, LegalRow, LookForm};
pub use onboarding::{Onboarding, Preview, Sample, Version, Versions, Way};
pub use people::{People, PersonLine};
pub use person::{Consent, Invitation, Moment, Person};
pub use settings::{FIELD_TYPES, FieldRow, FieldTable, KindForm, PASSWORDS_OF_ALL};
pub use start::Start;
pub use texts::{OwnText, TextsForm};
pub use too_much::TooMuch;

use super::fingerprint::fingerprint;
use super::shell::{Frame, Notice, Shell};
use crate::words::{ConsoleWords, Locale, Value};

/// What the console's pages need beside the stylesheet of all pages.
pub const CONSOLE_STYLESHEET: &str = include_str!("../../../templates/console/console.css");

/// The most characters of a heading in a title.
const LONGEST_TITLE: usize = 30;

/// Where the app serves [`CONSOLE_STYLESHEET`]. The name changes with the content: cache it as immutable.
#[must_use]
pub fn console_stylesheet_path() -> &'static str {
    static PATH: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    PATH.get_or_init(|| format!("/assets/console-{}.css", fingerprint(CONSOLE_STYLESHEET)))
}

/// What a page of the console stands in.
pub struct ConsoleFrame<'a> {
    /// The tenant and the language.
    pub frame: Frame<'a>,
    /// Which page it is; none outside the menu.
    pub place: Option<Place>,
    /// The address of whoever is signed in.
    pub operator: String,
    /// The menu.
    pub ways: Vec<(Place, String)>,
    /// Where signing out is.
    pub sign_out: String,
}

/// A page of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first page.
    Start,
    /// Accounts that wait.
    Approvals,
    /// Looking people up.
    People,
    /// How many got how far.
    Funnel,
    /// How people make accounts.
    Onboarding,
}

impl Place {
    /// In the order of the menu.
    pub const ALL: [Self; 5] = [
        Self::Start,
        Self::Approvals,
        Self::People,
        Self::Funnel,
        Self::Onboarding,
    ];

    /// Where it is.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Start => "/console",
            Self::Approvals => "/console/approvals",
            Self::People => "/console/people",
            Self::Funnel => "/console/funnel",
            Self::Onboarding => "/console/onboarding",
        }
    }

    /// The last step of [`Self::path`], by which other pages know where somebody goes on to.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.path().rsplit('/').next().unwrap_or_default()
    }

    /// The page of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.name() == name)
    }

    /// The page that an address of the console belongs to.
    #[must_use]
    pub fn holding(path: &str) -> Self {
        let holds = |place: &Self| {
            let below = path.strip_prefix(place.path());
            below.is_some_and(|below| below.is_empty() || below.starts_with('/'))
        };
        // The first page's address is the beginning of all others.
        Self::ALL.into_iter().rev().find(holds).unwrap_or(Self::Start)
    }

    const fn message(self) -> &'static str {
        match self {
            Self::Start => "console-start",
            Self::Approvals => "console-approvals",
            Self::People => "console-people",
            Self::Funnel => "console-funnel",
            Self::Onboarding => "console-onboarding",
        }
    }
}

impl ConsoleFrame<'_> {
    /// The sentences of the page.
    #[must_use]
    pub fn words(&self) -> ConsoleWords {
        ConsoleWords::new(self.frame.locale)
    }
}

/// What was done, or what stood in the way, above a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// It is done.
    pub news: Option<String>,
    /// It is not.
    pub trouble: Option<String>,
    /// What exactly is wrong, where more than one thing can be.
    pub flaws: Vec<Flaw>,
}

impl Told {
    /// It is done.
    #[must_use]
    pub fn news(sentence: String) -> Self {
        Self {
            news: Some(sentence),
            ..Self::default()
        }
    }

    /// It is not.
    #[must_use]
    pub fn trouble(sentence: String) -> Self {
        Self {
            trouble: Some(sentence),
            ..Self::default()
        }
    }
}

/// The kinds of account, as the API names them.
pub(crate) const KINDS: [&str; 4] = [KIND_NAMES[0].0, KIND_NAMES[1].0, KIND_NAMES[2].0, KIND_NAMES[3].0];
/// The same with the message of its name.
pub(crate) const KIND_NAMES: &[(&str, &str)] = &[
    ("personal", "kind-name-personal"),
    ("business", "kind-name-business"),
    ("channel_partner", "kind-name-channel-partner"),
    ("data_recipient", "kind-name-data-recipient"),
];

/// Everything `console/layout.html` shows.
struct ConsoleShell {
    shell: Shell,
    words: ConsoleWords,
    title: String,
    operator: String,
    sign_out: String,
    /// Address, words, and whether it is this page.
    ways: Vec<(String, String, bool)>,
    told: Told,
}

impl ConsoleShell {
    fn new(frame: &ConsoleFrame<'_>, heading: String, told: Told) -> Self {
        let words = frame.words();
        let tenant = frame.frame.brand.display_name();
        let ways = frame.ways.iter().map(|(place, href)| {
            let label = words.say(place.message(), &[]);
            (href.clone(), label, frame.place == Some(*place))
        });
        let title = [("title", short(&heading).into()), ("tenant", tenant.into())];
        let title = words.say("console-page-title", &title);
        Self {
            title: match &told.trouble {
                Some(_) => frame.frame.words().say("page-title-error", &[("title", title.into())]),
                None => title,
            },
            shell: Shell::new(&frame.frame, heading, None, &[]),
            operator: words.say("console-signed-in", &[("operator", (&frame.operator).into())]),
            sign_out: frame.sign_out.clone(),
            ways: ways.collect(),
            words,
            told,
        }
    }

    /// A message without variables.
    fn say(&self, id: &str) -> String {
        self.words.say(id, &[])
    }

    /// A row of a table in words; counts from 1.
    fn row(&self, number: &usize) -> String {
        row(self.words, *number)
    }

    /// What other pages' parts of a template call their frame.
    const fn base(&self) -> &Shell {
        &self.shell
    }

    const fn success(&self) -> Notice {
        Notice::Success
    }

    const fn warning(&self) -> Notice {
        Notice::Warning
    }

    const fn error(&self) -> Notice {
        Notice::Error
    }

    const fn locale(&self) -> Locale {
        self.shell.locale
    }

    fn stylesheet(&self) -> &'static str {
        console_stylesheet_path()
    }
}

/// A heading as it stands in a title, which tabs cut off anyway: somebody's name or address can be long.
fn short(heading: &str) -> String {
    match heading.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => format!("{}…", &heading[..end]),
        None => heading.to_owned(),
    }
}

/// A kind of account in words.
pub(crate) fn kind_name(words: ConsoleWords, kind: &str) -> String {
    let named = KIND_NAMES.iter().find(|(known, _)| *known == kind);
    named.map_or_else(|| kind.to_owned(), |(_, id)| words.say(id, &[]))
}

/// A person's state in words.
pub(crate) fn state_name(words: ConsoleWords, state: &str) -> String {
    let id = match state {
        "verified" => "state-verified",
        "awaiting_approval" => "state-awaiting-approval",
        "refused" => "state-refused",
        "registered" => "state-registered",
        "active" => "state-active",
        "suspended" => "state-suspended",
        _ => "state-provisioned",
    };
    words.say(id, &[])
}

/// A row of a table in words; counts from 1.
fn row(words: ConsoleWords, number: usize) -> String {
    say_of(words, "field-row", "number", u64::try_from(number).unwrap_or_default())
}

/// A message with one variable.
fn say_of<'a>(words: ConsoleWords, id: &str, name: &str, value: impl Into<Value<'a>>) -> String {
    words.say(id, &[(name, value.into())])
}
