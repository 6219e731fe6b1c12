//! What a person accepts once they are registered, and takes back.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};

use super::write::{conditional, id_text, person};
use super::{Store, StoreError};
use crate::agreement::Consent;
use crate::user::User;

impl Store {
    /// Adds the evidence of what a registered person has accepted: one round trip, one write unit. The person as they are
    /// now; `None` when they are gone.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn add_consent(&self, user: &User, consent: &Consent) -> Result<Option<User>, StoreError> {
        let added =
            serde_dynamo::to_attribute_value([consent]).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let written = self
            .update_user(&user.tenant, &user.key())
            .condition_expression("id = :id AND attribute_exists(ra)")
            .update_expression("SET cs = list_append(if_not_exists(cs, :none), :added)")
            .expression_attribute_values(":id", id_text(user.id.0))
            .expression_attribute_values(":none", AttributeValue::L(Vec::new()))
            .expression_attribute_values(":added", added)
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        match conditional(written)? {
            Ok(item) => person(&item).map(Some),
            Err(_) => Ok(None),
        }
    }
}
