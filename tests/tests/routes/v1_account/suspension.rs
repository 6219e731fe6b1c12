//! `/v1/account/{id}/suspension`: an account that its tenant takes out of use.

use serde_json::{Value, json};

use crate::support::{Account, PASSWORD, Person, TestApp, authorize, code_in};

fn suspend(app: &TestApp, id: &str, body: &Value) -> crate::support::Answer {
    let path = format!("/v1/account/{id}/suspension");
    app.post(&path).json(body).signed(&app.acme()).send()
}

fn resume(app: &TestApp, id: &str) -> crate::support::Answer {
    app.acme()
        .call("DELETE", &format!("/v1/account/{id}/suspension"))
        .send()
}

/// Somebody with a password, and their account.
fn registered(app: &TestApp) -> (Person, Account) {
    let person = Person::new();
    let account = app.provision(&person);
    let mail = app.mailed(&person, 1);
    let ticket = app.verify(&mail.token).expect(200).member("activation_ticket");
    app.set_password(&person, PASSWORD, &ticket).expect(200);
    (person, account)
}

#[test]
fn whoever_is_suspended_is_out_at_once_and_in_again_once_they_are_resumed() {
    let app = TestApp::start();
    let (person, account) = registered(&app);
    let tokens = app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    let web = app.web();
    code_in(&web.sign_in(&authorize(&[]), &person.email));
    let told = suspend(&app, &account.id, &json!({ "reason": "The contract has ended." }))
        .expect(200)
        .json();
    assert_eq!(
        (&told["status"], &told["reason"], &told["next_actions"]),
        (&json!("suspended"), &json!("suspended_by_tenant"), &json!(["resume"]))
    );
    let last = told["history"]
        .as_array()
        .and_then(|history| history.last())
        .expect("history");
    assert_eq!(
        (&last["event"], &last["reason"]),
        (&json!("suspended"), &json!("The contract has ended."))
    );
    // By no token, no session, and no password.
    let (access, refresh) = (tokens.member("access_token"), tokens.member("refresh_token"));
    app.get("/userinfo").bearer(&access).send().expect(401);
    app.app_of("acme").refresh(&refresh).refused(400, "invalid_grant");
    app.app_of("acme")
        .sign_in(&person.email, PASSWORD)
        .refused(400, "invalid_grant");
    assert!(
        web.follow(&authorize(&[]))
            .expect(200)
            .text
            .contains("name=\"password\""),
        "the session is over"
    );
    let page = web.type_password(&authorize(&[]), &person.email, PASSWORD).expect(403);
    assert!(
        page.text.contains("Your account is suspended") && !page.text.contains("contract"),
        "{}",
        page.text
    );
    // Whoever does not show the password is told nothing.
    let wrong = web
        .type_password(&authorize(&[]), &person.email, "nine wrong guesses here")
        .expect(403);
    assert!(!wrong.text.contains("suspended"));
    app.acme().tell_activity(&account.id).refused(409, "not_registered");

    let told = resume(&app, &account.id).expect(200).json();
    assert_eq!(told["status"], "registered");
    app.app_of("acme").refresh(&refresh).refused(400, "invalid_grant");
    assert!(
        web.follow(&authorize(&[]))
            .expect(200)
            .text
            .contains("name=\"password\""),
        "they sign in anew"
    );
    code_in(&web.sign_in(&authorize(&[]), &person.email));
}

#[test]
fn an_account_goes_back_to_what_it_was_and_nothing_goes_on_meanwhile() {
    let app = TestApp::start();
    let person = Person::new();
    let account = app.provision(&person);
    let mail = app.mailed(&person, 1);
    suspend(&app, &account.id, &json!({})).expect(200);
    let answer = app.verify(&mail.token);
    assert!(answer.status >= 400, "{}", answer.text);
    app.ask_for_mail(&person).expect(200);
    app.settle();
    assert_eq!(app.mails(&person.email).len(), 1, "nothing is mailed to them");
    assert_eq!(resume(&app, &account.id).expect(200).json()["status"], "provisioned");
    app.verify(&mail.token).expect(200);
}

#[test]
fn once_more_changes_nothing_and_bad_input_is_told() {
    let app = TestApp::start();
    let (_, account) = registered(&app);
    assert_eq!(resume(&app, &account.id).expect(200).json()["status"], "registered");
    suspend(&app, &account.id, &json!({ "reason": "first" })).expect(200);
    let again = suspend(&app, &account.id, &json!({ "reason": "second" }))
        .expect(200)
        .json();
    let last = again["history"]
        .as_array()
        .and_then(|history| history.last())
        .expect("history");
    assert_eq!(last["reason"], "first");
    suspend(&app, &account.id, &json!({ "reason": "x".repeat(501) })).flawed(
        422,
        "validation_failed",
        "/reason",
        "value_too_long",
    );
    suspend(&app, &account.id, &json!({ "why": "x" })).refused(400, "invalid_body");
    suspend(&app, "nobody", &json!({})).refused(404, "account_not_found");
    let path = format!("/v1/account/{}/suspension", account.id);
    app.post(&path)
        .json(&json!({}))
        .signed(&app.netgrid())
        .send()
        .refused(404, "account_not_found");
    app.post(&path).json(&json!({})).send().refused(401, "unauthenticated");
    // Erasing is possible in every state.
    app.acme()
        .call("DELETE", &format!("/v1/account/{}", account.id))
        .send()
        .expect(204);
}
