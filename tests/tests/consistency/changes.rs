//! Changes of the table, as its stream tells a worker of them.

use serde_json::{Value, json};
use usher::testing;
use usher::user::User;

use crate::people::{person, registered, verified};

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
    vec![
        ("invited-1-mails", change("invited", None, image(&ada))),
        (
            "asked-again-1-mails",
            change("asked-again", Some(image(&ada)), image(&again)),
        ),
        ("asked-by-app-0-mails", change("asked-by-app", None, asked)),
        ("guessed-0-mails", change("guessed", Some(image(&ada)), guessed)),
        ("registered-0-mails", change("registered", Some(verified), registered)),
        ("stranger-0-mails", change("stranger", None, stranger)),
    ]
}
