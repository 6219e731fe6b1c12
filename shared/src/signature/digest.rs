//! `Content-Digest` (RFC 9530): what binds the body to the signature.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use ring::digest::{Algorithm, SHA256, SHA512, digest};
use sfv::{BareItem, Item, KeyRef, ListEntry, key_ref};

use super::{RequestParts, SignatureError, fields};

/// The header's name, also as a component.
pub(super) const NAME: &str = "content-digest";

/// The active algorithms of RFC 9530's registry.
static KNOWN: [(&KeyRef, &str, &Algorithm); 2] = [
    (key_ref("sha-256"), "sha-256", &SHA256),
    (key_ref("sha-512"), "sha-512", &SHA512),
];

/// The header's value for a body.
pub(super) fn content_digest(body: &[u8]) -> String {
    format!("sha-256=:{}:", BASE64_STANDARD.encode(digest(&SHA256, body)))
}

/// Checks the body against every known digest in the header, of which there must be one.
///
/// # Errors
///
/// If the header is missing or malformed, has no known digest, or has one that is not the body's.
pub(super) fn check(parts: &RequestParts<'_>) -> Result<(), SignatureError> {
    let header = "Content-Digest";
    let digests = fields::dictionary(parts, header)?.ok_or_else(|| SignatureError::FieldMissing(NAME.to_owned()))?;
    let mut known = false;
    for (key, name, algorithm) in KNOWN {
        let Some(entry) = digests.get(key) else {
            continue;
        };
        let ListEntry::Item(Item {
            bare_item: BareItem::ByteSequence(expected),
            ..
        }) = entry
        else {
            let detail = format!("`{name}` is not a byte sequence between colons");
            return Err(SignatureError::HeaderMalformed { header, detail });
        };
        if digest(algorithm, parts.body).as_ref() != expected.as_slice() {
            return Err(SignatureError::DigestMismatch(name));
        }
        known = true;
    }
    if known {
        Ok(())
    } else {
        Err(SignatureError::DigestUnknown)
    }
}
