//! A partner as the tenant's own service tells of them: what it is asked, and what it may answer.

use serde_json::{Value, json};

use crate::answered::Answered;
use crate::person::is_format;
use crate::profile::Profile;
use crate::tenant::{AccountKind, PartnerProvider, TenantName};

/// The most characters of a code.
const LONGEST_CODE: usize = 64;
/// The most characters of a partner's name.
const LONGEST_NAME: usize = 200;

/// A code that a partner provider may be asked about, as it was typed.
#[derive(Clone, PartialEq, Eq)]
pub struct PartnerCode(String);

/// What a partner provider told about a code.
#[derive(Clone, PartialEq, Eq)]
pub struct Partner {
    /// What the partner is called.
    pub name: String,
    /// What it fills in, whatever the form says, by the names of the fields of the kind.
    pub values: Profile,
    /// The organisation that it belongs to, if the tenant has said one.
    pub organisation: Option<String>,
}

/// Why an answer tells of no partner. None of it is the person's mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAPartner {
    /// It is no JSON, or no object.
    NotAnObject,
    /// The member with the name is missing, is no text, is empty or too long.
    NoName,
    /// A member that is to be taken over is no text, number or boolean, or its field does not take it.
    WrongValue,
}

impl NotAPartner {
    /// The stable word in the log.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotAnObject => "not_an_object",
            Self::NoName => "no_name",
            Self::WrongValue => "wrong_value",
        }
    }
}

impl PartnerCode {
    /// Reads what somebody typed: 1 to 64 visible characters. `None` when it is no code.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let is_visible = |letter: char| !letter.is_control() && !letter.is_whitespace() && !is_format(letter);
        let fits = (1..=LONGEST_CODE).contains(&typed.chars().count()) && typed.chars().all(is_visible);
        fits.then(|| Self(typed.to_owned()))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The body of the request. The code is in no address, since those are written into logs.
    #[must_use]
    pub fn question(&self, tenant: &TenantName) -> Vec<u8> {
        json!({ "code": self.0, "tenant": tenant.as_str() })
            .to_string()
            .into_bytes()
    }
}

impl std::fmt::Debug for PartnerCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PartnerCode(…)")
    }
}

/// Without what a service of the tenant said of a company.
impl std::fmt::Debug for Partner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Partner(…)")
    }
}

impl Partner {
    /// The partner in an answer to a question about a code.
    ///
    /// # Errors
    /// Why it tells of none.
    pub fn read(provider: &PartnerProvider, kind: &AccountKind, answer: &[u8]) -> Result<Self, NotAPartner> {
        let Answered(answer) = serde_json::from_slice(answer).map_err(|_| NotAPartner::NotAnObject)?;
        let name = answer
            .get(&provider.name_field)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .trim();
        if !is_name(name) {
            return Err(NotAPartner::NoName);
        }
        let (fields, mut values) = (kind.fields(), Profile::new());
        for (member, target) in &provider.property_mapping {
            let Some(text) = answer.get(member).and_then(told) else {
                continue;
            };
            let field = fields.iter().find(|field| field.keys().contains(target));
            let read = field.ok_or(NotAPartner::WrongValue)?.read(&text?);
            // What is empty fills nothing.
            if let Some(value) = read.map_err(|_| NotAPartner::WrongValue)? {
                values.insert(target.clone(), value);
            }
        }
        Ok(Self {
            name: name.to_owned(),
            values,
            organisation: provider.target_organisation.clone(),
        })
    }
}

/// A value as a field reads it; nothing where there is none.
fn told(value: &Value) -> Option<Result<String, NotAPartner>> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(Ok(text.clone())),
        Value::Number(number) => Some(Ok(number.to_string())),
        Value::Bool(yes) => Some(Ok(yes.to_string())),
        Value::Array(_) | Value::Object(_) => Some(Err(NotAPartner::WrongValue)),
    }
}

fn is_name(name: &str) -> bool {
    let is_forbidden = |c: char| c.is_control() || is_format(c) && !matches!(c, '\u{200c}' | '\u{200d}');
    (1..=LONGEST_NAME).contains(&name.chars().count()) && !name.chars().any(is_forbidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind() -> AccountKind {
        serde_json::from_value(json!({
            "enabled": true,
            "customer_fields": [
                { "name": "salesRegion", "type": "choice", "choices": [{ "value": "North" }, { "value": "7" }, { "value": "true" }] },
                { "name": "seat", "type": "address", "label": { "en": "Seat" } },
            ],
            "partner_provider": {
                "url": "https://partners.acme.example/", "name_field": "company",
                "property_mapping": { "region": "salesRegion", "city": "seat.locality" },
                "target_organisation": "Resellers",
            },
        }))
        .expect("a kind")
    }

    fn read(answer: &str) -> Result<Partner, NotAPartner> {
        let kind = kind();
        Partner::read(
            kind.partner_provider.as_ref().expect("a provider"),
            &kind,
            answer.as_bytes(),
        )
    }

    #[test]
    fn a_partner_has_a_name_and_what_is_mapped_and_nothing_else() {
        let partner =
            read(r#"{"company":" Solar Ltd ","region":"North","city":"Cambridge","admin":true}"#).expect("a partner");
        assert_eq!(
            (partner.name.as_str(), partner.organisation.as_deref()),
            ("Solar Ltd", Some("Resellers"))
        );
        let expected = [("salesRegion", "North"), ("seat.locality", "Cambridge")];
        assert_eq!(
            partner.values,
            expected.map(|(key, value)| (key.to_owned(), value.to_owned())).into()
        );
        for (value, kept) in [("7", "7"), ("true", "true")] {
            let partner = read(&format!(r#"{{"company":"x","region":{value}}}"#)).expect("a partner");
            assert_eq!(partner.values["salesRegion"], kept);
        }
        for nothing in ["", r#","region":null"#, r#","region":"""#] {
            let partner = read(&format!(r#"{{"company":"x"{nothing}}}"#)).expect("a partner");
            assert!(partner.values.is_empty(), "{nothing}");
        }
    }

    #[test]
    fn an_answer_that_tells_of_no_partner_is_refused_with_the_reason() {
        let deep = "[".repeat(10_000);
        for answer in [
            "",
            "<!doctype html><p>Hello",
            "[]",
            "null",
            "\"x\"",
            r#"{"company":"x""#,
            "{} {}",
            &deep,
        ] {
            assert_eq!(read(answer), Err(NotAPartner::NotAnObject), "{answer:.20}");
        }
        let long = format!(r#"{{"company":"{}"}}"#, "x".repeat(201));
        for answer in [
            "{}",
            r#"{"company":""}"#,
            r#"{"company":" "}"#,
            r#"{"company":7}"#,
            r#"{"company":null}"#,
            r#"{"company":"a\nb"}"#,
            &long,
        ] {
            assert_eq!(read(answer), Err(NotAPartner::NoName), "{answer}");
        }
        for value in ["{}", "[\"North\"]", "\"South\"", "8", "false"] {
            let answer = format!(r#"{{"company":"x","region":{value}}}"#);
            assert_eq!(read(&answer), Err(NotAPartner::WrongValue), "{answer}");
        }
    }

    #[test]
    fn a_code_is_1_to_64_visible_characters_and_is_asked_about_in_a_body() {
        let code = PartnerCode::read(" p-7/Ü\" ").expect("a code");
        assert_eq!(code.as_str(), "p-7/Ü\"");
        let question: Value = serde_json::from_slice(&code.question(&"acme".parse().expect("a name"))).expect("JSON");
        assert_eq!(question, json!({ "code": "p-7/Ü\"", "tenant": "acme" }));
        assert!(PartnerCode::read(&"x".repeat(64)).is_some());
        for wrong in ["", " ", "a b", "a\u{0}b", "a\u{202e}b", &"x".repeat(65)] {
            assert_eq!(PartnerCode::read(wrong), None, "{wrong:?}");
        }
        assert_eq!(format!("{code:?}"), "PartnerCode(…)");
    }
}
