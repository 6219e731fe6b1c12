//! How a business customer sees what happened to a person.

use serde::Serialize;
use usher::user::{Happened, User, moment};
use utoipa::ToSchema;

/// Something that happened to a person.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HistoryView {
    /// `provisioned`, `invited`, `self_registered` or `signed_up`; `verified`, `approval_asked`, `approved`, `refused`,
    /// `registered`, `details_confirmed`, `active`, `password_changed` or `suspended`.
    #[schema(example = "verified")]
    event: &'static str,
    /// When, RFC 3339 in UTC; the last time of what may happen again.
    #[schema(example = "2026-11-22T09:35:00Z")]
    at: String,
    /// Of `verified`: `mail`, `sms`, `tenant` or `provider`. Of a decision: the client, `operator` with the operator's id, or `endpoint`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "mail")]
    by: Option<String>,
    /// Of a decision: why, as the person was told; of `suspended`, as the back office wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Please give us the number of your contract.")]
    reason: Option<String>,
}

/// What happened to a person, oldest first.
pub(super) fn history(user: &User) -> Vec<HistoryView> {
    let view = |happened: Happened<'_>| HistoryView {
        event: happened.what,
        at: moment(happened.at).to_string(),
        by: happened.by.map(str::to_owned),
        reason: happened.reason.map(str::to_owned),
    };
    user.history().into_iter().map(view).collect()
}
