//! What is no decision, who may decide, and what becomes of the list.

use serde_json::json;

use super::{decide, id_of, opened, waiting};
use crate::support::{PASSWORD, TestApp, at_once, invitee};

#[test]
fn of_many_who_decide_at_once_the_first_counts() {
    let app = TestApp::start();
    for _ in 0..3 {
        let email = invitee();
        opened(&app, &app.web(), &email);
        let id = id_of(&app, &email);
        app.settle();
        let before = app.mails(&email).len();
        let answers = at_once(20, |n| {
            let word = if n % 2 == 0 { "approve" } else { "refuse" };
            (word, decide(&app, &id, &json!({ "decision": word })).status)
        });
        let won: std::collections::BTreeSet<_> = answers
            .iter()
            .filter(|(_, status)| *status == 200)
            .map(|(word, _)| *word)
            .collect();
        assert_eq!(won.len(), 1, "{answers:?}");
        assert!(
            answers.iter().all(|(_, status)| [200, 409].contains(status)),
            "{answers:?}"
        );
        app.settle();
        assert_eq!(app.mails(&email).len(), before + 1, "one mail for one decision");
        let may = app.app_of("acme").sign_in(&email, PASSWORD).status == 200;
        assert_eq!(may, won.contains("approve"));
        assert!(waiting(&app).is_empty());
    }
}

#[test]
fn strangers_other_tenants_and_people_who_never_waited_are_unknown() {
    let app = TestApp::start();
    let (email, registered) = (invitee(), app.registered_person());
    opened(&app, &app.web(), &email);
    let id = id_of(&app, &email);
    let call = app
        .post(&format!("/v1/approvals/{id}"))
        .json(&json!({ "decision": "approve" }));
    call.signed(&app.netgrid()).send().refused(404, "approval_not_found");
    let theirs = app.netgrid().call("GET", "/v1/approvals").send().expect(200).json();
    assert_eq!(theirs["approvals"], json!([]));
    let tokens = app.app_of("acme").sign_in(&registered.email, PASSWORD).expect(200);
    let subject = crate::support::claims(&tokens.member("id_token"))["sub"].clone();
    for unknown in [
        subject.as_str().expect("a subject"),
        "usr_00000000000000000000000000",
        "x",
    ] {
        decide(&app, unknown, &json!({ "decision": "approve" })).refused(404, "approval_not_found");
    }
    app.post(&format!("/v1/approvals/{id}"))
        .json(&json!({ "decision": "approve" }))
        .send()
        .refused(401, "unauthenticated");
}

#[test]
fn what_is_no_decision_is_refused() {
    let app = TestApp::start();
    let email = invitee();
    opened(&app, &app.web(), &email);
    let id = id_of(&app, &email);
    for body in [
        json!({}),
        json!({ "decision": "maybe" }),
        json!({ "decision": "approve", "status": "active" }),
        json!({ "decision": ["approve"] }),
    ] {
        decide(&app, &id, &body).refused(400, "invalid_body");
    }
    let long = json!({ "decision": "refuse", "reason": "x".repeat(501) });
    decide(&app, &id, &long).refused(422, "validation_failed");
    assert_eq!(waiting(&app).len(), 1);
    for query in [
        "limit=0",
        "limit=101",
        "limit=x",
        "cursor=x",
        "status=waiting",
        "limit=1&limit=2",
    ] {
        let answer = app.acme().call("GET", &format!("/v1/approvals?{query}")).send();
        answer.refused(400, "invalid_query");
    }
}

#[test]
fn the_list_goes_page_by_page_the_longest_waiting_first_and_forgets_who_is_gone() {
    let app = TestApp::start();
    let emails: Vec<String> = (0..5)
        .map(|_| {
            let email = invitee();
            opened(&app, &app.web(), &email);
            app.advance(1);
            email
        })
        .collect();
    let (mut seen, mut path) = (Vec::new(), "/v1/approvals?limit=2".to_owned());
    loop {
        let page = app.acme().call("GET", &path).send().expect(200).json();
        let approvals = page["approvals"].as_array().expect("a list").clone();
        seen.extend(
            approvals
                .iter()
                .map(|one| one["email_address"].as_str().expect("an address").to_owned()),
        );
        match page["next_cursor"].as_str() {
            Some(cursor) => path = format!("/v1/approvals?limit=2&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(seen, emails);
    let id = id_of(&app, &emails[0]);
    app.acme()
        .call("DELETE", &format!("/v1/account/{id}"))
        .send()
        .expect(204);
    assert_eq!(waiting(&app).len(), 4);
    assert!(app.rows("W#").len() == 4, "nothing is left of who is gone");
}

#[test]
fn who_was_not_let_in_lets_nobody_else_in() {
    let app = TestApp::start();
    let (web, email) = (app.web(), invitee());
    opened(&app, &web, &email);
    let user = id_of(&app, &email);
    let add = || {
        let path = format!("/v1/customers/{}/users", user.replace("usr_", "cus_"));
        let body = json!({ "first_name": "John", "last_name": "Doe", "email_address": invitee() });
        app.post(&path).json(&body).signed(&app.acme()).send()
    };
    add().refused(409, "customer_not_approved");
    decide(&app, &user, &json!({ "decision": "approve" })).expect(200);
    let second = add().expect(201).member("user_id");
    let seen = app.acme().see(&second).expect(200).json();
    assert_eq!(seen["customer_kind"], "data_recipient");
    assert_eq!(seen["customer_fields"]["companyName"], "Data Ltd");
    opened(&app, &app.web(), &invitee());
    let other = waiting(&app)[0]["user_id"].as_str().expect("an id").to_owned();
    decide(&app, &other, &json!({ "decision": "refuse" })).expect(200);
    let path = format!("/v1/customers/{}/users", other.replace("usr_", "cus_"));
    let body = json!({ "first_name": "John", "last_name": "Doe", "email_address": invitee() });
    let call = app.post(&path).json(&body).signed(&app.acme());
    call.send().refused(409, "customer_not_approved");
}
