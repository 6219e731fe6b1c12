//! A partner provider: a service of a tenant that tells whose a code is, or does not.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::Value;

/// What it does with each request.
#[derive(Clone, Debug)]
pub(crate) enum Says {
    /// 200 with this.
    Body(String),
    /// This status, with a header and no body.
    Status(u16, String),
    /// 200 and a body that it says has so many octets, of which it sends as many as are taken, in one piece or in chunks.
    Endless { octets: usize, chunked: bool },
    /// 200 and an octet now and then.
    Slowly,
    /// Nothing.
    Nothing,
    /// It hangs up in the middle of an answer.
    HangsUp,
}

impl Says {
    pub(crate) fn json(value: &Value) -> Self {
        Self::Body(value.to_string())
    }
}

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) line: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Received {
    /// The value of a header, which may be there once.
    #[track_caller]
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(known, _)| known == name);
        let first = values.next();
        assert!(values.next().is_none(), "{name} twice: {:?}", self.headers);
        first.map(|(_, value)| value.as_str())
    }
}

/// The service, on the own machine. It is there until the test ends.
pub(crate) struct Provider {
    /// Where it is asked.
    pub(crate) url: String,
    state: Arc<Mutex<State>>,
}

struct State {
    says: Says,
    received: Vec<Received>,
    /// How many octets of an endless body were taken.
    taken: usize,
}

impl Provider {
    /// One that says this to everybody.
    pub(crate) fn start(says: Says) -> Self {
        Self::on(0, says)
    }

    /// The same on a port.
    pub(crate) fn on(port: u16, says: Says) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).expect("a port");
        let url = format!("http://{}/resolve?site=1", listener.local_addr().expect("an address"));
        let state = Arc::new(Mutex::new(State {
            says,
            received: Vec::new(),
            taken: 0,
        }));
        let shared = state.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = shared.clone();
                std::thread::spawn(move || serve(stream, &state));
            }
        });
        Self { url, state }
    }

    /// What it says from now on.
    pub(crate) fn says(&self, says: Says) {
        self.state.lock().expect("unpoisoned").says = says;
    }

    /// What it was asked, oldest first.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.state.lock().expect("unpoisoned").received.clone()
    }

    /// How many octets of its endless bodies were taken.
    pub(crate) fn taken(&self) -> usize {
        self.state.lock().expect("unpoisoned").taken
    }
}

fn serve(stream: TcpStream, state: &Mutex<State>) {
    let mut stream = BufReader::new(stream);
    let Some(received) = receive(&mut stream) else {
        return;
    };
    let says = {
        let mut state = state.lock().expect("unpoisoned");
        state.received.push(received);
        state.says.clone()
    };
    let stream = stream.get_mut();
    let ok = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
    // Whoever asked may be gone.
    let _ = match says {
        Says::Body(body) => write!(stream, "{ok}content-length: {}\r\n\r\n{body}", body.len()),
        Says::Status(status, header) => write!(stream, "HTTP/1.1 {status} X\r\n{header}content-length: 0\r\n\r\n"),
        Says::Endless { octets, chunked } => endless(stream, octets, chunked, state),
        Says::Slowly => slowly(stream),
        Says::Nothing => wait(stream),
        Says::HangsUp => write!(stream, "{ok}content-length: 100\r\n\r\n{{\"name\":"),
    };
}

fn endless(stream: &mut TcpStream, octets: usize, chunked: bool, state: &Mutex<State>) -> std::io::Result<()> {
    let length = match chunked {
        true => "transfer-encoding: chunked".to_owned(),
        false => format!("content-length: {octets}"),
    };
    write!(stream, "HTTP/1.1 200 OK\r\n{length}\r\n\r\n")?;
    let piece = vec![b' '; 16_384];
    for _ in 0..octets / piece.len() {
        if chunked {
            write!(stream, "{:x}\r\n", piece.len())?;
        }
        stream.write_all(&piece)?;
        if chunked {
            write!(stream, "\r\n")?;
        }
        state.lock().expect("unpoisoned").taken += piece.len();
    }
    Ok(())
}

fn slowly(stream: &mut TcpStream) -> std::io::Result<()> {
    write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: 10000\r\n\r\n")?;
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(30) {
        stream.write_all(b" ")?;
        std::thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}

/// Keeps a connection until the other side ends it.
fn wait(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.read(&mut [0]).map(|_| ())
}

pub(super) fn receive(stream: &mut BufReader<TcpStream>) -> Option<Received> {
    let mut line = || {
        let mut text = String::new();
        (stream.read_line(&mut text).ok()? > 0).then(|| text.trim_end().to_owned())
    };
    let first = line()?;
    let mut headers = Vec::new();
    loop {
        let text = line()?;
        let Some((name, value)) = text.split_once(':') else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut received = Received {
        line: first,
        headers,
        body: Vec::new(),
    };
    let length = received.header("content-length").and_then(|length| length.parse().ok());
    received.body = vec![0; length.unwrap_or_default()];
    stream.read_exact(&mut received.body).ok()?;
    Some(received)
}
