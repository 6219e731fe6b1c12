//! Next Identity's way to tell an error, beside our own: callers who moved from there find what they know.

use http::StatusCode;
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use super::code;
use super::problem::{FieldError, Problem};

/// What a parameter's flaw is called that Next Identity answers as a bare text.
pub(crate) const FIELD_REQUIRED: &str = "field_required";
/// What a parameter's flaw is called whose value is empty.
pub(crate) const EMPTY: &str = "parameter_empty";

/// The members that Next Identity's errors have.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct NextIdentity {
    /// `http_exception`, `invalid_parameters`, `invalid_form_fields` or `missing_argument`.
    #[schema(required = false, example = "invalid_form_fields")]
    error: &'static str,
    /// The same as a sentence.
    #[schema(required = false, example = "some inputs are invalid")]
    error_description: &'static str,
    /// What is wrong with each field, by its name.
    #[schema(value_type = Option<Object>, example = json!({"emailAddress": ["somebody has this address"]}))]
    error_details: Value,
}

/// Whether a path is one of those that Next Identity documents.
pub(super) fn is_path(path: &str) -> bool {
    path.starts_with("/idp/v1/")
}

impl NextIdentity {
    pub(super) fn of(problem: &Problem) -> Self {
        let (error, error_description, error_details) = match problem.code {
            known if known == &code::INVALID_FORM_FIELDS => (
                "invalid_form_fields",
                "some inputs are invalid",
                details(&problem.errors, |flaws| {
                    flaws.iter().map(|flaw| Value::from(flaw.detail.as_str())).collect()
                }),
            ),
            known if known == &code::INVALID_PARAMETERS => (
                "invalid_parameters",
                "some parameters are invalid",
                details(&problem.errors, |flaws| {
                    flaws.first().map_or(Value::Null, |flaw| parameter(flaw))
                }),
            ),
            known if known == &code::MISSING_ARGUMENT => ("missing_argument", "Missing Param", Value::Null),
            known if known.status == StatusCode::FORBIDDEN => ("http_exception", "Forbidden", Value::Null),
            known if known == &code::MALFORMED_JSON => ("http_exception", "Invalid json format", Value::Null),
            known => ("http_exception", known.title, Value::Null),
        };
        Self {
            error,
            error_description,
            error_details,
        }
    }
}

fn parameter(flaw: &FieldError) -> Value {
    match flaw.code.as_ref() {
        FIELD_REQUIRED => Value::from("field required"),
        EMPTY => json!({"missing": "required"}),
        _ => json!({"invalid": flaw.detail}),
    }
}

/// The flaws of each field under its name: the last step of its pointer.
fn details(errors: &[FieldError], told: impl Fn(&[&FieldError]) -> Value) -> Value {
    let mut fields: Vec<(&str, Vec<&FieldError>)> = Vec::new();
    for flaw in errors {
        let name = flaw.pointer.rsplit('/').next().unwrap_or_default();
        match fields.iter_mut().find(|(known, _)| *known == name) {
            Some((_, flaws)) => flaws.push(flaw),
            None => fields.push((name, vec![flaw])),
        }
    }
    let members = fields.iter().map(|(name, flaws)| ((*name).to_owned(), told(flaws)));
    Value::Object(members.collect::<Map<_, _>>())
}
