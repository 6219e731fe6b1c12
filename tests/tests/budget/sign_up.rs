//! What an account of a kind may cost, from the address to the tenant's decision.

use functions::workers::housekeeping;

use super::{Budget, Measured, row};
use crate::approvals::{asking, complete, deliver, invited, opened};
use crate::support::{Engine, PASSWORD, Person, Provider, Says};

const BUDGETS: [Budget; 17] = [
    row("show the page to sign up", (0, 0.0, 0.0), false),
    row("sign up, unknown", (1, 1.0, 0.0), true),
    row("sign up, known", (1, 1.0, 0.0), true),
    // One read to see whose address it is, one write to note that the mail went out.
    row("mail the link to the form", (2, 1.0, 1.0), false),
    row("show the form", (1, 0.0, 1.0), false),
    row("show the form again with mistakes", (1, 0.0, 1.0), false),
    // One read to say that the link is used before anything is hashed; then the person, who is the customer and the
    // place as well, and the way in to them.
    row("open an account", (2, 4.0, 1.0), true),
    row("open an account with a used link", (1, 0.0, 1.0), false),
    // The place on the list as well.
    row("open an account that waits", (2, 6.0, 1.0), true),
    // One for each of the two, the person and those who decide.
    row("mail that an account waits", (2, 2.0, 0.0), false),
    // The nonce of the call, the list, the people on it.
    row("list who waits", (3, 1.0, 1.5), false),
    // The nonce, two reads to find the person; then the person and their place on the list.
    row("decide", (4, 5.0, 2.0), false),
    row("decide the same again", (3, 1.0, 2.0), false),
    // The moment at which it is asked again as well.
    row("open an account that an endpoint decides about", (2, 8.0, 1.0), true),
    // One read to see whether it still waits.
    row("an endpoint leaves it to the approvers", (2, 1.0, 1.0), false),
    row("an endpoint decides", (2, 4.0, 1.0), false),
    // The names of the tenants, what is due for each of the two, the document of one, and that nothing else is; then the
    // person, the write, and the next moment in place of this one.
    row("a run that asks an endpoint again", (9, 3.0, 5.5), false),
];

/// What a company fills in.
fn filled(token: &str, terms: bool) -> Vec<(&str, &str)> {
    let mut fields = vec![
        ("token", token),
        (
            "profile.companyName",
            "Maximiliane von Hohenstein-Wittelsbach GmbH & Co. KG",
        ),
        ("profile.firstName", "Maximiliane"),
        ("profile.lastName", "von Hohenstein-Wittelsbach"),
        ("password", PASSWORD),
    ];
    if terms {
        fields.push(("agreement.terms", "1"));
    }
    fields
}

async fn ask(engine: &Engine, kind: &str, email: &str) {
    let fields = [("kind", kind), ("email", email)];
    engine.send("/signup?labelpartner=acme", "", &fields).await.expect(200);
}

/// The mailer gets the record of what was asked; gives the token of the link it mails.
async fn mailed(engine: &Engine, measured: &mut Measured, person: &Person) -> String {
    let asked = engine.request_of(person).await;
    engine.meter.take();
    let response = engine.stream(None, Some(&asked)).await;
    assert!(response.batch_item_failures.is_empty());
    measured.note(engine, "mail the link to the form");
    engine.token_in(&person.email, "/signup/complete")
}

#[tokio::test(flavor = "multi_thread")]
async fn no_step_to_an_account_costs_more_than_its_budget_or_less_than_the_table_says() {
    let engine = Engine::start().await;
    let (mut measured, company, recipient) = (Measured(Vec::new()), Person::new(), Person::new());
    // The sandbox knows the tenant, and its mailer has seen that nothing comes again.
    for _ in 0..2 {
        ask(&engine, "business", &Person::new().email).await;
    }
    engine.mailed(&Person::new()).await;
    engine.meter.take();

    engine.open("/signup?labelpartner=acme", "").await.expect(200);
    measured.note(&engine, "show the page to sign up");
    ask(&engine, "business", &company.email).await;
    measured.note(&engine, "sign up, unknown");
    let token = mailed(&engine, &mut measured, &company).await;
    engine
        .open(&format!("/signup/complete?token={token}"), "")
        .await
        .expect(200);
    measured.note(&engine, "show the form");
    engine
        .send("/signup/complete", "", &filled(&token, false))
        .await
        .expect(422);
    measured.note(&engine, "show the form again with mistakes");
    engine
        .send("/signup/complete", "", &filled(&token, true))
        .await
        .expect(303);
    measured.note(&engine, "open an account");
    engine
        .send("/signup/complete", "", &filled(&token, true))
        .await
        .expect(409);
    measured.note(&engine, "open an account with a used link");
    engine.clock.advance(3_000);
    ask(&engine, "business", &Person::new().email).await;
    engine.meter.take();
    ask(&engine, "business", &company.email).await;
    measured.note(&engine, "sign up, known");

    ask(&engine, "data_recipient", &recipient.email).await;
    let token = mailed(&engine, &mut Measured(Vec::new()), &recipient).await;
    engine
        .send("/signup/complete", "", &filled(&token, false))
        .await
        .expect(303);
    measured.note(&engine, "open an account that waits");
    let waits = engine.row_of(&recipient).await.expect("a person");
    engine.meter.take();
    let response = engine.stream(None, Some(&waits)).await;
    assert!(response.batch_item_failures.is_empty());
    measured.note(&engine, "mail that an account waits");
    decided(&engine, &mut measured, waits["id"].as_s().expect("an id")).await;
    asked(&mut measured).await;
    assert_eq!(measured.complaints(&BUDGETS), Vec::<String>::new());
}

async fn decided(engine: &Engine, measured: &mut Measured, id: &str) {
    // What the sandbox knows of the back office is a minute old by now.
    engine.awaiting().await.expect(200);
    engine.meter.take();
    engine.awaiting().await.expect(200);
    measured.note(engine, "list who waits");
    for operation in ["decide", "decide the same again"] {
        engine.decide(id, "approve").await.expect(200);
        measured.note(engine, operation);
    }
}

/// What it costs to have a tenant's endpoint decide.
async fn asked(measured: &mut Measured) {
    let provider = Provider::start(Says::Body("{\"decision\":\"wait\"}".to_owned()));
    let engine = asking(&provider.url).await;
    // The sandbox knows the tenant.
    opened(&engine).await;
    let (person, token) = invited(&engine).await;
    engine.meter.take();
    complete(&engine, &token).await;
    measured.note(&engine, "open an account that an endpoint decides about");
    let left = engine.row_of(&person).await.expect("a person");
    assert!(deliver(&engine, None, &left).await);
    measured.note(&engine, "an endpoint leaves it to the approvers");
    provider.says(Says::Body("{\"decision\":\"approve\"}".to_owned()));
    let (_, approved) = opened(&engine).await;
    engine.meter.take();
    assert!(deliver(&engine, None, &approved).await);
    measured.note(&engine, "an endpoint decides");
    let engine = asking(&provider.url).await;
    opened(&engine).await;
    engine.clock.advance(3_600);
    engine.meter.take();
    housekeeping::run(&engine.app).await.expect("a run");
    measured.note(&engine, "a run that asks an endpoint again");
}
