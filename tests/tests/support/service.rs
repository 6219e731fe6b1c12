//! A service of AWS as its wire shows it: connections, and what becomes of each request on them.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use usher::adapters::roots::Certificates;

/// What becomes of a request once it has been read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Does {
    /// It is answered.
    Answer,
    /// It is answered by a failure of the service, and the connection stays.
    Fail,
    /// The connection is closed in place of an answer.
    HangUp,
}

/// Answers each request with an empty object, after it has done what it was told to do with the first ones.
pub(crate) struct Service {
    /// Where it is.
    pub(crate) url: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    next: VecDeque<Does>,
    asked_over: Vec<usize>,
}

impl Service {
    /// One over plain HTTP.
    pub(crate) fn plain(first: impl IntoIterator<Item = Does>) -> Self {
        Self::start("http", first, |stream| stream)
    }

    /// One over TLS.
    pub(crate) fn behind_tls(config: ServerConfig) -> Self {
        let config = Arc::new(config);
        Self::start("https", [], move |stream| {
            let connection = ServerConnection::new(config.clone()).expect("a server's side of TLS");
            StreamOwned::new(connection, stream)
        })
    }

    /// The number of the connection that each request came over, in order.
    pub(crate) fn asked_over(&self) -> Vec<usize> {
        self.state.lock().expect("unpoisoned").asked_over.clone()
    }

    fn start<S: Read + Write>(
        scheme: &str,
        first: impl IntoIterator<Item = Does>,
        wrapped: impl Fn(TcpStream) -> S + Clone + Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("{scheme}://{}", listener.local_addr().expect("an address"));
        let state = Arc::new(Mutex::new(State {
            next: first.into_iter().collect(),
            asked_over: Vec::new(),
        }));
        let shared = state.clone();
        std::thread::spawn(move || {
            for (before, stream) in listener.incoming().flatten().enumerate() {
                let (state, wrapped) = (shared.clone(), wrapped.clone());
                std::thread::spawn(move || serve(BufReader::new(wrapped(stream)), before + 1, &state));
            }
        });
        Self { url, state }
    }
}

/// Serves one connection until either side ends it.
fn serve(mut stream: BufReader<impl Read + Write>, connection: usize, state: &Mutex<State>) {
    while read_request(&mut stream).is_some() {
        let does = {
            let mut state = state.lock().expect("unpoisoned");
            state.asked_over.push(connection);
            state.next.pop_front().unwrap_or(Does::Answer)
        };
        let status = match does {
            Does::Answer => "200 OK",
            Does::Fail => "500 Internal Server Error",
            Does::HangUp => return,
        };
        let answer =
            format!("HTTP/1.1 {status}\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: 2\r\n\r\n{{}}");
        if stream.get_mut().write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}

/// Reads a request to its end; nothing where the connection ends instead.
fn read_request(stream: &mut BufReader<impl Read>) -> Option<()> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().to_ascii_lowercase().split_once(':') {
            Some(("content-length", value)) => length = value.trim().parse().ok()?,
            None if line.trim_end().is_empty() => break,
            _ => {}
        }
    }
    stream.read_exact(&mut vec![0; length]).ok()
}

/// Somebody who issues certificates.
pub(crate) struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    /// One that nobody knows yet.
    pub(crate) fn new() -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().expect("a key");
        Self(CertifiedIssuer::self_signed(params, key).expect("a certificate"))
    }

    /// What to trust for all that it vouches for.
    pub(crate) fn certificates(&self) -> Certificates {
        Certificates::from_pem(&self.0.pem()).expect("PEM")
    }

    /// A server's side of TLS with a certificate for this name.
    pub(crate) fn vouches_for(&self, name: &str) -> ServerConfig {
        let key = KeyPair::generate().expect("a key");
        let params = CertificateParams::new([name.to_owned()]).expect("a name");
        let certificate = params.signed_by(&key, &self.0).expect("a certificate");
        ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(
                vec![certificate.der().clone()],
                PrivateKeyDer::try_from(key.serialize_der()).expect("a key in DER"),
            )
            .expect("a configuration")
    }
}
