//! Where calls go, and where not, whatever a name leads to.

use std::collections::VecDeque;
use std::io::{self, Read as _, Write as _};
use std::net::{IpAddr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use super::*;

/// Answers each question with the next list, and counts them.
#[derive(Clone, Default)]
struct Given {
    answers: Arc<Mutex<VecDeque<Vec<IpAddr>>>>,
    asked: Arc<AtomicUsize>,
}

impl Given {
    fn new(answers: &[&[&str]]) -> Self {
        let read = |list: &&[&str]| list.iter().map(|text| text.parse().expect("an address")).collect();
        Self {
            answers: Arc::new(Mutex::new(answers.iter().map(read).collect())),
            asked: Arc::default(),
        }
    }
}

impl Resolve for Given {
    async fn resolve(&self, _: &str) -> io::Result<Vec<IpAddr>> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        let next = self.answers.lock().expect("unpoisoned").pop_front();
        next.ok_or_else(|| io::Error::other("no such name"))
    }
}

/// A server of the own machine that answers everybody with this, and counts who came.
fn server(answer: &'static str) -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let came = Arc::new(AtomicUsize::new(0));
    let count = came.clone();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            count.fetch_add(1, Ordering::Relaxed);
            let _ = stream.read(&mut [0; 4_096]);
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    (port, came)
}

fn url(text: &str, policy: OutboundPolicy) -> OutboundUrl {
    OutboundUrl::parse(text, policy).expect("an address")
}

fn call<R: Resolve>(client: &Outbound<R>, url: &OutboundUrl) -> Result<OutboundAnswer, OutboundError> {
    let call = OutboundCall {
        method: Method::POST,
        url,
        headers: HeaderMap::new(),
        body: b"{}".to_vec(),
    };
    block_on(client.call(call))
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(work)
}

fn refused<R: Resolve>(client: &Outbound<R>, url: &OutboundUrl) -> OutboundError {
    call(client, url).err().expect("no answer")
}

#[test]
fn a_name_that_leads_inside_is_not_called_though_it_led_elsewhere_before() {
    let (port, came) = server("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
    let lists: [&[&str]; 3] = [&["93.184.216.34"], &["127.0.0.1"], &["93.184.216.34", "127.0.0.1"]];
    let client = Outbound::resolving(OutboundPolicy::public(), Given::new(&lists), Certificates::amazon());
    let url = url(
        &format!("https://partners.example.org:{port}/"),
        OutboundPolicy::public(),
    );
    // Looked at and not called, so that no test calls anybody.
    let first = block_on(connect::addresses(&client, &url)).expect("public");
    assert_eq!(first, ["93.184.216.34".parse::<IpAddr>().expect("an address")]);
    assert_eq!(refused(&client, &url), OutboundError::NotPublic);
    assert_eq!(
        refused(&client, &url),
        OutboundError::NotPublic,
        "one of them is enough"
    );
    assert_eq!(refused(&client, &url), OutboundError::Unresolved);
    assert_eq!(came.load(Ordering::Relaxed), 0);
}

#[test]
fn what_was_looked_at_is_what_is_called_without_another_question() {
    let (port, came) = server("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
    let resolver = Given::new(&[&["127.0.0.1"], &["10.0.0.1"]]);
    let policy = OutboundPolicy::with_own_machine();
    let client = Outbound::resolving(policy, resolver.clone(), Certificates::amazon());
    let url = url(&format!("http://localhost:{port}/"), policy);
    call(&client, &url).expect("an answer");
    assert_eq!(
        (resolver.asked.load(Ordering::Relaxed), came.load(Ordering::Relaxed)),
        (1, 1)
    );
    assert_eq!(refused(&client, &url), OutboundError::NotPublic);
}

#[test]
fn each_kind_of_address_inside_is_refused_at_the_call() {
    let listed = [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "192.168.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "2002:a9fe:a9fe::1",
        "2001::1",
        "fd00:ec2::254",
        "fe80::1",
    ];
    let lists: Vec<[&str; 1]> = listed.map(|address| [address]).to_vec();
    let lists: Vec<&[&str]> = lists.iter().map(<[&str; 1]>::as_slice).collect();
    let client = Outbound::resolving(OutboundPolicy::public(), Given::new(&lists), Certificates::amazon());
    let url = url("https://partners.example.org/", OutboundPolicy::public());
    for address in listed {
        let began = Instant::now();
        assert_eq!(refused(&client, &url), OutboundError::NotPublic, "{address}");
        assert!(began.elapsed() < CONNECT, "{address} is not tried");
    }
}

#[test]
fn the_system_s_own_names_for_the_own_machine_are_refused() {
    // A name of the internet that resolvers take for the own machine would be one: `localhost` itself is not let through.
    assert!(OutboundUrl::parse("https://localhost/", OutboundPolicy::public()).is_err());
    let client = Outbound::new(OutboundPolicy::public());
    let local = url("https://localhost:8443/", OutboundPolicy::with_own_machine());
    assert_eq!(refused(&client, &local), OutboundError::NotPublic);
    let literal = url("http://127.0.0.1:8443/", OutboundPolicy::with_own_machine());
    assert_eq!(refused(&client, &literal), OutboundError::NotPublic);
}

#[test]
fn the_local_stack_reaches_the_own_machine_and_nothing_else_inside() {
    let policy = OutboundPolicy::with_own_machine();
    let (port, came) = server("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
    let client = Outbound::resolving(policy, Given::new(&[&["10.0.0.1"]]), Certificates::amazon());
    let answer = call(&client, &url(&format!("http://127.0.0.1:{port}/"), policy)).expect("an answer");
    assert_eq!(
        (answer.status, answer.body.as_slice()),
        (StatusCode::OK, b"{}".as_slice())
    );
    assert_eq!(
        refused(&client, &url("https://partners.example.org/", policy)),
        OutboundError::NotPublic
    );
    assert_eq!(came.load(Ordering::Relaxed), 1);
}

#[test]
fn nobody_is_called_who_cannot_show_that_the_name_is_theirs() {
    let policy = OutboundPolicy::with_own_machine();
    let (port, _) = server("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
    let client = Outbound::new(policy);
    assert_eq!(
        refused(&client, &url(&format!("https://localhost:{port}/"), policy)),
        OutboundError::NotTrusted
    );
}
