//! What a tenant's agreements must fulfil beyond their types.

use std::collections::BTreeSet;

use super::{Agreement, Text, Version, text_hash};
use crate::tenant::{LANGUAGE, escaped, is_language};

/// As many as a person would ever read.
const MAX_AGREEMENTS: usize = 20;
/// A version's item is one text; this is far below what an item may hold, and a long contract.
const MAX_TEXT_OCTETS: usize = 100_000;

/// Where in the list, as the rest of a JSON pointer, and what is wrong there.
type Flaw = (String, &'static str);

impl Agreement {
    /// Everything that is wrong with a tenant's list.
    #[must_use]
    pub(crate) fn flaws(agreements: &[Self]) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        if agreements.len() > MAX_AGREEMENTS {
            flaws.push((String::new(), "has more than 20 agreements"));
        }
        let mut seen = BTreeSet::new();
        for (index, agreement) in agreements.iter().enumerate() {
            if !is_name(&agreement.name) {
                let message = "has to be 1 to 40 characters of a-z, 0-9 and -, beginning with a letter";
                flaws.push((format!("/{index}/name"), message));
            }
            if !seen.insert(&agreement.name) {
                flaws.push((format!("/{index}/name"), "is used twice"));
            }
            agreement.version_flaws(index, &mut flaws);
        }
        flaws
    }

    fn version_flaws(&self, index: usize, flaws: &mut Vec<Flaw>) {
        if self.versions.is_empty() {
            flaws.push((format!("/{index}/versions"), "has to hold at least one version"));
        }
        for (place, version) in self.versions.iter().enumerate() {
            let at = format!("/{index}/versions/{place}");
            let before = place.checked_sub(1).and_then(|before| self.versions.get(before));
            if version.version <= before.map_or(0, |before| before.version) {
                flaws.push((format!("{at}/version"), "has to be larger than the one before it"));
            }
            if before.is_some_and(|before| version.effective_from <= before.effective_from) {
                let message = "has to be later than that of the version before it";
                flaws.push((format!("{at}/effective_from"), message));
            }
            version.text_flaws(&at, flaws);
        }
    }
}

impl Version {
    fn text_flaws(&self, at: &str, flaws: &mut Vec<Flaw>) {
        if self.texts.is_empty() {
            flaws.push((format!("{at}/texts"), "has to hold the text in at least one language"));
        }
        for (tag, text) in &self.texts {
            let at = format!("{at}/texts/{}", escaped(tag));
            if !is_language(tag) {
                flaws.push((at.clone(), LANGUAGE));
            }
            text.flaws(&at, flaws);
        }
    }
}

impl Text {
    fn flaws(&self, at: &str, flaws: &mut Vec<Flaw>) {
        let title = self.title.trim();
        if !(1..=100).contains(&title.chars().count()) || title.chars().any(char::is_control) {
            let message = "has to be 1 to 100 characters, no control characters";
            flaws.push((format!("{at}/title"), message));
        }
        match &self.text {
            // Its words were applied before; whether they were is for the table to say.
            None if self.sha256.is_some() => {}
            None => flaws.push((format!("{at}/text"), "is missing")),
            Some(text) if text.trim().is_empty() => flaws.push((format!("{at}/text"), "is empty")),
            Some(text) if text.len() > MAX_TEXT_OCTETS => {
                flaws.push((format!("{at}/text"), "has more than 100000 octets"));
            }
            Some(_) => {}
        }
        if let (Some(text), Some(sha256)) = (&self.text, &self.sha256)
            && *sha256 != text_hash(text)
        {
            flaws.push((format!("{at}/sha256"), "is not the text's: leave it out"));
        }
    }
}

fn is_name(name: &str) -> bool {
    (1..=40).contains(&name.len())
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
