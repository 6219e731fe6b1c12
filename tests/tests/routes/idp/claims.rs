//! What tokens say of an invited person.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, TestApp, invitation, invitee, next_version};

fn claims(token: &str) -> Value {
    let payload = token.split('.').nth(1).expect("a payload");
    serde_json::from_slice(&BASE64URL.decode(payload).expect("base64url")).expect("claims")
}

fn sign_in(app: &TestApp, email: &str, scope: &[(&str, &str)]) -> Answer {
    let mut fields = vec![
        ("grant_type", "password"),
        ("client_id", "acme-portal-app"),
        ("username", email),
        ("password", PASSWORD),
    ];
    fields.extend_from_slice(scope);
    app.post("/v2/token").form(&fields).send()
}

/// The portal's own fields open with a scope, and it has an app whose people sign in with their password.
fn open_fields(document: &mut Value) {
    let clients = document["clients"].as_array_mut().expect("clients");
    let portal = clients.iter().find(|client| client["id"] == "acme-portal");
    let mut app = portal.expect("the portal").clone();
    app["id"] = "acme-portal-app".into();
    app["grants"] = json!(["password", "refresh_token"]);
    app["self_registration"] = false.into();
    app.as_object_mut().expect("an object").remove("secret_sha256");
    for field in app["fields"].as_array_mut().expect("fields") {
        if ["companyName", "resourceAccessB2b"].contains(&field["name"].as_str().expect("a name")) {
            field["scope"] = "company".into();
        }
    }
    clients.push(app);
}

#[test]
fn fields_are_in_the_id_token_with_their_scope() {
    let app = TestApp::start();
    app.apply_acme(open_fields).expect(200);
    let email = invitee();
    let mut body = invitation(&email);
    body["profile_fields"]["companyName"] = "Smith Ltd".into();
    body["profile_fields"]["mobileNumber"] = "+442079460000".into();
    app.pre_register(&body).send().expect(201);
    let fields = [
        ("profile.firstName", "John"),
        ("profile.lastName", "Smith"),
        ("profile.companyName", "Smith Ltd"),
        ("agreement.terms", "1"),
        ("password", PASSWORD),
    ];
    app.press(&app.token_in_mail(&email, 1)).fill_in(&fields).expect(303);

    let told = claims(&sign_in(&app, &email, &[]).expect(200).member("id_token"));
    assert_eq!(told["companyName"], "Smith Ltd");
    assert_eq!(told["resourceAccessB2b"], "true");
    assert_eq!(told.get("mobileNumber"), None, "it has no scope");
    let told = claims(
        &sign_in(&app, &email, &[("scope", "openid profile")])
            .expect(200)
            .member("id_token"),
    );
    assert_eq!(told.get("companyName"), None);
    let refused = sign_in(&app, &email, &[("scope", "openid of_others")]);
    assert_eq!(refused.expect(400).member("error"), "invalid_scope");
}

#[test]
fn a_field_cannot_pass_for_a_claim_of_our_own() {
    let app = TestApp::start();
    for name in ["sub", "email", "agreements_pending", "firstName"] {
        let pretending = |document: &mut Value| {
            let field = json!({"name": name, "type": "text", "label": {"en": "x"}, "scope": "company"});
            document["clients"][2]["fields"] = json!([field, {"name": "mobileNumber"}]);
        };
        app.apply_acme(pretending)
            .flawed(422, "validation_failed", "/clients/2/fields/0/scope", "not_acceptable");
    }
}

#[test]
fn renewed_tokens_say_which_agreements_are_to_be_accepted_anew() {
    let app = TestApp::start();
    let email = invitee();
    let (_, token) = app.invited(&email);
    app.press(&token).finish();
    let last = std::cell::RefCell::new(
        app.app_of("acme")
            .sign_in(&email, PASSWORD)
            .expect(200)
            .member("refresh_token"),
    );
    let pending = |app: &TestApp| {
        let answer = app.app_of("acme").refresh(&last.borrow()).expect(200);
        last.replace(answer.member("refresh_token"));
        let of_id = claims(&answer.member("id_token")).get("agreements_pending").cloned();
        let of_access = claims(&answer.member("access_token"))
            .get("agreements_pending")
            .cloned();
        assert_eq!(of_id, of_access);
        of_id
    };
    assert_eq!(pending(&app), None, "all is accepted");
    app.apply_acme(next_version(false)).expect(200);
    assert_eq!(pending(&app), None, "the new version does not ask again");
    app.apply_acme(next_version(true)).expect(200);
    assert_eq!(pending(&app), Some(json!(["terms"])));
}
