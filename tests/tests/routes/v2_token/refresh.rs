//! Refresh tokens: one use each, and the end of the family when one is used twice.

use crate::support::{PASSWORD, PINCODE, Person, TestApp, at_once};

/// A person and the refresh token of their sign-in.
fn signed_in(app: &TestApp) -> (Person, String) {
    let person = app.registered_person();
    let refresh = app
        .app_of("acme")
        .sign_in(&person.email, PASSWORD)
        .expect(200)
        .member("refresh_token");
    (person, refresh)
}

#[test]
fn each_refresh_gives_the_next_token() {
    let app = TestApp::start();
    let acme = app.app_of("acme");
    let (_, mut token) = signed_in(&app);
    for _ in 0..5 {
        let answer = acme.refresh(&token).expect(200);
        let next = answer.member("refresh_token");
        assert_ne!(next, token);
        assert!(!answer.member("access_token").is_empty() && !answer.member("id_token").is_empty());
        token = next;
    }
}

#[test]
fn a_token_that_is_used_twice_ends_its_family_and_no_other() {
    let app = TestApp::start();
    let acme = app.app_of("acme");
    for rotations in [0, 3] {
        let (person, first) = signed_in(&app);
        let other_family = acme
            .sign_in(&person.email, PASSWORD)
            .expect(200)
            .member("refresh_token");
        let mut stolen = first;
        for _ in 0..rotations {
            stolen = acme.refresh(&stolen).expect(200).member("refresh_token");
        }
        let newest = acme.refresh(&stolen).expect(200).member("refresh_token");
        acme.refresh(&stolen).refused(400, "invalid_grant");
        acme.refresh(&newest).refused(400, "invalid_grant");
        acme.refresh(&other_family).expect(200);
    }
}

#[test]
fn of_twenty_who_use_a_token_at_once_at_most_one_succeeds() {
    let app = TestApp::start();
    let acme = app.app_of("acme");
    let (person, token) = signed_in(&app);
    let answers = at_once(20, |_| acme.refresh(&token));
    let good: Vec<_> = answers.iter().filter(|answer| answer.status == 200).collect();
    assert_eq!(good.len(), 1);
    for answer in answers.iter().filter(|answer| answer.status != 200) {
        answer.clone().refused(400, "invalid_grant");
    }
    acme.refresh(&good[0].member("refresh_token"))
        .refused(400, "invalid_grant");
    acme.sign_in(&person.email, PASSWORD).expect(200);
}

#[test]
fn a_token_belongs_to_its_client() {
    let app = TestApp::start();
    let (_, token) = signed_in(&app);
    app.app_of("netgrid").refresh(&token).refused(400, "invalid_grant");
    let netgrid = app.registered_netgrid_person();
    let theirs = app
        .app_of("netgrid")
        .sign_in(&netgrid.email, PINCODE)
        .expect(200)
        .member("refresh_token");
    app.app_of("acme").refresh(&theirs).refused(400, "invalid_grant");
    // Which has used up neither.
    app.app_of("acme").refresh(&token).expect(200);
    app.app_of("netgrid").refresh(&theirs).expect(200);
}

#[test]
fn a_family_ends_thirty_days_after_the_sign_in() {
    let app = TestApp::start();
    let acme = app.app_of("acme");
    let (_, token) = signed_in(&app);
    app.advance(29 * 86_400);
    let token = acme.refresh(&token).expect(200).member("refresh_token");
    app.advance(86_400 + 5);
    acme.refresh(&token).refused(400, "invalid_grant");
}

#[test]
fn an_erased_persons_token_is_dead_even_when_the_address_is_somebody_elses() {
    let app = TestApp::start();
    let acme = app.app_of("acme");
    let (person, token) = signed_in(&app);
    let rotated = acme.refresh(&token).expect(200).member("refresh_token");
    let path = format!("/v1/account/{}?id_type=external", person.external_id);
    app.acme().call("DELETE", &path).send().expect(204);
    acme.refresh(&rotated).refused(400, "invalid_grant");
    app.provision(&person);
    let ticket = app
        .verify(&app.mailed(&person, 2).token)
        .expect(200)
        .member("activation_ticket");
    app.set_password(&person, PASSWORD, &ticket).expect(200);
    acme.refresh(&rotated).refused(400, "invalid_grant");
    acme.refresh(&token).refused(400, "invalid_grant");
}

#[test]
fn scopes_can_be_narrowed_and_never_widened() {
    let app = TestApp::start();
    let acme = app.app_of("acme");
    let person = app.registered_person();
    let fields = [
        ("grant_type", "password"),
        ("username", &person.email),
        ("password", PASSWORD),
        ("scope", "openid email"),
    ];
    let first = acme.asks(&fields).send().expect(200).member("refresh_token");
    let refresh = |token: &str, scope: &str| {
        acme.asks(&[
            ("grant_type", "refresh_token"),
            ("refresh_token", token),
            ("scope", scope),
        ])
        .send()
    };
    refresh(&first, "openid profile").refused(400, "invalid_scope");
    refresh(&first, "accounts").refused(400, "invalid_scope");
    let narrowed = refresh(&first, "email").expect(200);
    assert_eq!(narrowed.member("scope"), "email");
    assert!(narrowed.json().get("id_token").is_none());
}

#[test]
fn a_token_that_was_changed_at_any_place_is_refused() {
    let app = TestApp::start();
    let (_, token) = signed_in(&app);
    for at in (0..token.len()).step_by(5) {
        let other = if &token[at..=at] == "A" { "B" } else { "A" };
        let changed = format!("{}{other}{}", &token[..at], &token[at + 1..]);
        app.app_of("acme").refresh(&changed).refused(400, "invalid_grant");
    }
    for token in ["x", &token.repeat(30)] {
        app.app_of("acme").refresh(token).refused(400, "invalid_grant");
    }
    app.app_of("acme").refresh(&token).expect(200);
}

#[test]
fn many_sign_ins_of_one_person_keep_the_newest_alive() {
    let app = TestApp::start();
    let acme = app.app_of("acme");
    let (person, oldest) = signed_in(&app);
    let oldest = acme.refresh(&oldest).expect(200).member("refresh_token");
    let mut newest = String::new();
    for _ in 0..25 {
        app.advance(1);
        let token = acme
            .sign_in(&person.email, PASSWORD)
            .expect(200)
            .member("refresh_token");
        newest = acme.refresh(&token).expect(200).member("refresh_token");
    }
    acme.refresh(&newest).expect(200);
    acme.refresh(&oldest).refused(400, "invalid_grant");
}
