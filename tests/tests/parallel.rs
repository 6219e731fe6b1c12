//! The same at the same time: one effect.

use crate::support::{Account, Person, TestApp, at_once};

#[test]
fn fifty_identical_calls_under_one_key_make_one_person_and_one_mail() {
    let app = TestApp::start();
    let person = Person::new();
    let calls = || {
        let call = app
            .post("/v1/account")
            .header("idempotency-key", "order-1")
            .json(&person.body());
        call.signed(&app.acme())
    };
    let answers = at_once(50, |_| calls().send());
    let first = Account::told(&answers[0]);
    for answer in &answers {
        assert_eq!((answer.status, &answer.text), (201, &answers[0].text));
    }
    assert_eq!(app.people_and_ways_in(), (1, 2));
    app.settle();
    assert_eq!(app.mails(&person.email).len(), 1);
    assert_eq!(first.status(&app.acme()), "provisioned");
}

#[test]
fn of_fifty_identical_calls_without_a_key_one_succeeds() {
    let app = TestApp::start();
    let person = Person::new();
    let answers = at_once(50, |_| app.acme().provisioning(&person).send());
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    for answer in answers.iter().filter(|answer| answer.status != 201) {
        answer.clone().refused(409, "email_exists");
    }
    assert_eq!(app.people_and_ways_in(), (1, 2));
    app.settle();
    assert_eq!(app.mails(&person.email).len(), 1);
}

#[test]
fn the_very_same_signed_call_sent_fifty_times_works_once() {
    let app = TestApp::start();
    let call = app.acme().provisioning(&Person::new());
    let answers = at_once(50, |_| call.send());
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    for answer in answers.iter().filter(|answer| answer.status != 201) {
        answer.clone().refused(401, "signature_replayed");
    }
}

#[test]
fn forty_spellings_of_one_address_make_one_person() {
    let app = TestApp::start();
    let person = Person::new();
    let spelled = |index: usize| {
        let upper = |(at, letter): (usize, char)| match index >> (at % 6) & 1 {
            1 => letter.to_ascii_uppercase(),
            _ => letter,
        };
        Person::new().email(&person.email.chars().enumerate().map(upper).collect::<String>())
    };
    let answers = at_once(40, |index| app.acme().provisioning(&spelled(index)).send());
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    for answer in answers.iter().filter(|answer| answer.status != 201) {
        answer.clone().refused(409, "email_exists");
    }
    assert_eq!(app.people_and_ways_in(), (1, 2));
}

#[test]
fn forty_people_with_one_external_id_make_one_person() {
    let app = TestApp::start();
    let person = Person::new();
    let answers = at_once(40, |_| {
        let other = Person {
            external_id: person.external_id.clone(),
            ..Person::new()
        };
        app.acme().provisioning(&other).send()
    });
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    for answer in answers.iter().filter(|answer| answer.status != 201) {
        answer.clone().refused(409, "external_id_exists");
    }
    assert_eq!(app.people_and_ways_in(), (1, 2));
}

#[test]
fn fifty_different_people_are_all_made() {
    let app = TestApp::start();
    let people: Vec<Person> = (0..50).map(|_| Person::new()).collect();
    at_once(50, |index| app.acme().provisioning(&people[index]).send().expect(201));
    for person in &people {
        app.mail(&person.email, 1);
    }
    assert_eq!(app.people_and_ways_in(), (50, 100));
}

#[test]
fn of_twenty_who_erase_a_person_at_once_one_does() {
    let app = TestApp::start();
    let account = app.provision(&Person::new());
    let path = format!("/v1/account/{}", account.id);
    let answers = at_once(20, |_| app.acme().call("DELETE", &path).send());
    let gone = answers.iter().filter(|answer| answer.status == 204).count();
    assert_eq!(
        gone,
        1,
        "{:?}",
        answers.iter().map(|answer| answer.status).collect::<Vec<_>>()
    );
    assert_eq!(app.people_and_ways_in(), (0, 0));
}

#[test]
fn a_first_measurement_that_is_told_twenty_times_at_once_counts_once() {
    let app = TestApp::start();
    let person = app.registered_person();
    let id = app
        .acme()
        .see(&format!("{}?id_type=external", person.external_id))
        .member("account_id");
    let answers = at_once(20, |_| app.acme().tell_activity(&id).expect(200).member("since"));
    assert!(answers.iter().all(|since| *since == answers[0]), "{answers:?}");
}
