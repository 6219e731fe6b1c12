//! A connection that leads to another provider than it did.

use serde_json::{Value, json};

use super::{configure, making_companies, sign_in, stack};
use crate::support::{
    Answer, Issuer, OTHER_PASSWORD, PASSWORD, Person, TestApp, Web, authorize, claims, code_in, hidden,
};

/// Somebody who gave up their password for a provider, which calls them `jane`.
fn linked() -> (TestApp, Issuer, Person) {
    let issuer = Issuer::start(json!({ "sub": "jane" }));
    let app = stack(&issuer, &json!({}));
    let person = app.registered_person();
    connect(&app, &issuer, &person, PASSWORD);
    code_in(&sign_in(&app.web(), &issuer));
    (app, issuer, person)
}

/// Comes from the provider unknown, and shows the password.
#[track_caller]
fn connect(app: &TestApp, issuer: &Issuer, person: &Person, password: &str) {
    let web = app.web();
    sign_in(&web, issuer).expect(403);
    let page = web.open("/sso/complete?labelpartner=acme&connect=yes").expect(200);
    let came = hidden(&page, "came");
    let fields = [
        ("email", person.email.as_str()),
        ("came", &came),
        ("password", password),
    ];
    web.send("/sso/complete/connect?labelpartner=acme", &fields).expect(303);
}

/// Asks for a new password on the page that a request leads to.
#[track_caller]
fn forget(web: &Web<'_>, email: &str) {
    let request = hidden(&web.follow(&authorize(&[])).expect(200), "request");
    web.send("/recover", &[("request", &request), ("email", email)])
        .expect(200);
}

/// The token of the newest mail that leads to a new password, if one came.
fn recovery_token(app: &TestApp, email: &str) -> Option<String> {
    // The request is looked at, and then the mail that it asks for.
    app.settle();
    app.settle();
    let mails = app.mails(email);
    let mut links = mails.iter().flat_map(|mail| &mail.links);
    let found = links.find_map(|link| link.split_once("/recover/password?token="));
    found.map(|(_, token)| token.to_owned())
}

fn set(app: &TestApp, token: &str, password: &str) -> Answer {
    app.post("/recover/password")
        .form(&[("ticket", token), ("password", password)])
        .send()
}

/// Whoever signs in by the provider.
#[track_caller]
fn who(app: &TestApp, issuer: &Issuer) -> Value {
    let code = code_in(&sign_in(&app.web(), issuer));
    let tokens = app.redeem(&code, &[]).send().expect(200);
    claims(&tokens.member("id_token"))["sub"].clone()
}

#[test]
fn the_same_subject_at_another_provider_is_somebody_else() {
    let (app, issuer, _) = linked();
    let other = Issuer::start(json!({ "sub": "jane" }));
    configure(&app, &other, &json!({}));
    sign_in(&app.web(), &other).expect(403);
    // The mistake is put right, and nothing is lost.
    configure(&app, &issuer, &json!({}));
    code_in(&sign_in(&app.web(), &issuer));
}

#[test]
fn whoever_has_the_subject_there_gets_an_account_of_their_own() {
    let (app, issuer, _) = linked();
    let jane = who(&app, &issuer);
    let email = Person::new().email;
    let other = Issuer::start(json!({ "sub": "jane", "email": email, "email_verified": true }));
    configure(&app, &other, &json!({ "newcomers": "create_user" }));
    let namesake = who(&app, &other);
    assert_ne!(namesake, jane);
    assert_eq!(who(&app, &other), namesake);
    configure(&app, &issuer, &json!({}));
    assert_eq!(who(&app, &issuer), jane);
}

#[test]
fn a_form_of_the_provider_before_is_worth_nothing() {
    let email = Person::new().email;
    let issuer = Issuer::start(json!({ "sub": "jane", "email": email, "email_verified": true }));
    let app = stack(&issuer, &making_companies());
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    let other = Issuer::start(json!({ "sub": "jane" }));
    configure(&app, &other, &making_companies());
    let [request, came] = ["request", "came"].map(|name| hidden(&page, name));
    let fields = [
        ("request", request.as_str()),
        ("came", &came),
        ("create", "yes"),
        ("profile.companyName", "Newcomer Ltd"),
        ("profile.firstName", "Jane"),
        ("profile.lastName", "New"),
        ("agreement.terms", "1"),
    ];
    web.send("/sso/complete", &fields).expect(400);
    configure(&app, &issuer, &making_companies());
    web.send("/sso/complete", &fields).expect(303);
}

#[test]
fn whoever_was_linked_to_the_provider_before_sets_a_password_by_mail() {
    let (app, issuer, person) = linked();
    forget(&app.web(), &person.email);
    assert_eq!(recovery_token(&app, &person.email), None, "they sign in elsewhere");
    let other = Issuer::start(json!({ "sub": "j-4711" }));
    configure(&app, &other, &json!({}));
    app.advance(1);
    forget(&app.web(), &person.email);
    let token = recovery_token(&app, &person.email).expect("the only way in that is left");
    app.advance(1);
    set(&app, &token, OTHER_PASSWORD).expect(303);
    set(&app, &token, PASSWORD).expect(409);
    app.app_of("acme").sign_in(&person.email, OTHER_PASSWORD).expect(200);
    // With that they are connected to the one that is there now, and the one before lets nobody in.
    connect(&app, &other, &person, OTHER_PASSWORD);
    code_in(&sign_in(&app.web(), &other));
    configure(&app, &issuer, &json!({}));
    sign_in(&app.web(), &issuer).expect(403);
}

#[test]
fn whose_link_leads_nowhere_any_more_is_linked_anew_or_not_but_never_twice() {
    let (app, issuer, person) = linked();
    app.apply_acme(|document| document["connections"] = json!([]))
        .expect(200);
    app.advance(1);
    forget(&app.web(), &person.email);
    let token = recovery_token(&app, &person.email).expect("a way in");
    app.advance(1);
    set(&app, &token, OTHER_PASSWORD).expect(303);
    configure(&app, &issuer, &json!({}));
    sign_in(&app.web(), &issuer).expect(403);
    app.app_of("acme").sign_in(&person.email, OTHER_PASSWORD).expect(200);
    connect(&app, &issuer, &person, OTHER_PASSWORD);
    code_in(&sign_in(&app.web(), &issuer));
}

#[test]
fn a_link_for_a_new_password_is_worth_nothing_once_their_provider_is_back() {
    let (app, issuer, person) = linked();
    app.apply_acme(|document| document["connections"] = json!([]))
        .expect(200);
    app.advance(1);
    forget(&app.web(), &person.email);
    let token = recovery_token(&app, &person.email).expect("a way in");
    configure(&app, &issuer, &json!({}));
    set(&app, &token, OTHER_PASSWORD).expect(404);
    code_in(&sign_in(&app.web(), &issuer));
}
