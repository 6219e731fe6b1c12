//! The questions of a kind of account: as the rows of a table, and back.

use serde_json::{Map, Value, json};

use crate::app_form::Form;
use crate::operators::read::{list, text};
use crate::pages::console::FieldRow;

/// How many empty rows there are for more questions.
const MORE_ROWS: usize = 2;
/// How many rows a table may have: far more than anybody fills in.
const MOST_ROWS: usize = 100;

/// The language that labels are shown in.
pub(super) fn language_of(document: &Value) -> String {
    document["default_locale"].as_str().unwrap_or("en").to_owned()
}

/// The questions as rows, with room for more. `was` has their names in the document, where a form has changed them since, and
/// `more` says where the form of one of that name is.
pub(super) fn rows(
    fields: &[Value],
    language: &str,
    was: Option<&[String]>,
    more: impl Fn(&str) -> String,
) -> Vec<FieldRow> {
    let was = |index: usize, field: &Value| match was {
        Some(was) => was.get(index).cloned().unwrap_or_default(),
        None => text(field, "name"),
    };
    let more = |was: &str| if was.is_empty() { String::new() } else { more(was) };
    let row = |(index, field): (usize, &Value)| FieldRow {
        name: text(field, "name"),
        more: more(&was(index, field)),
        was: was(index, field),
        kind: text(field, "type"),
        label: text(&field["label"], language),
        choices: joined(list(field, "choices")),
        required: field["required"] == true,
        shown: field["shown"] != false,
    };
    let empty = std::iter::repeat_n(
        FieldRow {
            shown: true,
            ..FieldRow::default()
        },
        MORE_ROWS,
    );
    fields.iter().enumerate().map(row).chain(empty).collect()
}

/// Puts a member into an object, or takes it out.
pub(super) fn set(object: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    match value {
        Some(value) => object.insert(name.to_owned(), value),
        None => object.remove(name),
    };
}

/// The names that the rows of a table had in the document, of those that have a name.
pub(super) fn names_before(form: &Form, prefix: &str) -> Vec<String> {
    let typed = |index: usize, name: &str| form.one(&format!("{prefix}.{index}.{name}")).map(str::trim);
    let rows = (0..MOST_ROWS).map_while(|index| Some((index, typed(index, "name")?)));
    let rows = rows.filter(|(_, name)| !name.is_empty());
    rows.map(|(index, _)| typed(index, "was").unwrap_or_default().to_owned())
        .collect()
}

/// The rows of a table that have a name. A field that there was keeps what the form does not show.
pub(super) fn fields(form: &Form, prefix: &str, before: &[Value], language: &str) -> Vec<Value> {
    let mut all = Vec::new();
    for index in 0..MOST_ROWS {
        let typed = |name: &str| form.one(&format!("{prefix}.{index}.{name}")).map(str::trim);
        let Some(name) = typed("name") else { break };
        if name.is_empty() {
            continue;
        }
        // One that is called otherwise now is the same question.
        let was = typed("was").filter(|was| !was.is_empty()).unwrap_or(name);
        let known = before.iter().find(|field| field["name"] == was);
        let mut field = known.and_then(Value::as_object).cloned().unwrap_or_default();
        field.insert("name".to_owned(), json!(name));
        let kind = typed("type").filter(|kind| !kind.is_empty());
        set(&mut field, "type", kind.map(|kind| json!(kind)));
        field.insert("required".to_owned(), json!(typed("required").is_some()));
        field.insert("shown".to_owned(), json!(typed("shown").is_some()));
        let mut label = field.remove("label").unwrap_or_else(|| json!({}));
        match typed("label").filter(|label| !label.is_empty()) {
            Some(words) => label[language] = json!(words),
            None => drop(label.as_object_mut().map(|label| label.remove(language))),
        }
        set(
            &mut field,
            "label",
            label
                .as_object()
                .is_some_and(|label| !label.is_empty())
                .then_some(label),
        );
        let choices = choices(typed("choices").unwrap_or_default(), known);
        set(&mut field, "choices", (!choices.is_empty()).then(|| json!(choices)));
        all.push(Value::Object(field));
    }
    all
}

fn joined(choices: &[Value]) -> String {
    let values = choices.iter().map(|choice| text(choice, "value"));
    values.collect::<Vec<_>>().join(", ")
}

/// What can be chosen: values that there were keep their labels. A value may have a comma of its own, so what came as it was
/// shown is as it was.
fn choices(typed: &str, known: Option<&Value>) -> Vec<Value> {
    let before = known.map_or(&[][..], |field| list(field, "choices"));
    if typed == joined(before) {
        return before.to_vec();
    }
    let values = typed.split(',').map(str::trim).filter(|value| !value.is_empty());
    let choice = |value: &str| {
        let same = before.iter().find(|choice| choice["value"] == value);
        same.cloned().unwrap_or_else(|| json!({ "value": value }))
    };
    values.map(choice).collect()
}
