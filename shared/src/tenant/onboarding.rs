//! How people make an account for themselves, address first: the kinds of account there are, each with its own questions.

mod check;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{AddressPattern, Approval, ApprovalEndpoint, PartnerProvider, ProviderAuthentication, Tenant};
use crate::address::EmailAddress;
use crate::customer::CustomerKind;
use crate::password::PasswordPolicy;
use crate::profile::{FIRST_NAME, Field, LAST_NAME};

/// What two lists of addresses must not come to.
pub(super) const NOBODY: &str = "are all denied by denied_addresses: nobody is let in";

/// What people can choose from who make an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Onboarding {
    /// The kinds of account. One that is not here cannot be made.
    pub kinds: BTreeMap<CustomerKind, AccountKind>,
}

/// The rules of one kind of account. Its agreements are those of the tenant whose audience it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AccountKind {
    /// Whether people may make such an account now: one that is off keeps its rules.
    pub enabled: bool,
    /// What is asked about the household or company.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customer_fields: Vec<Field>,
    /// What is asked about the person; without a list, first and family name.
    #[serde(default = "names")]
    pub user_fields: Vec<Field>,
    /// What passwords of people have to be who opened such an account by its form; without it, what the tenant's have to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password_policy: Option<PasswordPolicy>,
    /// The place that comes with the account; without it, there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_location: Option<DefaultLocation>,
    /// Whether people need a voucher; a channel partner does where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voucher: Option<VoucherRule>,
    /// Whether a channel partner may leave the voucher out (Servitly's "self-registration without code").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub partner_without_code: bool,
    /// Who resolves a code that is no voucher held here; without it, nobody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner_provider: Option<PartnerProvider>,
    /// Who decides about each such account before it counts; without it, nobody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// Whether people of this kind whom the back office made known confirm or correct what is known of them and of their
    /// customer, once, before they go on to an app (Servitly's "Customer verification").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub verify_customer: bool,
    /// Which addresses may make one: addresses, or domains as `@example.org`; empty, all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_addresses: Vec<AddressPattern>,
    /// Which may not, whatever the other list says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub denied_addresses: Vec<AddressPattern>,
}

/// Whether people need a voucher to open an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum VoucherRule {
    /// There is no field for one.
    None,
    /// It may be left empty.
    Optional,
    /// Nobody opens an account without one.
    Required,
}

/// The place that comes with an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DefaultLocation {
    /// Its name by language (`en`, `de`, …); without one, "Home" for a household and "Location" for a company, translated.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub name: BTreeMap<String, String>,
}

fn names() -> Vec<Field> {
    [FIRST_NAME, LAST_NAME].map(|name| Field::built_in(name, true)).to_vec()
}

impl Onboarding {
    /// Whether nobody can make any account, now or once a kind is enabled.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// The kinds that can be chosen now, in their order.
    pub fn enabled(&self) -> impl Iterator<Item = CustomerKind> {
        let enabled = self.kinds.iter().filter(|(_, kind)| kind.enabled);
        enabled.map(|(kind, _)| *kind)
    }

    /// The rules of a kind that can be chosen now.
    #[must_use]
    pub fn kind(&self, kind: CustomerKind) -> Option<&AccountKind> {
        self.kinds.get(&kind).filter(|kind| kind.enabled)
    }
}

impl AccountKind {
    /// Whether somebody with this address may make such an account.
    #[must_use]
    pub fn takes(&self, email: &EmailAddress) -> bool {
        AddressPattern::take(&self.allowed_addresses, &self.denied_addresses, email)
    }

    /// Whether somebody has to decide about the account of this address.
    #[must_use]
    pub fn needs_approval(&self, email: &EmailAddress) -> bool {
        let approval = self.approval.as_ref();
        approval.is_some_and(|approval| !approval.is_given(email))
    }

    /// The tenant's services that have a say about such accounts: where each stands in the kind's document, its address,
    /// and how it knows us.
    pub(super) fn services_mut(
        &mut self,
    ) -> impl Iterator<Item = (&'static str, &str, &mut Option<ProviderAuthentication>)> {
        let provider = self.partner_provider.iter_mut();
        let provider = provider.map(
            |PartnerProvider {
                 url, authentication, ..
             }| {
                let url: &str = url;
                ("/partner_provider", url, authentication)
            },
        );
        let endpoint = self
            .approval
            .iter_mut()
            .filter_map(|approval| approval.endpoint.as_mut());
        provider.chain(endpoint.map(|ApprovalEndpoint { url, authentication }| {
            let url: &str = url;
            ("/approval/endpoint", url, authentication)
        }))
    }

    /// Whether people need a voucher, for the rules of this kind.
    #[must_use]
    pub fn voucher(&self, kind: CustomerKind) -> VoucherRule {
        self.voucher.unwrap_or(match kind {
            CustomerKind::ChannelPartner if self.partner_without_code => VoucherRule::Optional,
            CustomerKind::ChannelPartner => VoucherRule::Required,
            _ => VoucherRule::None,
        })
    }

    /// Everything that is asked, in the order of the form: about the customer, then about the person.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        self.customer_fields.iter().chain(&self.user_fields).cloned().collect()
    }

    /// Whether a value under this key is one about the customer.
    #[must_use]
    pub fn is_of_customer(&self, key: &str) -> bool {
        let mut fields = self.customer_fields.iter();
        fields.any(|field| field.keys().iter().any(|own| own == key))
    }
}

impl Tenant {
    /// How accounts of a kind are approved, whether or not one can be opened now.
    #[must_use]
    pub fn approval(&self, kind: CustomerKind) -> Option<&Approval> {
        self.onboarding.kinds.get(&kind)?.approval.as_ref()
    }

    /// What passwords of people have to be who open an account of this kind by its form.
    #[must_use]
    pub fn password_policy_of(&self, kind: CustomerKind) -> PasswordPolicy {
        // A kind that is off makes no more accounts; those that there are keep its rules.
        let own = self.onboarding.kinds.get(&kind).and_then(|rules| rules.password_policy);
        own.unwrap_or(self.password_policy)
    }

    /// Whether whoever signs in has a PIN. Pages that do not know the person yet ask for one only then: its field may show
    /// no letters.
    #[must_use]
    pub fn has_pincodes_only(&self) -> bool {
        let kinds = self.onboarding.kinds.keys().map(|kind| self.password_policy_of(*kind));
        let mut all = kinds.chain([self.password_policy]);
        all.all(|policy| policy == PasswordPolicy::Pincode)
    }
}

#[cfg(test)]
mod tests;
