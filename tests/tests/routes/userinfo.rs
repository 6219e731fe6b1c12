//! `/userinfo`: who the person is that an access token was given for, as long as it counts.

use serde_json::{Value, json};

use crate::support::{Answer, OTHER_PASSWORD, PASSWORD, Person, TestApp, invitee, next_version};

/// The tokens of a person's sign-in with these scopes.
fn tokens(app: &TestApp, person: &Person, scope: &str) -> Answer {
    let fields = [
        ("grant_type", "password"),
        ("username", &person.email),
        ("password", PASSWORD),
        ("scope", scope),
    ];
    app.app_of("acme").asks(&fields).send().expect(200)
}

fn access(app: &TestApp, person: &Person, scope: &str) -> String {
    tokens(app, person, scope).member("access_token")
}

fn told(app: &TestApp, token: &str) -> Answer {
    app.get("/userinfo").bearer(token).send()
}

#[test]
fn an_app_is_told_what_the_scopes_open_and_nothing_else() {
    let app = TestApp::start();
    let person = app.registered_person();
    let subject = crate::support::claims(&access(&app, &person, "openid"))["sub"].clone();
    for (scope, opened) in [
        ("openid", json!({})),
        (
            "openid profile",
            json!({"given_name": "Zoë", "family_name": "van der Berg"}),
        ),
        ("openid email", json!({"email": person.email, "email_verified": true})),
        ("openid phone", json!({})),
    ] {
        let mut expected = opened;
        expected["sub"] = subject.clone();
        assert_eq!(
            told(&app, &access(&app, &person, scope)).expect(200).json(),
            expected,
            "{scope}"
        );
    }
}

#[test]
fn a_token_comes_in_the_header_or_in_a_form_and_never_in_an_address() {
    let app = TestApp::start();
    let person = app.registered_person();
    let token = access(&app, &person, "openid");
    let form = [("access_token", token.as_str())];
    let by_header = told(&app, &token).expect(200);
    assert_eq!(by_header.header("content-type"), "application/json");
    assert_eq!(by_header.header("cache-control"), "no-store");
    let same = [
        app.post("/userinfo").form(&form),
        app.post("/userinfo").bearer(&token),
        app.post("/userinfo").form(&[]).bearer(&token),
        app.get("/userinfo").header("authorization", &format!("bearer {token}")),
    ];
    for call in same {
        assert_eq!(call.send().expect(200).json(), by_header.json());
    }
    app.post("/userinfo")
        .form(&form)
        .bearer(&token)
        .send()
        .refused(400, "invalid_request");
    let in_address = format!("/userinfo?access_token={token}");
    for call in [app.get(&in_address), app.post(&in_address), app.get("/userinfo")] {
        let answer = call.send().expect(401);
        assert_eq!(
            (answer.header("www-authenticate"), answer.text.as_str()),
            ("Bearer realm=\"usher\"", "")
        );
    }
    let large = "a".repeat(70_000);
    app.post("/userinfo")
        .form(&[("access_token", &large)])
        .send()
        .refused(413, "invalid_request");
}

#[test]
fn what_is_no_access_token_of_a_living_person_is_refused_with_a_challenge() {
    let app = TestApp::start();
    let person = app.registered_person();
    let given = tokens(&app, &person, "openid offline_access");
    let access = given.member("access_token");
    let cut = &access[..access.len() - 2];
    let (refresh, id) = (given.member("refresh_token"), given.member("id_token"));
    for token in ["x", cut, refresh.as_str(), id.as_str()] {
        let answer = told(&app, token).refused(401, "invalid_token");
        let challenge = answer.header("www-authenticate");
        assert!(
            challenge.starts_with("Bearer ") && challenge.contains("error=\"invalid_token\""),
            "{challenge}"
        );
    }
    told(&app, &access).expect(200);
    app.advance(3_600);
    told(&app, &access).refused(401, "invalid_token");
}

#[test]
fn a_token_that_was_not_given_for_it_has_too_small_a_scope() {
    let app = TestApp::start();
    let person = app.registered_person();
    for token in [access(&app, &person, "email"), app.acme().token()] {
        let answer = told(&app, &token).refused(403, "insufficient_scope");
        assert!(
            answer.header("www-authenticate").contains("scope=\"openid\""),
            "{}",
            answer.text
        );
    }
}

#[test]
fn the_tokens_of_a_sign_in_end_with_it_and_those_of_another_do_not() {
    let app = TestApp::start();
    let acme = app.app_of("acme");
    let person = app.registered_person();
    let (first, other) = (
        tokens(&app, &person, "openid offline_access"),
        tokens(&app, &person, "openid offline_access"),
    );
    let refresh = first.member("refresh_token");
    let second = acme.refresh(&refresh).expect(200);
    told(&app, &first.member("access_token")).expect(200);
    // Used twice: somebody else has it, and all that came of it ends.
    acme.refresh(&refresh).refused(400, "invalid_grant");
    for token in [&first, &second] {
        told(&app, &token.member("access_token")).refused(401, "invalid_token");
    }
    told(&app, &other.member("access_token")).expect(200);
}

#[test]
fn a_changed_password_ends_every_sign_in_before_it_and_none_after() {
    let app = TestApp::start();
    let acme = app.app_of("acme");
    let person = app.registered_person();
    let web = app.web();
    web.sign_in(&crate::support::authorize(&[]), &person.email);
    // One that has left nothing in the table, and one that has.
    let fresh = access(&app, &person, "openid");
    let refresh = tokens(&app, &person, "openid offline_access").member("refresh_token");
    let refreshed = acme.refresh(&refresh).expect(200).member("access_token");
    let fields = [("current_password", PASSWORD), ("password", OTHER_PASSWORD)];
    web.send("/account/password", &fields).expect(303);
    for token in [&fresh, &refreshed] {
        told(&app, token).refused(401, "invalid_token");
    }
    let anew = acme.sign_in(&person.email, OTHER_PASSWORD).expect(200);
    told(&app, &anew.member("access_token")).expect(200);
}

#[test]
fn nobody_is_told_of_a_person_who_is_gone() {
    let app = TestApp::start();
    let person = app.registered_person();
    let token = access(&app, &person, "openid");
    let path = format!("/v1/account/{}?id_type=external", person.external_id);
    app.acme().call("DELETE", &path).send().expect(204);
    told(&app, &token).refused(401, "invalid_token");
    app.provision(&person);
    told(&app, &token).refused(401, "invalid_token");
}

#[test]
fn a_client_that_is_gone_is_told_nothing() {
    let app = TestApp::start();
    let person = app.registered_person();
    let token = access(&app, &person, "openid");
    let without_app = |document: &mut Value| {
        let clients = document["clients"].as_array_mut().expect("clients");
        clients.retain(|client| client["id"] != "acme-app");
    };
    app.apply_acme(without_app).expect(200);
    told(&app, &token).refused(401, "invalid_token");
}

#[test]
fn what_is_pending_is_told_as_it_is_now_and_not_as_the_token_says() {
    let app = TestApp::start();
    let email = invitee();
    let (_, invited) = app.invited(&email);
    app.press(&invited).finish();
    let token = app.app_of("acme").sign_in(&email, PASSWORD).expect(200);
    let pending = || told(&app, &token.member("access_token")).expect(200).json()["agreements_pending"].clone();
    assert_eq!(pending(), Value::Null);
    app.apply_acme(next_version(true)).expect(200);
    assert_eq!(pending(), json!(["terms"]));
}
