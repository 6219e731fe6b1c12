//! Reading many items: a part of a collection, and items by their keys.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_dynamodb::types::KeysAndAttributes;

use super::{Item, Store, StoreError, keys, text, user_in};
use crate::tenant::TenantName;
use crate::user::{EmailKey, User};

/// How often what an answer left out is asked for.
const TRIES: usize = 4;

impl Store {
    /// The entries of a collection in a range, at most `limit`, and whether there may be more.
    pub(super) async fn entries(
        &self,
        collection: &str,
        (from, to): (String, String),
        limit: usize,
    ) -> Result<(Vec<Item>, bool), StoreError> {
        let mut found: Vec<Item> = Vec::new();
        let mut start = None;
        loop {
            // A range of one collection, of which all is answered.
            let asked = self
                .client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk AND sk BETWEEN :from AND :to")
                .expression_attribute_values(":pk", text(collection))
                .expression_attribute_values(":from", text(&from))
                .expression_attribute_values(":to", text(&to))
                .set_exclusive_start_key(start)
                .limit(i32::try_from(limit - found.len()).unwrap_or(i32::MAX));
            let answer = asked.send().await.map_err(|error| StoreError::from_sdk(&error))?;
            found.extend(answer.items.unwrap_or_default());
            start = answer.last_evaluated_key;
            if start.is_none() || found.len() >= limit {
                return Ok((found, start.is_some()));
            }
        }
    }

    /// People by their keys as text, up to 100.
    pub(super) async fn people(
        &self,
        tenant: &TenantName,
        keys: BTreeSet<String>,
    ) -> Result<BTreeMap<String, User>, StoreError> {
        let key = |key: &String| Some(keys::user(tenant, &EmailKey::from_text(key)?).item());
        let mut people = BTreeMap::new();
        for item in self.items(keys.iter().filter_map(key).collect()).await? {
            if let Some(user) = user_in(&item)? {
                people.insert(user.key().as_text(), user);
            }
        }
        Ok(people)
    }

    /// Up to 100 items by their keys, those that there are, in any order. An answer may leave some out; those are asked for
    /// again.
    pub(super) async fn items(&self, keys: Vec<Item>) -> Result<Vec<Item>, StoreError> {
        self.read_items(keys, true).await
    }

    /// The same as they were a moment ago, which costs half.
    pub(super) async fn items_as_of_late(&self, keys: Vec<Item>) -> Result<Vec<Item>, StoreError> {
        self.read_items(keys, false).await
    }

    async fn read_items(&self, mut missing: Vec<Item>, consistent: bool) -> Result<Vec<Item>, StoreError> {
        let mut found = Vec::new();
        for _ in 0..TRIES {
            if missing.is_empty() {
                return Ok(found);
            }
            let wanted = KeysAndAttributes::builder()
                .set_keys(Some(std::mem::take(&mut missing)))
                .consistent_read(consistent)
                .build()
                .map_err(|error| StoreError::Unavailable(error.to_string()))?;
            let asked = self.client.batch_get_item().request_items(&self.table, wanted).send();
            let answer = asked.await.map_err(|error| StoreError::from_sdk(&error))?;
            found.extend(answer.responses.unwrap_or_default().into_values().flatten());
            let left = answer.unprocessed_keys.unwrap_or_default().into_values();
            missing = left.flat_map(|left| left.keys).collect();
        }
        match missing.is_empty() {
            true => Ok(found),
            false => Err(StoreError::Throttled),
        }
    }
}
