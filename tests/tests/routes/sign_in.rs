//! `/sign-in`: a password, and the session that follows.

use crate::support::{PASSWORD, Person, TestApp, at_once, authorize, code_in, hidden, parameters, session_cookie};

#[test]
fn nobody_learns_whether_an_address_is_known() {
    let app = TestApp::start();
    let known = app.registered_person().email;
    let unverified = Person::new();
    app.acme().provisioning(&unverified).send().expect(201);
    let strange = Person::new().email;
    let web = app.web();
    let tell = |email: &str| {
        let answer = web
            .type_password(&authorize(&[]), email, "nine wrong guesses here")
            .expect(403);
        assert_eq!(answer.header("set-cookie"), "");
        let request = hidden(&answer, "request");
        answer.text.replace(email, "•").replace(&request, "•")
    };
    let told = tell(&known);
    assert_eq!(told, tell(&strange));
    assert_eq!(told, tell(&unverified.email));
}

#[test]
fn mistakes_are_told_and_what_was_typed_is_kept() {
    let app = TestApp::start();
    let web = app.web();
    let empty = web.type_password(&authorize(&[]), "", "").expect(422);
    assert!(empty.text.contains("href=\"#email\"") && empty.text.contains("href=\"#password\""));
    let odd = web.type_password(&authorize(&[]), "jane@", PASSWORD).expect(422);
    assert!(odd.text.contains("value=\"jane@\"") && !odd.text.contains(PASSWORD));
    let long = web.type_password(&authorize(&[]), "jane@example.org", &"x".repeat(10_000));
    long.expect(403);
}

#[test]
fn a_session_is_made_anew_at_each_sign_in_whatever_the_browser_held() {
    let app = TestApp::start();
    let person = app.registered_person();
    let web = app.web();
    web.plant(session_cookie(&app), "chosen-by-somebody-else");
    code_in(&web.sign_in(&authorize(&[]), &person.email));
    let first = web.cookie(session_cookie(&app)).expect("a session");
    assert_ne!(first, "chosen-by-somebody-else");
    code_in(&web.sign_in(&authorize(&[("prompt", "login")]), &person.email));
    assert_ne!(web.cookie(session_cookie(&app)).expect("a session"), first);
}

#[test]
fn a_session_opens_its_own_tenant_and_is_nothing_else() {
    let app = TestApp::start();
    let person = app.registered_person();
    let web = app.web();
    let page = web.follow(&authorize(&[])).expect(200);
    let code = code_in(&web.sign_in(&authorize(&[]), &person.email));
    let held = web.cookie(session_cookie(&app)).expect("a session");
    for other in [code.as_str(), &hidden(&page, "request"), &held[1..], "x"] {
        let stranger = app.web();
        stranger.plant(session_cookie(&app), other);
        let on = stranger.open(&authorize(&[])).expect(303);
        assert!(on.header("location").starts_with("/sign-in?"), "{other}");
    }
    app.redeem(&held, &[]).send().refused(400, "invalid_grant");
}

#[test]
fn a_session_ends_unused_after_half_a_day_and_after_a_week_at_most() {
    let app = TestApp::start();
    let person = app.registered_person();
    let web = app.web();
    web.sign_in(&authorize(&[]), &person.email);
    let is_signed_in = || {
        let on = web.open(&authorize(&[("prompt", "none")])).expect(303);
        parameters(on.header("location")).contains_key("code")
    };
    for _ in 0..15 {
        app.advance(11 * 3_600);
        assert!(is_signed_in(), "used every eleven hours");
    }
    app.advance(3 * 3_600);
    assert!(!is_signed_in(), "a week has passed");
    web.sign_in(&authorize(&[]), &person.email);
    app.advance(12 * 3_600);
    assert!(!is_signed_in(), "twelve hours unused");
}

#[test]
fn a_form_from_another_site_is_refused() {
    let app = TestApp::start();
    let person = app.registered_person();
    let page = app.web().follow(&authorize(&[])).expect(200);
    let request = hidden(&page, "request");
    let fields = [
        ("request", request.as_str()),
        ("email", person.email.as_str()),
        ("password", PASSWORD),
    ];
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        app.post("/sign-in")
            .form(&fields)
            .header(name, value)
            .send()
            .refused(403, "cross_site");
    }
}

#[test]
fn guesses_are_counted_on_every_way_in_and_many_at_once_get_no_further() {
    let app = TestApp::start();
    let person = app.registered_person();
    let page = app.web().follow(&authorize(&[])).expect(200);
    let request = hidden(&page, "request");
    let answers = at_once(40, |n| {
        let guess = format!("guess number {n}");
        let fields = [
            ("request", request.as_str()),
            ("email", person.email.as_str()),
            ("password", &guess),
        ];
        app.post("/sign-in").form(&fields).header("accept", "text/html").send()
    });
    let looked_at = answers.iter().filter(|answer| answer.status == 403).count();
    let slowed: Vec<_> = answers.iter().filter(|answer| answer.status == 429).collect();
    assert_eq!(looked_at + slowed.len(), 40);
    assert!(looked_at <= 10, "{looked_at} guesses were looked at");
    assert!(slowed.iter().all(|answer| answer.retry_after() > 0));
    let back = format!("href=\"/sign-in?request={request}&#38;locale=en\"");
    assert!(slowed.iter().all(|answer| answer.text.contains(&back)), "{back}");
    let elsewhere = app.app_of("acme").sign_in(&person.email, PASSWORD);
    assert_eq!(elsewhere.status, 429, "the same count by /v2/token");
    app.advance(3_600);
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
}

#[test]
fn who_came_for_no_app_goes_to_their_account() {
    let app = TestApp::start();
    let person = app.registered_person();
    let host = "acme.localhost";
    let page = app.get("/sign-in").header("host", host).send().expect(200);
    assert!(page.text.contains("Acme Energy") && !page.text.contains("/register"));
    let fields = [("email", person.email.as_str()), ("password", PASSWORD)];
    let on = app
        .post("/sign-in")
        .form(&fields)
        .header("host", host)
        .send()
        .expect(303);
    assert_eq!(on.header("location"), "/account");
}
