//! Answers that get lost, and writes that fail, while an account is opened and decided about: all of it, or nothing.

use crate::support::{Engine, Fault, PASSWORD, Person, Row};

const WAYS_TO_FAIL: [Fault; 4] = [
    Fault::Cancelled(&["TransactionConflict", "None", "None"]),
    Fault::Cancelled(&["None", "ThrottlingError", "None"]),
    Fault::Refused(400, "ThrottlingException"),
    Fault::Refused(500, "InternalServerError"),
];

async fn play(engine: &Engine, before: Option<&Row>, after: &Row) {
    let response = engine.stream(before, Some(after)).await;
    assert!(response.batch_item_failures.is_empty());
}

/// The token of the link that somebody is mailed who asks for an account of a kind.
async fn token(engine: &Engine, kind: &str, person: &Person) -> String {
    let fields = [("kind", kind), ("email", person.email.as_str())];
    engine.send("/signup?labelpartner=acme", "", &fields).await.expect(200);
    play(engine, None, &engine.request_of(person).await).await;
    engine.token_in(&person.email, "/signup/complete")
}

async fn complete(engine: &Engine, token: &str) -> u16 {
    let fields = [
        ("token", token),
        ("profile.companyName", "Data Ltd"),
        ("profile.firstName", "Jane"),
        ("profile.lastName", "Doe"),
        ("password", PASSWORD),
    ];
    engine.send("/signup/complete", "", &fields).await.status
}

/// What stands in the table of a person: themselves, a way in, a place on the list of those who wait.
async fn traces(engine: &Engine, person: &Person) -> [usize; 3] {
    let row = engine.row_of(person).await;
    let (_, ways_in) = engine.people_and_ways_in().await;
    let waiting = engine.awaiting().await.expect(200).json();
    let waiting = waiting["approvals"].as_array().expect("a list").iter();
    [
        usize::from(row.is_some()),
        ways_in,
        waiting.filter(|one| one["email_address"] == person.email).count(),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_is_no_failure_and_makes_nothing_twice() {
    let engine = Engine::start().await;
    let person = Person::new();
    engine.faults.arrange([Fault::AnswerLost]);
    let fields = [("kind", "data_recipient"), ("email", person.email.as_str())];
    engine.send("/signup?labelpartner=acme", "", &fields).await.expect(200);
    let asked = engine.request_of(&person).await;
    engine.faults.arrange([Fault::AnswerLost]);
    play(&engine, None, &asked).await;
    let mails = engine.post_office.mails(&person.email).len();
    // The record comes again, a minute later: what was noted is not sent again.
    engine.clock.advance(60);
    play(&engine, None, &asked).await;
    assert_eq!(engine.post_office.mails(&person.email).len(), mails);
    let token = engine.token_in(&person.email, "/signup/complete");

    let before = traces(&engine, &person).await;
    engine.faults.arrange([Fault::AnswerLost]);
    assert_eq!(complete(&engine, &token).await, 303);
    assert_eq!(traces(&engine, &person).await, [1, before[1] + 1, 1]);
    assert_eq!(complete(&engine, &token).await, 409);

    let waits = engine.row_of(&person).await.expect("a person");
    let id = waits["id"].as_s().expect("an id").clone();
    engine.faults.arrange([Fault::None, Fault::AnswerLost]);
    assert_eq!(
        engine.decide(&id, "approve").await.expect(200).json()["status"],
        "approved"
    );
    assert_eq!(engine.faults.pending(), 0);
    assert_eq!(traces(&engine, &person).await, [1, before[1] + 1, 0]);
    engine.decide(&id, "refuse").await.refused(409, "approval_decided");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_cannot_be_written_is_not_there_in_part_and_the_link_still_works() {
    let engine = Engine::start().await;
    for fault in WAYS_TO_FAIL {
        let person = Person::new();
        let token = token(&engine, "data_recipient", &person).await;
        let before = traces(&engine, &person).await;
        engine.faults.arrange(vec![fault.clone(); 20]);
        assert_eq!(complete(&engine, &token).await, 503, "{fault:?}");
        engine.faults.clear();
        assert_eq!(traces(&engine, &person).await, before, "{fault:?}");
        assert_eq!(complete(&engine, &token).await, 303, "{fault:?}");
        assert_eq!(traces(&engine, &person).await, [1, before[1] + 1, 1], "{fault:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_that_cannot_be_written_leaves_the_account_waiting() {
    let engine = Engine::start().await;
    for fault in WAYS_TO_FAIL {
        let person = Person::new();
        let token = token(&engine, "data_recipient", &person).await;
        assert_eq!(complete(&engine, &token).await, 303);
        let waits = engine.row_of(&person).await.expect("a person");
        let id = waits["id"].as_s().expect("an id").clone();
        // The first write spends the call's nonce.
        engine
            .faults
            .arrange([vec![Fault::None], vec![fault.clone(); 20]].concat());
        engine.decide(&id, "approve").await.refused(503, "unavailable");
        engine.faults.clear();
        assert_eq!(engine.row_of(&person).await.expect("a person"), waits, "{fault:?}");
        assert_eq!(traces(&engine, &person).await[2], 1, "{fault:?}");
        engine.decide(&id, "approve").await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mails_about_a_decision_wait_for_the_mail_service_and_go_out_once() {
    let engine = Engine::start().await;
    let person = Person::new();
    let token = token(&engine, "data_recipient", &person).await;
    assert_eq!(complete(&engine, &token).await, 303);
    let waits = engine.row_of(&person).await.expect("a person");
    let told = |email: &str| engine.post_office.mails(email).len();
    let (before, approvers) = (told(&person.email), told("approvals@acme.example"));
    play(&engine, None, &waits).await;
    assert_eq!(told(&person.email), before + 1);
    assert_eq!(told("approvals@acme.example"), approvers + 1);
    engine.clock.advance(60);
    play(&engine, None, &waits).await;
    assert_eq!(told(&person.email), before + 1, "what was noted is not sent again");
    assert_eq!(told("approvals@acme.example"), approvers + 1);
    let noted = engine.row_of(&person).await.expect("a person");
    engine
        .decide(waits["id"].as_s().expect("an id"), "refuse")
        .await
        .expect(200);
    let refused = engine.row_of(&person).await.expect("a person");
    play(&engine, Some(&noted), &refused).await;
    assert_eq!(told(&person.email), before + 2);
}
