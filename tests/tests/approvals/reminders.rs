//! Approvers are told again that an account still waits: at the tenant's moments, once, and never about one that does not.

use functions::workers::housekeeping::run;
use usher::housekeeping::Whom;

use super::{due, engine, minutes, opened, user};
use crate::support::{Engine, Person};

const APPROVERS: &str = "approvals@acme.example";

/// An engine whose approvers are reminded after one and three days.
async fn reminding() -> Engine {
    engine(|approval| approval.remind_after_hours = vec![24, 72]).await
}

/// The mailer gets what a step asked for; how many mails the approvers have then.
async fn mails(engine: &Engine, person: &Person, before: &mut Option<crate::support::Row>) -> usize {
    let now = engine.row_of(person).await.expect("a person");
    let response = engine.stream(before.as_ref(), Some(&now)).await;
    assert!(response.batch_item_failures.is_empty());
    *before = Some(now);
    engine.post_office.mails(APPROVERS).len()
}

#[tokio::test(flavor = "multi_thread")]
async fn approvers_are_told_again_at_each_moment_and_once_however_often_it_runs() {
    let engine = reminding().await;
    let (person, _) = opened(&engine).await;
    let mut before = None;
    assert_eq!(mails(&engine, &person, &mut before).await, 1);
    let mut count = 1;
    for (hours, more) in [(23, 0), (1, 1), (1, 0), (46, 0), (1, 1), (200, 0)] {
        minutes(&engine, hours * 60);
        let _ = tokio::join!(run(&engine.app), run(&engine.app), run(&engine.app));
        run(&engine.app).await.expect("a run");
        count += more;
        assert_eq!(mails(&engine, &person, &mut before).await, count, "{hours} hours later");
    }
    assert_eq!(due(&engine).await, 0);
    let told = engine.post_office.mails(&person.email).len();
    // The link to the form, and that they wait: they are not reminded.
    assert_eq!(told, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn moments_that_passed_together_are_one_reminder() {
    let engine = reminding().await;
    let (person, _) = opened(&engine).await;
    let mut before = None;
    mails(&engine, &person, &mut before).await;
    minutes(&engine, 100 * 60);
    for _ in 0..2 {
        run(&engine.app).await.expect("a run");
        assert_eq!(mails(&engine, &person, &mut before).await, 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_reminded_of_an_account_that_was_decided_about() {
    let engine = reminding().await;
    let whom = Whom {
        approvers: true,
        endpoint: false,
    };
    for word in ["approve", "refuse"] {
        let (person, _) = opened(&engine).await;
        let as_read = user(&engine, &person).await;
        minutes(&engine, 25 * 60);
        engine.decide(&as_read.id.to_string(), word).await.expect(200);
        let decided = engine.row_of(&person).await;
        // A run that looked before the decision, and one after it.
        let (store, now) = (&engine.app.store, engine.clock.now());
        assert_eq!(store.ask_again(&as_read, whom, now).await.expect("an answer"), None);
        run(&engine.app).await.expect("a run");
        assert_eq!(engine.row_of(&person).await, decided);
        assert_eq!(due(&engine).await, 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_ended_before_it_moved_the_entry_is_finished_without_a_second_reminder() {
    let engine = reminding().await;
    let (person, _) = opened(&engine).await;
    let as_read = user(&engine, &person).await;
    minutes(&engine, 25 * 60);
    let (store, now) = (&engine.app.store, engine.clock.now());
    let whom = Whom {
        approvers: true,
        endpoint: false,
    };
    let reminded = store.ask_again(&as_read, whom, now).await.expect("an answer");
    assert_eq!(reminded, Some(user(&engine, &person).await));
    assert_eq!(store.ask_again(&as_read, whom, now).await.expect("an answer"), None);
    let row = engine.row_of(&person).await;
    run(&engine.app).await.expect("a run");
    assert_eq!(engine.row_of(&person).await, row);
    minutes(&engine, 48 * 60);
    run(&engine.app).await.expect("a run");
    assert_ne!(engine.row_of(&person).await, row);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tenant_that_cannot_be_read_keeps_no_other_from_being_reminded() {
    for broken in ["acme", "netgrid"] {
        let engine = reminding().await;
        let (person, _) = opened(&engine).await;
        let theirs = Person::new().of_netgrid();
        engine.provision(&theirs, &[]).await.expect(201);
        let key = usher::user::EmailKey::new(
            &"netgrid".parse().expect("a name"),
            &theirs.email.parse().expect("an address"),
        );
        let store = &engine.app.store;
        let provisioned = store.get_user(&"netgrid".parse().expect("a name"), &key).await;
        let provisioned = provisioned.expect("an answer").expect("a person");
        store
            .put_due(&provisioned, engine.clock.now().as_millisecond())
            .await
            .expect("noted");
        engine.break_tenant(broken).await;
        minutes(&engine, 25 * 60);
        assert_eq!(run(&engine.app).await.expect_err("one is broken").tenants, 1);
        let reminded = user(&engine, &person).await.approvers_reminded_at.is_some();
        assert_eq!(reminded, broken == "netgrid");
    }
}
