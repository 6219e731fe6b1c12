//! `/v1/vouchers`: codes that a tenant gives to many, and the accounts they open.

mod using;

use serde_json::{Value, json};

use crate::support::{Answer, TestApp};

fn make(app: &TestApp, body: &Value) -> Answer {
    app.post("/v1/vouchers").json(body).signed(&app.acme()).send()
}

/// A voucher for so many channel partners; gives what its maker is told.
#[track_caller]
pub(crate) fn voucher(app: &TestApp, uses: u32, more: &Value) -> Value {
    let mut body = json!({ "kind": "channel_partner", "uses": uses });
    for (name, value) in more.as_object().expect("an object") {
        body[name] = value.clone();
    }
    make(app, &body).expect(201).json()
}

#[track_caller]
pub(crate) fn seen(app: &TestApp, made: &Value) -> Value {
    let path = format!("/v1/vouchers/{}", made["id"].as_str().expect("an id"));
    app.acme().call("GET", &path).send().expect(200).json()
}

fn revoke(app: &TestApp, made: &Value) -> Answer {
    let path = format!("/v1/vouchers/{}/revoke", made["id"].as_str().expect("an id"));
    app.acme().call("POST", &path).send()
}

#[test]
fn a_code_is_told_once_and_only_its_hash_is_kept() {
    let app = TestApp::start();
    let made = voucher(&app, 3, &json!({}));
    let code = made["code"].as_str().expect("a code");
    assert_eq!(code.len(), 14, "twelve letters in groups of four");
    let later = seen(&app, &made);
    assert_eq!(later["code"], Value::Null);
    assert_eq!(
        (&later["status"], &later["uses"], &later["used"]),
        (&json!("valid"), &json!(3), &json!(0))
    );
    for row in app.rows("O#") {
        let text = format!("{row:?}");
        assert!(!text.contains(code) && !text.contains(&code.replace('-', "")), "{text}");
    }
}

#[test]
fn the_same_call_under_a_key_gives_the_same_code_and_another_body_is_refused() {
    let app = TestApp::start();
    let call = |uses: u32, key: &str| {
        let body = json!({ "kind": "channel_partner", "uses": uses });
        let call = app.post("/v1/vouchers").header("idempotency-key", key).json(&body);
        call.signed(&app.acme()).send()
    };
    let first = call(3, "campaign-1").expect(201);
    app.advance(3_600);
    assert_eq!(call(3, "campaign-1").expect(201).json(), first.json());
    assert_ne!(call(3, "campaign-2").expect(201).json()["code"], first.json()["code"]);
    call(4, "campaign-1").refused(422, "idempotency_key_reused");
    assert_eq!(app.rows("O#").len(), 2);
}

#[test]
fn a_code_of_the_tenants_own_is_taken_once() {
    let app = TestApp::start();
    let made = voucher(&app, 3, &json!({ "code": "spring 2027" }));
    assert_eq!(made["code"], "SPRI-NG20-27");
    let again = json!({ "kind": "channel_partner", "uses": 9, "code": "SPRING-2027" });
    make(&app, &again).refused(409, "voucher_exists");
    assert_eq!(seen(&app, &made)["uses"], 3);
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let app = TestApp::start();
    let body = json!({
        "kind": "personal", "uses": 0, "code": "short", "valid_from": "tomorrow", "valid_until": "2027-01-01",
    });
    let answer = make(&app, &body);
    let words: Vec<String> = answer.json()["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .map(|flaw| flaw["pointer"].as_str().expect("a pointer").to_owned())
        .collect();
    assert_eq!(words, ["/kind", "/uses", "/code", "/valid_from", "/valid_until"]);
    answer.refused(422, "validation_failed");
    for more in [
        json!({ "valid_from": "2027-01-02T00:00:00Z", "valid_until": "2027-01-02T00:00:00Z" }),
        json!({ "presets": { "none": "x" } }),
        json!({ "presets": { "firstName": "Jane" } }),
        json!({ "presets": { "salesRegion": "x".repeat(101) } }),
        json!({ "kind": "__proto__" }),
    ] {
        let mut body = json!({ "kind": "channel_partner", "uses": 1 });
        for (name, value) in more.as_object().expect("an object") {
            body[name] = value.clone();
        }
        make(&app, &body).refused(422, "validation_failed");
    }
    for body in [
        json!({ "kind": "channel_partner" }),
        json!({ "kind": "channel_partner", "uses": 1, "used": 1 }),
    ] {
        make(&app, &body).refused(400, "invalid_body");
    }
    assert!(app.rows("O#").is_empty());
}

#[test]
fn a_voucher_of_another_tenant_is_unknown() {
    let app = TestApp::start();
    let made = voucher(&app, 3, &json!({}));
    let path = format!("/v1/vouchers/{}", made["id"].as_str().expect("an id"));
    app.netgrid()
        .call("GET", &path)
        .send()
        .refused(404, "voucher_not_found");
    let revoke = format!("{path}/revoke");
    app.netgrid()
        .call("POST", &revoke)
        .send()
        .refused(404, "voucher_not_found");
    for id in ["vou_00000000000000000000000000", "x"] {
        let path = format!("/v1/vouchers/{id}");
        app.acme().call("GET", &path).send().refused(404, "voucher_not_found");
    }
    app.get(&path).send().refused(401, "unauthenticated");
    assert_eq!(seen(&app, &made)["status"], "valid");
}
