//! Whoever has a password here and shows it once.

use serde_json::json;

use super::{sign_in, stack};
use crate::support::{Answer, Issuer, PASSWORD, Person, TestApp, Web, code_in, hidden};

fn connect(web: &Web<'_>, page: &Answer, email: &str, password: &str) -> Answer {
    let [request, came] = ["request", "came"].map(|name| hidden(page, name));
    let fields = [
        ("request", request.as_str()),
        ("came", came.as_str()),
        ("email", email),
        ("password", password),
    ];
    web.send("/sso/complete/connect", &fields)
}

/// Somebody with a password, and a provider that knows them by their address.
fn known() -> (TestApp, Issuer, Person) {
    let issuer = Issuer::start(json!({}));
    let app = stack(&issuer, &json!({ "newcomers": "create_user" }));
    let person = app.registered_person();
    issuer.is(json!({ "sub": "jane", "email": person.email, "email_verified": true }));
    (app, issuer, person)
}

#[test]
fn whoever_shows_their_password_signs_in_with_the_provider_from_then_on() {
    let (app, issuer, person) = known();
    let before = app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    let whose = format!(": {}</p>", person.email);
    assert!(
        page.text.contains(&whose),
        "whoever has several sees which it is: {}",
        page.text
    );
    let again = connect(&web, &page, &person.email, "nine wrong guesses here").expect(403);
    assert!(again.text.contains(&format!("value=\"{}\"", person.email)));
    code_in(&web.on(connect(&web, &page, &person.email, PASSWORD)));
    app.app_of("acme")
        .sign_in(&person.email, PASSWORD)
        .refused(400, "invalid_grant");
    app.app_of("acme")
        .refresh(&before.member("refresh_token"))
        .refused(400, "invalid_grant");
    code_in(&sign_in(&app.web(), &issuer));
    app.settle();
    let mails = app.mails(&person.email);
    assert!(
        mails.iter().any(|mail| mail.subject.contains("another way")),
        "they are told"
    );
}

#[test]
fn somebody_whom_nobody_knows_there_may_have_an_account_under_another_address() {
    let issuer = Issuer::start(json!({ "sub": "jane" }));
    let app = stack(&issuer, &json!({}));
    let person = app.registered_person();
    let web = app.web();
    let unknown = sign_in(&web, &issuer).expect(403);
    let (_, rest) = unknown.text.split_once("href=\"/sso/complete?").expect("a way");
    let to = format!(
        "/sso/complete?{}",
        rest.split('"').next().expect("a link").replace("&#38;", "&")
    );
    let page = web.open(&to).expect(200);
    code_in(&web.on(connect(&web, &page, &person.email, PASSWORD)));
    code_in(&sign_in(&app.web(), &issuer));
}

#[test]
fn one_person_there_is_one_person_here() {
    let (app, issuer, person) = known();
    let other = app.registered_person();
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    code_in(&web.on(connect(&web, &page, &person.email, PASSWORD)));
    // The page is still open in a second tab whose cookie is older.
    let stale = app.web();
    let page = {
        issuer.is(json!({ "sub": "stranger" }));
        sign_in(&stale, &issuer).expect(403)
    };
    assert!(page.text.contains("I have a password"));
    issuer.is(json!({ "sub": "jane", "email": other.email, "email_verified": true }));
    code_in(&sign_in(&app.web(), &issuer));
    assert_eq!(
        app.app_of("acme").sign_in(&other.email, PASSWORD).status,
        200,
        "nothing was linked to them"
    );
}

#[test]
fn whom_the_back_office_knows_by_another_id_is_not_connected() {
    let issuer = Issuer::start(json!({ "sub": "jane" }));
    let app = stack(&issuer, &json!({}));
    let person = Person::new().subject();
    app.provision(&person);
    let mail = app.mailed(&person, 1);
    let ticket = app.verify(&mail.token).expect(200).member("activation_ticket");
    app.set_password(&person, PASSWORD, &ticket).expect(200);
    let web = app.web();
    sign_in(&web, &issuer).expect(403);
    let page = web.open("/sso/complete?labelpartner=acme&connect=yes").expect(200);
    let came = hidden(&page, "came");
    let fields = [
        ("email", person.email.as_str()),
        ("came", &came),
        ("password", PASSWORD),
    ];
    web.send("/sso/complete/connect?labelpartner=acme", &fields).expect(403);
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    // By the id that they are known by, they are.
    issuer.is(json!({ "sub": person.subject }));
    let page = sign_in(&web, &issuer).expect(200);
    code_in(&web.on(connect(&web, &page, &person.email, PASSWORD)));
}

#[test]
fn nobody_connects_without_having_come_from_there() {
    let (app, _, person) = known();
    let fields = [("email", person.email.as_str()), ("password", PASSWORD)];
    app.web()
        .send("/sso/complete/connect?labelpartner=acme", &fields)
        .expect(400);
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
}
