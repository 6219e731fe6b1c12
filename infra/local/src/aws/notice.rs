//! What SES tells of a mail, as SNS hands it to a function.
//!
//! The addresses of SES's own mailbox simulator make the mail end as they do in the cloud, with a label
//! (`bounce+anything@…`) too. Every other address takes its mail.

use std::collections::BTreeMap;

use functions::workers::mail_feedback::SnsEvent;
use jiff::Timestamp;
use serde_json::{Value, json};

const SIMULATOR: &str = "simulator.amazonses.com";

/// The notices of a mail, in the order in which they come.
pub(super) fn of(id: &str, to: &[String], tags: &[(String, String)], now: Timestamp) -> Vec<SnsEvent> {
    let tags: BTreeMap<&str, [&str; 1]> = tags
        .iter()
        .map(|(name, value)| (name.as_str(), [value.as_str()]))
        .collect();
    let mail = json!({ "timestamp": now, "messageId": id, "destination": to, "tags": tags });
    let events = to.first().map_or_else(Vec::new, |to| ends(to, now));
    events
        .into_iter()
        .filter_map(|event| notice(id, &mail, event, now))
        .collect()
}

/// How a mail to this address ends.
fn ends(to: &str, now: Timestamp) -> Vec<Value> {
    let (local, domain) = to.rsplit_once('@').unwrap_or((to, ""));
    let name = local.split('+').next().unwrap_or_default().to_ascii_lowercase();
    let delivery = json!({ "eventType": "Delivery", "delivery": { "timestamp": now, "recipients": [to] } });
    let bounce = |subtype: &str| {
        json!({ "eventType": "Bounce", "bounce": {
            "timestamp": now, "bounceType": "Permanent", "bounceSubType": subtype,
            "bouncedRecipients": [{ "emailAddress": to }],
        } })
    };
    match (domain.eq_ignore_ascii_case(SIMULATOR), name.as_str()) {
        (true, "bounce") => vec![bounce("General")],
        (true, "suppressionlist") => vec![bounce("Suppressed")],
        (true, "complaint") => vec![
            delivery,
            json!({ "eventType": "Complaint", "complaint": {
                "timestamp": now, "complaintFeedbackType": "abuse",
                "complainedRecipients": [{ "emailAddress": to }],
            } }),
        ],
        _ => vec![delivery],
    }
}

fn notice(id: &str, mail: &Value, mut event: Value, now: Timestamp) -> Option<SnsEvent> {
    event["mail"] = mail.clone();
    let sns = json!({
        "Type": "Notification", "MessageId": id, "TopicArn": "arn:aws:sns:local:000000000000:mail-events",
        "Subject": "Amazon SES Email Event Notification", "Message": event.to_string(), "Timestamp": now,
        "SignatureVersion": "1", "Signature": "", "SigningCertUrl": "", "UnsubscribeUrl": "", "MessageAttributes": {},
    });
    let record = json!({
        "EventSource": "aws:sns", "EventVersion": "1.0", "EventSubscriptionArn": "", "Sns": sns,
    });
    serde_json::from_value(json!({ "Records": [record] })).ok()
}
