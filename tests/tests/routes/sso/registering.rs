//! The first time that somebody comes from their provider.

use std::collections::BTreeMap;

use serde_json::json;

use super::{
    EXCHANGE, SECRET, SSO_USER, TOKEN, active, bringing, connection, exchange, provisioned, register, seen, stack,
};
use crate::support::{PASSWORD, Person, Provider, TestApp, authorize, hidden, invitation};

#[test]
fn whoever_the_back_office_meant_is_registered_by_their_provider_and_needs_no_mail() {
    let (app, provider, person) = provisioned();
    exchange(&app).refused(403, "sso_not_registered");
    let answer = register(&app).expect(200).json();
    assert_eq!(answer, json!({ "status": "ok", "message": "ok" }));
    let told = seen(&app, &person);
    assert_eq!(
        (&told["status"], &told["verified_by"]),
        (&json!("registered"), &json!(null))
    );
    let received = provider.received();
    let form: BTreeMap<String, String> = serde_urlencoded::from_bytes(&received[0].body).expect("a form");
    let expected = [
        ("client_id", "usher"),
        ("client_secret", SECRET),
        ("token", TOKEN),
        ("token_type_hint", "access_token"),
    ];
    assert_eq!(
        form,
        expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
    );
    assert_eq!(
        received[0].header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    assert_eq!(received[0].header("accept"), Some("application/json"));
    // Once more is the same, and what they can do now.
    register(&app).expect(200);
    exchange(&app).expect(200);
    // No link that was mailed to them before does anything any more.
    let mail = app.mailed(&person, 1);
    app.verify(&mail.token).refused(409, "link_used");
}

#[test]
fn an_address_links_nobody() {
    let person = Person::new();
    let says = json!({ "active": true, "external_authentication_provider_id": "a-stranger",
                       "email": person.email, "email_verified": true, "sub": person.external_id });
    let provider = Provider::start(crate::support::Says::json(&says));
    let app = stack(&provider);
    app.provision(&person);
    register(&app).refused(403, "registration_refused");
    exchange(&app).refused(403, "sso_not_registered");
    assert_eq!(seen(&app, &person)["status"], "provisioned");
}

#[test]
fn of_many_at_once_one_registers_and_all_are_told_so() {
    let (app, _provider, person) = provisioned();
    std::thread::scope(|threads| {
        let calls: Vec<_> = (0..40).map(|_| threads.spawn(|| register(&app).status)).collect();
        for call in calls {
            assert_eq!(call.join().expect("an answer"), 200);
        }
    });
    assert_eq!(seen(&app, &person)["status"], "registered");
    exchange(&app).expect(200);
}

#[test]
fn whoever_has_a_password_is_asked_to_move_with_it() {
    let (app, _provider, person) = provisioned();
    let mail = app.mailed(&person, 1);
    let ticket = app.verify(&mail.token).expect(200).member("activation_ticket");
    app.set_password(&person, PASSWORD, &ticket).expect(200);
    register(&app).refused(409, "sso_migration_needed");
    exchange(&app).refused(403, "sso_not_registered");
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
}

#[test]
fn another_connection_is_another_world() {
    let (app, provider, person) = provisioned();
    register(&app).expect(200);
    let subject = person.subject.as_deref().expect("a subject");
    let other = Provider::start(active(subject));
    let mut second = connection(&other);
    second["id"] = "other".into();
    second["matches_provisioned"] = false.into();
    super::configure(&app, json!([connection(&provider), second]));
    let by = |path: &str, connection: Option<&str>| {
        let mut body = json!({ "external_provider_access_token": TOKEN, "client_id": "acme-app" });
        if let Some(connection) = connection {
            body["connection"] = connection.into();
        }
        app.post(path).json(&body).send()
    };
    // With two of them, one has to be named.
    for connection in [None, Some("third"), Some("")] {
        by(EXCHANGE, connection).flawed(422, "validation_failed", "/connection", "connection_unknown");
        by(SSO_USER, connection).flawed(422, "validation_failed", "/connection", "connection_unknown");
    }
    by(EXCHANGE, Some("acme-login")).expect(200);
    // The same subject there is somebody else, or nobody.
    by(EXCHANGE, Some("other")).refused(403, "sso_not_registered");
    by(SSO_USER, Some("other")).refused(403, "registration_refused");
}

#[test]
fn an_address_that_nobody_has_proven_opens_nothing_once_the_provider_is_gone() {
    let (app, _provider, person) = provisioned();
    register(&app).expect(200);
    super::configure(&app, json!([]));
    app.advance(1);
    let web = app.web();
    let request = hidden(&web.follow(&authorize(&[])).expect(200), "request");
    web.send("/recover", &[("request", &request), ("email", &person.email)])
        .expect(200);
    app.settle();
    app.settle();
    let mails = app.mails(&person.email);
    let mut links = mails.iter().flat_map(|mail| &mail.links);
    assert!(
        links.all(|link| !link.contains("/recover/password")),
        "it may be a typing error's"
    );
}

#[test]
fn a_person_who_is_erased_is_refused_at_once_and_leaves_the_subject_free() {
    let (app, _provider, person) = provisioned();
    register(&app).expect(200);
    let id = seen(&app, &person)["account_id"].as_str().expect("an id").to_owned();
    app.acme()
        .call("DELETE", &format!("/v1/account/{id}"))
        .send()
        .expect(204);
    exchange(&app).refused(403, "sso_not_registered");
    register(&app).refused(403, "registration_refused");
    let mut again = Person::new();
    again.subject.clone_from(&person.subject);
    app.provision(&again);
    register(&app).expect(200);
    assert_eq!(seen(&app, &again)["status"], "registered");
}

#[test]
fn whoever_belongs_to_another_tenant_is_not_registered_and_what_is_no_token_is_not_asked_about() {
    let person = Person::new().subject().of_netgrid();
    let provider = Provider::start(active(person.subject.as_deref().expect("a subject")));
    let app: TestApp = stack(&provider);
    app.provision(&person);
    register(&app).refused(403, "registration_refused");
    bringing(&app, SSO_USER, "")
        .send()
        .refused(403, "external_token_refused");
    bringing(&app, SSO_USER, "a b")
        .send()
        .refused(403, "external_token_refused");
    assert_eq!(provider.received().len(), 1, "what is no token is not asked about");
}

#[test]
fn whoever_was_invited_to_an_app_as_well_finishes_by_their_invitation() {
    let (app, _provider, person) = provisioned();
    let mut body = invitation(&person.email);
    body["resend"] = true.into();
    // The mail that provisioning sent was the last one for a minute.
    app.advance(61);
    let invited = app.pre_register(&body).send();
    assert!(invited.status < 300, "{}", invited.text);
    register(&app).refused(403, "registration_refused");
    exchange(&app).refused(403, "sso_not_registered");
    assert_eq!(seen(&app, &person)["status"], "provisioned");
}
