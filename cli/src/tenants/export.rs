//! `usher tenants export`: a tenant's document, for an editor and for `apply`.

use std::process::ExitCode;

use clap::Args;
use usher::tenant::Tenant;

use super::deployment::Which;
use super::lean::lean;
use crate::server::BaseUrl;
use crate::{Told, print};

/// What `usher tenants export --help` ends with.
pub(super) const EXAMPLES: &str = "\
Examples:
  usher tenants export > acme.yaml
  usher tenants export --tenant netgrid --stack prod > netgrid.yaml
  usher tenants export --at 11 > acme-as-it-was.yaml";

/// Print a tenant's document as YAML, which `apply` takes again.
///
/// It goes to standard output, without secrets: an HMAC key is `hmac-sha256:kept`, a partner provider's secret `kept`, and
/// an agreement's words are their hash. Applied again, they stay as they are.
///
/// The first line tells editors where the schema is, so that they complete and check.
#[derive(Args, Debug)]
pub(crate) struct Export {
    #[command(flatten)]
    which: Which,
    /// The document of an earlier version.
    #[arg(long, value_name = "VERSION")]
    at: Option<u64>,
}

impl Export {
    /// Prints the document.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn run(self, url: &BaseUrl) -> Result<ExitCode, Told> {
        let (deployment, current) = self.which.find(url)?;
        let tenant = match self.at {
            Some(version) => deployment.past(&current.tenant.name, version)?,
            None => current.tenant,
        };
        print(yaml(&tenant, deployment.url()?)?.as_bytes());
        Ok(ExitCode::SUCCESS)
    }
}

/// The document with the line by which editors find its schema (the YAML language server's).
fn yaml(tenant: &Tenant, url: &str) -> Result<String, Told> {
    let document = serde_norway::to_string(&lean(tenant)?)
        .map_err(|error| Told(format!("{} cannot be written: {error}", tenant.name)))?;
    let url = url.trim_end_matches('/');
    Ok(format!(
        "# yaml-language-server: $schema={url}/schemas/tenant.json\n{document}"
    ))
}

#[cfg(test)]
mod tests {
    use usher::outbound::OutboundPolicy;

    use super::super::document;
    use super::*;

    #[test]
    fn what_is_printed_is_read_as_the_same_tenant_and_begins_with_its_schema() {
        let demo = document::read(include_str!("../../../infra/local/demo.yaml"), OutboundPolicy::public());
        for tenant in demo.expect("the demo").tenants {
            let told = tenant.without_secrets();
            let text = yaml(&told, "https://id.acme.example/").expect("text");
            let mut lines = text.lines();
            assert_eq!(
                lines.next(),
                Some("# yaml-language-server: $schema=https://id.acme.example/schemas/tenant.json")
            );
            assert_eq!(lines.next(), Some(format!("name: {}", tenant.name).as_str()));
            let again = document::read(&text, OutboundPolicy::public()).expect("a document");
            assert_eq!(again.tenants, [told]);
        }
    }

    #[test]
    fn a_choice_with_something_in_it_is_a_mapping() {
        let document = serde_json::json!({
            "name": "acme",
            "display_name": "yes",
            "sender": { "name": "Acme", "address": "hello@acme.example" },
            "onboarding": { "kinds": { "channel_partner": { "enabled": true, "partner_provider": {
                "url": "https://partners.acme.example/",
                "authentication": { "bearer": { "token": "kept" } },
                "name_field": "name",
                "property_mapping": { "r": "companyName" },
            }, "customer_fields": [{ "name": "companyName" }] } } },
        });
        let tenant: Tenant = serde_json::from_value(document).expect("a tenant");
        let text = yaml(&tenant, "https://id.acme.example").expect("text");
        assert!(!text.contains('!'), "{text}");
        let again = document::read(&text, OutboundPolicy::public()).expect("a document");
        assert_eq!(again.tenants, [tenant]);
    }
}
