//! Reading a signed request and, once its key is known, verifying it.

use jiff::Timestamp;
use sfv::{BareItem, InnerList, Item, KeyRef, ListEntry, key_ref};

use super::{RequestParts, SignatureError, TAG, VerifyingKey, base, digest, fields};

/// How far `created` may be from the verifier's clock, in seconds, either way.
pub const MAX_SKEW_SECONDS: i64 = 300;

/// The most octets that the signature headers may have together; a real signature takes some 400.
pub(super) const MAX_HEADER_OCTETS: usize = 8 * 1024;

/// The most characters of `nonce` and `keyid`, which the caller will store or look up.
const MAX_TEXT: usize = 128;

const ALG: &KeyRef = key_ref("alg");
const CREATED: &KeyRef = key_ref("created");
const EXPIRES: &KeyRef = key_ref("expires");
const KEYID: &KeyRef = key_ref("keyid");
const NONCE: &KeyRef = key_ref("nonce");
const TAG_NAME: &KeyRef = key_ref("tag");

/// What a request claims: well formed, its body as digested, signed by nobody knows whom yet.
#[derive(Clone, Debug)]
pub struct Claimed {
    keyid: String,
    nonce: String,
    created: Timestamp,
    expires: Option<Timestamp>,
    algorithm: Option<String>,
    base: String,
    signature: Vec<u8>,
}

impl Claimed {
    /// Reads the one signature with `tag="usher"`; signatures for other applications are left alone.
    ///
    /// # Errors
    ///
    /// Whatever is wrong with the request before a key or the time is looked at.
    pub fn parse(parts: &RequestParts<'_>) -> Result<Self, SignatureError> {
        check_size(parts)?;
        let (label, list) = usher_input(parts)?;
        let signature = signature(parts, &label)?;

        let known = [ALG, CREATED, EXPIRES, KEYID, NONCE, TAG_NAME];
        if let Some(unknown) = list.params.keys().find(|name| !known.contains(&name.as_ref())) {
            return Err(SignatureError::ParameterUnknown(unknown.as_str().to_owned()));
        }
        let created = time(&list, CREATED, "created")?.ok_or(SignatureError::ParameterMissing("created"))?;
        let nonce = text(&list, NONCE, "nonce")?.ok_or(SignatureError::ParameterMissing("nonce"))?;
        let keyid = text(&list, KEYID, "keyid")?.ok_or(SignatureError::ParameterMissing("keyid"))?;
        let expires = time(&list, EXPIRES, "expires")?;
        let algorithm = text(&list, ALG, "alg")?;

        let covered = base::covered(&list)?;
        let is_covered = |name: &str| covered.contains(&name);
        for required in ["@method", "@target-uri"] {
            if !is_covered(required) {
                return Err(SignatureError::NotCovered(required));
            }
        }
        if is_covered(digest::NAME) {
            digest::check(parts)?;
        } else if !parts.body.is_empty() {
            return Err(SignatureError::NotCovered(digest::NAME));
        }
        let base = base::signature_base(parts, &list)?;
        Ok(Self {
            keyid,
            nonce,
            created,
            expires,
            algorithm,
            base,
            signature,
        })
    }

    /// The name of the key, as its owner registered it.
    #[must_use]
    pub fn keyid(&self) -> &str {
        &self.keyid
    }

    /// The text that may come once per key; 1 to 128 ASCII characters.
    #[must_use]
    pub fn nonce(&self) -> &str {
        &self.nonce
    }

    /// When the caller says it signed.
    #[must_use]
    pub fn created(&self) -> Timestamp {
        self.created
    }

    /// The text that must have been signed: what a developer compares with their own when it was not.
    #[must_use]
    pub fn signature_base(&self) -> &str {
        &self.base
    }

    /// Verifies the signature and its time. A replay passes: the nonce is the caller's to take.
    ///
    /// # Errors
    ///
    /// If the signature is for another time, another kind of key, or not by this key.
    pub fn verify(&self, key: &VerifyingKey, now: Timestamp) -> Result<(), SignatureError> {
        self.check_time(now)?;
        let algorithm = key.algorithm().as_str();
        if let Some(claimed) = self.algorithm.as_ref().filter(|claimed| *claimed != algorithm) {
            return Err(SignatureError::AlgorithmMismatch {
                claimed: claimed.clone(),
                key: algorithm,
            });
        }
        if !key.verify(self.base.as_bytes(), &self.signature) {
            return Err(SignatureError::Mismatch);
        }
        Ok(())
    }

    fn check_time(&self, now: Timestamp) -> Result<(), SignatureError> {
        let (now, created) = (now.as_second(), self.created.as_second());
        if now - created > MAX_SKEW_SECONDS {
            return Err(SignatureError::TooOld { seconds: now - created });
        }
        if created - now > MAX_SKEW_SECONDS {
            return Err(SignatureError::FromTheFuture { seconds: created - now });
        }
        match self.expires.map(Timestamp::as_second) {
            Some(expires) if expires <= created => Err(SignatureError::ExpiresBeforeCreated),
            Some(expires) if expires < now => Err(SignatureError::Expired { seconds: now - expires }),
            _ => Ok(()),
        }
    }
}

/// Refuses oversized headers before any of them is parsed.
fn check_size(parts: &RequestParts<'_>) -> Result<(), SignatureError> {
    let is_ours = |name: &str| {
        ["signature-input", "signature", digest::NAME]
            .iter()
            .any(|ours| name.eq_ignore_ascii_case(ours))
    };
    let octets: usize = parts
        .headers
        .iter()
        .filter(|(name, _)| is_ours(name))
        .map(|(_, value)| value.len())
        .sum();
    if octets > MAX_HEADER_OCTETS {
        Err(SignatureError::HeadersTooLarge)
    } else {
        Ok(())
    }
}

/// The label, covered components and parameters of the signature for Usher.
fn usher_input(parts: &RequestParts<'_>) -> Result<(String, InnerList), SignatureError> {
    let header = "Signature-Input";
    let inputs = fields::dictionary(parts, header)?.ok_or(SignatureError::HeaderMissing(header))?;
    let mut tagged = inputs.into_iter().filter_map(|(label, entry)| match entry {
        ListEntry::InnerList(list) if is_tagged(&list) => Some((label.as_str().to_owned(), list)),
        _ => None,
    });
    let only = tagged.next().ok_or(SignatureError::TagMissing)?;
    if tagged.next().is_some() {
        Err(SignatureError::TagRepeated)
    } else {
        Ok(only)
    }
}

fn is_tagged(list: &InnerList) -> bool {
    matches!(list.params.get(TAG_NAME), Some(BareItem::String(tag)) if tag.as_str() == TAG)
}

/// The octets under `label` in `Signature`.
fn signature(parts: &RequestParts<'_>, label: &str) -> Result<Vec<u8>, SignatureError> {
    let header = "Signature";
    let mut signatures = fields::dictionary(parts, header)?.ok_or(SignatureError::HeaderMissing(header))?;
    match signatures.swap_remove(label) {
        Some(ListEntry::Item(Item {
            bare_item: BareItem::ByteSequence(octets),
            ..
        })) => Ok(octets),
        _ => Err(SignatureError::LabelMissing(label.to_owned())),
    }
}

fn text(list: &InnerList, key: &KeyRef, name: &'static str) -> Result<Option<String>, SignatureError> {
    match list.params.get(key) {
        None => Ok(None),
        Some(BareItem::String(text)) if (1..=MAX_TEXT).contains(&text.as_str().len()) => {
            Ok(Some(text.as_str().to_owned()))
        }
        Some(_) => Err(SignatureError::ParameterInvalid {
            name,
            expected: "a quoted string of 1 to 128 characters",
        }),
    }
}

fn time(list: &InnerList, key: &KeyRef, name: &'static str) -> Result<Option<Timestamp>, SignatureError> {
    let seconds = match list.params.get(key) {
        None => return Ok(None),
        Some(BareItem::Integer(seconds)) => Timestamp::from_second(i64::from(*seconds)).ok(),
        Some(_) => None,
    };
    let expected = "a whole number of seconds since 1970";
    seconds
        .map(Some)
        .ok_or(SignatureError::ParameterInvalid { name, expected })
}
