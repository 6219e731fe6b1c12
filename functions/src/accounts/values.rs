//! What single values of a call have to be.

use std::collections::BTreeMap;

use serde_json::Value;

/// An address has at most this many parts.
const MAX_ADDRESS_PARTS: usize = 20;
/// A person is one item, and each step of their journey pays for its size.
const MAX_ADDRESS_OCTETS: usize = 1_000;
/// Beyond 2^53 a double no longer tells neighbours apart.
const MAX_FLOAT: f64 = 9_007_199_254_740_992.0;

/// Whether this can be a business customer's own id of something.
pub(crate) fn is_external_id(id: &str) -> bool {
    is_text(id, 1, 128)
}

/// Between `min` and `max` characters, none of them a control character, and not only spaces.
pub(super) fn is_text(text: &str, min: usize, max: usize) -> bool {
    (min..=max).contains(&text.chars().count()) && !text.trim().is_empty() && !text.chars().any(char::is_control)
}

/// The shape of a BCP 47 tag; whether we have words in it is decided where they are needed.
pub(crate) fn is_locale(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts
        .next()
        .is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    language
        && tag.len() <= 35
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

pub(super) fn is_address(parts: &BTreeMap<String, Value>) -> bool {
    let value_fits = |value: &Value| match value {
        Value::String(text) => text.chars().count() <= 200 && !text.chars().any(char::is_control),
        // A whole number that is kept as a fraction has lost digits: it would come back as another.
        Value::Number(number) => !number.is_f64() || number.as_f64().is_some_and(|float| float.abs() < MAX_FLOAT),
        Value::Bool(_) | Value::Null => true,
        Value::Array(_) | Value::Object(_) => false,
    };
    parts.len() <= MAX_ADDRESS_PARTS
        && parts
            .iter()
            .all(|(name, value)| is_text(name, 1, 60) && value_fits(value))
        && serde_json::to_string(parts).is_ok_and(|text| text.len() <= MAX_ADDRESS_OCTETS)
}
