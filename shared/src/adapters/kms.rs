//! The deployment's keys, encrypted at rest by KMS.

use aws_sdk_kms::error::{ProvideErrorMetadata, SdkError};
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
    #[error("KMS cannot {verb} the deployment's keys: {reason}")]
    Kms {
        /// `encrypt` or `decrypt`.
        verb: &'static str,
        /// KMS's code and message, or that there was no answer.
        reason: String,
    },
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
    decrypt(kms, &sealed).await
}

/// The ring that KMS encrypted.
pub(super) async fn decrypt(kms: &aws_sdk_kms::Client, sealed: &[u8]) -> Result<KeyRing, KeysError> {
    let decrypted = kms
        .decrypt()
        .ciphertext_blob(Blob::new(sealed))
        .encryption_context(CONTEXT.0, CONTEXT.1)
        .send()
        .await
        .map_err(|error| refused("decrypt", &error))?;
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
    let sealed = encrypt(kms, key_id, &KeyRing::generate(entropy, now)?).await?;
    store.create_keys(sealed).await?;
    load_keys(store, kms).await
}

/// The ring, encrypted by the KMS key of this id.
pub(super) async fn encrypt(kms: &aws_sdk_kms::Client, key_id: &str, ring: &KeyRing) -> Result<Vec<u8>, KeysError> {
    let plaintext = zeroize::Zeroizing::new(ring.to_bytes());
    let encrypted = kms
        .encrypt()
        .key_id(key_id)
        .plaintext(Blob::new(plaintext.as_slice()))
        .encryption_context(CONTEXT.0, CONTEXT.1)
        .send()
        .await
        .map_err(|error| refused("encrypt", &error))?;
    // What is empty must never take the place of keys.
    let sealed = encrypted.ciphertext_blob.map(Blob::into_inner).unwrap_or_default();
    if sealed.is_empty() {
        let reason = "its answer is empty".to_owned();
        return Err(KeysError::Kms {
            verb: "encrypt",
            reason,
        });
    }
    Ok(sealed)
}

/// In one sentence: an operator reads it in the log of a function that does not start.
fn refused<E: ProvideErrorMetadata, R>(verb: &'static str, error: &SdkError<E, R>) -> KeysError {
    let reason = match (error.code(), error) {
        (Some(code), _) => format!("{code}: {}", error.message().unwrap_or("no message")),
        (None, SdkError::TimeoutError(_)) => "timed out".to_owned(),
        (None, SdkError::DispatchFailure(_)) => "no connection".to_owned(),
        (None, _) => "the answer cannot be read".to_owned(),
    };
    KeysError::Kms { verb, reason }
}
