//! What a list of fields must fulfil beyond its types.

use std::collections::{BTreeMap, BTreeSet};

use super::claims::can_be_claimed;
use super::{EMAIL_ADDRESS, Field, FieldKind, MOBILE_NUMBER, built_in_kind};
use crate::tenant::{LANGUAGE, is_language};

/// An app has at most this many fields: a person is one item, and each step of their journey pays for it.
const MAX_FIELDS: usize = 40;
/// The most characters any value may have.
const MAX_LENGTH: usize = 500;

/// Where in the list, as the rest of a JSON pointer, and what is wrong there.
type Flaw = (String, &'static str);

impl Field {
    /// Everything that is wrong with an app's list.
    #[must_use]
    pub(crate) fn flaws(fields: &[Self]) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        if fields.len() > MAX_FIELDS {
            flaws.push((String::new(), "has more than 40 fields"));
        }
        let mut seen = BTreeSet::new();
        for (index, field) in fields.iter().enumerate() {
            let mut unless = |holds: bool, at: &str, message| {
                if !holds {
                    flaws.push((format!("/{index}{at}"), message));
                }
            };
            unless(
                is_name(&field.name),
                "/name",
                "has to be 1 to 40 letters, digits and underscores, beginning with a letter",
            );
            unless(seen.insert(&field.name), "/name", "is used twice");
            let built_in = built_in_kind(&field.name);
            unless(built_in.is_some() || field.kind.is_some(), "/type", "is missing");
            unless(
                !field.is_of_person() || field.kind.is_none() || field.kind == built_in,
                "/type",
                "is fixed for this field",
            );
            unless(
                built_in.is_some() || !field.shown || !field.label.is_empty(),
                "/label",
                "is missing: people would see a field without a name",
            );
            unless(
                field.name != EMAIL_ADDRESS || !field.required,
                "/required",
                "is always so for the address",
            );
            unless(
                field.shown || !field.required,
                "/required",
                "cannot be true for what people do not see: nobody could fill it in",
            );
            unless(are_languages(&field.label), "/label", LANGUAGE);
            unless(
                field.label.values().all(|label| is_label(label)),
                "/label",
                "has to be 1 to 100 characters, no control characters",
            );
            unless(
                field.pattern.as_deref().is_none_or(is_pattern),
                "/pattern",
                "has to be a regular expression of up to 200 characters",
            );
            unless(
                field.max_length.is_none_or(|most| (1..=MAX_LENGTH).contains(&most)),
                "/max_length",
                "has to be 1 to 500",
            );
            unless(
                (field.kind() == FieldKind::Choice) == (1..=50).contains(&field.choices.len()),
                "/choices",
                "are 1 to 50 for the type choice, and none for any other",
            );
            unless(
                field.choices.iter().all(|choice| is_label(&choice.value)),
                "/choices",
                "have values of 1 to 100 characters, no control characters",
            );
            let values: BTreeSet<_> = field.choices.iter().map(|choice| &choice.value).collect();
            unless(
                values.len() == field.choices.len(),
                "/choices",
                "have a value twice: nobody could tell which was meant",
            );
            let labels = || field.choices.iter().map(|choice| &choice.label);
            unless(
                labels().flat_map(BTreeMap::values).all(|label| is_label(label)),
                "/choices",
                "have labels of 1 to 100 characters, no control characters",
            );
            unless(
                labels().all(are_languages),
                "/choices",
                "have labels by language: a tag of two letters, such as en",
            );
            unless(
                field.scope.as_deref().is_none_or(is_scope),
                "/scope",
                "has to be 1 to 40 of a-z, 0-9, _ . : and -",
            );
            unless(
                field.scope.is_none() || can_be_claimed(&field.name),
                "/scope",
                "cannot be given: ID tokens have a claim of this name already",
            );
            unless(
                field.scope.is_none() || !field.is_of_person() || field.name == MOBILE_NUMBER,
                "/scope",
                "cannot be given: every ID token has this",
            );
        }
        flaws
    }
}

fn is_name(name: &str) -> bool {
    (1..=40).contains(&name.len())
        && name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn are_languages(label: &BTreeMap<String, String>) -> bool {
    label.keys().all(|language| is_language(language))
}

fn is_label(label: &str) -> bool {
    (1..=100).contains(&label.chars().count()) && !label.trim().is_empty() && !label.chars().any(char::is_control)
}

fn is_pattern(pattern: &str) -> bool {
    pattern.len() <= 200 && regex_lite::Regex::new(&format!("^(?:{pattern})$")).is_ok()
}

fn is_scope(scope: &str) -> bool {
    (1..=40).contains(&scope.len())
        && scope
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'.' | b':' | b'-'))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn wrong(field: Value) -> Vec<Flaw> {
        let field: Field = serde_json::from_value(field).expect("a field");
        Field::flaws(&[field])
    }

    #[test]
    fn what_people_read_is_by_language() {
        let field = |label: Value| json!({ "name": "farm", "type": "text", "label": label });
        assert_eq!(wrong(field(json!({ "en": "Farm", "de": "Hof" }))), []);
        for label in [
            json!({ "english": "Farm" }),
            json!({ "EN": "Farm" }),
            json!({ "": "Farm" }),
        ] {
            let at = "/0/label".to_owned();
            assert_eq!(wrong(field(label)), [(at, LANGUAGE)]);
        }
    }

    #[test]
    fn each_choice_can_be_told_from_the_others_and_read() {
        let field =
            |choices: Value| json!({ "name": "farm", "type": "choice", "label": { "en": "Farm" }, "choices": choices });
        let cows = || json!({ "value": "cows", "label": { "de": "Kühe" } });
        assert_eq!(wrong(field(json!([cows(), { "value": "hens" }]))), []);
        for choices in [
            json!([cows(), cows()]),
            json!([{ "value": "cows", "label": { "german": "Kühe" } }]),
            json!([{ "value": "cows", "label": { "de": "" } }]),
        ] {
            let told = wrong(field(choices.clone()));
            assert_eq!(told.len(), 1, "{choices}: {told:?}");
            assert_eq!(told[0].0, "/0/choices", "{choices}");
        }
    }
}
