//! The link's token, as an app that caught the link sends it.

use serde_json::json;

use crate::support::{OTHER_PASSWORD, PASSWORD, TestApp, at_once};

#[test]
fn a_link_proves_the_address_and_gives_a_ticket() {
    let app = TestApp::start();
    let (_, mailed) = app.mailed_person();
    let body = app.verify(&mailed.token).expect(200).json();
    assert_eq!((&body["status"], &body["message"]), (&json!("ok"), &json!("ok")));
    assert_eq!(body["expires_in"], 3_600);
    let mut names: Vec<_> = body.as_object().expect("an object").keys().cloned().collect();
    names.sort();
    assert_eq!(names, ["activation_ticket", "expires_in", "message", "status"]);
}

#[test]
fn a_link_works_once() {
    let app = TestApp::start();
    let (_, mailed) = app.mailed_person();
    app.verify(&mailed.token).expect(200);
    app.verify(&mailed.token).refused(409, "link_used");
}

#[test]
fn of_twenty_who_use_a_link_at_once_one_succeeds() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    let answers = at_once(20, |_| app.verify(&mailed.token));
    let (proven, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 200);
    assert_eq!(proven.len(), 1);
    for answer in refused {
        answer.refused(409, "link_used");
    }
    app.set_password(&person, PASSWORD, &proven[0].member("activation_ticket"))
        .expect(200);
}

#[test]
fn a_link_works_until_the_second_it_expires() {
    let app = TestApp::start();
    let (_, early) = app.mailed_person();
    let (_, late) = app.mailed_person();
    app.advance(86_400 - 30);
    app.verify(&early.token).expect(200);
    app.advance(30);
    app.verify(&late.token).refused(410, "link_expired");
    // And one that was used says so, however late.
    app.verify(&early.token).refused(409, "link_used");
}

#[test]
fn a_link_that_has_expired_can_be_followed_by_another() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    app.advance(86_401);
    app.verify(&mailed.token).refused(410, "link_expired");
    app.ask_for_mail(&person).expect(200);
    let again = app.mailed(&person, 2);
    assert_ne!(again.token, mailed.token);
    app.verify(&again.token).expect(200);
}

#[test]
fn of_two_links_either_works_and_the_first_use_kills_the_other() {
    let app = TestApp::start();
    for older_first in [true, false] {
        let (person, first) = app.mailed_person();
        app.ask_for_mail(&person).expect(200);
        let second = app.mailed(&person, 2);
        let (used, other) = if older_first { (first, second) } else { (second, first) };
        app.verify(&used.token).expect(200);
        app.verify(&other.token).refused(409, "link_used");
        app.verify_by_code(&person, &other.code).refused(403, "code_refused");
    }
}

#[test]
fn a_link_from_after_the_proof_voids_the_ticket_of_the_first() {
    let app = TestApp::start();
    let (person, ticket) = app.proven_person();
    app.ask_for_mail(&person).expect(200);
    let again = app
        .verify(&app.mailed(&person, 2).token)
        .expect(200)
        .member("activation_ticket");
    app.set_password(&person, OTHER_PASSWORD, &ticket)
        .refused(403, "registration_refused");
    app.set_password(&person, PASSWORD, &again).expect(200);
    app.app_of("acme")
        .sign_in(&person.email, OTHER_PASSWORD)
        .refused(400, "invalid_grant");
    app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
}

#[test]
fn a_link_that_comes_to_the_host_of_another_tenant_is_unknown_there_and_not_used() {
    let app = TestApp::start();
    let (_, mailed) = app.mailed_person();
    let path = "/v2/registration/verify";
    let page = format!("{path}?token={}", mailed.token);
    let elsewhere = app.get(&page).header("host", "netgrid.localhost").send();
    elsewhere.expect(404);
    let posted = app.post(path).header("host", "netgrid.localhost");
    posted
        .json(&json!({ "token": mailed.token }))
        .send()
        .refused(404, "link_unknown");
    let own = app.post(path).header("host", "acme.localhost");
    own.json(&json!({ "token": mailed.token })).send().expect(200);
}

#[test]
fn a_token_that_was_changed_at_any_place_is_unknown() {
    let app = TestApp::start();
    let (_, mailed) = app.mailed_person();
    let token = &mailed.token;
    for at in 0..token.len() {
        let other = if &token[at..=at] == "A" { "B" } else { "A" };
        let changed = format!("{}{other}{}", &token[..at], &token[at + 1..]);
        app.verify(&changed).refused(404, "link_unknown");
    }
    let sealed = token.split_once('.').expect("a dot").1;
    let others = [
        String::new(),
        token[..token.len() - 1].to_owned(),
        format!("{token}A"),
        format!("{token} "),
        sealed.to_owned(),
        format!("netgrid.{sealed}"),
        format!("acme.acme.{sealed}"),
        "x".repeat(5_000),
    ];
    for other in others {
        app.verify(&other).refused(404, "link_unknown");
    }
    app.verify(token).expect(200);
}

#[test]
fn a_token_of_one_purpose_is_nothing_at_another() {
    let app = TestApp::start();
    let (person, ticket) = app.proven_person();
    app.verify(&ticket).refused(404, "link_unknown");
    app.verify(&format!("acme.{ticket}")).refused(404, "link_unknown");
    let (other, mailed) = app.mailed_person();
    let sealed = mailed.token.split_once('.').expect("a dot").1;
    for text in [mailed.token.as_str(), sealed, &mailed.code] {
        app.set_password(&other, PASSWORD, text)
            .refused(403, "registration_refused");
        app.app_of("acme").refresh(text).refused(400, "invalid_grant");
    }
    app.set_password(&person, PASSWORD, &ticket).expect(200);
    let tokens = app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    let refresh = tokens.member("refresh_token");
    app.verify(&format!("acme.{refresh}")).refused(404, "link_unknown");
    app.set_password(&other, PASSWORD, &refresh)
        .refused(403, "registration_refused");
    app.app_of("acme").refresh(&ticket).refused(400, "invalid_grant");
    // None of that has used anything up.
    app.verify(&mailed.token).expect(200);
    app.app_of("acme").refresh(&refresh).expect(200);
}

#[test]
fn what_is_sent_has_to_be_a_token_alone_or_a_code_with_its_address() {
    let app = TestApp::start();
    let bodies = [
        json!({}),
        json!({ "token": "x", "code": "123456" }),
        json!({ "email_address": "a@b.example", "code": "123456" }),
        json!({ "labelpartner": "acme", "code": "123456" }),
        json!({ "token": null }),
        json!({ "token": 1 }),
        json!({ "token": "x", "tenant": "acme" }),
    ];
    for body in bodies {
        let answer = app.post("/v2/registration/verify").json(&body).send();
        answer.refused(400, "invalid_body");
    }
    let answer = app
        .post("/v2/registration/verify")
        .body("text/plain", r#"{"token":"x"}"#)
        .send();
    answer.refused(415, "unsupported_media_type");
}
