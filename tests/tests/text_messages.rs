//! A text message that was promised is sent, and none that is one too many.

use serde_json::Value;
use usher::store::TenantChange;
use usher_local::MailFault;

use crate::support::{Engine, Funnel, Person, Published, TestApp, attribute, invitee, number, texted_invitation};

/// Invites somebody at a number and plays the record of it: how many records failed.
async fn invite(engine: &Engine, number: &str) -> (Person, usize) {
    let person = Person::new();
    engine
        .invite(&texted_invitation(&person.email, number))
        .await
        .expect(201);
    let failed = play(engine, &person).await;
    (person, failed)
}

/// The record that made a person arrives, perhaps not for the first time.
async fn play(engine: &Engine, person: &Person) -> usize {
    let row = engine.row_of(person).await.expect("a person");
    engine.stream(None, Some(&row)).await.batch_item_failures.len()
}

/// What is told of the deliveries: status and reason.
async fn told(engine: &Engine, person: &Person) -> Vec<(String, String)> {
    let row = engine.row_of(person).await.expect("a person");
    let id = row["id"].as_s().expect("an id").replacen("usr_", "cus_", 1);
    let seen = engine.see(&id).await.expect(200).json();
    let deliveries = seen["invitation"]["deliveries"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    deliveries
        .iter()
        .map(|delivery| {
            assert_eq!(delivery["channel"], "sms");
            (text(&delivery["status"]), text(&delivery["reason"]))
        })
        .collect()
}

fn pair(status: &str, reason: &str) -> (String, String) {
    (status.to_owned(), reason.to_owned())
}

/// Makes acme another tenant than the demo's, from the next minute on.
async fn change_acme(engine: &Engine, change: impl FnOnce(&mut usher::tenant::Sms)) {
    let name = "acme".parse().expect("a name");
    let (store, keys) = (&engine.app.store, &engine.app.keys);
    let mut tenant = store.get_tenant(&name, keys).await.expect("read").expect("acme");
    change(tenant.sms.as_mut().expect("a tenant that texts"));
    store
        .save_tenant(&tenant, &TenantChange::by("test"), keys, engine.clock.now())
        .await
        .expect("saved");
    engine.clock.advance(61);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_goes_out_with_a_sender_a_kind_and_a_price() {
    let engine = Engine::start().await;
    let number = number();
    let (person, failed) = invite(&engine, &number).await;
    assert_eq!(failed, 0);
    let sent: Vec<Published> = engine.phones.texts(&number);
    assert_eq!(sent.len(), 1);
    let of = |name: &str| attribute(&sent[0], name);
    assert_eq!(of("AWS.SNS.SMS.SMSType"), Some("Transactional"));
    assert_eq!(of("AWS.SNS.SMS.SenderID"), Some("ACME"));
    assert_eq!(of("AWS.SNS.SMS.MaxPrice"), Some("0.50"));
    assert_eq!(sent[0].get("TopicArn"), None);
    assert_eq!(told(&engine, &person).await, [pair("sent", "")]);
    // The record again: noted once, and the same message or none.
    play(&engine, &person).await;
    let again = engine.phones.texts(&number);
    assert!(again.iter().all(|text| text["Message"] == sent[0]["Message"]));
    assert_eq!(told(&engine, &person).await, [pair("sent", "")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_sent_now_comes_again_and_counts_once() {
    let engine = Engine::start().await;
    let number = number();
    let refusals = [
        (400, "ThrottlingException", "Rate exceeded"),
        (500, "InternalError", "Arranged by a test."),
        (403, "AuthorizationError", "Not authorized"),
    ];
    // More of them than the number may be texted.
    let mut person = None;
    for (status, code, message) in refusals.into_iter().cycle().take(9) {
        engine.phones.refuse(4, status, code, message);
        match &person {
            None => {
                let (invited, failed) = invite(&engine, &number).await;
                assert_eq!(failed, 1, "{code}");
                person = Some(invited);
            }
            Some(person) => assert_eq!(play(&engine, person).await, 1, "{code}"),
        }
        engine.phones.forgive();
    }
    let person = person.expect("somebody");
    assert_eq!(told(&engine, &person).await, [pair("queued", "")]);
    assert_eq!(play(&engine, &person).await, 0);
    assert_eq!(engine.phones.texts(&number).len(), 1);
    assert_eq!(told(&engine, &person).await, [pair("sent", "")]);
    assert_eq!(engine.texts_today().await, [1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_never_can_be_sent_is_told_and_not_tried_again() {
    let engine = Engine::start().await;
    let refusals = [
        (
            400,
            "InvalidParameter",
            "Invalid parameter: PhoneNumber",
            "InvalidParameter",
        ),
        (400, "InvalidParameter", "Phone number is opted out", "OptedOut"),
        (
            400,
            "ServiceQuotaExceededException",
            "Spent",
            "ServiceQuotaExceededException",
        ),
    ];
    for (status, code, message, reason) in refusals {
        let number = number();
        engine.phones.refuse(1, status, code, message);
        let (person, failed) = invite(&engine, &number).await;
        assert_eq!(failed, 0, "{code}");
        assert_eq!(told(&engine, &person).await, [pair("failed", reason)]);
        assert_eq!(engine.phones.texts(&number), Vec::<Published>::new());
    }
}

// One thread, which is the one that is listened to.
#[tokio::test]
async fn a_number_gets_only_so_many_whoever_calls_for_them() {
    let engine = Engine::start().await;
    let number = number();
    let mut last = None;
    for _ in 0..5 {
        let (person, _) = invite(&engine, &number).await;
        assert_eq!(told(&engine, &person).await, [pair("sent", "")]);
    }
    let funnel = Funnel::listen();
    for _ in 0..2 {
        let (person, failed) = invite(&engine, &number).await;
        assert_eq!(failed, 0);
        assert_eq!(told(&engine, &person).await, [pair("failed", "sms_number_limit")]);
        last = Some(person);
    }
    let refused = "acme text_sent sms_number_limit";
    assert_eq!(
        funnel.take(),
        ["acme provisioned", refused, "acme provisioned", refused]
    );
    assert_eq!(engine.phones.texts(&number).len(), 5);
    assert_eq!(engine.texts_today().await, [5], "what is refused costs no day anything");
    // It is not sent later; asking again is.
    engine.clock.advance(3_600);
    play(&engine, &last.expect("somebody")).await;
    assert_eq!(engine.phones.texts(&number).len(), 5);
    let (person, _) = invite(&engine, &number).await;
    assert_eq!(told(&engine, &person).await, [pair("sent", "")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tenant_sends_no_more_in_a_day_than_it_pays_for() {
    let engine = Engine::start().await;
    change_acme(&engine, |sms| sms.daily_limit = 2).await;
    for expected in [pair("sent", ""), pair("sent", ""), pair("failed", "sms_daily_limit")] {
        let (person, failed) = invite(&engine, &number()).await;
        assert_eq!(failed, 0);
        assert_eq!(told(&engine, &person).await, [expected]);
    }
    engine.clock.advance(86_400);
    let (person, _) = invite(&engine, &number()).await;
    assert_eq!(told(&engine, &person).await, [pair("sent", "")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_no_longer_be_texted_is_not() {
    let engine = Engine::start().await;
    let number = number();
    let person = Person::new();
    engine
        .invite(&texted_invitation(&person.email, &number))
        .await
        .expect(201);
    change_acme(&engine, |sms| sms.countries = vec!["NL".to_owned()]).await;
    assert_eq!(play(&engine, &person).await, 0);
    assert_eq!(told(&engine, &person).await, [pair("failed", "sms_country")]);
    assert_eq!(engine.phones.texts(&number), Vec::<Published>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_known_without_a_number_is_told_of_and_not_texted() {
    let engine = Engine::start().await;
    let person = Person::new();
    engine.provision(&person, &[]).await.expect(201);
    engine.clock.advance(61);
    let mut body = texted_invitation(&person.email, &number());
    body["resend"] = true.into();
    engine.invite(&body).await.expect(201);
    play(&engine, &person).await;
    let told = told(&engine, &person).await;
    assert_eq!(told.last(), Some(&pair("failed", "sms_number_missing")));
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_that_was_stopped_stops_no_text_message() {
    let engine = Engine::start().await;
    let number = number();
    let person = Person::new();
    engine
        .invite(&texted_invitation(&person.email, &number))
        .await
        .expect(201);
    let mut row = engine.row_of(&person).await.expect("a person");
    let stopped = aws_sdk_dynamodb::types::AttributeValue::S("complained".to_owned());
    row.insert("ms".to_owned(), stopped);
    engine.stream(None, Some(&row)).await;
    assert_eq!(engine.phones.texts(&number).len(), 1);
}

#[test]
fn a_network_that_stumbles_delays_the_message_and_neither_loses_nor_doubles_it() {
    for fault in [MailFault::Throttled, MailFault::Internal] {
        let app = TestApp::start();
        app.text_faults().fail_next(5, fault);
        let number = number();
        let (_, token) = app.texted(&invitee(), &number);
        app.settle();
        assert_eq!(app.mails(&number).len(), 1);
        app.press(&token).finish();
    }
}

#[test]
fn a_message_whose_acceptance_got_lost_comes_at_most_once_more_and_the_same() {
    let app = TestApp::start();
    app.text_faults().fail_next(1, MailFault::SentButUnanswered);
    let number = number();
    let body = texted_invitation(&invitee(), &number);
    app.pre_register(&body).send().expect(201);
    app.settle();
    let texts = app.mails(&number);
    assert!((1..=2).contains(&texts.len()), "{}", texts.len());
    assert!(texts.iter().all(|text| text.text == texts[0].text));
}
