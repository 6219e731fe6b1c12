//! What a list is asked with: how many, behind which, and what the list itself knows.

use std::collections::BTreeMap;

use super::{FieldError, Problem, code};

/// Entries on a page where the caller does not say how many.
const LIMIT: usize = 25;
/// As many as one request to the table reads at most.
const MOST: usize = 100;

/// The parameters of a list: each once, and none that it does not have.
pub(crate) struct ListQuery(BTreeMap<String, String>);

impl ListQuery {
    /// Reads the query of a list that has `known` parameters beside `limit` and `cursor`.
    pub(crate) fn read(query: Option<&str>, known: &[&str]) -> Result<Self, Problem> {
        Self::read_whole(query, &[&["limit", "cursor"], known].concat())
    }

    /// Reads the query of a list that is told as a whole.
    pub(crate) fn read_whole(query: Option<&str>, known: &[&str]) -> Result<Self, Problem> {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query.unwrap_or_default()).unwrap_or_default();
        let mut parameters = BTreeMap::new();
        for (name, value) in pairs {
            if !known.contains(&name.as_str()) {
                return Err(wrong(&name, "the list has no such parameter"));
            }
            if parameters.insert(name.clone(), value).is_some() {
                return Err(wrong(&name, "this stands twice"));
            }
        }
        Ok(Self(parameters))
    }

    /// The value of a parameter, if it is given.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// How many entries are asked for.
    pub(crate) fn limit(&self) -> Result<usize, Problem> {
        match self.get("limit").map(str::parse) {
            None => Ok(LIMIT),
            Some(Ok(limit)) if (1..=MOST).contains(&limit) => Ok(limit),
            Some(_) => Err(wrong("limit", "this is a number from 1 to 100")),
        }
    }

    /// Where the page begins, as `open` reads it off the cursor; it is an error where that is none of the list's.
    pub(crate) fn from<T>(&self, open: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Problem> {
        match self.get("cursor").map(open) {
            Some(None) => Err(wrong("cursor", "this is no cursor of this list")),
            known => Ok(known.flatten()),
        }
    }
}

/// A parameter that the list does not take.
pub(crate) fn wrong(name: &str, sentence: &'static str) -> Problem {
    let flaw = FieldError::new(format!("/{name}"), "unknown_value", sentence);
    Problem::new(&code::INVALID_QUERY).errors(vec![flaw])
}
