//! What the steps of an invitation may cost.

use serde_json::json;
use usher::entropy::Entropy;
use usher::token::AuthorizationCode;
use usher::user::EmailKey;
use usher::verification::Completion;

use super::{Budget, Measured, guess, row};
use crate::support::{Engine, PASSWORD, Person, WELCOME, cookie, invitation};

const BUDGETS: [Budget; 10] = [
    row("pre-register", (1, 4.0, 0.0), false),
    row("ask for an invitation again, known", (1, 1.0, 0.0), true),
    row("ask for an invitation again, unknown", (1, 1.0, 0.0), true),
    row("send the invitation", (1, 1.0, 0.0), false),
    row("show the invitation's page", (1, 0.0, 1.0), false),
    row("prove an invited address", (1, 1.0, 0.0), true),
    row("show what people agree to", (1, 0.0, 1.0), true),
    // With fields, evidence and all: an invited person is still below 1 KB.
    row("activate", (1, 1.0, 0.0), true),
    row("activate, used", (1, 1.0, 0.0), true),
    row("token for a code", (1, 1.0, 0.0), false),
];

#[tokio::test(flavor = "multi_thread")]
async fn no_step_of_an_invitation_costs_more_than_its_budget_or_less_than_the_table_says() {
    let engine = Engine::start().await;
    let mut measured = Measured(Vec::new());
    guess(&engine).await;
    guess(&engine).await;
    // The sandbox knows the app, and its mailer has seen that nothing comes again.
    ask_again(&engine, &Person::new().email).await;
    engine.mailed(&Person::new()).await;
    engine.meter.take();
    let person = Person::new();
    let ticket = proven(&engine, &mut measured, &person).await;
    engine.get("/legal/terms?labelpartner=acme").await.expect(200);
    measured.note(&engine, "show what people agree to");
    let fields = [
        ("ticket", ticket.as_str()),
        ("profile.firstName", "Maximiliane"),
        ("profile.lastName", "von Hohenstein-Wittelsbach"),
        ("profile.companyName", "Hohenstein Energie GmbH"),
        ("agreement.terms", "1"),
        ("password", PASSWORD),
    ];
    engine.form("/activate", &fields).await.expect(303);
    measured.note(&engine, "activate");
    engine.form("/activate", &fields).await.expect(409);
    measured.note(&engine, "activate, used");
    redeemed(&engine, &mut measured, &person).await;
    assert_eq!(measured.complaints(&BUDGETS), Vec::<String>::new());
}

/// A person who was invited and has pressed the button: their ticket.
async fn proven(engine: &Engine, measured: &mut Measured, person: &Person) -> String {
    engine.invite(&invitation(&person.email)).await.expect(201);
    measured.note(engine, "pre-register");
    for (email, operation) in [
        (&person.email, "ask for an invitation again, known"),
        (&Person::new().email, "ask for an invitation again, unknown"),
    ] {
        ask_again(engine, email).await;
        measured.note(engine, operation);
    }
    let invited = engine.row_of(person).await.expect("a person");
    engine.meter.take();
    engine.stream(None, Some(&invited)).await;
    measured.note(engine, "send the invitation");
    let token = engine.post_office.newest(&person.email).token;
    engine.get(&format!("/activate?token={token}")).await.expect(200);
    measured.note(engine, "show the invitation's page");
    let pressed = engine
        .form("/activate", &[("token", &token), ("confirm", "yes")])
        .await
        .expect(303);
    measured.note(engine, "prove an invited address");
    let cookie = cookie(&pressed);
    cookie.split_once('=').expect("a value").1.to_owned()
}

async fn ask_again(engine: &Engine, email: &str) {
    let body = json!({"client_id": "acme-portal", "user_id": email, "auth_type": "email", "redirect_uri": WELCOME});
    let path = "/idp/v1/account/resend-verification";
    engine.post(path, &body).await.expect(200);
}

/// The app gets its tokens for the code that the person brings.
async fn redeemed(engine: &Engine, measured: &mut Measured, person: &Person) {
    let (app, now) = (&engine.app, engine.clock.now());
    let tenant = "acme".parse().expect("a name");
    let key = EmailKey::new(&tenant, &person.email.parse().expect("an address"));
    let user = app
        .store
        .get_user(&tenant, &key)
        .await
        .expect("read")
        .expect("a person");
    engine.meter.take();
    let completion = Completion::new(&user, "acme-portal", WELCOME, now);
    let code = AuthorizationCode::new(&completion, "openid", &Entropy::seeded(1), now).seal(&app.keys, now);
    let fields = [
        ("grant_type", "authorization_code"),
        ("client_id", "acme-portal"),
        ("client_secret", "demo-acme-portal-secret-never-deploy"),
        ("code", &code),
        ("redirect_uri", WELCOME),
    ];
    engine.form("/token", &fields).await.expect(200);
    measured.note(engine, "token for a code");
}
