//! What Usher says to people, in their language.
//!
//! Every sentence on a page or in a mail is a message of Project Fluent in `locales/<tag>.ftl`, asked for by name:
//!
//! ```
//! use functions::words::Locale;
//!
//! let words = Locale::De.words();
//! assert_eq!(words.say("done-body", &[("tenant", "Acme".into())]), "Sie können sich jetzt bei Acme anmelden.");
//! assert_eq!(words.duration(24 * 60 * 60), "24 Stunden");
//! ```
//!
//! To add a message: write it in `en.ftl` with a comment for translators, and in every other language; to add a language:
//! copy `en.ftl`, translate it, add a variant to [`Locale`]. The tests below say what is missing.
//!
//! # A tenant's own words
//!
//! A tenant may say any message in its own way ([`Words::of`]): a [`Texts`] in its document. Pages and mails ask their
//! [`crate::pages::Brand`] for words, never a locale alone; a test looks for those that do not.
//!
//! # Names inside sentences
//!
//! Names come from outsiders and may be in any script, or hostile. [`Words::say`] makes each value inert: control and
//! direction-changing characters are dropped. Fluent can also wrap every value in Unicode isolates (FSI … PDI) so that
//! an Arabic name does not reorder the English around it, but it would wrap "5" and "Acme" too, and those invisible
//! characters then sit in subjects, copied text and page titles. Usher wraps a value only if the sentence would reorder
//! it: one with letters that run against the sentence, and between Arabic words also "123 456", whose halves would change
//! places. Where the marks do something they are there, in HTML and plain text alike, and nowhere else.

mod console;
mod locale;
mod own;
mod usual;

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::{Timestamp, tz::TimeZone};
use usher::tenant::Texts;

pub use console::ConsoleWords;
pub use locale::Locale;
pub(crate) use own::flaws;
pub(crate) use usual::usual;

/// The messages of one locale. `concurrent` because a handler's future may move between threads.
type Bundle = FluentBundle<FluentResource>;

/// A value that a message puts in place of a variable.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// Text from anywhere; made inert before it is used.
    Text(Cow<'a, str>),
    /// A number, which also picks the plural form.
    Number(u64),
    /// A word of ours that a message tells apart from others, and does not show.
    Word(Cow<'a, str>),
}

impl<'a> Value<'a> {
    /// One of the words that a message has variants for.
    pub(crate) fn word(word: impl Into<Cow<'a, str>>) -> Self {
        Self::Word(word.into())
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

/// Speaks one language, for one tenant. Cheap to copy; Usher's own messages are parsed once per process and locale, at
/// first use, and a tenant's once per reading of its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words<'a> {
    locale: Locale,
    /// The tenant's own words, which come first.
    texts: Option<&'a Texts>,
}

impl<'a> Words<'a> {
    /// Usher's words in a language, with a tenant's own in their place.
    #[must_use]
    pub const fn of(locale: Locale, texts: &'a Texts) -> Self {
        Self {
            locale,
            texts: Some(texts),
        }
    }

    /// Usher's words in a language.
    pub(crate) const fn new(locale: Locale) -> Self {
        Self { locale, texts: None }
    }

    /// The language spoken.
    #[must_use]
    pub const fn locale(self) -> Locale {
        self.locale
    }

    /// The message `id` with its variables filled in: the tenant's, else Usher's; the English one where this locale has
    /// none, and `id` itself where English has none either (a test keeps that from happening). The result is text, not
    /// HTML.
    #[must_use]
    pub fn say(self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        let fluent = self.arguments(args);
        self.own(id, &fluent)
            .or_else(|| format(bundle(self.locale), id, &fluent))
            .or_else(|| format(bundle(Locale::En), id, &fluent))
            .unwrap_or_else(|| id.to_owned())
    }

    /// The variables of a message, each inert.
    fn arguments<'v>(self, args: &[(&'v str, Value<'_>)]) -> FluentArgs<'v> {
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value = match value {
                Value::Number(number) => FluentValue::from(*number),
                Value::Text(text) => FluentValue::from(self.isolated(inert(text))),
                // With the marks around it, it would be none of the variants.
                Value::Word(word) => FluentValue::from(word.to_string()),
            };
            fluent.set(*name, value);
        }
        fluent
    }

    /// The tenant's own message. One that uses a variable which the message has no longer, since it was saved under an
    /// older release, is as good as none.
    fn own(self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.texts?.get(self.locale.tag(), id)?.ast()?;
        let mut errors = Vec::new();
        let text = bundle(self.locale).format_pattern(pattern, Some(args), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }

    /// A length of time in words: "30 seconds", "5 minutes", "1 hour and 30 minutes", "24 hours", "7 days".
    ///
    /// From one minute on it is rounded up to whole minutes, so that nobody who waits that long comes too early.
    #[must_use]
    pub fn duration(self, seconds: u64) -> String {
        let count = |id, count: u64| self.say(id, &[("count", count.into())]);
        if seconds < 60 {
            return count("duration-seconds", seconds);
        }
        let minutes = seconds.div_ceil(60);
        let hours = minutes / 60;
        match (hours, minutes % 60) {
            (0, minutes) => count("duration-minutes", minutes),
            (hours, 0) if hours >= 48 && hours.is_multiple_of(24) => count("duration-days", hours / 24),
            (hours, 0) => count("duration-hours", hours),
            (hours, minutes) => self.say(
                "duration-joined",
                &[
                    ("larger", count("duration-hours", hours).into()),
                    ("smaller", count("duration-minutes", minutes).into()),
                ],
            ),
        }
    }

    /// A point in time in words, in UTC: "23 November 2026, 02:00 UTC".
    #[must_use]
    pub fn moment(self, at: Timestamp) -> String {
        let at = at.to_zoned(TimeZone::UTC);
        let number = |n: i8| Value::Number(u64::from(n.unsigned_abs()));
        self.say(
            "moment",
            &[
                ("day", number(at.day())),
                ("month", number(at.month())),
                ("year", at.year().to_string().into()),
                ("time", format!("{:02}:{:02}", at.hour(), at.minute()).into()),
            ],
        )
    }

    /// `text` wrapped in first-strong isolates if a sentence of this language would reorder it.
    fn isolated(self, text: String) -> String {
        let reordered = match self.locale.dir() {
            "rtl" => reordered_by_rtl(&text),
            _ => text.chars().any(runs_right_to_left),
        };
        match reordered {
            true => isolate(&text),
            false => text,
        }
    }
}

/// `text` as a unit whose direction is its own: that of its first letter, left to right where it has none (UAX 9, X5c).
pub(crate) fn isolate(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// Whether a sentence that runs from right to left would change the order of what is in `text`: Latin letters, or digits
/// in groups.
fn reordered_by_rtl(text: &str) -> bool {
    let own_letters = text.chars().any(runs_right_to_left);
    let letters = text.chars().any(|c| c.is_alphabetic() && !runs_right_to_left(c));
    let digits = text.chars().any(|c| c.is_ascii_digit());
    letters || (digits && !own_letters && !text.chars().all(|c| c.is_ascii_digit()))
}

/// `text` without what could act on the text around it: control characters (line breaks become spaces), characters
/// that override the reading direction, and invisible ones that hide inside words.
pub(crate) fn inert(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
            c if c.is_control() => None,
            '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => None,
            '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}' => None,
            c => Some(c),
        })
        .collect()
}

/// Whether a letter belongs to a script written from right to left (the blocks that Unicode reserves for them).
fn runs_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        || matches!(c, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

fn format(bundle: &Bundle, id: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
    debug_assert!(errors.is_empty(), "message {id}: {errors:?}");
    Some(text)
}

fn bundle(locale: Locale) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; Locale::ALL.len()] = [const { OnceLock::new() }; Locale::ALL.len()];
    BUNDLES[locale as usize].get_or_init(|| parsed(locale, locale.source()))
}

/// The messages of a file. One with a mistake still yields its other messages; the tests refuse such a file.
fn parsed(locale: Locale, source: &str) -> Bundle {
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, _)| rest);
    let mut bundle = Bundle::new_concurrent(vec![locale.langid()]);
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests;
