//! Calls to addresses that a tenant has named: over TLS, to whom the name belongs on the internet, and never for long.
//!
//! Whoever names an address may mean harm, and so may whoever answers there. A call therefore goes to the very addresses
//! that were looked at ([`OutboundPolicy::lets`]), without asking for them a second time; it follows no redirect, goes
//! through no proxy, and takes no more than [`MAX_BODY`] octets and [`EXCHANGE`] of time. What went wrong is told in a word
//! that says nothing about the network the call came from.
//!
//! The client is hyper's bare connection: one for each call, so that none is left open to somebody who was checked once.

mod connect;
mod error;
mod resolve;

pub use error::OutboundError;
pub use resolve::{Resolve, SystemResolver};

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use aws_smithy_types::body::SdkBody;
use hyper::body::{Body, Incoming};
use hyper::client::conn::http1;
use hyper::header::{ACCEPT_ENCODING, CONNECTION, HOST, HeaderValue, USER_AGENT};
use hyper::{HeaderMap, Method, Request, StatusCode};
use rustls::ClientConfig;

use super::roots::Certificates;
use crate::outbound::{OutboundPolicy, OutboundUrl};

/// How long a TCP connection may take to come about.
pub const CONNECT: Duration = Duration::from_millis(1_500);
/// How long a call may take from the look-up of the name to the last octet.
pub const EXCHANGE: Duration = Duration::from_secs(5);
/// How many octets a body may have, and how many the headers.
pub const MAX_BODY: usize = 64 * 1024;

/// Makes calls.
pub struct Outbound<R = SystemResolver> {
    policy: OutboundPolicy,
    resolver: R,
    tls: Arc<ClientConfig>,
}

/// What is sent.
#[derive(Debug)]
pub struct OutboundCall<'a> {
    /// How.
    pub method: Method,
    /// Where.
    pub url: &'a OutboundUrl,
    /// Beside `Host` and the like, which every call has.
    pub headers: HeaderMap,
    /// What.
    pub body: Vec<u8>,
}

/// What was answered.
pub struct OutboundAnswer {
    /// The status.
    pub status: StatusCode,
    /// The body, where the status is one of success or 400; any other body is not read.
    pub body: Vec<u8>,
}

impl Outbound {
    /// Calls under this policy, by the system's resolver, trusting whom browsers trust.
    #[must_use]
    pub fn new(policy: OutboundPolicy) -> Self {
        Self::resolving(policy, SystemResolver, Certificates::mozilla())
    }
}

impl<R: Resolve> Outbound<R> {
    /// With another resolver, and trusting others.
    ///
    /// # Panics
    /// Never: ring knows suites of TLS 1.2 and 1.3.
    #[must_use]
    pub fn resolving(policy: OutboundPolicy, resolver: R, certificates: Certificates) -> Self {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("ring knows suites of TLS 1.2 and 1.3")
            .with_root_certificates(certificates.0)
            .with_no_client_auth();
        tls.alpn_protocols = vec![b"http/1.1".to_vec()];
        Self {
            policy,
            resolver,
            tls: Arc::new(tls),
        }
    }

    /// Makes a call. Any status is an answer, a redirect too.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn call(&self, call: OutboundCall<'_>) -> Result<OutboundAnswer, OutboundError> {
        let exchange = tokio::time::timeout(EXCHANGE, self.exchange(call));
        exchange.await.unwrap_or(Err(OutboundError::TimedOut))
    }

    async fn exchange(&self, call: OutboundCall<'_>) -> Result<OutboundAnswer, OutboundError> {
        let stream = connect::connect(self, call.url).await?;
        // The types are those of the SDK's client, so that a function has the code of a connection once.
        let mut connection = http1::Builder::new();
        connection.max_buf_size(MAX_BODY);
        let (mut sender, connection) = connection.handshake(stream).await.map_err(|_| OutboundError::Broken)?;
        let request = request(call)?;
        let mut answered = pin!(async {
            let answer = sender.send_request(request).await.map_err(|_| OutboundError::Broken)?;
            let (parts, body) = answer.into_parts();
            let body = match parts.status {
                status if status.is_success() => read(body).await?,
                // Why OAuth's endpoints give nothing (RFC 6749 section 5.2); one that cannot be read says nothing.
                StatusCode::BAD_REQUEST => read(body).await.unwrap_or_default(),
                _ => Vec::new(),
            };
            Ok(OutboundAnswer {
                status: parts.status,
                body,
            })
        });
        // Nothing goes on once this is over: the connection is closed with it.
        tokio::select! {
            biased;
            answer = &mut answered => answer,
            _ = connection => answered.await,
        }
    }
}

fn request(call: OutboundCall<'_>) -> Result<Request<SdkBody>, OutboundError> {
    let mut request = Request::builder()
        .method(call.method)
        .uri(call.url.target())
        .body(SdkBody::from(call.body))
        .map_err(|_| OutboundError::Broken)?;
    let host = HeaderValue::try_from(call.url.authority()).map_err(|_| OutboundError::Broken)?;
    let headers = request.headers_mut();
    *headers = call.headers;
    headers.insert(HOST, host);
    headers.insert(USER_AGENT, HeaderValue::from_static("usher"));
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    Ok(request)
}

/// Reads a body as long as it is not too large, whatever length it says it has.
async fn read(mut body: Incoming) -> Result<Vec<u8>, OutboundError> {
    let mut octets = Vec::new();
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let Ok(data) = frame.map_err(|_| OutboundError::Broken)?.into_data() else {
            continue;
        };
        if octets.len() + data.len() > MAX_BODY {
            return Err(OutboundError::TooLarge);
        }
        octets.extend_from_slice(&data);
    }
    Ok(octets)
}

#[cfg(test)]
mod tests;
