//! How a business customer sees a voucher.

use jiff::Timestamp;
use serde::Serialize;
use usher::profile;
use usher::sign_up::{Voucher, VoucherCode};
use usher::user::moment;
use utoipa::ToSchema;

/// A voucher as a business customer sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct VoucherAnswer {
    /// By what it is found.
    #[schema(example = "vou_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    id: String,
    /// Its code: in the answer that makes it, and in no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "7K3Q-9XWM-2TFD")]
    code: Option<String>,
    /// The kind of account it opens.
    #[schema(example = "channel_partner")]
    kind: &'static str,
    /// `valid`, or why it opens no account now: `not_yet_valid`, `expired`, `used_up` or `revoked`.
    #[schema(example = "valid")]
    status: &'static str,
    /// How many accounts it opens.
    #[schema(example = 50)]
    uses: u32,
    /// How many it has opened.
    #[schema(example = 12)]
    used: u32,
    /// From when on it is good.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2027-03-01T00:00:00Z")]
    valid_from: Option<String>,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2027-06-30T22:00:00Z")]
    valid_until: Option<String>,
    /// What it fills in.
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    #[schema(value_type = std::collections::BTreeMap<String, String>, example = json!({"region": "North"}))]
    presets: serde_json::Map<String, serde_json::Value>,
    /// When it was made.
    #[schema(example = "2026-11-22T09:30:00Z")]
    created_at: String,
    /// When it was taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2027-05-02T08:00:00Z")]
    revoked_at: Option<String>,
}

impl VoucherAnswer {
    /// The view of `voucher` at `now`.
    pub(super) fn of(voucher: &Voucher, now: Timestamp) -> Self {
        let time = |at: Option<i64>| at.map(|at| moment(at).to_string());
        Self {
            id: voucher.id.to_string(),
            code: None,
            kind: voucher.kind.as_str(),
            status: status(voucher, now),
            uses: voucher.uses,
            used: voucher.used,
            valid_from: time(voucher.valid_from),
            valid_until: time(voucher.valid_until),
            presets: profile::as_json(&voucher.presets),
            created_at: moment(voucher.created_at).to_string(),
            revoked_at: time(voucher.revoked_at),
        }
    }

    /// The same with the code, for whoever has just made it.
    pub(super) fn with_code(self, code: &VoucherCode) -> Self {
        Self {
            code: Some(code.grouped()),
            ..self
        }
    }
}

fn status(voucher: &Voucher, now: Timestamp) -> &'static str {
    match voucher {
        Voucher {
            revoked_at: Some(_), ..
        } => "revoked",
        Voucher {
            valid_from: Some(from), ..
        } if moment(*from) > now => "not_yet_valid",
        Voucher {
            valid_until: Some(until),
            ..
        } if moment(*until) <= now => "expired",
        Voucher { used, uses, .. } if used >= uses => "used_up",
        _ => "valid",
    }
}
