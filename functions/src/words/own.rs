//! Whether a tenant's own words fit Usher's: for the moment before they are saved.

use std::collections::BTreeSet;

use usher::tenant::{Flaw, Texts, variables};

use super::{Locale, bundle};

/// Everything wrong with a tenant's own words, each flaw pointing into the tenant's document: a language there are no
/// words in, a message that there is not, or a variable that the message does not have.
pub(crate) fn flaws(texts: &Texts) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut strangers = BTreeSet::new();
    for (locale, message, pattern) in texts.iter() {
        if !Locale::ALL.iter().any(|known| known.tag() == locale) {
            if strangers.insert(locale) {
                let known = Locale::ALL.map(Locale::tag).join(", ");
                flaws.push(flaw(&[locale], format!("is no language there are words in: {known}")));
            }
            continue;
        }
        let Some(theirs) = variables_of(message) else {
            flaws.push(flaw(
                &[locale, message],
                "is no message: see functions/locales/en.ftl".into(),
            ));
            continue;
        };
        let unknown = pattern.variables().difference(&theirs);
        let unknown: Vec<_> = unknown.map(|name| format!("${name}")).collect();
        if !unknown.is_empty() {
            let had: Vec<_> = theirs.iter().map(|name| format!("${name}")).collect();
            let had = match had.is_empty() {
                true => "none".to_owned(),
                false => had.join(", "),
            };
            flaws.push(flaw(
                &[locale, message],
                format!("uses {}, but the message's variables are: {had}", unknown.join(", ")),
            ));
        }
    }
    flaws
}

/// The variables of the English message, which are those of every language; `None` where there is no such message.
fn variables_of(message: &str) -> Option<BTreeSet<String>> {
    let pattern = bundle(Locale::En).get_message(message)?.value()?;
    variables(pattern).ok()
}

/// A flaw in `texts`; the names become a JSON pointer (RFC 6901).
fn flaw(names: &[&str], message: String) -> Flaw {
    let escaped = names.iter().map(|name| name.replace('~', "~0").replace('/', "~1"));
    Flaw {
        pointer: escaped.fold("/texts".to_owned(), |pointer, name| format!("{pointer}/{name}")),
        message,
    }
}
