//! People who make an account, address first: writing down what they chose, and that they were mailed.

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::Timestamp;

use super::mails::{Asked, SIGNS_UP};
use super::write::conditional;
use super::{Item, Store, StoreError, keys, number, number_in, user_in};
use crate::limit::{Bucket, TooOften};
use crate::sign_up::{SignUp, SignUpLink};
use crate::tenant::TenantName;
use crate::user::{EmailKey, User};

impl Store {
    /// Writes down what somebody has chosen who wants to make an account, whether or not the address is anybody's: the
    /// mailer reads it off the stream and looks whose it is. One round trip and one write unit; two of each when the same
    /// was asked for a moment ago.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn ask_to_sign_up(
        &self,
        tenant: &TenantName,
        form: &SignUp,
        limit: Bucket,
        now: Timestamp,
    ) -> Result<Result<(), TooOften>, StoreError> {
        let key = EmailKey::new(tenant, &form.email);
        let noted: AttributeValue =
            serde_dynamo::to_attribute_value(form).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let asked = Asked {
            tenant,
            key,
            name_hash: SIGNS_UP,
        };
        self.note_request(&asked, Some(("su", noted)), limit, now).await
    }

    /// Who has the address of a link, and whether the link has ever made somebody: what leads from an id to its person
    /// stays when they are erased. Both as they were a moment ago: one round trip, half a read unit for each.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn seen_by_link(&self, link: &SignUpLink) -> Result<(Option<User>, bool), StoreError> {
        let person = keys::user(&link.tenant, &link.key()).item();
        let way_in = keys::by_id(&link.tenant, link.user()).item();
        let found = self.items_as_of_late(vec![person.clone(), way_in]).await?;
        let (theirs, ways_in): (Vec<Item>, Vec<Item>) =
            found.into_iter().partition(|item| item.get("pk") == person.get("pk"));
        let stored = theirs.first().map(user_in).transpose()?.flatten();
        Ok((stored, !ways_in.is_empty()))
    }

    /// Whether the mail that was asked for then has gone out, or a newer one was asked for: one round trip.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn was_mailed_to_sign_up(
        &self,
        tenant: &TenantName,
        key: &EmailKey,
        asked_at: i64,
    ) -> Result<bool, StoreError> {
        let item = self.get(&keys::request(tenant, key, SIGNS_UP)).await?;
        Ok(item.is_some_and(|item| {
            let mailed = number_in(&item, "ia").is_some_and(|mailed| mailed >= asked_at);
            mailed || number_in(&item, "qa").is_some_and(|newest| newest > asked_at)
        }))
    }

    /// Notes that the mail that was asked for then has gone out: one round trip, one write unit.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn note_mailed_to_sign_up(
        &self,
        tenant: &TenantName,
        key: &EmailKey,
        asked_at: i64,
    ) -> Result<(), StoreError> {
        let written = self
            .update(&keys::request(tenant, key, SIGNS_UP))
            .condition_expression("qa = :asked")
            .update_expression("SET ia = :asked")
            .expression_attribute_values(":asked", number(asked_at))
            .send()
            .await;
        conditional(written).map(|_| ())
    }
}
