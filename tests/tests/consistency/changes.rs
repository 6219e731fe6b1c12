//! Changes of the table, as its stream tells a worker of them.

use serde_json::{Value, json};
use usher::tenant::Channel;
use usher::testing;
use usher::user::{Delivery, Notices, User};

use crate::people::{asked_about, invited, person, registered, texted, uwe, vera, verified};

/// The key of a person's item, or of one that counts attempts on an address nobody has.
fn key(hash: &str) -> Value {
    json!({"pk": {"S": format!("U#acme#{hash}")}, "sk": {"S": "U"}})
}

/// A person's item as the store writes it.
fn image(user: &User) -> Value {
    let item: serde_dynamo::Item = serde_dynamo::to_item(user).expect("an item");
    let mut image = with(serde_json::to_value(item).expect("JSON"), &key(&user.key().as_text()));
    for never in ["ttl", "nt"] {
        image[never] = json!({"N": "253402300799"});
    }
    if user.password.is_some() {
        // Setting a password begins with no sessions.
        image["fam"] = json!({"M": {}});
        image["ks"] = json!({"M": {}});
    }
    image
}

/// An item with more attributes.
fn with(mut item: Value, more: &Value) -> Value {
    for (name, value) in more.as_object().into_iter().flatten() {
        item[name] = value.clone();
    }
    item
}

/// A change of the table as its stream tells of it.
fn change(name: &str, old: Option<Value>, new: Value) -> Value {
    let mut change = json!({
        "ApproximateCreationDateTime": testing::now().as_second(), "Keys": {"pk": new["pk"], "sk": new["sk"]},
        "SequenceNumber": "100000000000000000001", "SizeBytes": 700, "StreamViewType": "NEW_AND_OLD_IMAGES",
    });
    let kind = if old.is_some() { "MODIFY" } else { "INSERT" };
    if let Some(old) = old {
        change["OldImage"] = old;
    }
    change["NewImage"] = new;
    json!({"Records": [{
        "eventID": name, "eventName": kind, "eventVersion": "1.1", "eventSource": "aws:dynamodb",
        "awsRegion": "eu-central-1", "dynamodb": change,
        "eventSourceARN": "arn:aws:dynamodb:eu-central-1:123456789012:table/usher/stream/2026-11-18T00:00:00.000",
    }]})
}

/// The end of an item.
fn removal(name: &str, old: Value) -> Value {
    let mut gone = change(name, Some(old.clone()), old);
    gone["Records"][0]["eventName"] = "REMOVE".into();
    if let Some(record) = gone["Records"][0]["dynamodb"].as_object_mut() {
        record.remove("NewImage");
    }
    gone
}

/// What wakes the mailer about an account: its end, and the way to another address; and the end of one that nobody asked
/// for, which does not.
fn of_accounts() -> Vec<(&'static str, Value)> {
    let now = testing::now().as_millisecond();
    let sam = registered("Sam", 25);
    let leaving = User {
        deletion_asked_at: Some(now),
        ..sam.clone()
    };
    let woken = |user: User| with(image(&user), &json!({"mw": {"N": now.to_string()}}));
    vec![
        ("deleted-1-mails", removal("deleted", image(&leaving))),
        ("erased-0-mails", removal("erased", image(&sam))),
        (
            "new-address-1-mails",
            change("new-address", Some(image(&registered("Uwe", 27))), woken(uwe())),
        ),
        (
            "address-changed-1-mails",
            change("address-changed", None, woken(vera())),
        ),
    ]
}

/// What wakes the mailer.
pub(crate) fn changes() -> Vec<(&'static str, Value)> {
    let ada = person("Ada", 1);
    let now = testing::now();
    let milliseconds = now.as_millisecond();
    let again = User {
        asked_at: Some(milliseconds),
        ..ada.clone()
    };
    let in_ten_minutes = json!({"N": (milliseconds + 600_000).to_string()});
    let tomorrow = json!({"N": (now.as_second() + 86_400).to_string()});
    let hash = ada.key().as_text();
    let asked = json!({
        "pk": {"S": format!("Q#acme#{hash}#{}", ada.name_hash)}, "sk": {"S": "Q"}, "t": {"S": "acme"},
        "uk": {"S": hash}, "qk": {"S": ada.name_hash}, "qa": {"N": milliseconds.to_string()},
        "sl": in_ten_minutes, "ttl": tomorrow,
    });
    let stranger = with(
        key("AAAAAAAAAAAAAAAAAAAAAA"),
        &json!({"pl": in_ten_minutes, "ttl": tomorrow}),
    );
    let guessed = with(image(&ada), &json!({"gl": in_ten_minutes}));
    let (verified, registered) = (image(&verified("Fay", 6)), image(&registered("Fay", 6)));
    let of_invitations = vec![
        ("invited-1-mails", change("invited", None, image(&ada))),
        (
            "asked-again-1-mails",
            change("asked-again", Some(image(&ada)), image(&again)),
        ),
        ("asked-by-app-0-mails", change("asked-by-app", None, asked)),
        ("guessed-0-mails", change("guessed", Some(image(&ada)), guessed)),
        ("registered-0-mails", change("registered", Some(verified), registered)),
        ("stranger-0-mails", change("stranger", None, stranger)),
        // Counted as one, too: what is sent to a phone.
        (
            "texted-1-mails",
            change("texted", None, image(&texted(person("Mia", 13)))),
        ),
    ];
    of_invitations.into_iter().chain(of_accounts()).collect()
}

/// What wakes `invitation-lists`: somebody who was just invited, whose mail went out, and somebody who is erased. Each name says
/// how often something is written: the invitation, two names and a time, and the count of a day with its mark.
pub(crate) fn moves() -> Vec<(&'static str, Value)> {
    let lea = invited(person("Lea", 12));
    let mailed = User {
        deliveries: vec![Delivery::queued(Channel::Email, lea.provisioned_at)],
        ..lea.clone()
    };
    let gone = removal("gone", image(&invited(person("Max", 14))));
    vec![
        ("invited-6-moves", change("invited", None, image(&lea))),
        ("noted-0-moves", change("noted", Some(image(&lea)), image(&mailed))),
        ("gone-4-moves", gone),
    ]
}

/// What wakes `approval-endpoint`: an account that begins to wait, and one whose mails went out.
pub(crate) fn waits() -> Vec<(&'static str, Value)> {
    let [quentin, rosalind] = asked_about();
    let mailed = User {
        notices: Notices::new(),
        ..rosalind.clone()
    };
    vec![
        ("waits-1-changes", change("waits", None, image(&quentin))),
        (
            "noted-0-changes",
            change("noted", Some(image(&rosalind)), image(&mailed)),
        ),
    ]
}

/// What wakes `mail-feedback`: what SES tells of the mail to one person, as SNS hands it on.
pub(crate) fn notices() -> Vec<(&'static str, Value)> {
    let at = "2026-11-18T11:00:00.000Z";
    let to = |name: &str| format!("{name}@example.org");
    let bounced = |name: &str, kind: &str, subtype: &str| {
        let recipient = json!({"emailAddress": to(name), "action": "failed", "status": "5.1.1"});
        json!({"eventType": "Bounce", "bounce": {
            "feedbackId": "0100-bounce", "bounceType": kind, "bounceSubType": subtype,
            "bouncedRecipients": [recipient], "timestamp": at, "reportingMTA": "dsn; a8-31.smtp-out.amazonses.com",
        }})
    };
    let delivered = json!({"eventType": "Delivery", "delivery": {
        "timestamp": at, "processingTimeMillis": 861, "recipients": [to("ben")], "smtpResponse": "250 ok",
        "reportingMTA": "a8-53.smtp-out.amazonses.com",
    }});
    let complained = json!({"eventType": "Complaint", "complaint": {
        "feedbackId": "0100-complaint", "complaintSubType": null, "complaintFeedbackType": "abuse",
        "complainedRecipients": [{"emailAddress": to("cleo")}], "timestamp": at,
        "userAgent": "Amazon SES Mailbox Simulator", "arrivalDate": at,
    }});
    let rejected = json!({"eventType": "Reject", "reject": {"reason": "Bad content"}});
    let delayed = json!({"eventType": "DeliveryDelay", "deliveryDelay": {
        "timestamp": at, "delayType": "TransientCommunicationFailure", "expirationTime": "2026-11-18T23:00:00.000Z",
        "delayedRecipients": [{"emailAddress": to("ben"), "status": "4.4.1", "diagnosticCode": "smtp; 421 later"}],
    }});
    vec![
        (
            "bounced-for-good-1-notes",
            notice("fay", bounced("fay", "Permanent", "General")),
        ),
        (
            "bounced-for-now-1-notes",
            notice("dora", bounced("dora", "Transient", "MailboxFull")),
        ),
        ("complained-1-notes", notice("cleo", complained)),
        ("delayed-0-notes", notice("ben", delayed)),
        ("delivered-1-notes", notice("ben", delivered.clone())),
        ("rejected-1-notes", notice("emil", rejected)),
        ("stranger-0-notes", notice("nobody", delivered)),
    ]
}

fn notice(name: &str, mut event: Value) -> Value {
    let asked = testing::now() - jiff::SignedDuration::from_hours(1);
    event["mail"] = json!({
        "timestamp": "2026-11-18T10:06:41.000Z", "source": "Acme Energy <hello@mail.acme.example>",
        "sourceArn": "arn:aws:ses:eu-central-1:123456789012:identity/mail.acme.example",
        "sendingAccountId": "123456789012", "messageId": "010701234567-89ab", "headersTruncated": false,
        "destination": [format!("{name}@example.org")],
        "tags": {
            "ses:configuration-set": ["usher-prod"], "ses:caller-identity": ["usher-prod-mailer"],
            "tenant": ["acme"], "purpose": ["confirm-address"], "invitation": ["inv_00000000000000000000000000"],
            "asked": [asked.as_millisecond().to_string()],
        },
    });
    let topic = "arn:aws:sns:eu-central-1:123456789012:usher-mail-events";
    json!({"Records": [{
        "EventSource": "aws:sns", "EventVersion": "1.0", "EventSubscriptionArn": format!("{topic}:6f0a"),
        "Sns": {
            "Type": "Notification", "MessageId": "95df01b4-ee98-5cb9-9903-4c221d41eb5e", "TopicArn": topic,
            "Subject": "Amazon SES Email Event Notification", "Message": event.to_string(),
            "Timestamp": "2026-11-18T11:00:01.000Z", "SignatureVersion": "1", "Signature": "EXAMPLE",
            "SigningCertUrl": "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService.pem",
            "UnsubscribeUrl": "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe", "MessageAttributes": {},
        },
    }]})
}
