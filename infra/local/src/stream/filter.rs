//! Lambda's filters, as far as ours go: members that have one of some values, or are there or not.

use aws_lambda_events::event::dynamodb::EventRecord;
use serde_json::Value;

/// Whether Lambda hands a record to a function with these filters: one pattern that fits is enough.
#[must_use]
pub fn lets_through(filters: &[&str], record: &EventRecord) -> bool {
    let record = serde_json::to_value(record).unwrap_or_default();
    let patterns = filters
        .iter()
        .filter_map(|pattern| serde_json::from_str::<Value>(pattern).ok());
    patterns.into_iter().any(|pattern| fits(&pattern, &record))
}

fn fits(pattern: &Value, value: &Value) -> bool {
    match pattern {
        Value::Object(members) => members.iter().all(|(name, pattern)| fits(pattern, &value[name])),
        Value::Array(rules) => rules.iter().any(|rule| allows(rule, value)),
        _ => false,
    }
}

/// `exists` is about leaves only.
fn allows(rule: &Value, value: &Value) -> bool {
    let is_leaf = !matches!(value, Value::Null | Value::Object(_) | Value::Array(_));
    match rule["exists"].as_bool() {
        Some(exists) => exists == is_leaf,
        None => is_leaf && rule == value,
    }
}
