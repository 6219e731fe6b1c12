//! `POST /v1/account`: what is wrong with a call is told with a word and a pointer, and nothing is
//! stored.

use serde_json::{Value, json};

use super::bodies::with;
use crate::support::{Person, TestApp};

const DETAILS: &str = "/customer_info";

fn refuses_each(app: &TestApp, cases: &[(&str, Value, &str)]) {
    for (pointer, value, flaw) in cases {
        let call = app
            .post("/v1/account")
            .json(&with(pointer, value.clone()))
            .signed(&app.acme());
        let answer = call.send().refused(422, "validation_failed");
        assert_eq!(answer.flaws(), [((*pointer).to_owned(), (*flaw).to_owned())], "{value}");
    }
    assert_eq!(app.people_and_ways_in(), (0, 0));
}

#[test]
fn addresses_that_could_be_read_in_two_ways_are_refused() {
    let app = TestApp::start();
    let at = format!("{DETAILS}/email_address");
    let long_local = format!("{}@example.org", "a".repeat(65));
    let long = format!("{}@{}.example.org", "a".repeat(60), "b".repeat(60).repeat(4));
    let too_long = format!("a@{}.org", ["b"; 4].map(|label| label.repeat(62)).join("."));
    let cases = [
        ("jane", "address_malformed"),
        ("@example.org", "address_malformed"),
        ("a@b@example.org", "address_malformed"),
        ("a@example.org,b@example.org", "address_malformed"),
        ("\"jane doe\"@example.org", "address_white_space"),
        (" jane@example.org", "address_white_space"),
        ("jane@example.org\nBcc: x@example.org", "address_white_space"),
        ("jane\u{0}@example.org", "address_forbidden_character"),
        ("victim\u{ff20}example.org", "address_forbidden_character"),
        ("victim\u{fe6b}example.org", "address_forbidden_character"),
        ("j\u{200b}ane@example.org", "address_forbidden_character"),
        ("m\u{131}ke@example.org", "address_local_part_not_ascii"),
        ("jürgen@example.org", "address_local_part_not_ascii"),
        ("jane@localhost", "address_domain_invalid"),
        ("jane@[192.0.2.1]", "address_domain_invalid"),
        ("jane@192.0.2.1", "address_domain_invalid"),
        ("jane@example.org.", "address_domain_invalid"),
        ("jane@exa mple.org", "address_white_space"),
        ("jane@e\u{212a}ample.org", "address_domain_invalid"),
        ("jane@-example.org", "address_domain_invalid"),
        (long_local.as_str(), "address_too_long"),
        (long.as_str(), "address_domain_invalid"),
        (too_long.as_str(), "address_domain_invalid"),
    ];
    let cases = cases.map(|(email, flaw)| (at.as_str(), json!(email), flaw));
    // Which of two true words a long one is refused with is not promised.
    let (exact, long) = cases.split_at(20);
    refuses_each(&app, exact);
    for (pointer, value, _) in long {
        let call = app
            .post("/v1/account")
            .json(&with(pointer, value.clone()))
            .signed(&app.acme());
        let answer = call.send().refused(422, "validation_failed");
        assert_eq!(answer.flaws()[0].0, *pointer);
    }
}

#[test]
fn an_international_domain_is_converted_once() {
    let app = TestApp::start();
    let person = Person::new();
    let local = person.email.split('@').next().expect("a local part").to_owned();
    let typed = person.clone().email(&format!("{local}@bücher.example"));
    let account = app.provision(&typed);
    let seen = app.acme().see(&account.id).expect(200).json();
    assert_eq!(
        seen["customer_info"]["email_address"],
        format!("{local}@xn--bcher-kva.example")
    );
    let again = Person::new().email(&format!("{local}@XN--bcher-kva.example"));
    app.acme().provisioning(&again).send().refused(409, "email_exists");
}

#[test]
fn names_without_a_visible_character_or_with_an_invisible_one_are_refused() {
    let app = TestApp::start();
    let (first, last) = (format!("{DETAILS}/first_name"), format!("{DETAILS}/last_name"));
    refuses_each(
        &app,
        &[
            (&first, json!(""), "name_empty"),
            (&last, json!("   "), "name_empty"),
            (&first, json!("a".repeat(101)), "name_too_long"),
            (&last, json!("Doe\nBcc: x"), "name_forbidden_character"),
            (&first, json!("\u{202e}enaJ"), "name_forbidden_character"),
            (&last, json!("Doe\u{1b}[31m"), "name_forbidden_character"),
        ],
    );
}

#[test]
fn ids_phone_numbers_languages_and_places_are_checked() {
    let app = TestApp::start();
    let too_many: Vec<Value> = (0..21).map(|_| json!({})).collect();
    let address: Value = (0..21).map(|part| (format!("part{part}"), json!("x"))).collect();
    refuses_each(
        &app,
        &[
            ("/customer_info/external_account_id", json!(""), "id_malformed"),
            (
                "/customer_info/external_account_id",
                json!("x".repeat(129)),
                "id_malformed",
            ),
            ("/customer_info/external_account_id", json!("a\u{7}b"), "id_malformed"),
            (
                "/customer_info/external_authentication_provider_id",
                json!(" "),
                "id_malformed",
            ),
            (
                "/customer_info/phone_number",
                json!("020 7946 0000"),
                "phone_number_malformed",
            ),
            ("/customer_info/phone_number", json!("+1"), "phone_number_malformed"),
            ("/customer_info/locale", json!("english"), "locale_malformed"),
            ("/customer_info/locale", json!("en_GB"), "locale_malformed"),
            ("/installation_info", json!([]), "installation_count"),
            ("/installation_info", json!(too_many), "installation_count"),
            (
                "/installation_info/0/external_installation_id",
                json!(""),
                "id_malformed",
            ),
            ("/installation_info/0/address_info", address, "address_info_malformed"),
            (
                "/installation_info/0/address_info",
                json!({"street": ["a"]}),
                "address_info_malformed",
            ),
            (
                "/installation_info/0/address_info",
                json!({"street": "a".repeat(201)}),
                "address_info_malformed",
            ),
            (
                "/installation_info/0/address_info",
                json!({"": "a"}),
                "address_info_malformed",
            ),
        ],
    );
}

#[test]
fn a_voucher_that_is_too_short_to_be_one_is_refused() {
    let app = TestApp::start();
    let person = Person::new().voucher("abc");
    app.acme().provisioning(&person).send().flawed(
        422,
        "validation_failed",
        "/installation_info/0/order_information/voucher_code",
        "voucher_code_malformed",
    );
}

#[test]
fn every_flaw_is_told_at_once() {
    let app = TestApp::start();
    let mut body = with("/customer_info/first_name", json!(""));
    body["customer_info"]["email_address"] = json!("nobody");
    body["installation_info"] = json!([]);
    let answer = app.post("/v1/account").json(&body).signed(&app.acme()).send();
    let pointers: Vec<_> = answer.flaws().into_iter().map(|(pointer, _)| pointer).collect();
    assert_eq!(
        pointers,
        [
            "/customer_info/first_name",
            "/customer_info/email_address",
            "/installation_info"
        ]
    );
}
