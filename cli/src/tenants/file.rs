//! A file of tenants as it is given, and what is told about its lines.

use std::fs;
use std::path::Path;

use usher::outbound::OutboundPolicy;
use usher::tenant::{Flaw, Tenant};

use super::document::{self, Document, Fault};
use crate::{Refused, Told};

/// What begins a line that tells of no fault.
pub(super) const NOTE: &str = "note: ";

/// A file of tenants.
#[derive(Debug)]
pub(super) struct TenantsFile {
    name: String,
    text: String,
}

impl TenantsFile {
    /// Reads it.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn open(path: &Path) -> Result<Self, Told> {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|error| Told(format!("{name} cannot be read: {error}")))?;
        Ok(Self { name, text })
    }

    /// What it holds, for a stack whose calls to addresses that tenants name may go so far. What is wrong with it is told on
    /// standard error, and so is what will be otherwise than it says.
    ///
    /// # Errors
    /// When something is wrong with it, or it holds the demo's secrets and is for `elsewhere`.
    pub(super) fn check(&self, outbound: OutboundPolicy, elsewhere: Option<&str>) -> Result<Document, Told> {
        let document = document::read(&self.text, outbound).map_err(|faults| {
            faults.iter().for_each(|fault| self.tell("", fault));
            Told(format!("{}: {} to mend, nothing was applied", self.name, faults.len()))
        })?;
        document.remarks.iter().for_each(|remark| self.tell(NOTE, remark));
        match elsewhere.filter(|_| document.has_demo_secrets) {
            Some(elsewhere) => Err(Told(format!(
                "{} holds demo_secrets, which must never reach {elsewhere}",
                self.name
            ))),
            None => Ok(document),
        }
    }

    /// Tells everything that a deployment minds of one of the tenants, each with its line.
    pub(super) fn told(&self, document: &Document, index: usize, refused: Refused) -> Told {
        self.tell_each("", document, index, refused.flaws);
        refused.told
    }

    /// Tells each thing at its line; the place is a JSON pointer into the tenant's document.
    pub(super) fn tell_each(&self, kind: &str, document: &Document, index: usize, flaws: Vec<Flaw>) {
        for flaw in flaws {
            let path = flaw.pointer.clone();
            let fault = document.fault(&self.text, index, flaw);
            self.tell(kind, &Fault { path, ..fault });
        }
    }

    /// Tells where one of the tenants has another provider than `before`, and what becomes of that one's people.
    pub(super) fn tell_forgotten(&self, document: &Document, index: usize, before: Option<&Tenant>) {
        let forgotten = before.map(|before| functions::tenants::forgotten(before, &document.tenants[index]));
        self.tell_each(NOTE, document, index, forgotten.unwrap_or_default());
    }

    /// What it is called.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    fn tell(&self, kind: &str, fault: &Fault) {
        let line = fault.line.map(|line| format!("{line}:")).unwrap_or_default();
        eprintln!("{}:{line} {kind}{}: {}", self.name, fault.path, fault.message);
    }
}
