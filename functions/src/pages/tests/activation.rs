//! The form of an invited person as a sample.

use super::*;

/// An app's fields, one of each type, all filled in.
pub(super) fn fields(name: &str) -> Vec<AppField> {
    use usher::profile::{Field as AppsField, Profile};
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
    let filled = |field| AppField {
        field,
        values: values.clone(),
    };
    fields.into_iter().map(filled).collect()
}

/// A box that has to be ticked, and one that need not be.
pub(super) fn agreements(name: &str, ticked: bool) -> Vec<AgreementBox> {
    let name = &name.chars().take(100).collect::<String>();
    let offer = |agreement: &str, required| AgreementBox {
        name: agreement.to_owned(),
        version: 1,
        title: name.to_owned(),
        href: format!("/legal/{agreement}?{name}"),
        required,
        ticked,
    };
    vec![offer("terms", true), offer("news", false)]
}

/// The form of an app with a field of each type.
pub(super) fn form(frame: &Frame<'_>, name: &str, number: Option<String>, mistakes: bool) -> String {
    use usher::profile::ValueError;
    let fields = fields(name);
    let name = &name.chars().take(100).collect::<String>();
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
        for (AppField { field, .. }, error) in fields.iter().zip(errors_of) {
            let key = field.keys().remove(0);
            errors.push(WrongValue { field, key, error }.say(frame.words()));
        }
        for wrong in [WrongBox::Missing, WrongBox::Changed] {
            errors.push(wrong.say("terms", name, frame.words()));
        }
    }
    Activate {
        just_confirmed: true,
        again: false,
        address: name.to_owned(),
        number,
        ticket: SECRET.to_owned(),
        action: name.to_owned(),
        rule: PasswordRule::Modern { at_least: 15 },
        fields,
        agreements: agreements(name, mistakes),
        errors,
    }
    .render(frame)
}

/// The form of a person whom the back office made known.
pub(super) fn check_details(frame: &Frame<'_>, name: &str, number: Option<&str>, mistake: bool) -> String {
    let fields = fields(name);
    let wrong = WrongValue {
        field: &fields[0].field,
        key: "firstName".to_owned(),
        error: usher::profile::ValueError::Missing,
    };
    CheckDetails {
        action: name.to_owned(),
        request: SECRET.to_owned(),
        app: name.to_owned(),
        address: name.to_owned(),
        number: number.map(str::to_owned),
        errors: mistake.then(|| wrong.say(frame.words())).into_iter().collect(),
        fields: fields.clone(),
        other_account: format!("/sign-in?{name}"),
    }
    .render(frame)
}

/// The words of an agreement.
pub(super) fn legal(frame: &Frame<'_>, name: &str) -> String {
    Legal {
        title: name.to_owned(),
        version: 2,
        effective_from: jiff::Timestamp::UNIX_EPOCH,
        language: "en".to_owned(),
        html: crate::agreements::markdown::to_html(name),
    }
    .render(frame)
}
