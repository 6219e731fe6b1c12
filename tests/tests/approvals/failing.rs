//! An endpoint that does not answer, or lies, decides nothing: the account waits as before, and is asked about again.

use std::time::Instant;

use functions::workers::approval_endpoint::handle;
use functions::workers::housekeeping::run;
use serde_json::json;
use usher::id::{Opaque, UserId};
use usher::provisioning::RequestIdentity;
use usher::user::User;

use super::{acme, asking, deliver, due, minutes, opened, says, user, with};
use crate::support::{Engine, Fault, Provider, Says, event, free_port, record};

#[tokio::test(flavor = "multi_thread")]
async fn whatever_it_answers_the_account_waits_as_before_and_is_decided_about_once_it_answers() {
    let elsewhere = Provider::start(says("approve"));
    let (engine, provider) = with(Says::Nothing).await;
    let (person, waits) = opened(&engine).await;
    let status = |status| Says::Status(status, String::new());
    let redirect = |status| Says::Status(status, format!("location: {}\r\n", elsewhere.url));
    for lie in [
        Says::Body("<!doctype html><html><p>approve".to_owned()),
        Says::Body(String::new()),
        Says::Body("[]".to_owned()),
        Says::Body("\"approve\"".to_owned()),
        Says::Body("{\"decision\":\"approve\"}x".to_owned()),
        Says::json(&json!({})),
        Says::json(&json!({ "decision": true })),
        Says::json(&json!({ "decision": ["approve"] })),
        Says::json(&json!({ "decision": "yes" })),
        Says::json(&json!({ "decision": "approve", "reason": 7 })),
        Says::json(&json!({ "decision": "approve", "reason": "x".repeat(501) })),
        redirect(301),
        redirect(307),
        status(201),
        status(204),
        status(401),
        status(404),
        status(500),
        Says::HangsUp,
    ] {
        provider.says(lie.clone());
        let before = provider.received().len();
        assert!(deliver(&engine, None, &waits).await, "{lie:?}");
        if !matches!(lie, Says::HangsUp) {
            assert_eq!(
                provider.received().len() - before,
                3,
                "asked again at once, and no oftener: {lie:?}"
            );
        }
        assert_eq!(engine.row_of(&person).await.as_ref(), Some(&waits), "{lie:?}");
    }
    assert_eq!(elsewhere.received().len(), 0, "no redirect is followed");
    provider.says(says("approve"));
    assert!(deliver(&engine, None, &waits).await);
    assert!(user(&engine, &person).await.status.may_sign_in());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_that_is_slow_or_talks_without_end_holds_nobody_up_for_long() {
    let hundred = 100_000_000;
    let endless = Says::Endless {
        octets: hundred,
        chunked: true,
    };
    let (engine, provider) = with(endless).await;
    let [(_, first), (_, second), (_, third)] = [opened(&engine).await, opened(&engine).await, opened(&engine).await];
    assert!(deliver(&engine, None, &first).await);
    assert!(provider.taken() < hundred / 5, "{}", provider.taken());
    for slow in [Says::Slowly, Says::Nothing] {
        provider.says(slow);
        let began = Instant::now();
        let batch = [&first, &second, &third].map(|row| record("1", None, Some(row)));
        let failed = handle(&engine.app, event(batch)).await.batch_item_failures.len();
        // All of a batch at once, and none for longer than a call may take: who was slow is not asked again at once.
        assert!((4..9).contains(&began.elapsed().as_secs()), "{:?}", began.elapsed());
        assert_eq!(failed, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_cannot_be_read_or_asked_about_stops_no_other() {
    let (engine, provider) = with(says("approve")).await;
    let ((_, mut broken), (person, waits)) = (opened(&engine).await, opened(&engine).await);
    broken.insert(
        "st".to_owned(),
        aws_sdk_dynamodb::types::AttributeValue::S("odd".into()),
    );
    let records = [record("1", None, Some(&broken)), record("2", None, Some(&waits))];
    let failed = handle(&engine.app, event(records)).await.batch_item_failures;
    let failed: Vec<_> = failed.iter().filter_map(|one| one.item_identifier.as_deref()).collect();
    assert_eq!(failed, ["1"]);
    assert!(user(&engine, &person).await.status.may_sign_in());
    assert_eq!(provider.received().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_not_answered_about_is_asked_about_again_by_housekeeping_until_somebody_answers() {
    let port = free_port();
    let engine = asking(&format!("http://127.0.0.1:{port}/decide")).await;
    let (person, waits) = opened(&engine).await;
    assert!(deliver(&engine, None, &waits).await, "nobody is there");
    minutes(&engine, 29);
    run(&engine.app).await.expect("a run");
    assert_eq!(engine.row_of(&person).await.as_ref(), Some(&waits), "too early");
    minutes(&engine, 1);
    let _ = tokio::join!(run(&engine.app), run(&engine.app), run(&engine.app));
    run(&engine.app).await.expect("a run");
    let again = engine.row_of(&person).await.expect("a person");
    assert_ne!(again["ae"], waits["ae"]);
    assert!(!again.contains_key("ar"), "the approvers are not told");
    assert_eq!(due(&engine).await, 1);
    let provider = Provider::on(port, says("refuse"));
    assert!(
        deliver(&engine, None, &waits).await,
        "the record of before is not answered any more"
    );
    assert_eq!(provider.received().len(), 0);
    assert!(deliver(&engine, Some(&waits), &again).await);
    let decision = user(&engine, &person).await.decision.expect("a decision");
    assert!(!decision.approved);
    assert_eq!(provider.received().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_that_has_not_answered_in_a_week_has_left_it_to_the_approvers() {
    let engine = asking(&format!("http://127.0.0.1:{}/", free_port())).await;
    let (person, _) = opened(&engine).await;
    let mut asked = 0;
    let mut before = user(&engine, &person).await.endpoint_asked_at;
    for _ in 0..30 {
        minutes(&engine, 6 * 60);
        run(&engine.app).await.expect("a run");
        let now = user(&engine, &person).await.endpoint_asked_at;
        asked += usize::from(now != before);
        before = now;
    }
    assert_eq!((asked, due(&engine).await), (28, 0));
    assert!(user(&engine, &person).await.awaits_decision());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_asks_about_so_many_of_a_tenant_and_the_next_about_the_rest() {
    let engine = asking(&format!("http://127.0.0.1:{}/", free_port())).await;
    let (person, _) = opened(&engine).await;
    let first = user(&engine, &person).await;
    let mut others = Vec::new();
    for number in 0..59_u8 {
        let other = User {
            id: UserId(Opaque::new([number; 16])),
            email: format!("n{number}@example.org").parse().expect("an address"),
            ..first.clone()
        };
        let store = &engine.app.store;
        let identity = RequestIdentity::derived(other.id.0, &engine.app.attempt());
        let made = store.create_account(&other, &identity, first.endpoint_asked_at).await;
        made.expect("made");
        others.push(other);
    }
    minutes(&engine, 31);
    let mut asked = Vec::new();
    for _ in 0..2 {
        run(&engine.app).await.expect("a run");
        let mut now = 0;
        for one in others.iter().chain([&first]) {
            let read = engine.app.store.get_user(&acme(), &one.key()).await.expect("read");
            now += usize::from(read.expect("a person").endpoint_asked_at != first.endpoint_asked_at);
        }
        asked.push(now);
    }
    assert_eq!(asked, [50, 60]);
}

const WAYS_TO_FAIL: [Fault; 3] = [
    Fault::Cancelled(&["TransactionConflict", "None"]),
    Fault::Refused(400, "ThrottlingException"),
    Fault::Refused(500, "InternalServerError"),
];

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_cannot_be_written_down_is_asked_for_again_and_a_lost_one_is_not() {
    let (engine, provider) = with(says("approve")).await;
    for word in ["approve", "wait"] {
        provider.says(says(word));
        let (person, waits) = opened(&engine).await;
        for fault in WAYS_TO_FAIL {
            engine.faults.arrange(vec![fault.clone(); 20]);
            assert!(!deliver(&engine, None, &waits).await, "{word} {fault:?}");
            engine.faults.clear();
            assert_eq!(engine.row_of(&person).await.as_ref(), Some(&waits), "{word} {fault:?}");
        }
        engine.faults.arrange([Fault::AnswerLost]);
        assert!(deliver(&engine, None, &waits).await, "{word}");
        assert_eq!(engine.faults.pending(), 0);
        let now = user(&engine, &person).await;
        assert_eq!((now.endpoint_asked_at, now.awaits_decision()), (None, word == "wait"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_whose_writes_fail_or_whose_answers_are_lost_asks_once() {
    let engine = asking(&format!("http://127.0.0.1:{}/", free_port())).await;
    let (person, waits) = opened(&engine).await;
    minutes(&engine, 31);
    let asked_at = async |engine: &Engine| user(engine, &person).await.endpoint_asked_at;
    let mut before = asked_at(&engine).await;
    // A query for each of two tenants, then the write.
    engine
        .faults
        .arrange([vec![Fault::None], vec![Fault::Refused(500, "InternalServerError"); 40]].concat());
    run(&engine.app).await.expect_err("it cannot be written");
    engine.faults.clear();
    assert_eq!(engine.row_of(&person).await.as_ref(), Some(&waits));
    for lost in 1..4 {
        engine
            .faults
            .arrange([vec![Fault::None; lost], vec![Fault::AnswerLost]].concat());
        let _ = run(&engine.app).await;
        engine.faults.clear();
        let _ = run(&engine.app).await;
        assert_ne!(asked_at(&engine).await, before);
        assert_eq!(due(&engine).await, 1, "one entry leads to them");
        before = asked_at(&engine).await;
        run(&engine.app).await.expect("a run");
        assert_eq!(asked_at(&engine).await, before, "not before it is due");
        minutes(&engine, 31);
    }
}
