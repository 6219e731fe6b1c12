//! How a tenant's people may be texted, and what that may cost.

use serde::{Deserialize, Serialize};

use crate::phone;

/// 1 cent to 5 dollars.
const MAX_PRICE_CENTS: std::ops::RangeInclusive<u32> = 1..=500;
/// No limit at all would be an open purse.
const DAILY_LIMIT: std::ops::RangeInclusive<u32> = 1..=1_000_000;
/// There are 249 countries.
const MAX_COUNTRIES: usize = 249;

/// What text messages a tenant sends. Without it, it sends none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sms {
    /// Whom a message comes from, as phones show it: 1 to 11 letters and digits, with a letter among them. Without,
    /// the account's own number.
    #[serde(default)]
    pub sender_id: Option<String>,
    /// The countries whose numbers may be texted, as ISO 3166-1 writes them.
    pub countries: Vec<String>,
    /// How many messages a day, by UTC.
    #[serde(default = "a_thousand")]
    pub daily_limit: u32,
    /// What a message may cost, in cents of a US dollar: one that costs more is not sent.
    #[serde(default = "half_a_dollar")]
    pub max_price_cents: u32,
}

impl Sms {
    /// Whether a number may be texted.
    #[must_use]
    pub fn reaches(&self, number: &str) -> bool {
        phone::country(number).is_some_and(|country| self.countries.iter().any(|known| known == country))
    }

    /// Everything wrong with it: where in it, and what.
    pub(super) fn flaws(&self) -> Vec<(String, &'static str)> {
        let mut flaws = Vec::new();
        let mut unless = |holds: bool, at: &str, message| {
            if !holds {
                flaws.push((at.to_owned(), message));
            }
        };
        unless(
            self.sender_id.as_deref().is_none_or(is_sender_id),
            "/sender_id",
            "has to be 1 to 11 letters and digits of ASCII, with a letter among them",
        );
        unless(
            (1..=MAX_COUNTRIES).contains(&self.countries.len()),
            "/countries",
            "have to name the countries that may be texted",
        );
        for (index, country) in self.countries.iter().enumerate() {
            unless(
                phone::is_country(country),
                &format!("/countries/{index}"),
                "has to be a country as ISO 3166-1 writes it, such as DE",
            );
        }
        unless(
            DAILY_LIMIT.contains(&self.daily_limit),
            "/daily_limit",
            "has to be 1 to 1000000",
        );
        unless(
            MAX_PRICE_CENTS.contains(&self.max_price_cents),
            "/max_price_cents",
            "has to be 1 to 500",
        );
        flaws
    }
}

/// What networks take as a sender that is no number.
fn is_sender_id(id: &str) -> bool {
    (1..=11).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && id.bytes().any(|byte| byte.is_ascii_alphabetic())
}

const fn a_thousand() -> u32 {
    1_000
}

const fn half_a_dollar() -> u32 {
    50
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sms(document: serde_json::Value) -> Sms {
        serde_json::from_value(document).expect("by its types")
    }

    #[test]
    fn a_sender_is_letters_and_digits_with_a_letter() {
        for id in ["A", "ACME", "Acme24", "12345678901a".get(1..).expect("eleven")] {
            assert!(is_sender_id(id), "{id}");
        }
        for id in ["", "12345", "Acme Energy", "AcmeEnergyLtd", "Zähler", "ACME-1"] {
            assert!(!is_sender_id(id), "{id}");
        }
    }

    #[test]
    fn only_numbers_of_the_listed_countries_are_reached() {
        let sms = sms(serde_json::json!({"countries": ["DE", "NL"]}));
        assert_eq!(sms.flaws(), []);
        assert!(sms.reaches("+491701234567") && sms.reaches("+31612345678"));
        for number in ["+447700900123", "+882161234567", "+8801712345678", ""] {
            assert!(!sms.reaches(number), "{number}");
        }
    }

    #[test]
    fn every_flaw_points_at_its_member() {
        let flaws = sms(serde_json::json!({
            "sender_id": "0800123", "countries": ["DE", "Germany"], "daily_limit": 0, "max_price_cents": 501,
        }))
        .flaws();
        let pointers: Vec<_> = flaws.iter().map(|(at, _)| at.as_str()).collect();
        assert_eq!(
            pointers,
            ["/sender_id", "/countries/1", "/daily_limit", "/max_price_cents"]
        );
        assert_eq!(sms(serde_json::json!({"countries": []})).flaws().len(), 1);
    }
}
