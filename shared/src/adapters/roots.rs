//! Whom a call trusts. One to AWS, the roots of Amazon Trust Services, and nobody else; one to an address that a tenant
//! names, whom Mozilla trusts.
//!
//! Every endpoint of AWS has a certificate under one of these five. Reading the system's bundle, with its hundred
//! others, would cost a cold function more than all of its own work.
//!
//! The files are those of Mozilla's list (the package `certifi`, 2026.10.18). Their fingerprints, which a test
//! compares, are those that <https://www.amazontrust.com/repository/> publishes. The first of them ends in 2037.

use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;

const AMAZON: [&str; 5] = [
    include_str!("roots/amazon-root-ca-1.pem"),
    include_str!("roots/amazon-root-ca-2.pem"),
    include_str!("roots/amazon-root-ca-3.pem"),
    include_str!("roots/amazon-root-ca-4.pem"),
    include_str!("roots/starfield-services-root-g2.pem"),
];

/// Whom to trust.
#[derive(Clone, Debug)]
pub struct Certificates(pub(super) RootCertStore);

/// A text that holds nobody to trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCertificates {
    /// There is no `BEGIN CERTIFICATE` in it.
    #[error("holds no certificate")]
    None,
    /// A certificate in it is cut off, or is none of X.509.
    #[error("holds a certificate that cannot be read")]
    Unreadable,
}

impl Certificates {
    /// Amazon's roots.
    ///
    /// # Panics
    /// Never: a test reads what is built in.
    #[must_use]
    pub fn amazon() -> Self {
        Self::from_pem(&AMAZON.concat()).expect("the roots that are built in")
    }

    /// Mozilla's roots.
    #[must_use]
    pub fn mozilla() -> Self {
        Self(RootCertStore {
            roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
        })
    }

    /// Those of a text in PEM (RFC 7468), all of them.
    ///
    /// # Errors
    /// When there is none, or one cannot be read.
    pub fn from_pem(pem: &str) -> Result<Self, NotCertificates> {
        let mut store = RootCertStore::empty();
        for certificate in CertificateDer::pem_slice_iter(pem.as_bytes()) {
            let certificate = certificate.map_err(|_| NotCertificates::Unreadable)?;
            store.add(certificate).map_err(|_| NotCertificates::Unreadable)?;
        }
        match store.is_empty() {
            true => Err(NotCertificates::None),
            false => Ok(Self(store)),
        }
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD as BASE64;
    use ring::digest::{SHA256, digest};

    use super::*;

    /// As Amazon publishes them.
    const FINGERPRINTS: [&str; 5] = [
        "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e",
        "1ba5b2aa8c65401a82960118f80bec4f62304d83cec4713a19c39c011ea46db4",
        "18ce6cfe7bf14e60b2e347b8dfe868cb31d02ebb3ada271569f50343b46db3a4",
        "e35d28419ed02025cfa69038cd623962458da5c695fbdea3c22b0bfb25897092",
        "568d6905a2c88708a4b3025190edcfedb1974a606a13c6e5290fcb2ae63edab5",
    ];

    #[test]
    fn the_roots_are_those_that_amazon_publishes() {
        let fingerprint = |pem: &str| {
            let lines = pem.lines().filter(|line| !line.starts_with("-----"));
            let der = BASE64.decode(lines.collect::<String>()).expect("base64");
            let octets = digest(&SHA256, &der);
            octets
                .as_ref()
                .iter()
                .map(|octet| format!("{octet:02x}"))
                .collect::<String>()
        };
        assert_eq!(AMAZON.map(fingerprint), FINGERPRINTS);
    }

    #[test]
    fn all_that_is_given_is_trusted_and_nobody_else() {
        assert_eq!(Certificates::amazon().0.len(), AMAZON.len());
        let one = Certificates::from_pem(AMAZON[0]).expect("a certificate");
        assert_eq!(one.0.len(), 1);
    }

    #[test]
    fn what_is_no_certificate_is_refused() {
        let refused = |pem: &str| Certificates::from_pem(pem).expect_err("no certificates");
        assert_eq!(refused("another"), NotCertificates::None);
        let (whole, cut) = (AMAZON[0], &AMAZON[1][..200]);
        assert_eq!(refused(cut), NotCertificates::Unreadable);
        assert_eq!(refused(&format!("{whole}{cut}")), NotCertificates::Unreadable);
        let empty = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assert_eq!(refused(empty), NotCertificates::Unreadable);
    }
}
