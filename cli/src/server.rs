//! Where Usher is, and how it is reached.

use std::net::IpAddr;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use serde::Deserialize;
use ureq::Agent;
use ureq::http::{Request, Response, Uri};
use usher::clock::Clock;

use crate::Told;

/// Where the local stack is unless it is told otherwise.
pub(crate) const LOCAL: &str = "http://127.0.0.1:9000";

/// What the path of every call is put behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BaseUrl {
    text: String,
    loopback: bool,
}

impl BaseUrl {
    /// Whether what is sent there stays on this machine.
    pub(crate) const fn is_loopback(&self) -> bool {
        self.loopback
    }

    /// As text, without a slash at the end.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The absolute URI of a call.
    ///
    /// # Errors
    /// When the path is none.
    pub(crate) fn join(&self, path: &str) -> Result<Uri, Told> {
        if !path.starts_with('/') || path.contains('#') {
            return Err(Told::new(format!(
                "the path {path:?} has to begin with a slash and hold no #"
            )));
        }
        let uri = format!("{}{path}", self.text);
        uri.parse().map_err(|error| {
            Told::new(format!(
                "{uri:?} is no URI ({error}); percent-encode what it may not hold"
            ))
        })
    }

    /// The time by which `created` of a signature is judged: the local stack's, which may have been moved.
    pub(crate) fn now(&self, agent: &Agent) -> Timestamp {
        #[derive(Deserialize)]
        struct Moved {
            now: Timestamp,
        }
        let moved = || {
            let body = agent
                .get(format!("{}/_local/clock", self.text))
                .call()
                .ok()?
                .into_body()
                .read_to_vec()
                .ok()?;
            serde_json::from_slice::<Moved>(&body).ok()
        };
        // Where nothing answers, the call itself will tell why.
        let moved = if self.loopback { moved() } else { None };
        moved.map_or_else(|| Clock::system().now(), |moved| moved.now)
    }
}

impl FromStr for BaseUrl {
    type Err = Told;

    fn from_str(text: &str) -> Result<Self, Told> {
        let text = text.trim_end_matches('/');
        let uri: Uri = text.parse().map_err(|error| Told(format!("{error}")))?;
        let (Some(scheme), Some(host)) = (uri.scheme_str(), uri.host()) else {
            return Err(Told::new("it has to look like https://id.acme.example"));
        };
        if uri.query().is_some() || !matches!(scheme, "http" | "https") {
            return Err(Told::new("it has to be an http or https URL without a query"));
        }
        let loopback = is_loopback(host);
        if scheme == "http" && !loopback {
            return Err(Told::new("plain http is for this machine only"));
        }
        // The stack signs for the name it tells people, and listens nowhere else.
        let text = if host == "localhost" {
            text.replacen("localhost", "127.0.0.1", 1)
        } else {
            text.to_owned()
        };
        Ok(Self { text, loopback })
    }
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    address.map_or(host == "localhost" || host.ends_with(".localhost"), |address| {
        address.is_loopback()
    })
}

/// What sends calls. Redirects are answers: a signature is for one URI.
///
/// # Errors
/// When the crypto provider is refused.
pub(crate) fn agent(url: &BaseUrl) -> Agent {
    let mut config = Agent::config_builder()
        .http_status_as_error(false)
        .allow_non_standard_methods(true)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(Duration::from_secs(30)))
        .user_agent(concat!("usher-cli/", env!("CARGO_PKG_VERSION")));
    if url.is_loopback() {
        config = config.proxy(None);
    } else {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        config = config.tls_config(
            ureq::tls::TlsConfig::builder()
                .unversioned_rustls_crypto_provider(provider)
                .build(),
        );
    }
    config.build().into()
}

/// Sends a request and reads the whole answer.
///
/// # Errors
/// When there is no answer, in a sentence that says what to do.
pub(crate) fn send(agent: &Agent, url: &BaseUrl, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Told> {
    let unreachable = |error: ureq::Error| match (&error, url.is_loopback()) {
        (ureq::Error::Io(cause), true) if cause.kind() == std::io::ErrorKind::ConnectionRefused => Told(format!(
            "nothing answers on {}; start the local stack with `make run`",
            url.as_str()
        )),
        _ => Told(format!("no answer from {}: {error}", url.as_str())),
    };
    let (head, mut body) = agent.run(request).map_err(unreachable)?.into_parts();
    let body = body.read_to_vec().map_err(unreachable)?;
    Ok(Response::from_parts(head, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_knows_whether_it_stays_on_this_machine() {
        for url in [
            "http://127.0.0.1:9000",
            "http://localhost:9000/",
            "http://acme.localhost",
            "https://[::1]:1",
        ] {
            assert!(url.parse::<BaseUrl>().expect("a URL").is_loopback(), "{url}");
        }
        for url in [
            "https://id.acme.example",
            "https://localhost.example",
            "https://10.0.0.1",
        ] {
            assert!(!url.parse::<BaseUrl>().expect("a URL").is_loopback(), "{url}");
        }
        for url in [
            "http://id.acme.example",
            "ftp://127.0.0.1",
            "127.0.0.1:9000",
            "https://a.example/?x=1",
            "",
        ] {
            assert!(url.parse::<BaseUrl>().is_err(), "{url}");
        }
    }

    #[test]
    fn a_path_is_put_behind_the_base() {
        let base: BaseUrl = "http://localhost:9000/".parse().expect("a URL");
        assert_eq!(
            base.join("/v1/account?a=b").expect("a URI").to_string(),
            "http://127.0.0.1:9000/v1/account?a=b"
        );
        for path in ["v1/account", "/a b", "/a#b"] {
            assert!(base.join(path).is_err(), "{path}");
        }
    }
}
