//! The policy is judged before anything else, and told in full.

use serde_json::json;

use crate::support::{Answer, PASSWORD, PINCODE, Person, TestApp, at_once};

fn register(app: &TestApp, tenant: &str, email: &str, password: &str) -> Answer {
    let body = json!({ "email_address": email, "pincode": password, "labelpartner": tenant });
    app.post("/v2/registration/no-gateway").json(&body).send()
}

fn broken(answer: Answer) -> Vec<String> {
    let flaws = answer.refused(422, "password_refused").flaws();
    assert!(flaws.iter().all(|(pointer, _)| pointer == "/pincode"));
    flaws.into_iter().map(|(_, code)| code).collect()
}

#[test]
fn every_broken_rule_is_told_whether_or_not_anybody_is_known() {
    let app = TestApp::start();
    let (person, ticket) = app.proven_person();
    let email = "kettlemaker@example.org";
    let cases: [(&str, &[&str]); 8] = [
        ("", &["password_too_short"]),
        ("short", &["password_too_short"]),
        ("password", &["password_too_short", "password_common"]),
        ("password123456789", &["password_common"]),
        ("aaaaaaaaaaaaaaaaaaaa", &["password_pattern"]),
        ("kettlemaker2027!", &["password_built_on_address"]),
        ("AcmeEnergy-2027!", &["password_built_on_tenant"]),
        (&"ab c".repeat(100), &["password_too_long"]),
    ];
    for (password, wanted) in cases {
        let told = broken(register(&app, "acme", email, password));
        for rule in wanted {
            assert!(told.iter().any(|code| code == rule), "{password:?}: {told:?}");
        }
    }
    // With a ticket in hand the policy still comes first, and spends nothing.
    assert!(!broken(app.set_password(&person, "short", &ticket)).is_empty());
    app.set_password(&person, PASSWORD, &ticket).expect(200);
}

#[test]
fn the_persons_name_is_looked_at_once_the_proof_is_right() {
    let app = TestApp::start();
    let person = Person::new().named("Wilhelmina", "Featherstone");
    app.provision(&person);
    let ticket = app
        .verify(&app.mailed(&person, 1).token)
        .expect(200)
        .member("activation_ticket");
    let built_on_name = "WilhelminaFeatherstone1";
    app.set_password(&person, built_on_name, "no ticket")
        .refused(403, "registration_refused");
    assert_eq!(
        broken(app.set_password(&person, built_on_name, &ticket)),
        ["password_built_on_name"]
    );
    app.set_password(&person, PASSWORD, &ticket).expect(200);
}

#[test]
fn fifteen_letters_of_any_script_are_enough() {
    let app = TestApp::start();
    for password in [
        "plumvioletstair",
        "🦊🌵🎈🧭🪁🍩🦉🛶🎻🧊🌶️🪲🥝🏵️🧶",
        "  sieben grüne  Töpfe  ",
        "セブンパープルケトルズシンギング",
    ] {
        let (person, ticket) = app.proven_person();
        app.set_password(&person, password, &ticket).expect(200);
        app.app_of("acme").sign_in(&person.email, password).expect(200);
    }
}

#[test]
fn six_digits_are_six_digits() {
    let app = TestApp::start();
    for pincode in [
        "",
        "12345",
        "1234567",
        "12345a",
        " 12345",
        "１２３４５６",
        "-12345",
        "1234567890123456",
    ] {
        assert_eq!(
            broken(register(&app, "netgrid", "a@b.example", pincode)),
            ["password_not_six_digits"]
        );
    }
    register(&app, "netgrid", "a@b.example", PINCODE).refused(403, "registration_refused");
}

#[test]
fn a_megabyte_is_refused_quickly_and_the_stack_stays_responsive() {
    let app = TestApp::start();
    let megabyte = "a".repeat(1_000_000);
    register(&app, "acme", "a@b.example", &megabyte).refused(413, "body_too_large");
    let long = "long ".repeat(2_000);
    let began = std::time::Instant::now();
    let answers = at_once(30, |_| register(&app, "acme", "a@b.example", &long));
    for answer in answers {
        assert_eq!(broken(answer), ["password_too_long"]);
    }
    app.get("/.well-known/jwks.json").send().expect(200);
    assert!(began.elapsed().as_secs() < 5);
}

#[test]
fn what_is_no_registration_is_refused() {
    let app = TestApp::start();
    let good = json!({ "email_address": "a@b.example", "pincode": PASSWORD, "labelpartner": "acme" });
    let with = |name: &str, value: serde_json::Value| {
        let mut body = good.clone();
        body[name] = value;
        app.post("/v2/registration/no-gateway").json(&body).send()
    };
    with("email_address", json!("nobody")).flawed(422, "validation_failed", "/email_address", "address_malformed");
    with("labelpartner", json!("No Tenant")).flawed(
        422,
        "validation_failed",
        "/labelpartner",
        "labelpartner_malformed",
    );
    with("is_admin", json!(true)).flawed(400, "invalid_body", "/is_admin", "unknown_member");
    with("pincode", json!(123_456)).flawed(400, "invalid_body", "/pincode", "wrong_type");
    let wrong_type = with("pincode", json!([PASSWORD]));
    assert!(!wrong_type.text.contains(PASSWORD));
}
