//! How long what came from a provider counts: in which browser, for which request, and until when.

use serde_json::{Value, json};

use super::{configure, leave, sign_in, stack};
use crate::support::{Answer, Issuer, Person, TestApp, authorize, claims, code_in, parameters, session_cookie};

fn known() -> (TestApp, Issuer, Person) {
    let person = Person::new().subject();
    let issuer = Issuer::start(json!({ "sub": person.subject }));
    let app = stack(&issuer, &json!({}));
    app.provision(&person);
    (app, issuer, person)
}

/// When the person showed their credential, as the app is told.
fn shown_at(app: &TestApp, answer: &Answer) -> i64 {
    let tokens = app.redeem(&code_in(answer), &[]).send().expect(200);
    claims(&tokens.member("id_token"))["auth_time"]
        .as_i64()
        .expect("a time")
}

#[test]
fn when_somebody_signed_in_is_when_their_provider_says() {
    let (app, issuer, _) = known();
    issuer.forges(|_, claims| claims["auth_time"] = json!(claims["iat"].as_i64().expect("a time") - 7_200));
    let web = app.web();
    let told = shown_at(&app, &sign_in(&web, &issuer));
    let ago = app.now().as_second() - told;
    assert!((7_200..7_260).contains(&ago), "{ago}");
    // So an app that wants them to have signed in an hour ago at most sends them there again.
    let page = web.follow(&authorize(&[("max_age", "3600")])).expect(200);
    assert!(page.text.contains("name=\"password\""));
}

#[test]
fn where_the_provider_does_not_say_when_a_sign_in_counts_as_old() {
    let (app, issuer, _) = known();
    let web = app.web();
    let told = shown_at(&app, &sign_in(&web, &issuer));
    assert!(app.now().as_second() - told > 86_400, "{told}");
    code_in(&web.follow(&authorize(&[])));
    let page = web.follow(&authorize(&[("max_age", "3600")])).expect(200);
    assert!(page.text.contains("name=\"password\""));
    // An app that asks for it has it shown anew, and is told so.
    issuer.forges(|_, claims| claims["auth_time"] = claims["iat"].clone());
    let back = issuer.lets_in(&leave(&web, &authorize(&[("max_age", "3600")])));
    let told = shown_at(&app, &web.on(web.open(&back)));
    assert!(app.now().as_second() - told < 60);
}

#[test]
fn a_provider_s_answer_is_brought_to_no_other_connection() {
    let (app, issuer, person) = known();
    let other = Issuer::start(json!({ "sub": person.subject }));
    let mut second = other.connection();
    second["id"] = "other".into();
    second["matches_provisioned"] = false.into();
    app.apply_acme(|document| document["connections"] = json!([issuer.connection(), second]))
        .expect(200);
    let web = app.web();
    let back = issuer.lets_in(&leave(&web, &authorize(&[])));
    for path in ["/sso/callback/acme/other?", "/sso/callback/netgrid/acme-login?"] {
        let elsewhere = back.replace("/sso/callback/acme/acme-login?", path);
        web.open(&elsewhere).expect(400);
    }
    assert!(issuer.received("/token").is_empty() && other.received("/token").is_empty());
    code_in(&web.on(web.open(&back)));
}

#[test]
fn nobody_waits_in_a_browser_once_somebody_has_signed_in_with_it() {
    let (app, issuer, person) = known();
    let web = app.web();
    issuer.is(json!({ "sub": "somebody-else" }));
    sign_in(&web, &issuer).expect(403);
    assert!(web.cookie("usher-sso-arrived").is_some());
    issuer.is(json!({ "sub": person.subject }));
    code_in(&sign_in(&web, &issuer));
    assert_eq!(web.cookie("usher-sso-arrived"), None);
}

#[test]
fn the_page_that_asks_for_the_rest_signs_nobody_in_by_being_opened() {
    let (app, issuer, _) = known();
    let email = crate::support::invitee();
    let jane = |subject: &str| json!({ "sub": subject, "email": email, "email_verified": true });
    configure(&app, &issuer, &super::making_companies());
    issuer.is(jane("jane"));
    let (first, second) = (app.web(), app.web());
    sign_in(&first, &issuer).expect(200);
    // The same person finishes in another browser.
    let page = sign_in(&second, &issuer).expect(200);
    let [request, came] = ["request", "came"].map(|name| crate::support::hidden(&page, name));
    let mut fields = vec![("request", request.as_str()), ("came", came.as_str())];
    fields.extend(super::completing::FILLED);
    fields.extend(
        [("profile.firstName", "Jane"), ("profile.lastName", "Doe")]
            .into_iter()
            .filter(|(name, _)| !super::completing::FILLED.iter().any(|(known, _)| known == name)),
    );
    code_in(&second.on(second.send("/sso/complete", &fields)));
    let opened = first.open("/sso/complete?labelpartner=acme").expect(400);
    assert!(!opened.header("set-cookie").contains(session_cookie(&app)));
    let sent = first.send("/sso/complete", &fields).expect(400);
    assert!(!sent.header("set-cookie").contains(session_cookie(&app)));
}

#[test]
fn a_logout_leaves_ended_what_was_ended_since() {
    let (app, issuer, person) = known();
    let event = json!({ "http://schemas.openid.net/event/backchannel-logout": {} });
    let told: Value = json!({ "sub": person.subject, "events": event });
    let token = issuer.signs(&json!({ "typ": "logout+jwt" }), &told);
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    let web = app.web();
    code_in(&sign_in(&web, &issuer));
    let copied = web.cookie(session_cookie(&app)).expect("a session");
    let page = web.follow("/sign-out").expect(200);
    web.send("/sign-out", &[("confirm", "yes")]);
    drop(page);
    let thief = app.web();
    thief.plant(session_cookie(&app), &copied);
    assert!(
        thief
            .follow(&authorize(&[]))
            .expect(200)
            .text
            .contains("name=\"password\""),
        "it was ended"
    );
    app.post("/sso/logout/acme/acme-login")
        .form(&[("logout_token", &token)])
        .send()
        .expect(200);
    thief.plant(session_cookie(&app), &copied);
    assert!(
        thief
            .follow(&authorize(&[]))
            .expect(200)
            .text
            .contains("name=\"password\""),
        "and stays so"
    );
}

#[test]
fn what_was_brought_back_once_is_not_brought_back_again() {
    let (app, issuer, _) = known();
    let web = app.web();
    let location = leave(&web, &authorize(&[]));
    let back = issuer.lets_in(&location);
    // Of two, which would count?
    web.open(&format!("{back}&state=another")).expect(400);
    code_in(&web.on(web.open(&back)));
    // The provider gives a new code for the same state.
    let again = web.open(&issuer.lets_in(&location)).expect(400);
    assert!(again.text.contains("Please sign in again"), "{}", again.text);
    assert!(!again.header("set-cookie").contains(session_cookie(&app)));
    // Two tabs do not get in each other's way.
    let (one, other) = (
        leave(&web, &authorize(&[("prompt", "login")])),
        leave(&web, &authorize(&[("prompt", "login")])),
    );
    for location in [one, other] {
        issuer.forges(|_, claims| claims["auth_time"] = claims["iat"].clone());
        code_in(&web.on(web.open(&issuer.lets_in(&location))));
    }
}

#[test]
fn a_provider_that_says_that_it_has_trouble_did_not_turn_anybody_down() {
    let (app, issuer, _) = known();
    let web = app.web();
    for (error, status, says) in [
        ("temporarily_unavailable", 503, "does not answer"),
        ("server_error", 503, "does not answer"),
        ("access_denied", 403, "You are not signed in"),
        ("login_required", 403, "You are not signed in"),
    ] {
        let back = issuer.lets_in(&leave(&web, &authorize(&[])));
        let code = format!("code={}", parameters(&back)["code"]);
        let told = web.open(&back.replace(&code, &format!("error={error}"))).expect(status);
        assert!(told.text.contains(says), "{error}: {}", told.text);
    }
}

#[test]
fn a_logout_ends_what_began_in_its_very_second() {
    let (app, issuer, person) = known();
    let web = app.web();
    code_in(&sign_in(&web, &issuer));
    let event = json!({ "http://schemas.openid.net/event/backchannel-logout": {} });
    let token = issuer.signs(
        &json!({ "typ": "logout+jwt" }),
        &json!({ "sub": person.subject, "events": event }),
    );
    app.post("/sso/logout/acme/acme-login")
        .form(&[("logout_token", &token)])
        .send()
        .expect(200);
    let page = web.follow(&authorize(&[])).expect(200);
    assert!(page.text.contains("name=\"password\""), "{}", page.text);
}

#[test]
fn a_back_office_sees_whether_people_could_sign_in() {
    let (app, issuer, _) = known();
    let health = || {
        let told = app.acme().call("GET", "/v1/connections/acme-login/health").send();
        told.expect(200).json()
    };
    assert_eq!(health(), json!({ "id": "acme-login", "works": true }));
    let invalid = |error: &str| json!({ "error": error }).to_string();
    for (path, status, body, reason) in [
        ("/token", 503, String::new(), "wrong_status"),
        ("/token", 401, invalid("invalid_client"), "client_refused"),
        ("/token", 400, invalid("invalid_client"), "client_refused"),
        (
            "/token",
            200,
            json!({ "id_token": "a.b.c" }).to_string(),
            "accepts_any_code",
        ),
        ("/jwks", 200, json!({ "keys": [] }).to_string(), "no_keys"),
    ] {
        issuer.says(path, status, &body);
        let told = health();
        assert_eq!((&told["works"], &told["reason"]), (&json!(false), &json!(reason)));
        issuer.says_what_is_right();
    }
    assert_eq!(health()["works"], true, "looking made nobody leave it alone");
}
