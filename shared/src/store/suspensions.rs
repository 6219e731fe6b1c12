//! Taking an account out of use, and giving it back.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use jiff::Timestamp;

use super::passwords::ENDS;
use super::write::{conditional, id_text, person};
use super::{Item, Store, StoreError, number, text};
use crate::user::{Suspension, User};

impl Store {
    /// Takes a person's account out of use: every session and every refresh token ends with it, and no step of theirs goes
    /// through any more. One round trip, one write unit. The person as they are now; `None` where they are not as they were
    /// read.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn suspend(
        &self,
        user: &User,
        (client, reason): (&str, Option<&str>),
        now: Timestamp,
    ) -> Result<Option<User>, StoreError> {
        let suspension = Suspension {
            was: user.status,
            at: now.as_millisecond(),
            client: client.to_owned(),
            reason: reason.map(str::to_owned),
        };
        let suspension: AttributeValue =
            serde_dynamo::to_attribute_value(suspension).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND #st = :was")
            .update_expression(format!("SET #st = :suspended, sp = :suspension, {ENDS}"))
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":was", text(user.status.as_str()))
            .expression_attribute_values(":suspended", text("suspended"))
            .expression_attribute_values(":suspension", suspension)
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .expression_attribute_values(":none", AttributeValue::M(Item::new()))
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(Some),
            Err(_) => Ok(None),
        }
    }

    /// Gives a person's account back, as it was before it was suspended; they sign in anew. One round trip, one write unit.
    /// The person as they are now; `None` where they are not as they were read.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn resume(&self, user: &User, suspension: &Suspension) -> Result<Option<User>, StoreError> {
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND #st = :suspended AND sp.a = :at")
            .update_expression("SET #st = :was REMOVE sp")
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":suspended", text("suspended"))
            .expression_attribute_values(":at", number(suspension.at))
            .expression_attribute_values(":was", text(suspension.was.as_str()))
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(Some),
            Err(_) => Ok(None),
        }
    }
}
