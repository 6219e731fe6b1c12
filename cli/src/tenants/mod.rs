//! `usher tenants`: tenants' documents, checked, compared, applied, told, and brought back.

mod api;
mod apply;
mod changes;
mod deployment;
mod diff;
mod document;
mod export;
mod file;
mod history;
mod lean;
mod line;
mod rollback;

use std::process::ExitCode;

use clap::Subcommand;

use crate::Told;
use crate::server::BaseUrl;

#[derive(Debug, Subcommand)]
pub(crate) enum Tenants {
    #[command(after_help = apply::EXAMPLES)]
    Apply(apply::Apply),
    #[command(after_help = diff::EXAMPLES)]
    Diff(diff::Diff),
    #[command(after_help = export::EXAMPLES)]
    Export(export::Export),
    #[command(after_help = history::EXAMPLES)]
    History(history::History),
    #[command(after_help = rollback::EXAMPLES)]
    Rollback(rollback::Rollback),
}

impl Tenants {
    /// Does what was asked for.
    ///
    /// # Errors
    /// When it cannot be done.
    pub(crate) fn run(self, url: &BaseUrl) -> Result<ExitCode, Told> {
        match self {
            Self::Apply(apply) => apply.run(url),
            Self::Diff(diff) => Ok(diff.run(url)),
            Self::Export(export) => export.run(url),
            Self::History(history) => history.run(url),
            Self::Rollback(rollback) => rollback.run(url),
        }
    }
}
