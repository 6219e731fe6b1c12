//! The deployment's keys, encrypted at rest by KMS.

use aws_sdk_kms::error::DisplayErrorContext;
use aws_sdk_kms::primitives::Blob;
use jiff::Timestamp;

use crate::entropy::Entropy;
use crate::keys::{KeyRing, UnreadableKeys};
use crate::store::{Store, StoreError};

/// What the ciphertext is bound to, so that it decrypts as nothing else.
const CONTEXT: (&str, &str) = ("usher", "key-ring");

/// The deployment's keys could not be had.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// There are none yet: the deployment was never bootstrapped.
    #[error("the table holds no keys; bootstrap the stack first")]
    Missing,
    /// KMS refused or could not be reached.
    #[error("KMS: {0}")]
    Kms(String),
    /// The table failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What was decrypted is no key ring.
    #[error(transparent)]
    Unreadable(#[from] UnreadableKeys),
}

/// Reads and decrypts the deployment's keys; once per sandbox.
///
/// # Errors
/// When there are none, or they cannot be decrypted.
pub async fn load_keys(store: &Store, kms: &aws_sdk_kms::Client) -> Result<KeyRing, KeysError> {
    let sealed = store.get_keys().await?.ok_or(KeysError::Missing)?;
    let decrypted = kms
        .decrypt()
        .ciphertext_blob(Blob::new(sealed))
        .encryption_context(CONTEXT.0, CONTEXT.1)
        .send()
        .await
        .map_err(|error| KeysError::Kms(DisplayErrorContext(error).to_string()))?;
    let plaintext = zeroize::Zeroizing::new(decrypted.plaintext.map(Blob::into_inner).unwrap_or_default());
    Ok(KeyRing::from_bytes(&plaintext)?)
}

/// Makes the deployment's first keys, unless it has some, and returns those it has.
///
/// # Errors
/// When they cannot be encrypted, kept or read.
pub async fn create_keys(
    store: &Store,
    kms: &aws_sdk_kms::Client,
    key_id: &str,
    entropy: &Entropy,
    now: Timestamp,
) -> Result<KeyRing, KeysError> {
    match load_keys(store, kms).await {
        Err(KeysError::Missing) => {}
        outcome => return outcome,
    }
    let plaintext = zeroize::Zeroizing::new(KeyRing::generate(entropy, now)?.to_bytes());
    let encrypted = kms
        .encrypt()
        .key_id(key_id)
        .plaintext(Blob::new(plaintext.as_slice()))
        .encryption_context(CONTEXT.0, CONTEXT.1)
        .send()
        .await
        .map_err(|error| KeysError::Kms(DisplayErrorContext(error).to_string()))?;
    store
        .create_keys(encrypted.ciphertext_blob.map(Blob::into_inner).unwrap_or_default())
        .await?;
    load_keys(store, kms).await
}
