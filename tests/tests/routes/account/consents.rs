//! `/account/consents`: what a person has agreed to.

use super::is_signed_in;
use crate::support::{Answer, TestApp, Web, authorize, code_in, invitee, next_version, parameters};

const PATH: &str = "/account/consents";

/// Somebody who was invited and has accepted the terms and the news.
fn agreed(app: &TestApp) -> (String, Web<'_>) {
    let email = invitee();
    let (uuid, token) = app.invited(&email);
    let fields = [
        ("profile.firstName", "John"),
        ("profile.lastName", "Smith"),
        ("agreement.terms", "1"),
        ("agreement.news", "1"),
        ("password", crate::support::PASSWORD),
    ];
    app.press(&token).fill_in(&fields).expect(303);
    let web = app.web();
    code_in(&web.sign_in(&authorize(&[]), &email));
    (uuid, web)
}

/// The names that the buttons of the page send.
fn buttons(page: &Answer) -> Vec<String> {
    let parts = page.text.split("name=\"agreement\" value=\"").skip(1);
    parts
        .map(|part| part.split('"').next().expect("a value").to_owned())
        .collect()
}

#[test]
fn what_was_accepted_is_shown_and_what_is_not_needed_can_be_taken_back() {
    let app = TestApp::start();
    let (uuid, web) = agreed(&app);
    let page = web.open(PATH).expect(200);
    assert!(page.text.contains("Terms of service") && page.text.contains("News about energy prices by mail"));
    assert!(
        page.text.contains("/legal/terms?labelpartner=acme&#38;version=1"),
        "{}",
        page.text
    );
    assert_eq!(buttons(&page), ["news"]);
    web.open("/legal/news?labelpartner=acme&version=1&locale=en")
        .expect(200);
    let page = web.on(web.send(PATH, &[("agreement", "news")]).expect(303)).expect(200);
    assert!(page.text.contains("class=\"news\""), "the account says so");
    let page = web.open(PATH).expect(200);
    assert!(page.text.contains("Terms of service") && !page.text.contains("News about"));
    let consents = app.acme().see(&uuid).expect(200).json()["consents"].clone();
    let of = |name: &str| {
        let all = consents.as_array().expect("a list");
        all.iter()
            .find(|consent| consent["agreement"] == name)
            .expect("evidence")
            .clone()
    };
    assert!(
        of("news")["withdrawn_at"].is_string() && of("news")["text_sha256"].is_string(),
        "{consents}"
    );
    assert!(of("terms")["withdrawn_at"].is_null());
}

#[test]
fn what_is_needed_or_was_never_accepted_is_not_taken_back() {
    let app = TestApp::start();
    let (uuid, web) = agreed(&app);
    for name in ["terms", "nothing", ""] {
        let back = web.send(PATH, &[("agreement", name)]).expect(303);
        assert!(back.header("location").starts_with("/account/consents?"), "{name}");
    }
    for _ in 0..2 {
        web.send(PATH, &[("agreement", "news")]).expect(303);
    }
    let exported = web.open("/account/export").expect(200).json();
    assert_eq!(exported["withdrawals"].as_array().map(Vec::len), Some(1), "{exported}");
    let consents = app.acme().see(&uuid).expect(200).json()["consents"].clone();
    assert_eq!(consents.as_array().map(Vec::len), Some(2));
    assert!(is_signed_in(&web));
}

#[test]
fn the_newest_version_is_shown_and_who_has_agreed_to_nothing_is_told_so() {
    let app = TestApp::start();
    let (_, web) = agreed(&app);
    app.apply_acme(next_version(true)).expect(200);
    let page = web.open(&authorize(&[])).expect(200);
    let request = crate::support::hidden(&page, "request");
    let fields = [
        ("request", request.as_str()),
        ("decision", "allow"),
        ("agreement.terms", "2"),
    ];
    let on = web.send("/authorize/decision", &fields).expect(303);
    assert!(parameters(on.header("location")).contains_key("code"));
    let page = web.open(PATH).expect(200);
    assert!(page.text.contains("Terms, mended") && !page.text.contains("Terms of service"));
    let (_, web) = super::signed_in(&app);
    let page = web.open(PATH).expect(200);
    assert_eq!(buttons(&page), [""; 0]);
    assert!(!page.text.contains("class=\"lines\""));
    let german = web.send(PATH, &[("locale", "de")]).expect(200);
    assert!(german.text.contains("lang=\"de\""));
}
