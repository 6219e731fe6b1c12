//! The messages of a language as they are written.

use super::Locale;

/// Each message of a language by its name, on one line.
pub(crate) fn usual(locale: Locale) -> Vec<(&'static str, String)> {
    let mut all: Vec<(&'static str, String)> = Vec::new();
    for line in locale.source().lines() {
        if line.starts_with([' ', '}']) {
            if let Some((_, text)) = all.last_mut() {
                let joint = if text.is_empty() { "" } else { " " };
                text.push_str(joint);
                text.push_str(line.trim());
            }
        } else if let Some((name, text)) = line.split_once('=') {
            all.push((name.trim(), text.trim().to_owned()));
        }
    }
    all
}
