//! Members of the document as inputs of a form, and back.

use serde_json::{Map, Value, json};

use crate::app_form::Form;
use crate::pages::console::{Choices, Control, Group, Input};

/// A member of the document that a form has an input for.
pub(super) struct Member {
    /// Where it stands in the form's part of the document: a JSON Pointer.
    at: &'static str,
    /// The message of its label.
    label: &'static str,
    /// The message below the label; empty where there is none.
    hint: &'static str,
    shape: Shape,
}

/// What a member holds. One that is left empty, or not ticked, is taken out: it is as it is where nobody says anything.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// A text, in an input of a type of HTML.
    Line(&'static str),
    /// A number.
    Number,
    /// Numbers with commas between.
    Numbers,
    /// Yes or no; no where nobody says anything.
    Tick,
    /// Yes or no; yes where nobody says anything.
    Usually,
    /// Texts, one a line.
    Lines,
    /// An object of texts: a line for each, as `name = value`.
    Pairs,
    /// What can be chosen: a line for each, as `value | en = label | de = label`; a bar of its own is `\|`.
    Choices,
    /// The keys of a client: a line for each, with its id first.
    Keys,
    /// One of several texts.
    One(Choices),
    /// Some of several texts.
    Some(Choices),
}

impl Member {
    pub(super) const fn new(at: &'static str, label: &'static str, shape: Shape) -> Self {
        let hint = "";
        Self { at, label, hint, shape }
    }

    pub(super) const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    /// What it is posted under.
    fn name(&self) -> String {
        self.at.trim_start_matches('/').replace('/', ".")
    }

    pub(super) fn input(&self, part: &Value) -> Input {
        let value = part.pointer(self.at).unwrap_or(&Value::Null);
        let texts = || value.as_array().into_iter().flatten().map(told);
        let control = match self.shape {
            Shape::Line(kind) => Control::Line(kind, told(value)),
            Shape::Number => Control::Line("text", told(value)),
            Shape::Numbers => Control::Line("text", texts().collect::<Vec<_>>().join(", ")),
            Shape::Tick => Control::Tick(*value == true),
            Shape::Usually => Control::Tick(*value != false),
            Shape::Lines => Control::Lines(texts().collect::<Vec<_>>().join("\n")),
            Shape::Pairs => Control::Lines(match value.as_object() {
                Some(pairs) => lines_of(pairs, " = "),
                None => told(value),
            }),
            Shape::Choices => Control::Lines(choices_told(value)),
            Shape::Keys => {
                let keys = value.as_array().into_iter().flatten();
                let keys: Vec<_> = keys.map(|key| (told(&key["id"]), &key["public"])).collect();
                Control::Lines(lines_of(keys.iter().map(|(id, public)| (id, *public)), " "))
            }
            Shape::One(choices) => Control::One(choices, told(value)),
            Shape::Some(choices) => Control::Some(choices, texts().collect()),
        };
        Input {
            at: self.at.to_owned(),
            name: self.name(),
            label: self.label,
            hint: self.hint,
            control,
        }
    }

    fn apply(&self, part: &mut Value, form: &Form) {
        let name = self.name();
        let typed = form.one(&name).unwrap_or_default().trim();
        let lines = || typed.lines().map(str::trim).filter(|line| !line.is_empty());
        let value = match self.shape {
            Shape::Line(_) | Shape::One(_) => json!(typed),
            Shape::Number => number(typed),
            Shape::Numbers => {
                let numbers = typed.split([',', ' ']).filter(|number| !number.is_empty());
                numbers.map(number).collect()
            }
            Shape::Tick => json!(form.one(&name).map(|_| true)),
            Shape::Usually => json!(form.one(&name).is_none().then_some(false)),
            Shape::Lines => lines().collect(),
            Shape::Pairs => pairs(lines(), "\n"),
            Shape::Choices => lines().map(choice).collect(),
            Shape::Keys => {
                let keys = lines().map(|line| line.split_once(' ').unwrap_or((line, "")));
                keys.map(|(id, public)| json!({ "id": id, "public": public.trim() }))
                    .collect()
            }
            Shape::Some(choices) => {
                let mut chosen: Vec<_> = choices.iter().map(|(value, _)| *value).collect();
                chosen.retain(|value| form.one(&format!("{name}.{value}")).is_some());
                // Those that were there stay in their order.
                let before = part.pointer(self.at).and_then(Value::as_array);
                let place = |value: &&str| before.and_then(|all| all.iter().position(|one| one == value));
                chosen.sort_by_key(|value| place(value).unwrap_or(usize::MAX));
                chosen.into_iter().collect()
            }
        };
        put(part, self.at, Some(value).filter(|value| !is_empty(value)));
    }
}

/// The members as the inputs of a form.
pub(super) fn inputs(members: &[Member], part: &Value) -> Vec<Input> {
    members.iter().map(|member| member.input(part)).collect()
}

/// The same under headings.
pub(super) fn groups(groups: &[(&'static str, &[Member])], part: &Value) -> Vec<Group> {
    let group = |(heading, members): &(&'static str, &[Member])| Group {
        heading,
        inputs: inputs(members, part),
    };
    groups.iter().map(group).collect()
}

/// Puts what a form says into a part of the document.
pub(super) fn apply(members: &[Member], part: &mut Value, form: &Form) {
    for member in members {
        member.apply(part, form);
    }
}

/// Puts a value where a JSON Pointer says, or takes it out; objects on the way are made where they are needed.
pub(super) fn put(part: &mut Value, at: &str, value: Option<Value>) {
    let (around, name) = at.rsplit_once('/').unwrap_or_default();
    if let Some(value) = value {
        let mut place = part;
        for step in around.split('/').skip(1) {
            place = &mut place[step];
        }
        if place.is_null() {
            *place = Value::Object(Map::new());
        }
        place[name] = value;
    } else if let Some(place) = part.pointer_mut(around).and_then(Value::as_object_mut) {
        place.remove(name);
    }
}

/// A text as it is, anything else as JSON: what cannot be read as a number is told about as it was typed.
fn told(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

fn lines_of<'a>(pairs: impl IntoIterator<Item = (&'a String, &'a Value)>, between: &str) -> String {
    let lines = pairs
        .into_iter()
        .map(|(name, value)| format!("{name}{between}{}", told(value)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Texts by name, each written as `name = value`. What names one twice stays a text, as it was typed: it is told to be none.
fn pairs<'a>(written: impl Iterator<Item = &'a str> + Clone, between: &str) -> Value {
    let mut pairs = Map::new();
    for (name, value) in written.clone().map(|pair| pair.split_once('=').unwrap_or((pair, ""))) {
        if pairs.insert(name.trim().to_owned(), json!(value.trim())).is_some() {
            return json!(written.collect::<Vec<_>>().join(between));
        }
    }
    Value::Object(pairs)
}

/// How a bar is written that a part of a choice has itself.
const OWN_BAR: &str = "\\|";

fn choices_told(choices: &Value) -> String {
    let escaped = |value: &Value| told(value).replace('|', OWN_BAR);
    let choice = |choice: &Value| {
        let label = match &choice["label"] {
            Value::Null => String::new(),
            Value::Object(labels) => {
                let label = |(language, label)| format!(" | {language} = {}", escaped(label));
                labels.iter().map(label).collect()
            }
            typed => format!(" | {}", told(typed)),
        };
        format!("{}{label}", escaped(&choice["value"]))
    };
    let lines = choices.as_array().into_iter().flatten().map(choice);
    lines.collect::<Vec<_>>().join("\n")
}

fn choice(line: &str) -> Value {
    // No text has a NUL.
    let line = line.replace(OWN_BAR, "\0");
    let parts: Vec<String> = line.split('|').map(|part| part.trim().replace('\0', "|")).collect();
    let mut parts = parts.iter().map(String::as_str);
    let value = parts.next().unwrap_or_default();
    let label = pairs(parts.filter(|part| !part.is_empty()), " | ");
    match is_empty(&label) {
        true => json!({ "value": value }),
        false => json!({ "value": value, "label": label }),
    }
}

fn number(typed: &str) -> Value {
    typed
        .parse::<u64>()
        .map_or_else(|_| json!(typed), |number| json!(number))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(all) => all.is_empty(),
        Value::Object(all) => all.is_empty(),
        _ => false,
    }
}
