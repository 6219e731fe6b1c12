//! DynamoDB under load: conflicts, throttling and answers that get lost. What a caller is told is
//! never at odds with what was written.

mod check_details;
mod customers;
mod hosted;
mod sign_in;
mod sign_up;
mod sso;

use serde_json::json;

use crate::support::{Engine, Fault, PASSWORD, Person};

const CONFLICT: Fault = Fault::Cancelled(&["TransactionConflict", "None", "None"]);
const THROTTLED: Fault = Fault::Cancelled(&["None", "ThrottlingError", "None"]);
const VERIFY: &str = "/v2/registration/verify";
const REGISTER: &str = "/v2/registration/no-gateway";

/// How many people, and ways in to them, there are but for those the engine was warmed up with.
async fn people(engine: &Engine) -> (usize, usize) {
    let (people, ways_in) = engine.people_and_ways_in().await;
    (people - 2, ways_in - 4)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_that_is_in_anothers_way_is_tried_again() {
    let engine = Engine::start().await;
    for fault in [CONFLICT, THROTTLED] {
        engine.faults.arrange([fault.clone(), fault.clone()]);
        engine.provision(&Person::new(), &[]).await.expect(201);
        assert_eq!(
            (engine.faults.writes_tried(), engine.faults.pending()),
            (3, 0),
            "{fault:?}"
        );
    }
    let refused = [
        (400, "ThrottlingException"),
        (400, "ProvisionedThroughputExceededException"),
        (500, "InternalServerError"),
    ];
    for (status, kind) in refused {
        engine
            .faults
            .arrange([Fault::Refused(status, kind), Fault::Refused(status, kind)]);
        engine.provision(&Person::new(), &[]).await.expect(201);
    }
    assert_eq!(people(&engine).await, (5, 10));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_that_stays_in_anothers_way_is_not_told_as_taken() {
    let engine = Engine::start().await;
    for fault in [CONFLICT, THROTTLED] {
        let person = Person::new();
        engine.faults.arrange(std::iter::repeat_n(fault.clone(), 20));
        let answer = engine.provision(&person, &[]).await.refused(503, "unavailable");
        assert!(answer.retry_after() >= 1);
        let answer = engine
            .provision(&person, &[("idempotency-key", &person.external_id)])
            .await;
        assert!([409, 503].contains(&answer.status), "{}", answer.text);
        assert!(["idempotency_in_progress", "unavailable"].contains(&answer.code().as_str()));
        assert!(answer.retry_after() >= 1);
        assert!(engine.faults.writes_tried() <= 16, "it gives up in time");
        engine.faults.clear();
        engine.provision(&person, &[]).await.expect(201);
        engine.faults.writes_tried();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_is_not_there_is_told_without_its_reasons() {
    let engine = Engine::start().await;
    let person = Person::new();
    engine.faults.arrange(std::iter::repeat_n(
        Fault::Refused(400, "ResourceNotFoundException"),
        20,
    ));
    let answer = engine.provision(&person, &[]).await.refused(503, "unavailable");
    for inside in ["DynamoDB", "ResourceNotFound", "usher\"", "Arranged"] {
        assert!(!answer.text.contains(inside), "{}", answer.text);
    }
    engine
        .post("/v2/registration/provision", &person.asking())
        .await
        .refused(503, "unavailable");
    let fields = [
        ("grant_type", "password"),
        ("client_id", "acme-app"),
        ("username", &person.email),
        ("password", "x"),
    ];
    let answer = engine
        .form("/v2/token", &fields)
        .await
        .refused(503, "temporarily_unavailable");
    assert!(!answer.text.contains("Arranged"));
}

#[tokio::test(flavor = "multi_thread")]
async fn provisioning_whose_answer_got_lost_made_the_person_it_says() {
    let engine = Engine::start().await;
    let person = Person::new();
    engine.faults.arrange([Fault::AnswerLost]);
    engine.provision(&person, &[]).await.expect(201);
    assert_eq!(people(&engine).await, (1, 2));
    // And when every answer gets lost, the caller's own retry finds what was made.
    let person = Person::new();
    engine.faults.arrange(std::iter::repeat_n(Fault::AnswerLost, 20));
    let key = [("idempotency-key", "order-1")];
    let first = engine.provision(&person, &key).await.expect(503);
    assert!(first.retry_after() >= 1);
    engine.faults.clear();
    engine.provision(&person, &key).await.expect(201);
    assert_eq!(people(&engine).await, (2, 4));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proof_whose_answer_got_lost_is_a_proof() {
    let engine = Engine::start().await;
    let person = Person::new();
    let mailed = engine.mailed(&person).await;
    engine.faults.arrange([Fault::AnswerLost, Fault::AnswerLost]);
    let by_link = engine.post(VERIFY, &json!({ "token": mailed.token })).await;
    let other = Person::new();
    let mailed = engine.mailed(&other).await;
    engine.faults.arrange([Fault::AnswerLost, Fault::AnswerLost]);
    let body = json!({ "email_address": other.email, "labelpartner": "acme", "code": mailed.code });
    let by_code = engine.post(VERIFY, &body).await;
    for (person, answer) in [(person, by_link), (other, by_code)] {
        let ticket = answer.expect(200).member("activation_ticket");
        let body = json!({ "email_address": person.email, "pincode": PASSWORD, "activation_ticket": ticket });
        engine.post(REGISTER, &body).await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_whose_answer_got_lost_is_set() {
    let engine = Engine::start().await;
    let person = Person::new().of_netgrid().verified();
    engine.provision(&person, &[]).await.expect(201);
    engine.faults.arrange([Fault::AnswerLost, Fault::AnswerLost]);
    let body = json!({ "email_address": person.email, "pincode": "493817", "labelpartner": "netgrid" });
    engine.post(REGISTER, &body).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_whose_answer_got_lost_inside_goes_on() {
    let engine = Engine::start().await;
    let person = Person::new();
    let mailed = engine.mailed(&person).await;
    let ticket = engine
        .post(VERIFY, &json!({ "token": mailed.token }))
        .await
        .member("activation_ticket");
    let body = json!({ "email_address": person.email, "pincode": PASSWORD, "activation_ticket": ticket });
    engine.post(REGISTER, &body).await.expect(200);
    let fields = [
        ("grant_type", "password"),
        ("client_id", "acme-app"),
        ("username", &person.email),
        ("password", PASSWORD),
    ];
    let mut token = engine
        .form("/v2/token", &fields)
        .await
        .expect(200)
        .member("refresh_token");
    for _ in 0..3 {
        engine.faults.arrange([Fault::AnswerLost]);
        let fields = [
            ("grant_type", "refresh_token"),
            ("client_id", "acme-app"),
            ("refresh_token", &token),
        ];
        token = engine
            .form("/v2/token", &fields)
            .await
            .expect(200)
            .member("refresh_token");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signed_call_whose_nonce_was_spent_by_itself_is_no_replay() {
    let engine = Engine::start().await;
    let person = Person::new();
    let id = engine.provision(&person, &[]).await.expect(201).member("account_id");
    engine.faults.arrange([Fault::AnswerLost]);
    engine.see(&id).await.expect(200);
}
