//! What a tenant decides about an account.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Status, User, moment};
use crate::answered::Answered;
use crate::profile::{Profile, as_json};

/// The most characters of a reason.
const LONGEST_REASON: usize = 500;
/// What stands in the place of a client where the tenant's endpoint has decided.
const ENDPOINT: &str = "endpoint";

/// A decision about an account: there is one, and it is final.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Whether the account was approved; else it was refused.
    #[serde(rename = "ok")]
    pub approved: bool,
    /// When, in milliseconds since 1970.
    #[serde(rename = "a")]
    pub at: i64,
    /// The client that decided; `endpoint` where the tenant's endpoint did.
    #[serde(rename = "c")]
    pub client: String,
    /// Why, in the tenant's words, which the person reads.
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A reason has more than 500 characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReasonTooLong;

/// Why an answer of a tenant's endpoint decides nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADecision {
    /// It is no JSON, or no object, or says something twice.
    NotAnObject,
    /// `decision` is missing, or is none of the three words.
    NoDecision,
    /// `reason` is no text, or too long.
    WrongReason,
}

impl NotADecision {
    /// The stable word in the log.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotAnObject => "not_an_object",
            Self::NoDecision => "no_decision",
            Self::WrongReason => "wrong_reason",
        }
    }
}

impl Decision {
    /// A reason as it is kept, without spaces around it; none where nothing is left.
    ///
    /// # Errors
    /// When it is too long.
    pub fn reason(typed: Option<&str>) -> Result<Option<String>, ReasonTooLong> {
        let reason = typed.map(str::trim).filter(|reason| !reason.is_empty());
        match reason.is_none_or(|reason| reason.chars().count() <= LONGEST_REASON) {
            true => Ok(reason.map(str::to_owned)),
            false => Err(ReasonTooLong),
        }
    }

    /// What a tenant's endpoint has decided by this answer; `None` where it leaves that to the approvers.
    ///
    /// # Errors
    /// Why the answer says neither.
    pub fn of_endpoint(answer: &[u8], now: Timestamp) -> Result<Option<Self>, NotADecision> {
        let Answered(answer) = serde_json::from_slice(answer).map_err(|_| NotADecision::NotAnObject)?;
        let reason = match answer.get("reason") {
            None | Some(Value::Null) => None,
            Some(Value::String(reason)) => Self::reason(Some(reason)).map_err(|_| NotADecision::WrongReason)?,
            Some(_) => return Err(NotADecision::WrongReason),
        };
        let approved = match answer.get("decision").and_then(Value::as_str) {
            Some("approve") => true,
            Some("refuse") => false,
            Some("wait") => return Ok(None),
            _ => return Err(NotADecision::NoDecision),
        };
        Ok(Some(Self {
            approved,
            at: now.as_millisecond(),
            client: ENDPOINT.to_owned(),
            reason,
        }))
    }
}

impl User {
    /// What a tenant's endpoint is asked about an account that waits.
    #[must_use]
    pub fn approval_question(&self) -> Vec<u8> {
        let fields = |profile: &Option<Profile>| profile.as_ref().map(as_json).unwrap_or_default();
        let asked_at = self.approval_asked_at().unwrap_or(self.provisioned_at);
        let question = json!({
            "tenant": self.tenant.as_str(),
            "user_id": self.id.to_string(),
            "customer_id": self.customer_id().to_string(),
            "customer_kind": self.customer_kind.as_str(),
            "email_address": self.email.as_str(),
            "first_name": self.first_name.as_ref().map(|name| name.as_str()),
            "last_name": self.last_name.as_ref().map(|name| name.as_str()),
            "customer_fields": fields(&self.customer_profile),
            "profile_fields": fields(&self.profile),
            "asked_at": moment(asked_at).to_string(),
        });
        question.to_string().into_bytes()
    }

    /// Whether the tenant still has to decide about the account.
    #[must_use]
    pub fn awaits_decision(&self) -> bool {
        self.status == Status::AwaitingApproval && self.decision.is_none()
    }

    /// When the account began to wait for a decision, in milliseconds since 1970; `None` for one that never did.
    #[must_use]
    pub fn approval_asked_at(&self) -> Option<i64> {
        let asked = self.status == Status::AwaitingApproval || self.decision.is_some();
        self.verified_at.filter(|_| asked)
    }
}

#[cfg(test)]
mod tests;
