//! Asking the tenant's own service whose code it is.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use usher::adapters::outbound::{Outbound, OutboundCall};
use usher::id::Opaque;
use usher::provisioning::RequestIdentity;
use usher::sign_up::{Partner, PartnerCode};
use usher::signature::{RequestParts, sign_as_deployment};
use usher::tenant::{PartnerProvider, ProviderAuthentication};

use super::form::Opened;
use crate::app::App;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// What is known of a code.
pub(super) enum Resolved {
    /// Whose it is.
    Partner(Partner),
    /// It is nobody's.
    Unknown,
    /// The service does not answer, or not as it should. An operator finds the reason in the log.
    NotNow,
}

/// Asks, unless it was answered a moment ago.
pub(super) async fn resolve(app: &App, opened: &Opened, provider: &PartnerProvider, code: &PartnerCode) -> Resolved {
    let (question, now) = (question(opened, provider, code), app.clock.now());
    let answer = match app.partners.get(question, now) {
        Some(known) => known,
        None => match ask(app, opened, provider, code).await {
            Ok(answer) => {
                app.partners.put(question, answer.clone(), now);
                answer
            }
            Err(reason) => {
                let tenant = opened.tenant.name.as_str();
                tracing::warn!(tenant, reason, "the partner provider gave no answer that can be used");
                return Resolved::NotNow;
            }
        },
    };
    answer.map_or(Resolved::Unknown, Resolved::Partner)
}

/// What an answer is remembered under. A provider that is set otherwise is another one; the code itself is not kept.
fn question(opened: &Opened, provider: &PartnerProvider, code: &PartnerCode) -> Opaque {
    let provider = serde_json::to_vec(provider).unwrap_or_default();
    RequestIdentity::id_of(&[
        b"usher partner",
        opened.tenant.name.as_str().as_bytes(),
        opened.link.kind.as_str().as_bytes(),
        &provider,
        code.as_str().as_bytes(),
    ])
}

/// The partner, or that there is none; the error is a word for the log.
async fn ask(
    app: &App,
    opened: &Opened,
    provider: &PartnerProvider,
    code: &PartnerCode,
) -> Result<Option<Partner>, &'static str> {
    let outbound = app.config.outbound;
    let url = provider.address(outbound).map_err(|_| "address_refused")?;
    let body = code.question(&opened.tenant.name);
    let parts = RequestParts {
        method: "POST",
        target_uri: url.as_str(),
        headers: &[],
        body: &body,
    };
    let headers = headers(app, provider, &parts).ok_or("not_authenticated")?;
    let call = OutboundCall {
        method: Method::POST,
        url: &url,
        headers,
        body,
    };
    let answer = Outbound::new(outbound).call(call).await.map_err(|error| error.word())?;
    match answer.status {
        StatusCode::OK => {
            let read = Partner::read(provider, &opened.rules, &answer.body);
            read.map(Some).map_err(|error| error.word())
        }
        StatusCode::NOT_FOUND => Ok(None),
        _ => Err("wrong_status"),
    }
}

/// The headers of the request; nothing where it cannot be made as the tenant says.
fn headers(app: &App, provider: &PartnerProvider, parts: &RequestParts<'_>) -> Option<HeaderMap> {
    let mut headers = HeaderMap::from_iter([(CONTENT_TYPE, JSON), (ACCEPT, JSON)]);
    let credentials = match &provider.authentication {
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
