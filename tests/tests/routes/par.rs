//! `/par`: an app hands its request over before it sends the person.

use serde_json::json;

use crate::support::{
    ASSERTION_TYPE, Answer, Asserting, CALLBACK, PASSWORD, PORTAL, TestApp, asked, claims, code_in, hidden, parameters,
};

const PREFIX: &str = "urn:ietf:params:oauth:request_uri:";

/// Pushes the usual request of the app in the browser, with other parameters in place of, or beside, its own.
fn push(app: &TestApp, changed: &[(&str, &str)]) -> Answer {
    app.post("/par")
        .body("application/x-www-form-urlencoded", asked(changed))
        .send()
}

/// The address that the app sends the person to.
fn authorize(client: &str, pushed: &Answer) -> String {
    format!(
        "/authorize?client_id={client}&request_uri={}",
        pushed.member("request_uri")
    )
}

#[test]
fn a_pushed_request_is_answered_like_one_that_the_person_brought() {
    let app = TestApp::start();
    let person = app.registered_person();
    let pushed = push(&app, &[]).expect(201);
    assert_eq!(pushed.json()["expires_in"], 600);
    assert!(pushed.member("request_uri").starts_with(PREFIX));
    assert_eq!(pushed.header("cache-control"), "no-store");
    let back = app
        .web()
        .sign_in(&authorize("acme-web", &pushed), &person.email)
        .expect(303);
    let told = parameters(back.header("location"));
    assert_eq!((told["state"].as_str(), told["iss"].as_str()), ("the-state", app.url()));
    let tokens = app.redeem(&code_in(&back), &[]).send().expect(200);
    assert_eq!(claims(&tokens.member("id_token"))["nonce"], "the-nonce");
}

#[test]
fn what_stands_beside_the_name_of_a_pushed_request_does_not_count() {
    let app = TestApp::start();
    let person = app.registered_person();
    let pushed = push(&app, &[]).expect(201);
    let more = format!(
        "{}&state=other&redirect_uri=https://evil.example/&scope=openid",
        authorize("acme-web", &pushed)
    );
    let back = app.web().sign_in(&more, &person.email).expect(303);
    assert!(back.header("location").starts_with(CALLBACK));
    assert_eq!(parameters(back.header("location"))["state"], "the-state");
}

#[test]
fn a_pushed_request_is_its_clients_and_lives_for_ten_minutes() {
    let app = TestApp::start();
    let pushed = push(&app, &[]).expect(201);
    let status = |path: &str| app.get(path).header("accept", "text/html").send().status;
    assert_eq!(status(&authorize("acme-portal", &pushed)), 400);
    assert_eq!(status(&authorize("acme-web", &pushed)), 303);
    app.advance(595);
    assert_eq!(status(&authorize("acme-web", &pushed)), 303);
    app.advance(10);
    assert_eq!(status(&authorize("acme-web", &pushed)), 410);
}

#[test]
fn a_person_who_was_sent_in_time_has_all_the_time_to_sign_in() {
    let app = TestApp::start();
    let person = app.registered_person();
    let pushed = push(&app, &[]).expect(201);
    let web = app.web();
    app.advance(500);
    let page = web.follow(&authorize("acme-web", &pushed)).expect(200);
    app.advance(3_000);
    let request = hidden(&page, "request");
    let fields = [
        ("request", request.as_str()),
        ("email", person.email.as_str()),
        ("password", PASSWORD),
    ];
    code_in(&web.on(web.send("/sign-in", &fields)));
}

#[test]
fn every_mistake_is_told_at_once_and_leads_nobody_anywhere() {
    let app = TestApp::start();
    for (name, value, error) in [
        ("redirect_uri", "https://evil.example/", "invalid_request"),
        ("redirect_uri", "", "invalid_request"),
        ("request_uri", "urn:ietf:params:oauth:request_uri:x", "invalid_request"),
        ("request", "eyJhbGciOiJub25lIn0.e30.", "request_not_supported"),
        ("response_type", "token", "unsupported_response_type"),
        ("response_type", "", "invalid_request"),
        ("code_challenge", "", "invalid_request"),
        ("code_challenge_method", "plain", "invalid_request"),
        ("prompt", "none login", "invalid_request"),
        ("organization_id", "netgrid", "invalid_request"),
    ] {
        let answer = push(&app, &[(name, value)]).refused(400, error);
        assert!(!answer.member("error_description").is_empty());
        assert_eq!(
            (answer.header("location"), answer.header("content-type")),
            ("", "application/json")
        );
    }
    let twice = format!("{}&scope=openid", asked(&[]));
    let call = app.post("/par").body("application/x-www-form-urlencoded", twice);
    call.send().refused(400, "invalid_request");
    app.post("/par").json(&json!({})).send().refused(415, "invalid_request");
    let large = app.post("/par").form(&[("state", &"a".repeat(70_000))]);
    large.send().refused(413, "invalid_request");
}

#[test]
fn a_client_shows_who_it_is_as_at_the_token_endpoint() {
    let app = TestApp::start();
    app.apply_acme(Asserting::add_native).expect(200);
    let form = |changed: &[(&str, &str)]| {
        app.post("/par")
            .body("application/x-www-form-urlencoded", asked(changed))
    };
    let portal = [("client_id", "acme-portal"), ("redirect_uri", crate::support::WELCOME)];
    form(&portal).send().refused(401, "invalid_client");
    form(&portal).header("authorization", PORTAL).send().expect(201);
    let nameless = [("client_id", ""), ("redirect_uri", crate::support::WELCOME)];
    form(&nameless).header("authorization", PORTAL).send().expect(201);
    form(&nameless).send().refused(400, "invalid_request");
    // Somebody else's name beside one's own.
    form(&[])
        .header("authorization", PORTAL)
        .send()
        .refused(400, "invalid_request");
    push(&app, &[("client_secret", "x")]).refused(401, "invalid_client");
    push(&app, &[("client_id", "nobody")]).refused(401, "invalid_client");

    let native = Asserting::native();
    let text = native.for_app(&app);
    let by_key = [
        ("client_id", native.client),
        ("client_assertion_type", ASSERTION_TYPE),
        ("client_assertion", text.as_str()),
    ];
    let pushed = push(&app, &by_key).expect(201);
    push(&app, &by_key).refused(401, "invalid_client");
    let person = app.registered_person();
    let back = app.web().sign_in(&authorize(native.client, &pushed), &person.email);
    code_in(&back);
}

#[test]
fn a_pushed_request_is_held_to_the_person_whom_the_app_knows() {
    let app = TestApp::start();
    let (person, other) = (app.registered_person(), app.registered_person());
    let back = app.web().sign_in(&crate::support::authorize(&[]), &person.email);
    let known = app.redeem(&code_in(&back), &[]).send().expect(200).member("id_token");
    let pushed = push(&app, &[("id_token_hint", &known), ("prompt", "none")]).expect(201);
    let web = app.web();
    code_in(&web.sign_in(&crate::support::authorize(&[]), &other.email));
    let told = parameters(web.open(&authorize("acme-web", &pushed)).expect(303).header("location"));
    assert_eq!(told["error"], "login_required");
    push(&app, &[("id_token_hint", "x")]).refused(400, "invalid_request");
}

#[test]
fn the_longest_request_can_be_pushed_and_opened() {
    let app = TestApp::start();
    let long = "x".repeat(1_024);
    let pushed = push(&app, &[("state", &long), ("nonce", &long), ("ui_locales", &long)]).expect(201);
    let on = app.get(&authorize("acme-web", &pushed)).send().expect(303);
    assert!(on.header("location").starts_with("/sign-in?"));
    push(&app, &[("state", &format!("{long}x"))]).refused(400, "invalid_request");
}

#[test]
fn pushing_a_request_writes_nothing() {
    let app = TestApp::start();
    let before = app.rows("").len();
    push(&app, &[]).expect(201);
    assert_eq!(app.rows("").len(), before);
}
