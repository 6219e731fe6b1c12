//! `usher tenants history`: who changed a tenant's document, and when.

use std::process::ExitCode;

use clap::Args;

use super::deployment::{Version, Which};
use crate::server::BaseUrl;
use crate::{Told, print};

/// What `usher tenants history --help` ends with.
pub(super) const EXAMPLES: &str = "\
Examples:
  usher tenants history
  usher tenants history --tenant netgrid --stack prod";

/// List the versions of a tenant's document, with who made them and when.
///
/// The newest version comes first; times are UTC. Who made it is a client's id, or `operator` and the name of whoever ran
/// this program with --stack.
#[derive(Args, Debug)]
pub(crate) struct History {
    #[command(flatten)]
    which: Which,
}

impl History {
    /// Prints all versions.
    ///
    /// # Errors
    /// When they cannot be read.
    pub(super) fn run(self, url: &BaseUrl) -> Result<ExitCode, Told> {
        let (deployment, current) = self.which.find(url)?;
        print(table(&deployment.history(&current.tenant.name)?).as_bytes());
        Ok(ExitCode::SUCCESS)
    }
}

fn table(versions: &[Version]) -> String {
    let mut text = format!("{:>7}  {:<20}  by\n", "version", "at");
    for version in versions {
        let at = version.at.strftime("%Y-%m-%dT%H:%M:%SZ");
        text.push_str(&format!("{:>7}  {at}  {}\n", version.number, version.by));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_which_when_and_who() {
        let version = |number, by: &str| Version {
            number,
            at: "2026-11-26T09:30:00.123Z".parse().expect("a time"),
            by: by.into(),
        };
        assert_eq!(
            table(&[version(10, "operator jane"), version(9, "acme-backoffice")]),
            "version  at                    by\n     10  2026-11-26T09:30:00Z  operator jane\n      9  2026-11-26T09:30:00Z  acme-backoffice\n"
        );
    }
}
