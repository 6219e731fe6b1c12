//! How accounts of a kind are approved: by whom, for whom nobody has to, and when those who decide are reminded.

use serde::{Deserialize, Serialize};

use super::service::{self, written};
use super::{AddressPattern, ProviderAuthentication};
use crate::address::EmailAddress;
use crate::housekeeping::reminder_flaws;
use crate::outbound::OutboundPolicy;

/// A mail to more people than this is a circular.
const MAX_APPROVERS: usize = 10;

/// How accounts of a kind are approved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Approval {
    /// Who is told by mail that an account waits; up to 10.
    pub approvers: Vec<EmailAddress>,
    /// Which addresses need no decision: addresses, or domains as `@example.org`.
    pub approved_addresses: Vec<AddressPattern>,
    /// How long after an account began to wait the approvers are told again, in hours; ascending.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remind_after_hours: Vec<u16>,
    /// The tenant's own service that decides, or leaves it to the approvers; without it, nobody is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<ApprovalEndpoint>,
}

/// A service of the tenant that is asked about each account that begins to wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ApprovalEndpoint {
    /// Where it is asked: `https://…`.
    pub url: String,
    /// How it knows Usher; where nothing is said, by a signature.
    #[serde(default, deserialize_with = "written", skip_serializing_if = "Option::is_none")]
    pub authentication: Option<ProviderAuthentication>,
}

impl Approval {
    /// Whether an account of this address needs no decision.
    #[must_use]
    pub fn is_given(&self, email: &EmailAddress) -> bool {
        self.approved_addresses.iter().any(|pattern| pattern.matches(email))
    }

    /// What is wrong with it, and where.
    pub(super) fn flaws(&self, outbound: OutboundPolicy) -> Vec<(String, &'static str)> {
        let at = "/remind_after_hours";
        let mut flaws = reminder_flaws(&self.remind_after_hours, at);
        if !self.remind_after_hours.is_empty() && self.approvers.is_empty() {
            flaws.push((at.to_owned(), "needs approvers, who are reminded"));
        }
        if self.approvers.len() > MAX_APPROVERS {
            flaws.push(("/approvers".to_owned(), "are more than 10"));
        }
        if let Some(ApprovalEndpoint { url, authentication }) = &self.endpoint {
            let own = service::flaws(url, authentication.as_ref(), outbound).into_iter();
            flaws.extend(own.map(|(pointer, message)| (format!("/endpoint{pointer}"), message)));
        }
        flaws
    }
}

impl ApprovalEndpoint {
    /// How it knows Usher.
    #[must_use]
    pub fn authentication(&self) -> &ProviderAuthentication {
        self.authentication.as_ref().unwrap_or(&ProviderAuthentication::Signed)
    }
}

#[cfg(test)]
mod tests;
