//! Structured dictionaries (RFC 9651) in which nothing occurs twice.
//!
//! RFC 9651 keeps the last of two equal keys. A proxy or another library may keep the first and then see
//! another signature, so a repetition is refused here.

use std::collections::HashSet;
use std::convert::Infallible;

use sfv::visitor::{DictionaryVisitor, EntryVisitor, Ignored, InnerListVisitor, ItemVisitor, ParameterVisitor};
use sfv::{BareItemFromInput, Dictionary, KeyRef, Parser};

use super::{RequestParts, SignatureError};

/// Reads all lines of a header as one dictionary; `None` if there are none.
///
/// # Errors
///
/// [`SignatureError::HeaderMalformed`] with the parser's reason, or [`SignatureError::Repeated`].
pub(super) fn dictionary(parts: &RequestParts<'_>, header: &'static str) -> Result<Option<Dictionary>, SignatureError> {
    let Some(value) = parts.field(header) else {
        return Ok(None);
    };
    let malformed = |error: sfv::Error| SignatureError::HeaderMalformed {
        header,
        detail: error.to_string(),
    };
    let repeated = Parser::new(&value)
        .parse_dictionary_with_visitor(Repetition::default())
        .map_err(malformed)?;
    if let Some(name) = repeated {
        return Err(SignatureError::Repeated {
            header,
            name: name.to_owned(),
        });
    }
    Parser::new(&value).parse().map(Some).map_err(malformed)
}

/// Finds the first key, or parameter of a member, that occurs twice.
#[derive(Default)]
struct Repetition<'de> {
    keys: HashSet<&'de str>,
    /// Of the member being read.
    parameters: HashSet<&'de str>,
    found: Option<&'de str>,
}

impl<'de> DictionaryVisitor<'de> for Repetition<'de> {
    type Out = Option<&'de str>;
    type Error = Infallible;

    fn entry(&mut self, key: &'de KeyRef) -> Result<impl EntryVisitor<'de>, Infallible> {
        if !self.keys.insert(key.as_str()) {
            self.found.get_or_insert(key.as_str());
        }
        self.parameters.clear();
        Ok(self)
    }

    fn finish(self) -> Result<Self::Out, Infallible> {
        Ok(self.found)
    }
}

impl<'de> EntryVisitor<'de> for &mut Repetition<'de> {
    type Error = Infallible;

    fn item(self) -> Result<impl ItemVisitor<'de>, Infallible> {
        Ok(self)
    }

    fn inner_list(self) -> Result<impl InnerListVisitor<'de>, Infallible> {
        Ok(self)
    }
}

impl<'de> ItemVisitor<'de> for &mut Repetition<'de> {
    type Out = ();
    type Error = Infallible;

    fn bare_item(self, _: BareItemFromInput<'de>) -> Result<impl ParameterVisitor<'de, Out = ()>, Infallible> {
        Ok(self)
    }
}

impl<'de> InnerListVisitor<'de> for &mut Repetition<'de> {
    type Error = Infallible;

    /// Parameters of a component are refused altogether, so whether they repeat does not matter.
    fn item(&mut self) -> Result<impl ItemVisitor<'de>, Infallible> {
        Ok(Ignored)
    }

    fn finish(self) -> Result<impl ParameterVisitor<'de>, Infallible> {
        Ok(self)
    }
}

impl<'de> ParameterVisitor<'de> for &mut Repetition<'de> {
    type Out = ();
    type Error = Infallible;

    fn parameter(&mut self, key: &'de KeyRef, _: BareItemFromInput<'de>) -> Result<(), Infallible> {
        if !self.parameters.insert(key.as_str()) {
            self.found.get_or_insert(key.as_str());
        }
        Ok(())
    }

    fn finish(self) -> Result<(), Infallible> {
        Ok(())
    }
}
