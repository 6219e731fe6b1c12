//! When keys come and go.
//!
//! A pure rule: it takes a ring, the time and a [`RotationPolicy`] and says what the ring becomes. The
//! next key is made while the current one is still used, so that it is in every sandbox and in every
//! relying party's copy of the published set before anything is made with it. An old one is dropped
//! when nothing made with it can still live.

use std::fmt;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::{Generation, KeyRing, Seal, Signer, UnreadableKeys};
use crate::entropy::Entropy;
use crate::tenant::{LINK_LIFE_SECONDS, TICKET_LIFE_SECONDS};
use crate::token::{FAMILY_LIFE, TOKEN_LIFE_SECONDS};

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// How long a voucher is good, from being given: it is the longest-living thing that a seal makes, so
/// it says how long seals are kept.
pub const VOUCHER_LIFE: SignedDuration = SignedDuration::from_hours(400 * 24);

/// When generations of one kind come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// How long one is used.
    pub period: SignedDuration,
    /// How long one is in the ring before it is used; shorter than the period.
    pub lead: SignedDuration,
    /// How long one is kept after the next has taken over.
    pub keep: SignedDuration,
}

/// When generations of every kind come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RotationPolicy {
    /// Of the key pairs that sign tokens.
    pub signers: Schedule,
    /// Of the symmetric keys.
    pub seals: Schedule,
}

impl RotationPolicy {
    /// What is deployed. The lead is longer than a sandbox lives, which decrypts the ring once, and
    /// than anybody should keep a copy of the published keys. A day's margin is for a sandbox that
    /// has lived longer all the same.
    pub const STANDARD: Self = Self {
        signers: Schedule {
            period: SignedDuration::from_hours(30 * 24),
            lead: SignedDuration::from_hours(2 * 24),
            keep: SignedDuration::from_secs(TOKEN_LIFE_SECONDS + DAY.as_secs()),
        },
        seals: Schedule {
            period: SignedDuration::from_hours(90 * 24),
            lead: SignedDuration::from_hours(2 * 24),
            keep: SignedDuration::from_secs(VOUCHER_LIFE.as_secs() + DAY.as_secs()),
        },
    };

    /// The same, but no seal is dropped.
    #[must_use]
    pub const fn keeping_seals(mut self) -> Self {
        self.seals.keep = SignedDuration::MAX;
        self
    }
}

// Whatever else a seal makes is dead before a voucher is.
const _: () = {
    let keep = RotationPolicy::STANDARD.seals.keep.as_secs();
    assert!(keep > *LINK_LIFE_SECONDS.end() as i64 && keep > *TICKET_LIFE_SECONDS.end() as i64);
    assert!(keep > FAMILY_LIFE.as_secs());
};

/// A key by the name it may be spoken of with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyName {
    /// A key pair, by its `kid`.
    Signer(String),
    /// A symmetric key, by its number.
    Seal(u8),
}

/// What a rotation did to one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyChange {
    /// It is new.
    Made(KeyName),
    /// It is gone, and all that it made with it.
    Dropped(KeyName),
}

/// Which kind of key is replaced because somebody else may have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Replace {
    /// The key pairs that sign tokens.
    Signers,
    /// The symmetric keys.
    Seals,
}

/// What a ring becomes, and what is different about it.
#[derive(Clone, Debug)]
pub struct RotatedKeys {
    /// The ring.
    pub ring: KeyRing,
    /// Never empty.
    pub changes: Vec<KeyChange>,
}

impl KeyRing {
    /// What the ring becomes at `now`; `None` when it stays as it is.
    ///
    /// # Errors
    /// When a key cannot be made.
    pub fn rotate(
        &self,
        entropy: &Entropy,
        now: Timestamp,
        policy: &RotationPolicy,
    ) -> Result<Option<RotatedKeys>, UnreadableKeys> {
        let mut ring = self.clone();
        if let Some(active_from) = policy.signers.next(self.signers[0].active_from(), now) {
            ring.signers.insert(0, Arc::new(Signer::generate(active_from)?));
        }
        if let Some(active_from) = policy.seals.next(self.seals[0].active_from(), now) {
            let seal = Seal::generate(self.free_id()?, entropy, active_from)?;
            ring.seals.insert(0, Arc::new(seal));
        }
        ring.signers.truncate(policy.signers.needed(&ring.signers, now));
        ring.seals.truncate(policy.seals.needed(&ring.seals, now));
        Ok(ring.changed_from(self))
    }

    /// Whether [`Self::rotate`] would drop a seal: what lives for ever and is sealed with it has to be
    /// sealed anew first.
    #[must_use]
    pub fn drops_seals(&self, now: Timestamp, policy: &RotationPolicy) -> bool {
        policy.seals.needed(&self.seals, now) < self.seals.len()
    }

    /// The ring with a new key of one kind, used from now on. Of key pairs no other is left, nor of
    /// what was to be used next; the seals that have been used stay until [`Self::newest_seal_only`].
    ///
    /// # Errors
    /// When a key cannot be made.
    pub fn replace(&self, what: Replace, entropy: &Entropy, now: Timestamp) -> Result<RotatedKeys, UnreadableKeys> {
        let (mut ring, active_from) = (self.clone(), whole_second(now));
        match what {
            Replace::Signers => ring.signers = vec![Arc::new(Signer::generate(active_from)?)],
            Replace::Seals => {
                let seal = Seal::generate(self.free_id()?, entropy, active_from)?;
                ring.seals.retain(|seal| seal.active_from() <= now);
                ring.seals.insert(0, Arc::new(seal));
            }
        }
        let changes = ring.changes_from(self);
        Ok(RotatedKeys { ring, changes })
    }

    /// The ring without any seal but the newest; `None` when there is no other.
    #[must_use]
    pub fn newest_seal_only(&self) -> Option<RotatedKeys> {
        let mut ring = self.clone();
        ring.seals.truncate(1);
        ring.changed_from(self)
    }

    /// The number after the newest seal's that no seal has. It begins again after 255, by when the
    /// seals that had the first ones are long gone.
    fn free_id(&self) -> Result<u8, UnreadableKeys> {
        let newest = self.seals[0].id;
        let mut ids = (1..=u8::MAX).map(|step| newest.wrapping_add(step));
        ids.find(|id| self.seals.iter().all(|seal| seal.id != *id))
            .ok_or_else(|| UnreadableKeys("every number of a seal is taken".into()))
    }

    fn changed_from(self, before: &Self) -> Option<RotatedKeys> {
        let changes = self.changes_from(before);
        (!changes.is_empty()).then_some(RotatedKeys { ring: self, changes })
    }

    fn changes_from(&self, before: &Self) -> Vec<KeyChange> {
        let (old, new) = (before.names(), self.names());
        let made = new.iter().filter(|name| !old.contains(name)).cloned();
        let dropped = old.iter().filter(|name| !new.contains(name)).cloned();
        made.map(KeyChange::Made)
            .chain(dropped.map(KeyChange::Dropped))
            .collect()
    }

    fn names(&self) -> Vec<KeyName> {
        let signers = self.signers.iter().map(|signer| KeyName::Signer(signer.kid.clone()));
        let seals = self.seals.iter().map(|seal| KeyName::Seal(seal.id));
        signers.chain(seals).collect()
    }
}

impl Schedule {
    /// From when on the next generation is used, if it is time to make it. One whose time has not
    /// come is the next one.
    fn next(&self, newest: Timestamp, now: Timestamp) -> Option<Timestamp> {
        let ends = newest.saturating_add(self.period).unwrap_or(Timestamp::MAX);
        let soonest = now.saturating_add(self.lead).unwrap_or(Timestamp::MAX);
        (soonest >= ends).then(|| {
            // A whole second, and not one that cuts the lead short.
            let rounding = SignedDuration::from_nanos(999_999_999);
            whole_second(soonest.saturating_add(rounding).unwrap_or(soonest))
        })
    }

    /// How many of the generations, newest first, are still needed.
    fn needed<G: Generation>(&self, newest_first: &[Arc<G>], now: Timestamp) -> usize {
        let older = newest_first.iter().skip(1);
        let retired = newest_first.iter().map(|newer| newer.active_from());
        let kept_until = |at: Timestamp| at.saturating_add(self.keep).unwrap_or(Timestamp::MAX);
        let needed = older.zip(retired).take_while(|(_, retired)| kept_until(*retired) > now);
        1 + needed.count()
    }
}

/// The second that a moment is in, which is all that the written form holds.
pub(super) fn whole_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Signer(kid) => write!(f, "signer {kid}"),
            Self::Seal(id) => write!(f, "seal {id}"),
        }
    }
}

impl fmt::Display for KeyChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Made(name) => write!(f, "made {name}"),
            Self::Dropped(name) => write!(f, "dropped {name}"),
        }
    }
}

#[cfg(test)]
mod tests;
