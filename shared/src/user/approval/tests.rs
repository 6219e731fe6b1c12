use super::*;
use crate::testing;

fn read(answer: &str) -> Result<Option<Decision>, NotADecision> {
    Decision::of_endpoint(answer.as_bytes(), testing::now())
}

#[test]
fn an_endpoint_approves_refuses_or_leaves_it_to_others() {
    let decision = |approved, reason: Option<&str>| Decision {
        approved,
        at: testing::now().as_millisecond(),
        client: "endpoint".to_owned(),
        reason: reason.map(str::to_owned),
    };
    for (answer, expected) in [
        (r#"{"decision":"approve"}"#, Some(decision(true, None))),
        (
            r#"{"decision":"approve","reason":null,"more":1}"#,
            Some(decision(true, None)),
        ),
        (
            r#"{"decision":"refuse","reason":" Too far away. "}"#,
            Some(decision(false, Some("Too far away."))),
        ),
        (r#"{"decision":"refuse","reason":" "}"#, Some(decision(false, None))),
        (r#"{"decision":"wait"}"#, None),
    ] {
        assert_eq!(read(answer), Ok(expected), "{answer}");
    }
    let most = format!(r#"{{"decision":"refuse","reason":"{}"}}"#, "ü".repeat(500));
    assert!(read(&most).is_ok());
}

#[test]
fn whatever_else_it_answers_decides_nothing() {
    for answer in [
        "",
        "<!doctype html><p>Hello",
        "[]",
        "null",
        "\"approve\"",
        r#"{"decision":"approve""#,
        "{} {}",
        r#"{"decision":"refuse","decision":"approve"}"#,
        r#"{"decision":"approve","decision":"approve"}"#,
    ] {
        assert_eq!(read(answer), Err(NotADecision::NotAnObject), "{answer}");
    }
    for answer in [
        "{}",
        r#"{"decision":null}"#,
        r#"{"decision":true}"#,
        r#"{"decision":["approve"]}"#,
        r#"{"decision":"Approve"}"#,
        r#"{"decision":" approve"}"#,
        r#"{"decision":""}"#,
        r#"{"approve":true}"#,
    ] {
        assert_eq!(read(answer), Err(NotADecision::NoDecision), "{answer}");
    }
    let long = format!(r#"{{"decision":"refuse","reason":"{}"}}"#, "ü".repeat(501));
    for answer in [
        r#"{"decision":"approve","reason":7}"#,
        r#"{"decision":"approve","reason":["x"]}"#,
        &long,
    ] {
        assert_eq!(read(answer), Err(NotADecision::WrongReason), "{answer:.60}");
    }
}

#[test]
fn the_question_says_who_waits_since_when_and_no_secret() {
    let at = testing::now().as_millisecond();
    let user = User {
        status: Status::AwaitingApproval,
        verified_at: Some(at),
        password: Some("$argon2id$secret".to_owned()),
        customer_profile: Some([("companyName".to_owned(), "Doe Ltd".to_owned())].into()),
        ..testing::user()
    };
    let question: Value = serde_json::from_slice(&user.approval_question()).expect("JSON");
    let expected = json!({
        "tenant": user.tenant.as_str(), "user_id": user.id.to_string(), "customer_id": user.customer_id().to_string(),
        "customer_kind": "personal", "email_address": user.email.as_str(),
        "first_name": user.first_name.as_ref().map(|name| name.as_str()),
        "last_name": user.last_name.as_ref().map(|name| name.as_str()),
        "customer_fields": { "companyName": "Doe Ltd" }, "profile_fields": {}, "asked_at": moment(at).to_string(),
    });
    assert_eq!(question, expected);
}
