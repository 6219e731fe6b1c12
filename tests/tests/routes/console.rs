//! `/console`: operators look after their tenant's people.

mod agreements;
mod onboarding;
mod people;
mod questions;
mod services;
mod settings;

use serde_json::json;

use super::signup::{ask, borrowed, completed_with, link_in};
use crate::support::{Answer, PASSWORD, Person, TestApp, Web, invitee, session_cookie};

const OPERATOR: &str = "operator@acme.example";

/// Somebody opens a private account and is signed in with this browser.
#[track_caller]
fn open_account(app: &TestApp, web: &Web<'_>, email: &str) {
    ask(app, "personal", email).expect(200);
    let fields = completed_with(&link_in(app, email), PASSWORD);
    web.on(web.send("/signup/complete", &borrowed(&fields))).expect(200);
}

/// The browser of an operator who is signed in.
#[track_caller]
pub(super) fn operator(app: &TestApp) -> Web<'_> {
    let web = app.web();
    open_account(app, &web, OPERATOR);
    web
}

#[track_caller]
pub(super) fn open(web: &Web<'_>, path: &str) -> Answer {
    let joint = if path.contains('?') { '&' } else { '?' };
    web.open(&format!("{path}{joint}labelpartner=acme&locale=en"))
}

/// A mistake is told with a link to the input that it is in, which is marked.
#[track_caller]
fn leads_to(page: &str, id: &str) {
    assert!(page.contains(&format!("<a href=\"#{id}\">")), "no link to {id}: {page}");
    let input = page.split('<').find(|tag| tag.contains(&format!(" id=\"{id}\"")));
    let input = input.expect("the input that the link leads to");
    assert!(
        input.contains("aria-invalid=\"true\"") || input.starts_with("fieldset"),
        "{input}"
    );
}

/// Every page, and every form with fields that do nothing.
const PAGES: [&str; 16] = [
    "/console",
    "/console/approvals",
    "/console/people",
    "/console/people/usr_2zd1m8d0v3k9q7x5c4b6n8m0aa",
    "/console/funnel",
    "/console/onboarding",
    "/console/onboarding/kinds/business",
    "/console/onboarding/agreements",
    "/console/onboarding/apps",
    "/console/onboarding/connections",
    "/console/onboarding/questions?kind=business&of=customer_fields&name=companyName",
    "/console/onboarding/rules",
    "/console/onboarding/texts",
    "/console/onboarding/look",
    "/console/onboarding/versions",
    "/console/preview/sign-in",
];
const FORMS: [(&str, &[(&str, &str)]); 12] = [
    (
        "/console/approvals/usr_2zd1m8d0v3k9q7x5c4b6n8m0aa",
        &[("decision", "approve")],
    ),
    (
        "/console/people/usr_2zd1m8d0v3k9q7x5c4b6n8m0aa/invitation",
        &[("change", "resend")],
    ),
    ("/console/onboarding/kinds/business", &[("etag", "\"1\"")]),
    ("/console/onboarding/apps", &[("etag", "\"1\"")]),
    ("/console/onboarding/connections", &[("etag", "\"1\"")]),
    (
        "/console/onboarding/questions",
        &[
            ("etag", "\"1\""),
            ("kind", "business"),
            ("of", "customer_fields"),
            ("name", "companyName"),
        ],
    ),
    ("/console/onboarding/rules", &[("etag", "\"1\"")]),
    ("/console/onboarding/texts", &[("etag", "\"1\"")]),
    (
        "/console/onboarding/agreements",
        &[("etag", "\"1\""), ("known", "yes"), ("name", "terms")],
    ),
    ("/console/onboarding/look", &[("etag", "\"1\"")]),
    ("/console/onboarding/document", &[("etag", "\"1\""), ("document", "{}")]),
    ("/console/onboarding/versions", &[("version", "1")]),
];

#[test]
fn whoever_is_not_signed_in_signs_in_first_and_comes_to_the_console() {
    let app = TestApp::start();
    operator(&app);
    let web = app.web();
    for path in PAGES {
        let answer = open(&web, path).expect(303);
        let name = path
            .split('/')
            .nth(2)
            .filter(|name| *name != "preview")
            .unwrap_or("console");
        let location = answer.header("location");
        assert!(
            location.starts_with(&format!("/sign-in?labelpartner=acme&next={name}&")),
            "{path}: {location}"
        );
    }
    for (path, fields) in FORMS {
        let answer = web.send(&format!("{path}?labelpartner=acme"), fields).expect(303);
        assert!(answer.header("location").starts_with("/sign-in?"), "{path}");
    }
    let fields = [("email", OPERATOR), ("password", PASSWORD)];
    let answer = web
        .send("/sign-in?labelpartner=acme&next=console&locale=de", &fields)
        .expect(303);
    assert_eq!(answer.header("location"), "/console?labelpartner=acme&locale=de");
    assert!(
        web.open(answer.header("location"))
            .expect(200)
            .text
            .contains("lang=\"de\"")
    );
    // Whoever followed a link to another page of the menu comes to that.
    let answer = web
        .send("/sign-in?labelpartner=acme&next=approvals&locale=de", &fields)
        .expect(303);
    assert_eq!(
        answer.header("location"),
        "/console/approvals?labelpartner=acme&locale=de"
    );
    // Nobody is led elsewhere.
    let answer = web
        .send("/sign-in?labelpartner=acme&next=//evil.example&locale=de", &fields)
        .expect(303);
    assert_eq!(answer.header("location"), "/account");
}

#[test]
fn whoever_is_no_operator_sees_and_does_nothing() {
    let app = TestApp::start();
    let (web, email) = (app.web(), invitee());
    open_account(&app, &web, &email);
    for path in PAGES {
        let page = open(&web, path).expect(403);
        assert!(
            page.text.contains("The console is not open to you"),
            "{path}: {}",
            page.text
        );
    }
    for (path, fields) in FORMS {
        web.send(&format!("{path}?labelpartner=acme"), fields).expect(403);
    }
    // An operator of one tenant is nobody to another.
    let web = operator(&app);
    let answer = web.open("/console?labelpartner=netgrid").expect(303);
    assert!(answer.header("location").starts_with("/sign-in?labelpartner=netgrid"));
}

#[test]
fn an_operator_has_proven_the_address_by_mail_and_signed_in_today() {
    let app = TestApp::start();
    // The back office vouches for the address: that makes no operator.
    let person = Person::new().email(OPERATOR).verified().voucher("SPRING-2027");
    app.provision(&person);
    let body = json!({
        "email_address": OPERATOR, "pincode": PASSWORD, "labelpartner": "acme", "voucher_code": "SPRING-2027",
    });
    app.post("/v2/registration/no-gateway").json(&body).send().expect(200);
    let web = app.web();
    let fields = [("email", OPERATOR), ("password", PASSWORD)];
    web.send("/sign-in?labelpartner=acme", &fields).expect(303);
    open(&web, "/console").expect(403);

    let app = TestApp::start();
    let web = operator(&app);
    open(&web, "/console").expect(200);
    for _ in 0..12 {
        app.advance(3_600);
        open(&web, "/account").expect(200);
    }
    open(&web, "/console").expect(303);
    open(&web, "/account").expect(200);
}

#[test]
fn an_operator_who_is_taken_off_the_list_is_none_any_more() {
    let app = TestApp::start();
    let web = operator(&app);
    open(&web, "/console").expect(200);
    let answer = app.acme().call("GET", "/v1/tenant").send().expect(200);
    let mut document = answer.json();
    document["console"] = json!({ "operators": [] });
    let call = app.call("PUT", "/v1/tenant").header("if-match", answer.header("etag"));
    call.json(&document).signed(&app.acme()).send().expect(200);
    open(&web, "/console").expect(403);
    web.send("/console/onboarding/versions?labelpartner=acme", &[("version", "1")])
        .expect(403);
}

#[test]
fn a_form_that_is_too_large_leads_back_to_what_is_saved() {
    let app = TestApp::start();
    let web = operator(&app);
    let words = "x".repeat(70_000);
    for (path, form, back) in [
        ("/console/onboarding/look", "texts", "/console/onboarding"),
        (
            "/console/approvals/usr_2zd1m8d0v3k9q7x5c4b6n8m0aa",
            "reason",
            "/console/approvals",
        ),
    ] {
        let sent = |web: &Web<'_>| {
            web.send(
                &format!("{path}?labelpartner=acme&locale=en"),
                &[(form, words.as_str())],
            )
        };
        let page = sent(&web).expect(413).text;
        assert!(page.contains("That was too much to save at once"), "{page}");
        assert!(page.contains(&format!("href=\"{back}?labelpartner=acme")), "{page}");
        assert!(sent(&app.web()).expect(303).header("location").starts_with("/sign-in?"));
    }
}

#[test]
fn forms_of_other_sites_are_refused() {
    let app = TestApp::start();
    let web = operator(&app);
    let session = web.cookie(session_cookie(&app)).expect("a session");
    for (path, fields) in FORMS {
        let call = app.post(&format!("{path}?labelpartner=acme")).form(fields);
        let call = call.header("cookie", &format!("{}={session}", session_cookie(&app)));
        call.header("sec-fetch-site", "cross-site")
            .send()
            .refused(403, "cross_site");
    }
}

#[test]
fn nothing_from_outside_acts_as_an_operator() {
    let app = TestApp::start();
    let web = operator(&app);
    let session = web.cookie(session_cookie(&app)).expect("a session");
    // The session opens the console, and none of the API's routes.
    for path in [
        "/v1/tenant",
        "/v1/approvals",
        "/v1/account/usr_2zd1m8d0v3k9q7x5c4b6n8m0aa",
    ] {
        let call = app
            .get(path)
            .header("cookie", &format!("{}={session}", session_cookie(&app)));
        call.send().refused(401, "unauthenticated");
    }
}
