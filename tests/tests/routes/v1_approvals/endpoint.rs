//! The tenant's own endpoint decides, on a stack where everything runs by itself.

use serde_json::{Value, json};
use usher::outbound::OutboundPolicy;
use usher_local::StackConfig;

use super::{decide, id_of, opened, waiting};
use crate::support::{PASSWORD, Program, Provider, Says, TestApp, free_port, invitee};

/// A secret that nobody else's test has.
const TOKEN: &str = "token-that-no-log-and-no-table-holds";

#[track_caller]
fn configure(app: &TestApp, url: &str, authentication: &Value) {
    app.apply_acme(|document| {
        let approval = &mut document["onboarding"]["kinds"]["data_recipient"]["approval"];
        approval["endpoint"] = json!({ "url": url });
        if !authentication.is_null() {
            approval["endpoint"]["authentication"] = authentication.clone();
        }
    })
    .expect(200);
}

#[test]
fn an_account_that_it_approves_counts_and_one_that_it_refuses_never_will() {
    let provider = Provider::start(Says::json(&json!({ "decision": "approve" })));
    let app = TestApp::start();
    configure(&app, &provider.url, &Value::Null);
    let email = invitee();
    let last = opened(&app, &app.web(), &email);
    assert!(
        last.text.contains("Your account is waiting for approval"),
        "nobody waits for it"
    );
    // The link, that they wait, that they need not.
    let mail = app.mail(&email, 3);
    assert!(mail.subject.contains("approved"), "{}", mail.subject);
    let tokens = app.app_of("acme").sign_in(&email, PASSWORD).expect(200);
    let subject = crate::support::claims(&tokens.member("id_token"))["sub"].clone();
    let account = app.acme().see(subject.as_str().expect("a subject")).expect(200).json();
    let [received] = provider.received().try_into().expect("one question");
    let mut question: Value = serde_json::from_slice(&received.body).expect("JSON");
    assert!(question["asked_at"].take().as_str().is_some_and(|at| at.ends_with('Z')));
    let expected = json!({
        "tenant": "acme", "user_id": account["user_id"], "customer_id": account["account_id"],
        "customer_kind": "data_recipient", "email_address": email, "first_name": "Jane", "last_name": "Doe",
        "customer_fields": { "companyName": "Data Ltd" }, "profile_fields": {}, "asked_at": null,
    });
    assert_eq!(question, expected);
    // Where nothing is said it knows us by a signature.
    assert_eq!(received.header("authorization"), None);
    let signed = received.header("signature-input").expect("Signature-Input");
    assert!(
        signed.contains("\"content-digest\"") && signed.contains("tag=\"usher\""),
        "{signed}"
    );
    let id = account["user_id"].as_str().expect("an id");
    let again = decide(&app, id, &json!({ "decision": "approve" })).expect(200).json();
    assert_eq!(again["decided_by"], "endpoint");
    decide(&app, id, &json!({ "decision": "refuse" })).refused(409, "approval_decided");

    provider.says(Says::json(
        &json!({ "decision": "refuse", "reason": "We do not know your company." }),
    ));
    let email = invitee();
    opened(&app, &app.web(), &email);
    let mail = app.mail(&email, 3);
    assert!(mail.text.contains("We do not know your company"), "{}", mail.text);
    app.app_of("acme")
        .sign_in(&email, PASSWORD)
        .refused(400, "invalid_grant");
    assert!(waiting(&app).is_empty());
}

#[test]
fn the_table_does_not_hold_its_secret_and_the_document_keeps_it_for_its_address() {
    let provider = Provider::start(Says::json(&json!({ "decision": "wait" })));
    let app = TestApp::start();
    configure(&app, &provider.url, &json!({ "bearer": { "token": TOKEN } }));
    opened(&app, &app.web(), &invitee());
    app.wait_until("it is asked", || !provider.received().is_empty());
    let sent = format!("Bearer {TOKEN}");
    assert_eq!(provider.received()[0].header("authorization"), Some(sent.as_str()));
    let rows = format!("{:?}", app.rows(""));
    assert!(rows.contains("/resolve?site=1") && !rows.contains(TOKEN));
}

#[test]
fn an_address_inside_is_refused_at_the_call_though_it_was_saved() {
    let provider = Provider::start(Says::json(&json!({ "decision": "approve" })));
    let config = StackConfig {
        outbound: OutboundPolicy::public(),
        ..StackConfig::default()
    };
    let app = TestApp::with(config);
    let (outside, at_home) = (
        "https://decide.acme.example/",
        provider.url.replace("127.0.0.1", "localhost"),
    );
    for url in [&provider.url, &at_home] {
        configure(&app, outside, &Value::Null);
        app.rewrite_tenant("acme", outside, url);
        app.advance(61);
        let email = invitee();
        opened(&app, &app.web(), &email);
        app.settle();
        std::thread::sleep(std::time::Duration::from_millis(300));
        id_of(&app, &email);
    }
    assert_eq!(provider.received().len(), 0);
}

#[test]
fn an_operator_reads_whose_endpoint_fails_and_why_and_nothing_that_was_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let talkative = "info,usher=trace,functions=trace,usher_local=trace";
    let app = TestApp::of_program(Program::start(folder.path(), free_port(), talkative));
    let provider = Provider::start(Says::Body("{\"decision\":\"Secretive\"}".to_owned()));
    configure(&app, &provider.url, &json!({ "bearer": { "token": TOKEN } }));
    let email = invitee();
    opened(&app, &app.web(), &email);
    // Asked a second time, it is in the log that the first one failed.
    app.wait_until("it is asked again", || provider.received().len() > 1);
    let log = app.kill();
    let line = log
        .lines()
        .find(|line| line.contains("approval endpoint"))
        .expect("a line");
    assert!(
        line.contains("WARN") && line.contains("acme") && line.contains("no_decision"),
        "{line}"
    );
    for secret in [TOKEN, &email, "Secretive", "site=1", "Data Ltd"] {
        assert!(!log.contains(secret), "{secret}");
    }
}
