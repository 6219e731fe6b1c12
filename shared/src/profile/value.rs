//! What a value has to be.

use serde_json::{Map, Value};

use super::{ADDRESS_PARTS, Field, FieldKind, Profile};
use crate::address::EmailAddress;
use crate::person::PersonName;
use crate::phone;

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// A field that has to be filled in is empty.
    #[error("this field is required")]
    Missing,
    /// It has more characters than the field takes.
    #[error("this is longer than the field takes")]
    TooLong,
    /// It holds line breaks, control characters or characters that change the direction of text.
    #[error("this holds characters that no text on one line has")]
    ForbiddenCharacter,
    /// It is no e-mail address.
    #[error("this is no e-mail address")]
    NotAnAddress,
    /// It is no phone number with its country code.
    #[error("this is no phone number with its country code")]
    NotANumber,
    /// It is a number of a country that the tenant sends no text messages to.
    #[error("the tenant sends no text messages to numbers of this country")]
    NotReached,
    /// It is no day.
    #[error("this is no day such as 2026-11-24")]
    NotADay,
    /// It is none of the choices.
    #[error("this is none of the choices")]
    NotAChoice,
    /// It does not match the field's pattern.
    #[error("this does not look like what the field asks for")]
    Mismatch,
    /// It is of another JSON type than the field.
    #[error("a value is a text; that of an address block an object of address, locality, region and postalCode")]
    WrongType,
    /// The app has no field of this name.
    #[error("the app has no such field")]
    Unknown,
}

impl ValueError {
    /// The stable word for this error in answers to clients.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "value_missing",
            Self::TooLong => "value_too_long",
            Self::ForbiddenCharacter => "value_forbidden_character",
            Self::NotAnAddress => "value_not_an_address",
            Self::NotANumber => "value_not_a_number",
            Self::NotReached => "number_not_reached",
            Self::NotADay => "value_not_a_day",
            Self::NotAChoice => "value_not_a_choice",
            Self::Mismatch => "value_mismatch",
            Self::WrongType => "value_wrong_type",
            Self::Unknown => "field_unknown",
        }
    }
}

/// A flawed value and the name it stands under.
pub type Flawed = (String, ValueError);

impl Field {
    /// One value of this field as it is kept: `None` for an empty one.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, typed: &str) -> Result<Option<String>, ValueError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        if typed.chars().count() > self.longest() {
            return Err(ValueError::TooLong);
        }
        if typed
            .chars()
            .any(|c| c.is_control() || crate::person::is_format(c) && !matches!(c, '\u{200c}' | '\u{200d}'))
        {
            return Err(ValueError::ForbiddenCharacter);
        }
        let value = match self.kind() {
            FieldKind::Text | FieldKind::Address if self.is_of_person() => PersonName::parse(typed)
                .map_err(|_| ValueError::ForbiddenCharacter)?
                .as_str()
                .to_owned(),
            FieldKind::Text | FieldKind::Address => typed.to_owned(),
            FieldKind::Email => EmailAddress::parse(typed)
                .map_err(|_| ValueError::NotAnAddress)?
                .as_str()
                .to_owned(),
            FieldKind::Phone => phone::e164(typed).ok_or(ValueError::NotANumber)?,
            FieldKind::Date => typed
                .parse::<jiff::civil::Date>()
                .map_err(|_| ValueError::NotADay)?
                .to_string(),
            FieldKind::Choice if self.choices.iter().any(|choice| choice.value == typed) => typed.to_owned(),
            FieldKind::Choice => return Err(ValueError::NotAChoice),
        };
        if self.pattern.as_deref().is_none_or(|pattern| matches(pattern, &value)) {
            Ok(Some(value))
        } else {
            Err(ValueError::Mismatch)
        }
    }

    /// The values that a program gives for this field.
    ///
    /// # Errors
    /// What is wrong with the first flawed one, and where.
    pub fn read_json(&self, given: &Value) -> Result<Profile, Flawed> {
        let wrong_type = || (self.name.clone(), ValueError::WrongType);
        let one = |key: &str, value: &Value| match value {
            Value::String(text) => match self.read(text) {
                Ok(value) => Ok(value.map(|value| (key.to_owned(), value))),
                Err(error) => Err((key.to_owned(), error)),
            },
            Value::Null => Ok(None),
            _ => Err(wrong_type()),
        };
        if self.kind() != FieldKind::Address {
            return Ok(one(&self.name, given)?.into_iter().collect());
        }
        let Value::Object(parts) = given else {
            return Err(wrong_type());
        };
        let mut values = Profile::new();
        for (part, value) in parts {
            if !ADDRESS_PARTS.contains(&part.as_str()) {
                return Err((format!("{}.{part}", self.name), ValueError::Unknown));
            }
            values.extend(one(&format!("{}.{part}", self.name), value)?);
        }
        Ok(values)
    }
}

/// What is kept as a program reads it: texts, and an object for each address block.
#[must_use]
pub fn as_json(profile: &Profile) -> Map<String, Value> {
    let mut fields = Map::new();
    for (key, value) in profile {
        let value = Value::String(value.clone());
        match key.split_once('.') {
            None => {
                fields.insert(key.clone(), value);
            }
            Some((block, part)) => {
                let block = fields.entry(block).or_insert_with(|| Value::Object(Map::new()));
                if let Value::Object(parts) = block {
                    parts.insert(part.to_owned(), value);
                }
            }
        }
    }
    fields
}

/// Whether the whole of `value` matches. A pattern that is none, which no document gets saved with,
/// matches nothing.
fn matches(pattern: &str, value: &str) -> bool {
    regex_lite::Regex::new(&format!("^(?:{pattern})$")).is_ok_and(|regex| regex.is_match(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn field(document: Value) -> Field {
        serde_json::from_value(document).expect("a field")
    }

    #[test]
    fn each_type_takes_its_own_and_nothing_else() {
        let of = |kind: &str| {
            field(json!({"name": "x", "type": kind, "choices": [{"value": "gas"}], "pattern": null, "max_length": 20}))
        };
        let cases = [
            ("text", "  Mill Lane 1 ", Ok(Some("Mill Lane 1"))),
            ("text", "", Ok(None)),
            ("text", "a\nb", Err(ValueError::ForbiddenCharacter)),
            ("text", "a\u{202e}b", Err(ValueError::ForbiddenCharacter)),
            ("text", "123456789012345678901", Err(ValueError::TooLong)),
            ("email", "jane@Example.org", Ok(Some("jane@example.org"))),
            ("email", "jane", Err(ValueError::NotAnAddress)),
            ("phone", "+44 20 7946 0000", Ok(Some("+442079460000"))),
            ("phone", "020 7946 0000", Err(ValueError::NotANumber)),
            ("date", "2000-02-29", Ok(Some("2000-02-29"))),
            ("date", "2001-02-29", Err(ValueError::NotADay)),
            ("choice", "gas", Ok(Some("gas"))),
            ("choice", "coal", Err(ValueError::NotAChoice)),
        ];
        for (kind, typed, expected) in cases {
            assert_eq!(
                of(kind).read(typed),
                expected.map(|value| value.map(str::to_owned)),
                "{kind} {typed}"
            );
        }
    }

    #[test]
    fn a_pattern_is_about_the_whole_value() {
        let code = field(json!({"name": "code", "type": "text", "pattern": "[A-Z]{2}|[0-9]{3}"}));
        assert_eq!(code.read("AB"), Ok(Some("AB".to_owned())));
        for typed in ["ABC", "AB1", "1234"] {
            assert_eq!(code.read(typed), Err(ValueError::Mismatch), "{typed}");
        }
    }

    #[test]
    fn an_address_block_is_an_object_of_its_parts() {
        let home = field(json!({"name": "home", "type": "address"}));
        let given = json!({"address": "1 Mill Lane", "locality": "Cambridge", "postalCode": "CB1 2AB"});
        let kept = home.read_json(&given).expect("values");
        assert_eq!(kept["home.locality"], "Cambridge");
        assert_eq!(as_json(&kept)["home"], given);
        assert_eq!(
            home.read_json(&json!({"street": "x"})),
            Err(("home.street".to_owned(), ValueError::Unknown))
        );
        assert_eq!(
            home.read_json(&json!("x")),
            Err(("home".to_owned(), ValueError::WrongType))
        );
    }
}
