//! Mail through Amazon SES.

use aws_sdk_sesv2::error::{ProvideErrorMetadata as _, SdkError};
use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message, MessageTag};

use crate::address::EmailAddress;
use crate::tenant::Sender;

/// A mail, ready to go.
#[derive(Debug)]
pub struct Mail<'a> {
    /// Whom it comes from.
    pub sender: &'a Sender,
    /// Whom it goes to.
    pub to: &'a EmailAddress,
    /// Who and what.
    pub subject: &'a str,
    /// The HTML part.
    pub html: &'a str,
    /// The part to be read aloud.
    pub text: &'a str,
    /// Names and values that come back with every delivery and bounce notice: `[A-Za-z0-9_-]`.
    /// The same mail sent twice carries the same.
    pub tags: &'a [(&'static str, String)],
}

/// A mail or text message did not go out.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// It never will: the address or number takes none, the message is refused.
    #[error("it can never be sent: {0}")]
    Permanent(String),
    /// It may later.
    #[error("it cannot be sent now: {0}")]
    Temporary(String),
}

/// Sends mail.
#[derive(Clone, Debug)]
pub struct Mailbox {
    client: aws_sdk_sesv2::Client,
    configuration_set: Option<String>,
}

impl Mailbox {
    /// Sends through `client`, with the configuration set that delivery notices come from.
    #[must_use]
    pub const fn new(client: aws_sdk_sesv2::Client, configuration_set: Option<String>) -> Self {
        Self {
            client,
            configuration_set,
        }
    }

    /// Hands a mail to SES. Once it has taken it, it delivers or tells why not.
    ///
    /// # Errors
    /// Whether trying again can help.
    pub async fn send(&self, mail: &Mail<'_>) -> Result<(), SendError> {
        let part = |data: &str| {
            Content::builder()
                .charset("UTF-8")
                .data(data)
                .build()
                .map_err(permanent)
        };
        let message = Message::builder()
            .subject(part(mail.subject)?)
            .body(Body::builder().html(part(mail.html)?).text(part(mail.text)?).build())
            .build();
        let mut request = self
            .client
            .send_email()
            .from_email_address(from(mail.sender))
            .destination(Destination::builder().to_addresses(mail.to.as_str()).build())
            .content(EmailContent::builder().simple(message).build())
            .set_configuration_set_name(self.configuration_set.clone());
        for (name, value) in mail.tags {
            request = request.email_tags(
                MessageTag::builder()
                    .name(*name)
                    .value(value)
                    .build()
                    .map_err(permanent)?,
            );
        }
        match request.send().await {
            Ok(_) => Ok(()),
            Err(error) => Err(send_error(&error)),
        }
    }
}

/// `"Acme Energy" <hello@mail.acme.example>`; a name outside ASCII as an RFC 2047 encoded word.
fn from(sender: &Sender) -> String {
    use base64::Engine as _;
    let name = if sender.name.is_ascii() {
        format!("\"{}\"", sender.name.replace('\\', "\\\\").replace('"', "\\\""))
    } else {
        format!(
            "=?UTF-8?B?{}?=",
            base64::engine::general_purpose::STANDARD.encode(&sender.name)
        )
    };
    format!("{name} <{}>", sender.address.as_str())
}

fn permanent(error: aws_sdk_sesv2::error::BuildError) -> SendError {
    SendError::Permanent(error.to_string())
}

fn send_error<R>(error: &SdkError<aws_sdk_sesv2::operation::send_email::SendEmailError, R>) -> SendError {
    let Some(refused) = error.as_service_error() else {
        return SendError::Temporary("SES cannot be reached".to_owned());
    };
    let said = refused.code().unwrap_or("unknown").to_owned();
    // A paused account or an unverified domain is mended by people; the mails wait meanwhile.
    if refused.is_message_rejected() || refused.is_bad_request_exception() {
        SendError::Permanent(said)
    } else {
        SendError::Temporary(said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_senders_name_is_quoted_or_encoded() {
        let sender = |name: &str| Sender {
            name: name.into(),
            address: "a@b.example".parse().expect("an address"),
        };
        assert_eq!(from(&sender("Acme \"A\"")), "\"Acme \\\"A\\\"\" <a@b.example>");
        assert_eq!(from(&sender("Zähler")), "=?UTF-8?B?WsOkaGxlcg==?= <a@b.example>");
    }
}
