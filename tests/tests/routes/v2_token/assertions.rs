//! Clients that show who they are by what they sign (RFC 7523).

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::support::{ASSERTION_TYPE, Answer, Asserting, CALLBACK, PASSWORD, TestApp, at_once, authorize, code_in};

/// Asks for a token of its own with an assertion, and more.
fn asking(app: &TestApp, assertion: &str, more: &[(&str, &str)]) -> Answer {
    let mut fields = vec![
        ("grant_type", "client_credentials"),
        ("client_assertion_type", ASSERTION_TYPE),
        ("client_assertion", assertion),
    ];
    fields.extend_from_slice(more);
    app.post("/token").form(&fields).send()
}

#[test]
fn a_back_office_may_sign_instead_of_showing_its_secret() {
    let app = TestApp::start();
    let office = Asserting::back_office();
    let kinds = [
        json!({"alg": "EdDSA", "kid": "acme-backoffice/demo"}),
        json!({"alg": "EdDSA", "kid": "demo", "typ": "client-authentication+jwt"}),
        json!({"alg": "EdDSA"}),
        // The name that RFC 9864 gives it.
        json!({"alg": "Ed25519", "kid": "demo"}),
    ];
    for header in kinds {
        let text = office.sign_as(&header, &office.claims(app.url(), app.now()));
        let answer = asking(&app, &text, &[]).expect(200);
        assert_eq!(answer.member("scope"), "accounts");
    }
    let named = office.for_app(&app);
    asking(&app, &named, &[("client_id", "acme-backoffice")]).expect(200);
    // Its secret is as good as before.
    app.acme().token();
}

#[test]
fn an_assertion_is_good_once_however_many_come_at_once() {
    let app = TestApp::start();
    let office = Asserting::back_office();
    let text = office.for_app(&app);
    let answers = at_once(12, |_| asking(&app, &text, &[]));
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        answer.refused(401, "invalid_client");
    }
    let claims = office.claims(app.url(), app.now());
    asking(&app, &office.sign(&claims), &[]).expect(200);
    let mut same_name = office.claims(app.url(), app.now());
    same_name["jti"] = claims["jti"].clone();
    same_name["exp"] = json!(app.now().as_second() + 200);
    asking(&app, &office.sign(&same_name), &[]).refused(401, "invalid_client");
}

#[test]
fn an_assertion_uses_up_no_nonce_of_a_signed_call() {
    let app = TestApp::start();
    let (acme, office) = (app.acme(), Asserting::back_office());
    let mut claims = office.claims(app.url(), app.now());
    claims["jti"] = "the-same-word".into();
    asking(&app, &office.sign(&claims), &[]).expect(200);
    let person = app.registered_person();
    let path = format!("/v1/account/{}?id_type=external", person.external_id);
    let call = app.get(&path);
    let signed = call.signed_as(acme.key(), acme.keyid(), app.now(), "the-same-word");
    signed.send().expect(200);
}

#[test]
fn what_an_assertion_says_is_read_strictly() {
    let app = TestApp::start();
    let office = Asserting::back_office();
    let (url, now) = (app.url().to_owned(), app.now().as_second());
    let changed = [
        ("aud", json!(format!("{url}/token"))),
        ("aud", json!(format!("{url}/v2/token"))),
        ("aud", json!([url])),
        ("aud", json!("https://other.example")),
        ("aud", Value::Null),
        ("iss", json!("acme-app")),
        ("sub", json!("acme-portal")),
        ("jti", Value::Null),
        ("jti", json!("")),
        ("jti", json!("x".repeat(256))),
        ("exp", Value::Null),
        ("exp", json!(now - 1)),
        ("exp", json!(now + 86_400)),
        ("iat", json!(now + 120)),
        ("nbf", json!(now + 120)),
    ];
    for (name, value) in changed {
        let mut claims = office.claims(&url, app.now());
        claims[name] = value.clone();
        let answer = asking(&app, &office.sign(&claims), &[]).refused(401, "invalid_client");
        assert!(!answer.member("error_description").is_empty(), "{name} {value}");
    }
    for header in [
        json!({"alg": "EdDSA", "kid": "demo", "typ": "JWT"}),
        json!({"alg": "EdDSA", "kid": "demo", "crit": ["b64"], "b64": false}),
        json!({"alg": "EdDSA", "kid": "netgrid-backoffice/demo"}),
        json!({"alg": "HS256", "kid": "demo"}),
        json!({"alg": "none"}),
    ] {
        let text = office.sign_as(&header, &office.claims(&url, app.now()));
        asking(&app, &text, &[]).refused(401, "invalid_client");
    }
    for text in ["x", "a.b.c"] {
        asking(&app, text, &[]).refused(401, "invalid_client");
    }
}

#[test]
fn a_client_shows_who_it_is_in_one_way_and_says_one_name() {
    let app = TestApp::start();
    let office = Asserting::back_office();
    let secret = app.acme().secret();
    let text = office.for_app(&app);
    asking(&app, &text, &[("client_secret", secret)]).refused(400, "invalid_request");
    let header = format!("Basic {}", BASE64_STANDARD.encode(format!("acme-backoffice:{secret}")));
    let fields = [
        ("grant_type", "client_credentials"),
        ("client_assertion_type", ASSERTION_TYPE),
        ("client_assertion", &text),
    ];
    let both = app.post("/token").form(&fields).header("authorization", &header);
    both.send().refused(400, "invalid_request");
    asking(&app, &text, &[("client_id", "acme-portal")]).refused(401, "invalid_client");
    for kind in [None, Some("urn:ietf:params:oauth:client-assertion-type:saml2-bearer")] {
        let mut fields = vec![
            ("grant_type", "client_credentials"),
            ("client_assertion", text.as_str()),
        ];
        fields.extend(kind.map(|kind| ("client_assertion_type", kind)));
        app.post("/token").form(&fields).send().refused(401, "invalid_client");
    }
    let lone = [
        ("grant_type", "client_credentials"),
        ("client_assertion_type", ASSERTION_TYPE),
    ];
    app.post("/token").form(&lone).send().refused(401, "invalid_client");
    // Which has used it up as little as all that was wrong with it.
    asking(&app, &text, &[]).expect(200);
}

#[test]
fn a_client_with_a_key_and_no_secret_has_to_sign() {
    let app = TestApp::start();
    app.apply_acme(Asserting::add_native).expect(200);
    let person = app.registered_person();
    let native = Asserting::native();
    let asked = [
        ("client_id", native.client),
        ("code_challenge", ""),
        ("code_challenge_method", ""),
    ];
    let web = app.web();
    let code = code_in(&web.sign_in(&authorize(&asked), &person.email));
    let redeem = |assertion: Option<&str>| {
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", code.as_str()),
            ("redirect_uri", CALLBACK),
        ];
        match assertion {
            Some(text) => fields.extend([("client_assertion_type", ASSERTION_TYPE), ("client_assertion", text)]),
            None => fields.push(("client_id", native.client)),
        }
        app.post("/token").form(&fields).send()
    };
    redeem(None).refused(401, "invalid_client");
    let other = Asserting::back_office();
    let of_other = other.sign(&json!({
        "iss": native.client, "sub": native.client, "aud": app.url(), "exp": app.now().as_second() + 60, "jti": "x",
    }));
    redeem(Some(&of_other)).refused(401, "invalid_client");
    let secret = [
        ("grant_type", "password"),
        ("client_id", native.client),
        ("client_secret", ""),
        ("username", person.email.as_str()),
        ("password", PASSWORD),
    ];
    app.post("/token").form(&secret).send().refused(401, "invalid_client");
    redeem(Some(&native.for_app(&app))).expect(200);
}

#[test]
fn a_public_client_has_nothing_to_sign_with() {
    let app = TestApp::start();
    let office = Asserting::back_office();
    let mut claims = office.claims(app.url(), app.now());
    claims["iss"] = "acme-web".into();
    claims["sub"] = "acme-web".into();
    asking(&app, &office.sign(&claims), &[]).refused(401, "invalid_client");
}
