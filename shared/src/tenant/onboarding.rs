//! How people make an account for themselves, address first: the kinds of account there are, each with its own questions.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{AddressPattern, Tenant};
use crate::address::EmailAddress;
use crate::customer::CustomerKind;
use crate::profile::{EMAIL_ADDRESS, FIRST_NAME, Field, LAST_NAME, MOBILE_NUMBER};

/// A mail to more people than this is a circular.
const MAX_APPROVERS: usize = 10;

/// What people can choose from who make an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Onboarding {
    /// The kinds of account. One that is not here cannot be made.
    pub kinds: BTreeMap<CustomerKind, AccountKind>,
}

/// The rules of one kind of account. Its agreements are those of the tenant whose audience it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountKind {
    /// Whether people may make such an account now: one that is off keeps its rules.
    pub enabled: bool,
    /// What is asked about the household or company.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customer_fields: Vec<Field>,
    /// What is asked about the person; without a list, first and family name.
    #[serde(default = "names")]
    pub user_fields: Vec<Field>,
    /// The place that comes with the account; without it, there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_location: Option<DefaultLocation>,
    /// Who decides about each such account before it counts; without it, nobody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// Which addresses may make one: addresses, or domains as `@example.org`; empty, all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_addresses: Vec<AddressPattern>,
    /// Which may not, whatever the other list says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub denied_addresses: Vec<AddressPattern>,
}

/// How accounts of a kind are approved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Approval {
    /// Who is told by mail that an account waits; up to 10.
    pub approvers: Vec<EmailAddress>,
    /// Which addresses need no decision: addresses, or domains as `@example.org`.
    pub approved_addresses: Vec<AddressPattern>,
}

/// The place that comes with an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
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
        let decided = |approval: &Approval| approval.approved_addresses.iter().any(|pattern| pattern.matches(email));
        self.approval.as_ref().is_some_and(|approval| !decided(approval))
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

    fn flaws(&self, flaws: &mut Vec<(String, &'static str)>) {
        for (list, fields) in [
            ("customer_fields", &self.customer_fields),
            ("user_fields", &self.user_fields),
        ] {
            for (pointer, message) in Field::flaws(fields) {
                flaws.push((format!("/{list}{pointer}"), message));
            }
        }
        let person = [FIRST_NAME, LAST_NAME, EMAIL_ADDRESS, MOBILE_NUMBER];
        let mut seen = BTreeSet::new();
        for (index, field) in self.customer_fields.iter().enumerate() {
            seen.insert(&field.name);
            if person.contains(&field.name.as_str()) {
                let at = format!("/customer_fields/{index}/name");
                flaws.push((at, "is what a person has, and belongs into user_fields"));
            }
        }
        for (index, field) in self.user_fields.iter().enumerate() {
            if seen.contains(&field.name) {
                let at = format!("/user_fields/{index}/name");
                flaws.push((at, "is used in customer_fields as well"));
            }
        }
        if self
            .approval
            .as_ref()
            .is_some_and(|approval| approval.approvers.len() > MAX_APPROVERS)
        {
            flaws.push(("/approval/approvers".to_owned(), "are more than 10"));
        }
        for (language, name) in self.default_location.iter().flat_map(|place| &place.name) {
            if !super::shape::is_display_name(name) {
                let at = format!("/default_location/name/{language}");
                flaws.push((at, "has to be 1 to 60 characters, none of them a control character"));
            }
        }
    }
}

impl Tenant {
    /// What is wrong with the kinds of account, and where.
    pub(super) fn onboarding_flaws(&self) -> Vec<(String, &'static str)> {
        let mut all = Vec::new();
        for (kind, rules) in &self.onboarding.kinds {
            let at = format!("/onboarding/kinds/{}", kind.as_str());
            if *kind == CustomerKind::ChannelPartner {
                all.push((at.clone(), "cannot be opened by people themselves; the other kinds can"));
            }
            if *kind == CustomerKind::DataRecipient && rules.approval.is_none() {
                all.push((
                    format!("{at}/approval"),
                    "is missing: a data recipient waits for a decision",
                ));
            }
            let mut flaws = Vec::new();
            rules.flaws(&mut flaws);
            all.extend(
                flaws
                    .into_iter()
                    .map(|(pointer, message)| (format!("{at}{pointer}"), message)),
            );
        }
        let none = self.onboarding.enabled().next().is_none();
        for (index, client) in self.clients.iter().enumerate() {
            let at = format!("/clients/{index}/sign_up");
            if client.sign_up && none {
                all.push((at, "needs a kind in the tenant's onboarding that is enabled"));
            } else if client.sign_up && client.self_registration {
                all.push((at, "and self_registration are two ways to the same: have one"));
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    fn tenant(kinds: serde_json::Value) -> Tenant {
        Tenant {
            onboarding: serde_json::from_value(serde_json::json!({ "kinds": kinds })).expect("an onboarding"),
            ..testing::tenant()
        }
    }

    fn pointers(tenant: &Tenant) -> Vec<String> {
        tenant.flaws().into_iter().map(|flaw| flaw.pointer).collect()
    }

    #[test]
    fn a_kind_that_is_off_keeps_its_rules_and_cannot_be_chosen() {
        let tenant = tenant(serde_json::json!({
            "business": { "enabled": true, "default_location": {} },
            "personal": { "enabled": false },
        }));
        assert_eq!(tenant.flaws(), []);
        assert_eq!(
            tenant.onboarding.enabled().collect::<Vec<_>>(),
            [CustomerKind::Business]
        );
        assert!(tenant.onboarding.kind(CustomerKind::Personal).is_none());
        let business = tenant.onboarding.kind(CustomerKind::Business).expect("a kind");
        let names: Vec<_> = business.fields().into_iter().map(|field| field.name).collect();
        assert_eq!(
            names,
            [FIRST_NAME, LAST_NAME],
            "a person has names where nothing is said"
        );
    }

    #[test]
    fn what_is_asked_about_the_customer_is_known_from_what_is_asked_about_the_person() {
        let tenant = tenant(serde_json::json!({ "business": {
            "enabled": true,
            "customer_fields": [{ "name": "companyName" }, { "name": "seat", "type": "address", "label": { "en": "Seat" } }],
        }}));
        assert_eq!(tenant.flaws(), []);
        let business = tenant.onboarding.kind(CustomerKind::Business).expect("a kind");
        assert!(business.is_of_customer("companyName") && business.is_of_customer("seat.locality"));
        assert!(!business.is_of_customer(FIRST_NAME) && !business.is_of_customer("seat"));
    }

    #[test]
    fn each_flaw_is_told_where_it_is() {
        let long = "x".repeat(61);
        let broken = tenant(serde_json::json!({ "business": {
            "enabled": true,
            "customer_fields": [{ "name": "firstName" }, { "name": "vat", "type": "text", "label": { "en": "VAT" } }],
            "user_fields": [{ "name": "vat", "type": "text", "label": { "en": "VAT" } }],
            "default_location": { "name": { "en": long } },
        }, "channel_partner": { "enabled": true } }));
        let at = |rest: &str| format!("/onboarding/kinds/business{rest}");
        assert_eq!(
            pointers(&broken),
            [
                at("/customer_fields/0/name"),
                at("/user_fields/0/name"),
                at("/default_location/name/en"),
                "/onboarding/kinds/channel_partner".to_owned(),
            ]
        );
    }

    #[test]
    fn an_app_leads_to_an_account_in_one_way_and_only_where_there_are_kinds() {
        let app = serde_json::json!({
            "id": "app", "kind": "app", "grants": ["authorization_code"],
            "redirect_uris": ["https://app.acme.example/"], "sign_up": true,
        });
        let mut tenant = tenant(serde_json::json!({ "personal": { "enabled": false } }));
        tenant.clients = vec![serde_json::from_value(app).expect("a client")];
        assert_eq!(pointers(&tenant), ["/clients/0/sign_up"]);
        tenant
            .onboarding
            .kinds
            .entry(CustomerKind::Personal)
            .and_modify(|kind| kind.enabled = true);
        assert_eq!(tenant.flaws(), []);
        tenant.clients[0].self_registration = true;
        assert_eq!(pointers(&tenant), ["/clients/0/sign_up"]);
    }
}
