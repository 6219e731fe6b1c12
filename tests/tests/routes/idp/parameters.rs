//! What a pre-registration has to say, and how each flaw is told.

use serde_json::{Value, json};

use crate::support::{TestApp, invitation, invitee};

fn with(change: impl FnOnce(&mut Value)) -> Value {
    let mut body = invitation(&invitee());
    change(&mut body);
    body
}

#[test]
fn parameters_that_are_missing_or_wrong_are_told_as_next_identity_tells_them() {
    let app = TestApp::start();
    for name in ["profile_fields", "client_id", "auth_type", "grant_type", "redirect_uri"] {
        let body = with(|body| drop(body.as_object_mut().expect("an object").remove(name)));
        let problem = app.pre_register(&body).send().refused(422, "invalid_parameters").json();
        assert_eq!(problem["error"], "invalid_parameters");
        assert_eq!(problem["error_details"], json!({ name: "field required" }));
    }
    let cases = [
        ("auth_type", "", json!({"missing": "required"})),
        ("client_id", "", json!({"missing": "required"})),
        ("auth_type", "pigeon", json!({"invalid": "unsupported auth_type value"})),
        ("auth_type", "SMS", json!({"invalid": "unsupported auth_type value"})),
        ("grant_type", "code", json!({"invalid": "unsupported grant_type value"})),
        (
            "redirect_uri",
            "https://evil.example",
            json!({"invalid": "invalid value"}),
        ),
        (
            "redirect_uri",
            "https://portal.acme.example/welcome/",
            json!({"invalid": "invalid value"}),
        ),
        (
            "redirect_uri",
            "https://portal.acme.example/Welcome",
            json!({"invalid": "invalid value"}),
        ),
        (
            "redirect_uri",
            "https://portal.acme.example/welcome?x",
            json!({"invalid": "invalid value"}),
        ),
        ("locale", "not a language", json!({"invalid": "invalid value"})),
    ];
    for (name, value, told) in cases {
        let body = with(|body| body[name] = value.into());
        let problem = app.pre_register(&body).send().refused(422, "invalid_parameters").json();
        assert_eq!(problem["error_details"], json!({ name: told }), "{name}={value}");
    }
    let empty = with(|body| body["redirect_uri"] = "".into());
    let problem = app.pre_register(&empty).send().refused(422, "missing_argument").json();
    assert_eq!(problem["error"], "missing_argument");
    assert_eq!(problem["error_details"], Value::Null);
}

#[test]
fn a_body_that_is_none_is_told_so() {
    let app = TestApp::start();
    for body in ["", "{", "nothing"] {
        let call = app.pre_register(&Value::Null).body("application/json", body);
        let problem = call.send().refused(400, "malformed_json").json();
        assert_eq!(problem["error_description"], "Invalid json format");
    }
    let extra = with(|body| body["role"] = "admin".into());
    app.pre_register(&extra).send().refused(400, "invalid_body");
}

#[test]
fn nobody_invites_to_an_app_that_is_not_theirs() {
    let app = TestApp::start();
    for client in ["netgrid-app", "acme-app", "acme-backoffice", "nobody"] {
        let body = with(|body| body["client_id"] = client.into());
        let answer = app.pre_register(&body).send().refused(403, "wrong_client");
        assert_eq!(answer.json()["error"], "http_exception");
        assert_eq!(answer.json()["error_description"], "Forbidden");
    }
    let call = app.post("/idp/v1/account/pre-register").json(&invitation(&invitee()));
    call.signed(&app.netgrid()).send().refused(403, "wrong_client");
}

#[test]
fn every_flawed_field_is_told_by_its_name() {
    let app = TestApp::start();
    let body = with(|body| {
        body["profile_fields"] = json!({
            "emailAddress": "jane", "firstName": "J\u{202e}", "lastName": 7, "mobileNumber": "123", "birthday": "2001-02-29",
            "energy": "coal", "home": {"street": "x"}, "shoeSize": "44",
        });
    });
    let answer = app.pre_register(&body).send().refused(422, "invalid_form_fields");
    let told = answer.json()["error_details"].clone();
    let names: Vec<&String> = told.as_object().expect("an object").keys().collect();
    let expected = [
        "birthday",
        "emailAddress",
        "energy",
        "firstName",
        "home.street",
        "lastName",
        "mobileNumber",
        "shoeSize",
    ];
    assert_eq!(names, expected);
    let flaws = answer.flaws();
    assert!(flaws.contains(&("/profile_fields/shoeSize".into(), "field_unknown".into())));
    assert!(flaws.contains(&("/profile_fields/birthday".into(), "value_not_a_day".into())));

    let without = with(|body| body["profile_fields"] = json!({"firstName": "John"}));
    app.pre_register(&without).send().flawed(
        422,
        "invalid_form_fields",
        "/profile_fields/emailAddress",
        "value_missing",
    );
}

#[test]
fn what_is_optional_may_be_left_out_or_empty() {
    let app = TestApp::start();
    let mut body = with(|body| {
        body["locale"] = "".into();
        body["profile_fields"] = json!({"emailAddress": invitee()});
    });
    body.as_object_mut().expect("an object").remove("resend");
    let uuid = app.pre_register(&body).send().expect(201).member("uuid");
    let seen = app.acme().see(&uuid).expect(200).json();
    assert!(seen["customer_info"].get("first_name").is_none());
}
