//! SNS's `Publish` to a phone number, as the SDK calls it: the message goes to the [`Inbox`](crate::inbox::Inbox)
//! instead of a phone.
//!
//! It refuses what SNS refuses and a test would otherwise not notice, such as a sender with a space in it, and a topic:
//! nothing here publishes to one.

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::{Form, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use usher::clock::Clock;

use super::ses::{MailFault, MailFaults};
use crate::inbox::{Inbox, Text};

/// Where it is on the address that it shares with the other stand-ins.
pub(super) const PATH: &str = "/sns";
/// SNS takes this many characters, and makes several messages of them.
const LONGEST: usize = 1_600;

/// What receives the messages.
#[derive(Clone)]
pub(crate) struct PhoneNetwork {
    pub(crate) inbox: Inbox,
    pub(crate) faults: MailFaults,
    pub(crate) clock: Clock,
}

pub(super) fn routes(network: PhoneNetwork) -> Router {
    let publish = post(publish);
    let router = Router::new()
        .route(PATH, publish.clone())
        .route(&format!("{PATH}/"), publish);
    router.with_state(network)
}

/// A call of AWS's query protocol.
type Parameters = BTreeMap<String, String>;

async fn publish(State(network): State<PhoneNetwork>, Form(parameters): Form<Parameters>) -> Response {
    let fault = network.faults.take();
    match fault {
        Some(MailFault::Throttled) => return refusal(StatusCode::BAD_REQUEST, "ThrottlingException", "Rate exceeded"),
        Some(MailFault::Internal) => return internal_failure(),
        Some(MailFault::Rejected) => return invalid("Phone number is opted out"),
        Some(MailFault::SentButUnanswered) | None => {}
    }
    let text = match Publish::read(&parameters) {
        Ok(publish) => publish.into_text(),
        Err(flaw) => return invalid(flaw),
    };
    match network.inbox.receive_text(text, network.clock.now()) {
        Ok(_) if fault == Some(MailFault::SentButUnanswered) => internal_failure(),
        Ok(id) => xml(
            StatusCode::OK,
            &format!(
                "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>{id}\
                 </MessageId></PublishResult><ResponseMetadata><RequestId>{id}</RequestId></ResponseMetadata>\
                 </PublishResponse>"
            ),
        ),
        Err(error) => {
            tracing::error!(%error, "the inbox cannot keep a text message");
            internal_failure()
        }
    }
}

/// A message that SNS would take.
struct Publish<'a> {
    to: &'a str,
    message: &'a str,
    sender_id: Option<&'a str>,
}

impl<'a> Publish<'a> {
    /// Reads a call, or says what SNS would refuse it for.
    fn read(parameters: &'a Parameters) -> Result<Self, &'static str> {
        let get = |name: &str| parameters.get(name).map(String::as_str);
        if get("Action") != Some("Publish") {
            return Err("only Publish is here");
        }
        if get("TopicArn").or(get("TargetArn")).is_some() {
            return Err("only phone numbers are published to");
        }
        let digits = |number: &str| {
            number
                .strip_prefix('+')
                .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
        };
        let to = get("PhoneNumber").filter(|number| (9..=16).contains(&number.len()) && digits(number));
        let message = get("Message").filter(|text| (1..=LONGEST).contains(&text.chars().count()));
        let attributes = attributes(parameters);
        let sender_id = attributes.get("AWS.SNS.SMS.SenderID").copied();
        let letters =
            |id: &str| id.bytes().all(|b| b.is_ascii_alphanumeric()) && id.bytes().any(|b| b.is_ascii_alphabetic());
        if sender_id.is_some_and(|id| !(1..=11).contains(&id.len()) || !letters(id)) {
            return Err("a sender id is 1 to 11 letters and digits, with a letter");
        }
        if attributes.get("AWS.SNS.SMS.SMSType") != Some(&"Transactional") {
            return Err("a message with a code is transactional");
        }
        let price = attributes
            .get("AWS.SNS.SMS.MaxPrice")
            .and_then(|price| price.parse::<f64>().ok());
        if price.is_none_or(|price| price <= 0.0) {
            return Err("a message has a price that it must not go beyond");
        }
        Ok(Self {
            to: to.ok_or("PhoneNumber is no E.164 number")?,
            message: message.ok_or("Message has 1 to 1600 characters")?,
            sender_id,
        })
    }

    fn into_text(self) -> Text {
        Text {
            sender_id: self.sender_id.unwrap_or_default().to_owned(),
            to: self.to.to_owned(),
            text: self.message.to_owned(),
        }
    }
}

/// The message's attributes, which the protocol numbers.
fn attributes(parameters: &Parameters) -> BTreeMap<&str, &str> {
    let names = parameters.iter().filter_map(|(key, name)| {
        let entry = key.strip_suffix(".Name")?;
        let value = parameters.get(&format!("{entry}.Value.StringValue"))?;
        Some((name.as_str(), value.as_str()))
    });
    names.collect()
}

fn internal_failure() -> Response {
    refusal(
        StatusCode::INTERNAL_SERVER_ERROR,
        "InternalError",
        "Arranged by the local stack.",
    )
}

fn invalid(message: &str) -> Response {
    refusal(StatusCode::BAD_REQUEST, "InvalidParameter", message)
}

fn refusal(status: StatusCode, code: &str, message: &str) -> Response {
    let body = format!(
        "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type>\
         <Code>{code}</Code><Message>{message}</Message></Error><RequestId>local</RequestId></ErrorResponse>"
    );
    xml(status, &body)
}

fn xml(status: StatusCode, body: &str) -> Response {
    (status, [(header::CONTENT_TYPE, "text/xml")], body.to_owned()).into_response()
}
