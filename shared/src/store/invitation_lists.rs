//! The lists of invitations: beside each invited person one small item, in the collection of their invitation's
//! phase, sorted by when it expires or by when it ended.
//!
//! A worker keeps them from the table's stream, so no step of a journey pays for them. They lead to people and decide
//! nothing: what a page answers is read off the people themselves, and what no longer fits is left out.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Item, Store, StoreError, keys, text, text_in};
use crate::id::Opaque;
use crate::tenant::TenantName;
use crate::user::{EmailKey, InvitationStatus, Phase, Progress, User};

/// Where the invitation of one person stands in the lists of their tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    id: Opaque,
    key: EmailKey,
    progress: Progress,
}

impl Entry {
    /// The entry of a person; none for one who was never invited to an app.
    #[must_use]
    pub fn of(user: &User) -> Option<Self> {
        let progress = user.progress()?;
        Some(Self {
            id: user.id.0,
            key: user.key(),
            progress,
        })
    }

    /// Whether it stands where the other did: the same invitation in the same place, whatever its person's address.
    #[must_use]
    pub fn is_in_place_of(&self, other: &Self) -> bool {
        (self.id, self.progress) == (other.id, other.progress)
    }

    fn table_key(&self, tenant: &TenantName) -> keys::Key {
        keys::listed(tenant, self.progress.phase, self.progress.at, self.id)
    }

    pub(super) fn item(&self, tenant: &TenantName) -> Item {
        let mut item = self.table_key(tenant).item();
        item.insert("uk".to_owned(), text(self.key.as_text()));
        item
    }
}

/// How far a list has been read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// In which of [`Phase::ALL`].
    phase: u8,
    /// Behind which entry of it.
    after: String,
}

/// A part of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// The people whose invitations are on it.
    pub users: Vec<User>,
    /// Where the next part begins, if there may be one.
    pub next: Option<Position>,
}

impl Store {
    /// Puts an invitation on its list: one write unit. Doing so again changes nothing.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn list_invitation(&self, tenant: &TenantName, entry: &Entry) -> Result<(), StoreError> {
        let item = entry.item(tenant);
        let put = self.client.put_item().table_name(&self.table).set_item(Some(item));
        let put = put.send().await;
        put.map(drop).map_err(|error| StoreError::from_sdk(&error))
    }

    /// Takes an invitation off a list: one write unit, whether or not it is there.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn unlist_invitation(&self, tenant: &TenantName, entry: &Entry) -> Result<(), StoreError> {
        let key = entry.table_key(tenant);
        let delete = self.client.delete_item().table_name(&self.table);
        let deleted = delete.key("pk", key.pk()).key("sk", key.sk()).send().await;
        deleted.map(drop).map_err(|error| StoreError::from_sdk(&error))
    }

    /// At most `limit` invitations of a status, or of all, behind a position: one round trip for each phase that is
    /// looked into and one for the people, half a read unit per 4 KB of entries and one for each person.
    ///
    /// The phases come in the order of [`Phase::ALL`]. In an open one what expires first comes first, in the others what
    /// ended last. What has moved since it was listed is left out, so a page may be shorter than it could.
    ///
    /// # Errors
    /// When the table fails.
    pub async fn list_invitations(
        &self,
        tenant: &TenantName,
        status: Option<InvitationStatus>,
        from: Option<Position>,
        limit: usize,
        now: Timestamp,
    ) -> Result<Page, StoreError> {
        let wanted = |phase: &Phase| match status {
            None => true,
            Some(InvitationStatus::Is(only)) => *phase == only,
            Some(InvitationStatus::Expired) => phase.is_open(),
        };
        let mut entries: Vec<(Phase, Item)> = Vec::new();
        let mut start = from.unwrap_or(Position {
            phase: 0,
            after: String::new(),
        });
        let mut next = None;
        for (number, phase) in (0_u8..).zip(Phase::ALL) {
            if number < start.phase || !wanted(&phase) {
                continue;
            }
            let after = match number == start.phase {
                true => std::mem::take(&mut start.after),
                false => String::new(),
            };
            if entries.len() == limit {
                next = Some(Position { phase: number, after });
                break;
            }
            let range = keys::listed_between(phase, status, &after, now);
            let (found, more) = self
                .entries(&keys::list(tenant, phase), range, limit - entries.len())
                .await?;
            entries.extend(found.into_iter().map(|item| (phase, item)));
            if more {
                let last = entries.last().and_then(|(_, item)| text_in(item, "sk"));
                next = last.map(|sk| Position {
                    phase: number,
                    after: sk.to_owned(),
                });
                break;
            }
        }
        let users = self.behind(tenant, &entries).await?;
        Ok(Page { users, next })
    }

    /// The people behind entries, in their order, without those whose invitation has moved on.
    async fn behind(&self, tenant: &TenantName, entries: &[(Phase, Item)]) -> Result<Vec<User>, StoreError> {
        let key_of = |item: &Item| EmailKey::from_text(text_in(item, "uk")?);
        let keys = entries.iter().filter_map(|(_, item)| Some(key_of(item)?.as_text()));
        let people = self.people(tenant, keys.collect()).await?;
        let fits = |(phase, item): &(Phase, Item)| {
            let user = people.get(&key_of(item)?.as_text())?;
            let entry = Entry::of(user)?;
            let is_there = entry.progress.phase == *phase && entry.table_key(tenant).sk() == *item.get("sk")?;
            is_there.then(|| user.clone())
        };
        Ok(entries.iter().filter_map(fits).collect())
    }
}
