//! Facts about a request that only the gateway can know. Headers that claim them are never read.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr};

use axum::extract::FromRequestParts;
use http::request::Parts;
use lambda_http::request::RequestContext;

/// The address a request came from, as the gateway saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source(pub IpAddr);

impl<S: Sync> FromRequestParts<S> for Source {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        if let Some(source) = parts.extensions.get::<Self>() {
            return Ok(*source);
        }
        let address = match parts.extensions.get::<RequestContext>() {
            Some(RequestContext::ApiGatewayV2(context)) => {
                context.http.source_ip.as_deref().and_then(|ip| ip.parse().ok())
            }
            _ => None,
        };
        // All callers without an address are one source: that limits too much rather than too little.
        Ok(Self(address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))))
    }
}

/// What names a request in the log and in its answer.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

impl RequestId {
    /// The gateway's id of the request, if it came through one.
    #[must_use]
    pub fn of(extensions: &http::Extensions) -> Option<Self> {
        match extensions.get::<RequestContext>() {
            Some(RequestContext::ApiGatewayV2(context)) => context.request_id.clone().map(Self),
            _ => None,
        }
    }
}
