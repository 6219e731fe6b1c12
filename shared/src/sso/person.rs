//! What a provider tells of a person, and what is taken over of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::is_subject;
use crate::address::EmailAddress;
use crate::person::PersonName;
use crate::profile::{Answers, FIRST_NAME, Field, LAST_NAME, MOBILE_NUMBER, Profile};
use crate::provisioning::name_hash;
use crate::tenant::{AccountKind, Oidc};
use crate::user::User;

/// What an ID token says that was checked, and what was told beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    subject: String,
    all: Value,
}

/// Somebody as their provider knows them.
///
/// It is sealed in a format that names no fields: none may be left out when it is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderPerson {
    /// What the provider calls them.
    pub subject: String,
    /// What the back office may know them by.
    pub provisioned_id: Option<String>,
    /// Their address, which anybody can have typed there.
    pub email: Option<EmailAddress>,
    /// Whether the provider says that it has proven it.
    pub email_verified: bool,
    /// What is taken over, by the names of the fields.
    pub values: Profile,
}

impl Claims {
    pub(super) const fn new(subject: String, all: Value) -> Self {
        Self { subject, all }
    }

    /// What the provider calls the person.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// When the person showed their credential there, in seconds since 1970, if the token says.
    #[must_use]
    pub fn auth_time(&self) -> Option<i64> {
        self.all.get("auth_time")?.as_f64().map(|at| at as i64)
    }

    /// The same with what UserInfo tells; `None` where that is none, or speaks of somebody else (OpenID Connect Core 1.0,
    /// section 5.3.2). What the token says stays: it is signed.
    #[must_use]
    pub fn with_userinfo(mut self, answer: &[u8]) -> Option<Self> {
        let told: Map<String, Value> = serde_json::from_slice(answer).ok()?;
        if told.get("sub").and_then(Value::as_str) != Some(self.subject.as_str()) {
            return None;
        }
        let all = self.all.as_object_mut()?;
        // An address and whether it is proven belong together: both are of the one or of the other.
        let from_token = all.contains_key("email");
        if !from_token {
            all.remove("email_verified");
        }
        for (name, value) in told {
            if !(from_token && name == "email_verified") {
                all.entry(name).or_insert(value);
            }
        }
        Some(self)
    }

    /// The person, as the connection says where to look. What is not as it has to be is as if it were not told: people are
    /// asked for it.
    #[must_use]
    pub fn person(&self, oidc: &Oidc, kind: Option<&AccountKind>) -> ProviderPerson {
        let text = |pointer: &str| self.all.pointer(pointer).and_then(Value::as_str);
        let email = text("/email").and_then(|email| EmailAddress::parse(email).ok());
        let fields = kind.map(AccountKind::fields).unwrap_or_default();
        let fields: BTreeMap<&str, &Field> = fields.iter().map(|field| (field.name.as_str(), field)).collect();
        let values = oidc.claims.iter().filter_map(|(name, pointer)| {
            let built_in = Field::built_in(name, false);
            let field = fields.get(name.as_str()).copied().unwrap_or(&built_in);
            let value = field.read(text(pointer)?).ok()??;
            Some((name.clone(), value))
        });
        ProviderPerson {
            provisioned_id: text(&oidc.provisioned_id)
                .filter(|id| is_subject(id))
                .map(str::to_owned),
            // Only `true` is true: a text that reads so is what some providers send for whatever was typed.
            email_verified: email.is_some() && self.all.pointer("/email_verified") == Some(&Value::Bool(true)),
            email,
            values: values.collect(),
            subject: self.subject.clone(),
        }
    }
}

impl ProviderPerson {
    /// The address, if the provider has proven it.
    #[must_use]
    pub fn proven_address(&self) -> Option<&EmailAddress> {
        self.email.as_ref().filter(|_| self.email_verified)
    }

    /// What is taken over, as if the person had typed it.
    #[must_use]
    pub fn as_answers(&self) -> Answers {
        let mut profile = self.values.clone();
        let mut name = |field: &str| profile.remove(field).and_then(|name| PersonName::parse(&name).ok());
        let (first_name, last_name) = (name(FIRST_NAME), name(LAST_NAME));
        Answers {
            first_name,
            last_name,
            phone_number: profile.remove(MOBILE_NUMBER),
            profile,
            emptied: Vec::new(),
        }
    }

    /// The person here with what is taken over of them there: never what is about their customer, which others may have
    /// changed since, and no number in place of one that they have proven.
    #[must_use]
    pub fn taken_over(&self, user: &User, kind: Option<&AccountKind>) -> User {
        let mut after = user.clone();
        let name = |field: &str| self.values.get(field).and_then(|name| PersonName::parse(name).ok());
        after.first_name = name(FIRST_NAME).or(after.first_name);
        after.last_name = name(LAST_NAME).or(after.last_name);
        if user.number_proven_at.is_none() {
            after.phone_number = self.values.get(MOBILE_NUMBER).cloned().or(after.phone_number);
        }
        let is_of_profile = |key: &str| {
            ![FIRST_NAME, LAST_NAME, MOBILE_NUMBER].contains(&key) && !kind.is_some_and(|kind| kind.is_of_customer(key))
        };
        let values = self.values.iter().filter(|(key, _)| is_of_profile(key));
        let mut profile = after.profile.take().unwrap_or_default();
        profile.extend(values.map(|(key, value)| (key.clone(), value.clone())));
        after.profile = Some(profile).filter(|profile| user.profile.is_some() || !profile.is_empty());
        let (first, last) = after.names();
        after.name_hash = name_hash(&after.tenant, first, last);
        after
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn oidc() -> Oidc {
        serde_json::from_value(json!({
            "issuer": "https://login.acme.example", "client_id": "usher", "client_secret": "s3cret",
            "claims": { "firstName": "/given_name", "companyName": "/org/name", "mobileNumber": "/phone" },
            "provisioned_id": "/employee",
        }))
        .expect("an oidc")
    }

    fn person(all: Value) -> ProviderPerson {
        Claims::new("jane".to_owned(), all).person(&oidc(), None)
    }

    #[test]
    fn what_is_told_is_taken_from_where_the_connection_says() {
        let told = person(json!({
            "given_name": " Zoë ", "org": { "name": "Acme" }, "phone": "+49 30 1234567", "employee": "4711",
            "email": "Zoe@Example.org", "email_verified": true,
        }));
        assert_eq!(told.provisioned_id.as_deref(), Some("4711"));
        assert!(told.email_verified && told.email.is_some());
        let values = [
            ("companyName", "Acme"),
            ("firstName", "Zoë"),
            ("mobileNumber", "+49301234567"),
        ];
        let expected: Profile = values.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        assert_eq!(told.values, expected);
    }

    #[test]
    fn what_is_not_as_it_has_to_be_is_not_told() {
        let told =
            person(json!({ "given_name": 7, "org": "Acme", "phone": "soon", "employee": ["4711"], "email": "no" }));
        assert_eq!(
            (told.values.len(), told.provisioned_id, told.email, told.email_verified),
            (0, None, None, false)
        );
        for verified in [
            json!("true"),
            json!(1),
            json!("yes"),
            json!([true]),
            json!(null),
            json!(false),
        ] {
            let told = person(json!({ "email": "jane@example.org", "email_verified": verified }));
            assert!(told.email.is_some() && !told.email_verified, "{verified}");
        }
        assert!(
            !person(json!({ "email_verified": true })).email_verified,
            "of no address"
        );
    }

    #[test]
    fn a_person_here_is_what_the_provider_tells_but_for_what_is_proven_or_the_customer_s() {
        let kind: AccountKind = serde_json::from_value(json!({
            "enabled": true, "customer_fields": [{ "name": "companyName" }],
        }))
        .expect("a kind");
        let told = person(json!({ "given_name": "Janet", "org": { "name": "Acme" }, "phone": "+49 30 1234567" }));
        let mut user = crate::testing::user();
        let after = told.taken_over(&user, Some(&kind));
        assert_eq!(after.names(), ("Janet", user.names().1), "what is not told stays");
        assert_eq!(
            (after.phone_number.as_deref(), &after.profile),
            (Some("+49301234567"), &None)
        );
        assert_ne!(after.name_hash, user.name_hash);
        assert_eq!(
            told.taken_over(&after, Some(&kind)),
            after,
            "nothing is new the next time"
        );
        user.phone_number = Some("+49301111111".to_owned());
        user.number_proven_at = Some(1);
        let after = told.taken_over(&user, None);
        assert_eq!(after.phone_number, user.phone_number);
        assert_eq!(after.profile.expect("a profile")["companyName"], "Acme");
    }

    #[test]
    fn userinfo_adds_what_it_tells_of_the_same_person_and_changes_nothing() {
        let claims = Claims::new("jane".to_owned(), json!({ "sub": "jane", "given_name": "Jane" }));
        let more = json!({ "sub": "jane", "given_name": "Janet", "email": "jane@example.org" });
        let both = claims
            .clone()
            .with_userinfo(more.to_string().as_bytes())
            .expect("claims");
        let told = both.person(&oidc(), None);
        assert_eq!(told.values["firstName"], "Jane");
        assert!(told.email.is_some());
        let typed = Claims::new("jane".to_owned(), json!({ "email": "typed@example.org" }));
        let proven = json!({ "sub": "jane", "email": "jane@example.org", "email_verified": true });
        let both = typed.with_userinfo(proven.to_string().as_bytes()).expect("claims");
        assert!(!both.person(&oidc(), None).email_verified, "another address is proven");
        for answer in [json!({ "sub": "other" }), json!({}), json!({ "sub": 7 }), json!([])] {
            assert_eq!(
                claims.clone().with_userinfo(answer.to_string().as_bytes()),
                None,
                "{answer}"
            );
        }
    }
}
