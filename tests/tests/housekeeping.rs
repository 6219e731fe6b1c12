//! People who were invited are reminded when they should be, once, and erased in the end; nobody who has registered is.

use functions::workers::{housekeeping::run, invitation_lists};
use usher::store::{TenantChange, Written};
use usher::tenant::{Tenant, TenantName};
use usher::user::{EmailKey, Status, User};

use crate::support::{Demo, Engine, Person, event, invitation, record};

fn acme() -> TenantName {
    "acme".parse().expect("a name")
}

/// An engine whose tenant acme reminds after two and five days and purges after ninety.
async fn engine() -> Engine {
    let engine = Engine::start().await;
    let tenants = Demo::read().tenants.into_iter();
    let acme = tenants.into_iter().find(|tenant| tenant.name == acme()).expect("acme");
    let tenant = Tenant {
        reminders_after_hours: vec![48, 120],
        purge_unregistered_after_days: Some(90),
        ..acme
    };
    let (app, now) = (&engine.app, engine.clock.now());
    app.store
        .save_tenant(&tenant, &TenantChange::by("test"), &app.keys, now)
        .await
        .expect("saved");
    app.directory.forget();
    engine
}

fn key(person: &Person) -> EmailKey {
    EmailKey::new(&acme(), &person.email.parse().expect("an address"))
}

async fn user(engine: &Engine, person: &Person) -> Option<User> {
    let user = engine.app.store.get_user(&acme(), &key(person)).await;
    user.expect("an answer")
}

/// Somebody who was invited, with the entry of the first reminder.
async fn invited(engine: &Engine) -> (Person, User) {
    let person = Person::new();
    engine.invite(&invitation(&person.email)).await.expect(201);
    let user = user(engine, &person).await.expect("a person");
    let row = engine.row_of(&person).await.expect("a person");
    let made = event([record("1", None, Some(&row))]);
    assert!(
        invitation_lists::handle(&engine.app, made)
            .await
            .batch_item_failures
            .is_empty()
    );
    (person, user)
}

async fn reminders(engine: &Engine, person: &Person) -> Option<u32> {
    user(engine, person).await.expect("a person").reminders_sent
}

fn hours(engine: &Engine, hours: i64) {
    engine.clock.advance(hours * 3_600);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invited_person_is_reminded_twice_and_then_erased_with_every_way_in() {
    let engine = engine().await;
    let before = engine.people_and_ways_in().await;
    let (person, _) = invited(&engine).await;
    for (wait, sent) in [(47, None), (2, Some(1)), (70, Some(1)), (2, Some(2)), (24, Some(2))] {
        hours(&engine, wait);
        for _ in 0..2 {
            run(&engine.app).await.expect("a run");
        }
        assert_eq!(reminders(&engine, &person).await, sent, "{wait} hours later");
    }
    let reminded = user(&engine, &person).await.expect("a person");
    assert_eq!(
        reminded.asked_at, reminded.reminded_at,
        "the message was asked for again"
    );
    hours(&engine, 90 * 24);
    run(&engine.app).await.expect("a run");
    assert_eq!(engine.people_and_ways_in().await, before);
    engine.invite(&invitation(&person.email)).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_at_once_remind_once() {
    let engine = engine().await;
    let (person, _) = invited(&engine).await;
    hours(&engine, 48);
    let _ = tokio::join!(run(&engine.app), run(&engine.app), run(&engine.app));
    assert_eq!(reminders(&engine, &person).await, Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_ended_before_it_moved_the_entry_is_finished_without_a_second_reminder() {
    let engine = engine().await;
    let (person, user) = invited(&engine).await;
    hours(&engine, 48);
    let store = &engine.app.store;
    assert!(store.remind(&user, 86_400, engine.clock.now()).await.expect("reminded"));
    assert!(
        !store
            .remind(&user, 86_400, engine.clock.now())
            .await
            .expect("not again")
    );
    hours(&engine, 1);
    run(&engine.app).await.expect("a run");
    assert_eq!(reminders(&engine, &person).await, Some(1));
    assert_eq!(
        store.due(&acme(), "", 10, engine.clock.now()).await.expect("entries"),
        []
    );
    hours(&engine, 72);
    run(&engine.app).await.expect("a run");
    assert_eq!(reminders(&engine, &person).await, Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_withdrawn_gets_no_reminder() {
    let engine = engine().await;
    let (person, user) = invited(&engine).await;
    let (store, now) = (&engine.app.store, engine.clock.now());
    store.revoke_invitation(&user, now).await.expect("withdrawn");
    hours(&engine, 48);
    assert!(!store.remind(&user, 86_400, engine.clock.now()).await.expect("refused"));
    run(&engine.app).await.expect("a run");
    assert_eq!(reminders(&engine, &person).await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_registers_between_the_look_and_the_purge_stays() {
    let engine = engine().await;
    let person = Person::new();
    engine.provision(&person, &[]).await.expect(201);
    let as_read = user(&engine, &person).await.expect("a person");
    let before = engine.people_and_ways_in().await;
    engine.register(&as_read).await;
    let erased = engine.app.store.erase_unregistered(&as_read, engine.clock.now()).await;
    assert_eq!(erased.expect("an answer"), Written::Changed);
    assert_eq!(engine.people_and_ways_in().await, before);
    let status = user(&engine, &person).await.expect("still there").status;
    assert_eq!(status, Status::Registered);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_runs_that_looked_before_either_wrote_one_reminds() {
    let engine = engine().await;
    let (_, user) = invited(&engine).await;
    let mut reminded = Vec::new();
    for _ in 0..2 {
        hours(&engine, 48);
        let (store, now) = (&engine.app.store, engine.clock.now());
        reminded.push(store.remind(&user, 86_400, now).await.expect("an answer"));
    }
    assert_eq!(reminded, [true, false]);
}
