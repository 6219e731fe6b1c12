//! The names of people, and when two spellings of a name mean the same person.

mod search;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

pub use search::{NamePrefix, search_keys};

/// The most characters a name may have, counted after normalisation.
const MAX_CHARACTERS: usize = 100;

/// One given name, family name or short label: 1 to 100 characters of visible text on one line.
///
/// Spelling is the person's own: apart from NFC and white space (none at the ends, runs of it become one
/// space) it is kept as typed, markup and all. Whoever shows a name escapes it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

/// Why a text is not a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonNameError {
    /// Nothing that can be seen.
    #[error("a name needs at least one visible character")]
    Empty,
    /// More than 100 characters.
    #[error("a name has at most {MAX_CHARACTERS} characters")]
    TooLong,
    /// A line break, control character, text-direction override or other format character.
    #[error("a name cannot contain line breaks, control characters or characters that change the text direction")]
    ForbiddenCharacter,
}

impl PersonNameError {
    /// The stable word for this error in answers to clients.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "name_empty",
            Self::TooLong => "name_too_long",
            Self::ForbiddenCharacter => "name_forbidden_character",
        }
    }
}

impl PersonName {
    /// Reads a name.
    ///
    /// # Errors
    ///
    /// The first rule the text breaks; see [`PersonNameError`].
    pub fn parse(input: &str) -> Result<Self, PersonNameError> {
        if input
            .chars()
            .any(|c| c.is_control() || is_line_break(c) || (is_format(c) && !is_joiner(c)))
        {
            return Err(PersonNameError::ForbiddenCharacter);
        }
        let words: Vec<String> = input.split_whitespace().map(|word| word.nfc().collect()).collect();
        let name = words.join(" ");
        if !name
            .chars()
            .any(|c| !c.is_whitespace() && !is_joiner(c) && !is_blank(c))
        {
            return Err(PersonNameError::Empty);
        }
        if name.chars().count() > MAX_CHARACTERS {
            return Err(PersonNameError::TooLong);
        }
        Ok(Self(name))
    }

    /// The name as it is shown, still to be escaped for where it is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Hides the name: it is personal data, and this is what a log of a surrounding structure would show.
impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonName(•••)")
    }
}

impl FromStr for PersonName {
    type Err = PersonNameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for PersonName {
    type Error = PersonNameError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> Self {
        name.0
    }
}

/// The key under which a typed name matches a provisioned one: first name first, separated by a character that
/// no name can contain. Each is folded: no capitals, accents, spaces, hyphens, apostrophes or dots are left.
///
/// It says "this could be the same person", so it only ever adds to a proof of the address.
#[must_use]
pub fn name_key(first: &str, last: &str) -> String {
    format!("{}\u{1f}{}", fold(first), fold(last))
}

/// Reduces a text to what stays the same when a person writes it without accents, in capitals, or joined up.
///
/// Compatibility forms are resolved (NFKD), diacritics fall away, letters fold to lower case and to their
/// usual Latin spelling (`ß` to `ss`, `ø` to `o`), and spaces, hyphens, apostrophes and dots go. An umlaut
/// folds to its bare vowel: `Müller` matches `Muller` but not `Mueller`, because folding `ue` as well
/// would damage names such as `Manuel`. Vowel signs and voicing marks of scripts in which they tell letters
/// apart (Devanagari, kana) stay.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // Twice, since lower-casing can decompose (`İ` becomes `i` and a dot) and a compatibility form can be upper case.
    for c in text.nfkd().flat_map(char::to_lowercase).nfkd() {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            // Per-character lower-casing does not know that a sigma ends its word.
            'ς' => folded.push('σ'),
            _ if c.is_whitespace() || c.is_control() || is_joiner(c) => {}
            _ if is_diacritic(c) || is_word_punctuation(c) => {}
            _ => folded.push(c),
        }
    }
    // Marks that stood apart before may now stand together, and have one order then.
    folded.nfkd().collect()
}

/// Whether `c` has the general category Cf: it shapes the text around it and cannot be seen itself.
pub(crate) fn is_format(c: char) -> bool {
    // Unicode 16, DerivedGeneralCategory.txt; new members have been rare and are for single scripts.
    matches!(c,
        '\u{AD}' | '\u{600}'..='\u{605}' | '\u{61C}' | '\u{6DD}' | '\u{70F}' | '\u{890}'..='\u{891}' | '\u{8E2}'
        | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{110BD}' | '\u{110CD}'
        | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0001}' | '\u{E0020}'..='\u{E007F}')
}

/// ZWNJ and ZWJ, without which Persian and several Indic names are misspelt.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// LINE and PARAGRAPH SEPARATOR; the other line breaks are control characters.
fn is_line_break(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// Letters and symbols that are drawn as nothing: Hangul fillers and the empty Braille pattern.
fn is_blank(c: char) -> bool {
    matches!(c, '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}')
}

/// Marks that people leave out: the combining diacritical blocks, Hebrew points, Arabic vowel signs and hamzas.
fn is_diacritic(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}

/// Hyphens and dashes, apostrophes in all their disguises, and dots.
fn is_word_punctuation(c: char) -> bool {
    matches!(c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\'' | '`' | '´' | '\u{2018}' | '\u{2019}' | '\u{201B}'
        | '\u{2032}' | '\u{2B9}' | '\u{2BB}'..='\u{2BD}' | '.' | '·')
}

#[cfg(test)]
mod tests;
