//! What a voucher is to be: checked against the tenant's kinds of account.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;
use usher::customer::CustomerKind;
use usher::profile::Profile;
use usher::sign_up::{Voucher, VoucherCode};
use usher::tenant::{AccountKind, Tenant, TenantName, VoucherRule};
use utoipa::ToSchema;

use crate::http::{FieldError, whole};

/// How many accounts one voucher may open at most.
const MOST_USES: u32 = 1_000_000;

/// A voucher to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VoucherRequest {
    /// The kind of account that it opens: one that takes vouchers.
    #[schema(example = "channel_partner")]
    kind: String,
    /// How many accounts it opens: 1 to 1,000,000.
    #[schema(example = 50, minimum = 1, maximum = 1_000_000)]
    #[serde(deserialize_with = "whole")]
    #[schema(value_type = u32)]
    uses: i64,
    /// Its code: 8 to 40 letters and digits, where spaces and dashes count for nothing. Without it, one is made that nobody
    /// guesses.
    #[serde(default)]
    #[schema(example = "SPRING-2027")]
    code: Option<String>,
    /// From when on it is good, RFC 3339.
    #[serde(default)]
    #[schema(example = "2027-03-01T00:00:00Z")]
    valid_from: Option<String>,
    /// Until when, RFC 3339.
    #[serde(default)]
    #[schema(example = "2027-06-30T22:00:00Z")]
    valid_until: Option<String>,
    /// What it fills in, whatever the form says: values of the kind's fields, but for names and the phone number.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, String>, example = json!({"region": "North"}))]
    presets: BTreeMap<String, String>,
}

/// The same, all of it right.
pub(super) struct Wanted {
    kind: CustomerKind,
    uses: u32,
    pub(super) code: Option<VoucherCode>,
    valid_from: Option<i64>,
    valid_until: Option<i64>,
    presets: Profile,
}

impl VoucherRequest {
    /// What is wanted, or everything that is wrong with it.
    pub(super) fn check(&self, tenant: &Tenant) -> Result<Wanted, Vec<FieldError>> {
        let mut flaws = Vec::new();
        let kind =
            CustomerKind::from_word(&self.kind).and_then(|kind| Some((kind, tenant.onboarding.kinds.get(&kind)?)));
        let kind = kind.filter(|(kind, rules)| rules.voucher(*kind) != VoucherRule::None);
        if kind.is_none() {
            let sentence = "this is no kind of account of the tenant's that takes vouchers";
            flaws.push(FieldError::new("/kind", "voucher_kind_unknown", sentence));
        }
        let uses = u32::try_from(self.uses)
            .ok()
            .filter(|uses| (1..=MOST_USES).contains(uses));
        if uses.is_none() {
            let sentence = "this is a number from 1 to 1000000";
            flaws.push(FieldError::new("/uses", "voucher_uses_out_of_range", sentence));
        }
        let code = self.code.as_deref().map(VoucherCode::read).transpose();
        let code = code.unwrap_or_else(|_| {
            let sentence = "a code is 8 to 40 letters (a-z) and digits; spaces and dashes count for nothing";
            flaws.push(FieldError::new("/code", "voucher_code_malformed", sentence));
            None
        });
        let mut time = |name: &str, text: Option<&str>| {
            let read = text.map(str::parse::<Timestamp>).transpose();
            read.unwrap_or_else(|_| {
                let sentence = "this is a time as RFC 3339 writes it, such as 2027-03-01T00:00:00Z";
                flaws.push(FieldError::new(format!("/{name}"), "voucher_time_malformed", sentence));
                None
            })
            .map(Timestamp::as_millisecond)
        };
        let valid_from = time("valid_from", self.valid_from.as_deref());
        let valid_until = time("valid_until", self.valid_until.as_deref());
        if valid_from.zip(valid_until).is_some_and(|(from, until)| until <= from) {
            let sentence = "this is after valid_from";
            flaws.push(FieldError::new("/valid_until", "voucher_window_empty", sentence));
        }
        let presets = match kind {
            Some((_, rules)) => presets(rules, &self.presets, &mut flaws),
            None => Profile::new(),
        };
        match (kind, uses, flaws.is_empty()) {
            (Some((kind, _)), Some(uses), true) => Ok(Wanted {
                kind,
                uses,
                code,
                valid_from,
                valid_until,
                presets,
            }),
            _ => Err(flaws),
        }
    }
}

/// The values as they are kept.
fn presets(rules: &AccountKind, given: &BTreeMap<String, String>, flaws: &mut Vec<FieldError>) -> Profile {
    let fields = rules.fields();
    let mut presets = Profile::new();
    for (key, value) in given {
        let field = fields
            .iter()
            .find(|field| !field.is_of_person() && field.keys().contains(key));
        match field.map(|field| field.read(value)) {
            Some(Ok(Some(read))) => drop(presets.insert(key.clone(), read)),
            Some(_) => flaws.push(FieldError::new(
                format!("/presets/{key}"),
                "preset_unacceptable",
                "the field does not take this value",
            )),
            None => flaws.push(FieldError::new(
                format!("/presets/{key}"),
                "field_unknown",
                "the kind has no such field, or it is a name or number of a person",
            )),
        }
    }
    presets
}

impl Wanted {
    /// The voucher with this code.
    pub(super) fn voucher(&self, tenant: &TenantName, code: &VoucherCode, at: Timestamp) -> Voucher {
        Voucher {
            tenant: tenant.clone(),
            id: code.id(tenant),
            kind: self.kind,
            uses: self.uses,
            used: 0,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            presets: self.presets.clone(),
            created_at: at.as_millisecond(),
            revoked_at: None,
        }
    }
}
