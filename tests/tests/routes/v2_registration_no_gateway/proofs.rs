//! Whoever sets the first password shows a ticket or a voucher; whatever is wrong, the answer is one.

use serde_json::{Value, json};

use crate::support::{Answer, OTHER_PASSWORD, PASSWORD, PINCODE, Person, TestApp, at_once};

fn register(app: &TestApp, person: &Person, more: &Value) -> Answer {
    let password = if person.tenant == "netgrid" { PINCODE } else { PASSWORD };
    let mut body = json!({ "email_address": person.email, "pincode": password, "labelpartner": person.tenant });
    for (name, value) in more.as_object().expect("an object") {
        body[name] = value.clone();
    }
    app.post("/v2/registration/no-gateway").json(&body).send()
}

#[test]
fn every_refusal_is_the_same_to_the_byte() {
    let app = TestApp::start();
    let (person, ticket) = app.proven_person();
    let (_, others_ticket) = app.proven_person();
    let unproven = Person::new();
    app.provision(&unproven);
    let vouched = Person::new().verified().voucher("SPRING-2027");
    app.provision(&vouched);
    let registered = app.registered_person();
    let netgrid = Person::new().of_netgrid();
    app.provision(&netgrid);
    app.ask_for_mail(&netgrid).expect(200);
    let foreign_ticket = app
        .verify(&app.mailed(&netgrid, 1).token)
        .expect(200)
        .member("activation_ticket");

    let answers = [
        register(&app, &Person::new(), &json!({})),
        register(&app, &Person::new(), &json!({ "voucher_code": "SPRING-2027" })),
        register(&app, &Person::new(), &json!({ "activation_ticket": ticket })),
        register(&app, &registered, &json!({})),
        register(&app, &registered, &json!({ "voucher_code": "x" })),
        register(&app, &person, &json!({})),
        register(&app, &person, &json!({ "activation_ticket": "" })),
        register(&app, &person, &json!({ "activation_ticket": "x" })),
        register(&app, &person, &json!({ "activation_ticket": others_ticket })),
        register(&app, &person, &json!({ "activation_ticket": format!("{ticket}A") })),
        register(&app, &person, &json!({ "voucher_code": "SPRING-2027" })),
        register(
            &app,
            &person,
            &json!({ "activation_ticket": ticket, "voucher_code": "wrong" }),
        ),
        register(&app, &vouched, &json!({ "voucher_code": "SPRING-2028" })),
        register(&app, &vouched, &json!({ "voucher_code": "spring-2027" })),
        register(&app, &vouched, &json!({ "voucher_code": "" })),
        register(&app, &vouched, &json!({ "activation_ticket": ticket })),
        register(&app, &unproven, &json!({})),
        register(&app, &person, &json!({ "labelpartner": "nobody" })),
    ];
    let first = answers[0].anonymous();
    for (number, answer) in answers.iter().enumerate() {
        assert_eq!(answer.anonymous(), first, "{number}");
        answer.clone().refused(403, "registration_refused");
    }
    // The ticket's own tenant decides, and there the address is nobody's.
    let elsewhere = json!({ "email_address": person.email, "pincode": PINCODE, "activation_ticket": foreign_ticket });
    let answer = app.post("/v2/registration/no-gateway").json(&elsewhere).send();
    assert_eq!(answer.anonymous(), first);
    register(&app, &person, &json!({ "activation_ticket": ticket })).expect(200);
}

#[test]
fn a_ticket_works_once_for_its_own_person_until_its_hour_is_over() {
    let app = TestApp::start();
    let (person, ticket) = app.proven_person();
    let (late, late_ticket) = app.proven_person();
    let answer = app.set_password(&person, PASSWORD, &ticket).expect(200);
    assert_eq!(answer.text, r#"{"status":"ok","message":"ok"}"#);
    app.set_password(&person, OTHER_PASSWORD, &ticket)
        .refused(403, "registration_refused");
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    app.app_of("acme")
        .sign_in(&person.email, OTHER_PASSWORD)
        .refused(400, "invalid_grant");
    app.advance(3_601);
    let expired = json!({ "activation_ticket": late_ticket });
    register(&app, &late, &expired).refused(403, "registration_refused");
}

#[test]
fn a_ticket_that_was_changed_at_any_place_is_refused() {
    let app = TestApp::start();
    let (person, ticket) = app.proven_person();
    for at in (0..ticket.len()).step_by(3) {
        let other = if &ticket[at..=at] == "A" { "B" } else { "A" };
        let changed = format!("{}{other}{}", &ticket[..at], &ticket[at + 1..]);
        app.set_password(&person, PASSWORD, &changed)
            .refused(403, "registration_refused");
    }
    app.set_password(&person, PASSWORD, &ticket).expect(200);
}

#[test]
fn the_right_voucher_is_a_proof_once_the_address_is_proven() {
    let app = TestApp::start();
    let vouched = Person::new().verified().voucher("SPRING-2027");
    app.provision(&vouched);
    register(&app, &vouched, &json!({ "voucher_code": " SPRING-2027 " })).expect(200);
    register(&app, &vouched, &json!({ "voucher_code": "SPRING-2027" })).refused(403, "registration_refused");
    app.app_of("acme").sign_in(&vouched.email, PASSWORD).expect(200);

    let unproven = Person::new().voucher("SPRING-2027");
    app.provision(&unproven);
    register(&app, &unproven, &json!({ "voucher_code": "SPRING-2027" })).refused(403, "registration_refused");
}

#[test]
fn guesses_at_a_voucher_run_out_known_or_not_and_come_back() {
    let app = TestApp::start();
    let vouched = Person::new().verified().voucher("SPRING-2027");
    app.provision(&vouched);
    for person in [&vouched, &Person::new()] {
        for _ in 0..10 {
            register(&app, person, &json!({ "voucher_code": "AUTUMN-2027" })).refused(403, "registration_refused");
        }
        let answer = register(&app, person, &json!({ "voucher_code": "SPRING-2027" }));
        assert!((1..=600).contains(&answer.refused(429, "too_many_requests").retry_after()));
    }
    app.advance(600);
    register(&app, &vouched, &json!({ "voucher_code": "SPRING-2027" })).expect(200);
}

#[test]
fn where_no_proof_is_asked_for_a_verified_person_sets_a_pincode_without_one() {
    let app = TestApp::start();
    let (verified, unverified) = (Person::new().of_netgrid().verified(), Person::new().of_netgrid());
    app.provision(&verified);
    app.provision(&unverified);
    register(&app, &unverified, &json!({})).refused(403, "registration_refused");
    register(&app, &verified, &json!({})).expect(200);
    register(&app, &verified, &json!({ "pincode": "111222" })).refused(403, "registration_refused");
    app.app_of("netgrid").sign_in(&verified.email, PINCODE).expect(200);
}

#[test]
fn where_no_proof_is_asked_for_a_voucher_that_was_given_is_needed_all_the_same() {
    let app = TestApp::start();
    let person = Person::new().of_netgrid().verified().voucher("LETTER-77");
    app.provision(&person);
    register(&app, &person, &json!({})).refused(403, "registration_refused");
    register(&app, &person, &json!({ "voucher_code": "LETTER-78" })).refused(403, "registration_refused");
    register(&app, &person, &json!({ "voucher_code": "LETTER-77" })).expect(200);
}

#[test]
fn of_fifty_who_use_one_ticket_at_once_one_succeeds_and_only_that_password_works() {
    let app = TestApp::start();
    let (person, ticket) = app.proven_person();
    let password = |index: usize| format!("{PASSWORD} {index}");
    let answers = at_once(50, |index| app.set_password(&person, &password(index), &ticket));
    let winners: Vec<usize> = (0..50).filter(|index| answers[*index].status == 200).collect();
    assert_eq!(winners.len(), 1, "{winners:?}");
    for answer in answers.iter().filter(|answer| answer.status != 200) {
        answer.clone().refused(403, "registration_refused");
    }
    let loser = password((winners[0] + 1) % 50);
    app.app_of("acme")
        .sign_in(&person.email, &loser)
        .refused(400, "invalid_grant");
    app.app_of("acme")
        .sign_in(&person.email, &password(winners[0]))
        .expect(200);
}
