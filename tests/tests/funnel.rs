//! What is counted of a journey: each step once, however often a call comes, and why others did not get there.

use serde_json::json;

use crate::mail_feedback::{bounce, delivery, hear, mailed, notice};
use crate::support::{Engine, Funnel, PASSWORD, Person};

const REGISTER: &str = "/v2/registration/no-gateway";
const VERIFY: &str = "/v2/registration/verify";
const AT: &str = "2026-11-18T11:00:00.000Z";

// One thread, which is the one that is listened to.
#[tokio::test]
async fn each_step_is_counted_once_however_often_it_is_asked_for() {
    let engine = Engine::start().await;
    let funnel = Funnel::listen();
    let person = Person::new();
    let key = [("idempotency-key", "order-1")];
    let id = engine.provision(&person, &key).await.expect(201).member("account_id");
    engine.provision(&person, &key).await.expect(201);
    assert_eq!(funnel.take(), ["acme provisioned"]);

    let mail = engine.mailed_again(&person).await;
    assert_eq!(funnel.take(), ["acme mail_sent"]);

    engine.get(&mail.link()).await.expect(200);
    assert_eq!(funnel.take(), [""; 0], "whoever looks has not got anywhere");
    let body = json!({ "token": mail.token });
    let ticket = engine.post(VERIFY, &body).await.expect(200).member("activation_ticket");
    engine.post(VERIFY, &body).await.expect(409);
    assert_eq!(funnel.take(), ["acme verified", "acme verified link_used"]);

    let registering = |password: &str| json!({ "email_address": person.email, "pincode": password, "labelpartner": "acme", "activation_ticket": ticket });
    engine.measured(&id).await.expect(409);
    engine.post(REGISTER, &registering("password")).await.expect(422);
    engine.post(REGISTER, &registering(PASSWORD)).await.expect(200);
    engine.post(REGISTER, &registering(PASSWORD)).await.expect(403);
    let registered = [
        "acme active not_registered",
        "acme registered password_refused",
        "acme registered",
        "acme registered registration_refused",
    ];
    assert_eq!(funnel.take(), registered);

    engine.measured(&id).await.expect(200);
    engine.measured(&id).await.expect(200);
    assert_eq!(funnel.take(), ["acme active"]);
}

#[tokio::test]
async fn what_becomes_of_a_mail_is_counted_when_it_is_news() {
    let engine = Engine::start().await;
    let (person, _, asked) = mailed(&engine).await;
    let funnel = Funnel::listen();
    let complaint = json!({ "eventType": "Complaint", "complaint": { "timestamp": AT } });
    let reject = json!({ "eventType": "Reject", "reject": { "reason": "Bad content" } });
    for event in [delivery(AT), complaint, bounce("Permanent", AT), reject] {
        for _ in 0..2 {
            assert!(hear(&engine, notice("acme", &person.email, &asked, &event)).await);
        }
    }
    let expected = [
        "acme mail_delivered",
        "acme mail_delivered complained",
        "acme mail_delivered bounced",
        "acme mail_delivered rejected",
    ];
    assert_eq!(funnel.take(), expected);
    engine
        .post("/v2/registration/provision", &person.asking())
        .await
        .expect(200);
    let request = engine.request_of(&person).await;
    let before = engine.row_of(&person).await;
    engine.stream(None, Some(&request)).await;
    engine
        .stream(before.as_ref(), engine.row_of(&person).await.as_ref())
        .await;
    assert_eq!(funnel.take(), ["acme mail_sent complained"]);
}

#[tokio::test]
async fn whoever_is_made_verified_is_so_at_once_and_a_refusal_is_counted_by_its_code() {
    let engine = Engine::start().await;
    let funnel = Funnel::listen();
    let person = Person::new().verified();
    engine.provision(&person, &[]).await.expect(201);
    assert_eq!(funnel.take(), ["acme provisioned", "acme verified"]);
    engine.provision(&person, &[]).await.expect(409);
    assert_eq!(funnel.take(), ["acme provisioned email_exists"]);
}

#[tokio::test]
async fn tenants_that_are_made_up_and_addresses_nobody_has_are_no_metrics_of_their_own() {
    let engine = Engine::start().await;
    let funnel = Funnel::listen();
    let typed =
        |tenant: &str| json!({ "email_address": "nobody@example.org", "labelpartner": tenant, "code": "000000" });
    engine.post(VERIFY, &typed("made-up")).await.expect(403);
    engine
        .post(VERIFY, &json!({ "token": "made-up.AAAA" }))
        .await
        .expect(404);
    assert_eq!(funnel.take(), [""; 0]);
    engine.post(VERIFY, &typed("acme")).await.expect(403);
    assert_eq!(funnel.take(), ["acme verified code_refused"]);
}
