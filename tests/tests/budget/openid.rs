//! What it may cost to ask about tokens.

use super::{Budget, Measured, row};
use crate::support::{Answer, Engine, PASSWORD, Person};

const BUDGETS: [Budget; 1] = [row("userinfo", (2, 0.0, 2.0), false)];

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
    assert_eq!(measured.complaints(&BUDGETS), Vec::<String>::new());
}

/// A person with a password.
async fn registered(engine: &Engine) -> Person {
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
