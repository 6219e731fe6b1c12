//! A mail or text message of an invitation, and what became of it.

use serde::{Deserialize, Serialize};

use crate::tenant::Channel;

/// One mail or text message of an invitation. Each step leaves its own time stamp, in milliseconds since 1970, and
/// none is ever taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// Which of the two it was.
    #[serde(rename = "ch", default, skip_serializing_if = "is_mail")]
    pub channel: Channel,
    /// When it was asked for.
    #[serde(rename = "q")]
    pub queued_at: i64,
    /// When the service that carries it took it.
    #[serde(rename = "s", default, skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<i64>,
    /// When the person's mail server took it.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<i64>,
    /// When the person's mail server turned it away.
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    pub bounced_at: Option<i64>,
    /// When the person called it unwanted.
    #[serde(rename = "c", default, skip_serializing_if = "Option::is_none")]
    pub complained_at: Option<i64>,
    /// Why it can never be sent.
    #[serde(rename = "f", default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
}

impl Delivery {
    /// A message that was asked for and is not on its way yet.
    #[must_use]
    pub fn queued(channel: Channel, at: i64) -> Self {
        Self {
            channel,
            queued_at: at,
            ..Self::default()
        }
    }

    /// How far it came, in one word.
    #[must_use]
    pub const fn status(&self) -> &'static str {
        match self {
            Self { failure: Some(_), .. } => "failed",
            Self {
                complained_at: Some(_), ..
            } => "complained",
            Self {
                bounced_at: Some(_), ..
            } => "bounced",
            Self {
                delivered_at: Some(_), ..
            } => "delivered",
            Self { sent_at: Some(_), .. } => "sent",
            Self { .. } => "queued",
        }
    }
}

/// Most are, hence they are not said to be.
fn is_mail(channel: &Channel) -> bool {
    *channel == Channel::Email
}

/// Why a person gets no more mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailStopped {
    /// Their mail server says that the address will never take any.
    Bounced,
    /// They called a mail unwanted.
    Complained,
}

impl MailStopped {
    /// The word in the table and the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bounced => "bounced",
            Self::Complained => "complained",
        }
    }

    /// What a mail that is not sent for it failed with.
    #[must_use]
    pub const fn failure(self) -> &'static str {
        match self {
            Self::Bounced => "address_bounced",
            Self::Complained => "complained",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_the_last_word_on_a_mail_in_whatever_order_the_notices_came() {
        let mut mail = Delivery::queued(Channel::Email, 1);
        let mut seen = vec![mail.status()];
        mail.sent_at = Some(2);
        seen.push(mail.status());
        mail.complained_at = Some(5);
        seen.push(mail.status());
        mail.delivered_at = Some(3);
        seen.push(mail.status());
        mail.complained_at = None;
        seen.push(mail.status());
        mail.bounced_at = Some(4);
        seen.push(mail.status());
        mail.failure = Some("MessageRejected".to_owned());
        seen.push(mail.status());
        let expected = [
            "queued",
            "sent",
            "complained",
            "complained",
            "delivered",
            "bounced",
            "failed",
        ];
        assert_eq!(seen, expected);
    }
}
