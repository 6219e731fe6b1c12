//! Links that were mailed while a kind of account took their address, and are opened when it does not.

use serde_json::{Value, json};

use super::{ask, borrowed, completed_with, link_in, people, things};
use crate::support::{PASSWORD, TestApp, hidden, invitee};

#[test]
fn an_address_that_is_no_longer_taken_is_told_so_behind_its_link_too() {
    let app = TestApp::start();
    let email = invitee();
    ask(&app, "personal", &email).expect(200);
    let link = link_in(&app, &email);
    let deny = |document: &mut Value| {
        document["onboarding"]["kinds"]["personal"]["denied_addresses"] = json!([email]);
    };
    app.apply_acme(deny).expect(200);
    let form = app.web().open(&link).expect(403);
    let fields = completed_with(&link, PASSWORD);
    let sent = app.web().send("/signup/complete", &borrowed(&fields)).expect(403);
    for page in [form, sent] {
        assert!(page.text.contains("cannot be opened at the moment"), "{}", page.text);
    }
    assert_eq!(people(&app, &email), 0);
    app.apply_acme(|_| ()).expect(200);
    app.web().send("/signup/complete", &borrowed(&fields)).expect(303);
}

#[test]
fn a_kind_that_is_closed_leads_whoever_came_from_an_app_back_to_it() {
    let app = TestApp::start();
    let web = app.web();
    let request = hidden(&web.follow(&things(&[("prompt", "create")])).expect(200), "request");
    let email = invitee();
    let fields = [("request", request.as_str()), ("kind", "personal"), ("email", &email)];
    web.send("/signup", &fields).expect(200);
    let link = link_in(&app, &email);
    app.apply_acme(|document| document["onboarding"]["kinds"]["personal"]["enabled"] = false.into())
        .expect(200);
    let page = web.open(&link).expect(403);
    assert!(page.text.contains("cannot be opened at the moment"), "{}", page.text);
    assert!(page.text.contains("Back to the app"), "{}", page.text);
}
