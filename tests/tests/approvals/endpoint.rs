//! A tenant's endpoint decides: once, however often a record comes, and never in place of who was first.

use serde_json::{Value, json};
use usher::user::{NoticeKind, Status};

use super::{deliver, due, minutes, opened, says, user, with};
use crate::support::{Funnel, Says};
use functions::workers::housekeeping::run;

#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_is_asked_once_and_its_decision_is_one_like_any_other() {
    for (word, approved, status) in [
        ("approve", true, Status::Registered),
        ("refuse", false, Status::AwaitingApproval),
    ] {
        let (engine, provider) = with(Says::json(&json!({ "decision": word, "reason": " Said so. " }))).await;
        let (person, waits) = opened(&engine).await;
        for _ in 0..3 {
            assert!(deliver(&engine, None, &waits).await, "twice, and late");
            minutes(&engine, 1);
        }
        let decided = user(&engine, &person).await;
        let decision = decided.decision.clone().expect("a decision");
        assert_eq!((decision.approved, decided.status), (approved, status));
        assert_eq!(
            (decision.client.as_str(), decision.reason.as_deref()),
            ("endpoint", Some("Said so."))
        );
        assert_eq!(provider.received().len(), 1);
        let list = engine.awaiting().await.expect(200).json();
        assert_eq!(list["approvals"], json!([]));
        // Its own write asks nobody, and what was due for it goes with the next run.
        let after = engine.row_of(&person).await.expect("a person");
        assert!(deliver(&engine, Some(&waits), &after).await);
        assert_eq!((provider.received().len(), due(&engine).await), (1, 1));
        minutes(&engine, 60);
        run(&engine.app).await.expect("a run");
        assert_eq!(due(&engine).await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_that_leaves_it_to_the_approvers_is_not_asked_again() {
    let (engine, provider) = with(says("wait")).await;
    let (person, waits) = opened(&engine).await;
    assert!(deliver(&engine, None, &waits).await);
    let left = engine.row_of(&person).await.expect("a person");
    for _ in 0..3 {
        assert!(deliver(&engine, None, &waits).await);
        assert!(deliver(&engine, Some(&waits), &left).await);
        minutes(&engine, 60);
        run(&engine.app).await.expect("a run");
    }
    assert_eq!((provider.received().len(), due(&engine).await), (1, 0));
    assert_eq!(
        engine.row_of(&person).await,
        Some(left),
        "nothing but the mark was changed"
    );
    let id = user(&engine, &person).await.id.to_string();
    engine.decide(&id, "approve").await.expect(200);
    assert_eq!(user(&engine, &person).await.status, Status::Registered);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_an_endpoint_and_approvers_who_decide_at_once_one_does() {
    let (engine, _provider) = with(says("approve")).await;
    let mut won = [0, 0];
    for round in 0..12 {
        let (person, waits) = opened(&engine).await;
        let id = user(&engine, &person).await.id.to_string();
        let refused = async {
            tokio::time::sleep(std::time::Duration::from_millis(round)).await;
            tokio::join!(engine.decide(&id, "refuse"), engine.decide(&id, "refuse"))
        };
        let asked = || deliver(&engine, None, &waits);
        let (done, again, answers) = tokio::join!(asked(), asked(), refused);
        assert!(done && again);
        let decided = user(&engine, &person).await;
        let decision = decided.decision.clone().expect("a decision");
        let by_endpoint = decision.client == "endpoint";
        won[usize::from(by_endpoint)] += 1;
        assert_eq!(decision.approved, by_endpoint);
        let status = if by_endpoint { 409 } else { 200 };
        assert_eq!((answers.0.status, answers.1.status), (status, status));
        let told = [NoticeKind::Approved, NoticeKind::Refused].map(|kind| decided.waiting(kind).is_some());
        assert_eq!(told, [by_endpoint, !by_endpoint], "one mail for one decision");
        assert_eq!(decided.endpoint_asked_at, None);
        let list = engine.awaiting().await.expect(200).json();
        assert_eq!(list["approvals"], json!([]));
    }
    assert_eq!(won[0] + won[1], 12);
}

#[tokio::test(flavor = "multi_thread")]
async fn accounts_that_need_no_decision_or_have_no_endpoint_ask_nobody() {
    let (engine, provider) = with(says("refuse")).await;
    let (person, waits) = opened(&engine).await;
    let id = user(&engine, &person).await.id.to_string();
    engine.decide(&id, "approve").await.expect(200);
    assert!(
        deliver(&engine, None, &waits).await,
        "decided about before it was asked"
    );
    let (gone, of_gone) = opened(&engine).await;
    let id = user(&engine, &gone).await.id.to_string();
    engine.erase(&id).await.expect(204);
    assert!(deliver(&engine, None, &of_gone).await);
    let without = super::engine(|_| ()).await;
    let (_, row) = opened(&without).await;
    assert!(!row.contains_key("ae"), "{row:?}");
    assert!(deliver(&without, None, &of_gone).await, "the endpoint was taken away");
    assert_eq!(provider.received().len(), 0);
    assert_eq!(due(&without).await, 0, "nothing is due where nobody is asked again");
}

// One thread, which is the one that is listened to.
#[tokio::test]
async fn what_it_decides_and_that_it_does_not_is_counted_for_its_tenant() {
    let (engine, provider) = with(Says::Body("<html>".to_owned())).await;
    let (_, waits) = opened(&engine).await;
    let funnel = Funnel::listen();
    assert!(deliver(&engine, None, &waits).await);
    assert_eq!(funnel.take(), ["acme registered approval_endpoint"]);
    provider.says(says("approve"));
    assert!(deliver(&engine, None, &waits).await);
    assert_eq!(funnel.take(), ["acme registered"]);
    let [_, _, _, received] = provider
        .received()
        .try_into()
        .expect("three questions without an answer, and one");
    let question: Value = serde_json::from_slice(&received.body).expect("JSON");
    assert_eq!(question["customer_fields"], json!({ "companyName": "Data Ltd" }));
}
