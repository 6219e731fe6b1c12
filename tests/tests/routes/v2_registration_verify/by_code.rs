//! The six digits of the mail, which can be guessed and so are counted.

use serde_json::json;

use crate::support::{PASSWORD, Person, TestApp, at_once};

/// Six digits that are not these.
fn other_than(code: &str) -> String {
    let number: u32 = code.parse().expect("digits");
    format!("{:06}", (number + 1) % 1_000_000)
}

#[test]
fn a_code_proves_the_address_however_it_is_spaced() {
    let app = TestApp::start();
    for separator in ["", " ", "-"] {
        let (person, mailed) = app.mailed_person();
        let typed = format!("{}{separator}{}", &mailed.code[..3], &mailed.code[3..]);
        let capitals = person.clone().email(&person.email.to_uppercase());
        let ticket = app
            .verify_by_code(&capitals, &typed)
            .expect(200)
            .member("activation_ticket");
        app.set_password(&person, PASSWORD, &ticket).expect(200);
    }
}

#[test]
fn a_code_works_once_and_kills_its_link() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    app.verify_by_code(&person, &mailed.code).expect(200);
    app.verify_by_code(&person, &mailed.code).refused(403, "code_refused");
    app.verify(&mailed.token).refused(409, "link_used");
}

#[test]
fn a_code_expires_with_its_link() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    app.advance(86_401);
    app.verify_by_code(&person, &mailed.code).refused(403, "code_refused");
}

#[test]
fn a_code_is_refused_in_one_way_whatever_is_wrong() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    let (used, used_mail) = app.mailed_person();
    app.verify_by_code(&used, &used_mail.code).expect(200);
    let registered = app.registered_person();
    let wrong = other_than(&mailed.code);
    let netgrid = Person {
        tenant: "netgrid",
        ..person.clone()
    };
    let nobody = Person {
        tenant: "nobody",
        ..person.clone()
    };
    let answers = [
        app.verify_by_code(&person, &wrong),
        app.verify_by_code(&Person::new(), &mailed.code),
        app.verify_by_code(&netgrid, &mailed.code),
        app.verify_by_code(&nobody, &mailed.code),
        app.verify_by_code(&used, &used_mail.code),
        app.verify_by_code(&used, &mailed.code),
        app.verify_by_code(&registered, &wrong),
        app.verify_by_code(&person, ""),
        app.verify_by_code(&person, "12345"),
        app.verify_by_code(&person, "１２３４５６"),
        app.verify_by_code(&person, &"1".repeat(10_000)),
    ];
    let first = answers[0].anonymous();
    for answer in answers {
        assert_eq!(answer.anonymous(), first);
        answer.refused(403, "code_refused");
    }
    app.verify_by_code(&person, &mailed.code).expect(200);
}

#[test]
fn after_ten_wrong_codes_the_right_one_has_to_wait_too_and_then_works() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    let wrong = other_than(&mailed.code);
    for _ in 0..10 {
        app.verify_by_code(&person, &wrong).refused(403, "code_refused");
    }
    app.verify_by_code(&person, &wrong).refused(429, "too_many_requests");
    app.verify_by_code(&person, &mailed.code)
        .refused(429, "too_many_requests");
    // A new mail does not renew the budget.
    app.ask_for_mail(&person).expect(200);
    let again = app.mailed(&person, 2);
    let answer = app
        .verify_by_code(&person, &again.code)
        .refused(429, "too_many_requests");
    assert!((1..=600).contains(&answer.retry_after()));
    app.advance(answer.retry_after());
    app.verify_by_code(&person, &again.code).expect(200);
}

#[test]
fn who_guessed_too_often_can_still_use_the_link() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    for _ in 0..12 {
        app.verify_by_code(&person, &other_than(&mailed.code));
    }
    app.verify(&mailed.token).expect(200);
}

#[test]
fn guesses_at_an_address_nobody_has_run_out_in_the_same_way() {
    let app = TestApp::start();
    let nobody = Person::new();
    for _ in 0..10 {
        app.verify_by_code(&nobody, "123456").refused(403, "code_refused");
    }
    let answer = app.verify_by_code(&nobody, "123456").refused(429, "too_many_requests");
    assert!((1..=600).contains(&answer.retry_after()));
}

#[test]
fn guesses_at_once_get_no_further_than_guesses_in_a_row() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    let wrong = other_than(&mailed.code);
    let answers = at_once(40, |_| app.verify_by_code(&person, &wrong).status);
    assert_eq!(
        answers.iter().filter(|status| **status == 403).count(),
        10,
        "{answers:?}"
    );
    assert_eq!(
        answers.iter().filter(|status| **status == 429).count(),
        30,
        "{answers:?}"
    );
}

#[test]
fn an_address_that_is_none_is_pointed_at() {
    let app = TestApp::start();
    let body = json!({ "email_address": "nobody", "labelpartner": "acme", "code": "123456" });
    let answer = app.post("/v2/registration/verify").json(&body).send();
    answer.flawed(422, "validation_failed", "/email_address", "address_malformed");
    let body = json!({ "email_address": "a@b.example", "labelpartner": "No Tenant", "code": "123456" });
    let answer = app.post("/v2/registration/verify").json(&body).send();
    answer.flawed(422, "validation_failed", "/labelpartner", "labelpartner_malformed");
}
