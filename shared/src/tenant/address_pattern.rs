//! Which addresses a list means.

use serde::{Deserialize, Serialize};

use crate::address::EmailAddress;

/// An address, or with `@` in front every address of a domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[^@]*@[^@]+$")))]
pub struct AddressPattern(String);

/// The text is neither an address nor a domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an entry is an address, or a domain with @ in front, such as @example.org")]
pub struct NotAnAddressPattern;

impl AddressPattern {
    /// Whether it means this address. Addresses are compared as accounts are.
    #[must_use]
    pub fn matches(&self, email: &EmailAddress) -> bool {
        let key = email.key();
        match self.0.starts_with('@') {
            true => key.ends_with(&self.0),
            false => key == self.0,
        }
    }

    /// Whether two lists let nobody in at all: each address and domain that one allows, the other denies.
    #[must_use]
    pub fn take_nobody(allowed: &[Self], denied: &[Self]) -> bool {
        let covers = |denied: &Self, allowed: &Self| match denied.0.starts_with('@') {
            true => allowed.0.ends_with(&denied.0),
            false => allowed.0 == denied.0,
        };
        let is_denied = |allowed: &Self| denied.iter().any(|denied| covers(denied, allowed));
        !allowed.is_empty() && allowed.iter().all(is_denied)
    }

    /// Whether two lists let an address in: the one that allows, which allows all where it is empty, and the one that
    /// denies, whatever the other says.
    #[must_use]
    pub fn take(allowed: &[Self], denied: &[Self], email: &EmailAddress) -> bool {
        let is_on = |list: &[Self]| list.iter().any(|pattern| pattern.matches(email));
        (allowed.is_empty() || is_on(allowed)) && !is_on(denied)
    }
}

impl TryFrom<String> for AddressPattern {
    type Error = NotAnAddressPattern;

    fn try_from(text: String) -> Result<Self, NotAnAddressPattern> {
        // A domain is what an address of it ends with, read as addresses are: "@BÜRO.example" is "@xn--bro-hoa.example".
        let whole = match text.strip_prefix('@') {
            Some(domain) => format!("x@{domain}"),
            None => text.clone(),
        };
        let email = EmailAddress::parse(&whole).map_err(|_| NotAnAddressPattern)?;
        let key = email.key();
        Ok(Self(match text.starts_with('@') {
            true => key[1..].to_owned(),
            false => key,
        }))
    }
}

impl From<AddressPattern> for String {
    fn from(pattern: AddressPattern) -> Self {
        pattern.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, address: &str) -> bool {
        let pattern = AddressPattern::try_from(pattern.to_owned()).expect("a pattern");
        pattern.matches(&EmailAddress::parse(address).expect("an address"))
    }

    #[test]
    fn a_domain_means_its_addresses_and_no_others() {
        assert!(matches("@example.org", "jane@example.org"));
        assert!(matches("@Example.ORG", "Jane@EXAMPLE.org"));
        assert!(matches("@büro.example", "jane@xn--bro-hoa.example"));
        for other in [
            "jane@mail.example.org",
            "jane@notexample.org",
            "jane@example.org.evil.example",
        ] {
            assert!(!matches("@example.org", other), "{other}");
        }
    }

    #[test]
    fn an_address_means_itself() {
        assert!(matches("jane@example.org", "jane@example.org"));
        assert!(!matches("jane@example.org", "mary.jane@example.org"));
    }

    #[test]
    fn two_lists_let_nobody_in_where_one_denies_all_that_the_other_allows() {
        let list = |patterns: &[&str]| -> Vec<AddressPattern> {
            let read = patterns.iter().map(|text| AddressPattern::try_from((*text).to_owned()));
            read.map(|pattern| pattern.expect("a pattern")).collect()
        };
        for (allowed, denied, nobody) in [
            (
                &["@a.example", "jane@b.example"][..],
                &["@a.example", "@b.example"][..],
                true,
            ),
            (&["jane@b.example"], &["jane@b.example"], true),
            (&["@a.example"], &["jane@a.example"], false),
            (&["@a.example", "@b.example"], &["@a.example"], false),
            (&[], &["@a.example"], false),
        ] {
            let told = AddressPattern::take_nobody(&list(allowed), &list(denied));
            assert_eq!(told, nobody, "{allowed:?} {denied:?}");
        }
    }

    #[test]
    fn what_is_neither_is_refused() {
        for text in ["", "@", "example.org", "*@example.org@", "jane@", "@exa mple.org"] {
            assert!(AddressPattern::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
