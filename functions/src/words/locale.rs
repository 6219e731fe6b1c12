//! The languages Usher speaks, and which one a person gets.

use unic_langid::LanguageIdentifier;

use super::Words;

/// A language that pages and mails exist in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    /// English, the source of all others and the fallback for a message that one lacks.
    #[default]
    En,
    /// German, with the formal "Sie".
    De,
    /// French, with "vous".
    Fr,
    /// Dutch, with "u".
    Nl,
    /// Italian, with "Lei".
    It,
    /// Spanish, with "usted".
    Es,
    /// European Portuguese, polite without "você".
    Pt,
    /// Modern Standard Arabic, from right to left.
    Ar,
}

/// What sets a language apart.
struct About {
    tag: &'static str,
    native_name: &'static str,
    dir: &'static str,
    source: &'static str,
}

/// The language whose messages are in `locales/<tag>.ftl`.
macro_rules! about {
    ($tag:literal, $native_name:literal, $dir:literal) => {
        &About {
            tag: $tag,
            native_name: $native_name,
            dir: $dir,
            source: include_str!(concat!(env!("OUT_DIR"), "/locales/", $tag, ".ftl")),
        }
    };
}

impl Locale {
    /// Every locale, in the order the language switch shows them; each stands at the place of its own number.
    pub const ALL: [Self; 8] = [
        Self::En,
        Self::De,
        Self::Fr,
        Self::Nl,
        Self::It,
        Self::Es,
        Self::Pt,
        Self::Ar,
    ];

    const fn about(self) -> &'static About {
        match self {
            Self::En => about!("en", "English", "ltr"),
            Self::De => about!("de", "Deutsch", "ltr"),
            Self::Fr => about!("fr", "Français", "ltr"),
            Self::Nl => about!("nl", "Nederlands", "ltr"),
            Self::It => about!("it", "Italiano", "ltr"),
            Self::Es => about!("es", "Español", "ltr"),
            Self::Pt => about!("pt", "Português", "ltr"),
            Self::Ar => about!("ar", "العربية", "rtl"),
        }
    }

    /// The BCP 47 tag, for `lang` attributes and `?locale=`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        self.about().tag
    }

    /// The reading direction, for `dir` attributes: "ltr" or "rtl".
    #[must_use]
    pub const fn dir(self) -> &'static str {
        self.about().dir
    }

    /// What its speakers call it.
    #[must_use]
    pub const fn native_name(self) -> &'static str {
        self.about().native_name
    }

    /// The sentences of this language, as Usher says them.
    #[must_use]
    pub const fn words(self) -> Words<'static> {
        Words::new(self)
    }

    /// The locale for a BCP 47 tag by its primary language: "de", "de-AT" and "DE_ch" are all German, and
    /// "pt-BR" is read in European Portuguese.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.trim().split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }

    /// The language for one person: the first of `wishes` that there are words in, else the best of their browser's
    /// `Accept-Language` (RFC 9110, section 12.5.4), else `fallback` (the tenant's).
    ///
    /// The wishes come in the order they count: what the request asks for, what the person was invited in, what is
    /// known of them.
    #[must_use]
    pub fn negotiate<'a>(
        wishes: impl IntoIterator<Item = Option<&'a str>>,
        accept_language: Option<&str>,
        fallback: Self,
    ) -> Self {
        let mut wishes = wishes.into_iter().flatten();
        wishes
            .find_map(Self::from_tag)
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
        self.about().source
    }

    /// The language as Fluent wants it, for its plural rules.
    pub(super) fn langid(self) -> LanguageIdentifier {
        let tag = match self {
            // Without its region it counts as in Brazil, where nothing at all is one thing.
            Self::Pt => "pt-PT",
            _ => self.tag(),
        };
        // Every tag here parses; "und" would only cost the plural forms.
        tag.parse().unwrap_or_default()
    }
}
