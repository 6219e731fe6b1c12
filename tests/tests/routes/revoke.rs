//! `/revoke`: a client gives a token back, and the sign-in is over.

use serde_json::json;

use crate::support::{ASSERTION_TYPE, Answer, Asserting, PASSWORD, PINCODE, PORTAL, Person, TestApp, at_once};

fn sign_in(app: &TestApp, person: &Person) -> Answer {
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200)
}

/// The app of `acme`, which is public, gives a token back.
fn give_back(app: &TestApp, token: &str) -> Answer {
    app.post("/revoke")
        .form(&[("client_id", "acme-app"), ("token", token), ("token_type_hint", "any")])
        .send()
}

/// Whether the tokens of a sign-in count.
fn is_alive(app: &TestApp, tokens: &Answer) -> bool {
    app.get("/userinfo")
        .bearer(&tokens.member("access_token"))
        .send()
        .status
        == 200
}

#[test]
fn either_token_ends_the_sign_in_and_no_other() {
    let app = TestApp::start();
    let person = app.registered_person();
    for kind in ["refresh_token", "access_token"] {
        let (given_back, other) = (sign_in(&app, &person), sign_in(&app, &person));
        let answer = give_back(&app, &given_back.member(kind)).expect(200);
        assert_eq!((answer.text.as_str(), answer.header("cache-control")), ("", "no-store"));
        assert!(!is_alive(&app, &given_back), "{kind}");
        let refreshed = app.app_of("acme").refresh(&given_back.member("refresh_token"));
        refreshed.refused(400, "invalid_grant");
        assert!(is_alive(&app, &other), "{kind}");
        app.app_of("acme").refresh(&other.member("refresh_token")).expect(200);
        // Once more is no mistake.
        give_back(&app, &given_back.member(kind)).expect(200);
    }
}

#[test]
fn a_token_that_was_used_up_ends_its_sign_in_as_well() {
    let app = TestApp::start();
    let person = app.registered_person();
    let first = sign_in(&app, &person);
    let second = app.app_of("acme").refresh(&first.member("refresh_token")).expect(200);
    give_back(&app, &first.member("refresh_token")).expect(200);
    assert!(!is_alive(&app, &second));
    app.app_of("acme")
        .refresh(&second.member("refresh_token"))
        .refused(400, "invalid_grant");
}

#[test]
fn nobody_ends_what_is_somebody_elses() {
    let app = TestApp::start();
    let person = app.registered_person();
    let tokens = sign_in(&app, &person);
    let netgrid = app.registered_netgrid_person();
    let theirs = app.app_of("netgrid").sign_in(&netgrid.email, PINCODE).expect(200);
    for kind in ["refresh_token", "access_token"] {
        let by_portal = app.post("/revoke").form(&[("token", &tokens.member(kind))]);
        by_portal.header("authorization", PORTAL).send().expect(200);
        let mut by_netgrid = app.app_of("netgrid").asks(&[("token", &tokens.member(kind))]);
        by_netgrid.path = "/revoke".to_owned();
        by_netgrid.send().expect(200);
        give_back(&app, &theirs.member(kind)).expect(200);
    }
    for token in ["x", &tokens.member("id_token"), &tokens.member("access_token")[1..]] {
        give_back(&app, token).expect(200);
    }
    assert!(is_alive(&app, &tokens) && is_alive(&app, &theirs));
}

#[test]
fn a_token_that_a_client_got_for_itself_is_not_given_back() {
    let app = TestApp::start();
    let token = app.acme().token();
    let give_back = || {
        let assertion = Asserting::back_office().for_app(&app);
        let fields = [
            ("client_assertion_type", ASSERTION_TYPE),
            ("client_assertion", assertion.as_str()),
            ("token", token.as_str()),
        ];
        app.post("/revoke").form(&fields).send()
    };
    give_back().refused(400, "unsupported_token_type");
    app.advance(3_600);
    give_back().expect(200);
}

#[test]
fn whoever_asks_shows_who_they_are() {
    let app = TestApp::start();
    let token = ("token", "x");
    for client in ["acme-portal", "acme-backoffice", "nobody"] {
        let call = app.post("/revoke").form(&[token, ("client_id", client)]);
        call.send().refused(401, "invalid_client");
    }
    app.post("/revoke")
        .form(&[token])
        .send()
        .refused(400, "invalid_request");
    give_back(&app, "").refused(400, "invalid_request");
    app.post("/revoke")
        .json(&json!({"token": "x"}))
        .send()
        .refused(415, "invalid_request");
    give_back(&app, &"x".repeat(70_000)).refused(413, "invalid_request");
}

#[test]
fn a_token_of_a_person_who_is_gone_changes_nobody() {
    let app = TestApp::start();
    let person = app.registered_person();
    let tokens = sign_in(&app, &person);
    let path = format!("/v1/account/{}?id_type=external", person.external_id);
    app.acme().call("DELETE", &path).send().expect(204);
    app.provision(&person);
    let before = app.rows("U#");
    for kind in ["refresh_token", "access_token"] {
        give_back(&app, &tokens.member(kind)).expect(200);
    }
    assert_eq!(app.rows("U#").len(), before.len());
}

#[test]
fn a_sign_in_that_is_ended_while_it_is_used_is_over() {
    let app = TestApp::start();
    let person = app.registered_person();
    for _ in 0..5 {
        let tokens = sign_in(&app, &person);
        let refresh = tokens.member("refresh_token");
        let answers = at_once(8, |n| match n % 2 {
            0 => give_back(&app, &refresh),
            _ => app.app_of("acme").refresh(&refresh),
        });
        assert!(!is_alive(&app, &tokens));
        for answer in answers.iter().filter(|answer| answer.text.contains("refresh_token\":")) {
            let next = app.app_of("acme").refresh(&answer.member("refresh_token"));
            next.refused(400, "invalid_grant");
        }
    }
}

#[test]
fn many_that_are_given_back_leave_few_traces() {
    let app = TestApp::start();
    let person = app.registered_person();
    for _ in 0..25 {
        let tokens = sign_in(&app, &person);
        give_back(&app, &tokens.member("refresh_token")).expect(200);
    }
    let families = app
        .rows("U#")
        .into_iter()
        .filter_map(|row| row.get("fam")?.as_m().ok().cloned());
    let most = families.map(|families| families.len()).max();
    assert!(most.is_some_and(|most| (1..=20).contains(&most)), "{most:?}");
}
