//! Codes: once, for their client, its redirect URI and its verifier.

use crate::support::{CALLBACK, PORTAL, TestApp, VERIFIER, at_once, authorize, challenge, code_in};

fn code(app: &TestApp, changed: &[(&str, &str)]) -> String {
    let person = app.registered_person();
    code_in(&app.web().sign_in(&authorize(changed), &person.email))
}

#[test]
fn a_code_is_good_with_what_it_was_asked_for_with_and_with_nothing_else() {
    let app = TestApp::start();
    let code = code(&app, &[]);
    let other = "a".repeat(43);
    for (name, value) in [
        ("code_verifier", ""),
        ("code_verifier", other.as_str()),
        ("code_verifier", challenge(VERIFIER).as_str()),
        ("redirect_uri", "https://app.acme.example/callback/"),
        ("redirect_uri", "http://localhost:3000/callback"),
        ("code", &code[1..]),
    ] {
        app.redeem(&code, &[(name, value)]).send().refused(400, "invalid_grant");
    }
    let portal = app
        .redeem(&code, &[("client_id", "acme-portal")])
        .header("authorization", PORTAL);
    portal.send().refused(400, "invalid_grant");
    app.redeem(&code, &[]).send().expect(200);
}

#[test]
fn a_code_that_is_used_twice_ends_the_tokens_of_its_first_use() {
    let app = TestApp::start();
    let code = code(&app, &[]);
    let refresh = app.redeem(&code, &[]).send().expect(200).member("refresh_token");
    app.redeem(&code, &[]).send().refused(400, "invalid_grant");
    let fields = [
        ("grant_type", "refresh_token"),
        ("client_id", "acme-web"),
        ("refresh_token", refresh.as_str()),
    ];
    app.post("/token").form(&fields).send().refused(400, "invalid_grant");
}

#[test]
fn of_many_redemptions_at_once_one_succeeds() {
    let app = TestApp::start();
    let code = code(&app, &[]);
    let answers = at_once(12, |_| app.redeem(&code, &[]).send());
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
}

#[test]
fn a_code_lives_for_five_minutes() {
    let app = TestApp::start();
    let (early, late) = (code(&app, &[]), code(&app, &[]));
    app.advance(295);
    app.redeem(&early, &[]).send().expect(200);
    app.advance(10);
    app.redeem(&late, &[]).send().refused(400, "invalid_grant");
}

#[test]
fn a_verifier_where_the_code_has_no_challenge_is_refused() {
    let app = TestApp::start();
    let person = app.registered_person();
    let of_portal = [
        ("client_id", "acme-portal"),
        ("redirect_uri", "https://portal.acme.example/welcome"),
        ("code_challenge", ""),
        ("code_challenge_method", ""),
    ];
    let web = app.web();
    let first = web.sign_in(&authorize(&of_portal), &person.email);
    let redeem = |code: &str, verifier: &str| {
        let changed = [
            ("client_id", "acme-portal"),
            ("redirect_uri", "https://portal.acme.example/welcome"),
            ("code_verifier", verifier),
        ];
        app.redeem(code, &changed).header("authorization", PORTAL).send()
    };
    let code = code_in(&first);
    redeem(&code, VERIFIER).refused(400, "invalid_grant");
    redeem(&code, "").expect(200);
}

#[test]
fn a_refresh_token_comes_only_with_the_scope_for_it() {
    let app = TestApp::start();
    let code = code(&app, &[("scope", "openid")]);
    let tokens = app.redeem(&code, &[]).send().expect(200).json();
    assert_eq!(
        (tokens.get("refresh_token"), tokens["scope"].as_str()),
        (None, Some("openid"))
    );
    let offline = [("scope", "openid"), ("access_type", "offline")];
    let person = app.registered_person();
    let code = code_in(&app.web().sign_in(&authorize(&offline), &person.email));
    app.redeem(&code, &[("redirect_uri", CALLBACK)])
        .send()
        .expect(200)
        .member("refresh_token");
}
