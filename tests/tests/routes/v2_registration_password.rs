//! `/v2/registration/password`: the hosted page that sets the first password.

use crate::support::{Call, PASSWORD, Person, TestApp};

const PATH: &str = "/v2/registration/password";

/// A person who has pressed the button in a browser, and the cookie that gave it.
fn browser(app: &TestApp) -> (Person, String) {
    let (person, mailed) = app.mailed_person();
    let pressed = app
        .post("/v2/registration/verify")
        .form(&[("token", &mailed.token), ("confirm", "1")]);
    let answer = pressed.send().expect(303);
    let cookie = answer.header("set-cookie").split(';').next().expect("a cookie");
    (person, cookie.to_owned())
}

fn ticket_in(cookie: &str) -> &str {
    cookie.split_once('=').expect("a value").1
}

fn typed<'a>(app: &'a TestApp, cookie: &str, password: &str) -> Call<'a> {
    let call = app
        .post(PATH)
        .form(&[("ticket", ticket_in(cookie)), ("password", password)]);
    call.header("cookie", cookie)
}

#[test]
fn the_page_takes_a_password_and_says_that_all_is_done() {
    let app = TestApp::start();
    let (person, cookie) = browser(&app);
    let page = app.get(PATH).header("cookie", &cookie).send().expect(200).text;
    assert!(page.contains("type=\"password\"") && page.contains("Acme Energy"));
    let answer = typed(&app, &cookie, PASSWORD).send().expect(303);
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    let done = app.get(answer.header("location")).send().expect(200).text;
    assert!(done.contains("https://app.acme.example/welcome"));
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
}

#[test]
fn the_page_can_be_reloaded_without_using_anything_up() {
    let app = TestApp::start();
    let (_, cookie) = browser(&app);
    for method in ["GET", "HEAD", "GET"] {
        app.call(method, PATH).header("cookie", &cookie).send().expect(200);
    }
    typed(&app, &cookie, PASSWORD).send().expect(303);
}

#[test]
fn a_password_that_breaks_the_policy_brings_the_page_again() {
    let app = TestApp::start();
    let (_, cookie) = browser(&app);
    for password in ["short", "", "password123456789", &"x".repeat(5_000)] {
        let answer = typed(&app, &cookie, password).send().expect(422);
        assert!(answer.text.contains("<form"));
        assert!(
            password.len() < 6 || !answer.text.contains(password),
            "it is not sent back"
        );
    }
    typed(&app, &cookie, PASSWORD).send().expect(303);
}

#[test]
fn a_ticket_that_was_used_has_expired_or_is_none_is_told_on_a_page() {
    let app = TestApp::start();
    let (_, cookie) = browser(&app);
    typed(&app, &cookie, PASSWORD).send().expect(303);
    typed(&app, &cookie, PASSWORD).send().expect(409);
    // Before the form is filled in, too.
    app.get(PATH).header("cookie", &cookie).send().expect(409);
    app.get(PATH).send().expect(410);
    app.get(PATH).header("cookie", "usher-ticket=forged").send().expect(410);
    typed(&app, "usher-ticket=forged", PASSWORD).send().expect(410);
    let (_, late) = browser(&app);
    app.advance(3_601);
    app.get(PATH).header("cookie", &late).send().expect(410);
    let told = typed(&app, &late, PASSWORD).send().expect(410);
    assert!(
        told.text.contains("Acme Energy"),
        "an expired ticket still says whose page this is"
    );
}

#[test]
fn another_sites_form_is_refused() {
    let app = TestApp::start();
    let (_, cookie) = browser(&app);
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "same-site"),
    ] {
        typed(&app, &cookie, PASSWORD)
            .header(name, value)
            .send()
            .refused(403, "cross_site");
    }
    let json = app
        .post(PATH)
        .json(&serde_json::json!({ "ticket": ticket_in(&cookie), "password": PASSWORD }));
    json.send().refused(415, "unsupported_media_type");
    let text = app.post(PATH).body(
        "text/plain",
        format!("ticket={}&password={PASSWORD}", ticket_in(&cookie)),
    );
    text.send().refused(415, "unsupported_media_type");
    typed(&app, &cookie, PASSWORD).send().expect(303);
}

#[test]
fn a_form_with_other_fields_is_refused() {
    let app = TestApp::start();
    let (_, cookie) = browser(&app);
    let more = [
        ("ticket", ticket_in(&cookie)),
        ("password", PASSWORD),
        ("email", "other@example.org"),
    ];
    app.post(PATH).form(&more).send().refused(400, "invalid_form");
    app.post(PATH)
        .form(&[("password", PASSWORD)])
        .send()
        .refused(400, "invalid_form");
}

#[test]
fn the_language_can_be_changed_in_the_middle_of_it() {
    let app = TestApp::start();
    let (_, cookie) = browser(&app);
    let german = app
        .get(&format!("{PATH}?locale=de"))
        .header("cookie", &cookie)
        .send()
        .expect(200);
    assert!(german.text.contains("lang=\"de\""));
    let again = app
        .post(PATH)
        .form(&[("ticket", ticket_in(&cookie)), ("locale", "de")])
        .send()
        .expect(200);
    assert!(again.text.contains("lang=\"de\""));
    typed(&app, &cookie, PASSWORD).send().expect(303);
}

#[test]
fn a_ticket_that_a_newer_proof_replaced_is_told_before_anything_is_filled_in() {
    let app = TestApp::start();
    let (person, cookie) = browser(&app);
    app.advance(61);
    app.ask_for_mail(&person).expect(200);
    let newer = app.mailed(&person, 2);
    let pressed = app
        .post("/v2/registration/verify")
        .form(&[("token", &newer.token), ("confirm", "1")]);
    let answer = pressed.send().expect(303);
    let other = answer.header("set-cookie").split(';').next().expect("a cookie");
    let told = app.get(PATH).header("cookie", &cookie).send().expect(409).text;
    assert!(!told.contains("type=\"password\""), "{told}");
    app.get(PATH).header("cookie", other).send().expect(200);
    typed(&app, other, PASSWORD).send().expect(303);
}
