//! What other runs have left: what the budget test counted, requests to the table and their capacity per operation, and what
//! `make bench-people` has found.

use std::path::Path;

use serde::Deserialize;

use crate::world::Failure;

/// One operation, as `tests/tests/budget.rs` writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Work {
    pub(crate) operation: String,
    /// Round trips that wait for one another.
    pub(crate) requests: f64,
    pub(crate) write_units: f64,
    pub(crate) read_units: f64,
    /// Writes beside it that count the calls of a source, one unit each.
    pub(crate) counts_per_source: f64,
}

/// Reads what the test left.
pub(crate) fn read(file: &Path) -> Result<Vec<Work>, Failure> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(serde_json::from_str(&text)?)
}

/// A section of the page as it stands there: `make bench-people` writes it.
pub(crate) fn section(root: &Path, heading: &str) -> Result<String, Failure> {
    let page = std::fs::read_to_string(root.join("docs/performance.md"))?;
    let from = page.find(heading).ok_or("the page has lost a section")?;
    let section = &page[from..];
    let to = section[heading.len()..].find("\n## ").map(|next| heading.len() + next);
    Ok(section[..to.unwrap_or(section.len())].to_owned())
}
