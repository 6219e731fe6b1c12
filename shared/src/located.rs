//! Reads a JSON document and says where it cannot be read.
//!
//! `serde_json` does not say where, and what wraps it to say so brings all code that reads the document once more, which
//! were 400 KB of a function. This is the only way in which tenants' documents are read, so it is there once.

use std::iter::Enumerate;

use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Value, map};

/// Why a document cannot be read, and where.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Misread {
    /// Where: the names and numbers on the way there, the outermost first. What is missing or unknown is so at its parent.
    pub way: Vec<Step>,
    /// What is wrong with it, in English.
    pub message: String,
    /// Whether `way` is known, which it is once the innermost value has failed.
    is_placed: bool,
}

/// One step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a member of an object.
    Key(String),
    /// Into an element of a list.
    Index(usize),
}

impl serde::de::Error for Misread {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self {
            way: Vec::new(),
            message: message.to_string(),
            is_placed: false,
        }
    }
}

/// Reads a document.
///
/// # Errors
/// When it does not fit.
pub fn read<T: DeserializeOwned>(document: &Value) -> Result<T, Misread> {
    T::deserialize(Located {
        value: document,
        place: &Place::Whole,
    })
}

/// Where a value stands.
enum Place<'a> {
    Whole,
    Member(&'a Place<'a>, &'a str),
    Element(&'a Place<'a>, usize),
}

impl Place<'_> {
    fn way(&self) -> Vec<Step> {
        let (around, step) = match self {
            Self::Whole => return Vec::new(),
            Self::Member(around, name) => (around, Step::Key((*name).to_owned())),
            Self::Element(around, index) => (around, Step::Index(*index)),
        };
        let mut way = around.way();
        way.push(step);
        way
    }

    /// Says that this is where it failed, unless it was further in.
    fn blame(&self, mut error: Misread) -> Misread {
        if !error.is_placed {
            (error.way, error.is_placed) = (self.way(), true);
        }
        error
    }
}

/// A value, and where it stands.
#[derive(Clone, Copy)]
struct Located<'de, 'a> {
    value: &'de Value,
    place: &'a Place<'a>,
}

impl<'de> Deserializer<'de> for Located<'de, '_> {
    type Error = Misread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        let read = match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(yes) => visitor.visit_bool(*yes),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => visitor.visit_u64(number),
                (_, Some(number)) => visitor.visit_i64(number),
                _ => visitor.visit_f64(number.as_f64().unwrap_or(f64::NAN)),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(all) => visitor.visit_seq(Elements {
                rest: all.iter().enumerate(),
                around: self.place,
            }),
            Value::Object(all) => visitor.visit_map(Members {
                rest: all.iter(),
                next: None,
                around: self.place,
            }),
        };
        read.map_err(|error| self.place.blame(error))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    /// An object and nothing else: serde would take a list for its members in their order.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        self.deserialize_map(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self.value {
            Value::Object(_) => self.deserialize_any(visitor),
            other => Err(self.place.blame(Misread::invalid_type(kind_of(other), &"an object"))),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Misread> {
        let read = visitor.visit_newtype_struct(self);
        read.map_err(|error| self.place.blame(error))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        let read = match self.value.as_str() {
            Some(word) => visitor.visit_enum(StrDeserializer::new(word)),
            None => Err(Misread::invalid_type(kind_of(self.value), &"a word")),
        };
        read.map_err(|error| self.place.blame(error))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct
        identifier ignored_any
    }
}

/// The elements of a list.
struct Elements<'de, 'a> {
    rest: Enumerate<std::slice::Iter<'de, Value>>,
    around: &'a Place<'a>,
}

impl<'de> SeqAccess<'de> for Elements<'de, '_> {
    type Error = Misread;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Misread> {
        let Some((index, value)) = self.rest.next() else {
            return Ok(None);
        };
        let place = &Place::Element(self.around, index);
        let read = seed.deserialize(Located { value, place });
        read.map(Some).map_err(|error| place.blame(error))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// The members of an object.
struct Members<'de, 'a> {
    rest: map::Iter<'de>,
    next: Option<(&'de str, &'de Value)>,
    around: &'a Place<'a>,
}

impl<'de> MapAccess<'de> for Members<'de, '_> {
    type Error = Misread;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Misread> {
        let Some((name, value)) = self.rest.next() else {
            return Ok(None);
        };
        self.next = Some((name, value));
        // A name that nobody knows is told at its own place.
        let read = seed.deserialize(BorrowedStrDeserializer::new(name));
        read.map(Some)
            .map_err(|error| Place::Member(self.around, name).blame(error))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Misread> {
        let (name, value) = self
            .next
            .take()
            .ok_or_else(|| Misread::custom("a value without a name"))?;
        let place = &Place::Member(self.around, name);
        let read = seed.deserialize(Located { value, place });
        read.map_err(|error| place.blame(error))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// What a value is, as messages say it.
fn kind_of(value: &Value) -> Unexpected<'_> {
    match value {
        Value::Null => Unexpected::Unit,
        Value::Bool(yes) => Unexpected::Bool(*yes),
        Value::Number(_) => Unexpected::Other("number"),
        Value::String(text) => Unexpected::Str(text),
        Value::Array(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
    }
}

#[cfg(test)]
mod tests;
