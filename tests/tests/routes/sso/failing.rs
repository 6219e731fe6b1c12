//! Providers that lie, fail or say nothing: nobody is let in for that.

use serde_json::json;

use super::{
    EXCHANGE, SECRET, TOKEN, active, bringing, configure, connection, exchange, provisioned, register, seen, stack,
};
use crate::support::{Program, Provider, Says, TestApp, free_port};

#[test]
fn what_is_no_answer_lets_nobody_in_and_says_who_does_not_answer() {
    let (app, provider, person) = provisioned();
    let body = |text: &str| Says::Body(text.to_owned());
    let subject = person.subject.as_deref().expect("a subject");
    let redirect = format!("location: {}\r\n", provider.url);
    for (what, says) in [
        ("HTML", body("<!doctype html><title>Sign in</title>")),
        ("nothing", body("")),
        ("a text", body("\"active\"")),
        (
            "the word true",
            body(&json!({ "active": "true", "external_authentication_provider_id": subject }).to_string()),
        ),
        ("a redirect", Says::Status(302, redirect)),
        ("a refusal of ours", Says::Status(401, String::new())),
        ("a failure", Says::Status(500, String::new())),
        (
            "100 MB",
            Says::Endless {
                octets: 100 << 20,
                chunked: true,
            },
        ),
        ("half an answer", Says::HangsUp),
    ] {
        provider.says(says);
        let answer = register(&app).refused(503, "provider_unavailable");
        assert_eq!(answer.retry_after(), 30, "{what}");
        assert!(
            answer.member("detail").starts_with("Acme account does not answer"),
            "{what}"
        );
        assert_eq!(seen(&app, &person)["status"], "provisioned", "{what}");
        // It is left alone after some of them; time goes on.
        app.advance(31);
    }
    provider.says(active(subject));
    register(&app).expect(200);
}

#[test]
fn a_provider_that_fails_again_and_again_is_left_alone_for_a_while() {
    let (app, provider, person) = provisioned();
    provider.says(Says::Status(503, String::new()));
    for _ in 0..8 {
        register(&app).refused(503, "provider_unavailable");
    }
    assert_eq!(provider.received().len(), 5, "and then nobody asked it");
    provider.says(active(person.subject.as_deref().expect("a subject")));
    register(&app).refused(503, "provider_unavailable");
    app.advance(30);
    register(&app).expect(200);
    exchange(&app).expect(200);
}

#[test]
fn whoever_has_odd_tokens_cannot_have_the_provider_left_alone() {
    let (app, provider, person) = provisioned();
    let odd = [
        (
            Says::Body("{\"active\":true}".to_owned()),
            403,
            "external_token_refused",
        ),
        (
            Says::Body("{\"active\":true,\"external_authentication_provider_id\":7}".to_owned()),
            403,
            "external_token_refused",
        ),
        (
            Says::Body("<title>Blocked</title>".to_owned()),
            503,
            "provider_unavailable",
        ),
        (Says::Status(400, String::new()), 503, "provider_unavailable"),
        (Says::Status(403, String::new()), 503, "provider_unavailable"),
    ];
    for (says, status, code) in odd {
        provider.says(says);
        for _ in 0..6 {
            register(&app).refused(status, code);
        }
        assert_eq!(seen(&app, &person)["status"], "provisioned");
    }
    provider.says(active(person.subject.as_deref().expect("a subject")));
    register(&app).expect(200);
}

#[test]
fn a_token_that_counts_no_more_is_the_callers_trouble_and_not_the_providers() {
    let (app, provider, person) = provisioned();
    let subject = person.subject.as_deref().expect("a subject");
    let expired = json!({ "active": true, "external_authentication_provider_id": subject, "exp": 1_000 });
    for says in [json!({ "active": false }), expired] {
        provider.says(Says::json(&says));
        for _ in 0..6 {
            register(&app).refused(403, "external_token_refused");
        }
    }
    assert_eq!(provider.received().len(), 12, "it is asked all the same");
    // A token for another service is none for this one.
    let mut meant = connection(&provider);
    meant["introspection"]["audience"] = "usher".into();
    configure(&app, json!([meant]));
    app.advance(61);
    provider.says(active(subject));
    register(&app).refused(403, "external_token_refused");
    let says = json!({ "active": true, "external_authentication_provider_id": subject, "aud": ["other", "usher"] });
    provider.says(Says::json(&says));
    register(&app).expect(200);
}

#[test]
fn a_connection_with_flaws_is_not_applied_and_its_secret_is_never_told() {
    let provider = Provider::start(Says::Nothing);
    let app = stack(&provider);
    let told = app.acme().call("GET", "/v1/tenant").send().expect(200).text;
    assert!(!told.contains(SECRET), "{told}");
    assert!(told.contains("\"client_secret\":\"kept\""), "{told}");
    let applied = |at: &str, value: serde_json::Value| {
        let now = app.acme().call("GET", "/v1/tenant").send().expect(200);
        let mut document = now.json();
        *document.pointer_mut(at).expect("a member") = value;
        let put = app.call("PUT", "/v1/tenant").header("if-match", now.header("etag"));
        put.json(&document).signed(&app.acme()).send()
    };
    for (at, value) in [
        ("/connections/0/introspection/url", json!("http://login.acme.example/")),
        ("/connections/0/introspection/url", json!("https://10.0.0.1/")),
        (
            "/connections/0/introspection/url",
            json!("https://user@login.acme.example/"),
        ),
        ("/connections/0/introspection/subject", json!("sub")),
        ("/connections/0/id", json!("Acme")),
    ] {
        let answer = applied(at, value.clone()).expect(422);
        assert!(
            answer.flaws().iter().any(|(pointer, _)| pointer == at),
            "{value}: {}",
            answer.text
        );
    }
    // The secret goes nowhere but where it always went.
    let moved = applied("/connections/0/introspection/url", json!("https://elsewhere.example/")).expect(422);
    let at = "/connections/0/introspection/client_secret";
    assert!(moved.flaws().iter().any(|(pointer, _)| pointer == at), "{}", moved.text);
    applied("/connections/0/display_name", json!("Acme login")).expect(200);
}

#[test]
fn neither_the_providers_token_nor_the_secret_is_kept_or_logged() {
    let person = crate::support::Person::new().subject();
    let subject = person.subject.clone().expect("a subject");
    let provider = Provider::start(active(&subject));
    let folder = tempfile::tempdir().expect("a folder");
    let talkative = "info,usher=trace,functions=trace,usher_local=trace";
    let app = TestApp::of_program(Program::start(folder.path(), free_port(), talkative));
    configure(&app, json!([connection(&provider)]));
    app.provision(&person);
    register(&app).expect(200);
    bringing(&app, EXCHANGE, TOKEN).send().expect(200);
    provider.says(Says::json(&json!({ "active": false })));
    exchange(&app).refused(403, "external_token_refused");
    let log = app.kill();
    assert!(log.contains("a provider's token was refused"), "{log}");
    for secret in [SECRET, TOKEN, person.email.as_str(), subject.as_str()] {
        assert!(!log.contains(secret), "{secret}");
    }
    let mut kept = Vec::new();
    for file in std::fs::read_dir(folder.path()).expect("the folder").flatten() {
        kept.extend(std::fs::read(file.path()).unwrap_or_default());
    }
    for secret in [SECRET, TOKEN] {
        assert!(
            !kept.windows(secret.len()).any(|part| part == secret.as_bytes()),
            "{secret}"
        );
    }
}

#[test]
fn a_back_office_sees_whether_a_provider_answers_as_it_should() {
    let provider = Provider::start(Says::json(&json!({ "active": false })));
    let app = stack(&provider);
    let checked = |id: &str| app.acme().call("GET", &format!("/v1/connections/{id}/health")).send();
    let works = checked("acme-login").expect(200).json();
    assert_eq!(works, json!({ "id": "acme-login", "works": true }));
    let anything = json!({ "active": true, "external_authentication_provider_id": "anybody" });
    for (says, reason) in [
        (Says::json(&anything), "accepts_anything"),
        (Says::json(&json!({ "active": "false" })), "unreadable"),
        (Says::Status(401, String::new()), "wrong_status"),
        (Says::HangsUp, "broken"),
    ] {
        provider.says(says);
        for _ in 0..6 {
            let told = checked("acme-login").expect(200).json();
            assert_eq!((&told["works"], &told["reason"]), (&json!(false), &json!(reason)));
            assert!(
                told["detail"].as_str().is_some_and(|detail| detail.len() > 20),
                "{told}"
            );
        }
    }
    let tokens: std::collections::BTreeSet<_> = provider.received().into_iter().map(|asked| asked.body).collect();
    assert!(tokens.len() > 20, "it is another token each time");
    // Looking does not make it worse for those who sign in.
    provider.says(Says::json(&json!({ "active": false })));
    exchange(&app).refused(403, "external_token_refused");
    checked("other").refused(404, "connection_not_found");
    app.netgrid()
        .call("GET", "/v1/connections/acme-login/health")
        .send()
        .refused(404, "connection_not_found");
    app.call("GET", "/v1/connections/acme-login/health")
        .send()
        .refused(401, "unauthenticated");
}
