//! `/authorize`: the code flow, and every way in which it must not go.

mod asking;
mod codes;
mod redirects;

use crate::support::{CALLBACK, TestApp, authorize, claims, code_in, parameters};

#[test]
fn a_person_signs_in_and_the_app_gets_its_tokens() {
    let app = TestApp::start();
    let person = app.registered_person();
    let back = app.web().sign_in(&authorize(&[]), &person.email).expect(303);
    let told = parameters(back.header("location"));
    assert!(back.header("location").starts_with(&format!("{CALLBACK}?code=")));
    assert_eq!(told["state"], "the-state");
    assert_eq!(told["iss"], app.url());
    let tokens = app.redeem(&code_in(&back), &[]).send().expect(200);
    let claims = claims(&tokens.member("id_token"));
    assert_eq!(claims["nonce"], "the-nonce");
    assert_eq!(claims["aud"], "acme-web");
    assert_eq!(claims["email"], person.email.as_str());
    assert_eq!(tokens.member("scope"), "openid profile email offline_access");
    assert!(!tokens.member("refresh_token").is_empty());
}

#[test]
fn who_is_signed_in_goes_straight_back_with_a_code_of_its_own() {
    let app = TestApp::start();
    let person = app.registered_person();
    let web = app.web();
    let first = code_in(&web.sign_in(&authorize(&[]), &person.email));
    let again = web.open(&authorize(&[("state", "other")])).expect(303);
    assert_eq!(parameters(again.header("location"))["state"], "other");
    assert_ne!(code_in(&again), first);
    for code in [first, code_in(&again)] {
        app.redeem(&code, &[]).send().expect(200);
    }
}

#[test]
fn nothing_is_shown_where_the_app_says_so() {
    let app = TestApp::start();
    let person = app.registered_person();
    let (web, silent) = (app.web(), authorize(&[("prompt", "none")]));
    let refused = parameters(web.open(&silent).expect(303).header("location"));
    assert_eq!(
        (refused["error"].as_str(), refused["state"].as_str()),
        ("login_required", "the-state")
    );
    assert_eq!(refused["iss"], app.url());
    web.sign_in(&authorize(&[]), &person.email);
    code_in(&web.open(&silent));
}

#[test]
fn who_is_to_sign_in_anew_does_so_and_once() {
    let app = TestApp::start();
    let person = app.registered_person();
    for (name, value) in [("prompt", "login"), ("max_age", "0")] {
        let web = app.web();
        code_in(&web.sign_in(&authorize(&[]), &person.email));
        app.advance(1);
        let page = web.open(&authorize(&[(name, value)])).expect(303);
        assert!(page.header("location").starts_with("/sign-in?"), "{name}");
        code_in(&web.sign_in(&authorize(&[(name, value)]), &person.email));
    }
}

#[test]
fn an_id_token_tells_when_the_person_signed_in_and_not_when_the_code_was_made() {
    let app = TestApp::start();
    let person = app.registered_person();
    let web = app.web();
    web.sign_in(&authorize(&[]), &person.email);
    let signed_in = app.now().as_second();
    app.advance(3_000);
    let later = web.open(&authorize(&[("max_age", "3100")]));
    let tokens = app.redeem(&code_in(&later), &[]).send().expect(200);
    let auth_time = claims(&tokens.member("id_token"))["auth_time"].as_i64();
    assert!(
        auth_time.is_some_and(|at| (signed_in - 60..=signed_in).contains(&at)),
        "{auth_time:?}"
    );
    let refresh = tokens.member("refresh_token");
    let fields = [
        ("grant_type", "refresh_token"),
        ("client_id", "acme-web"),
        ("refresh_token", refresh.as_str()),
    ];
    let refreshed = app.post("/token").form(&fields).send().expect(200);
    assert_eq!(claims(&refreshed.member("id_token"))["auth_time"].as_i64(), auth_time);
    let old = web.open(&authorize(&[("max_age", "2999")])).expect(303);
    assert!(old.header("location").starts_with("/sign-in?"));
}

#[test]
fn nobody_passes_for_the_person_whom_the_app_knows() {
    let app = TestApp::start();
    let (jane, other) = (app.registered_person(), app.registered_person());
    let code = code_in(&app.web().sign_in(&authorize(&[]), &jane.email));
    let hint = app.redeem(&code, &[]).send().expect(200).member("id_token");
    let of = |prompt| authorize(&[("id_token_hint", hint.as_str()), ("prompt", prompt)]);
    let web = app.web();
    web.sign_in(&authorize(&[]), &other.email);
    app.advance(1);
    let error = |path: &str| parameters(web.open(path).expect(303).header("location"))["error"].clone();
    assert_eq!(error(&of("none")), "login_required");
    let back = web.sign_in(&of(""), &other.email).expect(303);
    assert_eq!(parameters(back.header("location"))["error"], "login_required");
    app.advance(1);
    code_in(&web.sign_in(&of(""), &jane.email));
    code_in(&web.open(&of("none")));
    assert_eq!(
        error(&authorize(&[("id_token_hint", "eyJhbGciOiJub25lIn0.e30.")])),
        "invalid_request"
    );
}

#[test]
fn the_same_parameters_may_come_in_a_form() {
    let app = TestApp::start();
    let person = app.registered_person();
    let web = app.web();
    let asked = crate::support::asked(&[]);
    let call = app
        .post("/authorize")
        .body("application/x-www-form-urlencoded", asked.clone());
    let on = call.header("origin", "https://app.acme.example").send().expect(303);
    code_in(&web.sign_in(on.header("location"), &person.email));
    let wrong = app
        .post("/authorize")
        .body("application/x-www-form-urlencoded", format!("{asked}&prompt=dance"));
    assert_eq!(
        parameters(wrong.send().expect(303).header("location"))["error"],
        "invalid_request"
    );
}

#[test]
fn an_answer_may_be_a_form() {
    let app = TestApp::start();
    let person = app.registered_person();
    let page = app
        .web()
        .sign_in(&authorize(&[("response_mode", "form_post")]), &person.email)
        .expect(200);
    assert!(page.text.contains(&format!("action=\"{CALLBACK}\"")), "{}", page.text);
    let policy = page.header("content-security-policy");
    assert!(
        policy.contains("form-action 'self' https://app.acme.example;"),
        "{policy}"
    );
    let code = crate::support::hidden(&page, "code");
    assert_eq!(crate::support::hidden(&page, "state"), "the-state");
    app.redeem(&code, &[]).send().expect(200);
}

#[test]
fn pages_are_in_the_language_that_the_app_asks_for() {
    let app = TestApp::start();
    let page = app
        .web()
        .follow(&authorize(&[("ui_locales", "xx de-AT en")]))
        .expect(200);
    assert!(page.text.contains("lang=\"de\""));
    let web = app.web();
    web.follow(&authorize(&[("ui_locales", "fr-CH")]));
    assert!(
        web.follow(&authorize(&[])).text.contains("lang=\"fr\""),
        "the browser remembers it"
    );
    assert!(
        web.follow(&authorize(&[("ui_locales", "xx nl")]))
            .text
            .contains("lang=\"nl\"")
    );
    let named = app.web().follow(&authorize(&[("login_hint", "jane@example.org")]));
    assert!(named.text.contains("value=\"jane@example.org\""));
}
