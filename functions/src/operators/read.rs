//! Reading what the API answered.

use jiff::Timestamp;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

/// A text member; empty where there is none.
pub(super) fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

/// A moment, where there is one.
pub(super) fn moment(value: &Value, name: &str) -> Option<Timestamp> {
    value[name].as_str()?.parse().ok()
}

/// First and family name of an object that may have them.
pub(super) fn name(value: &Value) -> String {
    let names = [text(value, "first_name"), text(value, "last_name")];
    names.join(" ").trim().to_owned()
}

/// The state of a person, and `refused` for one whom the API counts among those who wait, since nothing follows.
pub(super) fn state(person: &Value) -> String {
    match person["reason"].as_str() {
        Some("refused_by_tenant") => "refused".to_owned(),
        _ => text(person, "status"),
    }
}

/// The members of an object of texts, by name and value.
pub(super) fn pairs(value: &Value) -> Vec<(String, String)> {
    let members = value.as_object().into_iter().flatten();
    let told = members.map(|(name, value)| {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        (name.clone(), value)
    });
    told.collect()
}

/// The elements of a list.
pub(super) fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// A part of a path, whatever a person typed.
pub(super) fn escaped(part: &str) -> String {
    /// As our ids are written, so that the log shows them.
    const BUT_THAT_OF_IDS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'_').remove(b'-');
    utf8_percent_encode(part, BUT_THAT_OF_IDS).to_string()
}
