//! What a person's steps in their browser may cost.

use usher::user::EmailKey;

use super::{Budget, Measured, row};
use crate::support::{CALLBACK, Engine, PASSWORD, Person, Row, VERIFIER, asked, code_in, cookie};

const BUDGETS: [Budget; 20] = [
    row("send to sign in", (0, 0.0, 0.0), false),
    row("show the sign-in page", (0, 0.0, 0.0), false),
    row("show the form to register", (0, 0.0, 0.0), false),
    row("register, unknown", (1, 1.0, 0.0), true),
    row("register, known", (1, 1.0, 0.0), true),
    // One read to see whose address it is; the person and the way in to them.
    row("make known who registered", (2, 4.0, 1.0), false),
    row("note that somebody known registered", (2, 1.0, 1.0), false),
    row("mail that there is an account", (1, 1.0, 0.0), false),
    row("prove and activate in the same browser", (2, 2.0, 0.0), true),
    // The attempt is counted before it is looked at, in the write that reads the person.
    row("sign in", (1, 1.0, 0.0), true),
    row("sign in, unknown", (1, 1.0, 0.0), true),
    row("send back with a code", (1, 0.0, 1.0), false),
    row("redeem a code with a verifier", (1, 1.0, 0.0), false),
    row("forget a password, known", (1, 1.0, 0.0), true),
    row("forget a password, unknown", (1, 1.0, 0.0), true),
    row("pass a forgotten password on", (2, 1.0, 1.0), false),
    row("mail the link to a new password", (1, 1.0, 0.0), false),
    row("show the page for a new password", (1, 0.0, 1.0), false),
    row("set a new password", (2, 1.0, 1.0), true),
    row("mail that the password is changed", (1, 1.0, 0.0), false),
];

#[tokio::test(flavor = "multi_thread")]
async fn no_step_in_a_browser_costs_more_than_its_budget_or_less_than_the_table_says() {
    let engine = Engine::start().await;
    let (mut measured, person) = (Measured(Vec::new()), Person::new());
    // The sandbox knows the app and this source, and its mailer has seen that nothing comes again.
    let request = engine.request().await;
    for _ in 0..2 {
        sign_in(&engine, &request, &Person::new().email).await;
    }
    engine.mailed(&Person::new()).await;
    engine.meter.take();
    pages(&engine, &mut measured, &request).await;
    registered(&engine, &mut measured, &request, &person).await;
    let session = signed_in(&engine, &mut measured, &request, &person).await;
    redeemed(&engine, &mut measured, &session).await;
    recovered(&engine, &mut measured, &request, &person).await;
    assert_eq!(measured.complaints(&BUDGETS), Vec::<String>::new());
}

async fn pages(engine: &Engine, measured: &mut Measured, request: &str) {
    for (path, operation) in [
        (format!("/authorize?{}", asked(&[])), "send to sign in"),
        (format!("/sign-in?request={request}"), "show the sign-in page"),
        (format!("/register?request={request}"), "show the form to register"),
    ] {
        engine.open(&path, "").await;
        measured.note(engine, operation);
    }
}

async fn register(engine: &Engine, request: &str, email: &str) -> String {
    let fields = [
        ("request", request),
        ("email", email),
        ("profile.firstName", "Maximiliane"),
        ("profile.lastName", "von Hohenstein-Wittelsbach"),
        ("password", PASSWORD),
    ];
    cookie(&engine.send("/register", "", &fields).await.expect(200))
}

/// Plays the record of what an address left in the table.
async fn play(engine: &Engine, before: Option<&Row>, after: Row) {
    let response = engine.stream(before, Some(&after)).await;
    assert!(response.batch_item_failures.is_empty());
}

async fn registered(engine: &Engine, measured: &mut Measured, request: &str, person: &Person) {
    let browser = register(engine, request, &person.email).await;
    measured.note(engine, "register, unknown");
    let form = engine.request_of(person).await;
    engine.meter.take();
    play(engine, None, form).await;
    measured.note(engine, "make known who registered");
    let made = engine.row_of(person).await.expect("a person");
    play(engine, None, made).await;
    engine.meter.take();
    let token = engine.token_in(&person.email, "/activate");
    let fields = [("token", token.as_str()), ("confirm", "yes")];
    engine.send("/activate", &browser, &fields).await.expect(303);
    measured.note(engine, "prove and activate in the same browser");

    engine.clock.advance(3_000);
    for _ in 0..2 {
        sign_in(engine, request, &Person::new().email).await;
    }
    engine.open(&format!("/authorize?{}", asked(&[])), "").await;
    engine.meter.take();
    register(engine, request, &person.email).await;
    measured.note(engine, "register, known");
    let (form, before) = (engine.request_of(person).await, engine.row_of(person).await);
    engine.meter.take();
    play(engine, None, form).await;
    measured.note(engine, "note that somebody known registered");
    told(
        engine,
        measured,
        person,
        before.as_ref(),
        "mail that there is an account",
    )
    .await;
}

/// The mailer gets the record by which a person's item came to be as it is.
async fn told(
    engine: &Engine,
    measured: &mut Measured,
    person: &Person,
    before: Option<&Row>,
    operation: &'static str,
) {
    let after = engine.row_of(person).await.expect("a person");
    engine.meter.take();
    play(engine, before, after).await;
    measured.note(engine, operation);
}

async fn sign_in(engine: &Engine, request: &str, email: &str) -> crate::support::Answer {
    let fields = [("request", request), ("email", email), ("password", PASSWORD)];
    engine.send("/sign-in", "", &fields).await
}

async fn signed_in(engine: &Engine, measured: &mut Measured, request: &str, person: &Person) -> String {
    let session = cookie(&sign_in(engine, request, &person.email).await.expect(303));
    measured.note(engine, "sign in");
    sign_in(engine, request, &Person::new().email).await.expect(403);
    measured.note(engine, "sign in, unknown");
    session
}

async fn redeemed(engine: &Engine, measured: &mut Measured, session: &str) {
    let back = engine
        .open(&format!("/authorize?{}", asked(&[])), session)
        .await
        .expect(303);
    measured.note(engine, "send back with a code");
    let code = code_in(&back);
    let fields = [
        ("grant_type", "authorization_code"),
        ("client_id", "acme-web"),
        ("redirect_uri", CALLBACK),
        ("code_verifier", VERIFIER),
        ("code", &code),
    ];
    engine.form("/token", &fields).await.expect(200);
    measured.note(engine, "redeem a code with a verifier");
}

async fn recovered(engine: &Engine, measured: &mut Measured, request: &str, person: &Person) {
    for (email, operation) in [
        (&Person::new().email, "forget a password, unknown"),
        (&person.email, "forget a password, known"),
    ] {
        engine.clock.advance(1);
        engine
            .send("/recover", "", &[("request", request), ("email", email)])
            .await
            .expect(200);
        measured.note(engine, operation);
    }
    let before = engine.row_of(person).await;
    let asked = engine.recovery_of(person).await;
    engine.meter.take();
    play(engine, None, asked).await;
    measured.note(engine, "pass a forgotten password on");
    told(
        engine,
        measured,
        person,
        before.as_ref(),
        "mail the link to a new password",
    )
    .await;
    let token = engine.token_in(&person.email, "/recover/password");
    engine
        .open(&format!("/recover/password?token={token}"), "")
        .await
        .expect(200);
    measured.note(engine, "show the page for a new password");
    engine.clock.advance(1);
    let before = engine.row_of(person).await;
    engine.meter.take();
    let fields = [("ticket", token.as_str()), ("password", "nine yellow ladders hum")];
    engine.send("/recover/password", "", &fields).await.expect(303);
    measured.note(engine, "set a new password");
    told(
        engine,
        measured,
        person,
        before.as_ref(),
        "mail that the password is changed",
    )
    .await;
    let key = EmailKey::new(
        &"acme".parse().expect("a name"),
        &person.email.parse().expect("an address"),
    );
    let user = engine.app.store.get_user(&"acme".parse().expect("a name"), &key).await;
    assert!(
        user.expect("read").expect("a person").notices.is_empty(),
        "every mail went out"
    );
}
