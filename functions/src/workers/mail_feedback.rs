//! What became of mails: SES tells it by way of SNS, and it is noted on the person.
//!
//! A notice names the person by the tags the mailer gave the mail and the address it went to. One
//! that is about nobody here does nothing. One that comes before the mailer has noted that the mail
//! went out fails, so that it comes again, for an hour at most. Notices come more than once and in
//! any order; noting one again changes nothing.
//!
//! An address that will never take mail, and a person who called a mail unwanted, get no more: whoever
//! sends on loses the good name of every tenant's mail.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use usher::address::EmailAddress;
use usher::store::{Feedback, Noted, StoreError};
use usher::tenant::TenantName;
use usher::user::EmailKey;

use crate::app::App;
use crate::metrics::{self, Step};
use crate::{Trigger, Worker};

/// This worker.
pub const WORKER: Worker = Worker {
    name: "mail-feedback",
    trigger: Trigger::MailEvents,
};

/// What SNS gives a function, as far as it matters here.
#[derive(Clone, Debug, Deserialize)]
pub struct SnsEvent {
    /// The notices.
    #[serde(rename = "Records")]
    pub records: Vec<SnsRecord>,
}

/// One notice.
#[derive(Clone, Debug, Deserialize)]
pub struct SnsRecord {
    /// What was published.
    #[serde(rename = "Sns")]
    pub sns: SnsMessage,
}

/// What was published to a topic.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct SnsMessage {
    /// Its id, to be found again in the log.
    pub message_id: String,
    /// A notice of SES as JSON text.
    pub message: String,
}

/// How long a notice may wait for the mailer's own note.
const PATIENCE: SignedDuration = SignedDuration::from_hours(1);

/// Why a notice has to come again.
#[derive(Debug, thiserror::Error)]
pub enum Unheard {
    /// It is no notice of SES.
    #[error("a notice cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// The mailer has not noted yet that this mail went out.
    #[error("a notice is about a mail that is not noted yet")]
    TooEarly,
    /// The table failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a configuration set publishes, as far as it matters here.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Notice {
    event_type: String,
    mail: MailPart,
    delivery: Option<Event>,
    bounce: Option<Event>,
    complaint: Option<Event>,
    reject: Option<Event>,
}

#[derive(Debug, Deserialize)]
struct MailPart {
    #[serde(default)]
    destination: Vec<String>,
    #[serde(default)]
    tags: Tags,
}

/// The mailer's tags; SES gives each as a list, and adds its own.
#[derive(Debug, Default, Deserialize)]
struct Tags {
    #[serde(default)]
    tenant: Vec<String>,
    #[serde(default)]
    asked: Vec<String>,
}

/// What happened: the members of all kinds of notices.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Event {
    timestamp: Option<Timestamp>,
    bounce_type: Option<String>,
    complaint_feedback_type: Option<String>,
    reason: Option<String>,
}

/// Notes what the notices of one invocation tell. All of them get their turn; then the first failure
/// makes them come again.
///
/// # Errors
/// Why they have to.
pub async fn handle(app: &App, event: SnsEvent) -> Result<(), Unheard> {
    let mut outcome = Ok(());
    for record in &event.records {
        if let Err(failure) = hear(app, &record.sns.message).await {
            let message_id = &record.sns.message_id;
            match failure {
                Unheard::TooEarly => tracing::info!(%message_id, "a notice was quicker than the mailer"),
                _ => tracing::warn!(cause = %failure, %message_id, "a notice has to come again"),
            }
            outcome = outcome.and(Err(failure));
        }
    }
    outcome
}

async fn hear(app: &App, message: &str) -> Result<(), Unheard> {
    let notice: Notice = serde_json::from_str(message)?;
    let now = app.clock.now();
    let (Some((tenant, key, asked_at)), Some((feedback, at))) = (notice.about(), notice.tells(now)) else {
        return Ok(());
    };
    match app.store.note_feedback(&tenant, &key, asked_at, &feedback, at).await? {
        Noted::Now => {
            count(&tenant, &feedback);
            Ok(())
        }
        Noted::Before | Noted::Nobody => Ok(()),
        Noted::NotYet if now.duration_since(at) > PATIENCE => {
            tracing::warn!(%tenant, event_type = %notice.event_type, "a notice is about a mail that was never noted");
            Ok(())
        }
        Noted::NotYet => Err(Unheard::TooEarly),
    }
}

fn count(tenant: &TenantName, feedback: &Feedback) {
    let reason = match feedback {
        Feedback::Delivered => return metrics::reached(Step::MailDelivered, tenant),
        Feedback::Bounced { lasting: true } => "bounced",
        Feedback::Bounced { lasting: false } => "bounced_for_now",
        Feedback::Complained => "complained",
        Feedback::Rejected(_) => "rejected",
    };
    metrics::failed(Step::MailDelivered, tenant, reason);
}

impl Notice {
    /// Whose mail it was, and when that was asked for; `None` for a mail that the mailer did not send.
    fn about(&self) -> Option<(TenantName, EmailKey, i64)> {
        let tenant: TenantName = self.mail.tags.tenant.first()?.parse().ok()?;
        let asked_at = self.mail.tags.asked.first()?.parse().ok()?;
        let address: EmailAddress = self.mail.destination.first()?.parse().ok()?;
        let key = EmailKey::new(&tenant, &address);
        Some((tenant, key, asked_at))
    }

    /// What happened, and when; `None` where that changes nothing.
    fn tells(&self, now: Timestamp) -> Option<(Feedback, Timestamp)> {
        let none = Event::default();
        let of = |event: &Option<Event>| event.as_ref().and_then(|event| event.timestamp).unwrap_or(now);
        Some(match self.event_type.as_str() {
            "Delivery" => (Feedback::Delivered, of(&self.delivery)),
            "Bounce" => {
                let bounce = self.bounce.as_ref().unwrap_or(&none);
                let lasting = bounce.bounce_type.as_deref() == Some("Permanent");
                (Feedback::Bounced { lasting }, of(&self.bounce))
            }
            "Complaint" => {
                let complaint = self.complaint.as_ref().unwrap_or(&none);
                // Some providers also tell of people who took a mail out of their spam folder.
                if complaint.complaint_feedback_type.as_deref() == Some("not-spam") {
                    return None;
                }
                (Feedback::Complained, of(&self.complaint))
            }
            "Reject" => {
                let reason = self.reject.as_ref().and_then(|reject| reject.reason.clone());
                let reason = reason.unwrap_or_else(|| "Rejected".to_owned());
                (Feedback::Rejected(reason), of(&self.reject))
            }
            // A delay may still end well, and every other kind is known already.
            _ => return None,
        })
    }
}
