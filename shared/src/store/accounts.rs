//! Making people known, finding them by the ways in to them, and erasing them.

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{
    AttributeValue, CancellationReason, Delete, Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem, Update,
};
use jiff::Timestamp;

use super::{Item, Mark, Store, StoreError, keys, number, number_in, text, text_in, user_in};
use crate::id::Opaque;
use crate::provisioning::RequestIdentity;
use crate::tenant::TenantName;
use crate::user::{EmailKey, User};

/// How long a request is remembered under its idempotency key, in milliseconds: 24 h.
const REMEMBERED_MS: i64 = 86_400_000;
/// How often a write is tried when other writes of the same items are in its way.
const TRIES: u32 = 4;

/// A person was made known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Created {
    /// Just now.
    Now,
    /// By an earlier try of the same request.
    Before,
}

/// A person could not be made known.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// Somebody has this address with this tenant.
    #[error("the address is taken")]
    EmailExists,
    /// Somebody has this external id with this tenant.
    #[error("the external id is taken")]
    ExternalIdExists,
    /// Somebody has this subject at the customer's identity provider.
    #[error("the external authentication provider id is taken")]
    SubjectExists,
    /// The idempotency key was used for another body.
    #[error("the idempotency key was used for another request")]
    KeyReused,
    /// The very same signed call was received before.
    #[error("the call was received before")]
    Replayed,
    /// The idempotency key was used more than 24 h ago; it may make a person again, under another id.
    #[error("the idempotency key is free again")]
    KeyExpired,
    /// The table failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The outcome of erasing a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erased {
    /// They are gone.
    Now,
    /// An earlier try of the same request did it.
    Before,
    /// The idempotency key was used for another request.
    KeyReused,
    /// The person changed meanwhile.
    Changed,
}

impl Store {
    /// Saves a new person with the ways in to them, all or nothing.
    ///
    /// One round trip; two write units per item under 1 KB: the person, the way in by id, the one
    /// by external id, and one more where an SSO subject is given.
    ///
    /// # Errors
    /// What is taken, or what is wrong with the request's identity.
    pub async fn create_user(&self, user: &User, request: &RequestIdentity) -> Result<Created, CreateError> {
        let mut tries = 0;
        loop {
            tries += 1;
            match self.try_create(user, request).await {
                Err(CreateError::Store(StoreError::Conflict | StoreError::Throttled)) if tries < TRIES => {
                    back_off(tries, &request.attempt).await
                }
                outcome => return outcome,
            }
        }
    }

    async fn try_create(&self, user: &User, request: &RequestIdentity) -> Result<Created, CreateError> {
        let (tenant, key) = (&user.tenant, user.key());
        let mut person: Item =
            serde_dynamo::to_item(user).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        person.extend(keys::user(tenant, &key).item());
        person.insert("ttl".to_owned(), number(keys::NEVER));

        let mut by_id = keys::by_id(tenant, user.id.0).item();
        by_id.insert("uk".to_owned(), text(key.as_text()));
        by_id.insert("fp".to_owned(), text(&request.fingerprint));
        by_id.insert("at".to_owned(), number(user.provisioned_at));
        by_id.insert("rq".to_owned(), text(&request.attempt));
        if let Some(nonce) = &request.nonce_hash {
            by_id.insert("n".to_owned(), text(nonce));
        }

        // The order is the order in which a refusal is told.
        let mut writes = vec![
            // An item that only counted attempts gives way to the person.
            self.put_if(by_id, "attribute_not_exists(pk)")?,
            self.put_if(person, "attribute_not_exists(id)")?,
            self.put_if(
                way_in(keys::by_external_id(tenant, &user.external_id), user),
                "attribute_not_exists(pk)",
            )?,
        ];
        if let Some(subject) = &user.external_authentication_provider_id {
            writes.push(self.put_if(
                way_in(keys::by_subject(tenant, subject), user),
                "attribute_not_exists(pk)",
            )?);
        }
        match self
            .client
            .transact_write_items()
            .set_transact_items(Some(writes))
            .send()
            .await
        {
            Ok(_) => Ok(Created::Now),
            Err(error) => refusal(reasons(&error)?, user, request),
        }
    }

    fn put_if(&self, item: Item, condition: &str) -> Result<TransactWriteItem, StoreError> {
        let put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression(condition)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build()
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(TransactWriteItem::builder().put(put).build())
    }

    /// The person with this key: one round trip.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn get_user(&self, tenant: &TenantName, key: &EmailKey) -> Result<Option<User>, StoreError> {
        self.get(&keys::user(tenant, key))
            .await?
            .map_or(Ok(None), |item| user_in(&item))
    }

    /// The person with this id: two round trips.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn find_user_by_id(&self, tenant: &TenantName, id: Opaque) -> Result<Option<User>, StoreError> {
        self.user_behind(tenant, &keys::by_id(tenant, id)).await
    }

    /// The person with this external id: two round trips.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn find_user_by_external_id(&self, tenant: &TenantName, id: &str) -> Result<Option<User>, StoreError> {
        self.user_behind(tenant, &keys::by_external_id(tenant, id)).await
    }

    async fn user_behind(&self, tenant: &TenantName, way_in: &keys::Key) -> Result<Option<User>, StoreError> {
        let item = self.get(way_in).await?;
        let key = item.and_then(|item| EmailKey::from_text(text_in(&item, "uk")?));
        match key {
            Some(key) => self.get_user(tenant, &key).await,
            None => Ok(None),
        }
    }

    /// Erases a person and the ways in to them, which frees the address and the external id.
    ///
    /// The way in by id stays, without leading anywhere: an id is never given twice, and the call
    /// that made the person cannot be replayed. One round trip.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn erase_user(&self, user: &User, mark: Option<&Mark>, now: Timestamp) -> Result<Erased, StoreError> {
        let tenant = &user.tenant;
        let mut writes = Vec::new();
        if let Some(mark) = mark {
            writes.push(mark.put(&self.table, now)?);
        }
        writes.push(self.delete_of(&keys::user(tenant, &user.key()), user)?);
        writes.push(self.delete_of(&keys::by_external_id(tenant, &user.external_id), user)?);
        if let Some(subject) = &user.external_authentication_provider_id {
            writes.push(self.delete_of(&keys::by_subject(tenant, subject), user)?);
        }
        let by_id = keys::by_id(tenant, user.id.0);
        let tombstone = Update::builder()
            .table_name(&self.table)
            .key("pk", by_id.pk())
            .key("sk", by_id.sk())
            .update_expression("SET del = :now REMOVE uk")
            .expression_attribute_values(":now", number(now.as_millisecond()))
            .build()
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        writes.push(TransactWriteItem::builder().update(tombstone).build());

        let Err(error) = self
            .client
            .transact_write_items()
            .set_transact_items(Some(writes))
            .send()
            .await
        else {
            return Ok(Erased::Now);
        };
        let reasons = reasons(&error)?;
        match (mark, reasons.first()) {
            (Some(mark), Some(first)) if is_condition(first) => {
                Ok(if first.item().is_some_and(|stored| mark.is(stored)) {
                    Erased::Before
                } else {
                    Erased::KeyReused
                })
            }
            _ if reasons.iter().any(is_condition) => Ok(Erased::Changed),
            _ => Err(StoreError::Conflict),
        }
    }

    fn delete_of(&self, key: &keys::Key, user: &User) -> Result<TransactWriteItem, StoreError> {
        let delete = Delete::builder()
            .table_name(&self.table)
            .key("pk", key.pk())
            .key("sk", key.sk())
            .condition_expression("id = :id")
            .expression_attribute_values(":id", text(user.id.to_string()))
            .build()
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(TransactWriteItem::builder().delete(delete).build())
    }
}

fn way_in(key: keys::Key, user: &User) -> Item {
    let mut item = key.item();
    item.insert("uk".to_owned(), text(user.key().as_text()));
    item.insert("id".to_owned(), AttributeValue::S(user.id.to_string()));
    item
}

/// Why a creation was refused. The way in by id is looked at first: a request that was seen before
/// finds its own person in the way, and must be told so rather than that the address is taken.
fn refusal(reasons: &[CancellationReason], user: &User, request: &RequestIdentity) -> Result<Created, CreateError> {
    let refused = |index: usize| reasons.get(index).is_some_and(is_condition);
    if refused(0) {
        let empty = Item::new();
        return seen_before(reasons[0].item().unwrap_or(&empty), user.provisioned_at, request);
    }
    match () {
        () if refused(1) => Err(CreateError::EmailExists),
        () if refused(2) => Err(CreateError::ExternalIdExists),
        () if refused(3) => Err(CreateError::SubjectExists),
        () if reasons
            .iter()
            .any(|reason| reason.code() == Some("TransactionConflict")) =>
        {
            Err(StoreError::Conflict.into())
        }
        () => Err(StoreError::Throttled.into()),
    }
}

fn seen_before(stored: &Item, now: i64, request: &RequestIdentity) -> Result<Created, CreateError> {
    // An answer that was lost on its way made the SDK try again: the write in the way is this one.
    if text_in(stored, "rq") == Some(request.attempt.as_str()) {
        return Ok(Created::Now);
    }
    let same_nonce = request.nonce_hash.is_some() && text_in(stored, "n") == request.nonce_hash.as_deref();
    if same_nonce || !request.keyed {
        return Err(CreateError::Replayed);
    }
    if number_in(stored, "at").is_none_or(|at| now - at >= REMEMBERED_MS) {
        return Err(CreateError::KeyExpired);
    }
    if text_in(stored, "fp") == Some(request.fingerprint.as_str()) {
        Ok(Created::Before)
    } else {
        Err(CreateError::KeyReused)
    }
}

fn is_condition(reason: &CancellationReason) -> bool {
    reason.code() == Some("ConditionalCheckFailed")
}

/// Why a transaction was cancelled, item by item.
pub(super) fn reasons<R>(error: &SdkError<TransactWriteItemsError, R>) -> Result<&[CancellationReason], StoreError> {
    match error.as_service_error() {
        Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => Ok(cancelled.cancellation_reasons()),
        _ => Err(StoreError::from_sdk(error)),
    }
}

/// Waits a little, longer each time, and not as long as the neighbour who is in the way.
async fn back_off(tries: u32, attempt: &str) {
    let jitter = attempt
        .bytes()
        .fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)))
        % 25;
    tokio::time::sleep(std::time::Duration::from_millis(u64::from(tries) * 15 + jitter)).await;
}
