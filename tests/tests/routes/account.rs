//! `/account`: people look after their account.

mod consents;
mod delete;
mod email;
mod export;
mod password;
mod sessions;

pub(super) use delete::delete_account;
pub(super) use email::change_address;

use crate::support::{Person, TestApp, Web, authorize, code_in, parameters, session_cookie};

/// What only a person who is signed in gets to see.
const PAGES: [&str; 7] = [
    "/account",
    "/account/password",
    "/account/sessions",
    "/account/consents",
    "/account/export",
    "/account/email",
    "/account/delete",
];

/// A registered person, and their browser.
fn signed_in(app: &TestApp) -> (Person, Web<'_>) {
    let person = app.registered_person();
    let web = browser_of(app, &person);
    (person, web)
}

/// Another browser of a person's.
fn browser_of<'a>(app: &'a TestApp, person: &Person) -> Web<'a> {
    let web = app.web();
    code_in(&web.sign_in(&authorize(&[]), &person.email));
    web
}

/// A browser with a copy of another one's session.
fn copy_of<'a>(app: &'a TestApp, web: &Web<'_>) -> Web<'a> {
    let copy = app.web();
    copy.plant(
        session_cookie(app),
        &web.cookie(session_cookie(app)).expect("a session"),
    );
    copy
}

fn is_signed_in(web: &Web<'_>) -> bool {
    let silent = web.open(&authorize(&[("prompt", "none")])).expect(303);
    parameters(silent.header("location")).contains_key("code")
}

#[test]
fn the_account_is_shown_to_whom_it_belongs() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let page = web.open("/account").expect(200);
    for shown in [
        person.email.as_str(),
        "Zoë van der Berg",
        "/account/password",
        "/account/sessions",
        "/sign-out",
    ] {
        assert!(page.text.contains(shown), "{shown}: {}", page.text);
    }
    let german = web.open("/account?locale=de").expect(200);
    assert!(german.text.contains("lang=\"de\"") && german.text.contains("/account/password?locale=de"));
}

#[test]
fn nobody_else_gets_further_than_to_sign_in() {
    let app = TestApp::start();
    let (_, web) = signed_in(&app);
    let held = format!(
        "{}={}",
        session_cookie(&app),
        web.cookie(session_cookie(&app)).expect("a session")
    );
    for path in PAGES {
        let to = app.get(path).send().expect(303);
        assert!(to.header("location").starts_with("/sign-in?"), "{path}");
        let elsewhere = app
            .get(path)
            .header("cookie", &held)
            .header("host", "netgrid.localhost")
            .send()
            .expect(303);
        assert!(
            elsewhere
                .header("location")
                .starts_with("/sign-in?labelpartner=netgrid&"),
            "{path}"
        );
        let there = app.get(path).header("cookie", &held).header("host", "acme.localhost");
        there.send().expect(200);
    }
    for path in &PAGES[1..] {
        if *path == "/account/export" {
            continue;
        }
        let to = app
            .post(path)
            .form(&[("current_password", "x")][..usize::from(path.ends_with("password"))])
            .send()
            .expect(303);
        assert!(to.header("location").starts_with("/sign-in?"), "{path}");
        let foreign = app
            .post(path)
            .form(&[])
            .header("cookie", &held)
            .header("sec-fetch-site", "cross-site");
        foreign.send().refused(403, "cross_site");
        let foreign = app
            .post(path)
            .form(&[])
            .header("cookie", &held)
            .header("origin", "https://evil.example");
        foreign.send().refused(403, "cross_site");
    }
}

#[test]
fn each_visit_keeps_the_session() {
    let app = TestApp::start();
    let (_, web) = signed_in(&app);
    for path in PAGES {
        app.advance(11 * 3_600);
        web.open(path).expect(200);
    }
    app.advance(13 * 3_600);
    web.open("/account").expect(303);
}

#[test]
fn looking_changes_nothing() {
    let app = TestApp::start();
    let (_, web) = signed_in(&app);
    let people = || {
        let mut rows = app.rows("U#");
        rows.sort_by_key(|row| format!("{:?}", row["pk"]));
        rows
    };
    let before = people();
    for path in PAGES {
        web.open(path).expect(200);
    }
    assert_eq!(people(), before);
}
