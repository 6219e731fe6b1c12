//! What a tenant demands of a password, and every reason why one does not do.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Password;
use super::guessable::{self, LEAST_WORTH};
use crate::person::fold;

/// The signs of [`PasswordPolicy::Classic`], beside `a-z`, `A-Z` and `0-9`.
const CLASSIC_SIGNS: &str = r#"_!"()=[]{}?+*~#,;.-"#;

/// The least and the most code points of [`PasswordPolicy::Modern`]. 15 is what NIST SP 800-63B asks of a
/// password that is the only factor; 256 leaves room for any passphrase.
const MODERN_LENGTH: (usize, usize) = (MODERN_MINIMUM, 256);

/// The fewest code points of [`PasswordPolicy::Modern`].
pub const MODERN_MINIMUM: usize = 15;

/// Words shorter than this are too common a part of other words to be looked for.
const LEAST_WORD: usize = 4;

/// The kinds of password a tenant can ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PasswordPolicy {
    /// Exactly six ASCII digits (NET2GRID's pincode). Bearable only because guesses are limited.
    Pincode,
    /// 6 to 16 unaccented Latin letters, digits and some signs (NET2GRID's password).
    Classic,
    /// 15 to 256 code points of any kind, without rules of composition, that are not easily guessed.
    #[default]
    Modern,
}

/// What a password must not be built on. The default forbids nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The e-mail address the person typed.
    pub address: Option<&'a str>,
    /// The tenant's names.
    pub tenant: &'a [&'a str],
    /// The person's names. Only for a caller who has shown the right proof: a refusal because of a name
    /// tells the name.
    pub person: &'a [&'a str],
}

/// One rule that a password breaks; its text is a hint to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// Not six ASCII digits.
    #[error("the pincode is exactly 6 digits")]
    NotSixDigits,
    /// Too few code points.
    #[error("use at least {minimum} characters")]
    TooShort {
        /// The least allowed, in code points after NFC.
        minimum: usize,
    },
    /// Too many code points.
    #[error("use at most {maximum} characters")]
    TooLong {
        /// The most allowed, in code points after NFC.
        maximum: usize,
    },
    /// A character outside the set of [`PasswordPolicy::Classic`].
    #[error("use only the letters a-z and A-Z, digits and the signs {CLASSIC_SIGNS}")]
    ForbiddenCharacter,
    /// Among the commonest passwords, or one of them merely decorated.
    #[error("this is one of the most common passwords, or one of them with something around it")]
    Common,
    /// Mostly a repetition or a sequence.
    #[error("this repeats itself or follows a simple sequence")]
    Pattern,
    /// Little more than the person's e-mail address.
    #[error("this is built on the e-mail address")]
    BuiltOnAddress,
    /// Little more than the tenant's name.
    #[error("this is built on the name of the service")]
    BuiltOnTenant,
    /// Little more than the person's name.
    #[error("this is built on your name")]
    BuiltOnPerson,
}

impl Broken {
    /// The stable word for this rule in answers to clients.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotSixDigits => "password_not_six_digits",
            Self::TooShort { .. } => "password_too_short",
            Self::TooLong { .. } => "password_too_long",
            Self::ForbiddenCharacter => "password_forbidden_character",
            Self::Common => "password_common",
            Self::Pattern => "password_pattern",
            Self::BuiltOnAddress => "password_built_on_address",
            Self::BuiltOnTenant => "password_built_on_tenant",
            Self::BuiltOnPerson => "password_built_on_name",
        }
    }
}

impl PasswordPolicy {
    /// Judges a new password; one that is typed to sign in is only verified.
    ///
    /// The first two policies are what NET2GRID documents, so only [`Modern`](Self::Modern) looks at `context`.
    ///
    /// # Errors
    ///
    /// Every rule the password breaks, so that a person can mend it in one go.
    pub fn judge(self, password: &Password, context: &Context<'_>) -> Result<(), Vec<Broken>> {
        let text = password.as_str();
        let broken = match self {
            Self::Pincode => broken_by_pincode(text),
            Self::Classic => broken_by_classic(text),
            Self::Modern => broken_by_modern(text, context),
        };
        if broken.is_empty() { Ok(()) } else { Err(broken) }
    }
}

fn broken_by_pincode(text: &str) -> Vec<Broken> {
    let is_pincode = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_pincode {
        Vec::new()
    } else {
        vec![Broken::NotSixDigits]
    }
}

fn broken_by_classic(text: &str) -> Vec<Broken> {
    let mut broken = broken_length(text, (6, 16));
    if !text
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || CLASSIC_SIGNS.contains(c))
    {
        broken.push(Broken::ForbiddenCharacter);
    }
    broken
}

fn broken_by_modern(text: &str, context: &Context<'_>) -> Vec<Broken> {
    let mut broken = broken_length(text, MODERN_LENGTH);
    if guessable::is_common(text) {
        broken.push(Broken::Common);
    }
    if guessable::is_pattern(text, MODERN_LENGTH.0) {
        broken.push(Broken::Pattern);
    }
    broken.extend(broken_context(text, context));
    broken
}

fn broken_length(text: &str, (minimum, maximum): (usize, usize)) -> Vec<Broken> {
    match text.chars().count() {
        length if length < minimum => vec![Broken::TooShort { minimum }],
        length if length > maximum => vec![Broken::TooLong { maximum }],
        _ => Vec::new(),
    }
}

/// A password is built on its context if it contains words of it and what is left without them, and without
/// the digits and signs around that, is shorter than [`LEAST_WORTH`] or itself common.
///
/// Words and password are compared as [`fold`] leaves them, so capitals, accents and joints do not matter.
fn broken_context(text: &str, context: &Context<'_>) -> Vec<Broken> {
    let folded = Zeroizing::new(fold(text));
    let sources = [
        (
            Broken::BuiltOnAddress,
            context.address.map(address_words).unwrap_or_default(),
        ),
        (Broken::BuiltOnTenant, words(context.tenant)),
        (Broken::BuiltOnPerson, words(context.person)),
    ];
    let found: Vec<Broken> = sources
        .iter()
        .filter(|(_, words)| words.iter().any(|word| folded.contains(word.as_str())))
        .map(|(broken, _)| *broken)
        .collect();
    if found.is_empty() {
        return found;
    }
    let mut all: Vec<&String> = sources.iter().flat_map(|(_, words)| words).collect();
    // The longest first, or removing `acme` would leave the `energy` of `acmeenergy` standing.
    all.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    let left = all
        .iter()
        .fold(folded, |left, word| Zeroizing::new(left.replace(word.as_str(), "")));
    let left = guessable::core(&left);
    if left.chars().count() < LEAST_WORTH || guessable::is_common(left) {
        found
    } else {
        Vec::new()
    }
}

/// The local part and its words, and the domain's labels without the last, which thousands share.
fn address_words(address: &str) -> Vec<String> {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let registered = domain.rsplit_once('.').map_or(domain, |(labels, _)| labels);
    let parts: Vec<&str> = std::iter::once(local).chain(registered.split('.')).collect();
    words(&parts)
}

/// Each name as a whole and each of its words, folded, if long enough to be looked for.
fn words(names: &[&str]) -> Vec<String> {
    names
        .iter()
        .flat_map(|name| std::iter::once(*name).chain(name.split(|c: char| !c.is_alphanumeric())))
        .map(fold)
        .filter(|word| word.chars().count() >= LEAST_WORD)
        .collect()
}

#[cfg(test)]
mod tests;
