//! `POST /v2/registration/provision`: somebody asks for the mail, and learns nothing.

use serde_json::json;
use usher::limit::{Limits, Window};
use usher_local::StackConfig;

use crate::support::{Answer, PASSWORD, Person, TestApp};

const OK: &str = r#"{"status":"ok","message":"ok"}"#;

/// People who have to be answered alike.
fn known_and_unknown(app: &TestApp) -> [Person; 3] {
    let people = [
        Person::new().of_netgrid(),
        Person::new().of_netgrid(),
        Person::new().of_netgrid(),
    ];
    app.provision(&people[0]);
    app.provision(&people[1].clone().verified());
    people
}

fn is_refused_for_now(answer: &Answer, within: i64) {
    assert_eq!((answer.status, answer.code().as_str()), (429, "too_many_requests"));
    assert!((1..=within).contains(&answer.retry_after()), "{}", answer.retry_after());
}

#[test]
fn everybody_is_answered_alike_and_only_the_right_names_are_mailed() {
    let app = TestApp::start();
    let person = Person::new().of_netgrid();
    app.provision(&person);
    let askers = [
        Person::new().of_netgrid(),
        person.clone().named("Zoë", "Berg"),
        person.clone().named("van der", "Zoë Berg"),
        Person {
            tenant: "nobody",
            ..person.clone()
        },
        Person {
            tenant: "acme",
            ..person.clone()
        },
    ];
    for asker in &askers {
        assert_eq!(app.ask_for_mail(asker).expect(200).text, OK);
    }
    app.settle();
    assert_eq!(app.mails(&person.email), []);
    assert_eq!(app.ask_for_mail(&person).expect(200).text, OK);
    app.mail(&person.email, 1);
    app.settle();
    for asker in &askers[..1] {
        assert_eq!(app.mails(&asker.email), []);
    }
}

#[test]
fn case_accents_and_spaces_of_a_name_do_not_matter() {
    let app = TestApp::start();
    let person = Person::new().of_netgrid();
    app.provision(&person);
    let spellings = [
        ("ZOE", "van der berg"),
        ("zoë", "VanDerBerg"),
        (" Zoe\u{308} ", "van  der-Berg"),
    ];
    for (count, (first, last)) in (1..).zip(spellings) {
        app.ask_for_mail(&person.clone().named(first, last)).expect(200);
        app.mail(&person.email, count);
    }
}

#[test]
fn a_registered_person_gets_no_mail_and_the_same_answer() {
    let app = TestApp::start();
    let person = app.registered_person();
    assert_eq!(app.ask_for_mail(&person).expect(200).text, OK);
    app.settle();
    assert_eq!(app.mails(&person.email).len(), 1);
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
}

#[test]
fn the_sixth_mail_in_a_row_has_to_wait_whether_or_not_anybody_is_known() {
    let app = TestApp::start();
    for person in known_and_unknown(&app) {
        for asked in 1..=7 {
            let variant = if asked % 2 == 0 {
                person.email.to_uppercase()
            } else {
                person.email.clone()
            };
            let answer = app.ask_for_mail(&person.clone().email(&variant));
            if asked <= 5 {
                assert_eq!(answer.expect(200).text, OK);
            } else {
                is_refused_for_now(&answer, 12 * 60);
            }
        }
    }
}

#[test]
fn whoever_knows_only_the_address_uses_up_nobodys_mails() {
    let app = TestApp::start();
    let person = Person::new().of_netgrid();
    app.provision(&person);
    let stranger = person.clone().named("Some", "Body");
    for _ in 0..5 {
        app.ask_for_mail(&stranger).expect(200);
    }
    is_refused_for_now(&app.ask_for_mail(&stranger), 12 * 60);
    app.ask_for_mail(&person).expect(200);
    app.mail(&person.email, 1);
}

#[test]
fn who_has_waited_as_long_as_told_is_mailed() {
    let app = TestApp::start();
    let person = Person::new().of_netgrid();
    app.provision(&person);
    let wait = loop {
        let answer = app.ask_for_mail(&person);
        if answer.status == 429 {
            break answer.retry_after();
        }
    };
    app.mail(&person.email, 5);
    app.advance(wait - 30);
    is_refused_for_now(&app.ask_for_mail(&person), 31);
    app.advance(30);
    app.ask_for_mail(&person).expect(200);
    app.mail(&person.email, 6);
    is_refused_for_now(&app.ask_for_mail(&person), 12 * 60);
}

#[test]
fn a_source_that_calls_too_often_has_to_wait_whatever_it_claims_to_be() {
    let limits = Limits {
        calls_per_source: Window {
            limit: 8,
            ..Limits::default().calls_per_source
        },
        ..StackConfig::default().limits
    };
    let app = TestApp::with_limits(limits);
    let ask = |number: u8| {
        let claimed = format!("203.0.113.{number}");
        let call = app.post("/v2/registration/provision").json(&Person::new().asking());
        let call = call.header("x-forwarded-for", &claimed).header("x-real-ip", &claimed);
        call.header("forwarded", &format!("for={claimed}")).send()
    };
    let answers: Vec<Answer> = (0..20).map(ask).collect();
    let refused = answers.iter().filter(|answer| answer.status == 429);
    assert!(refused.clone().count() >= 11, "of 20");
    refused.for_each(|answer| is_refused_for_now(answer, 300));
    app.advance(300);
    ask(20).expect(200);
}

#[test]
fn what_is_wrong_with_the_question_is_told_in_full() {
    let app = TestApp::start();
    let body = json!({
        "first_name": "", "last_name": "\u{202e}", "email_address": "nobody", "labelpartner": "No Tenant", "imported": "yes",
    });
    let answer = app.post("/v2/registration/provision").json(&body).send();
    let flaws: Vec<_> = answer.refused(422, "validation_failed").flaws();
    let wanted = [
        ("/first_name", "name_empty"),
        ("/last_name", "name_forbidden_character"),
        ("/email_address", "address_malformed"),
        ("/labelpartner", "labelpartner_malformed"),
        ("/imported", "imported_not_true"),
    ];
    assert_eq!(flaws, wanted.map(|(at, code)| (at.to_owned(), code.to_owned())));
    let mut body = Person::new().asking();
    body["imported"] = json!(true);
    let answer = app.post("/v2/registration/provision").json(&body).send();
    answer.flawed(400, "invalid_body", "/imported", "wrong_type");
    let mut body = Person::new().asking();
    body["role"] = json!("admin");
    let answer = app.post("/v2/registration/provision").json(&body).send();
    answer.flawed(400, "invalid_body", "/role", "unknown_member");
    let answer = app
        .post("/v2/registration/provision")
        .form(&[("first_name", "Jane")])
        .send();
    answer.refused(415, "unsupported_media_type");
}
