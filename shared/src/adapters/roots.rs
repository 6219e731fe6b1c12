//! Whom a call to AWS trusts: the roots of Amazon Trust Services, and nobody else.
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

/// Amazon's roots or, where the services are somebody else's, theirs.
///
/// # Panics
/// When what is given is not PEM.
pub(super) fn trusted(others: Option<&str>) -> RootCertStore {
    let mut store = RootCertStore::empty();
    let pems = others.map_or_else(|| AMAZON.to_vec(), |others| vec![others]);
    for pem in pems {
        for certificate in CertificateDer::pem_slice_iter(pem.as_bytes()) {
            let certificate = certificate.expect("PEM of certificates");
            store.add(certificate).expect("a certificate of X.509");
        }
    }
    store
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
    fn nobody_else_is_trusted() {
        assert_eq!(trusted(None).len(), AMAZON.len());
        assert_eq!(trusted(Some(AMAZON[0])).len(), 1);
    }
}
