//! Whole numbers, however they are written: JSON has one kind of number, and some programs write 3600 as 3600.0.

use serde::de::Unexpected;
use serde::{Deserialize, Deserializer};
use serde_json::Number;

/// Reads a whole number.
pub(crate) fn whole<'de, D: Deserializer<'de>>(value: D) -> Result<i64, D::Error> {
    read(Number::deserialize(value)?)
}

/// Reads a whole number, or none where there is `null`.
pub(crate) fn whole_or_none<'de, D: Deserializer<'de>>(value: D) -> Result<Option<i64>, D::Error> {
    Option::<Number>::deserialize(value)?.map(read).transpose()
}

fn read<E: serde::de::Error>(number: Number) -> Result<i64, E> {
    let written = number.as_i64().or_else(|| number.as_f64()?.to_string().parse().ok());
    written.ok_or_else(|| E::invalid_type(Unexpected::Other("a number with a fraction"), &"a whole number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Numbers {
        #[serde(deserialize_with = "whole")]
        one: i64,
        #[serde(default, deserialize_with = "whole_or_none")]
        other: Option<i64>,
    }

    #[test]
    fn a_whole_number_is_one_however_it_is_written() {
        for (text, one, other) in [
            (r#"{"one": 50}"#, 50, None),
            (r#"{"one": 50.0, "other": null}"#, 50, None),
            (r#"{"one": 5e1, "other": -3.0}"#, 50, Some(-3)),
        ] {
            let read: Numbers = serde_json::from_str(text).expect("numbers");
            assert_eq!((read.one, read.other), (one, other), "{text}");
        }
        for text in [
            r#"{"one": 0.5}"#,
            r#"{"one": 1e300}"#,
            r#"{"one": "50"}"#,
            r#"{"one": null}"#,
            r#"{"one": 1, "other": 1.5}"#,
        ] {
            assert!(serde_json::from_str::<Numbers>(text).is_err(), "{text}");
        }
    }
}
