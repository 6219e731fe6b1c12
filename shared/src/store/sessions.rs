//! Ending the sessions of browsers, one by one or all at once.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use jiff::Timestamp;

use super::write::{conditional, id_text, person};
use super::{Item, Store, StoreError, number};
use crate::session::{Entry, Session};
use crate::user::User;

impl Store {
    /// Ends the session of a browser, known or not: its cookie is worth nothing wherever it was copied to, and neither is
    /// what lives in it. One round trip, one write unit. Nothing happens where the person is gone.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn end_session(&self, session: &Session, device: String, now: Timestamp) -> Result<(), StoreError> {
        let entry = Entry {
            ended: true,
            ..session.entry(device, now)
        };
        let entry: AttributeValue =
            serde_dynamo::to_attribute_value(entry).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let written = self
            .update_user(&session.tenant, &session.key)
            .condition_expression("id = :id AND attribute_exists(ses)")
            .update_expression("SET ses.#session = :entry")
            .expression_attribute_names("#session", session.name())
            .expression_attribute_values(":id", id_text(session.user()))
            .expression_attribute_values(":entry", entry)
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => self.tidy(&person(&item)?, now).await,
            Err(_) => Ok(()),
        }
    }

    /// Ends a known session of a person by its name: one round trip, one write unit. Nothing happens where there is none
    /// of this name.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn end_session_named(&self, user: &User, name: &str) -> Result<(), StoreError> {
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND attribute_exists(ses.#session)")
            .update_expression("SET ses.#session.x = :ended")
            .expression_attribute_names("#session", name)
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":ended", AttributeValue::Bool(true))
            .send()
            .await;
        conditional(written).map(|_| ())
    }

    /// Ends every session of a person that began at `at` or before, known or not: one round trip, one write unit. Those that were
    /// ended one by one since stay so. Nothing happens where the person is gone, or more was ended already.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn end_sessions_before(&self, user: &User, at: Timestamp) -> Result<(), StoreError> {
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND (attribute_not_exists(sf) OR sf < :floor)")
            .update_expression("SET sf = :floor")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":floor", number(at.as_millisecond()))
            .send()
            .await;
        conditional(written).map(|_| ())
    }

    /// Ends every session of a person, known or not: one round trip, one write unit. The person as they are now, for whom
    /// a session may begin; `None` when they are gone, or all was ended in the same moment.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn end_all_sessions(&self, user: &User, now: Timestamp) -> Result<Option<User>, StoreError> {
        let floor = now.as_millisecond().max(user.sessions_floor.unwrap_or(i64::MIN));
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND attribute_exists(ses) AND (attribute_not_exists(sf) OR sf <= :floor)")
            .update_expression("SET ses = :none, sf = :floor")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":floor", number(floor))
            .expression_attribute_values(":none", AttributeValue::M(Item::new()))
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(Some),
            Err(_) => Ok(None),
        }
    }
}
