//! The tenant's own service that says who a partner's code belongs to (Servitly's "Partner Provider").

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::service::{self, is_name, written};
use super::{AccountKind, ProviderAuthentication};
use crate::outbound::OutboundPolicy;

/// The most properties that are taken over.
const MAX_PROPERTIES: usize = 40;

/// How the code of a partner is resolved that is no voucher held here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartnerProvider {
    /// Where it is asked: `https://…`.
    pub url: String,
    /// How it knows Usher; without it, it does not.
    #[serde(default, deserialize_with = "written", skip_serializing_if = "Option::is_none")]
    pub authentication: Option<ProviderAuthentication>,
    /// The member of its answer that holds the partner's name.
    pub name_field: String,
    /// What else is taken over: a member of its answer to the name of a field of the kind.
    pub property_mapping: BTreeMap<String, String>,
    /// The organisation that such partners belong to, in the tenant's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_organisation: Option<String>,
}

impl PartnerProvider {
    /// What is wrong with it in a kind, and where.
    pub(super) fn flaws(&self, kind: &AccountKind, policy: OutboundPolicy) -> Vec<(String, &'static str)> {
        let mut flaws = service::flaws(&self.url, self.authentication.as_ref(), policy);
        let mut unless = |holds: bool, at: &str, message| {
            if !holds {
                flaws.push((at.to_owned(), message));
            }
        };
        let of_a_name = "has to be 1 to 100 characters, none of them a control character";
        unless(is_name(&self.name_field), "/name_field", of_a_name);
        unless(
            (1..=MAX_PROPERTIES).contains(&self.property_mapping.len()),
            "/property_mapping",
            "has to name 1 to 40 properties",
        );
        let fields = kind.fields();
        let mut seen = BTreeSet::new();
        for (member, target) in &self.property_mapping {
            let at = format!("/property_mapping/{}", member.replace('~', "~0").replace('/', "~1"));
            let mut fields = fields.iter().filter(|field| !field.is_of_person());
            unless(is_name(member), &at, of_a_name);
            unless(
                fields.any(|field| field.keys().contains(target)),
                &at,
                "has to name a field of the kind that is not a person's name, address or number",
            );
            unless(seen.insert(target), &at, "names a field that another property fills");
        }
        unless(
            self.target_organisation.as_deref().is_none_or(is_name),
            "/target_organisation",
            of_a_name,
        );
        flaws
    }
}

#[cfg(test)]
mod tests;
