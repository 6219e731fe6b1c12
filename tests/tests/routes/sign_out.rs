//! `/sign-out`: the end of a session, asked for by a person or by an app.

use crate::support::{Answer, Person, TestApp, Web, authorize, claims, code_in, hidden, parameters, session_cookie};

const BACK: &str = "https://app.acme.example/";

fn asking(changed: &[(&str, &str)]) -> String {
    let usual = [
        ("client_id", "acme-web"),
        ("post_logout_redirect_uri", BACK),
        ("state", "the state"),
    ];
    let kept = usual
        .into_iter()
        .filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
    let pairs: Vec<_> = kept
        .chain(changed.iter().copied())
        .filter(|(_, value)| !value.is_empty())
        .collect();
    format!("/sign-out?{}", serde_urlencoded::to_string(pairs).expect("a query"))
}

/// Presses the button of the page.
fn press(web: &Web<'_>, page: &Answer) -> Answer {
    let names = ["id_token_hint", "client_id", "post_logout_redirect_uri", "state"];
    let shown = names
        .into_iter()
        .filter(|name| page.text.contains(&format!("name=\"{name}\"")));
    let fields: Vec<(&str, String)> = shown.map(|name| (name, hidden(page, name))).collect();
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.push(("confirm", "yes"));
    web.send("/sign-out", &fields)
}

fn signed_in(app: &TestApp) -> (Person, Web<'_>) {
    let person = app.registered_person();
    let web = app.web();
    code_in(&web.sign_in(&authorize(&[]), &person.email));
    (person, web)
}

fn is_signed_in(web: &Web<'_>) -> bool {
    let silent = web.open(&authorize(&[("prompt", "none")])).expect(303);
    parameters(silent.header("location")).contains_key("code")
}

#[test]
fn a_person_signs_out_and_every_copy_of_the_cookie_is_worth_nothing() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let copy = app.web();
    copy.plant(
        session_cookie(&app),
        &web.cookie(session_cookie(&app)).expect("a session"),
    );
    let page = web.open("/sign-out").expect(200);
    assert!(
        page.text.contains(&person.email) && page.text.contains("Acme Energy"),
        "{}",
        page.text
    );
    assert!(is_signed_in(&web), "a page changes nothing");
    let end = press(&web, &page).expect(200);
    assert!(end.text.contains("You are signed out") && end.text.contains("https://app.acme.example/welcome"));
    assert_eq!(web.cookie(session_cookie(&app)), None);
    assert!(!is_signed_in(&web) && !is_signed_in(&copy));
    code_in(&web.sign_in(&authorize(&[]), &person.email));
    assert!(is_signed_in(&web) && !is_signed_in(&copy));
}

#[test]
fn a_session_that_ended_long_ago_stays_so_however_many_follow() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let copy = app.web();
    copy.plant(
        session_cookie(&app),
        &web.cookie(session_cookie(&app)).expect("a session"),
    );
    for _ in 0..12 {
        press(&web, &web.open("/sign-out").expect(200)).expect(200);
        let code = code_in(&web.sign_in(&authorize(&[]), &person.email));
        app.redeem(&code, &[]).send().expect(200);
        assert!(!is_signed_in(&copy));
    }
    assert!(is_signed_in(&web));
}

#[test]
fn an_app_gets_its_person_back_with_its_state() {
    let app = TestApp::start();
    let (_, web) = signed_in(&app);
    let page = web.open(&asking(&[])).expect(200);
    let policy = page.header("content-security-policy");
    assert!(
        policy.contains("form-action 'self' https://app.acme.example;"),
        "{policy}"
    );
    let back = press(&web, &page).expect(303);
    assert_eq!(back.header("location"), "https://app.acme.example/?state=the+state");
    assert!(!is_signed_in(&web));
    let again = press(&web, &web.open(&asking(&[("state", "")])).expect(200)).expect(303);
    assert_eq!(again.header("location"), BACK, "nobody is signed in, and all the same");
}

#[test]
fn an_app_may_be_known_by_an_old_id_token() {
    let app = TestApp::start();
    let person = app.registered_person();
    let web = app.web();
    let code = code_in(&web.sign_in(&authorize(&[]), &person.email));
    let token = app.redeem(&code, &[]).send().expect(200).member("id_token");
    assert_eq!(claims(&token)["aud"], "acme-web");
    app.advance(7_200);
    for client in ["", "acme-web"] {
        let page = web
            .open(&asking(&[("client_id", client), ("id_token_hint", &token)]))
            .expect(200);
        press(&web, &page).expect(303);
    }
    let forged = format!("{}x", &token[..token.len() - 1]);
    let others = [
        ("acme-portal", token.as_str()),
        ("", forged.as_str()),
        ("acme-web", forged.as_str()),
    ];
    for (client, hint) in others {
        let page = web
            .open(&asking(&[("client_id", client), ("id_token_hint", hint)]))
            .expect(200);
        let end = press(&web, &page).expect(200);
        assert!(
            end.text.contains("You are signed out") && !end.text.contains("class=\"primary\""),
            "{client}"
        );
    }
}

#[test]
fn nobody_is_sent_where_the_apps_list_does_not_say() {
    let app = TestApp::start();
    for (name, value) in [
        ("post_logout_redirect_uri", "https://app.acme.example"),
        ("post_logout_redirect_uri", "https://app.acme.example/?x=1"),
        ("post_logout_redirect_uri", "https://APP.acme.example/"),
        ("post_logout_redirect_uri", "https://app.acme.example/callback"),
        ("post_logout_redirect_uri", "https://evil.example/"),
        ("post_logout_redirect_uri", "//evil.example/"),
        ("post_logout_redirect_uri", "javascript:alert(1)"),
        ("client_id", "acme-portal"),
        ("client_id", "netgrid-app"),
        ("client_id", "nobody"),
        ("client_id", ""),
    ] {
        let (_, web) = signed_in(&app);
        let page = web.open(&asking(&[(name, value)])).expect(200);
        assert!(
            page.header("content-security-policy").contains("form-action 'self';"),
            "{name}={value}"
        );
        let end = press(&web, &page).expect(200);
        assert!(!end.text.contains("class=\"primary\""), "{name}={value}: {}", end.text);
    }
    let elsewhere = app.get(&asking(&[])).header("host", "netgrid.localhost");
    let page = elsewhere.header("accept", "text/html").send().expect(200);
    assert!(page.text.contains("Netgrid") && page.header("content-security-policy").contains("form-action 'self';"));
}

#[test]
fn an_app_may_post_and_only_our_own_page_has_the_button() {
    let app = TestApp::start();
    let (_, web) = signed_in(&app);
    let foreign = |fields: &[(&str, &str)]| {
        let held = web.cookie(session_cookie(&app)).expect("a session");
        let call = app
            .post("/sign-out")
            .form(fields)
            .header("cookie", &format!("{}={held}", session_cookie(&app)));
        call.header("sec-fetch-site", "cross-site").send()
    };
    let asked = [
        ("client_id", "acme-web"),
        ("post_logout_redirect_uri", BACK),
        ("state", "s"),
        ("logout_hint", "x"),
    ];
    let page = foreign(&asked).expect(200);
    assert_eq!(page.header("set-cookie"), "");
    let mut pressed = asked.to_vec();
    pressed.push(("confirm", "yes"));
    foreign(&pressed).refused(403, "cross_site");
    assert!(is_signed_in(&web));
    let back = press(&web, &page).expect(303);
    assert_eq!(back.header("location"), "https://app.acme.example/?state=s");
    assert!(!is_signed_in(&web));
}

#[test]
fn a_code_that_was_not_redeemed_dies_with_its_session() {
    let app = TestApp::start();
    let person = app.registered_person();
    let web = app.web();
    let code = code_in(&web.sign_in(&authorize(&[]), &person.email));
    let other = app.web();
    let others = code_in(&other.sign_in(&authorize(&[]), &person.email));
    press(&web, &web.open("/sign-out").expect(200)).expect(200);
    app.redeem(&code, &[]).send().refused(400, "invalid_grant");
    let tokens = app.redeem(&others, &[]).send().expect(200);
    assert!(is_signed_in(&other), "another browser's session goes on");
    press(&other, &other.open("/sign-out").expect(200)).expect(200);
    let refresh = tokens.member("refresh_token");
    let fields = [
        ("grant_type", "refresh_token"),
        ("client_id", "acme-web"),
        ("refresh_token", refresh.as_str()),
    ];
    app.post("/token").form(&fields).send().expect(200);
}

#[test]
fn the_page_is_in_the_language_that_the_app_asks_for() {
    let app = TestApp::start();
    let page = app.web().open(&asking(&[("ui_locales", "xx de")])).expect(200);
    assert!(page.text.contains("lang=\"de\"") && page.text.contains("Abmelden"));
    let web = app.web();
    let again = web
        .send("/sign-out", &[("client_id", "acme-web"), ("locale", "fr")])
        .expect(200);
    assert!(again.text.contains("lang=\"fr\""));
}
