//! The languages Usher speaks, and which one a person gets.

use unic_langid::LanguageIdentifier;

use super::Words;

/// A language that pages and mails exist in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English, the source of all others and the fallback for a message that one lacks.
    #[default]
    En,
    /// German, with the formal "Sie".
    De,
}

impl Locale {
    /// Every locale, in the order the language switch shows them.
    pub const ALL: [Self; 2] = [Self::En, Self::De];

    /// The BCP 47 tag, for `lang` attributes and `?locale=`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }

    /// The reading direction, for `dir` attributes: "ltr" or "rtl".
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self {
            Self::En | Self::De => "ltr",
        }
    }

    /// What its speakers call it.
    #[must_use]
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
        }
    }

    /// The sentences of this language.
    #[must_use]
    pub const fn words(self) -> Words {
        Words::new(self)
    }

    /// The locale for a BCP 47 tag by its primary language: "de", "de-AT" and "DE_ch" are all German.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.trim().split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }

    /// The language for one person: the one they chose, else the best of their browser's `Accept-Language`
    /// (RFC 9110, section 12.5.4), else `fallback` (the tenant's).
    #[must_use]
    pub fn negotiate(requested: Option<&str>, accept_language: Option<&str>, fallback: Self) -> Self {
        requested
            .and_then(Self::from_tag)
            .or_else(|| accept_language.and_then(Self::preferred))
            .unwrap_or(fallback)
    }

    /// The most wanted known language of an `Accept-Language` header; the first named wins a tie.
    fn preferred(accept_language: &str) -> Option<Self> {
        let mut best: Option<(f32, Self)> = None;
        for range in accept_language.split(',') {
            let mut parts = range.split(';');
            let Some(locale) = parts.next().and_then(Self::from_tag) else {
                continue;
            };
            let quality = parts
                .find_map(|parameter| parameter.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.parse().unwrap_or(0.0));
            if quality > best.map_or(0.0, |(quality, _)| quality) {
                best = Some((quality, locale));
            }
        }
        best.map(|(_, locale)| locale)
    }

    pub(super) const fn source(self) -> &'static str {
        match self {
            Self::En => include_str!("../../locales/en.ftl"),
            Self::De => include_str!("../../locales/de.ftl"),
        }
    }

    /// The tag as Fluent wants it, for its plural rules.
    pub(super) fn langid(self) -> LanguageIdentifier {
        // Every tag above parses; "und" would only cost the plural forms.
        self.tag().parse().unwrap_or_default()
    }
}
