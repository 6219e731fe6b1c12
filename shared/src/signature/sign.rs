//! Signing a request: for the command line and for tests, and where Usher itself calls a service of a tenant.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use sfv::{BareItem, InnerList, Integer, Item, Parameters, key_ref};

use super::{Algorithm, RequestParts, SignatureError, SigningKey, TAG, base, digest};
use crate::keys::Signer;

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
    let sign = |base: &[u8]| key.sign(base).map_err(|_| SignatureError::SigningFailed);
    sign_by(
        parts,
        created,
        &[("nonce", nonce), ("keyid", keyid), ("tag", TAG)],
        sign,
    )
}

/// Signs a call of the deployment itself, likewise, with the key pair that signs its tokens: whoever is called checks it
/// with the published keys, where `keyid` is the `kid`.
///
/// # Errors
///
/// If `nonce` is not ASCII, or a component is.
pub fn sign_as_deployment(
    parts: &RequestParts<'_>,
    signer: &Signer,
    created: Timestamp,
    nonce: &str,
) -> Result<SignedHeaders, SignatureError> {
    let alg = Algorithm::EcdsaP256Sha256.as_str();
    let params = [("nonce", nonce), ("keyid", &signer.kid), ("tag", TAG), ("alg", alg)];
    sign_by(parts, created, &params, |base| Ok(signer.sign(base).to_vec()))
}

fn sign_by(
    parts: &RequestParts<'_>,
    created: Timestamp,
    params: &[(&'static str, &str)],
    sign: impl FnOnce(&[u8]) -> Result<Vec<u8>, SignatureError>,
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
    let mut all = Parameters::from_iter([(key_ref("created").to_owned(), BareItem::Integer(created))]);
    for (name, value) in params {
        all.insert(key_ref(name).to_owned(), string(value, name)?);
    }
    let list = InnerList::with_params(items.collect::<Result<_, _>>()?, all);

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
    let signature = sign(base.as_bytes())?;
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
