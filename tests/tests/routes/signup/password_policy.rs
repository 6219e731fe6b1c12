//! A kind of account with a rule of its own for passwords: it holds for whoever opened the account by the kind's form.

use super::{ask, borrowed, completed_with, link_in};
use crate::support::{Answer, OTHER_PASSWORD, PASSWORD, PINCODE, TestApp, Web, authorize, code_in, invitee};

const OTHER_PINCODE: &str = "730264";

fn with_pincodes() -> TestApp {
    let app = TestApp::start();
    app.apply_acme(|document| {
        document["onboarding"]["kinds"]["personal"]["password_policy"] = "pincode".into();
    })
    .expect(200);
    app
}

/// Somebody's address, and the browser they have just opened an account with.
#[track_caller]
fn signed_up<'a>(app: &'a TestApp, kind: &str, password: &str) -> (String, Web<'a>) {
    let (web, email) = (app.web(), invitee());
    ask(app, kind, &email).expect(200);
    let mut fields = completed_with(&link_in(app, &email), password);
    if kind == "business" {
        fields.push(("profile.companyName".to_owned(), "Doe Ltd".to_owned()));
        fields.push(("agreement.terms".to_owned(), "1".to_owned()));
    }
    web.on(web.send("/signup/complete", &borrowed(&fields))).expect(200);
    (email, web)
}

fn change(web: &Web<'_>, current: &str, new: &str) -> Answer {
    web.send("/account/password", &[("current_password", current), ("password", new)])
}

/// The token of a link to another password.
#[track_caller]
fn recovery(app: &TestApp, email: &str) -> String {
    let sent = app.web().send("/recover?labelpartner=acme", &[("email", email)]);
    sent.expect(200);
    // After the link to the form, and that the password was changed.
    let mail = app.mail(email, 3);
    let link = mail.links.iter().find(|link| link.contains("/recover/password?token="));
    let (_, token) = link.expect("a link").split_once("token=").expect("a token");
    token.to_owned()
}

#[test]
fn the_form_asks_for_what_the_kind_says_and_takes_nothing_else() {
    let app = with_pincodes();
    let email = invitee();
    ask(&app, "personal", &email).expect(200);
    let link = link_in(&app, &email);
    let form = app.web().open(&link).expect(200);
    assert!(
        form.text.contains("inputmode=\"numeric\"") && form.text.contains("allowed: digit"),
        "{}",
        form.text
    );
    for wrong in [PASSWORD, "12345", "1234567"] {
        let page = app
            .web()
            .send("/signup/complete", &borrowed(&completed_with(&link, wrong)));
        let page = page.expect(422);
        assert!(page.text.contains("href=\"#password\""), "{wrong}: {}", page.text);
    }
    let made = app
        .web()
        .send("/signup/complete", &borrowed(&completed_with(&link, PINCODE)));
    made.expect(303);
    app.app_of("acme").sign_in(&email, PINCODE).expect(200);

    // Another kind keeps to the tenant's rule.
    let other = invitee();
    ask(&app, "business", &other).expect(200);
    let form = app.web().open(&link_in(&app, &other)).expect(200);
    assert!(!form.text.contains("inputmode=\"numeric\""), "{}", form.text);
}

#[test]
fn it_holds_for_each_password_after_the_first() {
    let app = with_pincodes();
    let (email, web) = signed_up(&app, "personal", PINCODE);
    let page = web.open("/account/password").expect(200);
    assert_eq!(page.text.matches("inputmode=\"numeric\"").count(), 2, "{}", page.text);
    change(&web, PINCODE, OTHER_PASSWORD).expect(422);
    change(&web, PINCODE, OTHER_PINCODE).expect(303);

    app.advance(1);
    let token = recovery(&app, &email);
    let form = app.web().open(&format!("/recover/password?token={token}")).expect(200);
    assert!(form.text.contains("inputmode=\"numeric\""), "{}", form.text);
    let set = |password: &str| {
        app.web()
            .send("/recover/password", &[("ticket", &token), ("password", password)])
    };
    app.advance(1);
    set(OTHER_PASSWORD).expect(422);
    set(PINCODE).expect(303);
    app.app_of("acme").sign_in(&email, PINCODE).expect(200);
}

#[test]
fn what_the_kind_says_now_counts_and_the_tenant_where_it_says_nothing_any_more() {
    let app = with_pincodes();
    let (email, web) = signed_up(&app, "personal", PINCODE);
    app.apply_acme(|document| {
        let personal = document["onboarding"]["kinds"]["personal"]
            .as_object_mut()
            .expect("a kind");
        personal.remove("password_policy");
    })
    .expect(200);
    // Whoever has a password signs in with it, whatever new ones have to be.
    app.app_of("acme").sign_in(&email, PINCODE).expect(200);
    change(&web, PINCODE, OTHER_PINCODE).expect(422);
    change(&web, PINCODE, OTHER_PASSWORD).expect(303);
}

#[test]
fn people_whom_the_back_office_made_known_keep_to_the_tenants_rule() {
    let app = with_pincodes();
    let person = app.registered_person();
    let web = app.web();
    code_in(&web.sign_in(&authorize(&[]), &person.email));
    change(&web, PASSWORD, PINCODE).expect(422);
    change(&web, PASSWORD, OTHER_PASSWORD).expect(303);
}

#[test]
fn pages_that_do_not_know_the_person_yet_are_the_same_for_everybody() {
    let app = with_pincodes();
    for path in ["/sign-in?labelpartner=acme", "/recover?labelpartner=acme"] {
        let page = app.web().open(path).expect(200);
        assert!(
            !page.text.contains("numeric") && !page.text.contains("PIN"),
            "{path}: {}",
            page.text
        );
    }
}
