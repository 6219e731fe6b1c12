//! How a business customer sees an account that waits, or waited, for its decision.

use serde::Serialize;
use usher::profile;
use usher::user::{User, moment};
use utoipa::ToSchema;

/// An account that waits for a decision, or was decided about.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApprovalAnswer {
    /// The person.
    #[schema(example = "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    user_id: String,
    /// The household, company or data recipient.
    #[schema(example = "cus_2zd1m8d0v3k9q7x5c4b6n8m0aa")]
    account_id: String,
    /// `waiting`, `approved` or `refused`.
    #[schema(example = "waiting")]
    status: &'static str,
    /// The kind of account: `personal`, `business` or `data_recipient`.
    #[schema(example = "data_recipient")]
    customer_kind: &'static str,
    /// What the customer is called, where the tenant's partner provider said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Solar Partners Ltd")]
    customer_name: Option<String>,
    /// The organisation that the customer belongs to, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Resellers")]
    organisation: Option<String>,
    /// The address, which is proven.
    #[schema(example = "jane.doe@example.org")]
    email_address: String,
    /// Given name, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Jane")]
    first_name: Option<String>,
    /// Family name, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Doe")]
    last_name: Option<String>,
    /// What is known of the customer, by the names of the fields of its kind.
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    #[schema(value_type = BTreeMap<String, String>, example = json!({"companyName": "Doe Ltd"}))]
    customer_fields: serde_json::Map<String, serde_json::Value>,
    /// Since when the account waits, or waited, RFC 3339 in UTC.
    #[schema(example = "2026-11-22T09:30:00Z")]
    asked_at: String,
    /// When it was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2026-11-23T08:00:00Z")]
    decided_at: Option<String>,
    /// The client that decided; `endpoint` where the tenant's endpoint did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "acme-backoffice")]
    decided_by: Option<String>,
    /// Why, as the person was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Please give us the number of your contract.")]
    reason: Option<String>,
}

impl ApprovalAnswer {
    /// The view of `user`.
    pub(super) fn of(user: &User) -> Self {
        let decision = user.decision.as_ref();
        let (first, last) = (user.first_name.as_ref(), user.last_name.as_ref());
        Self {
            user_id: user.id.to_string(),
            account_id: user.customer_id().to_string(),
            status: match decision {
                None => "waiting",
                Some(decision) if decision.approved => "approved",
                Some(_) => "refused",
            },
            customer_kind: user.customer_kind.as_str(),
            customer_name: user.customer_name.clone(),
            organisation: user.organisation.clone(),
            email_address: user.email.as_str().to_owned(),
            first_name: first.map(|name| name.as_str().to_owned()),
            last_name: last.map(|name| name.as_str().to_owned()),
            customer_fields: user.customer_profile.as_ref().map(profile::as_json).unwrap_or_default(),
            asked_at: moment(user.approval_asked_at().unwrap_or(user.provisioned_at)).to_string(),
            decided_at: decision.map(|decision| moment(decision.at).to_string()),
            decided_by: decision.map(|decision| decision.client.clone()),
            reason: decision.and_then(|decision| decision.reason.clone()),
        }
    }
}
