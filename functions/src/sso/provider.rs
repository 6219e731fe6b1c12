//! Asking a provider about a token of its own (RFC 7662).

use ::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use ::http::{HeaderMap, HeaderValue, Method, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use usher::adapters::outbound::{Outbound, OutboundAnswer, OutboundCall, OutboundError};
use usher::outbound::OutboundUrl;
use usher::sso::{SsoLink, TokenRefused};
use usher::tenant::{ClientAuthentication, Connection, Introspection, Tenant};

use super::breaker::LEFT_ALONE;
use crate::app::App;
use crate::http::{FieldError, Problem, code};

/// The most octets of a token; what is longer is none that a header could carry.
const MAX_TOKEN: usize = 16 * 1024;

/// Who a provider's token shows.
pub(crate) struct Shown<'a> {
    /// By which connection.
    pub(crate) connection: &'a Connection,
    /// Who they are there.
    pub(crate) link: SsoLink,
}

/// The connection that is named, or the only one there is.
pub(crate) fn connection_of<'a>(tenant: &'a Tenant, named: Option<&str>) -> Result<&'a Connection, Problem> {
    let found = match (named, tenant.connections.as_slice()) {
        (Some(named), all) => all.iter().find(|connection| connection.id == named),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    found.ok_or_else(|| {
        let detail = "this has to name one of the tenant's connections";
        let flaw = FieldError::new("/connection", "connection_unknown", detail);
        Problem::new(&code::VALIDATION_FAILED).errors(vec![flaw])
    })
}

/// Who a token shows, as its provider says at this moment. Whoever it refuses, or does not answer about, is nobody.
pub(crate) async fn shown_by<'a>(
    app: &App,
    tenant: &'a Tenant,
    connection: &'a Connection,
    token: &str,
) -> Result<Shown<'a>, Problem> {
    let (name, now) = (&tenant.name, app.clock.now());
    if !(1..=MAX_TOKEN).contains(&token.len()) || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(refused(tenant, connection, "no_token"));
    }
    if !app.breakers.lets(name, &connection.id, now) {
        return Err(trouble(tenant, connection, "left_alone"));
    }
    let answer = match ask(app, &connection.introspection, token).await {
        Ok(answer) if !is_failure(answer.status) => answer,
        // Only what no token can bring about counts against the provider: or whoever has odd ones could have it left alone.
        failed => {
            app.breakers.failed(name, &connection.id, now);
            return Err(trouble(tenant, connection, failed.err().unwrap_or("wrong_status")));
        }
    };
    app.breakers.answered(name, &connection.id);
    if answer.status != StatusCode::OK {
        return Err(trouble(tenant, connection, "wrong_status"));
    }
    match connection.introspection.subject_in(&answer.body, now) {
        Ok(subject) => {
            let link = SsoLink {
                connection: connection.id.clone(),
                subject,
                linked_at: now.as_millisecond(),
            };
            Ok(Shown { connection, link })
        }
        Err(error) if error.is_trouble() => Err(trouble(tenant, connection, error.word())),
        Err(error) => Err(refused(tenant, connection, error.word())),
    }
}

fn is_failure(status: StatusCode) -> bool {
    status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS
}

/// How a provider answers about a token that nobody has.
pub(super) enum Answers {
    AsItShould,
    /// Why not, in a word.
    Otherwise(&'static str),
}

/// Asks about a token that was made up just now. What comes of it is no reason to leave the provider alone.
pub(super) async fn check(app: &App, connection: &Connection) -> Answers {
    let token = app.attempt();
    let asked = match ask(app, &connection.introspection, &token).await {
        Ok(answer) if answer.status == StatusCode::OK => answer,
        Ok(_) => return Answers::Otherwise("wrong_status"),
        Err(word) => return Answers::Otherwise(word),
    };
    match connection.introspection.subject_in(&asked.body, app.clock.now()) {
        Err(TokenRefused::Inactive) => Answers::AsItShould,
        Err(TokenRefused::Unreadable) => Answers::Otherwise(TokenRefused::Unreadable.word()),
        _ => Answers::Otherwise("accepts_anything"),
    }
}

/// Asks, and once more where nobody took the connection: looking at a token changes nothing.
async fn ask(app: &App, asked: &Introspection, token: &str) -> Result<OutboundAnswer, &'static str> {
    let policy = app.config.outbound;
    let url = OutboundUrl::parse(&asked.url, policy).map_err(|_| "address_refused")?;
    let (headers, body) = request(asked, token).ok_or("not_authenticated")?;
    let client = Outbound::new(policy);
    let call = || OutboundCall {
        method: Method::POST,
        url: &url,
        headers: headers.clone(),
        body: body.clone(),
    };
    match client.call(call()).await {
        Err(OutboundError::NoConnection) => client.call(call()).await,
        answer => answer,
    }
    .map_err(OutboundError::word)
}

/// The form that RFC 7662 section 2.1 describes, with the client in it or in the header.
fn request(asked: &Introspection, token: &str) -> Option<(HeaderMap, Vec<u8>)> {
    let form = HeaderValue::from_static("application/x-www-form-urlencoded");
    let json = HeaderValue::from_static("application/json");
    let mut headers = HeaderMap::from_iter([(CONTENT_TYPE, form), (ACCEPT, json)]);
    let (id, secret) = (asked.client_id.as_str(), asked.client_secret.reveal());
    let mut fields = vec![("token", token), ("token_type_hint", "access_token")];
    match asked.client_authentication {
        ClientAuthentication::ClientSecretPost => fields.extend([("client_id", id), ("client_secret", secret)]),
        ClientAuthentication::ClientSecretBasic => {
            // Both are form-encoded first (RFC 6749 section 2.3.1).
            let encoded = |text: &str| serde_urlencoded::to_string([("", text)]).ok();
            let [id, secret] = [encoded(id)?, encoded(secret)?];
            let both = format!("{}:{}", id.trim_start_matches('='), secret.trim_start_matches('='));
            let mut value = HeaderValue::from_str(&format!("Basic {}", BASE64.encode(both))).ok()?;
            value.set_sensitive(true);
            headers.insert(AUTHORIZATION, value);
        }
    }
    Some((headers, serde_urlencoded::to_string(fields).ok()?.into_bytes()))
}

/// The token shows nobody. Why is told to the log alone: what a provider says of its tokens is between the two.
fn refused(tenant: &Tenant, connection: &Connection, reason: &'static str) -> Problem {
    let (tenant, connection) = (tenant.name.as_str(), connection.id.as_str());
    tracing::info!(tenant, connection, reason, "a provider's token was refused");
    Problem::new(&code::EXTERNAL_TOKEN_REFUSED)
}

/// The provider gave no answer that can be used: nobody is let in for that.
fn trouble(tenant: &Tenant, connection: &Connection, reason: &'static str) -> Problem {
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

    #[test]
    fn the_client_shows_itself_in_the_form_or_in_the_header() {
        let asked = |way: &str| -> Introspection {
            serde_json::from_value(serde_json::json!({
                "url": "https://login.acme.example/introspect", "client_id": "an id", "client_secret": "a:b=c",
                "client_authentication": way,
            }))
            .expect("an introspection")
        };
        let (headers, body) = request(&asked("client_secret_post"), "t&k").expect("a request");
        assert_eq!(
            String::from_utf8(body).as_deref(),
            Ok("token=t%26k&token_type_hint=access_token&client_id=an+id&client_secret=a%3Ab%3Dc")
        );
        assert!(!headers.contains_key(AUTHORIZATION));
        let (headers, body) = request(&asked("client_secret_basic"), "t").expect("a request");
        assert_eq!(
            String::from_utf8(body).as_deref(),
            Ok("token=t&token_type_hint=access_token")
        );
        let expected = format!("Basic {}", BASE64.encode("an+id:a%3Ab%3Dc"));
        assert_eq!(headers[AUTHORIZATION], expected.as_str());
        assert!(headers[AUTHORIZATION].is_sensitive());
    }
}
