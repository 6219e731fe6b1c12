//! The rotation of the deployment's keys: reads the ring, lets [`KeyRing::rotate`] say what it
//! becomes, and puts that in its place.
//!
//! Each step can be the last one before a crash. What is sealed anew is sealed with a key that is in
//! the table already, and no seal leaves the table before that is done. A run that is repeated does
//! what is left.

use jiff::Timestamp;

use super::kms::{KeysError, decrypt, encrypt};
use crate::entropy::Entropy;
use crate::keys::{KeyChange, KeyRing, Replace, RotatedKeys, RotationPolicy};
use crate::store::{Store, StoreError};
use crate::tenant::TenantName;

/// Where the keys are, and what they are encrypted with.
#[derive(Clone, Debug)]
pub struct KeyStore {
    /// The table.
    pub store: Store,
    /// The way to KMS.
    pub kms: aws_sdk_kms::Client,
    /// The id of the KMS key that encrypts.
    pub key_id: String,
}

/// A rotation that is not finished. Nothing is lost: the next run does what is left.
#[derive(Debug, thiserror::Error)]
pub enum RotationError {
    /// The keys cannot be read, made or encrypted.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// Somebody else changed the keys meanwhile.
    #[error("somebody else changed the keys meanwhile; the next run looks at what they are now")]
    Overtaken,
    /// Keys that a tenant's clients share with us could not be sealed anew, so the seals that may have
    /// sealed them stay.
    #[error("no seal was dropped, since keys that a tenant shares could not be sealed anew: {}", .0.join("; "))]
    NotResealed(Vec<String>),
}

impl From<StoreError> for RotationError {
    fn from(error: StoreError) -> Self {
        Self::Keys(error.into())
    }
}

impl KeyStore {
    /// Does what is due at `now`, and says what it was. What cannot be done leaves the rest alone:
    /// where a tenant keeps an old seal from being dropped, the next keys are made all the same, and
    /// `told` hears of it before the error comes.
    ///
    /// # Errors
    /// A [`RotationError`].
    pub async fn rotate(
        &self,
        entropy: &Entropy,
        now: Timestamp,
        mut told: impl FnMut(&KeyChange),
    ) -> Result<(), RotationError> {
        let (sealed, ring) = self.read().await?;
        let (mut policy, mut resealed) = (RotationPolicy::STANDARD, Ok(()));
        if ring.drops_seals(now, &policy) {
            resealed = self.reseal_tenants(&ring, now).await;
            if resealed.is_err() {
                policy = policy.keeping_seals();
            }
        }
        let rotated = ring.rotate(entropy, now, &policy).map_err(KeysError::from)?;
        if let Some(rotated) = rotated {
            match self.write(&sealed, rotated, &mut told).await {
                // Whoever was quicker has done the same.
                Ok(_) | Err(RotationError::Overtaken) => {}
                Err(error) => return Err(error),
            }
        }
        resealed
    }

    /// Replaces one kind of key at once, because somebody else may have it. What the old ones made is
    /// worth nothing from then on: tokens; or links, codes, tickets, refresh tokens and vouchers.
    ///
    /// # Errors
    /// A [`RotationError`]; the old seals are then still accepted, and it has to be done again.
    pub async fn replace(
        &self,
        what: Replace,
        entropy: &Entropy,
        now: Timestamp,
        mut told: impl FnMut(&KeyChange),
    ) -> Result<(), RotationError> {
        let (sealed, ring) = self.read().await?;
        let replaced = ring.replace(what, entropy, now).map_err(KeysError::from)?;
        let (sealed, ring) = self.write(&sealed, replaced, &mut told).await?;
        if what == Replace::Signers {
            return Ok(());
        }
        // The new seal is in the table: only now may anything be sealed with it that lives for ever.
        self.reseal_tenants(&ring, now).await?;
        if let Some(only) = ring.newest_seal_only() {
            self.write(&sealed, only, &mut told).await?;
        }
        Ok(())
    }

    async fn read(&self) -> Result<(Vec<u8>, KeyRing), RotationError> {
        let sealed = self.store.get_keys().await?.ok_or(KeysError::Missing)?;
        let ring = decrypt(&self.kms, &sealed).await?;
        Ok((sealed, ring))
    }

    /// Puts a ring in the place of the one that was read as `read`.
    async fn write(
        &self,
        read: &[u8],
        rotated: RotatedKeys,
        mut told: impl FnMut(&KeyChange),
    ) -> Result<(Vec<u8>, KeyRing), RotationError> {
        let sealed = encrypt(&self.kms, &self.key_id, &rotated.ring).await?;
        if !self.store.replace_keys(read, sealed.clone()).await? {
            return Err(RotationError::Overtaken);
        }
        rotated.changes.iter().for_each(&mut told);
        Ok((sealed, rotated.ring))
    }

    /// What lives for ever is sealed anew, as far as it can be.
    async fn reseal_tenants(&self, ring: &KeyRing, now: Timestamp) -> Result<(), RotationError> {
        let mut failed = Vec::new();
        for name in self.store.tenant_names().await? {
            if let Err(error) = self.store.reseal_tenant(&name, ring, now).await {
                failed.push(told_of(&name, &error));
            }
        }
        if failed.is_empty() {
            Ok(())
        } else {
            Err(RotationError::NotResealed(failed))
        }
    }
}

fn told_of(name: &TenantName, error: &StoreError) -> String {
    format!("{name} ({error})")
}
