//! `/account/password`: another password.

use super::{browser_of, copy_of, is_signed_in, signed_in};
use crate::support::{
    Answer, OTHER_PASSWORD, PASSWORD, PINCODE, TestApp, Web, at_once, authorize, code_in, session_cookie,
};

const PATH: &str = "/account/password";

fn change(web: &Web<'_>, current: &str, new: &str) -> Answer {
    web.send(PATH, &[("current_password", current), ("password", new)])
}

#[test]
fn a_changed_password_ends_everything_but_the_browser_that_changed_it() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let other = browser_of(&app, &person);
    let copy = copy_of(&app, &web);
    let refresh = app
        .app_of("acme")
        .sign_in(&person.email, PASSWORD)
        .expect(200)
        .member("refresh_token");
    let back = change(&web, PASSWORD, OTHER_PASSWORD).expect(303);
    let page = web.on(back).expect(200);
    assert!(page.text.contains("Your password is changed"), "{}", page.text);
    assert!(is_signed_in(&web) && !is_signed_in(&other) && !is_signed_in(&copy));
    app.app_of("acme").refresh(&refresh).refused(400, "invalid_grant");
    app.app_of("acme")
        .sign_in(&person.email, PASSWORD)
        .refused(400, "invalid_grant");
    app.app_of("acme").sign_in(&person.email, OTHER_PASSWORD).expect(200);
    let mail = app.mail(&person.email, 2);
    assert!(mail.subject.contains("password"), "{}", mail.subject);
    let code = code_in(&web.open(&authorize(&[])));
    app.redeem(&code, &[]).send().expect(200);
}

#[test]
fn the_session_is_another_one_afterwards() {
    let app = TestApp::start();
    let (_, web) = signed_in(&app);
    let before = web.cookie(session_cookie(&app));
    change(&web, PASSWORD, PASSWORD).expect(303);
    assert_ne!(web.cookie(session_cookie(&app)), before);
    assert!(is_signed_in(&web), "the same password again will do");
}

#[test]
fn the_current_password_has_to_be_shown_and_every_mistake_is_told() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    for (current, new, status, field) in [
        ("", OTHER_PASSWORD, 422, "current_password"),
        (PASSWORD, "", 422, "password"),
        (PASSWORD, "short", 422, "password"),
        (PASSWORD, "password123456789", 422, "password"),
        (PASSWORD, person.email.as_str(), 422, "password"),
        ("nine wrong guesses here", OTHER_PASSWORD, 403, "current_password"),
        (&"x".repeat(10_000), OTHER_PASSWORD, 403, "current_password"),
    ] {
        let page = change(&web, current, new).expect(status);
        assert!(
            page.text.contains(&format!("href=\"#{field}\"")),
            "{new}: {}",
            page.text
        );
        assert!(!page.text.contains(OTHER_PASSWORD) && !page.text.contains(PASSWORD));
    }
    let both = change(&web, "", "").expect(422);
    assert!(both.text.contains("href=\"#current_password\"") && both.text.contains("href=\"#password\""));
    let german = web.send(PATH, &[("locale", "de")]).expect(200);
    assert!(german.text.contains("lang=\"de\"") && !german.text.contains("class=\"errors\""));
    web.send(PATH, &[("current_password", PASSWORD), ("admin", "true")])
        .refused(400, "");
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
}

#[test]
fn guesses_are_counted_with_those_at_the_sign_in() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let held = format!(
        "{}={}",
        session_cookie(&app),
        web.cookie(session_cookie(&app)).expect("a session")
    );
    let answers = at_once(30, |n| {
        let guess = format!("guess number {n}");
        let fields = [("current_password", guess.as_str()), ("password", OTHER_PASSWORD)];
        app.post(PATH)
            .form(&fields)
            .header("cookie", &held)
            .header("accept", "text/html")
            .send()
    });
    let looked_at = answers.iter().filter(|answer| answer.status == 403).count();
    let slowed = answers
        .iter()
        .filter(|answer| answer.status == 429 && answer.retry_after() > 0)
        .count();
    assert_eq!(looked_at + slowed, 30);
    assert!(looked_at <= 10, "{looked_at} guesses were looked at");
    assert_eq!(app.app_of("acme").sign_in(&person.email, PASSWORD).status, 429);
    app.advance(3_600);
    change(&web, PASSWORD, OTHER_PASSWORD).expect(303);
}

#[test]
fn of_many_changes_at_once_one_succeeds() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let held = format!(
        "{}={}",
        session_cookie(&app),
        web.cookie(session_cookie(&app)).expect("a session")
    );
    let passwords: Vec<_> = (0..8).map(|n| format!("{n} brown otters hum along")).collect();
    let answers = at_once(8, |n| {
        let fields = [("current_password", PASSWORD), ("password", passwords[n].as_str())];
        app.post(PATH)
            .form(&fields)
            .header("cookie", &held)
            .header("accept", "text/html")
            .send()
    });
    let changed: Vec<usize> = (0..8)
        .filter(|n| answers[*n].header("location").contains("password_changed"))
        .collect();
    assert_eq!(
        changed.len(),
        1,
        "{:?}",
        answers.iter().map(|answer| answer.status).collect::<Vec<_>>()
    );
    app.advance(3_600);
    app.app_of("acme")
        .sign_in(&person.email, &passwords[changed[0]])
        .expect(200);
}

#[test]
fn a_tenant_may_have_pins() {
    let app = TestApp::start();
    let person = app.registered_netgrid_person();
    let fields = [("email", person.email.as_str()), ("password", PINCODE)];
    let host = "netgrid.localhost";
    let on = app
        .post("/sign-in")
        .form(&fields)
        .header("host", host)
        .send()
        .expect(303);
    let held = crate::support::cookie(&on);
    let send = |fields: &[(&str, &str)]| {
        app.post(PATH)
            .form(fields)
            .header("host", host)
            .header("cookie", &held)
            .header("accept", "text/html")
            .send()
    };
    let wrong = send(&[("current_password", PINCODE), ("password", "12345")]).expect(422);
    assert!(wrong.text.contains("PIN"));
    send(&[("current_password", PINCODE), ("password", "518264")]).expect(303);
    app.app_of("netgrid").sign_in(&person.email, "518264").expect(200);
}
