//! What somebody came with is theirs, and counts once.

use serde_json::json;

use super::completing::{FILLED, companies, complete, jane, people};
use super::{leave, sign_in};
use crate::support::{authorize, hidden, invitee};

#[test]
fn a_form_whose_account_was_erased_leads_back_to_the_provider() {
    let (app, issuer, email) = companies();
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    let before = web.clone();
    complete(&web, &page, &[]).expect(303);
    let id = people(&app, &email)[0]["user_id"].as_str().expect("an id").to_owned();
    app.acme()
        .call("DELETE", &format!("/v1/account/{id}"))
        .send()
        .expect(204);
    let told = complete(&before, &page, &[]).expect(400).text;
    assert!(told.contains("sign in again"), "{told}");
    assert_eq!(people(&app, &email), json!([]));
}

#[test]
fn a_form_makes_no_account_with_an_address_that_it_does_not_show() {
    let (app, issuer, email) = companies();
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    let (mut moved, address) = (jane(&email), invitee());
    moved["email"] = address.clone().into();
    issuer.is(moved);
    let newer = sign_in(&web, &issuer).expect(200);
    complete(&web, &page, &[]).expect(400);
    assert_eq!([people(&app, &email), people(&app, &address)], [json!([]), json!([])]);
    complete(&web, &newer, &[]).expect(303);
    assert_eq!(people(&app, &address).as_array().map(Vec::len), Some(1));
}

#[test]
fn a_form_is_whose_it_was_shown_for_whoever_comes_with_the_browser_since() {
    let (app, issuer, email) = companies();
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    let other = invitee();
    issuer.is(jane(&other));
    let theirs = sign_in(&web, &issuer).expect(200);
    let told = complete(&web, &page, &[]).expect(400).text;
    assert!(told.contains("sign in again"), "{told}");
    assert_eq!([people(&app, &email), people(&app, &other)], [json!([]), json!([])]);
    let request = hidden(&theirs, "request");
    let mut without = vec![("request", request.as_str())];
    without.extend(FILLED);
    web.send("/sso/complete", &without).expect(400);
    complete(&web, &theirs, &[]).expect(303);
    assert_eq!(people(&app, &other)[0]["status"], "registered");
}

#[test]
fn whoever_only_looks_at_the_way_back_takes_no_code() {
    let (app, issuer, _) = companies();
    let web = app.web();
    let back = issuer.lets_in(&leave(&web, &authorize(&[])));
    web.look(&back).expect(204);
    assert_eq!(issuer.received("/token").len(), 0);
    web.open(&back).expect(303);
    let twice = issuer.lets_in(&leave(&web, &authorize(&[])));
    web.open(&format!("{twice}&code=another")).expect(403);
}
