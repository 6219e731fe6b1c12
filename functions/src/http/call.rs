//! Calls of business customers: who calls, for which tenant, and with what.
//!
//! A call is signed (RFC 9421, see [`usher::signature`]) or carries a token from client
//! credentials. The tenant follows from that and from nothing else. A signed call works once: its
//! nonce is spent before the handler runs, by [`Call`], except at provisioning, whose own write
//! remembers it ([`UnspentCall`]).

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use http::header::AUTHORIZATION;
use http::request::Parts;
use serde::de::DeserializeOwned;
use usher::signature::{Claimed, RequestParts, SignatureError};
use usher::tenant::ClientKind;
use usher::token::Issuer;

use super::basic::basic;
use super::body::{json, read};
use super::caller::{ActingOperator, Caller};
use super::code;
use super::next_identity;
use super::path::spellings;
use super::problem::Problem;
use crate::app::App;

/// The scope that opens `/v1`.
pub const ACCOUNTS_SCOPE: &str = "accounts";
const CHALLENGE: &str = r#"Bearer realm="usher", Signature realm="usher""#;
/// The same on Next Identity's routes.
const BASIC_CHALLENGE: &str = r#"Basic realm="usher", Signature realm="usher""#;

/// `Idempotency-Key`, if the caller gave one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(pub Option<String>);

/// An authenticated call whose nonce is spent.
#[derive(Debug)]
pub struct Call<T = ()> {
    /// Who calls.
    pub caller: Caller,
    /// Their key for safe retries.
    pub idempotency_key: IdempotencyKey,
    /// The body.
    pub body: T,
    /// The body as received.
    pub raw: Bytes,
}

/// An authenticated call whose nonce the handler has to spend.
#[derive(Debug)]
pub struct UnspentCall<T>(pub Call<T>);

/// A body, or for routes that take none, nothing.
pub trait CallBody: Send + Sized {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong with it.
    fn read(parts: &Parts, raw: &Bytes) -> Result<Self, Problem>;
}

impl CallBody for () {
    fn read(_: &Parts, raw: &Bytes) -> Result<Self, Problem> {
        if raw.is_empty() {
            Ok(())
        } else {
            Err(Problem::new(&code::INVALID_BODY).detail("this route takes no body"))
        }
    }
}

impl<T: DeserializeOwned + Send> CallBody for super::Json<T> {
    fn read(parts: &Parts, raw: &Bytes) -> Result<Self, Problem> {
        json(&parts.headers, raw).map(Self)
    }
}

/// A body that may be left out.
impl<T: DeserializeOwned + Send> CallBody for Option<super::Json<T>> {
    fn read(parts: &Parts, raw: &Bytes) -> Result<Self, Problem> {
        match raw.is_empty() {
            true => Ok(None),
            // `null` is nothing too.
            false => Ok(json::<Option<T>>(&parts.headers, raw)?.map(super::Json)),
        }
    }
}

impl<T: CallBody> FromRequest<App> for UnspentCall<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let raw = read(body).await?;
        let caller = authenticate(app, &parts, &raw).await?;
        let idempotency_key = idempotency_key(&parts)?;
        let body = T::read(&parts, &raw)?;
        Ok(Self(Call {
            caller,
            idempotency_key,
            body,
            raw,
        }))
    }
}

impl<T: CallBody> FromRequest<App> for Call<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let UnspentCall(call) = UnspentCall::from_request(request, app).await?;
        if let Some(nonce) = &call.caller.nonce
            && !app
                .store
                .spend_nonce(&call.caller.client, nonce, &app.attempt(), app.clock.now())
                .await?
        {
            return Err(replayed());
        }
        Ok(call)
    }
}

async fn authenticate(app: &App, parts: &Parts, body: &[u8]) -> Result<Caller, Problem> {
    if let Some(acting) = parts.extensions.get::<ActingOperator>() {
        return Ok(Caller::operator(acting));
    }
    if parts.headers.contains_key("signature-input") {
        return signed(app, parts, body).await;
    }
    let authorization = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    if next_identity::is_path(parts.uri.path()) {
        return with_secret(app, authorization).await;
    }
    match authorization.and_then(bearer_token) {
        Some(token) => with_token(app, token).await,
        None => Err(unauthenticated(
            "sign the call (RFC 9421) or send a bearer token from client credentials",
        )),
    }
}

async fn signed(app: &App, parts: &Parts, body: &[u8]) -> Result<Caller, Problem> {
    let mut headers = Vec::new();
    for (name, value) in &parts.headers {
        let value = value
            .to_str()
            .map_err(|_| Problem::new(&code::INVALID_HEADER).detail("a header is not ASCII"))?;
        headers.push((name.as_str(), value));
    }
    let query = parts.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let target_uris: Vec<_> = spellings(parts.uri.path())
        .into_iter()
        .map(|path| format!("{}{path}{query}", app.config.public_url))
        .collect();
    let claims = |target_uri: &String| {
        Claimed::parse(&RequestParts {
            method: parts.method.as_str(),
            target_uri,
            headers: &headers,
            body,
        })
    };
    let refused = |detail: String| Problem {
        challenge: Some(CHALLENGE),
        ..Problem::new(&code::SIGNATURE_REFUSED).detail(detail)
    };

    let claimed = claims(&target_uris[0]).map_err(|error| refused(error.to_string()))?;
    let client = claimed.keyid().split('/').next().unwrap_or_default();
    let unknown = || refused("`keyid` names no key of a client: it is <client id>/<key id>".to_owned());
    let tenant = app.tenant_of_client(client).await?.ok_or_else(unknown)?;
    let key = tenant
        .client(client)
        .and_then(|client| client.key(claimed.keyid()))
        .ok_or_else(unknown)?;
    let now = app.clock.now();
    let is_of = |target_uri: &String| claims(target_uri)?.verify(key, now);
    match claimed.verify(key, now) {
        Err(SignatureError::Mismatch) if target_uris[1..].iter().any(|other| is_of(other).is_ok()) => {}
        outcome => outcome.map_err(|error| refused(error.to_string()))?,
    }
    Ok(Caller {
        client: client.to_owned(),
        nonce: Some(claimed.nonce().to_owned()),
        keyid: Some(claimed.keyid().to_owned()),
        operator: None,
        tenant,
    })
}

/// `Authorization: Basic`, on the routes whose product documents it.
async fn with_secret(app: &App, authorization: Option<&str>) -> Result<Caller, Problem> {
    let refused = |detail| Problem {
        challenge: Some(BASIC_CHALLENGE),
        ..Problem::new(&code::UNAUTHENTICATED).detail(detail)
    };
    let (id, secret) = authorization
        .and_then(basic)
        .ok_or_else(|| refused("sign the call (RFC 9421) or send Authorization: Basic with client id and secret"))?;
    let wrong = || refused("client id or secret is wrong");
    let tenant = app.tenant_of_client(&id).await?.ok_or_else(wrong)?;
    let known = tenant.client(&id).and_then(|client| client.secret_sha256.as_ref());
    known
        .zip(secret)
        .filter(|(hash, secret)| hash.matches(secret))
        .ok_or_else(wrong)?;
    Ok(Caller {
        client: id,
        nonce: None,
        keyid: None,
        operator: None,
        tenant,
    })
}

async fn with_token(app: &App, token: &str) -> Result<Caller, Problem> {
    let issuer = Issuer {
        url: &app.config.public_url,
        keys: &app.keys,
    };
    let refused = || unauthenticated("the bearer token is not good (any more)");
    let claims = issuer
        .check_access_token(token, app.clock.now())
        .map_err(|_| refused())?;
    // A person's token opens what is theirs, not their tenant's accounts.
    let opens = claims.sub == claims.client_id && claims.scope.split(' ').any(|scope| scope == ACCOUNTS_SCOPE);
    let tenant = app.tenant_of_client(&claims.client_id).await?;
    let tenant = tenant
        .filter(|tenant| opens && tenant.name == claims.tenant)
        .ok_or_else(refused)?;
    // A client that is gone, or is no back office (any more), keeps no right with an old token.
    tenant
        .client(&claims.client_id)
        .filter(|client| client.kind == ClientKind::Server)
        .ok_or_else(refused)?;
    Ok(Caller {
        client: claims.client_id,
        nonce: None,
        keyid: None,
        operator: None,
        tenant,
    })
}

/// The very same signed call was received before.
pub(crate) fn replayed() -> Problem {
    Problem {
        challenge: Some(CHALLENGE),
        ..Problem::new(&code::SIGNATURE_REPLAYED)
    }
}

/// The token of `Authorization: Bearer` (RFC 6750 section 2.1).
pub(crate) fn bearer_token(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

fn unauthenticated(detail: &'static str) -> Problem {
    Problem {
        challenge: Some(CHALLENGE),
        ..Problem::new(&code::UNAUTHENTICATED).detail(detail)
    }
}

/// 1 to 255 visible characters, as a structured string or bare.
fn idempotency_key(parts: &Parts) -> Result<IdempotencyKey, Problem> {
    let mut values = parts.headers.get_all("idempotency-key").iter();
    let Some(value) = values.next() else {
        return Ok(IdempotencyKey(None));
    };
    let key = value.to_str().unwrap_or_default().trim().trim_matches('"');
    let fits = (1..=255).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    if !fits || values.next().is_some() {
        let detail = "Idempotency-Key is 1 to 255 visible ASCII characters, given once";
        return Err(Problem::new(&code::INVALID_HEADER).detail(detail));
    }
    Ok(IdempotencyKey(Some(key.to_owned())))
}
