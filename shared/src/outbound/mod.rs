//! Where Usher may call to at an address that a tenant has named: the rules, without any network.
//!
//! Whoever writes a tenant's document names hosts, and Usher calls them from inside the operator's account. So an address
//! is checked when the document is applied ([`OutboundUrl`]), and again when it is called, by what its name resolves to
//! then ([`OutboundPolicy::lets`]): a name can be given another address at any time.

mod address;
mod url;

pub use address::is_public;
pub use url::{NotOutbound, OutboundUrl};

use std::net::IpAddr;

/// How far calls may go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutboundPolicy {
    own_machine: bool,
}

impl OutboundPolicy {
    /// To public addresses over HTTPS, and nowhere else: what every deployed function holds to.
    #[must_use]
    pub const fn public() -> Self {
        Self { own_machine: false }
    }

    /// To the developer's own machine as well, over plain HTTP too. For the local stack and tests alone: a test looks that
    /// nothing deployed names this.
    #[must_use]
    pub const fn with_own_machine() -> Self {
        Self { own_machine: true }
    }

    /// Whether a call may go to this address.
    #[must_use]
    pub fn lets(self, address: IpAddr) -> bool {
        is_public(address) || self.own_machine && address.is_loopback()
    }
}
