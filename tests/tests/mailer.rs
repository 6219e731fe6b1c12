//! A mail that was promised is sent, whatever the mail service does meanwhile.

use usher_local::MailFault;

use crate::support::{Account, Engine, Person, TestApp};

/// What the back office is told of the mails of an open invitation.
fn deliveries(app: &TestApp, account: &Account) -> Vec<(String, String)> {
    let body = app.acme().see(&account.id).expect(200).json();
    let deliveries = body["invitation"]["deliveries"].as_array().cloned().unwrap_or_default();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    deliveries
        .iter()
        .map(|delivery| (text(&delivery["status"]), text(&delivery["reason"])))
        .collect()
}

fn wait_for(app: &TestApp, account: &Account, status: &str) {
    app.wait_until(status, || deliveries(app, account).iter().any(|(is, _)| is == status));
}

#[test]
fn a_mail_service_that_stumbles_delays_the_mail_and_neither_loses_nor_doubles_it() {
    for fault in [MailFault::Throttled, MailFault::Internal] {
        let app = TestApp::start();
        // More than one delivery's worth of tries.
        app.mail_faults().fail_next(5, fault);
        let person = Person::new();
        let account = app.provision(&person);
        let mailed = app.mailed(&person, 1);
        wait_for(&app, &account, "delivered");
        assert_eq!(app.mail_faults().pending(), 0);
        app.settle();
        assert_eq!(app.mails(&person.email).len(), 1);
        app.verify(&mailed.token).expect(200);
    }
}

#[test]
fn a_mail_that_waits_is_shown_as_queued() {
    let app = TestApp::start();
    app.mail_faults().fail_next(1_000, MailFault::Throttled);
    let person = Person::new();
    let account = app.provision(&person);
    assert_eq!(deliveries(&app, &account), [("queued".to_owned(), String::new())]);
    app.mail_faults().clear();
    app.mail(&person.email, 1);
    wait_for(&app, &account, "delivered");
}

#[test]
fn a_mail_that_can_never_be_sent_is_shown_as_failed_and_not_tried_for_ever() {
    let app = TestApp::start();
    app.mail_faults().fail_next(1, MailFault::Rejected);
    let person = Person::new();
    let account = app.provision(&person);
    wait_for(&app, &account, "failed");
    assert_eq!(
        deliveries(&app, &account),
        [("failed".to_owned(), "MessageRejected".to_owned())]
    );
    app.settle();
    assert_eq!(app.mails(&person.email), []);
    // Nobody else's mail waits for it, and asking again is another mail.
    app.ask_for_mail(&person).expect(200);
    let mailed = app.mailed(&person, 1);
    app.verify(&mailed.token).expect(200);
}

#[test]
fn a_mail_whose_acceptance_got_lost_comes_at_most_once_more_and_with_the_same_link() {
    let app = TestApp::start();
    app.mail_faults().fail_next(1, MailFault::SentButUnanswered);
    let person = Person::new();
    let account = app.provision(&person);
    wait_for(&app, &account, "delivered");
    app.settle();
    let mails = app.mails(&person.email);
    assert!((1..=2).contains(&mails.len()), "{}", mails.len());
    assert!(
        mails
            .iter()
            .all(|mail| mail.links == mails[0].links && mail.code == mails[0].code)
    );
    assert_eq!(deliveries(&app, &account).len(), 1);
}

#[test]
fn a_person_who_registered_meanwhile_gets_no_late_mail() {
    let app = TestApp::start();
    let (person, mailed) = app.mailed_person();
    app.mail_faults().fail_next(1_000, MailFault::Throttled);
    app.ask_for_mail(&person).expect(200);
    let ticket = app.verify(&mailed.token).expect(200).member("activation_ticket");
    app.set_password(&person, crate::support::PASSWORD, &ticket).expect(200);
    app.mail_faults().clear();
    app.settle();
    // The one that waited may still go out: its link says that it was used.
    for mail in app.mails(&person.email) {
        let link = mail.links[0].strip_prefix(app.url()).expect("a link").to_owned();
        app.get(&link).send().expect(409);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_is_delivered_again_sends_the_same_mail_or_none() {
    let engine = Engine::start().await;
    let person = Person::new();
    let first = engine.mailed(&person).await;
    let row = engine.row_of(&person).await.expect("a person");
    // The mailer's own note is a change too, and calls for nothing.
    engine.stream(Some(&row), Some(&row)).await;
    assert_eq!(engine.post_office.mails(&person.email).len(), 1);
    let again = engine.mailed_again(&person).await;
    assert_eq!((again.token, again.code), (first.token, first.code));
    let mails = engine.post_office.mails(&person.email);
    assert_eq!(mails[0], *mails.last().expect("a mail"), "tags and all");
    let note = engine.row_of(&person).await.expect("a person");
    assert_eq!(note["dl"].as_l().map(Vec::len), Ok(1), "noted once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_whose_link_has_expired_meanwhile_is_not_sent() {
    let engine = Engine::start().await;
    let person = Person::new();
    engine.provision(&person, &[]).await.expect(201);
    let row = engine.row_of(&person).await.expect("a person");
    engine.clock.advance(3 * 86_400);
    let response = engine.stream(None, Some(&row)).await;
    assert!(response.batch_item_failures.is_empty());
    assert_eq!(engine.post_office.mails(&person.email), Vec::<serde_json::Value>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_of_somebody_who_was_erased_meanwhile_brings_nobody_back() {
    let engine = Engine::start().await;
    let person = Person::new();
    let id = engine.provision(&person, &[]).await.expect(201).member("account_id");
    let row = engine.row_of(&person).await.expect("a person");
    engine.erase(&id).await.expect(204);
    engine.stream(None, Some(&row)).await;
    engine.stream(Some(&row), None).await;
    assert_eq!(engine.row_of(&person).await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_cannot_be_sent_now_is_handed_back_and_one_that_never_can_is_not() {
    let engine = Engine::start().await;
    let person = Person::new();
    engine.provision(&person, &[]).await.expect(201);
    let row = engine.row_of(&person).await.expect("a person");
    engine.post_office.refuse(3, 429, "TooManyRequestsException");
    let response = engine.stream(None, Some(&row)).await;
    let failed = &response.batch_item_failures;
    assert_eq!(failed.len(), 1);
    assert_eq!(failed[0].item_identifier.as_deref(), Some("1"));
    engine.post_office.refuse(1, 400, "MessageRejected");
    assert!(engine.stream(None, Some(&row)).await.batch_item_failures.is_empty());
    assert_eq!(engine.post_office.mails(&person.email), Vec::<serde_json::Value>::new());
}
