//! What became of a mail is shown to the back office, and an address that refuses mail gets no more.

use functions::workers::mail_feedback::SnsEvent;
use serde_json::{Value, json};

use crate::support::{Account, Engine, Person, TestApp};

/// What the back office is told of the mails of an open invitation.
fn deliveries(app: &TestApp, account: &Account) -> Vec<Value> {
    let body = app.acme().see(&account.id).expect(200).json();
    body["invitation"]["deliveries"].as_array().cloned().unwrap_or_default()
}

/// Waits until the newest mail has this status, and gives what is told of it.
fn newest(app: &TestApp, account: &Account, count: usize, status: &str) -> Value {
    let mut last = Value::Null;
    app.wait_until(status, || {
        let mut all = deliveries(app, account);
        let is_there = all.len() == count && all.last().is_some_and(|mail| mail["status"] == status);
        last = all.pop().unwrap_or_default();
        is_there
    });
    last
}

fn stopped(app: &TestApp, account: &Account) -> Value {
    app.acme().see(&account.id).expect(200).json()["mail_stopped"].clone()
}

#[test]
fn a_mail_that_arrived_is_shown_as_delivered_and_its_times_are_in_order() {
    let app = TestApp::start();
    let person = Person::new();
    let account = app.provision(&person);
    let mail = newest(&app, &account, 1, "delivered");
    assert!(mail["queued_at"].as_str() <= mail["delivered_at"].as_str());
    assert_eq!(mail.get("bounced_at"), None);
    assert_eq!(stopped(&app, &account), Value::Null);
    app.ask_for_mail(&person).expect(200);
    newest(&app, &account, 2, "delivered");
}

#[test]
fn an_address_that_bounces_or_complains_gets_no_more_mail_and_nobody_outside_can_tell() {
    let app = TestApp::start();
    let ends = [
        ("bounce+jane", "bounced", "bounced_at", "address_bounced"),
        ("complaint+jane", "complained", "complained_at", "complained"),
    ];
    for (name, status, time, reason) in ends {
        let person = Person::new().email(&format!("{name}@simulator.amazonses.com"));
        let account = app.provision(&person);
        let mail = newest(&app, &account, 1, status);
        assert!(mail[time].as_str().is_some(), "{mail}");
        assert_eq!(stopped(&app, &account), status);

        let answer = app.ask_for_mail(&person).expect(200);
        let nobody = app.ask_for_mail(&Person::new()).expect(200);
        assert_eq!(answer.anonymous(), nobody.anonymous());
        let mail = newest(&app, &account, 2, "failed");
        assert_eq!(mail["reason"], reason);
        app.settle();
        assert_eq!(app.mails(&person.email).len(), 1);
        // The link that did arrive somewhere still tells who asks for another.
        assert_eq!(deliveries(&app, &account)[0]["status"], status);
    }
}

/// A notice as SNS hands it on.
pub(crate) fn notice(tenant: &str, to: &str, asked: &Value, event: &Value) -> SnsEvent {
    let mut message = event.clone();
    message["mail"] = json!({ "destination": [to], "tags": { "tenant": [tenant], "asked": [asked] } });
    let sns = json!({ "MessageId": "one", "Message": message.to_string() });
    serde_json::from_value(json!({ "Records": [{ "Sns": sns }] })).expect("an event")
}

pub(crate) fn bounce(kind: &str, at: &str) -> Value {
    json!({ "eventType": "Bounce", "bounce": { "bounceType": kind, "timestamp": at } })
}

pub(crate) fn delivery(at: &str) -> Value {
    json!({ "eventType": "Delivery", "delivery": { "timestamp": at } })
}

const EARLIER: &str = "2026-11-18T11:00:00.000Z";
const LATER: &str = "2026-11-18T12:00:00.000Z";

/// A person who was mailed, with what their mail was tagged with.
pub(crate) async fn mailed(engine: &Engine) -> (Person, String, Value) {
    let person = Person::new();
    let id = engine.provision(&person, &[]).await.expect(201).member("account_id");
    engine.mailed_again(&person).await;
    let tags = engine.post_office.mails(&person.email)[0]["EmailTags"].clone();
    let asked = tags.as_array().expect("tags").iter().find(|tag| tag["Name"] == "asked");
    (person, id, asked.expect("a tag")["Value"].clone())
}

async fn seen(engine: &Engine, id: &str) -> (Value, Value) {
    let mut body = engine.see(id).await.expect(200).json();
    (body["invitation"]["deliveries"][0].take(), body["mail_stopped"].take())
}

pub(crate) async fn hear(engine: &Engine, notice: SnsEvent) -> bool {
    functions::workers::mail_feedback::handle(&engine.app, notice)
        .await
        .is_ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn notices_that_come_twice_and_out_of_order_move_nothing_back() {
    let engine = Engine::start().await;
    let (person, id, asked) = mailed(&engine).await;
    let tell = async |event: Value| hear(&engine, notice("acme", &person.email, &asked, &event)).await;
    let complaint = json!({ "eventType": "Complaint", "complaint": { "timestamp": LATER } });
    for event in [&bounce("Permanent", LATER), &delivery(EARLIER), &complaint] {
        assert!(tell(event.clone()).await);
    }
    let first = seen(&engine, &id).await;
    assert_eq!(
        (&first.0["status"], &first.1),
        (&json!("complained"), &json!("bounced"))
    );
    assert_eq!(first.0["delivered_at"], "2026-11-18T11:00:00Z");
    engine.meter.take();
    for event in [bounce("Permanent", EARLIER), delivery(LATER), complaint] {
        assert!(tell(event).await);
    }
    assert!(
        engine.meter.take().write_units < 0.5,
        "what is known is not written again"
    );
    assert_eq!(seen(&engine, &id).await, first);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_last_stops_no_mail() {
    let engine = Engine::start().await;
    let (person, id, asked) = mailed(&engine).await;
    let tell = async |event: Value| hear(&engine, notice("acme", &person.email, &asked, &event)).await;
    let delay = json!({ "eventType": "DeliveryDelay", "deliveryDelay": { "timestamp": EARLIER } });
    let not_spam = json!({ "eventType": "Complaint", "complaint": { "complaintFeedbackType": "not-spam" } });
    for event in [delay, not_spam, json!({ "eventType": "Send", "send": {} })] {
        assert!(tell(event).await);
    }
    assert_eq!(seen(&engine, &id).await.0["status"], "sent");
    assert!(tell(bounce("Transient", EARLIER)).await);
    let (mail, stopped) = seen(&engine, &id).await;
    assert_eq!((&mail["status"], stopped), (&json!("bounced"), Value::Null));

    // Somebody who is out of office has the mail.
    let (person, id, asked) = mailed(&engine).await;
    for event in [delivery(EARLIER), bounce("Transient", LATER)] {
        assert!(hear(&engine, notice("acme", &person.email, &asked, &event)).await);
    }
    assert_eq!(seen(&engine, &id).await.0["status"], "delivered");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_about_nobody_does_nothing_and_one_that_is_early_comes_again_for_an_hour() {
    let engine = Engine::start().await;
    let (person, id, asked) = mailed(&engine).await;
    let before = engine.row_of(&person).await;
    let now = engine.clock.now();
    let event = bounce("Permanent", &now.to_string());
    assert!(hear(&engine, notice("netgrid", &person.email, &asked, &event)).await);
    assert!(hear(&engine, notice("acme", "nobody@example.org", &asked, &event)).await);
    assert!(hear(&engine, notice("acme", &person.email, &json!("never"), &event)).await);
    // Before the person was there: somebody else had the address then.
    assert!(hear(&engine, notice("acme", &person.email, &json!("1"), &event)).await);
    assert_eq!(engine.row_of(&person).await, before);

    let later = json!((now.as_millisecond() + 1).to_string());
    assert!(
        !hear(&engine, notice("acme", &person.email, &later, &event)).await,
        "too early"
    );
    engine.clock.advance(3_601);
    assert!(
        hear(&engine, notice("acme", &person.email, &later, &event)).await,
        "too late"
    );
    assert_eq!(engine.row_of(&person).await, before);
    assert_eq!(seen(&engine, &id).await.1, Value::Null);
    let mut unreadable = notice("acme", &person.email, &asked, &event);
    unreadable.records[0].sns.message = "hello".to_owned();
    assert!(!hear(&engine, unreadable).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_oldest_mails_of_many_are_forgotten_and_their_bounces_are_not() {
    let engine = Engine::start().await;
    let (person, id, asked) = mailed(&engine).await;
    for _ in 0..12 {
        engine.clock.advance(3_600);
        engine
            .post("/v2/registration/provision", &person.asking())
            .await
            .expect(200);
        let request = engine.request_of(&person).await;
        engine.stream(None, Some(&request)).await;
        engine.mailed_again(&person).await;
    }
    let row = engine.row_of(&person).await.expect("a person");
    let kept: Vec<i64> = row["dl"]
        .as_l()
        .expect("a list")
        .iter()
        .map(|mail| {
            mail.as_m().expect("a mail")["q"]
                .as_n()
                .expect("a time")
                .parse()
                .expect("a number")
        })
        .collect();
    assert_eq!(kept.len(), usher::user::User::DELIVERIES_KEPT);
    assert!(
        kept.is_sorted() && row["ia"].as_n() == Ok(&kept[9].to_string()),
        "the newest ones"
    );
    assert!(
        hear(
            &engine,
            notice("acme", &person.email, &asked, &bounce("Permanent", LATER))
        )
        .await
    );
    assert_eq!(seen(&engine, &id).await.1, "bounced");
}
