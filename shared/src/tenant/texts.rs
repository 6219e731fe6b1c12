//! Words of a tenant's own, in place of those that Usher says.
//!
//! They are patterns of Project Fluent, by language and by the name of the message they stand for. A pattern is read
//! once, when its tenant is, and can then do no more than Usher's own: say text on one line and fill in values.
//! Which messages there are, and with which values, only the package with the words knows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;
use serde::{Deserialize, Serialize};

/// The most patterns of a tenant, in all languages together.
pub(super) const MAX_TEXTS: usize = 200;
/// The most octets of a tenant's patterns: every function reads them with the tenant.
pub(super) const MAX_OCTETS: usize = 40_000;
/// The most characters of a pattern.
const MAX_CHARACTERS: usize = 500;
/// How many braces may be open at once. The parser calls itself for each, so this is what keeps it from the end of the
/// stack, and is asked before it.
const MAX_DEPTH: usize = 10;

/// By the name of the message.
type OfLanguage = BTreeMap<String, Pattern>;

/// A tenant's own words: by language (`de`), then by message. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, OfLanguage>", into = "BTreeMap<String, OfLanguage>")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Texts(Arc<BTreeMap<String, OfLanguage>>);

impl Texts {
    /// The pattern for a message in a language.
    #[must_use]
    pub fn get(&self, locale: &str, message: &str) -> Option<&Pattern> {
        self.0.get(locale)?.get(message)
    }

    /// Every pattern, with its language and its message.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, &Pattern)> {
        self.0.iter().flat_map(|(locale, messages)| {
            let of_language = messages.iter();
            of_language.map(move |(message, pattern)| (locale.as_str(), message.as_str(), pattern))
        })
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<BTreeMap<String, OfLanguage>> for Texts {
    fn from(texts: BTreeMap<String, OfLanguage>) -> Self {
        Self(Arc::new(texts))
    }
}

impl From<Texts> for BTreeMap<String, OfLanguage> {
    fn from(texts: Texts) -> Self {
        Arc::unwrap_or_clone(texts.0)
    }
}

/// A sentence with its variables, as [Fluent](https://projectfluent.org) writes it: `Welcome to { $tenant }`.
///
/// 1 to 500 characters that say something on one line. It may use variables and choose by them, and nothing else: no
/// other message, term, function or attribute, and no character that acts on the text around it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pattern(Arc<Read>);

struct Read {
    source: String,
    message: FluentResource,
    variables: BTreeSet<String>,
}

/// The text is no pattern.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAPattern {
    /// It has another length.
    #[error("a text is 1 to 500 characters")]
    Length,
    /// Fluent cannot read it.
    #[error("this is no Fluent pattern: {0}")]
    Syntax(String),
    /// It reaches for more than its variables.
    #[error("a text may use variables and choose by them, but no other message, term, function or attribute")]
    Reaches,
    /// It has choices within choices within choices.
    #[error("a text has at most 10 braces open at once")]
    Deep,
    /// It would be nothing at all.
    #[error("a text has to say something")]
    Silent,
    /// It would take more than one line, or turn what is around it.
    #[error("a text is one line without control characters")]
    Acts,
}

impl Pattern {
    /// What is to be formatted.
    #[must_use]
    pub fn ast(&self) -> Option<&ast::Pattern<&str>> {
        value(&self.0.message)
    }

    /// The names of the variables it uses, without `$`.
    #[must_use]
    pub fn variables(&self) -> &BTreeSet<String> {
        &self.0.variables
    }

    /// As it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.source
    }
}

impl TryFrom<String> for Pattern {
    type Error = NotAPattern;

    fn try_from(source: String) -> Result<Self, NotAPattern> {
        if !(1..=MAX_CHARACTERS).contains(&source.chars().count()) {
            return Err(NotAPattern::Length);
        }
        if depth(&source) > MAX_DEPTH {
            return Err(NotAPattern::Deep);
        }
        // Its further lines are indented, so that none can begin another message.
        let message = format!("text = {}\n", source.trim_end().replace('\n', "\n    "));
        let message = FluentResource::try_new(message)
            .map_err(|(_, errors)| NotAPattern::Syntax(errors.first().map(ToString::to_string).unwrap_or_default()))?;
        let pattern = value(&message).ok_or(NotAPattern::Reaches)?;
        let mut found = Found::default();
        found.in_pattern(pattern)?;
        if !found.speaks {
            return Err(NotAPattern::Silent);
        }
        let variables = found.variables;
        Ok(Self(Arc::new(Read {
            source,
            message,
            variables,
        })))
    }
}

/// How many braces are open at once at most; those in quotes count, too.
fn depth(source: &str) -> usize {
    let mut open = 0_usize;
    let depths = source.chars().map(|c| {
        open = match c {
            '{' => open + 1,
            '}' => open.saturating_sub(1),
            _ => open,
        };
        open
    });
    depths.max().unwrap_or_default()
}

/// The value of the one message of a resource; none where there is more to it.
fn value(resource: &FluentResource) -> Option<&ast::Pattern<&str>> {
    let mut entries = resource.entries();
    match (entries.next(), entries.next()) {
        (Some(ast::Entry::Message(message)), None) if message.attributes.is_empty() => message.value.as_ref(),
        _ => None,
    }
}

/// The names of the variables that a pattern uses, without `$`.
///
/// # Errors
/// What is wrong with it, by the rules of [`Pattern`].
pub fn variables(pattern: &ast::Pattern<&str>) -> Result<BTreeSet<String>, NotAPattern> {
    let mut found = Found::default();
    found.in_pattern(pattern)?;
    Ok(found.variables)
}

#[derive(Default)]
struct Found {
    variables: BTreeSet<String>,
    /// Whether anything would be seen.
    speaks: bool,
}

impl Found {
    fn in_pattern(&mut self, pattern: &ast::Pattern<&str>) -> Result<(), NotAPattern> {
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => self.in_text(value)?,
                ast::PatternElement::Placeable { expression } => self.in_expression(expression)?,
            }
        }
        Ok(())
    }

    fn in_expression(&mut self, expression: &ast::Expression<&str>) -> Result<(), NotAPattern> {
        match expression {
            ast::Expression::Inline(inline) => self.in_inline(inline),
            ast::Expression::Select { selector, variants } => {
                let ast::InlineExpression::VariableReference { id } = selector else {
                    return Err(NotAPattern::Reaches);
                };
                self.variables.insert(id.name.to_owned());
                variants.iter().try_for_each(|variant| self.in_pattern(&variant.value))
            }
        }
    }

    fn in_inline(&mut self, inline: &ast::InlineExpression<&str>) -> Result<(), NotAPattern> {
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
                self.speaks = true;
                Ok(())
            }
            ast::InlineExpression::StringLiteral { value } => self.in_text(&unescape_unicode_to_string(value)),
            ast::InlineExpression::NumberLiteral { value } => self.in_text(value),
            ast::InlineExpression::Placeable { expression } => self.in_expression(expression),
            ast::InlineExpression::FunctionReference { .. }
            | ast::InlineExpression::MessageReference { .. }
            | ast::InlineExpression::TermReference { .. } => Err(NotAPattern::Reaches),
        }
    }

    fn in_text(&mut self, text: &str) -> Result<(), NotAPattern> {
        if text.chars().any(acts) {
            return Err(NotAPattern::Acts);
        }
        self.speaks |= !text.trim().is_empty();
        Ok(())
    }
}

/// Control characters and line breaks, overrides of the reading direction (UAX 9) and tags. Marks and isolates may
/// be there: right-to-left languages need them.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{206a}'..='\u{206f}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.0.source.clone()
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.0.source).finish()
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.0.source == other.0.source
    }
}

impl Eq for Pattern {}

#[cfg(test)]
mod tests;
