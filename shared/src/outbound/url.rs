//! What the address of a call has to look like.

use std::fmt;

use url::{Host, Url};

use super::OutboundPolicy;

/// The most characters.
const LONGEST: usize = 2_000;
/// The only port below 1024: what else listens there is no web service, and may understand a request as something else.
const HTTPS: u16 = 443;

/// An address that a call may be made to, as far as it can be told without resolving its name.
#[derive(Clone, PartialEq, Eq)]
pub struct OutboundUrl {
    url: Url,
    host: String,
    port: u16,
}

/// Why it is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOutbound {
    /// It cannot be read, or is too long.
    Malformed,
    /// It is not `https`.
    NotHttps,
    /// It carries a name or a password.
    UserInfo,
    /// It has a part that is never sent.
    Fragment,
    /// It leads to a service that is none of HTTPS.
    Port,
    /// It names a number in place of a host.
    Address,
    /// It names a host of a network's own.
    Host,
}

impl NotOutbound {
    /// The reason as a sentence that begins with the name of the field.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Malformed => {
                "has to be an absolute address of up to 2000 characters, such as https://partners.example.org/resolve"
            }
            Self::NotHttps => "has to begin with https://",
            Self::UserInfo => "may hold no name and no password",
            Self::Fragment => "may have no fragment",
            Self::Port => "may have no port but 443 and 1024 to 65535",
            Self::Address => "has to name a host, not an IP address in any form",
            Self::Host => {
                "has to name a host of the internet: no single word, no localhost, nothing under .local or .internal"
            }
        }
    }
}

impl OutboundUrl {
    /// Reads it as browsers do (WHATWG), so that an address in octal is known for one.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(text: &str, policy: OutboundPolicy) -> Result<Self, NotOutbound> {
        // What a browser would leave out or put right, nobody writes on purpose.
        let is_plain = text.len() <= LONGEST && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        let url = Url::parse(text)
            .ok()
            .filter(|_| is_plain)
            .ok_or(NotOutbound::Malformed)?;
        let is_own = policy.own_machine && is_own_machine(&url);
        if url.scheme() != "https" && !(is_own && url.scheme() == "http") {
            return Err(NotOutbound::NotHttps);
        }
        if !url.username().is_empty() || url.password().is_some() || authority(text).contains('@') {
            return Err(NotOutbound::UserInfo);
        }
        if url.fragment().is_some() {
            return Err(NotOutbound::Fragment);
        }
        let port = url.port_or_known_default().ok_or(NotOutbound::Port)?;
        if port < 1024 && port != HTTPS {
            return Err(NotOutbound::Port);
        }
        let host = match url.host().ok_or(NotOutbound::Malformed)? {
            host if is_own => host.to_string(),
            Host::Ipv4(_) | Host::Ipv6(_) => return Err(NotOutbound::Address),
            Host::Domain(name) if is_of_the_internet(name) => name.to_owned(),
            Host::Domain(_) => return Err(NotOutbound::Host),
        };
        Ok(Self { url, host, port })
    }

    /// As it is sent and signed: in lower case, without a port that goes without saying.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.url.as_str()
    }

    /// The host, an IPv6 address of the own machine in brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Whether the call goes over TLS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// Host and, unless it goes without saying, port: the header `Host`.
    #[must_use]
    pub fn authority(&self) -> String {
        match self.url.port() {
            Some(port) => format!("{}:{port}", self.host),
            None => self.host.clone(),
        }
    }

    /// Path and query: what the request line names.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.url[url::Position::BeforePath..]
    }
}

/// Without path and query, which may hold what nobody else has to read.
impl fmt::Debug for OutboundUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OutboundUrl({})", self.authority())
    }
}

/// What stands between the scheme and the path, as it was written.
fn authority(text: &str) -> &str {
    let rest = text.split_once("//").map_or(text, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

fn is_own_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// A name with a dot in it that no network keeps for itself (RFC 6761, RFC 6762, and `.internal`, which ICANN keeps free).
/// A dot at the end makes no difference to a resolver, and none here.
fn is_of_the_internet(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    let top = name.rsplit_once('.').map(|(_, top)| top);
    top.is_some_and(|top| !matches!(top, "" | "localhost" | "local" | "internal"))
        && name.split('.').all(|label| !label.is_empty())
}

#[cfg(test)]
mod tests;
