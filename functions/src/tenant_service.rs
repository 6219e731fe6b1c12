//! Asking a service of the tenant's own. What it answers is judged by whoever asks.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use usher::adapters::outbound::{Outbound, OutboundAnswer, OutboundCall};
use usher::outbound::OutboundUrl;
use usher::signature::{RequestParts, sign_as_deployment};
use usher::tenant::ProviderAuthentication;

use crate::app::App;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// Posts JSON to a service, if its address is one that may be called. Any status is an answer; the error is a word for the
/// log.
pub(crate) async fn ask(
    app: &App,
    url: &str,
    authentication: Option<&ProviderAuthentication>,
    body: Vec<u8>,
) -> Result<OutboundAnswer, &'static str> {
    let outbound = app.config.outbound;
    let url = OutboundUrl::parse(url, outbound).map_err(|_| "address_refused")?;
    let parts = RequestParts {
        method: "POST",
        target_uri: url.as_str(),
        headers: &[],
        body: &body,
    };
    let headers = headers(app, authentication, &parts).ok_or("not_authenticated")?;
    let call = OutboundCall {
        method: Method::POST,
        url: &url,
        headers,
        body,
    };
    Outbound::new(outbound).call(call).await.map_err(|error| error.word())
}

/// The headers of the request; nothing where it cannot be made as the tenant says.
fn headers(app: &App, authentication: Option<&ProviderAuthentication>, parts: &RequestParts<'_>) -> Option<HeaderMap> {
    let mut headers = HeaderMap::from_iter([(CONTENT_TYPE, JSON), (ACCEPT, JSON)]);
    let credentials = match authentication {
        None => return Some(headers),
        Some(ProviderAuthentication::Bearer { token }) => format!("Bearer {}", token.reveal()),
        Some(ProviderAuthentication::Basic { user, password }) => {
            format!("Basic {}", BASE64.encode(format!("{user}:{}", password.reveal())))
        }
        Some(ProviderAuthentication::Signed) => {
            let now = app.clock.now();
            let signed = sign_as_deployment(parts, app.keys.signer(now), now, &app.attempt()).ok()?;
            for (name, value) in signed.iter() {
                headers.insert(HeaderName::from_static(name), HeaderValue::from_str(value).ok()?);
            }
            return Some(headers);
        }
    };
    let mut credentials = HeaderValue::from_str(&credentials).ok()?;
    credentials.set_sensitive(true);
    headers.insert(AUTHORIZATION, credentials);
    Some(headers)
}
