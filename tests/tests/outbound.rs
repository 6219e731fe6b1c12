//! Calls to addresses that tenants name go to whom the name belongs, over TLS.

use std::io;
use std::net::{IpAddr, Ipv4Addr};

use http::{HeaderMap, Method};
use usher::adapters::outbound::{Outbound, OutboundAnswer, OutboundCall, OutboundError, Resolve};
use usher::adapters::roots::Certificates;
use usher::outbound::{OutboundPolicy, OutboundUrl};

use crate::support::service::{Authority, Service};

/// Every name is the own machine's.
struct OwnMachine;

impl Resolve for OwnMachine {
    async fn resolve(&self, _: &str) -> io::Result<Vec<IpAddr>> {
        Ok(vec![Ipv4Addr::LOCALHOST.into()])
    }
}

fn call(service: &Service, name: &str, trusted: Certificates) -> Result<OutboundAnswer, OutboundError> {
    let policy = OutboundPolicy::with_own_machine();
    let url = OutboundUrl::parse(&service.url.replace("127.0.0.1", name), policy).expect("an address");
    let call = OutboundCall {
        method: Method::POST,
        url: &url,
        headers: HeaderMap::new(),
        body: b"{}".to_vec(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let client = Outbound::resolving(policy, OwnMachine, trusted);
    runtime.expect("a runtime").block_on(client.call(call))
}

#[test]
fn a_name_is_believed_when_its_certificate_is() {
    let authority = Authority::new();
    let service = Service::behind_tls(authority.vouches_for("partners.example.org"));
    let answer = call(&service, "partners.example.org", authority.certificates());
    let answer = answer.expect("an answer");
    assert_eq!(
        (answer.status.as_u16(), answer.body.as_slice()),
        (200, b"{}".as_slice())
    );
    assert_eq!(service.asked_over(), [1]);
}

#[test]
fn another_name_and_another_authority_are_not_and_are_told_nothing() {
    let authority = Authority::new();
    let service = Service::behind_tls(authority.vouches_for("partners.example.org"));
    for (name, trusted) in [
        ("others.example.org", authority.certificates()),
        ("partners.example.org", Authority::new().certificates()),
        ("partners.example.org", Certificates::mozilla()),
    ] {
        let refused = call(&service, name, trusted).err();
        assert_eq!(refused, Some(OutboundError::NotTrusted), "{name}");
    }
    assert_eq!(service.asked_over(), [0; 0]);
}
