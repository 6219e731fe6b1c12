//! What it may cost people to look after their account.

use super::{Budget, Measured, row};
use crate::support::{Engine, PASSWORD, Person, cookie};

const NEW: &str = "another.address@example.org";
const CHANGED: &str = "nine yellow ladders hum";

const BUDGETS: [Budget; 14] = [
    row("show the account", (1, 0.0, 1.0), false),
    row("take the account along", (1, 0.0, 1.0), false),
    row("show the sessions", (1, 0.0, 1.0), false),
    row("end all other sessions", (2, 1.0, 1.0), false),
    row("withdraw nothing", (1, 0.0, 1.0), false),
    // The attempt is counted before it is looked at.
    row("change the password", (3, 2.0, 1.0), true),
    row("ask for another address", (3, 2.0, 1.0), true),
    row("mail the link to another address", (2, 1.0, 1.0), false),
    row("show the page for another address", (1, 0.0, 1.0), false),
    // Two items of the person, and two ways in.
    row("confirm another address", (2, 8.0, 1.0), true),
    row("mail that the address was changed", (1, 1.0, 0.0), false),
    row("show the page for signing out", (1, 0.0, 1.0), false),
    row("sign out", (1, 1.0, 0.0), false),
    row("delete the account", (4, 8.0, 1.0), true),
];

#[tokio::test(flavor = "multi_thread")]
async fn no_step_of_an_account_costs_more_than_its_budget_or_less_than_the_table_says() {
    let engine = Engine::start().await;
    let mut measured = Measured(Vec::new());
    let person = super::openid::registered(&engine).await;
    // The mailer has seen that nothing comes again.
    let mut session = sign_in(&engine, &person.email, PASSWORD).await;
    engine.mailed(&Person::new()).await;
    later(&engine, &session).await;
    looked_at(&engine, &mut measured, &session).await;
    let fields = [("all", "yes")];
    session = cookie(&engine.send("/account/sessions", &session, &fields).await.expect(303));
    measured.note(&engine, "end all other sessions");
    let fields = [("agreement", "news")];
    engine.send("/account/consents", &session, &fields).await.expect(303);
    measured.note(&engine, "withdraw nothing");
    let before = engine.row_of(&person).await;
    engine.meter.take();
    let fields = [("current_password", PASSWORD), ("password", CHANGED)];
    session = cookie(&engine.send("/account/password", &session, &fields).await.expect(303));
    measured.note(&engine, "change the password");
    engine
        .stream(before.as_ref(), engine.row_of(&person).await.as_ref())
        .await;
    session = moved(&engine, &mut measured, &person, &session).await;
    ended(&engine, &mut measured, &session).await;
    assert_eq!(measured.complaints(&BUDGETS), Vec::<String>::new());
}

/// So much later that no attempt counts any more; the sandbox knows this source and its tenant.
async fn later(engine: &Engine, session: &str) {
    engine.clock.advance(3_600);
    let request = engine.request().await;
    let stranger = Person::new().email;
    let fields = [
        ("request", request.as_str()),
        ("email", &stranger),
        ("password", PASSWORD),
    ];
    for _ in 0..2 {
        engine.send("/sign-in", "", &fields).await.expect(403);
    }
    engine.open("/account", session).await.expect(200);
    engine.meter.take();
}

async fn sign_in(engine: &Engine, email: &str, password: &str) -> String {
    let request = engine.request().await;
    let fields = [("request", request.as_str()), ("email", email), ("password", password)];
    cookie(&engine.send("/sign-in", "", &fields).await.expect(303))
}

async fn looked_at(engine: &Engine, measured: &mut Measured, session: &str) {
    for (path, operation) in [
        ("/account", "show the account"),
        ("/account/export", "take the account along"),
        ("/account/sessions", "show the sessions"),
        ("/sign-out", "show the page for signing out"),
    ] {
        engine.open(path, session).await.expect(200);
        measured.note(engine, operation);
    }
}

/// The person changes to another address.
async fn moved(engine: &Engine, measured: &mut Measured, person: &Person, session: &str) -> String {
    later(engine, session).await;
    let before = engine.row_of(person).await;
    engine.meter.take();
    let fields = [("email", NEW), ("current_password", CHANGED)];
    engine.send("/account/email", session, &fields).await.expect(200);
    measured.note(engine, "ask for another address");
    let after = engine.row_of(person).await;
    engine.meter.take();
    engine.stream(before.as_ref(), after.as_ref()).await;
    measured.note(engine, "mail the link to another address");
    let token = engine.token_in(NEW, "/account/email/confirm");
    let page = format!("/account/email/confirm?token={token}");
    engine.open(&page, session).await.expect(200);
    measured.note(engine, "show the page for another address");
    let fields = [("token", token.as_str()), ("confirm", "yes")];
    let done = engine
        .send("/account/email/confirm", session, &fields)
        .await
        .expect(303);
    measured.note(engine, "confirm another address");
    let moved = engine.row_of(&person.clone().email(NEW)).await;
    engine.meter.take();
    engine.stream(None, moved.as_ref()).await;
    measured.note(engine, "mail that the address was changed");
    cookie(&done)
}

async fn ended(engine: &Engine, measured: &mut Measured, session: &str) {
    let other = sign_in(engine, NEW, CHANGED).await;
    engine.meter.take();
    engine
        .send("/sign-out", &other, &[("confirm", "yes")])
        .await
        .expect(200);
    measured.note(engine, "sign out");
    later(engine, session).await;
    let fields = [("current_password", CHANGED)];
    engine.send("/account/delete", session, &fields).await.expect(200);
    measured.note(engine, "delete the account");
}
