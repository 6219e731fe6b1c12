//! The fields an app asks for, for the form of any page.

use serde_json::Value;
use usher::customer::CustomerKind;
use usher::profile::{ADDRESS_PARTS, Choice, Field as ProfileField, FieldKind, Profile, ValueError};
use usher::tenant::Tenant;

use super::shell::{Field, FieldError, Shell};
use crate::words::{Words, inert};

/// A field of the app and what stands in it.
#[derive(Clone)]
pub struct AppField {
    /// The field.
    pub field: ProfileField,
    /// What is known or was typed, by name.
    pub values: Profile,
}

/// A flawed value, by the name it stands under.
#[derive(Clone, Debug)]
pub struct WrongValue<'a> {
    /// The field.
    pub field: &'a ProfileField,
    /// The name of the value.
    pub key: String,
    /// What is wrong.
    pub error: ValueError,
}

impl WrongValue<'_> {
    /// The mistake in words.
    #[must_use]
    pub fn say(&self, words: Words<'_>) -> FieldError {
        let id = match self.error {
            ValueError::Missing => "error-value-missing",
            ValueError::TooLong => "error-value-long",
            ValueError::NotANumber => "error-value-phone",
            ValueError::NotAnAddress => "error-value-email",
            ValueError::NotADay => "error-value-date",
            _ => "error-value-other",
        };
        let args = [
            ("label", label(self.field, &self.key, words).into()),
            ("count", (self.field.longest() as u64).into()),
        ];
        FieldError {
            field: Field::Profile(self.key.clone()),
            sentence: words.say(id, &args),
        }
    }
}

/// An input as the template shows it.
pub(super) struct Input {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) input: &'static str,
    /// Whether it is read from left to right in every language.
    pub(super) ltr: bool,
    pub(super) autocomplete: &'static str,
    pub(super) value: String,
    pub(super) required: bool,
    pub(super) max_length: Option<usize>,
    pub(super) choices: Vec<(String, String)>,
    pub(super) error: Option<String>,
}

/// One field: several inputs where it is an address block.
pub(super) struct Block {
    pub(super) legend: Option<String>,
    pub(super) fields: Vec<Input>,
}

/// The app's fields in their order.
pub(super) fn blocks(fields: &[AppField], shell: &Shell, words: Words<'_>) -> Vec<Block> {
    fields.iter().map(|field| block(field, shell, words)).collect()
}

fn block(AppField { field, values }: &AppField, shell: &Shell, words: Words<'_>) -> Block {
    let legend = (field.kind() == FieldKind::Address).then(|| own_label(field, words));
    // An address that may be left empty as a whole says so once.
    let all_optional = legend.is_some() && !field.required;
    let input = |key: String| {
        let posted = Field::Profile(key.clone());
        let plain = label(field, &key, words);
        let required = field.is_needed(&key);
        let choices = field.choices.iter();
        let choices = choices.map(|choice| (inert(&choice.value), choice_label(choice, words)));
        Input {
            id: posted.name().into_owned(),
            label: match required || all_optional {
                true => plain,
                false => optional(&plain, words),
            },
            input: match field.kind() {
                FieldKind::Email => "email",
                FieldKind::Phone => "tel",
                FieldKind::Date => "date",
                FieldKind::Text | FieldKind::Choice | FieldKind::Address => "text",
            },
            ltr: matches!(field.kind(), FieldKind::Email | FieldKind::Phone),
            autocomplete: autocomplete(field, &key),
            value: values.get(&key).map(|value| inert(value)).unwrap_or_default(),
            required,
            max_length: (field.kind() != FieldKind::Date).then(|| field.longest()),
            choices: choices.collect(),
            error: shell.error(posted).map(str::to_owned),
        }
    };
    Block {
        legend: legend.map(|legend| match all_optional {
            true => optional(&legend, words),
            false => legend,
        }),
        fields: field.keys().into_iter().map(input).collect(),
    }
}

/// As the labels of fields: in the page's language, else in English, else in any.
fn choice_label(choice: &Choice, words: Words<'_>) -> String {
    let labels = &choice.label;
    let label = labels.get(words.locale().tag()).or_else(|| labels.get("en"));
    inert(label.or_else(|| labels.values().next()).unwrap_or(&choice.value))
}

fn optional(label: &str, words: Words<'_>) -> String {
    words.say("field-optional", &[("label", label.into())])
}

/// What a value is called: the part of an address block by the part's name.
fn label(field: &ProfileField, key: &str, words: Words<'_>) -> String {
    match key.split_once('.') {
        Some((_, part)) => words.say(built_in_label(part).unwrap_or(part), &[]),
        None => own_label(field, words),
    }
}

/// A value where it is shown without its form: what it is called, and what people read. The first of the tenant's fields of
/// this name says both, those of the person's kind before all others, else it is what is built in, or the key itself.
pub(crate) fn shown_value(
    (tenant, kind): (&Tenant, &str),
    (key, value): (&str, &Value),
    words: Words<'_>,
) -> (String, String) {
    let is_own = |of: &CustomerKind| of.as_str() == kind;
    let of_kinds = tenant.onboarding.kinds.iter().flat_map(|(of, rules)| {
        let fields = rules.customer_fields.iter().chain(&rules.user_fields);
        fields.map(move |field| (is_own(of), field))
    });
    let of_apps = tenant.clients.iter().flat_map(|client| {
        let fields = client.fields.iter();
        fields.map(move |field| (is_own(&client.customers), field))
    });
    let named: Vec<_> = of_kinds.chain(of_apps).filter(|(_, field)| field.name == key).collect();
    let field = named
        .iter()
        .find(|(own, _)| *own)
        .or(named.first())
        .map(|(_, field)| *field);
    let label = match (field, built_in_label(key)) {
        (Some(field), _) => own_label(field, words),
        (None, Some(built_in)) => words.say(built_in, &[]),
        (None, None) => inert(key),
    };
    let text = match value {
        Value::String(text) => chosen_label(field, text, words),
        // The parts of an address, in its order.
        Value::Object(parts) => {
            let parts = ADDRESS_PARTS.iter().filter_map(|part| parts.get(*part)?.as_str());
            parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    };
    (label, text)
}

/// What a choice is called in the page's language; any other value is what it is.
fn chosen_label(field: Option<&ProfileField>, value: &str, words: Words<'_>) -> String {
    let mut choices = field.into_iter().flat_map(|field| &field.choices);
    let choice = choices.find(|choice| choice.value == value);
    choice.map_or_else(|| value.to_owned(), |choice| choice_label(choice, words))
}

/// The tenant's label in the page's language, the built-in one, or the tenant's in any other.
fn own_label(field: &ProfileField, words: Words<'_>) -> String {
    let labels = &field.label;
    if let Some(label) = labels.get(words.locale().tag()) {
        return inert(label);
    }
    if let Some(built_in) = built_in_label(&field.name) {
        return words.say(built_in, &[]);
    }
    let any = labels.get("en").or_else(|| labels.values().next());
    inert(any.unwrap_or(&field.name))
}

/// The message that names a built-in field or a part of an address.
fn built_in_label(name: &str) -> Option<&'static str> {
    Some(match name {
        "firstName" => "field-firstName",
        "lastName" => "field-lastName",
        "companyName" => "field-companyName",
        "mobileNumber" => "field-mobileNumber",
        "twoStepMobile" => "field-twoStepMobile",
        "address" => "field-address",
        "locality" => "field-locality",
        "region" => "field-region",
        "postalCode" => "field-postalCode",
        _ => return None,
    })
}

/// The token by which browsers know what to fill in (HTML, "autofill detail tokens").
fn autocomplete(field: &ProfileField, key: &str) -> &'static str {
    match key.rsplit('.').next().unwrap_or_default() {
        "firstName" => "given-name",
        "lastName" => "family-name",
        "companyName" => "organization",
        "address" => "address-line1",
        "locality" => "address-level2",
        "region" => "address-level1",
        "postalCode" => "postal-code",
        "birthday" | "birthDate" | "dateOfBirth" => "bday",
        _ => match field.kind() {
            FieldKind::Phone => "tel",
            FieldKind::Email => "email",
            _ => "off",
        },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::words::Locale;

    #[test]
    fn a_value_is_called_as_its_own_kind_calls_it() {
        let asks = |label: &str, choice: &str| {
            json!({ "enabled": true, "customer_fields": [{
                "name": "sector", "type": "choice", "label": { "en": label },
                "choices": [{ "value": "farm", "label": { "en": choice } }],
            }] })
        };
        let kinds = json!({ "business": asks("Trade", "Agriculture"), "data_recipient": asks("Sector", "Farm") });
        let tenant: Tenant = serde_json::from_value(json!({
            "name": "acme", "display_name": "Acme", "sender": { "name": "Acme", "address": "hello@acme.example" },
            "onboarding": { "kinds": kinds },
        }))
        .expect("a tenant");
        let shown = |kind: &str| shown_value((&tenant, kind), ("sector", &json!("farm")), Locale::En.words());
        assert_eq!(shown("business"), ("Trade".to_owned(), "Agriculture".to_owned()));
        assert_eq!(shown("data_recipient"), ("Sector".to_owned(), "Farm".to_owned()));
        assert_eq!(shown("personal"), shown("business"), "the first that there is");
    }
}
