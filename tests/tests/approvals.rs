//! Accounts that wait, with the worker and the schedule played by hand: those who decide are asked once, again when it is
//! due, and nobody decides in their place.

mod endpoint;
mod failing;
mod reminders;

use functions::workers::approval_endpoint::handle;
use serde_json::json;
use usher::customer::CustomerKind;
use usher::store::TenantChange;
use usher::tenant::{Approval, TenantName};
use usher::user::{EmailKey, User};

use crate::support::{Demo, Engine, PASSWORD, Person, Provider, Row, Says, event, record};

pub(crate) fn acme() -> TenantName {
    "acme".parse().expect("a name")
}

/// An engine whose data recipients are approved in a way of their own.
pub(crate) async fn engine(change: impl FnOnce(&mut Approval)) -> Engine {
    let engine = Engine::start().await;
    let mut acme = Demo::read().tenants.remove(0);
    let kind = acme.onboarding.kinds.get_mut(&CustomerKind::DataRecipient);
    change(kind.and_then(|kind| kind.approval.as_mut()).expect("an approval"));
    let (app, now) = (&engine.app, engine.clock.now());
    let by = TenantChange::by("test");
    let saved = app.store.save_tenant(&acme, &by, &app.keys, now).await;
    saved.expect("saved");
    app.directory.forget();
    engine
}

/// One whose data recipients a service at this address decides about.
pub(crate) async fn asking(url: &str) -> Engine {
    let endpoint = serde_json::from_value(json!({ "url": url })).expect("an endpoint");
    engine(|approval| approval.endpoint = Some(endpoint)).await
}

/// One with a service that says this.
async fn with(says: Says) -> (Engine, Provider) {
    let provider = Provider::start(says);
    (asking(&provider.url).await, provider)
}

fn says(decision: &str) -> Says {
    Says::json(&json!({ "decision": decision }))
}

/// Somebody who asked for an account, and the token of the link to its form.
pub(crate) async fn invited(engine: &Engine) -> (Person, String) {
    let person = Person::new();
    let fields = [("kind", "data_recipient"), ("email", person.email.as_str())];
    engine.send("/signup?labelpartner=acme", "", &fields).await.expect(200);
    let asked = engine.request_of(&person).await;
    let response = engine.stream(None, Some(&asked)).await;
    assert!(response.batch_item_failures.is_empty());
    let token = engine.token_in(&person.email, "/signup/complete");
    (person, token)
}

/// Opens the account.
pub(crate) async fn complete(engine: &Engine, token: &str) {
    let fields = [
        ("token", token),
        ("profile.companyName", "Data Ltd"),
        ("profile.firstName", "Jane"),
        ("profile.lastName", "Doe"),
        ("password", PASSWORD),
    ];
    engine.send("/signup/complete", "", &fields).await.expect(303);
}

/// Somebody who just opened an account, and their item.
pub(crate) async fn opened(engine: &Engine) -> (Person, Row) {
    let (person, token) = invited(engine).await;
    complete(engine, &token).await;
    let row = engine.row_of(&person).await.expect("a person");
    (person, row)
}

pub(crate) async fn user(engine: &Engine, person: &Person) -> User {
    let key = EmailKey::new(&acme(), &person.email.parse().expect("an address"));
    let user = engine.app.store.get_user(&acme(), &key).await;
    user.expect("an answer").expect("a person")
}

/// The worker gets a record; whether it is done with it.
pub(crate) async fn deliver(engine: &Engine, before: Option<&Row>, after: &Row) -> bool {
    let response = handle(&engine.app, event([record("1", before, Some(after))])).await;
    response.batch_item_failures.is_empty()
}

/// How many places there are at which something is due for somebody of `acme`, however late.
async fn due(engine: &Engine) -> usize {
    let far = engine.clock.now() + jiff::SignedDuration::from_hours(1_000);
    let entries = engine.app.store.due(&acme(), "", 100, far).await;
    entries.expect("entries").len()
}

fn minutes(engine: &Engine, minutes: i64) {
    engine.clock.advance(minutes * 60);
}
