//! The page where an invited person fills in what is missing and chooses a password.

use askama::Template;
use usher::profile::{Field as ProfileField, FieldKind, Profile, ValueError};

use super::agreement_box::{AgreementBox, View as BoxView};
use super::set_password::{Part, PasswordRule, progress};
use super::shell::{Field, FieldError, Frame, Notice, Shell, text};
use crate::words::{Words, inert};

/// "Activate your account". Posts `ticket`, `password` and a `profile.<name>` for each field to `action`.
#[derive(Clone)]
pub struct Activate {
    /// Whether the address was confirmed by the press that led here.
    pub just_confirmed: bool,
    /// The address in full: only for the person who has proven it.
    pub address: String,
    /// The number in full where it is what was confirmed; it cannot be changed here.
    pub number: Option<String>,
    /// Proof that the person may set the password; only ever a hidden field.
    pub ticket: String,
    /// Where the button posts to.
    pub action: String,
    /// What a password must look like.
    pub rule: PasswordRule,
    /// The fields of the app.
    pub fields: Vec<AppField>,
    /// What the person is asked to accept.
    pub agreements: Vec<AgreementBox>,
    /// Mistakes, when the form comes back.
    pub errors: Vec<FieldError>,
}

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
struct Input {
    id: String,
    label: String,
    input: &'static str,
    /// Whether it is read from left to right in every language.
    ltr: bool,
    autocomplete: &'static str,
    value: String,
    required: bool,
    max_length: Option<usize>,
    choices: Vec<(String, String)>,
    error: Option<String>,
}

/// One field: several inputs where it is an address block.
struct Block {
    legend: Option<String>,
    fields: Vec<Input>,
}

#[derive(Template)]
#[template(path = "activate.html")]
struct View<'a> {
    shell: Shell,
    page: &'a Activate,
    body: String,
    address: String,
    number: Option<String>,
    blocks: Vec<Block>,
    agreements: Vec<BoxView>,
    pincode: bool,
    rule: String,
    parts: Vec<Part>,
    generators: Option<String>,
    progress: String,
    password_key: &'static str,
}

impl Activate {
    /// The page as HTML.
    #[must_use]
    pub fn render(&self, frame: &Frame<'_>) -> String {
        let words = frame.words();
        let confirmed = self.just_confirmed && self.errors.is_empty();
        let (heading, notice) = match confirmed {
            true if self.number.is_some() => ("number-confirmed-title", Some(Notice::Success)),
            true => ("confirmed-title", Some(Notice::Success)),
            false => ("activate-title", None),
        };
        let shell = Shell::new(frame, words.say(heading, &[]), notice, &self.errors);
        let body = words.say("activate-form-body", &[("tenant", (&shell.tenant).into())]);
        text(&View {
            body,
            address: inert(&self.address),
            number: self.number.as_deref().map(inert),
            blocks: self.fields.iter().map(|field| block(field, &shell, words)).collect(),
            agreements: self
                .agreements
                .iter()
                .map(|offer| BoxView::of(offer, &self.errors, words))
                .collect(),
            pincode: self.rule == PasswordRule::Pincode,
            rule: self.rule.sentence(words),
            parts: self.rule.parts(words),
            generators: self.rule.for_generators(),
            progress: progress(words),
            password_key: "done",
            page: self,
            shell,
        })
    }
}

fn block(AppField { field, values }: &AppField, shell: &Shell, words: Words<'_>) -> Block {
    let legend = (field.kind() == FieldKind::Address).then(|| own_label(field, words));
    // An address that may be left empty as a whole says so once.
    let all_optional = legend.is_some() && !field.required;
    let input = |key: String| {
        let posted = Field::Profile(key.clone());
        let plain = label(field, &key, words);
        let required = field.is_needed(&key);
        let choices = field.choices.iter().map(|choice| {
            let label = choice.label.get(words.locale().tag()).unwrap_or(&choice.value);
            (inert(&choice.value), inert(label))
        });
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
