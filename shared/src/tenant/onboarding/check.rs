//! What the kinds of account must fulfil beyond their types.

use std::collections::BTreeSet;

use super::{AccountKind, NOBODY, VoucherRule};
use crate::customer::CustomerKind;
use crate::outbound::OutboundPolicy;
use crate::profile::{EMAIL_ADDRESS, FIRST_NAME, Field, LAST_NAME, MOBILE_NUMBER};
use crate::tenant::shape::{LANGUAGE, escaped, is_display_name, is_language};
use crate::tenant::{AddressPattern, Tenant};

impl AccountKind {
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
        if self.verify_customer && !self.user_fields.iter().any(Field::is_typed) {
            let message = "needs a field in user_fields that people see: some are asked about nothing else";
            flaws.push(("/verify_customer".to_owned(), message));
        }
        if AddressPattern::take_nobody(&self.allowed_addresses, &self.denied_addresses) {
            flaws.push(("/allowed_addresses".to_owned(), NOBODY));
        }
        for (language, name) in self.default_location.iter().flat_map(|place| &place.name) {
            let at = || format!("/default_location/name/{}", escaped(language));
            if !is_language(language) {
                flaws.push((at(), LANGUAGE));
            }
            if !is_display_name(name) {
                flaws.push((at(), "has to be 1 to 60 characters, none of them a control character"));
            }
        }
    }
}

impl Tenant {
    /// What is wrong with the kinds of account, and where.
    pub(in crate::tenant) fn onboarding_flaws(&self, outbound: OutboundPolicy) -> Vec<(String, &'static str)> {
        let mut all = Vec::new();
        for (kind, rules) in &self.onboarding.kinds {
            let at = format!("/onboarding/kinds/{}", kind.as_str());
            if *kind != CustomerKind::ChannelPartner && rules.partner_without_code {
                let at = format!("{at}/partner_without_code");
                all.push((at, "is for channel_partner; others have voucher"));
            }
            if *kind == CustomerKind::ChannelPartner {
                let wrong = match (rules.voucher, rules.partner_without_code) {
                    (Some(VoucherRule::None | VoucherRule::Optional), false) => Some(
                        "has to be required, or left out: partner_without_code says whether a partner needs a code",
                    ),
                    (Some(VoucherRule::Required), true) => {
                        Some("says the opposite of partner_without_code: leave it out, or one of them")
                    }
                    _ => None,
                };
                all.extend(wrong.map(|message| (format!("{at}/voucher"), message)));
            }
            if *kind == CustomerKind::DataRecipient && rules.approval.is_none() {
                all.push((
                    format!("{at}/approval"),
                    "is missing: a data recipient waits for a decision",
                ));
            }
            let mut flaws = Vec::new();
            rules.flaws(&mut flaws);
            if let Some(provider) = &rules.partner_provider {
                if rules.voucher(*kind) == VoucherRule::None {
                    let at = "/partner_provider".to_owned();
                    flaws.push((at, "needs voucher: optional or required; nobody could type a code"));
                }
                let own = provider.flaws(rules, outbound).into_iter();
                flaws.extend(own.map(|(pointer, message)| (format!("/partner_provider{pointer}"), message)));
            }
            let own = rules.approval.iter().flat_map(|approval| approval.flaws(outbound));
            flaws.extend(own.map(|(pointer, message)| (format!("/approval{pointer}"), message)));
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
