//! What a service of somebody else's answers: a JSON object that says each thing once.
//!
//! RFC 8259 section 4 leaves open what a member means that stands twice, and readers differ. Of two decisions, say, neither
//! may count.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Map, Value};

/// The members of an answer.
#[derive(Debug)]
pub(crate) struct Answered(pub(crate) Map<String, Value>);

impl<'de> Deserialize<'de> for Answered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members)
    }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Answered;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object whose members stand once")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut members = Map::new();
        while let Some((name, value)) = access.next_entry::<String, Value>()? {
            if members.insert(name, value).is_some() {
                return Err(A::Error::custom("a member stands twice"));
            }
        }
        Ok(Answered(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_says_each_thing_once() {
        let read = |text: &str| serde_json::from_str::<Answered>(text).map(|answered| answered.0.len());
        assert_eq!(read(r#"{"a":1,"b":{"a":1}}"#).ok(), Some(2));
        for text in [
            r#"{"a":1,"a":1}"#,
            r#"{"a":1,"\u0061":2}"#,
            "[]",
            "[[\"a\",1]]",
            "null",
            "{} {}",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
