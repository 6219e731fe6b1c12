//! `usher tenants apply`: every tenant of a file, as a whole document each.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use usher::outbound::OutboundPolicy;
use usher::tenant::Tenant;

use super::api::Api;
use super::deployment::{Deployment, Target};
use super::document::Document;
use super::file::{NOTE, TenantsFile};
use crate::Told;
use crate::server::BaseUrl;
use crate::stack::Documents;

/// What `usher tenants apply --help` ends with.
pub(super) const EXAMPLES: &str = "\
Examples:
  usher tenants apply -f tenants.yaml --dry-run
  usher tenants apply -f tenants.yaml
  usher tenants apply -f acme.yaml --stack prod
  usher tenants apply -f acme.yaml --url https://id.acme.example --keyid acme-backoffice/2026-11 --key-file key";

/// Apply every tenant of a file, as a whole document each.
///
/// The file is YAML: a list `tenants`, or the document of one tenant, as `usher tenants export` prints it.
///
/// The local stack takes them without a key, and makes tenants that are not there yet; so does --stack. With a key of your
/// own, or at a URL that is not on this machine, a tenant is changed that is there, on the condition that nobody changes it
/// meanwhile.
#[derive(Args, Debug)]
pub(crate) struct Apply {
    /// The file.
    #[arg(short, long, value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    target: Target,
    /// Only say what is wrong with it.
    #[arg(long)]
    dry_run: bool,
}

impl Target {
    /// How far calls to addresses that tenants name may go there: a tenant's services may be on the machine that the local
    /// stack is on.
    pub(super) fn outbound(&self, url: &BaseUrl) -> OutboundPolicy {
        match self.elsewhere(url) {
            None => OutboundPolicy::with_own_machine(),
            Some(_) => OutboundPolicy::public(),
        }
    }

    /// Where it is, unless that is on this machine.
    pub(super) fn elsewhere<'a>(&'a self, url: &'a BaseUrl) -> Option<&'a str> {
        match &self.stack {
            Some(stack) => Some(stack.as_str()),
            None => (!url.is_loopback()).then(|| url.as_str()),
        }
    }
}

impl Apply {
    /// Applies the file.
    ///
    /// # Errors
    /// When it cannot be read or applied.
    pub(super) fn run(self, url: &BaseUrl) -> Result<ExitCode, Told> {
        let file = TenantsFile::open(&self.file)?;
        let document = file.check(self.target.outbound(url), self.target.elsewhere(url))?;
        if self.dry_run {
            println!("{}: {}, nothing to mend", file.name(), counted(document.tenants.len()));
            return Ok(ExitCode::SUCCESS);
        }
        if self.target.elsewhere(url).is_none() && self.target.own.keyid.is_none() {
            let api = Api::new(url, self.target.own);
            for (index, tenant) in document.tenants.iter().enumerate() {
                let applied = api.put_local(tenant);
                let mut remarks = applied.map_err(|refused| file.told(&document, index, refused))?;
                // What the document says of itself has been told already.
                let own = functions::tenants::remarks(tenant);
                remarks.retain(|remark| !own.contains(remark));
                file.tell_each(NOTE, &document, index, remarks);
                println!("{} is applied", tenant.name);
            }
            return Ok(ExitCode::SUCCESS);
        }
        match Deployment::of(self.target, url)? {
            Deployment::Stack(documents) => overwrite(&documents, &file, &document)?,
            api => replace(&api, &file, &document)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// So many tenants, in words.
fn counted(tenants: usize) -> String {
    match tenants {
        1 => "1 tenant".to_owned(),
        many => format!("{many} tenants"),
    }
}

/// Whatever is there, or nothing, becomes what the file says; nothing is written before all senders are known to SES.
fn overwrite(documents: &Documents, file: &TenantsFile, document: &Document) -> Result<(), Told> {
    documents.check(&document.tenants)?;
    for (index, tenant) in document.tenants.iter().enumerate() {
        let before = documents.current(&tenant.name)?;
        file.tell_forgotten(document, index, before.as_ref().map(|(before, _)| before));
        let saved = documents.save(tenant, None);
        let version = saved.map_err(|refused| file.told(document, index, refused))?;
        println!("{} is applied: version {}", tenant.name, version.number);
    }
    Ok(())
}

/// The versions that are there become what the file says; nothing is written before all of them are read.
fn replace(deployment: &Deployment<'_>, file: &TenantsFile, document: &Document) -> Result<(), Told> {
    let current = |tenant: &Tenant| deployment.current(Some(&tenant.name));
    let current = document.tenants.iter().map(current).collect::<Result<Vec<_>, Told>>()?;
    for (index, (tenant, current)) in document.tenants.iter().zip(current).enumerate() {
        file.tell_forgotten(document, index, current.as_ref().map(|current| &current.tenant));
        let version = current.map_or(0, |current| current.version);
        let applied = deployment.replace(tenant, version);
        let version = applied.map_err(|refused| file.told(document, index, refused))?;
        println!("{} is applied: version {version}", tenant.name);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_tenant_is_one_tenant() {
        assert_eq!([0, 1, 2].map(counted), ["0 tenants", "1 tenant", "2 tenants"]);
    }
}
