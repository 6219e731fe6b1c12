//! Which client asks for a token (RFC 6749 section 2.3).

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::HeaderMap;
use http::header::AUTHORIZATION;
use usher::tenant::{Client, Tenant};

use super::error::OAuthError;
use crate::app::App;

/// A client that has shown that it is itself, as far as its kind can.
pub(super) struct Known {
    pub(super) tenant: Arc<Tenant>,
    pub(super) client: Client,
}

/// What a client says of itself: in the header or in the body, never both.
pub(super) struct Claimed {
    id: String,
    secret: Option<String>,
}

impl Claimed {
    pub(super) fn read(headers: &HeaderMap, id: Option<String>, secret: Option<String>) -> Result<Self, OAuthError> {
        let Some(header) = headers.get(AUTHORIZATION) else {
            let id = id.ok_or_else(|| OAuthError::invalid_request("client_id is missing"))?;
            return Ok(Self { id, secret });
        };
        if secret.is_some() {
            return Err(OAuthError::invalid_request(
                "the client shows its secret in the header or in the body, not in both",
            ));
        }
        let claimed = header
            .to_str()
            .ok()
            .and_then(basic)
            .ok_or_else(OAuthError::invalid_client)?;
        if id.is_some_and(|id| id != claimed.id) {
            return Err(OAuthError::invalid_request("client_id is not the client of the header"));
        }
        Ok(claimed)
    }

    /// The client, if it is one: a confidential one by its secret, a public one by its name alone.
    pub(super) async fn check(self, app: &App) -> Result<Known, OAuthError> {
        let tenant = app.tenant_of_client(&self.id).await?;
        let tenant = tenant.ok_or_else(OAuthError::invalid_client)?;
        let client = tenant
            .client(&self.id)
            .cloned()
            .ok_or_else(OAuthError::invalid_client)?;
        let shown = match (&client.secret_sha256, &self.secret) {
            (Some(hash), Some(secret)) => hash.matches(secret),
            (None, None) => true,
            _ => false,
        };
        if shown {
            Ok(Known { tenant, client })
        } else {
            Err(OAuthError::invalid_client())
        }
    }
}

/// `Basic`, both parts form-encoded (RFC 6749 section 2.3.1).
fn basic(header: &str) -> Option<Claimed> {
    let (scheme, encoded) = header.split_once(' ')?;
    let decoded = BASE64
        .decode(encoded.trim())
        .ok()
        .filter(|_| scheme.eq_ignore_ascii_case("basic"))?;
    let decoded = String::from_utf8(decoded).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    // A public client may use the header too, with nothing behind the colon.
    let secret = form_decoded(secret)?;
    Some(Claimed {
        id: form_decoded(id)?,
        secret: Some(secret).filter(|secret| !secret.is_empty()),
    })
}

fn form_decoded(text: &str) -> Option<String> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(&format!("x={text}")).ok()?;
    pairs.into_iter().next().map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn basic_credentials_are_form_decoded() {
        let claimed = basic(&format!("basic {}", BASE64.encode("my-app:a%3Ab+c"))).expect("credentials");
        assert_eq!(
            (claimed.id.as_str(), claimed.secret.as_deref()),
            ("my-app", Some("a:b c"))
        );
        assert!(basic("Basic ???").is_none());
        assert!(basic("Bearer x").is_none());
    }
}
