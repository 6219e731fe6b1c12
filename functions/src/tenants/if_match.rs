//! `If-Match`: which version a change is of (RFC 9110 section 13.1.1).

use axum::extract::FromRequestParts;
use http::header::IF_MATCH;
use http::request::Parts;

use crate::http::{Problem, code};

/// The version that a call changes.
pub struct IfMatch(pub Expected);

/// Which version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Whichever there is: `*`.
    Any,
    /// This one.
    Version(u64),
}

impl<S: Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let mut values = parts.headers.get_all(IF_MATCH).iter();
        let value = values
            .next()
            .ok_or_else(|| Problem::new(&code::PRECONDITION_REQUIRED))?;
        let told = value.to_str().unwrap_or_default().trim();
        match told.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            _ if values.next().is_some() => {
                Err(Problem::new(&code::INVALID_HEADER).detail("If-Match names one version"))
            }
            None if told == "*" => Ok(Self(Expected::Any)),
            // A tag that was never given, or a weak one, matches nothing.
            None => Err(Problem::new(&code::PRECONDITION_FAILED)),
            Some(number) => match number.parse() {
                Ok(number) => Ok(Self(Expected::Version(number))),
                Err(_) => Err(Problem::new(&code::PRECONDITION_FAILED)),
            },
        }
    }
}
