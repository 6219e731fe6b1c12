//! `/account/sessions`: where a person is signed in.

use super::{browser_of, copy_of, is_signed_in, signed_in};
use crate::support::{Answer, TestApp, authorize, claims, code_in, session_cookie};

const PATH: &str = "/account/sessions";
const PHONE: &str = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile";

/// The names that the buttons of the page send.
fn buttons(page: &Answer) -> Vec<String> {
    let parts = page.text.split("name=\"session\" value=\"").skip(1);
    parts
        .map(|part| part.split('"').next().expect("a value").to_owned())
        .collect()
}

#[test]
fn a_browser_that_an_app_was_used_in_is_known_and_ends_at_a_press() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    assert!(
        web.open(PATH).expect(200).text.contains("on this device and no other"),
        "only this one is known"
    );
    let other = browser_of(&app, &person);
    let held = format!(
        "{}={}",
        session_cookie(&app),
        other.cookie(session_cookie(&app)).expect("a session")
    );
    let on = app
        .get(&authorize(&[]))
        .header("cookie", &held)
        .header("user-agent", PHONE)
        .send();
    app.redeem(&code_in(&on), &[]).send().expect(200);
    let unused = code_in(&other.open(&authorize(&[])));
    let page = web.open(PATH).expect(200);
    assert!(page.text.contains("Chrome on Android"), "{}", page.text);
    let [name] = buttons(&page).try_into().expect("one other session");
    let back = web.send(PATH, &[("session", &name)]).expect(303);
    assert!(web.on(back).text.contains("Signed out there."), "the account says so");
    assert!(!is_signed_in(&other) && is_signed_in(&web));
    app.redeem(&unused, &[]).send().refused(400, "invalid_grant");
    assert_eq!(buttons(&web.open(PATH)), [""; 0]);
    web.send(PATH, &[("session", &name)]).expect(303);
    web.send(PATH, &[("session", "nobody's")]).expect(303);
    assert!(is_signed_in(&web));
}

#[test]
fn all_others_end_known_or_not_and_every_copy_of_this_one() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let (known, unknown, copy) = (
        browser_of(&app, &person),
        browser_of(&app, &person),
        copy_of(&app, &web),
    );
    let stays = app
        .redeem(&code_in(&known.open(&authorize(&[]))), &[])
        .send()
        .expect(200)
        .member("refresh_token");
    let unused = code_in(&unknown.open(&authorize(&[])));
    app.advance(60);
    let auth_time = || {
        let code = code_in(&web.open(&authorize(&[("scope", "openid")])));
        claims(&app.redeem(&code, &[]).send().expect(200).member("id_token"))["auth_time"].clone()
    };
    let before = auth_time();
    assert!(web.open(PATH).text.contains("name=\"all\""));
    web.send(PATH, &[("all", "yes")]).expect(303);
    for other in [&known, &unknown, &copy] {
        assert!(!is_signed_in(other));
    }
    assert!(is_signed_in(&web));
    app.redeem(&unused, &[]).send().refused(400, "invalid_grant");
    assert_eq!(auth_time(), before, "no credential was shown");
    let fields = [
        ("grant_type", "refresh_token"),
        ("client_id", "acme-web"),
        ("refresh_token", stays.as_str()),
    ];
    app.post("/token").form(&fields).send().expect(200);
    assert!(is_signed_in(&browser_of(&app, &person)));
}

#[test]
fn ending_the_others_makes_no_session_live_longer() {
    let app = TestApp::start();
    let (_, web) = signed_in(&app);
    for _ in 0..15 {
        app.advance(11 * 3_600);
        web.send(PATH, &[("all", "yes")]).expect(303);
    }
    app.advance(4 * 3_600);
    assert!(!is_signed_in(&web), "a week has passed");
}

#[test]
fn what_is_over_is_not_shown_and_this_one_has_no_button() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    app.redeem(&code_in(&web.open(&authorize(&[]))), &[]).send().expect(200);
    let page = web.open(PATH).expect(200);
    assert_eq!(buttons(&page), [""; 0]);
    app.advance(8 * 86_400);
    let later = browser_of(&app, &person);
    assert_eq!(buttons(&later.open(PATH)), [""; 0]);
    let own = later.send(PATH, &[("locale", "de")]).expect(200);
    assert!(own.text.contains("lang=\"de\""));
    later.send(PATH, &[("all", "no")]).expect(200);
    assert!(is_signed_in(&later));
}
