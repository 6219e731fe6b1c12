//! Customers of several people: only whoever speaks for one is asked about it.

use serde_json::{Value, json};

use super::{say, verifying};
use crate::support::{Answer, PASSWORD, Person, TestApp, authorize, code_in, hidden, invitee};

/// A company with two people who have passwords: the id of the customer, and of each with their address, the owner first.
struct Company {
    id: String,
    people: [(String, String); 2],
}

#[track_caller]
fn company(app: &TestApp) -> Company {
    let email = invitee();
    let (uuid, token) = app.invited(&email);
    app.press(&token).finish();
    let owner = app.acme().see(&uuid).expect(200).json();
    let id = owner["account_id"].as_str().expect("an id").to_owned();
    let person = Person::new();
    let body = json!({ "first_name": "Eve", "last_name": "Smith", "email_address": person.email });
    let added = app.call("POST", &format!("/v1/customers/{id}/users")).json(&body);
    let second = added.signed(&app.acme()).send().expect(201).member("user_id");
    let ticket = app
        .verify(&app.mailed(&person, 1).token)
        .expect(200)
        .member("activation_ticket");
    app.set_password(&person, PASSWORD, &ticket).expect(200);
    let first = owner["user_id"].as_str().expect("an id").to_owned();
    Company {
        id,
        people: [(first, email), (second, person.email)],
    }
}

/// The page that a person comes to who signs in.
#[track_caller]
fn shown<'a>(app: &'a TestApp, email: &str) -> (crate::support::Web<'a>, Answer) {
    let web = app.web();
    let page = web.sign_in(&authorize(&[]), email).expect(200);
    // Who was added has not accepted the terms.
    if !page.text.contains("agreement.terms") {
        return (web, page);
    }
    let request = hidden(&page, "request");
    let accepted = [
        ("request", request.as_str()),
        ("decision", "allow"),
        ("agreement.terms", "1"),
    ];
    let page = web
        .on(web.send("/authorize/decision", &accepted).expect(303))
        .expect(200);
    (web, page)
}

fn seen(app: &TestApp, id: &str) -> Value {
    app.acme().see(id).expect(200).json()
}

const OWN: [(&str, &str); 2] = [("profile.firstName", "Eva"), ("profile.lastName", "Smythe")];
const COMPANY: [(&str, &str); 2] = [("profile.companyName", "Smythe Ltd"), ("profile.vatNumber", "GB1")];

#[test]
fn the_owner_speaks_for_the_company_and_the_others_for_themselves() {
    let app = verifying("business", |_| {});
    let company = company(&app);
    let [(first, of_first), (second, of_second)] = &company.people;
    let (web, page) = shown(&app, of_second);
    assert!(
        !page.text.contains("profile.companyName") && page.text.contains("value=\"Eve\""),
        "{}",
        page.text
    );
    let both = [OWN, COMPANY].concat();
    say(&web, &page, &both).refused(400, "");
    code_in(&web.on(say(&web, &page, &OWN).expect(303)));
    let told = seen(&app, second);
    assert_eq!(
        (&told["customer_info"]["first_name"], told.get("customer_fields")),
        (&json!("Eva"), None)
    );
    assert!(told["customer_verified_at"].is_string());
    assert_eq!(
        seen(&app, first)["customer_verified_at"],
        Value::Null,
        "each says it for themselves"
    );

    let (web, page) = shown(&app, of_first);
    assert!(page.text.contains("profile.companyName"), "{}", page.text);
    code_in(&web.on(say(&web, &page, &both).expect(303)));
    let expected = json!({ "companyName": "Smythe Ltd", "vatNumber": "GB1" });
    for id in [first, second] {
        assert_eq!(seen(&app, id)["customer_fields"], expected, "they are the customer's");
    }
    let customer = app.acme().call("GET", &format!("/v1/customers/{}", company.id)).send();
    assert_eq!(customer.expect(200).json()["customer_fields"], expected);
}

#[test]
fn who_is_no_owner_any_more_when_the_form_comes_says_nothing_of_the_company() {
    let app = verifying("business", |_| {});
    let company = company(&app);
    let [(first, of_first), (second, of_second)] = &company.people;
    let (web, page) = shown(&app, of_first);
    let named = app.call("POST", &format!("/v1/customers/{}/owner", company.id));
    named
        .json(&json!({ "user_id": second }))
        .signed(&app.acme())
        .send()
        .expect(200);
    say(&web, &page, &[OWN, COMPANY].concat()).refused(400, "");
    assert_eq!(seen(&app, first).get("customer_fields"), None);
    let (web, page) = shown(&app, of_second);
    code_in(&web.on(say(&web, &page, &[OWN, COMPANY].concat()).expect(303)));
    assert_eq!(seen(&app, first)["customer_fields"]["companyName"], "Smythe Ltd");
}
