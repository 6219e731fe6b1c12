//! Signing a request, for the command line and for tests.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use sfv::{BareItem, InnerList, Integer, Item, Parameters, key_ref};

use super::{RequestParts, SignatureError, SigningKey, TAG, base, digest};

/// The label under which the signature stands in both headers.
const LABEL: &str = "usher";

/// The headers to add to a request; one it already has of the same name is to be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedHeaders {
    /// `Content-Digest`, for a request with a body.
    pub content_digest: Option<String>,
    /// `Signature-Input`.
    pub signature_input: String,
    /// `Signature`.
    pub signature: String,
}

impl SignedHeaders {
    /// The headers' names, in lower case, and values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let digest = self.content_digest.as_deref().map(|value| (digest::NAME, value));
        let signature = [
            ("signature-input", self.signature_input.as_str()),
            ("signature", self.signature.as_str()),
        ];
        digest.into_iter().chain(signature)
    }
}

/// Signs what every call must have signed: method, target URI and, if there is a body, its digest.
///
/// # Errors
///
/// If `keyid` or `nonce` is not ASCII, a component is, or the key fails.
pub fn sign(
    parts: &RequestParts<'_>,
    key: &SigningKey,
    keyid: &str,
    created: Timestamp,
    nonce: &str,
) -> Result<SignedHeaders, SignatureError> {
    let content_digest = (!parts.body.is_empty()).then(|| digest::content_digest(parts.body));
    let mut covered = vec!["@method", "@target-uri"];
    covered.extend(content_digest.as_ref().map(|_| digest::NAME));

    let created = Integer::try_from(created.as_second()).map_err(|_| SignatureError::ParameterInvalid {
        name: "created",
        expected: "at most 15 digits",
    })?;
    let items = covered
        .into_iter()
        .map(|name| Ok(Item::new(string(name, "component")?)));
    let params = [
        ("created", BareItem::Integer(created)),
        ("nonce", string(nonce, "nonce")?),
        ("keyid", string(keyid, "keyid")?),
        ("tag", string(TAG, "tag")?),
    ];
    let params: Parameters = params
        .into_iter()
        .map(|(name, value)| (key_ref(name).to_owned(), value))
        .collect();
    let list = InnerList::with_params(items.collect::<Result<_, _>>()?, params);

    let digest = content_digest.as_deref().map(|value| (digest::NAME, value));
    let others = parts
        .headers
        .iter()
        .copied()
        .filter(|(name, _)| !name.eq_ignore_ascii_case(digest::NAME));
    let headers: Vec<(&str, &str)> = others.chain(digest).collect();
    let base = base::signature_base(
        &RequestParts {
            headers: &headers,
            ..*parts
        },
        &list,
    )?;
    let signature = key.sign(base.as_bytes()).map_err(|_| SignatureError::SigningFailed)?;
    Ok(SignedHeaders {
        content_digest,
        signature_input: format!("{LABEL}={}", base::serialise(&list)),
        signature: format!("{LABEL}=:{}:", BASE64_STANDARD.encode(signature)),
    })
}

fn string(text: &str, name: &'static str) -> Result<BareItem, SignatureError> {
    let text = sfv::String::from_string(text.to_owned());
    text.map(BareItem::String)
        .map_err(|_| SignatureError::ParameterInvalid {
            name,
            expected: "visible ASCII and spaces",
        })
}
