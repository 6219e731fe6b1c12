//! What a name leads to.

use std::io;
use std::net::IpAddr;

/// Looks names up.
pub trait Resolve {
    /// Every address of a name.
    fn resolve(&self, name: &str) -> impl Future<Output = io::Result<Vec<IpAddr>>> + Send;
}

/// The system's own resolver.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemResolver;

impl Resolve for SystemResolver {
    async fn resolve(&self, name: &str) -> io::Result<Vec<IpAddr>> {
        // The port is part of the question here, and of no consequence to the answer.
        let found = tokio::net::lookup_host((name, 443)).await?;
        Ok(found.map(|address| address.ip()).collect())
    }
}
