//! The way to whom a name belongs.

use std::net::{IpAddr, SocketAddr};

use hyper_rustls::MaybeHttpsStream;
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use super::{CONNECT, Outbound, OutboundError, Resolve};
use crate::outbound::OutboundUrl;

/// How many addresses of a name are tried, each for its share of the time.
const TRIED: usize = 3;

type Stream = MaybeHttpsStream<TokioIo<TcpStream>>;

/// A connection to one of the addresses that the name has now; each of them has to be one that may be called.
pub(super) async fn connect<R: Resolve>(client: &Outbound<R>, url: &OutboundUrl) -> Result<Stream, OutboundError> {
    let addresses = addresses(client, url).await?;
    let tcp = TokioIo::new(first_that_answers(&addresses, url.port()).await?);
    if !url.is_https() {
        return Ok(MaybeHttpsStream::Http(tcp));
    }
    let name = ServerName::try_from(bare(url.host()).to_owned()).map_err(|_| OutboundError::NotTrusted)?;
    let tls = TlsConnector::from(client.tls.clone()).connect(name, TokioIo::new(tcp));
    let tls = tls.await.map_err(|_| OutboundError::NotTrusted)?;
    Ok(MaybeHttpsStream::Https(TokioIo::new(tls)))
}

/// Every address of the name, all of which may be called.
pub(super) async fn addresses<R: Resolve>(
    client: &Outbound<R>,
    url: &OutboundUrl,
) -> Result<Vec<IpAddr>, OutboundError> {
    let found = match bare(url.host()).parse() {
        // The own machine's, which only the local stack may name.
        Ok(address) => vec![address],
        Err(_) => client.resolver.resolve(url.host()).await.unwrap_or_default(),
    };
    match found.as_slice() {
        [] => Err(OutboundError::Unresolved),
        // One that is not public among others is no oversight.
        all if !all.iter().all(|address| client.policy.lets(*address)) => Err(OutboundError::NotPublic),
        _ => Ok(found),
    }
}

async fn first_that_answers(addresses: &[IpAddr], port: u16) -> Result<TcpStream, OutboundError> {
    let tried = &addresses[..addresses.len().min(TRIED)];
    let share = CONNECT / u32::try_from(tried.len()).unwrap_or(1).max(1);
    for address in tried {
        let connecting = TcpStream::connect(SocketAddr::new(*address, port));
        if let Ok(Ok(stream)) = timeout(share, connecting).await {
            return Ok(stream);
        }
    }
    Err(OutboundError::NoConnection)
}

/// A host without the brackets of an IPv6 address.
fn bare(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}
