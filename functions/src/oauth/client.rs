//! Which client asks for a token (RFC 6749 section 2.3).

use std::sync::Arc;

use http::HeaderMap;
use http::header::AUTHORIZATION;
use usher::tenant::{Client, Tenant};

use super::error::OAuthError;
use crate::app::App;
use crate::http::basic;

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
        let (basic_id, secret) = header
            .to_str()
            .ok()
            .and_then(basic)
            .ok_or_else(OAuthError::invalid_client)?;
        let claimed = Self { id: basic_id, secret };
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
