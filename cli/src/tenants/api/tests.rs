use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::thread::JoinHandle;

use super::*;

const TENANT: &str = r#"{"name":"acme","display_name":"Acme","sender":{"name":"Acme","address":"hello@acme.example"}}"#;

/// A deployment that gives these answers, one a call, and tells what it was asked; it has no clock of its own.
fn deployment(answers: &'static [(&'static str, &'static str)]) -> (BaseUrl, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let serve = move || {
        let mut asked = Vec::new();
        while asked.len() < answers.len() {
            let (mut stream, _) = listener.accept().expect("a call");
            let mut lines = BufReader::new(stream.try_clone().expect("a stream"));
            let (mut head, mut length) = (String::new(), 0);
            while !head.ends_with("\r\n\r\n") {
                let start = head.len();
                lines.read_line(&mut head).expect("a line");
                if let Some(told) = head[start..].to_lowercase().strip_prefix("content-length:") {
                    length = told.trim().parse().expect("a number");
                }
            }
            lines.read_exact(&mut vec![0; length]).expect("a body");
            let (head_of_answer, body) = match head.contains("/_local/clock") {
                true => ("404 Not Found", ""),
                false => answers[asked.len()],
            };
            let length = body.len();
            write!(
                stream,
                "HTTP/1.1 {head_of_answer}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
            )
            .expect("answered");
            if !head.contains("/_local/clock") {
                asked.push(head.to_lowercase());
            }
        }
        asked
    };
    (url.parse().expect("a URL"), std::thread::spawn(serve))
}

fn api(url: &BaseUrl) -> Api<'_> {
    let own = OwnKey {
        keyid: None,
        key_file: None,
    };
    Api::new(url, own)
}

#[test]
fn a_document_is_replaced_only_while_it_is_the_version_that_was_read() {
    let (url, asked) = deployment(&[
        ("200 OK\r\netag: \"7\"", TENANT),
        (
            "412 Precondition Failed",
            r#"{"title":"The document has changed since.","code":"precondition_failed"}"#,
        ),
    ]);
    let api = api(&url);
    let current = api.current(None).expect("a document");
    let refused = api.replace(&current.tenant, current.version).expect_err("refused");
    assert_eq!(
        Told::from(refused).to_string(),
        "acme was not applied: The document has changed since"
    );
    let asked = asked.join().expect("served");
    assert!(asked[0].starts_with("get /v1/tenant http/1.1") && asked[0].contains("signature-input:"));
    assert!(asked[1].starts_with("put /v1/tenant http/1.1"), "{}", asked[1]);
    assert!(asked[1].contains("if-match: \"7\"\r\n") && asked[1].contains("signature-input:"));
}

#[test]
fn everything_that_is_wrong_is_taken_from_the_answer() {
    let (url, asked) = deployment(&[(
        "422 Unprocessable Content",
        r#"{"title":"It is wrong.","errors":[{"pointer":"/hosts","code":"x","detail":"no"},{"pointer":"/sms","code":"x","detail":"no"}]}"#,
    )]);
    let tenant: Tenant = serde_json::from_str(TENANT).expect("a tenant");
    let refused = api(&url).replace(&tenant, 1).expect_err("refused");
    let pointers: Vec<_> = refused.flaws.iter().map(|flaw| flaw.pointer.as_str()).collect();
    assert_eq!(pointers, ["/hosts", "/sms"]);
    assert_eq!(
        Told::from(refused).to_string(),
        "acme was not applied: It is wrong: /hosts no; /sms no"
    );
    asked.join().expect("served");
}

#[test]
fn what_is_no_answer_of_ours_is_told_as_it_is() {
    let (url, asked) = deployment(&[("502 Bad Gateway", "<html>"), ("200 OK\r\netag: \"1\"", "{}")]);
    let api = api(&url);
    let error = api.current(None).expect_err("no document").to_string();
    assert_eq!(error, "the document cannot be read: the answer was 502 Bad Gateway");
    let error = api.current(None).expect_err("no document").to_string();
    assert!(error.contains("is it of the same version as this program?"), "{error}");
    asked.join().expect("served");
}
