//! A person's own password.

use crate::support::{Answer, Engine, PASSWORD, PINCODE, Person, TestApp, at_once};

#[test]
fn a_registered_person_signs_in() {
    let app = TestApp::start();
    let person = app.registered_person();
    let answer = app
        .app_of("acme")
        .sign_in(&person.email.to_uppercase(), PASSWORD)
        .expect(200);
    let body = answer.json();
    assert_eq!(
        (&body["token_type"], &body["expires_in"]),
        (&"Bearer".into(), &3_600.into())
    );
    for token in ["access_token", "refresh_token", "id_token"] {
        assert!(!answer.member(token).is_empty());
    }
    let netgrid = app.registered_netgrid_person();
    app.app_of("netgrid").sign_in(&netgrid.email, PINCODE).expect(200);
}

#[test]
fn a_wrong_password_and_an_unknown_person_are_refused_alike() {
    let app = TestApp::start();
    let acme = app.app_of("acme");
    let person = app.registered_person();
    let (unregistered, _) = app.proven_person();
    let netgrid = app.registered_netgrid_person();
    let answers = [
        acme.sign_in(&person.email, "wrong"),
        acme.sign_in(&person.email, &PASSWORD.to_uppercase()),
        acme.sign_in(&person.email, &format!("{PASSWORD} ")),
        acme.sign_in(&person.email, &"x".repeat(10_000)),
        acme.sign_in(&Person::new().email, PASSWORD),
        acme.sign_in(&unregistered.email, PASSWORD),
        acme.sign_in(&netgrid.email, PINCODE),
        acme.sign_in("nobody", PASSWORD),
    ];
    for answer in &answers {
        answer.clone().refused(400, "invalid_grant");
        assert_eq!((answer.status, &answer.text), (answers[0].status, &answers[0].text));
    }
}

#[test]
fn passwords_are_the_same_however_their_accents_were_typed() {
    let app = TestApp::start();
    let (person, ticket) = app.proven_person();
    app.set_password(&person, "sieben gr\u{fc}ne T\u{f6}pfe", &ticket)
        .expect(200);
    app.app_of("acme")
        .sign_in(&person.email, "sieben gru\u{308}ne To\u{308}pfe")
        .expect(200);
}

#[test]
fn passwords_that_differ_only_after_72_bytes_differ() {
    let app = TestApp::start();
    let (person, ticket) = app.proven_person();
    let same = "seven purple kettles sing while nine yellow ladders hum and two grey doors sway";
    assert!(same.len() > 72);
    app.set_password(&person, &format!("{same} one"), &ticket).expect(200);
    app.app_of("acme")
        .sign_in(&person.email, &format!("{same} two"))
        .refused(400, "invalid_grant");
    app.app_of("acme")
        .sign_in(&person.email, same)
        .refused(400, "invalid_grant");
    app.app_of("acme")
        .sign_in(&person.email, &format!("{same} one"))
        .expect(200);
}

#[test]
fn after_ten_wrong_passwords_the_right_one_has_to_wait_and_then_works() {
    let app = TestApp::start();
    let acme = app.app_of("acme");
    for person in [app.registered_person(), Person::new()] {
        for _ in 0..10 {
            acme.sign_in(&person.email, "wrong").refused(400, "invalid_grant");
        }
        let answer = acme.sign_in(&person.email, PASSWORD).refused(429, "too_many_requests");
        assert!((1..=600).contains(&answer.retry_after()));
    }
    let person = app.registered_person();
    for _ in 0..10 {
        acme.sign_in(&person.email, "wrong");
    }
    let wait = acme
        .sign_in(&person.email, PASSWORD)
        .refused(429, "too_many_requests")
        .retry_after();
    app.advance(wait);
    acme.sign_in(&person.email, PASSWORD).expect(200);
    // Which wipes out what was counted.
    for _ in 0..9 {
        acme.sign_in(&person.email, "wrong").refused(400, "invalid_grant");
    }
    acme.sign_in(&person.email, PASSWORD).expect(200);
}

#[test]
fn somebody_who_signs_in_often_is_never_slowed() {
    let app = TestApp::start();
    let person = app.registered_person();
    for _ in 0..25 {
        app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    }
}

#[test]
fn a_right_password_is_right_however_often_it_comes_at_once() {
    let app = TestApp::start();
    let person = app.registered_person();
    for _ in 0..20 {
        let answers = at_once(8, |_| app.app_of("acme").sign_in(&person.email, PASSWORD).status);
        assert_eq!(answers, [200; 8]);
    }
}

#[test]
fn guesses_at_once_get_no_further_than_guesses_in_a_row() {
    let app = TestApp::start();
    let acme = app.app_of("acme");
    let person = app.registered_person();
    let answers = at_once(40, |_| acme.sign_in(&person.email, "wrong"));
    let with = |status: u16| {
        answers
            .iter()
            .filter(|answer: &&Answer| answer.status == status)
            .count()
    };
    assert_eq!((with(400), with(429)), (10, 30));
    acme.sign_in(&person.email, PASSWORD).refused(429, "too_many_requests");
    app.advance(600);
    acme.sign_in(&person.email, PASSWORD).expect(200);
}

#[test]
fn guessing_at_a_code_or_a_voucher_keeps_nobody_from_signing_in() {
    let app = TestApp::start();
    let person = app.registered_person();
    for _ in 0..12 {
        app.verify_by_code(&person, "000000");
        let body = serde_json::json!({
            "email_address": person.email, "pincode": PASSWORD, "labelpartner": "acme", "voucher_code": "GUESSED",
        });
        app.post("/v2/registration/no-gateway").json(&body).send();
    }
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_who_guess_do_not_keep_the_owner_out_of_where_they_are_at_home() {
    let engine = Engine::start().await;
    let (home, elsewhere) = ([198, 51, 100, 7], [203, 0, 113, 9]);
    let person = Person::new();
    let mailed = engine.mailed(&person).await;
    let answer = engine
        .post("/v2/registration/verify", &serde_json::json!({ "token": mailed.token }))
        .await;
    let body = serde_json::json!({
        "email_address": person.email, "pincode": PASSWORD, "activation_ticket": answer.member("activation_ticket"),
    });
    engine.post("/v2/registration/no-gateway", &body).await.expect(200);
    let sign_in = async |source: [u8; 4], password: &str| {
        let fields = [
            ("grant_type", "password"),
            ("username", &person.email),
            ("password", password),
        ];
        engine.token_from(source, &fields).await
    };
    let refresh = sign_in(home, PASSWORD).await.expect(200).member("refresh_token");
    let fields = [("grant_type", "refresh_token"), ("refresh_token", refresh.as_str())];
    engine.token_from(home, &fields).await.expect(200);

    for stranger in 0..10 {
        sign_in([192, 0, 2, stranger], "wrong").await;
    }
    sign_in([192, 0, 2, 99], "wrong")
        .await
        .refused(429, "too_many_requests");
    sign_in(elsewhere, PASSWORD).await.refused(429, "too_many_requests");
    sign_in(home, PASSWORD).await.expect(200);
    // Whoever guesses from there gets no further than anywhere else.
    for _ in 0..40 {
        sign_in(home, "wrong").await;
    }
    sign_in(home, PASSWORD).await.refused(429, "too_many_requests");
    engine.clock.advance(600);
    sign_in(elsewhere, PASSWORD).await.expect(200);
}
