//! What the console says to operators: files of its own, so that only its functions carry them.

use std::sync::OnceLock;

use jiff::civil::Date;

use super::{Bundle, Locale, Value, Words, format, parsed};

/// The console's words in a language. Times and lengths of time are those of [`Words`].
#[derive(Clone, Copy, Debug)]
pub struct ConsoleWords(Locale);

/// The sentences of a language, which are in `locales/console/<tag>.ftl`.
macro_rules! source {
    ($tag:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/locales/console/", $tag, ".ftl"))
    };
}

impl ConsoleWords {
    /// The words in a language.
    #[must_use]
    pub const fn new(locale: Locale) -> Self {
        Self(locale)
    }

    /// The message `id` with its variables filled in; the English one where this locale has none.
    #[must_use]
    pub fn say(self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        let fluent = Words::new(self.0).arguments(args);
        format(bundle(self.0), id, &fluent)
            .or_else(|| format(bundle(Locale::En), id, &fluent))
            .unwrap_or_else(|| id.to_owned())
    }
}

impl ConsoleWords {
    /// A day in words: "23 November 2026".
    #[must_use]
    pub fn date(self, day: Date) -> String {
        let number = |n: i8| Value::Number(u64::from(n.unsigned_abs()));
        let parts = [
            ("day", number(day.day())),
            ("month", number(day.month())),
            ("year", day.year().to_string().into()),
        ];
        self.say("console-date", &parts)
    }
}

const fn source(locale: Locale) -> &'static str {
    match locale {
        Locale::En => source!("en"),
        Locale::De => source!("de"),
        Locale::Fr => source!("fr"),
        Locale::Nl => source!("nl"),
        Locale::It => source!("it"),
        Locale::Es => source!("es"),
        Locale::Pt => source!("pt"),
        Locale::Ar => source!("ar"),
    }
}

fn bundle(locale: Locale) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; Locale::ALL.len()] = [const { OnceLock::new() }; Locale::ALL.len()];
    BUNDLES[locale as usize].get_or_init(|| parsed(locale, source(locale)))
}
