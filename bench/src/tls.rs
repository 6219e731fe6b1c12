//! TLS in front of the stand-ins for AWS, since that is how a function reaches AWS.

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// What the certificate is for. No name: looking one up here reads files and tries IPv6 first, which is not what it
/// costs in a real account.
pub(crate) const HOST: &str = "127.0.0.1";

/// TLS could not be set up.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TlsError {
    /// No certificate could be made.
    #[error("no certificate: {0}")]
    Certificate(#[from] rcgen::Error),
    /// The certificate is not taken.
    #[error("TLS: {0}")]
    Tls(#[from] rustls::Error),
    /// No port, or no file for the certificate.
    #[error(transparent)]
    System(#[from] io::Error),
}

/// A certificate authority of this run, and a server's configuration under it.
#[derive(Clone)]
pub(crate) struct Authority {
    acceptor: TlsAcceptor,
}

impl Authority {
    /// Makes one, and writes what is to be trusted to `file`.
    pub(crate) fn create(file: &Path) -> Result<Self, TlsError> {
        let mut params = CertificateParams::default();
        // A name of its own, or OpenSSL takes what it signs for signed by itself.
        params.distinguished_name.push(DnType::CommonName, "Usher bench");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let issuer = CertifiedIssuer::self_signed(params, KeyPair::generate()?)?;
        std::fs::write(file, issuer.pem())?;
        let key = KeyPair::generate()?;
        let certificate = CertificateParams::new([HOST.to_owned()])?.signed_by(&key, &issuer)?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(
                vec![certificate.der().clone()],
                PrivateKeyDer::try_from(key.serialize_der()).map_err(io::Error::other)?,
            )?;
        // DynamoDB and KMS speak nothing newer.
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self {
            acceptor: TlsAcceptor::from(Arc::new(config)),
        })
    }

    /// Serves with TLS what `behind` serves without, at the address that is returned.
    pub(crate) async fn front(&self, behind: SocketAddr) -> Result<String, TlsError> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let acceptor = self.acceptor.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let acceptor = acceptor.clone();
                tokio::spawn(async move {
                    // A function that is killed in the middle is no failure.
                    let _ = carry(acceptor, stream, behind).await;
                });
            }
        });
        Ok(format!("https://{HOST}:{port}"))
    }
}

async fn carry(acceptor: TlsAcceptor, outside: TcpStream, behind: SocketAddr) -> io::Result<()> {
    outside.set_nodelay(true)?;
    let mut outside = acceptor.accept(outside).await?;
    let mut inside = TcpStream::connect(behind).await?;
    inside.set_nodelay(true)?;
    tokio::io::copy_bidirectional(&mut outside, &mut inside).await.map(drop)
}
