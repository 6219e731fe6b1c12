//! The stack as its users meet it: over HTTP, and by stopping and starting it.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use usher::signature::{RequestParts, SigningKey, sign};
use usher_local::{Data, MailFault, Stack, StackConfig, StartError};

const DEMO: &str = include_str!("../demo.yaml");

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .proxy(None)
        .build()
        .into()
}

fn folder(path: &Path) -> StackConfig {
    StackConfig {
        data: Data::Folder(path.into()),
        ..StackConfig::default()
    }
}

fn memory() -> Stack {
    Stack::start(StackConfig::default()).expect("a stack")
}

/// What a call answers: the status, and the body as JSON.
fn call(stack: &Stack, method: &str, path: &str, body: Option<&Value>) -> (u16, Value) {
    let uri = format!("{}{path}", stack.url());
    let request = ureq::http::Request::builder()
        .method(method)
        .uri(uri)
        .header("content-type", "application/json");
    let body = body.map(Value::to_string).unwrap_or_default();
    let mut answer = agent().run(request.body(body).expect("a request")).expect("an answer");
    let text = answer.body_mut().read_to_string().expect("a body");
    (
        answer.status().as_u16(),
        serde_json::from_str(&text).unwrap_or(Value::Null),
    )
}

/// A page: its status, content type and text.
fn page(stack: &Stack, path: &str) -> (u16, String, String) {
    let mut answer = agent().get(format!("{}{path}", stack.url())).call().expect("an answer");
    let kind = answer.headers()["content-type"].to_str().expect("ASCII").to_owned();
    (
        answer.status().as_u16(),
        kind,
        answer.body_mut().read_to_string().expect("a body"),
    )
}

/// Provisions a person as the demo's back office does, signed.
fn provision(stack: &Stack, address: &str) {
    let demo: Value = serde_norway::from_str(DEMO).expect("YAML");
    let key: SigningKey = demo["demo_secrets"][0]["private_key"]
        .as_str()
        .expect("a key")
        .parse()
        .expect("a key");
    let body = json!({
        "labelpartner": "acme",
        "customer_info": {
            "first_name": "Jane", "last_name": "Doe", "email_address": address, "external_account_id": address,
        },
        "installation_info": [{ "external_installation_id": "home-1" }],
    })
    .to_string();
    let uri = format!("{}/v1/account", stack.url());
    let parts = RequestParts {
        method: "POST",
        target_uri: &uri,
        headers: &[],
        body: body.as_bytes(),
    };
    let signed = sign(&parts, &key, "acme-backoffice/demo", stack.clock().now(), address).expect("signed");
    let mut request = ureq::http::Request::post(&uri).header("content-type", "application/json");
    for (name, value) in signed.iter() {
        request = request.header(name, value);
    }
    let mut answer = agent()
        .run(request.body(body.clone()).expect("a request"))
        .expect("an answer");
    assert_eq!(
        answer.status(),
        201,
        "{}",
        answer.body_mut().read_to_string().expect("a body")
    );
}

/// The mails to an address, once there are so many.
fn mails(stack: &Stack, address: &str, count: usize) -> Vec<Value> {
    let patience = Instant::now() + Duration::from_secs(10);
    loop {
        let (_, found) = call(stack, "GET", &format!("/_local/messages?to={address}"), None);
        let found = found.as_array().expect("a list").clone();
        if found.len() >= count {
            assert_eq!(found.len(), count);
            return found;
        }
        assert!(Instant::now() < patience, "{} of {count} mails have come", found.len());
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_provisioned_person_gets_a_mail_at_once() {
    let stack = memory();
    provision(&stack, "warm-up@example.org");
    mails(&stack, "warm-up@example.org", 1);
    let asked = Instant::now();
    provision(&stack, "jane@example.org");
    let mail = mails(&stack, "jane@example.org", 1).remove(0);
    assert!(asked.elapsed() < Duration::from_secs(1), "{:?}", asked.elapsed());

    let members: Vec<_> = mail
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        members,
        [
            "channel", "code", "html", "id", "links", "sent_at", "subject", "tenant", "text", "to"
        ]
    );
    assert_eq!((&mail["tenant"], &mail["channel"]), (&json!("acme"), &json!("email")));
    assert_eq!(mail["code"].as_str().map(str::len), Some(6), "{mail:#}");
    let link = mail["links"][0].as_str().expect("a link");
    assert!(link.starts_with(stack.url()), "{link}");

    let (status, kind, inbox) = page(&stack, "/_local/inbox");
    assert_eq!((status, kind.as_str()), (200, "text/html; charset=utf-8"));
    assert!(inbox.contains("jane@example.org") && inbox.contains("Acme Energy"));
    let (status, _, html) = page(
        &stack,
        &format!("/_local/messages/{}/html", mail["id"].as_str().expect("an id")),
    );
    assert_eq!(status, 200);
    assert!(html.contains("<base target=\"_blank\">"), "{html}");

    assert_eq!(call(&stack, "DELETE", "/_local/messages", None).0, 204);
    assert_eq!(call(&stack, "GET", "/_local/messages", None), (200, json!([])));
}

#[test]
fn a_mail_that_cannot_be_sent_is_sent_later() {
    let stack = memory();
    stack.mail_faults().fail_next(2, MailFault::Throttled);
    stack.mail_faults().fail_next(2, MailFault::Internal);
    provision(&stack, "jane@example.org");
    mails(&stack, "jane@example.org", 1);
    assert_eq!(stack.mail_faults().pending(), 0);
}

#[test]
fn a_mail_whose_answer_was_lost_is_sent_again_with_the_same_link() {
    let stack = memory();
    stack.mail_faults().fail_next(1, MailFault::SentButUnanswered);
    provision(&stack, "jane@example.org");
    let mails = mails(&stack, "jane@example.org", 2);
    assert_eq!(mails[0]["links"], mails[1]["links"]);
    assert_eq!(mails[0]["code"], mails[1]["code"]);
}

#[test]
fn a_restart_keeps_people_keys_and_mails_and_sends_what_was_promised() {
    let place = tempfile::tempdir().expect("a folder");
    let stack = Stack::start(folder(place.path())).expect("a stack");
    let jwks = page(&stack, "/.well-known/jwks.json").2;
    provision(&stack, "before@example.org");
    mails(&stack, "before@example.org", 1);
    stack.mail_faults().fail_next(1_000, MailFault::Internal);
    provision(&stack, "promised@example.org");
    stack.stop();

    let stack = Stack::start(folder(place.path())).expect("a stack");
    mails(&stack, "promised@example.org", 1);
    mails(&stack, "before@example.org", 1);
    assert_eq!(page(&stack, "/.well-known/jwks.json").2, jwks);
}

#[test]
fn the_clock_moves_for_every_function() {
    let stack = memory();
    let (status, moved) = call(
        &stack,
        "POST",
        "/_local/clock",
        Some(&json!({"advance_seconds": 3_600})),
    );
    assert_eq!((status, &moved["advanced_seconds"]), (200, &json!(3_600)));
    let (_, told) = call(&stack, "GET", "/_local/clock", None);
    assert_eq!(told["advanced_seconds"], json!(3_600));
    assert!(stack.clock().now() > usher::clock::Clock::system().now() + jiff::SignedDuration::from_secs(3_590));
    for body in [
        json!({}),
        json!({"advance_seconds": "1"}),
        json!({"advance_seconds": 1, "by": 2}),
    ] {
        assert_eq!(call(&stack, "POST", "/_local/clock", Some(&body)).0, 400, "{body}");
    }
    let (status, told) = call(
        &stack,
        "POST",
        "/_local/clock",
        Some(&json!({"advance_seconds": i64::MAX})),
    );
    assert_eq!((status, &told["code"]), (422, &json!("validation_failed")));
}

#[test]
fn a_tenant_is_replaced_at_once_and_its_flaws_are_told() {
    let place = tempfile::tempdir().expect("a folder");
    let stack = Stack::start(folder(place.path())).expect("a stack");
    let demo: Value = serde_norway::from_str(DEMO).expect("YAML");
    let mut tenant = demo["tenants"][0].clone();
    assert!(page(&stack, "/").2.contains("Acme Energy"));
    tenant["display_name"] = json!("Acme Light");
    let (status, told) = call(&stack, "PUT", "/_local/tenants", Some(&tenant));
    assert_eq!((status, &told["name"]), (200, &json!("acme")));
    assert_eq!(told["remarks"][0]["pointer"], "/brand/colour", "too dark on dark pages");
    assert!(page(&stack, "/").2.contains("Acme Light"));

    tenant["texts"] = json!({"xx": {"done-title": "Hello"}});
    let (status, told) = call(&stack, "PUT", "/_local/tenants", Some(&tenant));
    assert_eq!((status, &told["errors"][0]["pointer"]), (422, &json!("/texts/xx")));
    let mut thief = demo["tenants"][0].clone();
    thief["name"] = json!("thief");
    assert_eq!(call(&stack, "PUT", "/_local/tenants", Some(&thief)).0, 409);
    stack.stop();

    // A restart does not put the demo's back.
    let stack = Stack::start(folder(place.path())).expect("a stack");
    assert!(page(&stack, "/").2.contains("Acme Light"));
}

#[test]
fn the_pages_load_nothing_from_elsewhere() {
    let stack = memory();
    for path in ["/", "/docs", "/_local/inbox"] {
        let answer = agent().get(format!("{}{path}", stack.url())).call().expect("an answer");
        let policy = answer.headers()["content-security-policy"].to_str().expect("ASCII");
        assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
        let (status, _, html) = page(&stack, path);
        assert_eq!(status, 200, "{path}");
        for (at, _) in html
            .match_indices("src=\"")
            .chain(html.match_indices("<link rel=\"stylesheet\" href=\""))
        {
            let loaded = html[at..]
                .split('"')
                .find(|part| part.starts_with('/') || part.contains(':'))
                .expect("a path");
            assert!(loaded.starts_with('/'), "{path} loads {loaded}");
            assert_eq!(page(&stack, loaded).0, 200, "{path} loads {loaded}");
        }
    }
    let (status, kind, openapi) = page(&stack, "/openapi.json");
    assert_eq!((status, kind.as_str()), (200, "application/json"));
    assert!(serde_json::from_str::<Value>(&openapi).expect("JSON")["paths"]["/v1/account"].is_object());
}

#[test]
fn a_page_of_another_site_reaches_nothing() {
    let stack = memory();
    let delete = |name: &str, value: &str| {
        let request = agent()
            .delete(format!("{}/_local/messages", stack.url()))
            .header(name, value);
        request.call().expect("an answer").status().as_u16()
    };
    assert_eq!(delete("sec-fetch-site", "cross-site"), 403);
    assert_eq!(delete("host", "evil.example"), 403);
    assert_eq!(delete("sec-fetch-site", "same-origin"), 204);
    let (status, told) = call(&stack, "GET", "/_local/nothing", None);
    assert_eq!((status, &told["code"]), (404, &json!("not_found")));
    assert_eq!(call(&stack, "POST", "/_local/messages", None).0, 405);
    assert_eq!(call(&stack, "GET", "/_local/messages?from=x", None).0, 400);
    let large = json!({ "advance_seconds": 1, "x": "x".repeat(70_000) });
    assert_eq!(call(&stack, "POST", "/_local/clock", Some(&large)).0, 413);
}

#[test]
fn a_taken_port_and_a_folder_in_use_are_told() {
    let place = tempfile::tempdir().expect("a folder");
    let stack = Stack::start(folder(place.path())).expect("a stack");
    let port = stack
        .url()
        .rsplit(':')
        .next()
        .and_then(|port| port.parse().ok())
        .expect("a port");
    let error = Stack::start(StackConfig {
        port,
        ..StackConfig::default()
    })
    .expect_err("refused");
    assert!(
        matches!(error, StartError::PortTaken { port: told } if told == port),
        "{error}"
    );
    let error = Stack::start(folder(place.path())).expect_err("refused");
    assert!(matches!(error, StartError::FolderInUse { .. }), "{error}");
    let file = place.path().join("lock");
    let error = Stack::start(folder(&file)).expect_err("refused");
    assert!(matches!(error, StartError::FolderNotWritable { .. }), "{error}");
    drop(stack);
    Stack::start(folder(place.path())).expect("the next");
}

#[tokio::test]
async fn a_stack_starts_and_stops_inside_a_runtime() {
    let stack = memory();
    let answer = agent()
        .get(format!("{}/openapi.json", stack.url()))
        .call()
        .expect("an answer");
    assert_eq!(answer.status(), 200);
}
