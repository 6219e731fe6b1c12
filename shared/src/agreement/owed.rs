//! What a person has to accept before they get a token, where the app and not a page of ours asks them.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Accepted, in_force, pending};
use crate::tenant::Tenant;
use crate::user::User;

/// What an app says that a person accepted: the version by the agreement's name, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AcceptedVersions(BTreeMap<String, u32>);

impl AcceptedVersions {
    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de> Deserialize<'de> for AcceptedVersions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Versions;

        impl<'de> Visitor<'de> for Versions {
            type Value = AcceptedVersions;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with the version of each agreement")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<AcceptedVersions, A::Error> {
                let mut said = BTreeMap::new();
                while let Some((name, version)) = members.next_entry::<String, f64>()? {
                    // JSON knows one kind of number: 2.0 is 2.
                    if version.fract() != 0.0 || !(0.0..=f64::from(u32::MAX)).contains(&version) {
                        return Err(A::Error::custom("a version is a whole number"));
                    }
                    let version = version as u32;
                    if said.insert(name, version).is_some() {
                        return Err(A::Error::custom("an agreement is named twice"));
                    }
                }
                Ok(AcceptedVersions(said))
            }
        }

        deserializer.deserialize_map(Versions)
    }
}

/// An agreement in the words that one person is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// What accepting it is evidence of.
    pub accepted: Accepted,
    /// What it is called in that language.
    pub title: String,
}

/// What was accepted, and what is owed still.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owing {
    /// What counts of what the app says.
    pub accepted: Vec<Accepted>,
    /// What a person has to accept before they go on, and did not.
    pub owed: Vec<Owed>,
}

/// What `user` owes once what an app says counts: each version that is the one of now, of an agreement for people of their
/// kind that they have not accepted in this version yet.
///
/// # Errors
/// The name of the first agreement that is not for them, or that there is none of.
pub fn owing(tenant: &Tenant, user: &User, said: &AcceptedVersions, now: Timestamp) -> Result<Owing, String> {
    let pending = pending(&tenant.agreements, user.customer_kind, &user.consents, now);
    let theirs = |name: &str| {
        let of_name = tenant.agreements.iter().find(|agreement| agreement.name == name);
        of_name.filter(|agreement| agreement.is_for(user.customer_kind))
    };
    if let Some(unknown) = said.0.keys().find(|name| theirs(name).is_none()) {
        return Err(unknown.clone());
    }
    let wanted = [user.locale.as_deref().unwrap_or_default(), &tenant.default_locale].map(primary);
    let mut owing = Owing::default();
    for agreement in tenant
        .agreements
        .iter()
        .filter(|agreement| theirs(&agreement.name).is_some())
    {
        let name = &agreement.name;
        let Some(current) = agreement.current(now) else {
            continue;
        };
        let Some((locale, text)) = current.text(&wanted) else {
            continue;
        };
        let accepted = Accepted {
            agreement: name.clone(),
            version: current.version,
            locale: locale.to_owned(),
            sha256: text.sha256.clone().unwrap_or_default(),
        };
        let before = in_force(&user.consents, name).map(|(_, accepted)| accepted.version);
        match said.0.get(name) {
            Some(version) if *version == current.version && before != Some(*version) => owing.accepted.push(accepted),
            _ if pending.contains(name) => owing.owed.push(Owed {
                accepted,
                title: text.title.clone(),
            }),
            _ => {}
        }
    }
    Ok(owing)
}

/// The language of a tag: "de" of "de-AT".
#[must_use]
pub fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::agreement::tests::{agreement, consent};
    use crate::testing;

    fn said(versions: &[(&str, u32)]) -> AcceptedVersions {
        let named = versions.iter().map(|(name, version)| ((*name).to_owned(), *version));
        AcceptedVersions(named.collect())
    }

    fn told(user: &User, versions: &[(&str, u32)]) -> (Vec<u32>, Vec<u32>) {
        let mut tenant = testing::tenant();
        tenant.agreements = vec![agreement(json!({}))];
        let owing = owing(&tenant, user, &said(versions), testing::now()).expect("they are known");
        let versions = |accepted: &Accepted| accepted.version;
        let owed = owing.owed.iter().map(|owed| versions(&owed.accepted));
        (owing.accepted.iter().map(versions).collect(), owed.collect())
    }

    #[test]
    fn the_version_of_now_counts_and_no_other() {
        let user = testing::user();
        assert_eq!(told(&user, &[]), (vec![], vec![2]));
        assert_eq!(told(&user, &[("terms", 1)]), (vec![], vec![2]));
        assert_eq!(told(&user, &[("terms", 2)]), (vec![2], vec![]));
    }

    #[test]
    fn an_agreement_is_named_once() {
        let read = |said: &str| serde_json::from_str::<AcceptedVersions>(said);
        assert_eq!(read(r#"{"terms":2}"#).expect("once"), said(&[("terms", 2)]));
        assert_eq!(read(r#"{"terms":2.0}"#).expect("a whole number"), said(&[("terms", 2)]));
        for wrong in [
            r#"{"terms":1,"terms":2}"#,
            r#"{"terms":2.5}"#,
            r#"{"terms":-1}"#,
            r#"{"terms":"2"}"#,
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_was_accepted_is_not_accepted_once_more() {
        let mut user = testing::user();
        user.consents = vec![consent(2)];
        assert_eq!(told(&user, &[]), (vec![], vec![]));
        assert_eq!(told(&user, &[("terms", 2)]), (vec![], vec![]));
    }

    #[test]
    fn what_is_not_for_them_is_named() {
        let mut tenant = testing::tenant();
        tenant.agreements = vec![agreement(json!({}))];
        let user = testing::user();
        let unknown = owing(&tenant, &user, &said(&[("news", 1)]), testing::now());
        assert_eq!(unknown, Err("news".to_owned()));
        tenant.agreements[0].audience = crate::customer::CustomerKind::ALL
            .into_iter()
            .filter(|kind| *kind != user.customer_kind)
            .collect();
        let of_others = owing(&tenant, &user, &said(&[("terms", 2)]), testing::now());
        assert_eq!(of_others, Err("terms".to_owned()));
    }

    #[test]
    fn the_words_are_those_of_the_persons_language_where_there_are_such() {
        let mut tenant = testing::tenant();
        let mut terms = agreement(json!({}));
        let german = terms.versions[1].texts["en"].clone();
        terms.versions[1].texts.insert("de".to_owned(), german);
        tenant.agreements = vec![terms];
        let mut user = testing::user();
        for (locale, told) in [(Some("de-AT"), "de"), (Some("fr"), "en"), (None, "en")] {
            user.locale = locale.map(str::to_owned);
            let owing = owing(&tenant, &user, &said(&[]), testing::now()).expect("nothing is said");
            assert_eq!(owing.owed[0].accepted.locale, told);
        }
    }
}
