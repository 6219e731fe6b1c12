//! The API reference, held against what is really answered.

use std::sync::LazyLock;

use serde_json::Value;

use super::{Answer, Call};

static REFERENCE: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&functions::openapi()).expect("an API reference"));

/// What an operation answers that the reference does not tell of, if it does. What is true of every
/// path alike, that it may not exist or not take a method, is not told each time.
pub(super) fn untold(call: &Call<'_>, answer: &Answer) -> Option<String> {
    let path = call.path.split('?').next().unwrap_or_default();
    let of_all = ["not_found", "method_not_allowed"].contains(&answer.code().as_str());
    if of_all || answer.status == 405 || answer.status >= 500 {
        return None;
    }
    let paths = REFERENCE["paths"].as_object().expect("paths");
    let (template, operations) = paths.iter().find(|(template, _)| fits(template, path))?;
    let method = match call.method.as_str() {
        "HEAD" => "get".to_owned(),
        method => method.to_ascii_lowercase(),
    };
    let told = &operations.get(&method)?["responses"];
    if told.get(answer.status.to_string()).is_none() {
        return Some(format!(
            "{method} {template} answers {}: {}",
            answer.status,
            answer.code()
        ));
    }
    let description = told[answer.status.to_string()]["description"]
        .as_str()
        .unwrap_or_default();
    let names_codes = answer.status >= 400 && description.contains('`');
    let named = description.contains(&format!("`{}`", answer.code()));
    (names_codes && !named && !answer.code().is_empty())
        .then(|| format!("{method} {template} answers {} with {:?}", answer.status, answer.code()))
}

/// Whether a path is one of a template's.
fn fits(template: &str, path: &str) -> bool {
    let (wanted, given): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    wanted.len() == given.len()
        && wanted
            .iter()
            .zip(given)
            .all(|(wanted, given)| wanted.starts_with('{') || *wanted == given)
}
