//! What a provider says of itself (OpenID Connect Discovery 1.0, section 3).

use serde::Deserialize;

use crate::outbound::{OutboundPolicy, OutboundUrl};

/// Where a provider does what. Each address was looked at as one that a tenant has named.
#[derive(Clone, Debug)]
pub struct Metadata {
    /// Where people sign in.
    pub authorization_endpoint: OutboundUrl,
    /// Where a code becomes tokens.
    pub token_endpoint: OutboundUrl,
    /// Where its keys are.
    pub jwks_uri: OutboundUrl,
    /// Where more is told of a person, if anywhere.
    pub userinfo_endpoint: Option<OutboundUrl>,
    /// Whether its answers name the provider (RFC 9207): then one that does not is no answer of its.
    pub names_itself: bool,
}

/// Why what a provider says of itself is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MetadataRefused {
    /// It is no such document.
    Unreadable,
    /// It speaks of another provider.
    OtherIssuer,
    /// It names an address that may not be called.
    Address,
}

impl MetadataRefused {
    /// A stable word for the log.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable_metadata",
            Self::OtherIssuer => "other_issuer_in_metadata",
            Self::Address => "address_refused",
        }
    }
}

#[derive(Deserialize)]
struct Document {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    userinfo_endpoint: Option<String>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl Metadata {
    /// Where a provider's document is read (section 4.1).
    ///
    /// # Errors
    /// When the address may not be called.
    pub fn address(issuer: &str, policy: OutboundPolicy) -> Result<OutboundUrl, MetadataRefused> {
        let below = issuer.strip_suffix('/').unwrap_or(issuer);
        address(&format!("{below}/.well-known/openid-configuration"), policy)
    }

    /// Reads the document of `issuer`.
    ///
    /// # Errors
    /// Why it is not taken. Who it speaks of has to be the very text that the tenant has set (section 4.3).
    pub fn read(document: &[u8], issuer: &str, policy: OutboundPolicy) -> Result<Self, MetadataRefused> {
        let read: Document = serde_json::from_slice(document).map_err(|_| MetadataRefused::Unreadable)?;
        if read.issuer != issuer {
            return Err(MetadataRefused::OtherIssuer);
        }
        Ok(Self {
            authorization_endpoint: address(&read.authorization_endpoint, policy)?,
            token_endpoint: address(&read.token_endpoint, policy)?,
            jwks_uri: address(&read.jwks_uri, policy)?,
            userinfo_endpoint: read.userinfo_endpoint.map(|at| address(&at, policy)).transpose()?,
            names_itself: read.authorization_response_iss_parameter_supported,
        })
    }
}

fn address(text: &str, policy: OutboundPolicy) -> Result<OutboundUrl, MetadataRefused> {
    OutboundUrl::parse(text, policy).map_err(|_| MetadataRefused::Address)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const ISSUER: &str = "https://login.acme.example/tenants/7";

    fn read(change: &[(&str, Value)]) -> Result<Metadata, MetadataRefused> {
        let mut document = json!({
            "issuer": ISSUER,
            "authorization_endpoint": "https://login.acme.example/authorize?brand=7",
            "token_endpoint": "https://login.acme.example/token",
            "jwks_uri": "https://keys.acme.example/jwks",
        });
        for (member, value) in change {
            document[*member] = value.clone();
        }
        Metadata::read(document.to_string().as_bytes(), ISSUER, OutboundPolicy::public())
    }

    #[test]
    fn a_provider_says_where_it_does_what() {
        let metadata = read(&[("authorization_response_iss_parameter_supported", json!(true))]).expect("metadata");
        assert_eq!(metadata.jwks_uri.as_str(), "https://keys.acme.example/jwks");
        assert!(metadata.names_itself && metadata.userinfo_endpoint.is_none());
        assert!(!read(&[]).expect("metadata").names_itself);
        for issuer in ["https://login.acme.example/a", "https://login.acme.example/a/"] {
            let address = Metadata::address(issuer, OutboundPolicy::public()).expect("an address");
            assert_eq!(
                address.as_str(),
                "https://login.acme.example/a/.well-known/openid-configuration"
            );
        }
    }

    #[test]
    fn a_document_of_another_provider_or_with_another_s_addresses_is_none() {
        for issuer in [
            "https://login.acme.example/tenants/7/",
            "https://login.acme.example",
            "",
        ] {
            let refused = read(&[("issuer", json!(issuer))]).expect_err("refused");
            assert_eq!(refused, MetadataRefused::OtherIssuer, "{issuer}");
        }
        for member in [
            "authorization_endpoint",
            "token_endpoint",
            "jwks_uri",
            "userinfo_endpoint",
        ] {
            for at in [
                "http://login.acme.example/",
                "https://169.254.169.254/",
                "https://localhost/",
                "x",
            ] {
                let refused = read(&[(member, json!(at))]).expect_err("refused");
                assert_eq!(refused, MetadataRefused::Address, "{member} {at}");
            }
        }
        for member in ["issuer", "token_endpoint", "jwks_uri"] {
            let refused = read(&[(member, json!(7))]).expect_err("refused");
            assert_eq!(refused, MetadataRefused::Unreadable);
        }
        let html = Metadata::read(b"<html>", ISSUER, OutboundPolicy::public());
        assert_eq!(html.err(), Some(MetadataRefused::Unreadable));
    }
}
