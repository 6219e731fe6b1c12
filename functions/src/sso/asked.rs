//! What an app sends with a provider's token, and who the app is.

use axum::extract::Request;
use serde::Deserialize;
use usher::agreement::AcceptedVersions;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::{Problem, json, read};
use crate::oauth::{Claimed, ClientParameters, Known};

/// A provider's token, and who asks with it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SsoRequest {
    /// An access token that the provider gave for the person.
    #[schema(example = "2YotnFZFEjr1zCsicMWpAA")]
    pub(super) external_provider_access_token: String,
    /// Which of the tenant's connections; not needed where there is one.
    #[serde(default)]
    #[schema(example = "acme-login")]
    pub(super) connection: Option<String>,
    /// When exchanging: what the app has shown the person and they have accepted, with the version of each. Asked for by
    /// `agreements_pending`.
    #[serde(default)]
    #[schema(value_type = std::collections::BTreeMap<String, u32>, required = false, example = json!({"terms": 2}))]
    pub(super) agreements_accepted: AcceptedVersions,
    /// The client; not needed beside `Authorization: Basic`.
    #[serde(default)]
    #[schema(example = "acme-app")]
    client_id: Option<String>,
    /// The client's secret, if it has one.
    #[serde(default)]
    #[schema(example = "…")]
    client_secret: Option<String>,
    /// With an assertion: `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.
    #[serde(default)]
    #[schema(example = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")]
    client_assertion_type: Option<String>,
    /// In place of a secret: a token that the client has signed with one of its keys (RFC 7523).
    #[serde(default)]
    #[schema(example = "eyJhbGciOiJFZERTQSIsImtp…")]
    client_assertion: Option<String>,
}

impl SsoRequest {
    /// Reads a request and looks who sends it.
    pub(super) async fn read(app: &App, request: Request) -> Result<(Self, Known), Problem> {
        let (parts, body) = request.into_parts();
        let mut asked: Self = json(&parts.headers, &read(body).await?)?;
        let said = ClientParameters {
            client_id: asked.client_id.take(),
            client_secret: asked.client_secret.take(),
            client_assertion_type: asked.client_assertion_type.take(),
            client_assertion: asked.client_assertion.take(),
        };
        let known = Claimed::read(&parts.headers, said)?.check(app).await?;
        Ok((asked, known))
    }
}
