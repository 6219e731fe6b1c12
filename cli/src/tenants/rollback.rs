//! `usher tenants rollback`: how a document was, once more.

use std::process::ExitCode;

use clap::Args;

use super::deployment::Which;
use super::diff::print_changes;
use crate::Told;
use crate::server::BaseUrl;

/// What `usher tenants rollback --help` ends with.
pub(super) const EXAMPLES: &str = "\
Examples:
  usher tenants rollback 11 --dry-run
  usher tenants rollback 11
  usher tenants rollback 11 --tenant netgrid --stack prod";

/// Apply an earlier version of a tenant's document as a new one.
///
/// That version's document becomes a new version, on the condition that nobody changes the document meanwhile. Secrets stay
/// as they are now; where one is gone since, export the version with --at, fill it in, and apply that.
#[derive(Args, Debug)]
pub(crate) struct Rollback {
    /// The version, as `usher tenants history` lists it.
    version: u64,
    #[command(flatten)]
    which: Which,
    /// Only print what would change, as `diff` does.
    #[arg(long)]
    dry_run: bool,
}

impl Rollback {
    /// Applies the version once more.
    ///
    /// # Errors
    /// When there is no such version, or it cannot be applied now.
    pub(super) fn run(self, url: &BaseUrl) -> Result<ExitCode, Told> {
        let (deployment, current) = self.which.find(url)?;
        let name = &current.tenant.name;
        let past = deployment.past(name, self.version)?;
        if self.dry_run {
            print_changes(&current, &past)?;
            return Ok(ExitCode::SUCCESS);
        }
        let applied = deployment.replace(&past, current.version).map_err(|refused| {
            for flaw in &refused.flaws {
                eprintln!("{}: {}", flaw.pointer, flaw.message);
            }
            refused.told
        })?;
        let wanted = self.version;
        if applied == current.version {
            println!("{name} stays version {applied}, which says what version {wanted} does");
        } else {
            println!("{name} is version {applied} now, which says what version {wanted} did");
        }
        Ok(ExitCode::SUCCESS)
    }
}
