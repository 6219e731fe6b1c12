//! Which line of a YAML text something stands on.

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// A step on the way into a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The value of a mapping's key.
    Key(String),
    /// The item of a list.
    Index(usize),
}

/// The line, counted from 1, of what `path` leads to.
///
/// The parser tells the place of an error and of nothing else, so this walks to the value and fails there.
pub(super) fn of(yaml: &str, path: &[Step]) -> Option<usize> {
    let arrived = Walk(path)
        .deserialize(serde_norway::Deserializer::from_str(yaml))
        .err()?;
    arrived
        .to_string()
        .contains(ARRIVED)
        .then(|| arrived.location().map(|location| location.line()))?
}

/// In no message of the parser's own, which puts the path in front and the place behind.
const ARRIVED: &str = "the walk has arrived";

struct Walk<'a>(&'a [Step]);

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Also what a scalar is refused with: the way ends at it.
        f.write_str("something deeper")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((Step::Key(wanted), rest)) = self.0.split_first() else {
            return Err(A::Error::custom(ARRIVED));
        };
        while let Some(key) = map.next_key::<String>()? {
            if key == *wanted {
                return map.next_value_seed(Arrive(rest));
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Some((Step::Index(wanted), rest)) = self.0.split_first() else {
            return Err(A::Error::custom(ARRIVED));
        };
        for _ in 0..*wanted {
            list.next_element::<IgnoredAny>()?;
        }
        list.next_element_seed(Arrive(rest)).map(|_| ())
    }
}

/// Goes on walking, or fails here when this is it, whatever kind of value it is.
struct Arrive<'a>(&'a [Step]);

impl<'de> DeserializeSeed<'de> for Arrive<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.0.is_empty() {
            deserializer.deserialize_any(Here)
        } else {
            Walk(self.0).deserialize(deserializer)
        }
    }
}

struct Here;

impl<'de> Visitor<'de> for Here {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_bool<E: serde::de::Error>(self, _: bool) -> Result<(), E> {
        Err(E::custom(ARRIVED))
    }

    fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<(), E> {
        Err(E::custom(ARRIVED))
    }

    fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<(), E> {
        Err(E::custom(ARRIVED))
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<(), E> {
        Err(E::custom(ARRIVED))
    }

    fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<(), E> {
        Err(E::custom(ARRIVED))
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        Err(E::custom(ARRIVED))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(A::Error::custom(ARRIVED))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(A::Error::custom(ARRIVED))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const YAML: &str =
        "# a comment\ntenants:\n  - name: a\n    brand: { colour: x }\n  - name: b\n    on: true\n    list: [1, 2]\n";

    fn line(path: &[&str]) -> Option<usize> {
        let step = |step: &&str| step.parse().map_or_else(|_| Step::Key((*step).to_owned()), Step::Index);
        of(YAML, &path.iter().map(step).collect::<Vec<_>>())
    }

    #[test]
    fn a_value_is_found_at_its_line() {
        assert_eq!(line(&["tenants", "0", "brand", "colour"]), Some(4));
        assert_eq!(line(&["tenants", "1"]), Some(5));
        assert_eq!(line(&["tenants", "1", "on"]), Some(6));
        assert_eq!(line(&["tenants", "1", "list"]), Some(7));
        assert_eq!(line(&["tenants", "1", "list", "1"]), Some(7));
    }

    #[test]
    fn what_is_not_there_has_no_line() {
        assert_eq!(line(&["tenants", "2"]), None);
        assert_eq!(line(&["tenants", "0", "sender"]), None);
        assert_eq!(line(&["tenants", "0", "name", "deeper"]), None);
    }
}
