//! Which client asks, how, and for what (RFC 6749).

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use crate::support::{Call, PASSWORD, TestApp};

fn basic(id: &str, secret: &str) -> String {
    format!("Basic {}", BASE64_STANDARD.encode(format!("{id}:{secret}")))
}

fn asking<'a>(app: &'a TestApp, fields: &[(&str, &str)]) -> Call<'a> {
    app.post("/v2/token").form(fields)
}

const CREDENTIALS: (&str, &str) = ("grant_type", "client_credentials");

#[test]
fn a_back_office_gets_a_token_by_either_way_of_showing_its_secret() {
    let app = TestApp::start();
    let acme = app.acme();
    let header = basic(&acme.id(), acme.secret());
    for path in ["/v1/token", "/v2/token"] {
        let in_header = app
            .post(path)
            .form(&[CREDENTIALS])
            .header("authorization", &header)
            .send()
            .expect(200);
        let fields = [
            CREDENTIALS,
            ("client_id", "acme-backoffice"),
            ("client_secret", acme.secret()),
        ];
        let in_body = app.post(path).form(&fields).send().expect(200);
        for answer in [in_header, in_body] {
            let body = answer.json();
            assert_eq!(
                (&body["token_type"], &body["scope"]),
                (&json!("Bearer"), &json!("accounts"))
            );
            assert_eq!(body["expires_in"], 3_600);
            assert!(body.get("refresh_token").is_none() && body.get("id_token").is_none());
        }
    }
}

#[test]
fn no_answer_of_the_token_endpoint_may_be_kept() {
    let app = TestApp::start();
    let acme = app.acme();
    let good = asking(&app, &[CREDENTIALS]).header("authorization", &basic(&acme.id(), acme.secret()));
    for answer in [good.send().expect(200), asking(&app, &[]).send().expect(400)] {
        assert_eq!(
            (answer.header("cache-control"), answer.header("pragma")),
            ("no-store", "no-cache")
        );
        assert_eq!(answer.header("content-type"), "application/json");
    }
}

#[test]
fn a_client_that_does_not_show_its_secret_is_refused_with_a_challenge() {
    let app = TestApp::start();
    let acme = app.acme();
    let wrong = [
        asking(&app, &[CREDENTIALS, ("client_id", "acme-backoffice")]),
        asking(
            &app,
            &[
                CREDENTIALS,
                ("client_id", "acme-backoffice"),
                ("client_secret", "wrong"),
            ],
        ),
        asking(
            &app,
            &[CREDENTIALS, ("client_id", "acme-backoffice"), ("client_secret", "")],
        ),
        asking(
            &app,
            &[CREDENTIALS, ("client_id", "nobody"), ("client_secret", acme.secret())],
        ),
        asking(
            &app,
            &[
                CREDENTIALS,
                ("client_id", "netgrid-backoffice"),
                ("client_secret", acme.secret()),
            ],
        ),
        asking(&app, &[CREDENTIALS]).header("authorization", &basic("acme-backoffice", "wrong")),
        asking(&app, &[CREDENTIALS]).header("authorization", "Basic ???"),
        asking(&app, &[CREDENTIALS]).header("authorization", "Bearer x"),
        // A public client shows no secret, not even an empty one.
        asking(
            &app,
            &[
                ("grant_type", "password"),
                ("client_id", "acme-app"),
                ("client_secret", "x"),
            ],
        ),
    ];
    for call in wrong {
        let answer = call.send().refused(401, "invalid_client");
        assert!(answer.header("www-authenticate").starts_with("Basic"));
    }
}

#[test]
fn two_ways_of_showing_a_secret_at_once_are_refused() {
    let app = TestApp::start();
    let acme = app.acme();
    let header = basic(&acme.id(), acme.secret());
    let both = [
        CREDENTIALS,
        ("client_id", "acme-backoffice"),
        ("client_secret", acme.secret()),
    ];
    asking(&app, &both)
        .header("authorization", &header)
        .send()
        .refused(400, "invalid_request");
    let other = [CREDENTIALS, ("client_id", "acme-app")];
    asking(&app, &other)
        .header("authorization", &header)
        .send()
        .refused(400, "invalid_request");
    let same = [CREDENTIALS, ("client_id", "acme-backoffice")];
    asking(&app, &same).header("authorization", &header).send().expect(200);
}

#[test]
fn requests_that_are_none_are_refused() {
    let app = TestApp::start();
    let client = ("client_id", "acme-app");
    asking(&app, &[client]).send().refused(400, "invalid_request");
    asking(&app, &[("grant_type", "password")])
        .send()
        .refused(400, "invalid_request");
    asking(&app, &[client, ("grant_type", "password")])
        .send()
        .refused(400, "invalid_request");
    asking(&app, &[client, ("grant_type", "refresh_token")])
        .send()
        .refused(400, "invalid_request");
    for grant in ["implicit", "PASSWORD", "urn:ietf:params:oauth:grant-type:device_code"] {
        asking(&app, &[client, ("grant_type", grant)])
            .send()
            .refused(400, "unsupported_grant_type");
    }
    // A parameter without a value is one that was left out (RFC 6749 section 3.2).
    asking(&app, &[client, ("grant_type", "")])
        .send()
        .refused(400, "invalid_request");
    let twice = [client, ("grant_type", "password"), ("grant_type", "client_credentials")];
    asking(&app, &twice).send().refused(400, "invalid_request");
    let scope_twice = [
        client,
        ("grant_type", "password"),
        ("scope", "openid"),
        ("scope", "email"),
    ];
    asking(&app, &scope_twice).send().refused(400, "invalid_request");
    let call = app.post("/v2/token").json(&json!({ "grant_type": "password" }));
    call.send().refused(415, "invalid_request");
    let large = app
        .post("/v2/token")
        .body("application/x-www-form-urlencoded", "a".repeat(70_000));
    large.send().refused(413, "invalid_request");
    app.get("/v2/token").send().refused(405, "method_not_allowed");
    app.get("/v2/token?grant_type=password&client_id=acme-app")
        .send()
        .refused(405, "method_not_allowed");
}

#[test]
fn a_client_gets_only_the_grants_and_scopes_it_is_allowed() {
    let app = TestApp::start();
    let person = app.registered_person();
    let acme = app.acme();
    let header = basic(&acme.id(), acme.secret());
    asking(&app, &[CREDENTIALS, ("client_id", "acme-app")])
        .send()
        .refused(400, "unauthorized_client");
    let password = [
        ("grant_type", "password"),
        ("username", person.email.as_str()),
        ("password", PASSWORD),
    ];
    asking(&app, &password)
        .header("authorization", &header)
        .send()
        .refused(400, "unauthorized_client");
    let scope = [CREDENTIALS, ("scope", "accounts openid")];
    asking(&app, &scope)
        .header("authorization", &header)
        .send()
        .refused(400, "invalid_scope");
    for scope in ["accounts", "openid accounts", "admin"] {
        let mut fields = vec![("client_id", "acme-app"), ("scope", scope)];
        fields.extend(password);
        asking(&app, &fields).send().refused(400, "invalid_scope");
    }
    let mut fields = vec![("client_id", "acme-app"), ("scope", "email"), ("unknown", "is ignored")];
    fields.extend(password);
    let answer = asking(&app, &fields).send().expect(200);
    assert_eq!(answer.member("scope"), "email");
    assert!(answer.json().get("id_token").is_none(), "nobody asked for openid");
}
