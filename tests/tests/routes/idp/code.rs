//! Back to the app with a code, and the tokens for it.

use crate::support::{Answer, PASSWORD, PORTAL, TestApp, WELCOME, at_once, invitee, way_back};

struct Brought {
    code: String,
    state: String,
}

#[track_caller]
fn brought(page: &str) -> Brought {
    let link = way_back(page);
    let query = link
        .strip_prefix(WELCOME)
        .and_then(|rest| rest.strip_prefix('?'))
        .expect("the portal's link");
    let (code, state) = query.split_once('&').expect("two parameters");
    Brought {
        code: code.strip_prefix("code=").expect("a code").to_owned(),
        state: state.strip_prefix("state=").expect("a state").to_owned(),
    }
}

#[track_caller]
fn redeem(app: &TestApp, code: &str, redirect_uri: &str) -> Answer {
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", redirect_uri),
    ];
    let call = app.post("/token").form(&fields);
    call.header("authorization", PORTAL).send()
}

#[test]
fn the_last_page_leads_back_with_a_code_that_gives_tokens_once() {
    let app = TestApp::start();
    let (uuid, token) = app.invited(&invitee());
    let Brought { code, state } = brought(&app.press(&token).finish());
    assert_eq!(state, uuid);
    for (wrong, error) in [
        ("", "invalid_request"),
        ("https://portal.acme.example/", "invalid_grant"),
        ("http://localhost:3000/callback", "invalid_grant"),
    ] {
        assert_eq!(redeem(&app, &code, wrong).expect(400).member("error"), error);
    }
    let tokens = redeem(&app, &code, WELCOME).expect(200);
    assert_eq!(tokens.member("scope"), "openid profile email phone offline_access");
    assert!(!tokens.member("id_token").is_empty());
    let refresh = tokens.member("refresh_token");
    let refreshed = |token: &str| {
        let fields = [("grant_type", "refresh_token"), ("refresh_token", token)];
        let call = app.post("/token").form(&fields);
        call.header("authorization", PORTAL).send()
    };
    let next = refreshed(&refresh).expect(200).member("refresh_token");
    // A second use ends what came of the first.
    assert_eq!(
        redeem(&app, &code, WELCOME).expect(400).member("error"),
        "invalid_grant"
    );
    assert_eq!(refreshed(&next).expect(400).member("error"), "invalid_grant");
}

#[test]
fn of_many_redemptions_at_once_one_succeeds() {
    let app = TestApp::start();
    let (_, token) = app.invited(&invitee());
    let Brought { code, .. } = brought(&app.press(&token).finish());
    let statuses = at_once(20, |_| redeem(&app, &code, WELCOME).status);
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1);
}

#[test]
fn a_code_is_good_for_five_minutes_and_for_its_client() {
    let app = TestApp::start();
    let (_, token) = app.invited(&invitee());
    let Brought { code, .. } = brought(&app.press(&token).finish());
    let other = app.app_of("acme").asks(&[
        ("grant_type", "authorization_code"),
        ("code", &code),
        ("redirect_uri", WELCOME),
    ]);
    assert_eq!(other.send().expect(400).member("error"), "unauthorized_client");
    app.advance(300);
    assert_eq!(
        redeem(&app, &code, WELCOME).expect(400).member("error"),
        "invalid_grant"
    );
}

#[test]
fn the_person_signs_in_with_the_password_they_chose() {
    let app = TestApp::start();
    let email = invitee();
    let (_, token) = app.invited(&email);
    app.press(&token).finish();
    app.app_of("acme").sign_in(&email, PASSWORD).expect(200);
}
