//! Saving tenants: each change is a version, with who made it and when, and stays readable.

use aws_sdk_dynamodb::types::{AttributeValue, Put, TransactWriteItem};
use jiff::Timestamp;
use serde_json::Value;

use super::parts::update;
use super::tenants::document_in;
use super::ways_in::{belongs_to_another, ways_in};
use super::write::{is_condition, reasons};
use super::{Item, Mark, Store, StoreError, keys as key, number, number_in, shared_keys, text, text_in};
use crate::keys::KeyRing;
use crate::located;
use crate::tenant::{Flaw, Tenant, TenantName};
use crate::user::moment;

/// How often a change is made that says nothing about what was there, when somebody else changes the tenant meanwhile.
const TRIES: usize = 4;

/// Who changes a tenant, and what of.
#[derive(Clone, Copy, Debug)]
pub struct TenantChange<'a> {
    /// Who: a client, or an operator.
    pub by: &'a str,
    /// The version that is changed; without one, whichever there is.
    pub expected: Option<u64>,
    /// The idempotency key under which it is.
    pub mark: Option<&'a Mark>,
}

impl<'a> TenantChange<'a> {
    /// A change of whichever version there is.
    #[must_use]
    pub const fn by(by: &'a str) -> Self {
        Self {
            by,
            expected: None,
            mark: None,
        }
    }
}

/// A version of a tenant's document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenantVersion {
    /// Counts up from 1.
    pub number: u64,
    /// When it was applied.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}

/// A tenant could not be saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveTenantError {
    /// Client ids or host names belong to another tenant.
    #[error("a client id or host name belongs to another tenant")]
    Taken(Vec<Flaw>),
    /// Another version is there than the one that was to be changed.
    #[error("the document has changed meanwhile")]
    VersionChanged,
    /// It says that a secret is kept, and there is none.
    #[error("{} {}", .0.first().map_or("", |flaw| &flaw.pointer), .0.first().map_or("", |flaw| &flaw.message))]
    NothingToKeep(Vec<Flaw>),
    /// Versions of agreements that were applied before have other words now.
    #[error("an agreement has other words than were applied")]
    TextChanged(Vec<Flaw>),
    /// The idempotency key was used for another request.
    #[error("the idempotency key was used for another request")]
    KeyReused,
    /// The table failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A part of the list of versions.
#[derive(Clone, Debug)]
pub struct TenantVersions {
    /// The versions, the newest first.
    pub versions: Vec<TenantVersion>,
    /// Behind what the next part begins, if there may be one.
    pub next: Option<String>,
}

impl Store {
    /// The tenant of this name, with the version of its document: one round trip, one read unit per 4 KB.
    ///
    /// # Errors
    /// When the table fails, or what it holds is no tenant.
    pub async fn get_tenant_version(
        &self,
        name: &TenantName,
        keys: &KeyRing,
    ) -> Result<Option<(Tenant, TenantVersion)>, StoreError> {
        let Some(item) = self.get(&key::tenant(name)).await? else {
            return Ok(None);
        };
        let tenant = shared_keys::open(document_in(&item)?, keys)?;
        Ok(Some((tenant, version_in(&item)?)))
    }

    /// A version of a tenant's document, without secrets: one round trip, one read unit per 4 KB.
    ///
    /// # Errors
    /// When the table fails, or what it holds is no tenant.
    pub async fn get_past_tenant(
        &self,
        name: &TenantName,
        version: u64,
    ) -> Result<Option<(Tenant, TenantVersion)>, StoreError> {
        let Some(item) = self.get(&key::tenant_version(name, version)).await? else {
            return Ok(None);
        };
        let unreadable = |error: &dyn std::fmt::Display| StoreError::Unreadable(error.to_string());
        let document: Value = serde_json::from_str(document_in(&item)?).map_err(|error| unreadable(&error))?;
        let tenant = located::read(&document).map_err(|error| unreadable(&error))?;
        Ok(Some((tenant, version_in(&item)?)))
    }

    /// At most `limit` versions of a tenant's document, the newest first, behind a place: one round trip, half a read unit
    /// per 4 KB of documents.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn list_tenant_versions(
        &self,
        name: &TenantName,
        after: Option<&str>,
        limit: usize,
    ) -> Result<TenantVersions, StoreError> {
        let range = key::tenant_versions_behind(after);
        let (items, more) = self.entries(&key::tenant_text(name), range, limit).await?;
        let next = items.last().and_then(|item| text_in(item, "sk")).map(str::to_owned);
        Ok(TenantVersions {
            versions: items.iter().map(version_in).collect::<Result<_, _>>()?,
            next: next.filter(|_| more),
        })
    }

    /// Saves a tenant as a new version of its document, with its name among all of them and the ways in to it, all or
    /// nothing. Ways in that it no longer names stay behind and lead to a tenant that does not know them, which is what
    /// decides. The texts of agreements are saved before, each once and for ever. A document that says what is there already
    /// makes no version.
    ///
    /// # Errors
    /// What is in the way, or when the table fails.
    pub async fn save_tenant(
        &self,
        tenant: &Tenant,
        change: &TenantChange<'_>,
        keys: &KeyRing,
        now: Timestamp,
    ) -> Result<TenantVersion, SaveTenantError> {
        for _ in 0..TRIES {
            let current = self.get(&key::tenant(&tenant.name)).await?;
            let version = current.as_ref().map(version_in).transpose()?;
            // A document that cannot be read is replaced, too; only nothing of it can be kept.
            let readable = |item: &Item| shared_keys::open(document_in(item).ok()?, keys).ok();
            let current = version.map(|version| (current.as_ref().and_then(readable), version));
            let number = current.as_ref().map_or(0, |(_, version)| version.number);
            if change.expected.is_some_and(|expected| expected != number) {
                return Err(SaveTenantError::VersionChanged);
            }
            let before = current.as_ref().and_then(|(tenant, _)| tenant.as_ref());
            let tenant = tenant.clone().keeping(before).map_err(SaveTenantError::NothingToKeep)?;
            // Looked at before the words, which stay once they are saved.
            let taken = self.taken(&tenant, before).await?;
            if !taken.is_empty() {
                return Err(SaveTenantError::Taken(taken));
            }
            let tenant = self.save_agreement_texts(&tenant, before).await?;
            if let Some((before, version)) = current
                && before.as_ref() == Some(&tenant)
            {
                return Ok(version);
            }
            let version = TenantVersion {
                number: number + 1,
                at: now,
                by: change.by.to_owned(),
            };
            let writes = self.writes_of(&tenant, &version, change.mark, keys, now)?;
            let request = self.client.transact_write_items().set_transact_items(Some(writes));
            let Err(error) = request.send().await else {
                return Ok(version);
            };
            let (reasons, marked) = (reasons(&error)?, usize::from(change.mark.is_some()));
            let refused = |index: usize| reasons.get(index).filter(|reason| is_condition(reason));
            if let (Some(mark), Some(first)) = (change.mark, refused(0)) {
                let own = first.item().is_some_and(|stored| mark.is(stored));
                return own.then_some(version).ok_or(SaveTenantError::KeyReused);
            }
            // Behind the document come its past version and the names of all tenants.
            let taken: Vec<_> = (ways_in(&tenant).enumerate())
                .filter(|(index, _)| refused(marked + 3 + index).is_some())
                .map(|(_, (pointer, _))| belongs_to_another(pointer))
                .collect();
            if !taken.is_empty() {
                return Err(SaveTenantError::Taken(taken));
            }
            if refused(marked).is_none() {
                return Err(StoreError::Conflict.into());
            }
            // Somebody else was first, or the answer was lost on its way: a look at it tells.
        }
        Err(StoreError::Conflict.into())
    }

    /// The mark, the document, and then all that belongs to it.
    fn writes_of(
        &self,
        tenant: &Tenant,
        version: &TenantVersion,
        mark: Option<&Mark>,
        keys: &KeyRing,
        now: Timestamp,
    ) -> Result<Vec<TransactWriteItem>, StoreError> {
        let mut writes = Vec::new();
        if let Some(mark) = mark {
            writes.push(mark.put(&self.table, now)?);
        }
        let mut item = versioned(key::tenant(&tenant.name).item(), version);
        item.insert("doc".to_owned(), text(shared_keys::seal(tenant, keys, now)?));
        let first = "attribute_not_exists(v)";
        let put = Put::builder().table_name(&self.table).set_item(Some(item));
        writes.push(built(match version.number {
            1 => put.condition_expression(first),
            next => put
                .condition_expression("v = :before")
                .expression_attribute_values(":before", AttributeValue::N((next - 1).to_string())),
        })?);
        let past = serde_json::to_string(&tenant.without_secrets());
        let past = past.map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let mut item = versioned(key::tenant_version(&tenant.name, version.number).item(), version);
        item.insert("doc".to_owned(), text(past));
        writes.push(built(Put::builder().table_name(&self.table).set_item(Some(item)))?);
        let names = self
            .update_of(&key::tenant_names())
            .update_expression("ADD tn :name")
            .expression_attribute_values(":name", AttributeValue::Ss(vec![tenant.name.to_string()]));
        writes.push(update(names)?);
        for (_, key) in ways_in(tenant) {
            let mut item = key.item();
            item.insert("t".to_owned(), text(tenant.name.as_str()));
            let put = Put::builder().table_name(&self.table).set_item(Some(item));
            writes.push(built(
                put.condition_expression("attribute_not_exists(pk) OR t = :t")
                    .expression_attribute_values(":t", text(tenant.name.as_str())),
            )?);
        }
        Ok(writes)
    }
}

fn built(put: aws_sdk_dynamodb::types::builders::PutBuilder) -> Result<TransactWriteItem, StoreError> {
    let put = put
        .build()
        .map_err(|error| StoreError::Unavailable(error.to_string()))?;
    Ok(TransactWriteItem::builder().put(put).build())
}

fn versioned(mut item: Item, version: &TenantVersion) -> Item {
    item.insert("v".to_owned(), AttributeValue::N(version.number.to_string()));
    item.insert("at".to_owned(), number(version.at.as_millisecond()));
    item.insert("by".to_owned(), text(&version.by));
    item
}

/// The version that an item says it is: 0 for a document from before there were versions.
fn version_in(item: &Item) -> Result<TenantVersion, StoreError> {
    if !item.contains_key("v") {
        return Ok(TenantVersion {
            number: 0,
            at: moment(0),
            by: String::new(),
        });
    }
    let version = || {
        Some(TenantVersion {
            number: number_in(item, "v")?.try_into().ok()?,
            at: moment(number_in(item, "at")?),
            by: text_in(item, "by")?.to_owned(),
        })
    };
    version().ok_or_else(|| StoreError::Unreadable("a tenant without version".to_owned()))
}
