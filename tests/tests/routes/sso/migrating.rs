//! Somebody with a password signs in with their provider from now on.

use serde_json::json;

use super::{MIGRATE, TOKEN, active, exchange, register, seen, stack};
use crate::support::{Answer, PASSWORD, Person, Provider, Says, TestApp};

fn migrate(app: &TestApp, access: &str) -> Answer {
    let body = json!({ "external_provider_access_token": TOKEN });
    app.post(MIGRATE).bearer(access).json(&body).send()
}

#[track_caller]
fn signed_in(app: &TestApp, person: &Person) -> serde_json::Value {
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200).json()
}

#[test]
fn the_password_ends_with_it_and_every_sign_in_by_it() {
    let provider = Provider::start(active("jane-at-acme"));
    let app = stack(&provider);
    let person = app.registered_person();
    let tokens = signed_in(&app, &person);
    let access = tokens["access_token"].as_str().expect("a token");
    migrate(&app, access).expect(200);
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(400);
    app.app_of("acme")
        .refresh(tokens["refresh_token"].as_str().expect("a token"))
        .expect(400);
    migrate(&app, access).refused(401, "unauthenticated");
    let exchanged = exchange(&app).expect(200).json();
    let told = seen(&app, &person);
    assert_eq!(
        crate::support::claims(exchanged["accessToken"].as_str().expect("a token"))["sub"],
        told["user_id"]
    );
    assert_eq!(told["status"], "registered");
    register(&app).expect(200);
    // The address they proved stays proven, and recovery gives nobody a password that is gone.
    assert_eq!(told["verified_by"], "mail");
    migrate(&app, exchanged["accessToken"].as_str().expect("a token")).expect(200);
}

#[test]
fn the_owner_is_told_and_nobody_else_can_be_meant_by_it() {
    let provider = Provider::start(active("jane-at-acme"));
    let app = stack(&provider);
    let person = app.registered_person();
    let access = signed_in(&app, &person)["access_token"]
        .as_str()
        .expect("a token")
        .to_owned();
    migrate(&app, &access).expect(200);
    app.wait_until("the owner is told", || {
        let mails = app.mails(&person.email);
        mails.iter().any(|mail| {
            mail.subject == "Acme Energy: you sign in another way now" && mail.text.contains("with Acme account")
        })
    });
    assert_eq!(
        seen(&app, &person)["external_authentication_provider_id"],
        "jane-at-acme"
    );
    let mut other = Person::new();
    other.subject = Some("jane-at-acme".to_owned());
    let taken = "external_authentication_provider_id_exists";
    app.acme().provisioning(&other).send().refused(409, taken);
}

#[test]
fn an_old_sign_in_or_an_app_that_could_not_go_on_moves_nobody() {
    let provider = Provider::start(active("jane-at-acme"));
    let app = stack(&provider);
    let person = app.registered_person();
    let tokens = signed_in(&app, &person);
    app.advance(601);
    migrate(&app, tokens["access_token"].as_str().expect("a token")).refused(401, "sign_in_too_old");
    // A fresh token of the same sign-in is as old as that.
    let refreshed = app
        .app_of("acme")
        .refresh(tokens["refresh_token"].as_str().expect("a token"));
    let refreshed = refreshed.expect(200).member("access_token");
    migrate(&app, &refreshed).refused(401, "sign_in_too_old");
    super::configure_with(
        &app,
        json!([super::connection(&provider)]),
        json!(["password", "refresh_token"]),
    );
    app.advance(61);
    let access = signed_in(&app, &person)["access_token"]
        .as_str()
        .expect("a token")
        .to_owned();
    migrate(&app, &access).refused(403, "grant_not_allowed");
    assert!(provider.received().is_empty(), "the provider is asked about none of it");
    signed_in(&app, &person);
}

#[test]
fn both_tokens_have_to_be_good() {
    let provider = Provider::start(Says::json(&json!({ "active": false })));
    let app = stack(&provider);
    let person = app.registered_person();
    let tokens = signed_in(&app, &person);
    let access = tokens["access_token"].as_str().expect("a token");
    migrate(&app, access).refused(403, "external_token_refused");
    provider.says(active("jane-at-acme"));
    let body = json!({ "external_provider_access_token": TOKEN });
    app.post(MIGRATE).json(&body).send().refused(401, "unauthenticated");
    migrate(&app, &format!("{access}x")).refused(401, "unauthenticated");
    app.post(MIGRATE)
        .bearer(&app.acme().token())
        .json(&body)
        .send()
        .refused(401, "unauthenticated");
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    exchange(&app).refused(403, "sso_not_registered");
}

#[test]
fn nobody_takes_who_somebody_else_is() {
    let provider = Provider::start(active("jane-at-acme"));
    let app = stack(&provider);
    let (first, second) = (app.registered_person(), app.registered_person());
    let access = |person| {
        signed_in(&app, person)["access_token"]
            .as_str()
            .expect("a token")
            .to_owned()
    };
    let (of_first, of_second) = (access(&first), access(&second));
    migrate(&app, &of_first).expect(200);
    migrate(&app, &of_second).refused(409, "external_identity_exists");
    // Whom the back office meant by a subject alone is that.
    let meant = Person::new().subject();
    app.provision(&meant);
    provider.says(active(meant.subject.as_deref().expect("a subject")));
    migrate(&app, &of_second).refused(409, "external_identity_exists");
    register(&app).expect(200);
    signed_in(&app, &second);
}

#[test]
fn whoever_the_back_office_knows_as_somebody_moves_to_nobody_else() {
    let person = Person::new().subject();
    let provider = Provider::start(active("another"));
    let app = stack(&provider);
    app.provision(&person);
    let ticket = app
        .verify(&app.mailed(&person, 1).token)
        .expect(200)
        .member("activation_ticket");
    app.set_password(&person, PASSWORD, &ticket).expect(200);
    let access = signed_in(&app, &person)["access_token"]
        .as_str()
        .expect("a token")
        .to_owned();
    migrate(&app, &access).refused(409, "external_identity_differs");
    provider.says(active(person.subject.as_deref().expect("a subject")));
    migrate(&app, &access).expect(200);
    exchange(&app).expect(200);
}

#[test]
fn of_many_at_once_one_moves_them() {
    let provider = Provider::start(active("jane-at-acme"));
    let app = stack(&provider);
    let person = app.registered_person();
    let access = signed_in(&app, &person)["access_token"]
        .as_str()
        .expect("a token")
        .to_owned();
    let statuses: Vec<u16> = std::thread::scope(|threads| {
        let calls: Vec<_> = (0..20)
            .map(|_| threads.spawn(|| migrate(&app, &access).status))
            .collect();
        calls.into_iter().map(|call| call.join().expect("an answer")).collect()
    });
    assert!(statuses.contains(&200), "{statuses:?}");
    assert!(
        statuses.iter().all(|status| [200, 401, 409].contains(status)),
        "{statuses:?}"
    );
    exchange(&app).expect(200);
}
