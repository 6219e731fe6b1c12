//! Signs calls.

use jiff::Timestamp;
use ureq::Agent;
use ureq::http::{HeaderValue, Request};
use usher::entropy::Entropy;
use usher::signature::{RequestParts, SigningKey, sign};

use crate::Told;
use crate::server::BaseUrl;

/// Signs a request with a key and its `keyid`, at the time that the other side will judge it by.
///
/// # Errors
/// When it cannot be signed.
pub(crate) fn sign_now(
    request: &mut Request<Vec<u8>>,
    agent: &Agent,
    url: &BaseUrl,
    (keyid, key): &(String, SigningKey),
) -> Result<(), Told> {
    let nonce = format!("{:032x}", u128::from_be_bytes(Entropy::default().bytes()));
    add_signature(request, key, keyid, url.now(agent), &nonce)
}

/// Signs a request for exactly the URI and body that will be sent.
///
/// # Errors
/// When it cannot be signed.
pub(crate) fn add_signature(
    request: &mut Request<Vec<u8>>,
    key: &SigningKey,
    keyid: &str,
    created: Timestamp,
    nonce: &str,
) -> Result<(), Told> {
    let target_uri = request.uri().to_string();
    let parts = RequestParts {
        method: request.method().as_str(),
        target_uri: &target_uri,
        headers: &[],
        body: request.body(),
    };
    let refused = |error: &dyn std::error::Error| Told(format!("the call cannot be signed: {error}"));
    let signed = sign(&parts, key, keyid, created, nonce).map_err(|error| refused(&error))?;
    for (name, value) in signed.iter() {
        let value = HeaderValue::from_str(value).map_err(|error| refused(&error))?;
        request.headers_mut().insert(name, value);
    }
    Ok(())
}
