//! Noting what the mail service tells of the mails it took.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};
use jiff::Timestamp;

use super::write::{conditional, id_text};
use super::{Item, Store, StoreError, number, text, user_in};
use crate::tenant::TenantName;
use crate::user::{Delivery, EmailKey, MailStopped, User};

/// What the mail service tells of a mail it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Feedback {
    /// The person's mail server took it.
    Delivered,
    /// The person's mail server turned it away, `lasting` if it will do so with every other.
    Bounced {
        /// Whether the address will never take mail.
        lasting: bool,
    },
    /// The person called it unwanted.
    Complained,
    /// The mail service itself did not let it out.
    Rejected(String),
}

impl Feedback {
    fn stops(&self) -> Option<MailStopped> {
        match self {
            Self::Bounced { lasting: true } => Some(MailStopped::Bounced),
            Self::Complained => Some(MailStopped::Complained),
            Self::Delivered | Self::Bounced { lasting: false } | Self::Rejected(_) => None,
        }
    }

    /// The attribute of the delivery that this sets and its value, unless it is set already.
    fn sets(&self, delivery: &Delivery, at: i64) -> Option<(&'static str, AttributeValue)> {
        let (name, value, is_set) = match self {
            Self::Delivered => ("d", number(at), delivery.delivered_at.is_some()),
            // What is "out of office" comes as a bounce that does not last, of a mail that arrived.
            Self::Bounced { lasting } => {
                let arrived = !lasting && delivery.delivered_at.is_some();
                ("b", number(at), arrived || delivery.bounced_at.is_some())
            }
            Self::Complained => ("c", number(at), delivery.complained_at.is_some()),
            Self::Rejected(reason) => ("f", text(reason), delivery.failure.is_some()),
        };
        (!is_set).then_some((name, value))
    }
}

/// What came of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noted {
    /// It is on the person since just now.
    Now,
    /// It was there before.
    Before,
    /// There is nobody it could be about.
    Nobody,
    /// The person is there, and the note that this mail went out is not.
    NotYet,
}

/// How often a notice is tried while the list of deliveries changes under it.
const TRIES: usize = 4;

impl Store {
    /// Notes what the mail service tells of the mail that was asked for at `asked_at`: one round trip
    /// and one read unit, and one write beside where that is news. Times are never moved, and what was
    /// noted before stays.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn note_feedback(
        &self,
        tenant: &TenantName,
        key: &EmailKey,
        asked_at: i64,
        feedback: &Feedback,
        at: Timestamp,
    ) -> Result<Noted, StoreError> {
        let mut found = self.get_user(tenant, key).await?;
        for _ in 0..TRIES {
            // Somebody who had the address before was erased with all that was sent to them.
            let Some(user) = found.filter(|user| user.provisioned_at <= asked_at) else {
                return Ok(Noted::Nobody);
            };
            let place = user
                .deliveries
                .iter()
                .position(|delivery| delivery.queued_at == asked_at);
            if place.is_none() && !user.was_mailed_for(asked_at) {
                return Ok(Noted::NotYet);
            }
            match self.try_to_note(&user, place, feedback, at).await? {
                Ok(noted) => return Ok(noted),
                // The list was cut, or the person erased: look again in what was in the way.
                Err(stored) => found = user_in(&stored)?,
            }
        }
        Err(StoreError::Conflict)
    }

    async fn try_to_note(
        &self,
        user: &User,
        place: Option<usize>,
        feedback: &Feedback,
        at: Timestamp,
    ) -> Result<Result<Noted, Item>, StoreError> {
        let delivery = place.and_then(|place| Some((place, user.deliveries.get(place)?)));
        let news = delivery.and_then(|(place, delivery)| {
            let (name, value) = feedback.sets(delivery, at.as_millisecond())?;
            Some((place, delivery.queued_at, name, value))
        });
        let noted = if news.is_some() { Noted::Now } else { Noted::Before };
        let stops = feedback.stops().filter(|_| user.mail_stopped.is_none());
        let mut update = self
            .update_user(&user.tenant, &user.key())
            .expression_attribute_values(":id", id_text(user.id.0));
        let (mut condition, mut sets) = ("id = :id".to_owned(), Vec::new());
        if let Some((place, queued_at, name, value)) = news {
            let path = format!("dl[{place}]");
            condition += &format!(" AND {path}.q = :queued AND attribute_not_exists({path}.{name})");
            sets.push(format!("{path}.{name} = :value"));
            update = update
                .expression_attribute_values(":queued", number(queued_at))
                .expression_attribute_values(":value", value);
        }
        if let Some(reason) = stops {
            sets.push("ms = if_not_exists(ms, :reason)".to_owned());
            update = update.expression_attribute_values(":reason", text(reason.as_str()));
        }
        if sets.is_empty() {
            return Ok(Ok(Noted::Before));
        }
        let written = update
            .condition_expression(condition)
            .update_expression(format!("SET {}", sets.join(", ")))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        Ok(conditional(written)?.map(|_| noted))
    }
}
