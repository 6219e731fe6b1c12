//! Calls to a provider: who we are there, and what is tried once more.

use ::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use ::http::{HeaderMap, HeaderValue, Method, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use usher::adapters::outbound::{Outbound, OutboundAnswer, OutboundCall, OutboundError};
use usher::outbound::OutboundUrl;
use usher::sso::client_assertion;
use usher::tenant::{ClientAuthentication, Connection, Introspection, Oidc, Tenant};

use super::breaker::LEFT_ALONE;
use crate::app::App;
use crate::http::{Problem, code};

/// RFC 7523 section 2.2.
const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// Who we are at a provider.
#[derive(Clone, Copy)]
pub(super) struct KnownAs<'a> {
    id: &'a str,
    secret: &'a str,
    way: ClientAuthentication,
    /// Whom a token is for that we sign.
    issuer: &'a str,
}

impl<'a> From<&'a Introspection> for KnownAs<'a> {
    fn from(asked: &'a Introspection) -> Self {
        Self {
            id: &asked.client_id,
            secret: asked.client_secret.reveal(),
            way: asked.client_authentication,
            issuer: "",
        }
    }
}

impl<'a> From<&'a Oidc> for KnownAs<'a> {
    fn from(oidc: &'a Oidc) -> Self {
        Self {
            id: &oidc.client_id,
            secret: oidc.client_secret.as_ref().map_or("", |secret| secret.reveal()),
            way: oidc.client_authentication,
            issuer: &oidc.issuer,
        }
    }
}

/// A form of ours with who sends it: in the form, in the header, or as a token.
pub(super) fn form(app: &App, known: KnownAs<'_>, fields: &[(&str, &str)]) -> Option<(HeaderMap, Vec<u8>)> {
    let sign = || client_assertion(known.id, known.issuer, &app.keys, &app.entropy, app.clock.now());
    written(known, fields, sign)
}

fn written(known: KnownAs<'_>, fields: &[(&str, &str)], sign: impl FnOnce() -> String) -> Option<(HeaderMap, Vec<u8>)> {
    let form = HeaderValue::from_static("application/x-www-form-urlencoded");
    let mut headers = HeaderMap::from_iter([(CONTENT_TYPE, form), accepting_json()]);
    let mut fields: Vec<(&str, &str)> = fields.to_vec();
    let assertion;
    match known.way {
        ClientAuthentication::ClientSecretPost => {
            fields.extend([("client_id", known.id), ("client_secret", known.secret)]);
        }
        ClientAuthentication::ClientSecretBasic => {
            headers.insert(AUTHORIZATION, basic(known.id, known.secret)?);
        }
        ClientAuthentication::PrivateKeyJwt => {
            assertion = sign();
            fields.extend([
                ("client_id", known.id),
                ("client_assertion_type", JWT_BEARER),
                ("client_assertion", &assertion),
            ]);
        }
    }
    Some((headers, serde_urlencoded::to_string(fields).ok()?.into_bytes()))
}

/// Both are form-encoded first (RFC 6749 section 2.3.1).
fn basic(id: &str, secret: &str) -> Option<HeaderValue> {
    let encoded = |text: &str| serde_urlencoded::to_string([("", text)]).ok();
    let [id, secret] = [encoded(id)?, encoded(secret)?];
    let both = format!("{}:{}", id.trim_start_matches('='), secret.trim_start_matches('='));
    let mut value = HeaderValue::from_str(&format!("Basic {}", BASE64.encode(both))).ok()?;
    value.set_sensitive(true);
    Some(value)
}

fn accepting_json() -> (::http::HeaderName, HeaderValue) {
    (ACCEPT, HeaderValue::from_static("application/json"))
}

/// Sends a form, and once more where nobody took the connection: then nothing has come of it.
pub(super) async fn post(
    app: &App,
    url: &OutboundUrl,
    (headers, body): (HeaderMap, Vec<u8>),
) -> Result<OutboundAnswer, &'static str> {
    call(app, Method::POST, url, (headers, body)).await
}

/// Reads a document, with a token where there is one.
pub(super) async fn get(app: &App, url: &OutboundUrl, token: Option<&str>) -> Result<OutboundAnswer, &'static str> {
    let mut headers = HeaderMap::from_iter([accepting_json()]);
    if let Some(token) = token {
        let mut value = HeaderValue::from_str(&format!("Bearer {token}")).map_err(|_| "unreadable")?;
        value.set_sensitive(true);
        headers.insert(AUTHORIZATION, value);
    }
    call(app, Method::GET, url, (headers, Vec::new())).await
}

async fn call(
    app: &App,
    method: Method,
    url: &OutboundUrl,
    (headers, body): (HeaderMap, Vec<u8>),
) -> Result<OutboundAnswer, &'static str> {
    let client = Outbound::new(app.config.outbound);
    let call = || OutboundCall {
        method: method.clone(),
        url,
        headers: headers.clone(),
        body: body.clone(),
    };
    match client.call(call()).await {
        Err(OutboundError::NoConnection) => client.call(call()).await,
        answer => answer,
    }
    .map_err(OutboundError::word)
}

/// Whether a provider is in trouble, whatever it was asked.
pub(super) fn is_failure(status: StatusCode) -> bool {
    status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS
}

/// What was brought shows nobody. Why is told to the log alone: what a provider says of its tokens is between the two.
pub(super) fn refused(tenant: &Tenant, connection: &Connection, reason: &'static str) -> Problem {
    let (tenant, connection) = (tenant.name.as_str(), connection.id.as_str());
    tracing::info!(tenant, connection, reason, "a provider's token was refused");
    Problem::new(&code::EXTERNAL_TOKEN_REFUSED)
}

/// The provider gave no answer that can be used: nobody is let in for that.
pub(super) fn trouble(tenant: &Tenant, connection: &Connection, reason: &'static str) -> Problem {
    let name = &connection.display_name;
    let (tenant, connection) = (tenant.name.as_str(), connection.id.as_str());
    tracing::warn!(tenant, connection, reason, "a provider gave no answer that can be used");
    let seconds = u32::try_from(LEFT_ALONE.as_secs()).unwrap_or(u32::MAX);
    Problem::new(&code::PROVIDER_UNAVAILABLE)
        .detail(format!("{name} does not answer as it should: try again in a while"))
        .retry_after(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn fields(token: &str) -> [(&str, &str); 2] {
        [("token", token), ("token_type_hint", "access_token")]
    }

    #[test]
    fn the_client_shows_itself_in_the_form_or_in_the_header() {
        let asked = |way: &str| -> Introspection {
            serde_json::from_value(serde_json::json!({
                "url": "https://login.acme.example/introspect", "client_id": "an id", "client_secret": "a:b=c",
                "client_authentication": way,
            }))
            .expect("an introspection")
        };
        let (headers, body) =
            written(KnownAs::from(&asked("client_secret_post")), &fields("t&k"), String::new).expect("a request");
        assert_eq!(
            String::from_utf8(body).as_deref(),
            Ok("token=t%26k&token_type_hint=access_token&client_id=an+id&client_secret=a%3Ab%3Dc")
        );
        assert!(!headers.contains_key(AUTHORIZATION));
        let (headers, body) =
            written(KnownAs::from(&asked("client_secret_basic")), &fields("t"), String::new).expect("a request");
        assert_eq!(
            String::from_utf8(body).as_deref(),
            Ok("token=t&token_type_hint=access_token")
        );
        let expected = format!("Basic {}", BASE64.encode("an+id:a%3Ab%3Dc"));
        assert_eq!(headers[AUTHORIZATION], expected.as_str());
        assert!(headers[AUTHORIZATION].is_sensitive());
    }

    #[test]
    fn the_client_signs_where_it_has_no_secret() {
        let oidc: Oidc = serde_json::from_value(serde_json::json!({
            "issuer": "https://login.acme.example", "client_id": "usher", "client_authentication": "private_key_jwt",
        }))
        .expect("an oidc");
        let signed = || "a.b.c".to_owned();
        let (headers, body) = written(KnownAs::from(&oidc), &[("code", "x")], signed).expect("a request");
        let body = String::from_utf8(body).expect("text");
        assert!(
            body.ends_with("jwt-bearer&client_assertion=a.b.c") && !body.contains("secret"),
            "{body}"
        );
        assert!(!headers.contains_key(AUTHORIZATION));
    }
}
