//! `POST /v1/account`: what is made, and what is in the way of making it.

use serde_json::json;

use crate::support::{Account, Person, TestApp};

#[test]
fn a_provisioned_person_is_answered_with_ids_places_status_and_what_comes_next() {
    let app = TestApp::start();
    let person = Person::new();
    let answer = app.acme().provisioning(&person).send().expect(201);
    let account = Account::told(&answer);
    assert!(account.id.starts_with("cus_"));
    assert!(account.user_id.starts_with("usr_"));
    assert_eq!(
        answer.header("location"),
        format!("{}/v1/account/{}", app.url(), account.id)
    );
    let body = answer.json();
    let installation = body["installations"][0]["installation_id"].clone();
    assert!(installation.as_str().is_some_and(|id| id.starts_with("loc_")));
    let wanted = json!({
        "account_id": account.id,
        "user_id": account.user_id,
        "external_account_id": person.external_id,
        "installations": [{ "installation_id": installation, "external_installation_id": "home-1" }],
        "status": "provisioned",
        "next_actions": ["verify_address"],
    });
    assert_eq!(body, wanted);
}

#[test]
fn the_mail_goes_out_at_once_only_where_the_tenant_invites() {
    let app = TestApp::start();
    let (invited, uninvited) = (Person::new(), Person::new().of_netgrid());
    app.provision(&uninvited);
    app.provision(&invited);
    let mail = app.mail(&invited.email, 1);
    assert_eq!(mail.tenant, "acme");
    assert_eq!(app.mails(&uninvited.email), []);
}

#[test]
fn a_person_the_tenant_vouches_for_begins_as_verified() {
    let app = TestApp::start();
    let answer = app.acme().provisioning(&Person::new().verified()).send().expect(201);
    let body = answer.json();
    assert_eq!(body["status"], "verified");
    assert_eq!(body["next_actions"], json!(["set_credential"]));
    let seen = app.acme().see(&Account::told(&answer).id).expect(200).json();
    assert_eq!(seen["verified_by"], "tenant");
    assert_eq!(seen["reason"], "address_verified_by_tenant");
}

#[test]
fn an_address_belongs_to_one_person_however_it_is_capitalised() {
    let app = TestApp::start();
    let person = Person::new();
    app.provision(&person);
    for email in [
        person.email.clone(),
        person.email.to_uppercase(),
        person.email.replace("r", "R"),
    ] {
        let other = Person::new().email(&email);
        app.acme().provisioning(&other).send().flawed(
            409,
            "email_exists",
            "/customer_info/email_address",
            "email_exists",
        );
    }
    assert_eq!(app.people_and_ways_in(), (1, 2));
}

#[test]
fn an_external_id_belongs_to_one_person() {
    let app = TestApp::start();
    let person = Person::new();
    app.provision(&person);
    let mut other = Person::new();
    other.external_id.clone_from(&person.external_id);
    app.acme().provisioning(&other).send().flawed(
        409,
        "external_id_exists",
        "/customer_info/external_account_id",
        "external_id_exists",
    );
    assert_eq!(app.people_and_ways_in(), (1, 2));
}

#[test]
fn a_subject_of_the_identity_provider_belongs_to_one_person() {
    let app = TestApp::start();
    let person = Person::new().subject();
    app.provision(&person);
    let other = Person::new();
    let mut body = other.body();
    body["customer_info"]["external_authentication_provider_id"] =
        person.body()["customer_info"]["external_authentication_provider_id"].clone();
    let call = app.post("/v1/account").json(&body).signed(&app.acme());
    call.send().flawed(
        409,
        "external_authentication_provider_id_exists",
        "/customer_info/external_authentication_provider_id",
        "external_authentication_provider_id_exists",
    );
    assert_eq!(app.people_and_ways_in(), (1, 3));
}

#[test]
fn the_same_person_may_be_known_to_two_tenants() {
    let app = TestApp::start();
    let person = Person::new();
    app.provision(&person);
    app.provision(&person.clone().of_netgrid());
    assert_eq!(app.people_and_ways_in(), (2, 4));
}

#[test]
fn the_labelpartner_has_to_be_the_callers_own() {
    let app = TestApp::start();
    for labelpartner in ["netgrid", "nobody", "ACME", ""] {
        let mut body = Person::new().body();
        body["labelpartner"] = labelpartner.into();
        let call = app.post("/v1/account").json(&body).signed(&app.acme());
        call.send().flawed(403, "wrong_tenant", "/labelpartner", "wrong_tenant");
    }
    assert_eq!(app.people_and_ways_in(), (0, 0));
}

#[test]
fn an_address_nobody_had_but_somebody_asked_about_can_be_provisioned() {
    let app = TestApp::start();
    let person = Person::new();
    app.ask_for_mail(&person).expect(200);
    app.provision(&person);
    app.mail(&person.email, 1);
}

#[test]
fn names_that_are_markup_stay_names() {
    let app = TestApp::start();
    let person = Person::new().named("<img src=x onerror=alert(1)>", "{{7*7}} ${7*7} http://evil.example");
    let account = app.provision(&person);
    let seen = app.acme().see(&account.id).expect(200).json();
    assert_eq!(seen["customer_info"]["first_name"], person.first_name);
    assert_eq!(seen["customer_info"]["last_name"], person.last_name);
    let mail = app.mail(&person.email, 1);
    assert!(!mail.html.contains("<img src=x"));
    assert!(!mail.html.contains("href=\"http://evil"));
    assert!(mail.links.iter().all(|link| !link.contains("evil")));
}
