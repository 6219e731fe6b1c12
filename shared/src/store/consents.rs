//! What a person accepts once they are registered, and takes back.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};

use super::write::{conditional, id_text, person};
use super::{Store, StoreError, user_in};
use crate::agreement::Consent;
use crate::user::User;

/// What became of evidence that was to be added.
#[derive(Clone, Debug)]
pub enum Evidenced {
    /// It stands with the person, as they are now.
    Now(Box<User>),
    /// They have accepted or taken back something in that very moment; the person as that left them.
    Changed(Box<User>),
    /// They are gone.
    Nobody,
}

impl Store {
    /// Adds the evidence of what a registered person has accepted, unless there is other than was read: one round trip, one
    /// write unit.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn add_consent(&self, user: &User, consent: &Consent) -> Result<Evidenced, StoreError> {
        let added =
            serde_dynamo::to_attribute_value([consent]).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let as_read = match user.consents.len() {
            0 => "(attribute_not_exists(cs) OR size(cs) = :n)",
            _ => "size(cs) = :n",
        };
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression(format!("id = :id AND attribute_exists(ra) AND {as_read}"))
            .expression_attribute_values(":n", AttributeValue::N(user.consents.len().to_string()))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .update_expression("SET cs = list_append(if_not_exists(cs, :none), :added)")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":none", AttributeValue::L(Vec::new()))
            .expression_attribute_values(":added", added)
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(|user| Evidenced::Now(Box::new(user))),
            Err(stored) => Ok(match user_in(&stored)? {
                Some(now) if now.id == user.id && now.status.may_sign_in() => Evidenced::Changed(Box::new(now)),
                _ => Evidenced::Nobody,
            }),
        }
    }
}
