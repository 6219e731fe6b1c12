//! `usher tenants diff`: what applying a file would change.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::Value;
use usher::tenant::{Flaw, Tenant};

use super::changes::changes;
use super::deployment::{Deployment, Document, Target};
use super::file::{NOTE, TenantsFile};
use super::lean::lean;
use crate::server::BaseUrl;
use crate::{Refused, Told, print};

/// What `usher tenants diff --help` ends with.
pub(super) const EXAMPLES: &str = "\
Exit status: 0 where nothing would change, 1 where something would, 2 for trouble.

Examples:
  usher tenants diff -f acme.yaml
  usher tenants diff -f acme.yaml --stack prod
  usher tenants diff -f acme.yaml --url https://id.acme.example --keyid acme-backoffice/2026-11 --key-file key";

/// Show what applying a file would change.
///
/// One line for each difference: ~ is changed, + is new, - is gone. The place is a JSON pointer, in which an item of a list
/// stands by its id, name or version.
///
/// Secrets are not compared: only whether there is one.
#[derive(Args, Debug)]
pub(crate) struct Diff {
    /// The file: a list `tenants`, or the document of one tenant.
    #[arg(short, long, value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    target: Target,
}

impl Diff {
    /// Prints the differences; the status tells whether there are any.
    pub(super) fn run(self, url: &BaseUrl) -> ExitCode {
        match self.compare(url) {
            Ok(false) => ExitCode::SUCCESS,
            Ok(true) => ExitCode::from(1),
            Err(error) => {
                eprintln!("usher: {error}");
                ExitCode::from(2)
            }
        }
    }

    fn compare(self, url: &BaseUrl) -> Result<bool, Told> {
        let file = TenantsFile::open(&self.file)?;
        let document = file.check(self.target.outbound(url), self.target.elsewhere(url))?;
        let deployment = Deployment::of(self.target, url)?;
        let mut differs = false;
        for (index, tenant) in document.tenants.iter().enumerate() {
            let current = deployment.current(Some(&tenant.name))?;
            let kept = tenant.clone().keeping(current.as_ref().map(|current| &current.tenant));
            if let Err(flaws) = kept {
                let told = Told(format!("{} could not be applied", tenant.name));
                return Err(file.told(&document, index, Refused { told, flaws }));
            }
            file.tell_each(NOTE, &document, index, secrets(tenant));
            file.tell_forgotten(&document, index, current.as_ref().map(|current| &current.tenant));
            differs |= match current {
                Some(current) => print_changes(&current, tenant)?,
                None => {
                    print(format!("{} would be new\n", tenant.name).as_bytes());
                    true
                }
            };
        }
        Ok(differs)
    }
}

/// Prints how a document differs from the one that is there, and tells whether it does.
///
/// # Errors
/// When they cannot be written, which no document causes.
pub(super) fn print_changes(current: &Document, wanted: &Tenant) -> Result<bool, Told> {
    let name = &wanted.name;
    let lines = changes(&lean(&current.tenant)?, &lean(&wanted.without_secrets())?);
    let mut text = match lines.is_empty() {
        true => format!("{name}: nothing would change, it is version {}\n", current.version),
        false => format!("{name}, version {}:\n", current.version),
    };
    for line in &lines {
        text.push_str(&format!("  {line}\n"));
    }
    print(text.as_bytes());
    Ok(!lines.is_empty())
}

/// The secrets that a document says, which are compared with nothing.
fn secrets(tenant: &Tenant) -> Vec<Flaw> {
    let json = |tenant: &Tenant| serde_json::to_value(tenant).unwrap_or_default();
    let mut places = Vec::new();
    hidden("", &json(tenant), &json(&tenant.without_secrets()), &mut places);
    let flaw = |pointer| Flaw {
        pointer,
        message: "is a secret, and not compared with the one that is there".to_owned(),
    };
    places.into_iter().map(flaw).collect()
}

/// Where a document says something else once its secrets are taken out.
fn hidden(at: &str, whole: &Value, told: &Value, places: &mut Vec<String>) {
    match (whole, told) {
        (Value::Object(whole), Value::Object(told)) => {
            for (key, told) in told {
                if let Some(whole) = whole.get(key) {
                    hidden(&format!("{at}/{key}"), whole, told, places);
                }
            }
        }
        (Value::Array(whole), Value::Array(told)) => {
            for (index, (whole, told)) in whole.iter().zip(told).enumerate() {
                hidden(&format!("{at}/{index}"), whole, told, places);
            }
        }
        _ if whole != told => places.push(at.to_owned()),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_that_are_said_are_found_and_kept_ones_and_words_are_not() {
        let tenant = serde_json::json!({
            "name": "acme",
            "display_name": "Acme",
            "sender": { "name": "Acme", "address": "hello@acme.example" },
            "onboarding": { "kinds": { "channel_partner": { "enabled": true, "partner_provider": {
                "url": "https://partners.acme.example/",
                "authentication": { "bearer": { "token": "quite-a-secret" } },
                "name_field": "name",
                "property_mapping": { "r": "region" },
            } } } },
            "agreements": [{ "name": "terms", "versions": [{
                "version": 1, "effective_from": "2026-01-01T00:00:00Z", "texts": { "en": { "title": "T", "text": "Be kind." } },
            }] }],
            "clients": [{ "id": "office", "kind": "server", "keys": [
                { "id": "1", "public": "hmac-sha256:kept" },
                { "id": "2", "public": "hmac-sha256:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=" },
            ] }],
        });
        let tenant: Tenant = serde_json::from_value(tenant).expect("a tenant");
        let places: Vec<_> = secrets(&tenant).into_iter().map(|flaw| flaw.pointer).collect();
        assert_eq!(
            places,
            [
                "/clients/0/keys/1/public",
                "/onboarding/kinds/channel_partner/partner_provider/authentication/bearer/token",
            ]
        );
    }
}
