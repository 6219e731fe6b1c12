//! The form of an invited person as a sample.

use super::*;

/// The form of an app with a field of each type.
pub(super) fn form(frame: &Frame<'_>, name: &str, mistakes: bool) -> String {
    use usher::profile::{Field as AppsField, Profile, ValueError};
    // Labels and values have at most 100 characters.
    let name = &name.chars().take(100).collect::<String>();
    let documents = serde_json::json!([
        {"name": "firstName", "required": true},
        {"name": "mobileNumber"},
        {"name": "home", "type": "address", "required": true, "label": {"en": name}},
        {"name": "birthday", "type": "date", "label": {"de": name}},
        {"name": "energy", "type": "choice", "label": {"en": name}, "choices": [{"value": name}]},
        {"name": "second", "type": "email", "label": {"en": name}},
    ]);
    let fields: Vec<AppsField> = serde_json::from_value(documents).unwrap();
    let values: Profile = fields
        .iter()
        .flat_map(AppsField::keys)
        .map(|key| (key, name.to_owned()))
        .collect();
    let mut errors = Vec::new();
    if mistakes {
        let errors_of = [
            ValueError::Missing,
            ValueError::TooLong,
            ValueError::NotANumber,
            ValueError::NotAnAddress,
            ValueError::NotADay,
            ValueError::NotAChoice,
        ];
        for (field, error) in fields.iter().zip(errors_of) {
            let key = field.keys().remove(0);
            errors.push(WrongValue { field, key, error }.say(frame.words()));
        }
    }
    Activate {
        just_confirmed: true,
        address: name.to_owned(),
        ticket: SECRET.to_owned(),
        action: name.to_owned(),
        rule: PasswordRule::Modern { at_least: 15 },
        fields: fields
            .into_iter()
            .map(|field| AppField {
                field,
                values: values.clone(),
            })
            .collect(),
        errors,
    }
    .render(frame)
}
