//! What tokens say of a person, and of the sign-in they are of.

use serde_json::{Value, json};

use crate::support::{PASSWORD, TestApp, claims};

/// The tokens of a person with these scopes.
fn tokens(app: &TestApp, email: &str, scope: &str) -> Value {
    let fields = [
        ("grant_type", "password"),
        ("username", email),
        ("password", PASSWORD),
        ("scope", scope),
    ];
    app.app_of("acme").asks(&fields).send().expect(200).json()
}

fn said(tokens: &Value, name: &str) -> Value {
    claims(tokens[name].as_str().expect("a token"))
}

#[test]
fn an_id_token_says_what_its_scopes_open_and_nothing_else() {
    let app = TestApp::start();
    let person = app.registered_person();
    let always = ["aud", "auth_time", "exp", "iat", "iss", "sub", "tenant"];
    for (scope, opened) in [
        ("openid", &[][..]),
        ("openid profile", &["family_name", "given_name", "locale"]),
        ("openid email", &["email", "email_verified"]),
        ("openid phone", &[]),
        ("openid offline_access", &[]),
    ] {
        let told = said(&tokens(&app, &person.email, scope), "id_token");
        let names = told.as_object().expect("an object").keys();
        let names: Vec<_> = names.filter(|name| !always.contains(&name.as_str())).collect();
        // Nobody said which language this person reads.
        let opened: Vec<_> = opened.iter().filter(|name| **name != "locale").collect();
        assert_eq!(names, opened, "{scope}");
    }
    let told = said(&tokens(&app, &person.email, "openid email profile"), "id_token");
    assert_eq!(
        (&told["email"], &told["email_verified"], &told["given_name"]),
        (&json!(person.email), &json!(true), &json!("Zoë"))
    );
}

#[test]
fn the_access_tokens_of_a_sign_in_all_name_it_and_no_other() {
    let app = TestApp::start();
    let person = app.registered_person();
    let family = |tokens: &Value| {
        said(tokens, "access_token")["family"]
            .as_str()
            .expect("a family")
            .to_owned()
    };
    let first = tokens(&app, &person.email, "openid offline_access");
    let refreshed = app
        .app_of("acme")
        .refresh(first["refresh_token"].as_str().expect("a token"))
        .expect(200)
        .json();
    assert_eq!(family(&refreshed), family(&first));
    assert_ne!(family(&tokens(&app, &person.email, "openid")), family(&first));
    assert!(said(&first, "id_token").get("family").is_none());
}

#[test]
fn a_client_that_gets_a_token_for_itself_names_no_sign_in() {
    let app = TestApp::start();
    assert!(claims(&app.acme().token()).get("family").is_none());
}
