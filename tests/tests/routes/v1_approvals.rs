//! `/v1/approvals`: accounts that wait for their tenant's decision.

mod deciding;
mod endpoint;

use serde_json::{Value, json};

use super::signup::{ask, borrowed, completed_with, link_in, things};
use crate::support::{Answer, PASSWORD, TestApp, Web, authorize, hidden, invitee};

const APPROVERS: &str = "approvals@acme.example";

/// What a data recipient fills in.
fn recipient(link: &str) -> Vec<(String, String)> {
    let mut fields = completed_with(link, PASSWORD);
    fields.push(("profile.companyName".to_owned(), "Data Ltd".to_owned()));
    fields
}

/// Opens an account that waits; gives the page at the end.
#[track_caller]
pub(super) fn opened(app: &TestApp, web: &Web<'_>, email: &str) -> Answer {
    ask(app, "data_recipient", email).expect(200);
    let link = link_in(app, email);
    web.on(web.send("/signup/complete", &borrowed(&recipient(&link))))
        .expect(200)
}

/// Those who wait, as the back office is told.
#[track_caller]
fn waiting(app: &TestApp) -> Vec<Value> {
    let list = app
        .acme()
        .call("GET", "/v1/approvals?limit=100")
        .send()
        .expect(200)
        .json();
    list["approvals"].as_array().expect("a list").clone()
}

/// The id of the one who waits with this address.
#[track_caller]
fn id_of(app: &TestApp, email: &str) -> String {
    let all = waiting(app);
    let found = all.iter().find(|one| one["email_address"] == email);
    found.expect("somebody who waits")["user_id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

fn decide(app: &TestApp, id: &str, body: &Value) -> Answer {
    let call = app.post(&format!("/v1/approvals/{id}")).json(body);
    call.signed(&app.acme()).send()
}

#[test]
fn a_data_recipient_waits_without_a_token_and_everybody_is_told() {
    let app = TestApp::start();
    let (web, email) = (app.web(), invitee());
    let last = opened(&app, &web, &email);
    assert!(
        last.text.contains("Your account is waiting for approval"),
        "{}",
        last.text
    );
    assert!(web.cookie("usher-session").is_none(), "nobody is signed in");
    app.settle();
    let told = app.mails(&email);
    assert!(told.last().expect("a mail").subject.contains("waiting for approval"));
    let asked = app.mails(APPROVERS);
    let asked = asked.last().expect("a mail");
    assert!(
        asked.text.contains("Jane Doe, Data Ltd (") && asked.text.contains("(Data recipient)"),
        "{}",
        asked.text
    );

    let decide = "/console/approvals?labelpartner=acme";
    let leads_there = |link: &String| link.strip_prefix(app.url()) == Some(decide);
    assert!(asked.links.iter().any(leads_there), "{:?}", asked.links);
    let refused = app.app_of("acme").sign_in(&email, PASSWORD);
    assert!(refused.text.contains("waits for a decision"), "{}", refused.text);
    refused.refused(400, "invalid_grant");
    let page = app.web().type_password(&authorize(&[]), &email, PASSWORD).expect(403);
    assert!(
        page.text.contains("Your account is waiting for approval"),
        "{}",
        page.text
    );
    // Whoever does not know the password learns nothing of it.
    let wrong = app.web().type_password(&authorize(&[]), &email, "not the one at all");
    let strange = app
        .web()
        .type_password(&authorize(&[]), &invitee(), "not the one at all");
    assert_eq!((wrong.status, wrong.text.contains("waiting")), (strange.status, false));
    let mails = app.mails(&email).len();
    app.web()
        .send("/recover?labelpartner=acme", &[("email", &email)])
        .expect(200);
    app.settle();
    assert_eq!(app.mails(&email).len(), mails, "there is no password to recover yet");

    let one = &waiting(&app)[0];
    assert_eq!(
        (&one["status"], &one["customer_kind"]),
        (&json!("waiting"), &json!("data_recipient"))
    );
    assert_eq!(one["customer_fields"], json!({ "companyName": "Data Ltd" }));
    let account = app
        .acme()
        .see(one["account_id"].as_str().expect("an id"))
        .expect(200)
        .json();
    assert_eq!(
        (&account["status"], &account["reason"]),
        (&json!("awaiting_approval"), &json!("approval_needed"))
    );
    assert_eq!(account["next_actions"], json!(["decide"]));
}

#[test]
fn an_approved_account_counts_and_the_decision_is_final() {
    let app = TestApp::start();
    let email = invitee();
    opened(&app, &app.web(), &email);
    let id = id_of(&app, &email);
    let before = app.mails(&email).len();
    let body = json!({ "decision": "approve", "reason": "Welcome to our circle." });
    let told = decide(&app, &id, &body).expect(200).json();
    assert_eq!(
        (&told["status"], &told["decided_by"]),
        (&json!("approved"), &json!("acme-backoffice"))
    );
    assert!(waiting(&app).iter().all(|one| one["user_id"] != id.as_str()));
    let mail = app.mail(&email, before + 1);
    let says = |part: &str| part.contains("Welcome to our circle.");
    assert!(says(&mail.text) && says(&mail.html), "{}", mail.text);
    assert!(
        mail.links.iter().any(|link| link.contains("/sign-in?")),
        "{:?}",
        mail.links
    );
    app.app_of("acme").sign_in(&email, PASSWORD).expect(200);
    let web = app.web();
    web.sign_in(&authorize(&[]), &email).expect(303);
    // They may take along what was decided, and each member stands once.
    let export = web.open("/account/export").expect(200);
    assert_eq!(export.json()["decision"]["approved"], true);
    assert_eq!(export.json()["customer_fields"], json!({ "companyName": "Data Ltd" }));
    assert_eq!(export.text.matches("\"customer_kind\"").count(), 1, "{}", export.text);
    // The same again is answered alike, the other way is not.
    let again = decide(&app, &id, &json!({ "decision": "approve", "reason": "again" }))
        .expect(200)
        .json();
    assert_eq!(again, told);
    decide(&app, &id, &json!({ "decision": "refuse" })).refused(409, "approval_decided");
    app.app_of("acme").sign_in(&email, PASSWORD).expect(200);
    let account = app.acme().see(&id).expect(200).json();
    assert_eq!(
        (&account["status"], &account["reason"]),
        (&json!("registered"), &json!("approved_by_tenant"))
    );
}

#[test]
fn a_refused_account_never_counts_and_its_person_is_told_why() {
    let app = TestApp::start();
    let email = invitee();
    opened(&app, &app.web(), &email);
    let id = id_of(&app, &email);
    let before = app.mails(&email).len();
    let body = json!({ "decision": "refuse", "reason": "We do not know your company." });
    assert_eq!(decide(&app, &id, &body).expect(200).json()["status"], "refused");
    let mail = app.mail(&email, before + 1);
    assert!(mail.text.contains("We do not know your company"), "{}", mail.text);
    app.app_of("acme")
        .sign_in(&email, PASSWORD)
        .refused(400, "invalid_grant");
    decide(&app, &id, &json!({ "decision": "approve" })).refused(409, "approval_decided");
    assert!(waiting(&app).is_empty());
    let page = app.web().type_password(&authorize(&[]), &email, PASSWORD).expect(403);
    assert!(page.text.contains("was not approved"), "{}", page.text);
    assert!(page.text.contains("Back to the app"), "{}", page.text);
    // Who came from no app is led back to none.
    let fields = [("email", email.as_str()), ("password", PASSWORD)];
    let page = app.web().send("/sign-in?labelpartner=acme", &fields).expect(403);
    assert!(
        page.text.contains("was not approved") && !page.text.contains("Back to the app"),
        "{}",
        page.text
    );
    let account = app.acme().see(&id).expect(200).json();
    assert_eq!(
        (&account["reason"], &account["next_actions"]),
        (&json!("refused_by_tenant"), &json!([]))
    );
    let refused = account["history"]
        .as_array()
        .and_then(|all| all.last())
        .expect("a history");
    assert_eq!(
        (&refused["event"], &refused["by"], &refused["reason"]),
        (
            &json!("refused"),
            &json!("acme-backoffice"),
            &json!("We do not know your company.")
        )
    );
    // Who tries again is told the same once more, and makes no second account.
    app.advance(120);
    ask(&app, "personal", &email).expect(200);
    let again = app.mail(&email, before + 2);
    assert!(again.subject.contains("not approved"), "{}", again.subject);
    // By the other form as well.
    app.advance(120);
    app.web().register(&authorize(&[]), &email, &[]).expect(200);
    let again = app.mail(&email, before + 3);
    assert!(again.subject.contains("not approved"), "{}", again.subject);
}

#[test]
fn an_address_that_needs_no_decision_is_registered_at_once() {
    let app = TestApp::start();
    let email = format!("{}@trusted.example", invitee().split('@').next().expect("a name"));
    let last = opened(&app, &app.web(), &email);
    assert!(last.text.contains("all set"), "{}", last.text);
    app.app_of("acme").sign_in(&email, PASSWORD).expect(200);
    assert!(waiting(&app).is_empty());
    app.settle();
    assert!(app.mails(APPROVERS).is_empty());
}

#[test]
fn any_kind_may_need_a_decision_and_the_app_waits_as_well() {
    let app = TestApp::start();
    app.apply_acme(|document| document["onboarding"]["kinds"]["personal"]["approval"] = json!({}))
        .expect(200);
    let (web, email) = (app.web(), invitee());
    let page = web.follow(&things(&[("prompt", "create")])).expect(200);
    let request = hidden(&page, "request");
    let fields = [("request", request.as_str()), ("kind", "personal"), ("email", &email)];
    web.send("/signup", &fields).expect(200);
    let link = link_in(&app, &email);
    let last = web
        .on(web.send("/signup/complete", &borrowed(&completed_with(&link, PASSWORD))))
        .expect(200);
    assert!(last.text.contains("Your account is waiting for approval") && !last.text.contains("class=\"primary\""));
    decide(&app, &id_of(&app, &email), &json!({ "decision": "approve" })).expect(200);
    web.sign_in(&things(&[]), &email).expect(303);
}
