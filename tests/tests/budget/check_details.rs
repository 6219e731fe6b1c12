//! What it may cost that a person checks what is known of them.

use serde_json::json;
use usher::user::User;

use super::{Budget, Measured, row};
use crate::support::{Engine, PASSWORD, Person, asked, cookie};

const BUDGETS: [Budget; 6] = [
    row("send to check details", (1, 0.0, 1.0), false),
    row("show the details", (1, 0.0, 1.0), false),
    row("confirm the details, of one person", (2, 1.0, 1.0), false),
    // The person, and their customer.
    row("show the details, of several people", (2, 0.0, 2.0), false),
    row("confirm the details, of several people", (3, 4.0, 2.0), false),
    row("confirm again", (1, 0.0, 1.0), false),
];

/// The cookie of a browser that a partner has signed in with.
async fn session(engine: &Engine, request: &str, partner: &User) -> String {
    let fields = [
        ("request", request),
        ("email", partner.email.as_str()),
        ("password", PASSWORD),
    ];
    cookie(&engine.send("/sign-in", "", &fields).await.expect(303))
}

#[tokio::test(flavor = "multi_thread")]
async fn no_look_at_details_costs_more_than_its_budget_or_less_than_the_table_says() {
    let engine = Engine::start().await;
    let (mut measured, request) = (Measured(Vec::new()), engine.request().await);
    let said = [
        ("request", request.as_str()),
        ("decision", "confirm"),
        (
            "profile.companyName",
            "Maximiliane von Hohenstein-Wittelsbach GmbH & Co. KG",
        ),
        ("profile.firstName", "Maximiliane"),
        ("profile.lastName", "von Hohenstein-Wittelsbach"),
    ];
    let page = format!("/check-details?request={request}");
    let alone = engine.partner(&Person::new()).await;
    let several = engine.partner(&Person::new()).await;
    let (first, second) = (Person::new(), several.customer_id());
    let body = json!({ "first_name": first.first_name, "last_name": first.last_name, "email_address": first.email });
    let users = format!("/v1/customers/{second}/users");
    engine.calls("POST", &users, Some(&body)).await.expect(201);

    let of_one = session(&engine, &request, &alone).await;
    let of_several = session(&engine, &request, &several).await;
    engine.meter.take();
    let sent = engine
        .open(&format!("/authorize?{}", asked(&[])), &of_one)
        .await
        .expect(303);
    assert!(sent.header("location").starts_with("/check-details?"));
    measured.note(&engine, "send to check details");
    engine.open(&page, &of_one).await.expect(200);
    measured.note(&engine, "show the details");
    engine.send("/check-details", &of_one, &said).await.expect(303);
    measured.note(&engine, "confirm the details, of one person");
    engine.open(&page, &of_several).await.expect(200);
    measured.note(&engine, "show the details, of several people");
    engine.send("/check-details", &of_several, &said).await.expect(303);
    measured.note(&engine, "confirm the details, of several people");
    engine.send("/check-details", &of_several, &said).await.expect(303);
    measured.note(&engine, "confirm again");
    assert_eq!(measured.complaints(&BUDGETS), Vec::<String>::new());
}
