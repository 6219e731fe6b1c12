//! Nonces of signed calls, and answers kept under an idempotency key.
//!
//! Provisioning needs neither: its own items remember both (see [`crate::provisioning`]).

use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::types::{Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem};
use jiff::Timestamp;

use super::{Item, Store, StoreError, keys, number, number_in, text, text_in};

/// How long an answer is kept under an idempotency key: 24 h.
const MARK_LIFE_SECONDS: i64 = 86_400;
/// How long a nonce is remembered: the 300 s a signature may be old, and as long in the future.
pub(super) const NONCE_LIFE_SECONDS: i64 = 600;

/// A write under an idempotency key, other than provisioning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The caller.
    pub client: String,
    /// The key together with method and path: another path is another request.
    pub scope: String,
    /// A hash of the body.
    pub fingerprint: String,
    /// The time that the answer is made of, where the same one is to be given again; in milliseconds since 1970.
    pub answered_of: Option<i64>,
}

/// Whose an idempotency key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// This request's, from now on.
    Now,
    /// This request's, since an earlier try.
    Before,
    /// Another request's.
    ByAnother,
}

/// Which request an idempotency key was used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByWhom {
    /// The very same.
    ThisRequest,
    /// One with another body.
    Another,
}

impl Mark {
    /// The mark of a request of `client` with this scope and body.
    #[must_use]
    pub fn new(client: &str, scope: &str, body: &[u8]) -> Self {
        Self {
            client: client.to_owned(),
            scope: scope.to_owned(),
            fingerprint: crate::provisioning::fingerprint(body),
            answered_of: None,
        }
    }

    /// The same, with the time that the answer is made of.
    #[must_use]
    pub fn answered_of(self, at: Option<i64>) -> Self {
        Self {
            answered_of: at,
            ..self
        }
    }

    /// The put that claims the key, to go into the same transaction as the write it covers.
    pub(super) fn put(&self, table: &str, now: Timestamp) -> Result<TransactWriteItem, StoreError> {
        let mut item = keys::idempotency(&self.client, &self.scope).item();
        item.insert("fp".to_owned(), text(&self.fingerprint));
        item.insert("ttl".to_owned(), number(now.as_second() + MARK_LIFE_SECONDS));
        if let Some(at) = self.answered_of {
            item.insert("at".to_owned(), number(at));
        }
        let put = Put::builder()
            .table_name(table)
            .set_item(Some(item))
            // Expiry is decided here, never by the sweep that follows it hours later.
            .condition_expression("attribute_not_exists(pk) OR #ttl <= :now")
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":now", number(now.as_second()))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build()
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(TransactWriteItem::builder().put(put).build())
    }

    /// Whether the stored mark is of this very request.
    pub(super) fn is(&self, stored: &Item) -> bool {
        text_in(stored, "fp") == Some(self.fingerprint.as_str())
    }
}

impl Store {
    /// Claims an idempotency key for a request whose effect repeats harmlessly: two write units.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn claim(&self, mark: &Mark, now: Timestamp) -> Result<Claimed, StoreError> {
        let claim = self
            .client
            .transact_write_items()
            .transact_items(mark.put(&self.table, now)?);
        match claim.send().await {
            Ok(_) => Ok(Claimed::Now),
            Err(error) => match super::write::reasons(&error)?.first().and_then(|reason| reason.item()) {
                Some(stored) if mark.is(stored) => Ok(Claimed::Before),
                Some(_) => Ok(Claimed::ByAnother),
                None => Err(StoreError::Conflict),
            },
        }
    }

    /// Which request was carried out under this idempotency key in the last 24 h, if any: one read.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn find_claim(&self, mark: &Mark, now: Timestamp) -> Result<Option<ByWhom>, StoreError> {
        Ok(self.find_answer(mark, now).await?.map(|(by, _)| by))
    }

    /// The same, with the time that the first answer was made of.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn find_answer(&self, mark: &Mark, now: Timestamp) -> Result<Option<(ByWhom, Option<i64>)>, StoreError> {
        let stored = self.get(&keys::idempotency(&mark.client, &mark.scope)).await?;
        let kept = stored.filter(|stored| number_in(stored, "ttl").is_some_and(|ttl| ttl > now.as_second()));
        Ok(kept.map(|stored| match mark.is(&stored) {
            true => (ByWhom::ThisRequest, number_in(&stored, "at")),
            false => (ByWhom::Another, None),
        }))
    }

    /// Spends the nonce of a signed call: one write unit. `false` when it was spent before, by another
    /// attempt than this.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn spend_nonce(
        &self,
        client: &str,
        nonce: &str,
        attempt: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let spent = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(nonce_item(client, nonce, attempt, now)))
            // Expiry is decided here, never by the sweep that follows it hours later.
            .condition_expression("attribute_not_exists(pk) OR #ttl <= :now")
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":now", number(now.as_second()))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        match spent {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(failed)) => Ok(failed
                    .item()
                    .is_some_and(|stored| text_in(stored, "rq") == Some(attempt))),
                _ => Err(StoreError::from_sdk(&error)),
            },
        }
    }
}

/// The item that remembers a nonce.
fn nonce_item(client: &str, nonce: &str, attempt: &str, now: Timestamp) -> Item {
    let mut item = keys::nonce(client, nonce).item();
    item.insert("rq".to_owned(), text(attempt));
    item.insert("ttl".to_owned(), number(now.as_second() + NONCE_LIFE_SECONDS));
    item
}
