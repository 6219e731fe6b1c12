//! The lists of people: beside each person small items, one in the order of who came last and one for each way in which
//! somebody may begin to type their names.
//!
//! A worker keeps them from the table's stream, so no step of a journey pays for them. They hold no address, lead to
//! people and decide nothing: what a page answers is read off the people themselves, and what no longer fits is left out.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_dynamodb::types::{DeleteRequest, PutRequest, WriteRequest};

use super::{Item, People, Store, StoreError, keys, text, text_in};
use crate::customer::Customer;
use crate::id::{CustomerId, Opaque};
use crate::person::{NamePrefix, search_keys};
use crate::tenant::TenantName;
use crate::user::{EmailKey, User};

/// How often what an answer left undone is asked for.
const TRIES: usize = 4;

/// Where a person stands on the lists of their tenant's people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    id: Opaque,
    key: EmailKey,
    came_at: i64,
    names: BTreeSet<String>,
}

impl Listed {
    /// Where a person stands as they are.
    #[must_use]
    pub fn of(user: &User) -> Self {
        let (first, last) = user.names();
        Self {
            id: user.id.0,
            key: user.key(),
            came_at: user.provisioned_at,
            names: search_keys(first, last),
        }
    }

    /// The keys of their entries, by what tells them apart.
    fn places(&self, tenant: &TenantName) -> BTreeMap<Option<&str>, keys::Key> {
        let named = |names| (Some(names), keys::named_at(tenant, names, self.id));
        let names = self.names.iter().map(String::as_str).map(named);
        let newest = (None, keys::newest_at(tenant, self.came_at, self.id));
        names.chain([newest]).collect()
    }

    /// Their entries.
    pub(super) fn items(&self, tenant: &TenantName) -> Vec<Item> {
        let entry = |place: &keys::Key| {
            let mut item = place.item();
            item.insert("uk".to_owned(), text(self.key.as_text()));
            item
        };
        self.places(tenant).values().map(entry).collect()
    }
}

impl Store {
    /// Takes a person off the places that they have `left`, but for those where they belong, and puts them there if that
    /// `is_new`: one round trip, one write unit for each place. Doing so again changes nothing.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn list_person(
        &self,
        tenant: &TenantName,
        belongs: Option<&Listed>,
        is_new: bool,
        left: &[&Listed],
    ) -> Result<(), StoreError> {
        let unbuilt = |error: aws_sdk_dynamodb::error::BuildError| StoreError::Unavailable(error.to_string());
        let stays = belongs.map(|listed| listed.places(tenant)).unwrap_or_default();
        let mut writes = Vec::new();
        let entries = belongs.filter(|_| is_new).map(|listed| listed.items(tenant));
        for item in entries.into_iter().flatten() {
            let put = PutRequest::builder().set_item(Some(item)).build().map_err(unbuilt)?;
            writes.push(WriteRequest::builder().put_request(put).build());
        }
        let left: BTreeMap<_, _> = left.iter().flat_map(|listed| listed.places(tenant)).collect();
        for (_, place) in left.into_iter().filter(|(which, _)| !stays.contains_key(which)) {
            let delete = DeleteRequest::builder().set_key(Some(place.item())).build();
            writes.push(WriteRequest::builder().delete_request(delete.map_err(unbuilt)?).build());
        }
        self.write_all(writes).await
    }

    /// Up to 25 puts and deletes, in any order. An answer may leave some undone; those are asked for again.
    async fn write_all(&self, mut left: Vec<WriteRequest>) -> Result<(), StoreError> {
        for _ in 0..TRIES {
            if left.is_empty() {
                return Ok(());
            }
            let asked = self.client.batch_write_item().request_items(&self.table, left).send();
            let answer = asked.await.map_err(|error| StoreError::from_sdk(&error))?;
            let undone = answer.unprocessed_items.unwrap_or_default();
            left = undone.into_values().flatten().collect();
        }
        match left.is_empty() {
            true => Ok(()),
            false => Err(StoreError::Throttled),
        }
    }

    /// At most `limit` people behind a place, who came last first: two round trips, half a read unit per 4 KB of entries
    /// and one for each person.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn newest_people(
        &self,
        tenant: &TenantName,
        after: Option<&str>,
        limit: usize,
    ) -> Result<People, StoreError> {
        let range = keys::any_time_behind(after.unwrap_or_default());
        let place = |user: &User| Some(keys::newest_at(tenant, user.provisioned_at, user.id.0));
        self.listed(tenant, &keys::newest(tenant), range, limit, place).await
    }

    /// At most `limit` people whose names begin so, behind a place, in the order of their names: costs what
    /// [`Self::newest_people`] does. Who could be found twice is found once, so a page may be shorter than it could.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn people_named(
        &self,
        tenant: &TenantName,
        prefix: &NamePrefix,
        after: Option<&str>,
        limit: usize,
    ) -> Result<People, StoreError> {
        let range = keys::named_behind(prefix, after.unwrap_or_default());
        let place = |user: &User| {
            let (first, last) = user.names();
            let keys = search_keys(first, last);
            Some(keys::named_at(tenant, prefix.key_among(&keys)?, user.id.0))
        };
        self.listed(tenant, &keys::named(tenant), range, limit, place).await
    }

    /// The people behind the entries of a list, each where `place` says that they stand.
    async fn listed(
        &self,
        tenant: &TenantName,
        list: &str,
        range: (String, String),
        limit: usize,
        place: impl Fn(&User) -> Option<keys::Key>,
    ) -> Result<People, StoreError> {
        let (entries, more) = self.entries(list, range, limit).await?;
        let last = entries.last().and_then(|item| text_in(item, "sk")).map(str::to_owned);
        let key_of = |item: &Item| Some(EmailKey::from_text(text_in(item, "uk")?)?.as_text());
        let people = self.people(tenant, entries.iter().filter_map(key_of).collect()).await?;
        let stands = |item: &Item| {
            let user = people.get(&key_of(item)?)?;
            (place(user)?.sk() == *item.get("sk")?).then(|| user.clone())
        };
        Ok(People {
            users: entries.iter().filter_map(stands).collect(),
            next: last.filter(|_| more),
        })
    }

    /// People of a tenant, each with their customer: no round trip while each is the only one of theirs, else one and a
    /// read unit for each customer. Who was erased with their customer in this very moment is left out.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn with_customers(
        &self,
        tenant: &TenantName,
        users: Vec<User>,
    ) -> Result<Vec<(User, Customer)>, StoreError> {
        let ids: BTreeSet<CustomerId> = users.iter().filter_map(|user| user.customer).collect();
        let wanted = ids.into_iter().map(|id| keys::customer(tenant, id).item());
        let mut customers = BTreeMap::new();
        for item in self.items(wanted.collect()).await? {
            let customer: Customer =
                serde_dynamo::from_item(item).map_err(|error| StoreError::Unreadable(error.to_string()))?;
            customers.insert(customer.id, customer);
        }
        let beside = |user: User| {
            let customer = match user.customer {
                None => Customer::of_only(&user),
                Some(id) => customers.get(&id)?.clone(),
            };
            Some((user, customer))
        };
        Ok(users.into_iter().filter_map(beside).collect())
    }
}
