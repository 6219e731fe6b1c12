//! Nobody is sent anywhere before client and redirect URI are proven right.

use crate::support::{CALLBACK, TestApp, authorize, parameters};

#[test]
fn a_redirect_uri_that_is_not_the_clients_own_leads_nowhere() {
    let app = TestApp::start();
    for uri in [
        "",
        "https://app.acme.example/callback/",
        "https://app.acme.example/callback?x=1",
        "https://app.acme.example/callback#x",
        "https://app.acme.example:8443/callback",
        "http://localhost:3001/callback",
        "https://app.acme.example@evil.example/callback",
        "https://evil.example/callback",
        "//evil.example",
        "https:\\\\evil.example",
        "https://APP.acme.example/callback",
        "https://app.acme.example/%63allback",
        "javascript:alert(1)",
        "https://portal.acme.example/welcome",
    ] {
        let answer = app
            .get(&authorize(&[("redirect_uri", uri)]))
            .header("accept", "text/html")
            .send();
        assert_eq!((answer.status, answer.header("location")), (400, ""), "{uri}");
        assert!(!answer.text.contains("evil.example"), "{uri}");
        let wrong = [("redirect_uri", uri), ("response_type", "token"), ("prompt", "none")];
        assert_eq!(app.get(&authorize(&wrong)).send().header("location"), "", "{uri}");
    }
}

#[test]
fn a_client_that_nobody_knows_is_told_as_next_identity_tells_it() {
    let app = TestApp::start();
    for client in ["nobody", "", "acme-web'", "<script>"] {
        let answer = app
            .get(&authorize(&[("client_id", client)]))
            .header("accept", "text/html")
            .send();
        assert_eq!((answer.status, answer.header("location")), (503, ""), "{client}");
        assert!(
            answer
                .text
                .contains("We are unable to process your request right now. Please try again later.")
        );
    }
    let elsewhere = app.get(&authorize(&[])).header("host", "netgrid.localhost");
    assert_eq!(
        elsewhere.send().status,
        503,
        "a client of another tenant than the host's"
    );
}

#[test]
fn every_other_mistake_is_told_to_the_app() {
    let app = TestApp::start();
    for (name, value, error) in [
        ("response_type", "token", "unsupported_response_type"),
        ("response_type", "", "invalid_request"),
        ("response_mode", "fragment", "invalid_request"),
        ("code_challenge_method", "plain", "invalid_request"),
        ("code_challenge", "", "invalid_request"),
        ("prompt", "none login", "invalid_request"),
        ("prompt", "dance", "invalid_request"),
        ("organization_id", "netgrid", "invalid_request"),
        ("environment_id", "prod", "invalid_request"),
        ("request", "eyJhbGciOiJub25lIn0.e30.", "request_not_supported"),
        (
            "request_uri",
            "https://evil.example/request",
            "request_uri_not_supported",
        ),
    ] {
        let answer = app.get(&authorize(&[(name, value)])).send().expect(303);
        let told = parameters(answer.header("location"));
        assert!(
            answer.header("location").starts_with(&format!("{CALLBACK}?error=")),
            "{name}={value}"
        );
        assert_eq!(
            (told["error"].as_str(), told["state"].as_str()),
            (error, "the-state"),
            "{name}={value}"
        );
        assert_eq!(told["iss"], app.url());
    }
    let twice = format!("{}&state=other", authorize(&[]));
    let told = parameters(app.get(&twice).send().expect(303).header("location"));
    assert_eq!((told["error"].as_str(), told.get("state")), ("invalid_request", None));
    let fits = authorize(&[("organization_id", "acme"), ("environment_id", "demo")]);
    assert!(
        app.get(&fits)
            .send()
            .expect(303)
            .header("location")
            .starts_with("/sign-in?")
    );
}

#[test]
fn a_request_that_was_changed_mixed_or_kept_for_too_long_is_none() {
    let app = TestApp::start();
    let page = app.get(&authorize(&[])).send().expect(303);
    let sealed = parameters(page.header("location"))["request"].clone();
    let uri = |client: &str, sealed: &str| {
        format!("/authorize?client_id={client}&request_uri=urn:ietf:params:oauth:request_uri:{sealed}")
    };
    let status = |path: &str| app.get(path).header("accept", "text/html").send().status;
    assert_eq!(status(&uri("acme-web", &sealed)), 303);
    assert_eq!(status(&uri("acme-portal", &sealed)), 400, "another client's");
    for at in [0, sealed.len() / 2, sealed.len() - 1] {
        let mut changed = sealed.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("text");
        assert_eq!(status(&uri("acme-web", &changed)), 400, "octet {at}");
        assert_eq!(status(&format!("/sign-in?request={changed}")), 400, "octet {at}");
    }
    assert_eq!(status(&format!("/sign-in?request={sealed}")), 200);
    let elsewhere = app
        .get(&format!("/sign-in?request={sealed}"))
        .header("host", "netgrid.localhost");
    assert_eq!(elsewhere.header("accept", "text/html").send().status, 400);
    app.advance(3_600);
    assert_eq!(status(&format!("/sign-in?request={sealed}")), 410);
    assert_eq!(status(&uri("acme-web", &sealed)), 410);
}

#[test]
fn opening_the_address_changes_nothing() {
    let app = TestApp::start();
    let person = app.registered_person();
    let web = app.web();
    web.sign_in(&authorize(&[]), &person.email);
    let people = || {
        let mut rows = app.rows("U#");
        rows.sort_by_key(|row| format!("{:?}", row["pk"]));
        rows
    };
    let before = people();
    for _ in 0..3 {
        web.open(&authorize(&[])).expect(303);
        app.call("HEAD", &authorize(&[])).send();
    }
    assert_eq!(people(), before);
}
