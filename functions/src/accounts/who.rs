//! Who a person is, as a call says it.

use std::fmt;

use usher::address::EmailAddress;
use usher::person::PersonName;
use usher::phone::e164;
use usher::provisioning::NewUser;
use usher::sso::is_subject;

use super::values::{is_external_id, is_locale};
use crate::http::FieldError;

/// Who a person is, as received.
pub(crate) struct Who {
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) email_address: String,
    pub(crate) external_account_id: Option<String>,
    pub(crate) external_authentication_provider_id: Option<String>,
    pub(crate) phone_number: Option<String>,
    pub(crate) locale: Option<String>,
}

impl Who {
    /// The person, without any place, unless something is wrong that the person cannot do without. Everything that is wrong
    /// goes to `errors`, at pointers below `at`.
    pub(crate) fn check(self, at: &str, errors: &mut Vec<FieldError>) -> Option<NewUser> {
        let at = |field: &str| format!("{at}/{field}");
        let first_name = keep(PersonName::parse(&self.first_name), errors, at("first_name"), |e| {
            e.code()
        });
        let last_name = keep(PersonName::parse(&self.last_name), errors, at("last_name"), |e| {
            e.code()
        });
        let email = keep(
            EmailAddress::parse(&self.email_address),
            errors,
            at("email_address"),
            |e| e.code(),
        );
        if let Some(id) = &self.external_account_id {
            check_id(id, errors, at("external_account_id"));
        }
        if let Some(subject) = &self.external_authentication_provider_id
            && !is_subject(subject)
        {
            errors.push(FieldError::new(
                at("external_authentication_provider_id"),
                "id_malformed",
                "an id at an identity provider is 1 to 255 octets without control characters",
            ));
        }
        let phone_number = self.phone_number.and_then(|typed| {
            let parsed = e164(&typed);
            if parsed.is_none() {
                let sentence = "a phone number has its country code: + and 8 to 15 digits";
                errors.push(FieldError::new(at("phone_number"), "phone_number_malformed", sentence));
            }
            parsed
        });
        if self.locale.as_deref().is_some_and(|tag| !is_locale(tag)) {
            errors.push(FieldError::new(
                at("locale"),
                "locale_malformed",
                "a language is a BCP 47 tag such as en or de-AT",
            ));
        }
        Some(NewUser {
            first_name: Some(first_name?),
            last_name: Some(last_name?),
            email: email?,
            external_id: self.external_account_id,
            external_authentication_provider_id: self.external_authentication_provider_id,
            phone_number,
            locale: self.locale,
            installations: Vec::new(),
            profile: None,
            invitation: None,
            joins: None,
            create_verified: false,
        })
    }
}

fn keep<T, E: fmt::Display>(
    parsed: Result<T, E>,
    errors: &mut Vec<FieldError>,
    pointer: String,
    code: impl Fn(&E) -> &'static str,
) -> Option<T> {
    parsed
        .map_err(|error| errors.push(FieldError::new(pointer, code(&error), &error)))
        .ok()
}

/// Notes what is wrong with an id of the caller's.
pub(super) fn check_id(id: &str, errors: &mut Vec<FieldError>, pointer: String) {
    if !is_external_id(id) {
        errors.push(FieldError::new(
            pointer,
            "id_malformed",
            "an external id is 1 to 128 characters without control characters",
        ));
    }
}
