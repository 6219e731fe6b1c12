//! What comes back from a provider and shows nobody: foreign and replayed states, forged tokens, lying endpoints.

use serde_json::{Value, json};

use super::{come_back, configure, leave, sign_in, stack};
use crate::support::{Answer, Issuer, Person, SECRET, TestApp, at_once, authorize, parameters, session_cookie};

/// A stack with somebody whom the back office meant, and the provider that knows them.
fn meant() -> (TestApp, Issuer, Person) {
    let person = Person::new().subject();
    let issuer = Issuer::start(json!({ "sub": person.subject }));
    let app = stack(&issuer, &json!({}));
    app.provision(&person);
    (app, issuer, person)
}

/// What is done to header and claims of a token, and what that is called.
type Forgery = (&'static str, fn(&mut Value, &mut Value));

/// Nobody was linked, and no session was given.
#[track_caller]
fn nothing_came_of_it(app: &TestApp, person: &Person, answer: &Answer, status: u16) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert!(!answer.header("set-cookie").contains(session_cookie(app)));
    let seen = app
        .acme()
        .see(&format!("{}?id_type=external", person.external_id))
        .expect(200)
        .json();
    assert_eq!(seen["status"], "provisioned");
}

#[test]
fn a_sign_in_comes_back_to_its_own_browser_alone() {
    let (app, issuer, person) = meant();
    let (web, stranger) = (app.web(), app.web());
    let back = issuer.lets_in(&leave(&web, &authorize(&[])));
    // Somebody else's browser, with no cookie and with one of its own.
    nothing_came_of_it(&app, &person, &stranger.open(&back), 400);
    leave(&stranger, &authorize(&[]));
    nothing_came_of_it(&app, &person, &stranger.open(&back), 400);
    // Too late.
    let late = issuer.lets_in(&leave(&web, &authorize(&[])));
    app.advance(1_801);
    nothing_came_of_it(&app, &person, &web.open(&late), 400);
    assert!(issuer.received("/token").is_empty(), "no code was passed on");
}

#[test]
fn a_state_that_is_none_of_ours_leads_nowhere() {
    let (app, issuer, person) = meant();
    let web = app.web();
    let location = leave(&web, &authorize(&[]));
    let state = crate::support::parameters(&location)["state"].clone();
    let back = issuer.lets_in(&location);
    for other in ["", "x", &state[..state.len() - 2], &format!("{state}AA")] {
        let forged = back.replace(&state, other);
        nothing_came_of_it(&app, &person, &web.open(&forged), 400);
    }
    nothing_came_of_it(&app, &person, &web.open("/sso/callback/acme/acme-login"), 400);
    assert!(issuer.received("/token").is_empty());
}

#[test]
fn an_answer_of_another_provider_is_not_brought_to_this_one() {
    let (app, issuer, person) = meant();
    let web = app.web();
    let back = issuer.lets_in(&leave(&web, &authorize(&[])));
    let (without, _) = back.split_once("&iss=").expect("iss");
    let evil = "&iss=https%3A%2F%2Fevil.example";
    for forged in [format!("{without}{evil}"), without.to_owned(), format!("{back}{evil}")] {
        nothing_came_of_it(&app, &person, &web.open(&forged), 403);
    }
    assert!(issuer.received("/token").is_empty());
}

#[test]
fn a_provider_that_need_not_name_itself_is_named_once_or_not_at_all() {
    let (app, issuer, person) = meant();
    let at = |path: &str| format!("{}{path}", issuer.url);
    let metadata = json!({
        "issuer": issuer.url, "authorization_endpoint": at("/authorize"), "token_endpoint": at("/token"), "jwks_uri": at("/jwks"),
    });
    issuer.says("/.well-known/openid-configuration", 200, &metadata.to_string());
    let web = app.web();
    let back = issuer.lets_in(&leave(&web, &authorize(&[])));
    let (without, own) = back.split_once("&iss=").expect("iss");
    for twice in ["https%3A%2F%2Fevil.example", own] {
        nothing_came_of_it(&app, &person, &web.open(&format!("{back}&iss={twice}")), 403);
    }
    assert!(issuer.received("/token").is_empty());
    assert!(web.on(web.open(without)).header("location").contains("code="));
}

#[test]
fn a_forged_token_shows_nobody() {
    let (app, issuer, person) = meant();
    let forgeries: [Forgery; 18] = [
        ("no algorithm", |header, _| header["alg"] = "none".into()),
        ("a shared secret", |header, _| header["alg"] = "HS256".into()),
        ("another algorithm", |header, _| header["alg"] = "RS256".into()),
        ("an unknown key", |header, _| header["kid"] = "k9".into()),
        ("its own key", |header, _| {
            header["jwk"] = json!({ "kty": "EC" });
            header["kid"] = "own".into();
        }),
        ("keys from elsewhere", |header, _| {
            header["jku"] = "https://evil.example/jwks".into();
            header["kid"] = "own".into();
        }),
        ("an access token", |header, _| header["typ"] = "at+jwt".into()),
        ("what must be understood", |header, _| header["crit"] = json!(["b64"])),
        ("another issuer", |_, claims| {
            claims["iss"] = "https://evil.example".into()
        }),
        ("another audience", |_, claims| claims["aud"] = "other".into()),
        ("several audiences", |_, claims| {
            claims["aud"] = json!(["usher", "other"])
        }),
        ("another party", |_, claims| claims["azp"] = "other".into()),
        ("another nonce", |_, claims| claims["nonce"] = "other".into()),
        ("no nonce", |_, claims| drop(claims["nonce"].take())),
        ("its time is over", |_, claims| claims["exp"] = 1.into()),
        ("no subject", |_, claims| claims["sub"] = "".into()),
        ("a subject of another type", |_, claims| {
            claims["sub"] = json!([claims["sub"]])
        }),
        ("a long subject", |_, claims| claims["sub"] = "x".repeat(256).into()),
    ];
    for (what, forge) in forgeries {
        issuer.forges(forge);
        let answer = come_back(&app.web(), &issuer);
        assert_eq!(answer.status, 403, "{what}");
        nothing_came_of_it(&app, &person, &answer, 403);
    }
    issuer.forges_nothing();
    assert!(sign_in(&app.web(), &issuer).header("location").contains("code="));
}

#[test]
fn a_provider_that_lies_or_does_not_answer_lets_nobody_in_and_is_named() {
    let (app, issuer, person) = meant();
    let long = format!("{{\"id_token\":\"{}\"}}", "x".repeat(70_000));
    for (path, status, body) in [
        ("/token", 200, "<html>"),
        ("/token", 200, "{}"),
        ("/token", 200, "{\"id_token\":7}"),
        ("/token", 200, long.as_str()),
        ("/token", 302, ""),
        ("/token", 401, ""),
        ("/token", 500, ""),
        ("/jwks", 200, "<html>"),
        ("/jwks", 404, ""),
    ] {
        issuer.says(path, status, body);
        // Keys are remembered; a deployment that was never told any reads them first.
        configure(&app, &issuer, &json!({}));
        let fresh = TestApp::start();
        configure(&fresh, &issuer, &json!({}));
        let answer = come_back(&fresh.web(), &issuer);
        assert_eq!(answer.status, 503, "{path} {status} {body:.20}: {}", answer.text);
        assert!(answer.text.contains("Acme account does not answer"), "{}", answer.text);
        assert!(answer.retry_after() > 0);
        issuer.says_what_is_right();
    }
    // Another's code, or one that was used.
    issuer.says("/token", 400, "{\"error\":\"invalid_grant\"}");
    nothing_came_of_it(&app, &person, &come_back(&app.web(), &issuer), 403);
}

#[test]
fn metadata_of_another_issuer_lead_nobody_there() {
    let (app, issuer, _) = meant();
    let elsewhere = json!({
        "issuer": "https://evil.example", "authorization_endpoint": format!("{}/authorize", issuer.url),
        "token_endpoint": format!("{}/token", issuer.url), "jwks_uri": format!("{}/jwks", issuer.url),
    });
    issuer.says("/.well-known/openid-configuration", 200, &elsewhere.to_string());
    let start = "/sso/start?labelpartner=acme&connection=acme-login";
    app.web().open(start).expect(503);
    issuer.says("/.well-known/openid-configuration", 200, "<html>");
    app.web().open(start).expect(503);
    issuer.says_what_is_right();
    app.web().open(start).expect(303);
    app.web()
        .open("/sso/start?labelpartner=acme&connection=other")
        .expect(400);
    app.web()
        .open("/sso/start?labelpartner=netgrid&connection=acme-login")
        .expect(400);
}

#[test]
fn keys_that_are_newer_than_what_is_known_are_read_once_a_minute() {
    let (app, issuer, _) = meant();
    assert!(sign_in(&app.web(), &issuer).header("location").contains("code="));
    assert_eq!(issuer.received("/jwks").len(), 1);
    sign_in(&app.web(), &issuer);
    assert_eq!(issuer.received("/jwks").len(), 1, "they are remembered");
    issuer.rotates();
    come_back(&app.web(), &issuer).expect(403);
    assert_eq!(issuer.received("/jwks").len(), 1, "not within a minute");
    app.advance(61);
    assert!(sign_in(&app.web(), &issuer).header("location").contains("code="));
    assert_eq!(issuer.received("/jwks").len(), 2);
    issuer.forges(|header, _| header["kid"] = "made-up".into());
    for _ in 0..3 {
        come_back(&app.web(), &issuer).expect(403);
    }
    assert_eq!(issuer.received("/jwks").len(), 2, "made-up names call nobody");
    issuer.forges_nothing();
    issuer.rotates();
    app.advance(61);
    let all = at_once(8, |_| sign_in(&app.web(), &issuer).header("location").contains("code="));
    assert_eq!(all, [true; 8]);
    assert_eq!(
        issuer.received("/jwks").len(),
        3,
        "of many who want them, one reads them"
    );
}

#[test]
fn somebody_who_does_not_sign_in_there_is_told_so() {
    let (app, _issuer, person) = meant();
    let web = app.web();
    let location = leave(&web, &authorize(&[]));
    let state = crate::support::parameters(&location)["state"].clone();
    let denied = web.open(&format!(
        "/sso/callback/acme/acme-login?error=access_denied&state={state}"
    ));
    assert!(denied.text.contains("You are not signed in") && denied.text.contains("href=\"/sign-in?request="));
    nothing_came_of_it(&app, &person, &denied, 403);
}

#[test]
fn the_provider_is_asked_as_the_standard_says_and_no_secret_is_shown_to_the_browser() {
    let (app, issuer, _) = meant();
    let web = app.web();
    let location = leave(
        &web,
        &authorize(&[("login_hint", "jane@example.org"), ("max_age", "300")]),
    );
    let asked = crate::support::parameters(&location);
    let of = |name: &str| asked[name].as_str();
    assert_eq!(
        [of("response_type"), of("client_id"), of("scope")],
        ["code", "usher", "openid email profile"]
    );
    assert_eq!(
        [of("code_challenge_method"), of("max_age"), of("login_hint")],
        ["S256", "300", "jane@example.org"]
    );
    assert_eq!(
        of("redirect_uri"),
        format!("{}/sso/callback/acme/acme-login", app.url())
    );
    assert!(!location.contains(SECRET));
    let back = issuer.lets_in(&location);
    issuer.forges(|_, claims| claims["auth_time"] = claims["iat"].clone());
    let answer = web.on(web.open(&back));
    assert!(answer.header("location").contains("code="), "{}", answer.text);
    let received = issuer.received("/token");
    let form: std::collections::BTreeMap<String, String> =
        serde_urlencoded::from_bytes(&received[0].body).expect("a form");
    assert_eq!(
        [&form["grant_type"], &form["code"], &form["client_secret"]],
        ["authorization_code", &parameters(&back)["code"], SECRET]
    );
    assert_eq!(crate::support::challenge(&form["code_verifier"]), of("code_challenge"));
    assert_eq!(form["redirect_uri"], of("redirect_uri"));
}

#[test]
fn an_app_that_wants_the_person_to_sign_in_anew_has_them_do_so_there() {
    let (app, issuer, person) = meant();
    let web = app.web();
    let location = leave(&web, &authorize(&[("prompt", "login")]));
    let asked = crate::support::parameters(&location);
    assert_eq!([asked["prompt"].as_str(), asked["max_age"].as_str()], ["login", "0"]);
    issuer.forges(|_, claims| claims["auth_time"] = json!(claims["iat"].as_i64().expect("a time") - 3_600));
    nothing_came_of_it(&app, &person, &web.open(&issuer.lets_in(&location)), 403);
    issuer.forges_nothing();
    let location = leave(&web, &authorize(&[("prompt", "login")]));
    nothing_came_of_it(&app, &person, &web.open(&issuer.lets_in(&location)), 403);
}
