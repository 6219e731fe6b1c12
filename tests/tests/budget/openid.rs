//! What it may cost to ask about tokens.

use usher::entropy::Entropy;
use usher::store::TenantChange;
use usher::tenant::Tenant;
use usher::token::AuthorizationCode;
use usher::user::EmailKey;
use usher::verification::Completion;

use super::{Budget, Measured, row};
use crate::support::{ASSERTION_TYPE, Answer, Asserting, CALLBACK, Demo, Engine, PASSWORD, Person, WELCOME, asked};

const BUDGETS: [Budget; 11] = [
    row("userinfo", (2, 0.0, 2.0), false),
    // One for the assertion, which is good once, and one for the code.
    row("token for a code, with an assertion", (2, 2.0, 0.0), false),
    row("push a request", (0, 0.0, 0.0), false),
    row("push a request, with an assertion", (1, 1.0, 0.0), false),
    row("introspect an access token", (2, 0.0, 2.0), false),
    row("introspect a refresh token", (1, 0.0, 1.0), false),
    // Which tell no difference by their cost.
    row("introspect another client's token", (0, 0.0, 0.0), false),
    row("introspect what is no token", (0, 0.0, 0.0), false),
    row("give an access token back", (2, 1.0, 1.0), false),
    row("give a refresh token back", (1, 1.0, 0.0), false),
    row("give another client's token back", (0, 0.0, 0.0), false),
];

#[tokio::test(flavor = "multi_thread")]
async fn nothing_about_tokens_costs_more_than_its_budget_or_less_than_the_table_says() {
    let engine = Engine::start().await;
    let mut measured = Measured(Vec::new());
    let person = registered(&engine).await;
    let tokens = signed_in(&engine, &person).await;
    engine.meter.take();
    let access = tokens.member("access_token");
    engine.form("/userinfo", &[("access_token", &access)]).await.expect(200);
    measured.note(&engine, "userinfo");
    redeemed(&engine, &mut measured, &person).await;
    pushed(&engine, &mut measured).await;
    introspected(&engine, &mut measured, &person, &access).await;
    assert_eq!(measured.complaints(&BUDGETS), Vec::<String>::new());
}

/// A form of a client that signs who it is.
async fn asserted(engine: &Engine, client: &Asserting, path: &str, fields: &[(&str, &str)]) -> Answer {
    let claims = client.claims(&engine.app.config.public_url, engine.clock.now());
    let assertion = client.sign(&claims);
    let mut all = vec![
        ("client_assertion_type", ASSERTION_TYPE),
        ("client_assertion", &assertion),
    ];
    all.extend_from_slice(fields);
    engine.form(path, &all).await
}

/// An app with a key gets its tokens for a code.
async fn redeemed(engine: &Engine, measured: &mut Measured, person: &Person) {
    let (app, now, native) = (&engine.app, engine.clock.now(), Asserting::native());
    let mut acme = serde_json::to_value(&Demo::read().tenants[0]).expect("a document");
    Asserting::add_native(&mut acme);
    let acme: Tenant = serde_json::from_value(acme).expect("a tenant");
    app.store
        .save_tenant(&acme, &TenantChange::by("test"), &app.keys, now)
        .await
        .expect("saved");
    app.directory.forget();
    asserted(engine, &native, "/token", &[("grant_type", "none")])
        .await
        .expect(400);
    let code = code(engine, native.client, CALLBACK, person).await;
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", &code),
        ("redirect_uri", CALLBACK),
    ];
    engine.meter.take();
    asserted(engine, &native, "/token", &fields).await.expect(200);
    measured.note(engine, "token for a code, with an assertion");
}

/// Apps hand their requests over.
async fn pushed(engine: &Engine, measured: &mut Measured) {
    let asked = asked(&[]);
    let asked: Vec<(String, String)> = serde_urlencoded::from_str(&asked).expect("a form");
    let fields: Vec<(&str, &str)> = asked
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    // The sandbox knows the app.
    engine.form("/par", &fields).await.expect(201);
    engine.meter.take();
    engine.form("/par", &fields).await.expect(201);
    measured.note(engine, "push a request");
    let (_, by_key) = fields.split_first().expect("the client");
    asserted(engine, &Asserting::native(), "/par", by_key).await.expect(201);
    measured.note(engine, "push a request, with an assertion");
}

/// The portal asks about tokens, its own, another client's and none, and gives some back.
async fn introspected(engine: &Engine, measured: &mut Measured, person: &Person, access_of_other: &str) {
    let own = code(engine, "acme-portal", WELCOME, person).await;
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", &own),
        ("redirect_uri", WELCOME),
    ];
    let tokens = of_portal(engine, "/token", &fields).await.expect(200);
    engine.meter.take();
    for (token, operation) in [
        (tokens.member("access_token").as_str(), "introspect an access token"),
        (&tokens.member("refresh_token"), "introspect a refresh token"),
        (access_of_other, "introspect another client's token"),
        ("x", "introspect what is no token"),
    ] {
        of_portal(engine, "/introspect", &[("token", token)]).await.expect(200);
        measured.note(engine, operation);
    }
    for (token, operation) in [
        (tokens.member("access_token").as_str(), "give an access token back"),
        (&tokens.member("refresh_token"), "give a refresh token back"),
        (access_of_other, "give another client's token back"),
    ] {
        of_portal(engine, "/revoke", &[("token", token)]).await.expect(200);
        measured.note(engine, operation);
    }
}

async fn of_portal(engine: &Engine, path: &str, fields: &[(&str, &str)]) -> Answer {
    let client = [
        ("client_id", "acme-portal"),
        ("client_secret", "demo-acme-portal-secret-never-deploy"),
    ];
    engine.form(path, &[&client, fields].concat()).await
}

/// A code that a person has brought to a client.
async fn code(engine: &Engine, client: &str, link: &str, person: &Person) -> String {
    let (app, now) = (&engine.app, engine.clock.now());
    let tenant = "acme".parse().expect("a name");
    let key = EmailKey::new(&tenant, &person.email.parse().expect("an address"));
    let user = app
        .store
        .get_user(&tenant, &key)
        .await
        .expect("read")
        .expect("a person");
    let completion = Completion::new(&user, client, link, now);
    AuthorizationCode::new(&completion, "openid offline_access", &Entropy::default(), now).seal(&app.keys, now)
}

/// A person with a password.
pub(crate) async fn registered(engine: &Engine) -> Person {
    let person = super::customer().verified().voucher("SPRING-2027");
    engine.provision(&person, &[]).await.expect(201);
    let body = super::registering(&person, serde_json::json!({ "voucher_code": "SPRING-2027" }));
    engine.post(super::REGISTER, &body).await.expect(200);
    person
}

async fn signed_in(engine: &Engine, person: &Person) -> Answer {
    let fields = [
        ("grant_type", "password"),
        ("client_id", "acme-app"),
        ("username", &person.email),
        ("password", PASSWORD),
    ];
    engine.form("/token", &fields).await.expect(200)
}
