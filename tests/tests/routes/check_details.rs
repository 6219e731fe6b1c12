//! `/check-details`: whom the back office made known confirms or corrects what it wrote, once, on the way to an app.

mod asking;
mod several;
mod taken;

use serde_json::{Value, json};

use crate::support::{
    Account, Answer, OTHER_PASSWORD, PASSWORD, Person, TestApp, Web, authorize, claims, code_in, hidden, invitee,
};

const PATH: &str = "/check-details";

/// A stack where people of this kind are asked, with what else the document says.
#[track_caller]
fn verifying(kind: &str, change: impl FnOnce(&mut Value)) -> TestApp {
    let app = TestApp::start();
    app.apply_acme(|document| {
        document["onboarding"]["kinds"][kind]["verify_customer"] = true.into();
        change(document);
    })
    .expect(200);
    app
}

/// Households are asked about themselves, their number and their meter.
fn households() -> TestApp {
    verifying("personal", |document| {
        let personal = &mut document["onboarding"]["kinds"]["personal"];
        personal["customer_fields"] = json!([
            { "name": "meter", "type": "text", "required": true, "label": { "en": "Meter" } },
            { "name": "home", "type": "address", "label": { "en": "Home" } },
        ]);
        personal["user_fields"] = json!([
            { "name": "firstName", "required": true }, { "name": "lastName", "required": true }, { "name": "mobileNumber" },
        ]);
    })
}

/// Somebody whom the back office made known and who has a password, and the page they are shown.
#[track_caller]
fn asked(app: &TestApp) -> (Person, Account, Web<'_>, Answer) {
    let person = Person::new();
    let account = app.provision(&person);
    let ticket = app
        .verify(&app.mailed(&person, 1).token)
        .expect(200)
        .member("activation_ticket");
    app.set_password(&person, PASSWORD, &ticket).expect(200);
    let web = app.web();
    let page = web.sign_in(&authorize(&[]), &person.email).expect(200);
    assert!(page.text.contains("Check your details"), "{}", page.text);
    (person, account, web, page)
}

/// Sends the form with these values.
fn say(web: &Web<'_>, page: &Answer, values: &[(&str, &str)]) -> Answer {
    let request = hidden(page, "request");
    let mut fields = vec![("request", request.as_str()), ("decision", "confirm")];
    fields.extend_from_slice(values);
    web.send(PATH, &fields)
}

const RIGHT: [(&str, &str); 4] = [
    ("profile.meter", "M-4711"),
    ("profile.firstName", "Zoe"),
    ("profile.lastName", "Berg"),
    ("profile.mobileNumber", "+49 151 1234567"),
];

#[test]
fn what_is_known_is_confirmed_or_corrected_once_before_the_app_gets_its_code() {
    let app = households();
    let (person, account, web, page) = asked(&app);
    for known in [
        person.email.as_str(),
        "value=\"Zoë\"",
        "value=\"van der Berg\"",
        "name=\"profile.home.locality\"",
    ] {
        assert!(page.text.contains(known), "{known}: {}", page.text);
    }
    let done = web.on(say(&web, &page, &RIGHT).expect(303));
    let tokens = app.redeem(&code_in(&done), &[]).send().expect(200);
    let told = claims(&tokens.member("id_token"));
    assert_eq!(
        (&told["given_name"], &told["family_name"]),
        (&json!("Zoe"), &json!("Berg"))
    );
    assert_eq!(told.get("customer_verification_pending"), None);

    let seen = app.acme().see(&account.user_id).expect(200).json();
    assert!(seen["customer_verified_at"].is_string(), "{seen}");
    assert_eq!(seen["customer_fields"], json!({ "meter": "M-4711" }));
    assert_eq!(seen["customer_info"]["first_name"], "Zoe");
    assert_eq!(seen["customer_info"]["phone_number"], "+491511234567");
    let export = web.open("/account/export").expect(200).json();
    assert_eq!(export["times"]["customer_verified_at"], seen["customer_verified_at"]);

    // Nobody is asked twice, wherever they sign in, and a form that was kept says nothing any more.
    code_in(&app.web().sign_in(&authorize(&[]), &person.email));
    let late = say(
        &web,
        &page,
        &[
            ("profile.meter", "M-1"),
            ("profile.firstName", "X"),
            ("profile.lastName", "Y"),
        ],
    );
    code_in(&web.on(late.expect(303)));
    let again = app.acme().see(&account.user_id).expect(200).json();
    assert_eq!(again["customer_fields"], seen["customer_fields"]);
}

#[test]
fn mistakes_are_told_field_by_field_and_everything_typed_is_kept() {
    let app = households();
    let (_, account, web, page) = asked(&app);
    let typed = [
        ("profile.meter", " "),
        ("profile.firstName", "Zoe"),
        ("profile.lastName", ""),
        ("profile.mobileNumber", "0151 12"),
        ("profile.home.locality", "Dover"),
    ];
    let wrong = say(&web, &page, &typed).expect(422);
    for field in ["profile.meter", "profile.lastName", "profile.mobileNumber"] {
        assert!(
            wrong.text.contains(&format!("href=\"#{field}\"")),
            "{field}: {}",
            wrong.text
        );
    }
    for kept in ["value=\"Zoe\"", "value=\"0151 12\"", "value=\"Dover\""] {
        assert!(wrong.text.contains(kept), "{kept}: {}", wrong.text);
    }
    let request = hidden(&page, "request");
    let mut fields = vec![("request", request.as_str()), ("locale", "de")];
    fields.extend_from_slice(&typed);
    let german = web.send(PATH, &fields).expect(200);
    assert!(
        german.text.contains("lang=\"de\"") && german.text.contains("value=\"Dover\""),
        "{}",
        german.text
    );
    assert!(!german.text.contains("class=\"errors\""));
    let seen = app.acme().see(&account.user_id).expect(200).json();
    assert_eq!(
        (&seen["customer_verified_at"], &seen["customer_info"]["first_name"]),
        (&Value::Null, &json!("Zoë"))
    );
}

#[test]
fn what_is_emptied_goes_and_what_nobody_asks_stays() {
    let app = households();
    let (person, account, web, page) = asked(&app);
    let mut values = RIGHT;
    values[3].1 = "";
    code_in(&web.on(say(&web, &page, &values).expect(303)));
    let seen = app.acme().see(&account.user_id).expect(200).json();
    assert_eq!(seen["customer_info"].get("phone_number"), None);
    assert_eq!(seen["external_account_id"], person.external_id.as_str());
    assert_eq!(seen["installations"][0]["address_info"]["city"], "Cambridge");
}

#[test]
fn whoever_moves_to_another_address_or_chooses_another_password_has_still_said_it() {
    let app = households();
    let (person, account, web, page) = asked(&app);
    code_in(&web.on(say(&web, &page, &RIGHT).expect(303)));
    let fields = [("current_password", PASSWORD), ("password", OTHER_PASSWORD)];
    web.send("/account/password", &fields).expect(303);
    let new = invitee();
    web.send(
        "/account/email",
        &[("email", &new), ("current_password", OTHER_PASSWORD)],
    )
    .expect(200);
    let mail = app.mail(&new, 1);
    let link = mail.links.iter().find(|link| link.contains("token=")).expect("a link");
    let (_, token) = link.split_once("token=").expect("a token");
    web.send("/account/email/confirm", &[("token", token), ("confirm", "yes")])
        .expect(303);
    let seen = app.acme().see(&account.user_id).expect(200).json();
    assert_eq!(seen["customer_info"]["email_address"], new.as_str(), "{}", person.email);
    assert!(seen["customer_verified_at"].is_string());
}

#[test]
fn a_kind_that_asks_has_something_to_ask_and_no_field_passes_for_the_claim() {
    let app = TestApp::start();
    let without = |document: &mut Value| {
        document["onboarding"]["kinds"]["personal"]["verify_customer"] = true.into();
        document["onboarding"]["kinds"]["personal"]["user_fields"] = json!([{ "name": "lastName", "shown": false }]);
    };
    let at = "/onboarding/kinds/personal/verify_customer";
    app.apply_acme(without)
        .flawed(422, "validation_failed", at, "not_acceptable");
    let pretending = |document: &mut Value| {
        let field =
            json!({ "name": "customer_verification_pending", "type": "text", "label": { "en": "x" }, "scope": "x" });
        document["clients"][2]["fields"] = json!([field, { "name": "mobileNumber" }]);
    };
    let at = "/clients/2/fields/0/scope";
    app.apply_acme(pretending)
        .flawed(422, "validation_failed", at, "not_acceptable");
}
