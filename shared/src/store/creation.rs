//! Making people known: the one write that saves a person, the ways in to them, and what makes their
//! request one of a kind.

use aws_sdk_dynamodb::types::{CancellationReason, TransactWriteItem, Update};

use super::approvals::awaiting;
use super::due_entries::due_item;
use super::marks::NONCE_LIFE_SECONDS;
use super::new_person::{person_item, request_item, way_in};
use super::write::{is_condition, reasons};
use super::{Item, KeptCustomer, Store, StoreError, keys, number, number_in, text_in};
use crate::provisioning::RequestIdentity;
use crate::user::{User, moment};

/// How long a request is remembered under its idempotency key, in milliseconds: 24 h.
const REMEMBERED_MS: i64 = 86_400_000;

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
    /// Somebody signs in as this person of the tenant's identity provider.
    #[error("somebody is known by this at the identity provider")]
    LinkExists,
    /// The voucher is not good any more: somebody else had its last use, or it was taken back meanwhile.
    #[error("the voucher is not good any more")]
    VoucherNotGood,
    /// The customer that they join is another than was read: it has changed, or is gone.
    #[error("the customer has changed")]
    CustomerChanged,
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

impl Store {
    /// Saves a new person with the ways in to them, all or nothing.
    ///
    /// One round trip; two write units per item under 1 KB: the person and the way in by id, and one more
    /// item each where an external id or an SSO subject is given, and where a signed call has an idempotency key.
    ///
    /// # Errors
    /// What is taken, or what is wrong with the request's identity.
    pub async fn create_user(&self, user: &User, request: &RequestIdentity) -> Result<Created, CreateError> {
        self.create(user, self.person(user)?, request, Vec::new()).await
    }

    /// Saves somebody who signed up, as [`Self::create_user`] does: two write units more for an account that waits, and two
    /// where something is due for it at `due_at`, in milliseconds since 1970.
    ///
    /// # Errors
    /// As there.
    pub async fn create_account(
        &self,
        user: &User,
        request: &RequestIdentity,
        due_at: Option<i64>,
    ) -> Result<Created, CreateError> {
        self.create_with(user, self.person(user)?, request, due_at, Vec::new())
            .await
    }

    /// The same with another way to save the person, and with what goes for them in the same write.
    pub(super) async fn create_with(
        &self,
        user: &User,
        person: TransactWriteItem,
        request: &RequestIdentity,
        due_at: Option<i64>,
        parting: Vec<TransactWriteItem>,
    ) -> Result<Created, CreateError> {
        let due = due_at.map(|at| self.put_new(due_item(user, at))).transpose()?;
        let due = due.into_iter().map(|write| (Guard::Due, write));
        let parting = parting.into_iter().map(|write| (Guard::Customer, write));
        self.create(user, person, request, due.chain(parting).collect()).await
    }

    /// Saves a new person of a customer that there is, as [`Self::create_user`] does: four write units more, and four for the
    /// second person of a customer.
    ///
    /// # Errors
    /// As there, and [`CreateError::CustomerChanged`].
    pub async fn add_user(
        &self,
        user: &User,
        request: &RequestIdentity,
        customer: &KeptCustomer,
    ) -> Result<Created, CreateError> {
        // A transaction does not take one item twice.
        if customer.only.as_ref().is_some_and(|only| only.key() == user.key()) {
            return Err(CreateError::EmailExists);
        }
        let joining = self.joining(customer, user)?.into_iter();
        let joining = joining.map(|write| (Guard::Customer, write));
        self.create(user, self.person(user)?, request, joining.collect()).await
    }

    async fn create(
        &self,
        user: &User,
        person: TransactWriteItem,
        request: &RequestIdentity,
        also: Vec<(Guard, TransactWriteItem)>,
    ) -> Result<Created, CreateError> {
        let mut guarded = vec![
            (Guard::Request, self.put_new(request_item(user, request))?),
            (Guard::Email, person),
        ];
        if let Some(id) = &user.external_id {
            let way_in = way_in(keys::by_external_id(&user.tenant, id), user);
            guarded.push((Guard::ExternalId, self.put_new(way_in)?));
        }
        if let Some(subject) = &user.external_authentication_provider_id {
            guarded.push((
                Guard::Subject,
                self.put_new(way_in(keys::by_subject(&user.tenant, subject), user))?,
            ));
        }
        for link in &user.links {
            let way_in = way_in(keys::by_link(&user.tenant, link), user);
            guarded.push((Guard::Link, self.put_new(way_in)?));
        }
        if let Some(voucher) = user.voucher {
            let used = self.use_voucher(&user.tenant, voucher, user.customer_kind, user.provisioned_at)?;
            guarded.push((Guard::Voucher, used));
        }
        if user.awaits_decision() {
            guarded.push((Guard::Decision, self.put_new(awaiting(user))?));
        }
        // Without a key the id itself is made of the nonce, and needs no second item to guard it.
        if let (Some(nonce), true) = (request.nonce_id, request.keyed) {
            let mut item = keys::by_id(&user.tenant, nonce).item();
            let now = moment(user.provisioned_at).as_second();
            item.insert("ttl".to_owned(), number(now + NONCE_LIFE_SECONDS));
            guarded.push((Guard::Nonce, self.put_new(item)?));
        }
        guarded.extend(also);
        let (guards, writes): (Vec<_>, Vec<_>) = guarded.into_iter().unzip();
        match self
            .client
            .transact_write_items()
            .set_transact_items(Some(writes))
            .send()
            .await
        {
            Ok(_) => Ok(Created::Now),
            Err(error) => refusal(&guards, reasons(&error)?, user, request),
        }
    }

    /// The person, unless there is one. An item that only counts attempts on the address becomes the
    /// person's and keeps its counts: starting afresh would tell a stranger who counts along.
    fn person(&self, user: &User) -> Result<TransactWriteItem, StoreError> {
        let key = keys::user(&user.tenant, &user.key());
        let item = person_item(user)?;
        let mut update = Update::builder()
            .table_name(&self.table)
            .key("pk", key.pk())
            .key("sk", key.sk());
        let mut sets = Vec::new();
        for (index, (name, value)) in item.into_iter().enumerate() {
            update = update
                .expression_attribute_names(format!("#a{index}"), name)
                .expression_attribute_values(format!(":a{index}"), value);
            sets.push(format!("#a{index} = :a{index}"));
        }
        let update = update
            .update_expression(format!("SET {}", sets.join(", ")))
            .condition_expression("attribute_not_exists(id)")
            .build()
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(TransactWriteItem::builder().update(update).build())
    }
}

/// What an item of a creation guards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Guard {
    Request,
    Email,
    ExternalId,
    Subject,
    Link,
    /// The place on the list of those who wait, which nobody else can have.
    Decision,
    /// The moment at which something is due for them, likewise.
    Due,
    Voucher,
    Nonce,
    /// A customer of several people, or what goes with somebody else.
    Customer,
}

/// Why a creation was refused. A replay is told before anything else, and the request before what is
/// taken: one that was seen before finds its own person in the way.
fn refusal(
    guards: &[Guard],
    reasons: &[CancellationReason],
    user: &User,
    request: &RequestIdentity,
) -> Result<Created, CreateError> {
    let refused = |guard: Guard| {
        let index = guards.iter().position(|known| *known == guard)?;
        reasons.get(index).filter(|reason| is_condition(reason))
    };
    let empty = Item::new();
    if let Some(stored) = refused(Guard::Request).map(|reason| reason.item().unwrap_or(&empty)) {
        // An answer that was lost on its way made the SDK try again: the write in the way is this one.
        if text_in(stored, "rq") == Some(request.attempt.as_str()) {
            return Ok(Created::Now);
        }
        if refused(Guard::Nonce).is_some() || !request.keyed {
            return Err(CreateError::Replayed);
        }
        return seen_before(stored, user.provisioned_at, request);
    }
    let joined = guards.iter().zip(reasons);
    let customer_changed = joined
        .into_iter()
        .any(|(guard, reason)| *guard == Guard::Customer && is_condition(reason));
    for (guard, error) in [
        (Guard::Nonce, CreateError::Replayed),
        (Guard::Link, CreateError::LinkExists),
        (Guard::Email, CreateError::EmailExists),
        (Guard::ExternalId, CreateError::ExternalIdExists),
        (Guard::Subject, CreateError::SubjectExists),
        (Guard::Voucher, CreateError::VoucherNotGood),
    ] {
        if refused(guard).is_some() {
            return Err(error);
        }
    }
    if customer_changed {
        return Err(CreateError::CustomerChanged);
    }
    let conflict = reasons
        .iter()
        .any(|reason| reason.code() == Some("TransactionConflict"));
    Err(CreateError::Store(if conflict {
        StoreError::Conflict
    } else {
        StoreError::Throttled
    }))
}

fn seen_before(stored: &Item, now: i64, request: &RequestIdentity) -> Result<Created, CreateError> {
    if number_in(stored, "at").is_none_or(|at| now - at >= REMEMBERED_MS) {
        return Err(CreateError::KeyExpired);
    }
    let same = text_in(stored, "fp") == Some(request.fingerprint.as_str());
    if same {
        Ok(Created::Before)
    } else {
        Err(CreateError::KeyReused)
    }
}
