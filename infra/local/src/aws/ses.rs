//! SES v2's `SendEmail`, as the SDK calls it: the mail goes to the [`Inbox`] instead of a person.
//!
//! It refuses what SES refuses and a test would otherwise not notice, such as a tag with a space in it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::State;
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use axum::{Json, Router};
use functions::workers::mail_feedback::SnsEvent;
use serde::Deserialize;
use serde_json::json;
use tokio::sync::mpsc::UnboundedSender;
use usher::clock::Clock;

use super::notice;
use crate::inbox::{Inbox, Letter};

/// How the next call of `SendEmail`, or of SNS's `Publish`, goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailFault {
    /// 429 `TooManyRequestsException`, or `ThrottlingException`; nothing is sent.
    Throttled,
    /// 500; nothing is sent.
    Internal,
    /// 400 `MessageRejected`, or an opted-out number; nothing ever will be.
    Rejected,
    /// 500, and yet the mail is sent: the answer was lost on its way.
    SentButUnanswered,
}

/// What the next calls of `SendEmail`, or of `Publish`, answer instead of sending; clones share it.
///
/// The SDK tries three times before a failure reaches the mailer, and each try is a call.
#[derive(Clone, Debug, Default)]
pub struct MailFaults(Arc<Mutex<VecDeque<MailFault>>>);

impl MailFaults {
    /// Makes the next `count` calls, after those that were arranged before, go wrong.
    pub fn fail_next(&self, count: usize, fault: MailFault) {
        self.queue().extend(std::iter::repeat_n(fault, count));
    }

    /// How many arranged faults have not happened yet.
    #[must_use]
    pub fn pending(&self) -> usize {
        self.queue().len()
    }

    /// From now on every call succeeds.
    pub fn clear(&self) {
        self.queue().clear();
    }

    pub(super) fn take(&self) -> Option<MailFault> {
        self.queue().pop_front()
    }

    fn queue(&self) -> std::sync::MutexGuard<'_, VecDeque<MailFault>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What receives the mail, and is told what became of it.
#[derive(Clone)]
pub(crate) struct MailHost {
    pub(crate) inbox: Inbox,
    pub(crate) notices: UnboundedSender<SnsEvent>,
    pub(crate) faults: MailFaults,
    pub(crate) clock: Clock,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendEmail {
    from_email_address: String,
    destination: Destination,
    content: EmailContent,
    #[serde(default)]
    email_tags: Vec<NameValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Destination {
    #[serde(default)]
    to_addresses: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct EmailContent {
    simple: Simple,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Simple {
    subject: Part,
    body: Body,
    #[serde(default)]
    headers: Vec<NameValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Body {
    #[serde(default)]
    text: Part,
    #[serde(default)]
    html: Part,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Part {
    data: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct NameValue {
    name: String,
    value: String,
}

pub(super) fn routes(host: MailHost) -> Router {
    Router::new()
        .route("/v2/email/outbound-emails", post(send))
        .with_state(host)
}

async fn send(State(host): State<MailHost>, body: axum::body::Bytes) -> Response {
    let fault = host.faults.take();
    match fault {
        Some(MailFault::Throttled) => {
            return refusal(
                StatusCode::TOO_MANY_REQUESTS,
                "TooManyRequestsException",
                "Too many requests.",
            );
        }
        Some(MailFault::Internal) => return internal_failure(),
        Some(MailFault::Rejected) => {
            return refusal(
                StatusCode::BAD_REQUEST,
                "MessageRejected",
                "Email address is not verified.",
            );
        }
        Some(MailFault::SentButUnanswered) | None => {}
    }
    let email: SendEmail = match serde_json::from_slice(&body) {
        Ok(email) => email,
        Err(error) => return refusal(StatusCode::BAD_REQUEST, "BadRequestException", &error.to_string()),
    };
    if let Some(flaw) = email.flaw() {
        return refusal(StatusCode::BAD_REQUEST, "BadRequestException", flaw);
    }
    let tags: Vec<_> = email
        .email_tags
        .iter()
        .map(|tag| (tag.name.clone(), tag.value.clone()))
        .collect();
    let (to, now) = (email.destination.to_addresses.clone(), host.clock.now());
    let received = host.inbox.receive(email.into_letter(), now);
    if let Ok(id) = &received {
        for notice in notice::of(id, &to, &tags, now) {
            // Whoever listened is gone when the stack stops.
            let _ = host.notices.send(notice);
        }
    }
    match received {
        Ok(_) if fault == Some(MailFault::SentButUnanswered) => internal_failure(),
        Ok(id) => Json(json!({ "MessageId": id })).into_response(),
        Err(error) => {
            tracing::error!(%error, "the inbox cannot keep a mail");
            internal_failure()
        }
    }
}

impl SendEmail {
    /// What SES would refuse this mail for.
    fn flaw(&self) -> Option<&'static str> {
        let tag_fits = |text: &str, also: &[u8]| {
            let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || also.contains(&byte);
            (1..=256).contains(&text.len()) && text.bytes().all(fits)
        };
        let to = &self.destination.to_addresses;
        let subject = &self.content.simple.subject.data;
        if !(1..=50).contains(&to.len()) {
            Some("a mail goes to 1 to 50 addresses")
        } else if !to
            .iter()
            .chain([&self.from_email_address])
            .all(|address| address.is_ascii())
        {
            Some("addresses are ASCII; a name is an encoded word")
        } else if !self
            .email_tags
            .iter()
            .all(|tag| tag_fits(&tag.name, b"") && tag_fits(&tag.value, b".@"))
        {
            Some("a tag is 1 to 256 of A-Z, a-z, 0-9, - and _; its value may also hold . and @")
        } else if subject.is_empty() || subject.contains(['\r', '\n']) {
            Some("a subject is one line")
        } else if self.content.simple.body.text.data.is_empty() && self.content.simple.body.html.data.is_empty() {
            Some("a mail needs a text or an HTML part")
        } else {
            None
        }
    }

    fn into_letter(self) -> Letter {
        let tenant = self.email_tags.into_iter().find(|tag| tag.name == "tenant");
        Letter {
            from: self.from_email_address,
            to: self.destination.to_addresses.join(", "),
            tenant: tenant.map(|tag| tag.value).unwrap_or_default(),
            subject: self.content.simple.subject.data,
            text: self.content.simple.body.text.data,
            html: self.content.simple.body.html.data,
            headers: self
                .content
                .simple
                .headers
                .into_iter()
                .map(|header| (header.name, header.value))
                .collect(),
        }
    }
}

fn internal_failure() -> Response {
    refusal(
        StatusCode::INTERNAL_SERVER_ERROR,
        "InternalFailure",
        "Arranged by the local stack.",
    )
}

fn refusal(status: StatusCode, kind: &'static str, message: &str) -> Response {
    let kind = [(HeaderName::from_static("x-amzn-errortype"), kind)];
    (status, kind, Json(json!({ "message": message }))).into_response()
}
