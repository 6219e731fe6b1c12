//! `POST /v1/account`: bodies that are none, have other members, or are too large, and other methods.

use serde_json::{Value, json};

use crate::support::{Person, TestApp};

/// The body of a good call with one member replaced.
pub(super) fn with(pointer: &str, value: Value) -> Value {
    let mut body = Person::new().body();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let parent = body.pointer_mut(parent).expect("a parent");
    match parent {
        Value::Array(items) => items[name.parse::<usize>().expect("an index")] = value,
        parent => parent[name] = value,
    }
    body
}

#[test]
fn members_that_are_unknown_missing_double_or_of_another_type_are_pointed_at() {
    let app = TestApp::start();
    let good = Person::new().body();
    let text = good.to_string();
    let without = |name: &str| {
        let mut body = good.clone();
        body["customer_info"].as_object_mut().expect("an object").remove(name);
        body.to_string()
    };
    let twice = text.replacen("\"first_name\"", "\"first_name\":\"Eve\",\"first_name\"", 1);
    let street_twice = text.replacen("\"street\"", "\"street\":\"x\",\"street\"", 1);
    let cases = [
        (with("/password", json!("x")).to_string(), "/password", "unknown_member"),
        (
            with("/status", json!("active")).to_string(),
            "/status",
            "unknown_member",
        ),
        (
            with("/customer_info/email_verified", json!(true)).to_string(),
            "/customer_info/email_verified",
            "unknown_member",
        ),
        (
            with("/customer_info/__proto__", json!({})).to_string(),
            "/customer_info/__proto__",
            "unknown_member",
        ),
        (
            with("/installation_info/0/id", json!("x")).to_string(),
            "/installation_info/0/id",
            "unknown_member",
        ),
        (
            without("email_address"),
            "/customer_info/email_address",
            "missing_member",
        ),
        (twice, "/customer_info/first_name", "duplicate_member"),
        (
            street_twice,
            "/installation_info/0/address_info/street",
            "duplicate_member",
        ),
        (
            with("/customer_info/first_name", json!(7)).to_string(),
            "/customer_info/first_name",
            "wrong_type",
        ),
        (
            with("/customer_info/email_address", json!(null)).to_string(),
            "/customer_info/email_address",
            "wrong_type",
        ),
        (
            with("/customer_info/email_address", json!(["a@b.example"])).to_string(),
            "/customer_info/email_address",
            "wrong_type",
        ),
        (
            with("/create_verified_user", json!("true")).to_string(),
            "/create_verified_user",
            "wrong_type",
        ),
        (
            with("/installation_info", json!({})).to_string(),
            "/installation_info",
            "wrong_type",
        ),
        (
            with("/customer_info", json!("x")).to_string(),
            "/customer_info",
            "wrong_type",
        ),
        ("[]".to_owned(), "", "wrong_type"),
        ("null".to_owned(), "", "wrong_type"),
    ];
    for (body, pointer, flaw) in cases {
        let call = app
            .post("/v1/account")
            .body("application/json", body.clone())
            .signed(&app.acme());
        let answer = call.send().refused(400, "invalid_body");
        assert_eq!(answer.flaws(), [(pointer.to_owned(), flaw.to_owned())], "{body}");
    }
    assert_eq!(app.people_and_ways_in(), (0, 0));
}

#[test]
fn a_body_that_is_not_json_is_refused() {
    let app = TestApp::start();
    let mut cut = Person::new().body().to_string();
    cut.truncate(40);
    let deep = "[".repeat(20_000);
    let bodies: [&[u8]; 7] = [
        b"{",
        b"{} x",
        cut.as_bytes(),
        b"{\"a\":\xff}",
        b"\xef\xbb\xbf{}",
        b"NaN",
        deep.as_bytes(),
    ];
    for body in bodies {
        let call = app
            .post("/v1/account")
            .body("application/json", body)
            .signed(&app.acme());
        let answer = call.send().expect(400);
        assert!(
            ["malformed_json", "invalid_body"].contains(&answer.code().as_str()),
            "{}",
            answer.text
        );
    }
}

#[test]
fn a_body_of_another_type_is_refused() {
    let app = TestApp::start();
    let body = Person::new().body().to_string();
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonp",
        "text/json",
    ] {
        let call = app.post("/v1/account").body(kind, body.clone()).signed(&app.acme());
        call.send().refused(415, "unsupported_media_type");
    }
    let typed = app.post("/v1/account").body("Application/JSON; charset=utf-8", body);
    typed.signed(&app.acme()).send().expect(201);
}

#[test]
fn a_body_over_64_kib_is_refused() {
    let app = TestApp::start();
    let mut body = Person::new().body().to_string();
    body.push_str(&" ".repeat(64 * 1024 + 1 - body.len()));
    let call = app
        .post("/v1/account")
        .body("application/json", body.clone())
        .signed(&app.acme());
    call.send().refused(413, "body_too_large");
    body.pop();
    app.post("/v1/account")
        .body("application/json", body)
        .signed(&app.acme())
        .send()
        .expect(201);
}

#[test]
fn other_methods_and_paths_are_refused() {
    let app = TestApp::start();
    for method in ["GET", "PUT", "PATCH", "DELETE"] {
        app.acme()
            .call(method, "/v1/account")
            .send()
            .refused(405, "method_not_allowed");
    }
    for method in ["POST", "PUT", "PATCH"] {
        app.acme()
            .call(method, "/v1/account/cus_x")
            .send()
            .refused(405, "method_not_allowed");
    }
    for path in [
        "/v1/accounts",
        "/v1/account/",
        "/v1/account/a/b",
        "/v3/account",
        "/v1//account",
    ] {
        app.acme().call("GET", path).send().refused(404, "not_found");
    }
}
