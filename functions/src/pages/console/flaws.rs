//! What is wrong with the tenant's document, and which input of a form is meant.

use super::{ConsoleShell, FieldRow, FieldTable, Told};
use crate::words::ConsoleWords;

/// A mistake, as the API tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flaw {
    /// Where it is: a JSON Pointer; empty where it is nowhere in particular.
    pub pointer: String,
    /// What it is, in English.
    pub detail: String,
    /// The input that is meant: its id, and its label.
    pub(super) input: Option<(String, String)>,
}

impl Flaw {
    /// A mistake that no input is known for yet.
    #[must_use]
    pub const fn new(pointer: String, detail: String) -> Self {
        let input = None;
        Self { pointer, detail, input }
    }

    /// Where it is to be mended: what is missing is told at what it is missing from.
    fn at(&self) -> String {
        let missing = self.detail.strip_prefix("missing field `");
        match missing.and_then(|rest| rest.split('`').next()) {
            Some(member) => format!("{}/{member}", self.pointer),
            None => self.pointer.clone(),
        }
    }
}

/// An input of a form, and what it stands for.
pub(super) struct Spot {
    /// A JSON Pointer into the tenant's document: mistakes in it and below it are this input's.
    at: String,
    id: String,
    label: String,
    /// Whether it is of the whole document: mistakes in it are told by their pointers.
    names_all: bool,
}

impl Spot {
    pub(super) const fn new(at: String, id: String, label: String) -> Self {
        let names_all = false;
        Self {
            at,
            id,
            label,
            names_all,
        }
    }

    /// The input of the whole document.
    pub(super) const fn of_all(id: String, label: String) -> Self {
        Self {
            at: String::new(),
            id,
            label,
            names_all: true,
        }
    }

    fn holds(&self, pointer: &str) -> bool {
        let below = pointer.strip_prefix(self.at.as_str());
        below.is_some_and(|below| below.is_empty() || below.starts_with('/'))
    }
}

impl Told {
    /// The same with the input that each mistake is in: of several, the one that is meant most closely.
    pub(super) fn placed(&self, spots: &[Spot]) -> Self {
        let mut told = self.clone();
        for flaw in &mut told.flaws {
            let at = flaw.at();
            let holding = spots.iter().filter(|spot| spot.holds(&at));
            let closest = holding.max_by_key(|spot| spot.at.len());
            flaw.input = closest.map(|spot| match spot.names_all && !flaw.pointer.is_empty() {
                true => (spot.id.clone(), flaw.pointer.clone()),
                false => (spot.id.clone(), spot.label.clone()),
            });
        }
        told
    }
}

impl ConsoleShell {
    /// What an input has in its tag where something is wrong with it.
    pub(super) fn invalid(&self, id: &str) -> &'static str {
        let mut inputs = self.told.flaws.iter().filter_map(|flaw| flaw.input.as_ref());
        match inputs.any(|(wrong, _)| wrong == id) {
            true => " aria-invalid=\"true\"",
            false => "",
        }
    }

    /// The same where the id has two parts.
    pub(super) fn invalid_of(&self, prefix: &str, name: &str) -> &'static str {
        self.invalid(&format!("{prefix}{name}"))
    }

    /// The same in a table.
    pub(super) fn invalid_in(&self, prefix: &str, row: &usize, column: &str) -> &'static str {
        self.invalid(&format!("{prefix}.{row}.{column}"))
    }
}

impl FieldTable {
    /// Its inputs, where the fields stand at `base` and [`FieldTable::at`].
    pub(super) fn spots(&self, words: ConsoleWords, base: &str) -> Vec<Spot> {
        let row = |(index, _): (usize, &FieldRow)| {
            let number = super::row(words, index + 1);
            COLUMNS.map(|(member, column, label)| {
                let label = format!("{number}, {}", words.say(label, &[]));
                let id = format!("{}.{index}.{column}", self.prefix);
                Spot::new(format!("{base}{}/{index}{member}", self.at), id, label)
            })
        };
        let all = Spot::new(
            format!("{base}{}", self.at),
            format!("{}.0.name", self.prefix),
            words.say(self.heading, &[]),
        );
        let rows = self.rows.iter().enumerate().flat_map(row);
        std::iter::once(all).chain(rows).collect()
    }
}

/// The member of a field that each column of [`FieldTable`] stands for, the column's name and the message of its label. What
/// is wrong with a field as a whole is found at its name.
const COLUMNS: [(&str, &str, &str); 7] = [
    ("", "name", "field-name"),
    ("/name", "name", "field-name"),
    ("/type", "type", "field-type"),
    ("/label", "label", "field-label"),
    ("/choices", "choices", "field-choices"),
    ("/required", "required", "field-required"),
    ("/shown", "shown", "field-shown"),
];
