//! KMS's `Encrypt` and `Decrypt`, as the SDK calls them: AES-256-GCM under a master key that never
//! leaves this process but for its own file.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use axum::{Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use serde::Deserialize;
use serde_json::json;
use usher::entropy::Entropy;

use crate::folder::Folder;

/// The one key there is.
pub(crate) const KEY_ID: &str = "arn:aws:kms:local:000000000000:key/local-stack";
const FILE: &str = "master.key";

/// What everything is encrypted with.
pub(crate) struct MasterKey(LessSafeKey);

/// The master key could not be read or made.
#[derive(Debug, thiserror::Error)]
pub enum MasterKeyError {
    /// The file is not a key.
    #[error("master.key in the data folder is not 32 bytes long")]
    NotAKey,
    /// The file cannot be read or written.
    #[error("master.key in the data folder cannot be read or written")]
    File(#[from] std::io::Error),
}

impl MasterKey {
    /// The folder's key, made at the first start.
    ///
    /// # Errors
    /// When its file cannot be read or written.
    pub(crate) fn of(folder: &Folder, entropy: &Entropy) -> Result<Self, MasterKeyError> {
        let bytes = match folder.read(FILE)? {
            Some(bytes) => bytes,
            None => {
                let bytes = entropy.bytes::<32>().to_vec();
                folder.write(FILE, &bytes)?;
                bytes
            }
        };
        UnboundKey::new(&AES_256_GCM, &bytes)
            .map(|key| Self(LessSafeKey::new(key)))
            .map_err(|_| MasterKeyError::NotAKey)
    }

    /// Nonce, ciphertext, tag. The nonce may be random: one master key encrypts a handful of keys.
    fn encrypt(&self, context: &Context, plaintext: &[u8]) -> Option<Vec<u8>> {
        let mut sealed = plaintext.to_vec();
        let nonce = Entropy::default().bytes::<NONCE_LEN>();
        self.0
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(bound(context)),
                &mut sealed,
            )
            .ok()?;
        Some([nonce.as_slice(), &sealed].concat())
    }

    fn decrypt(&self, context: &Context, ciphertext: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = ciphertext.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut sealed = sealed.to_vec();
        let opened = self
            .0
            .open_in_place(nonce, Aad::from(bound(context)), &mut sealed)
            .ok()?;
        Some(opened.to_vec())
    }
}

/// Sorted, so that what is bound does not depend on the order of JSON's members.
type Context = BTreeMap<String, String>;

fn bound(context: &Context) -> Vec<u8> {
    serde_json::to_vec(context).unwrap_or_default()
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Request {
    #[serde(default)]
    plaintext: String,
    #[serde(default)]
    ciphertext_blob: String,
    #[serde(default)]
    encryption_context: Context,
}

pub(super) fn routes(key: MasterKey) -> Router {
    Router::new().route("/", post(answer)).with_state(Arc::new(key))
}

async fn answer(State(key): State<Arc<MasterKey>>, headers: HeaderMap, body: Bytes) -> Response {
    let target = headers
        .get("x-amz-target")
        .and_then(|target| target.to_str().ok())
        .unwrap_or_default();
    let Ok(request) = serde_json::from_slice::<Request>(&body) else {
        return refusal("SerializationException", "the body is not what KMS expects");
    };
    match target {
        "TrentService.Encrypt" => {
            let plaintext = BASE64.decode(&request.plaintext).unwrap_or_default();
            match key.encrypt(&request.encryption_context, &plaintext) {
                Some(sealed) if !plaintext.is_empty() && plaintext.len() <= 4_096 => accepted(&json!({
                    "KeyId": KEY_ID,
                    "CiphertextBlob": BASE64.encode(sealed),
                    "EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
                })),
                _ => refusal("ValidationException", "the plaintext has to be 1 to 4096 bytes long"),
            }
        }
        "TrentService.Decrypt" => {
            let sealed = BASE64.decode(&request.ciphertext_blob).unwrap_or_default();
            match key.decrypt(&request.encryption_context, &sealed) {
                Some(plaintext) => accepted(&json!({
                    "KeyId": KEY_ID,
                    "Plaintext": BASE64.encode(plaintext),
                    "EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
                })),
                None => refusal(
                    "InvalidCiphertextException",
                    "the ciphertext is not of this key and context",
                ),
            }
        }
        _ => refusal("UnknownOperationException", "only Encrypt and Decrypt are here"),
    }
}

fn accepted(body: &serde_json::Value) -> Response {
    ([(header::CONTENT_TYPE, "application/x-amz-json-1.1")], Json(body)).into_response()
}

fn refusal(kind: &str, message: &str) -> Response {
    (
        StatusCode::BAD_REQUEST,
        Json(json!({ "__type": kind, "message": message })),
    )
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stack::Data;

    fn context(value: &str) -> Context {
        Context::from([("usher".into(), value.into())])
    }

    #[test]
    fn what_is_encrypted_decrypts_in_its_context_and_after_a_restart() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = Folder::open(&Data::Folder(place.path().into())).expect("a folder");
        let key = || MasterKey::of(&folder, &Entropy::default()).expect("a key");
        let sealed = key().encrypt(&context("a"), b"secret").expect("encrypted");
        assert_eq!(
            key().decrypt(&context("a"), &sealed).as_deref(),
            Some(b"secret".as_slice())
        );
        assert_eq!(key().decrypt(&context("b"), &sealed), None);
        assert_eq!(key().decrypt(&context("a"), b"short"), None);
    }
}
