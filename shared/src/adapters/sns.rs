//! Text messages through Amazon SNS.

use aws_sdk_sns::error::{ProvideErrorMetadata as _, SdkError};
use aws_sdk_sns::operation::publish::PublishError;
use aws_sdk_sns::types::MessageAttributeValue;

use super::ses::SendError;

/// A text message, ready to go. It holds a link and a code, so it has no `Debug`.
#[derive(Clone, Copy)]
pub struct TextMessage<'a> {
    /// Whom it goes to, E.164.
    pub to: &'a str,
    /// What it says.
    pub text: &'a str,
    /// Whom it comes from, where networks show names.
    pub sender_id: Option<&'a str>,
    /// What it may cost, in cents of a US dollar.
    pub max_price_cents: u32,
}

/// Sends text messages.
#[derive(Clone, Debug)]
pub struct Phone {
    client: aws_sdk_sns::Client,
}

impl Phone {
    /// Sends through `client`.
    #[must_use]
    pub const fn new(client: aws_sdk_sns::Client) -> Self {
        Self { client }
    }

    /// Hands a message to SNS, which tells of nothing that happens to it afterwards, but to its own log.
    ///
    /// # Errors
    /// Whether trying again can help.
    pub async fn send(&self, message: TextMessage<'_>) -> Result<(), SendError> {
        let mut request = self
            .client
            .publish()
            .phone_number(message.to)
            .message(message.text)
            .message_attributes("AWS.SNS.SMS.SMSType", attribute("String", "Transactional")?)
            .message_attributes(
                "AWS.SNS.SMS.MaxPrice",
                attribute("Number", &dollars(message.max_price_cents))?,
            );
        if let Some(id) = message.sender_id {
            request = request.message_attributes("AWS.SNS.SMS.SenderID", attribute("String", id)?);
        }
        match request.send().await {
            Ok(_) => Ok(()),
            Err(error) => Err(send_error(&error)),
        }
    }
}

fn attribute(kind: &str, value: &str) -> Result<MessageAttributeValue, SendError> {
    let built = MessageAttributeValue::builder()
        .data_type(kind)
        .string_value(value)
        .build();
    built.map_err(|error| SendError::Permanent(error.to_string()))
}

/// 50 as "0.50".
fn dollars(cents: u32) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// SNS's message may hold the number, so only its code goes on.
fn send_error<R>(error: &SdkError<PublishError, R>) -> SendError {
    let Some(refused) = error.as_service_error() else {
        return SendError::Temporary("SNS cannot be reached".to_owned());
    };
    let code = refused.code().unwrap_or("unknown").to_owned();
    let said = refused.message().unwrap_or_default().to_ascii_lowercase();
    let about_the_number = refused.is_invalid_parameter_exception()
        || refused.is_invalid_parameter_value_exception()
        || refused.is_validation_exception();
    // A missing right or a throttled account is mended by people or by time; the messages wait meanwhile.
    if said.contains("opted out") || code == "OptedOut" {
        SendError::Permanent("OptedOut".to_owned())
    } else if about_the_number || SPENT.contains(&code.as_str()) {
        SendError::Permanent(code)
    } else {
        SendError::Temporary(code)
    }
}

/// What the account is refused with that has spent its month: what waits for the next is no invitation.
const SPENT: [&str; 3] = [
    "ServiceQuotaExceeded",
    "ServiceQuotaExceededException",
    "SpendLimitExceeded",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_a_number_of_dollars() {
        assert_eq!(dollars(50), "0.50");
        assert_eq!(dollars(5), "0.05");
        assert_eq!(dollars(500), "5.00");
    }
}
