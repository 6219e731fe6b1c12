//! `docs/errors.md` lists what the code answers, and nothing else.

use std::collections::BTreeSet;

use functions::http::code::CATALOGUE;

use crate::{files, none, read};

/// A row of a table of `docs/errors.md`.
pub(crate) struct Row {
    section: String,
    pub(crate) word: String,
    status: String,
}

/// The rows of all tables whose first cell is one word in backticks, under a heading.
fn rows() -> Vec<Row> {
    let mut section = String::new();
    let mut rows = Vec::new();
    for line in read("docs/errors.md").lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            section = heading.to_owned();
        }
        let mut cells = line.split('|').skip(1).map(str::trim);
        let (Some(first), Some(second)) = (cells.next(), cells.next()) else {
            continue;
        };
        if let Some(word) = first.strip_prefix('`').and_then(|word| word.strip_suffix('`'))
            && !section.is_empty()
        {
            let (section, word, status) = (section.clone(), word.to_owned(), second.to_owned());
            rows.push(Row { section, word, status });
        }
    }
    rows
}

/// The errors of the routes for tokens.
pub(crate) fn oauth() -> Vec<Row> {
    rows().into_iter().filter(|row| row.section == "OAuth errors").collect()
}

fn fields() -> BTreeSet<String> {
    let of_fields = rows().into_iter().filter(|row| row.section == "Fields");
    of_fields.map(|row| row.word).collect()
}

#[test]
fn each_code_is_explained_with_its_status() {
    let explained: Vec<(String, String)> = rows()
        .into_iter()
        .filter(|row| row.section != "Fields" && row.section != "OAuth errors")
        .map(|row| (row.word, row.status))
        .collect();
    none(CATALOGUE.iter().filter_map(|code| {
        let row = (code.word.to_owned(), code.status.as_str().to_owned());
        let times = explained.iter().filter(|(word, _)| *word == row.0).count();
        (times != 1 || !explained.contains(&row))
            .then(|| format!("docs/errors.md has to explain `{}` once, with {}", row.0, row.1))
    }));
    let unknown = explained
        .iter()
        .filter(|(word, _)| CATALOGUE.iter().all(|code| code.word != word));
    none(unknown.map(|(word, _)| format!("docs/errors.md explains `{word}`, which is in no catalogue: take it out")));
}

/// Texts in quotes.
fn literals(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').skip(1).step_by(2)
}

fn is_word(text: &str) -> bool {
    text.contains('_') && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// The file without its tests.
fn code_of(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or_default()
}

/// The body of the first function of this name.
fn body_of<'a>(text: &'a str, name: &str) -> &'a str {
    let begins = text.split_once(&format!("fn {name}(")).map_or("", |(_, rest)| rest);
    begins
        .split("\n    }\n")
        .next()
        .unwrap_or_default()
        .split("\n}\n")
        .next()
        .unwrap_or_default()
}

/// The argument in this place of a call whose arguments `text` begins with.
fn argument(text: &str, place: usize) -> &str {
    let (mut depth, mut quoted, mut begins, mut seen) = (0, false, 0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ',' | ')' | ']' | '}' if !quoted && depth == 0 => {
                if seen == place {
                    return &text[begins..at];
                }
                (begins, seen) = (at + 1, seen + 1);
            }
            ')' | ']' | '}' if !quoted => depth -= 1,
            _ => {}
        }
    }
    ""
}

/// Words that have a name in the source.
const FLAWS: [&str; 2] = ["FIELD_REQUIRED:", "EMPTY:"];

/// Every word that `errors[].code` can have, read off the source.
fn words_of_fields() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut add = |text: &str| {
        words.extend(literals(text).filter(|word| is_word(word)).map(str::to_owned));
    };
    for (_, text) in files("functions/src", ".rs") {
        let text = code_of(&text);
        for call in text.split("FieldError::new(").skip(1) {
            add(argument(call, 1));
        }
        for call in text.split("flaw(").skip(1) {
            add(argument(call, 0));
        }
        for constant in text.split("pub(crate) const ").skip(1) {
            if constant.contains("&str") && FLAWS.iter().any(|name| constant.starts_with(name)) {
                add(constant.lines().next().unwrap_or_default());
            }
        }
    }
    for (file, name) in [
        ("shared/src/address.rs", "code"),
        ("shared/src/person.rs", "code"),
        ("shared/src/profile/value.rs", "code"),
        ("shared/src/password/policy.rs", "code"),
        ("shared/src/password/mod.rs", "code"),
        ("functions/src/http/body.rs", "flaw"),
    ] {
        add(body_of(&read(file), name));
    }
    words
}

#[test]
fn each_word_of_a_field_is_explained() {
    let (explained, used) = (fields(), words_of_fields());
    assert!(used.len() > 30, "the words are not where this test looks: {used:?}");
    none(
        used.difference(&explained)
            .map(|word| format!("docs/errors.md does not explain `{word}`: add it under Fields")),
    );
    none(
        explained
            .difference(&used)
            .map(|word| format!("docs/errors.md explains `{word}`, which no field has: take it out")),
    );
}

#[test]
fn each_oauth_error_is_explained() {
    let explained: BTreeSet<String> = oauth().into_iter().map(|row| row.word).collect();
    let source = read("functions/src/oauth/error.rs");
    let used: BTreeSet<String> = literals(code_of(&source))
        .filter(|word| is_word(word))
        .map(str::to_owned)
        .collect();
    none(
        used.difference(&explained)
            .map(|word| format!("docs/errors.md does not explain `{word}`: add it under OAuth errors")),
    );
    none(
        explained.difference(&used).map(|word| {
            format!("docs/errors.md explains the OAuth error `{word}`, which nothing answers: take it out")
        }),
    );
}
