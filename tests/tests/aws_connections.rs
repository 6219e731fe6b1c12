//! How calls to AWS travel: what is tried again, over which connection, and whom Usher believes.

use aws_sdk_dynamodb::error::{DisplayErrorContext, SdkError};
use aws_sdk_dynamodb::operation::get_item::GetItemError;
use aws_sdk_dynamodb::types::AttributeValue;
use usher::adapters::aws::{Endpoints, Environment, credentials};
use usher::adapters::roots::Certificates;

use crate::support::service::{Authority, Does, Service};

#[test]
fn calls_share_a_connection() {
    let service = Service::plain([]);
    let answers = calls(&service, None, 3);
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    assert_eq!(service.asked_over(), [1, 1, 1]);
}

#[test]
fn a_service_that_hangs_up_is_asked_again() {
    let service = Service::plain([Does::HangUp, Does::HangUp]);
    let answers = calls(&service, None, 1);
    assert!(answers[0].is_ok(), "{answers:?}");
    assert_eq!(service.asked_over(), [1, 2, 3]);
}

#[test]
fn a_connection_that_died_while_nobody_called_costs_no_call() {
    let service = Service::plain([Does::Answer, Does::HangUp]);
    let answers = calls(&service, None, 2);
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    assert_eq!(service.asked_over(), [1, 1, 2]);
}

#[test]
fn a_connection_on_which_the_service_failed_is_not_used_again() {
    let service = Service::plain([Does::Fail]);
    let answers = calls(&service, None, 2);
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    assert_eq!(service.asked_over(), [1, 2, 2]);
}

#[test]
fn a_service_that_always_hangs_up_is_given_up_after_four_tries() {
    let service = Service::plain([Does::HangUp; 5]);
    let answers = calls(&service, None, 1);
    assert!(matches!(answers[0], Err(SdkError::DispatchFailure(_))), "{answers:?}");
    assert_eq!(service.asked_over(), [1, 2, 3, 4]);
}

#[test]
fn a_certificate_is_believed_when_its_authority_is() {
    let authority = Authority::new();
    let service = Service::behind_tls(authority.vouches_for("127.0.0.1"));
    let answers = calls(&service, Some(authority.certificates()), 2);
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    assert_eq!(service.asked_over(), [1, 1]);
}

#[test]
fn a_certificate_of_anybody_else_gets_no_request() {
    let service = Service::behind_tls(Authority::new().vouches_for("127.0.0.1"));
    refused(&service, None, "UnknownIssuer");
    // The two authorities go by the same name.
    refused(&service, Some(Authority::new().certificates()), "BadSignature");
}

#[test]
fn a_certificate_for_another_name_gets_no_request() {
    let authority = Authority::new();
    let service = Service::behind_tls(authority.vouches_for("dynamodb.example"));
    refused(&service, Some(authority.certificates()), "not valid for");
}

/// Calls fail, for this reason, before the service has read one of them.
#[track_caller]
fn refused(service: &Service, trusted: Option<Certificates>, reason: &str) {
    let answers = calls(service, trusted, 1);
    let error = answers[0].as_ref().expect_err("a refusal");
    let told = DisplayErrorContext(error).to_string();
    assert!(told.contains(reason), "{told}");
    assert!(service.asked_over().is_empty());
}

/// This many calls, one after another, as a function makes them.
fn calls(service: &Service, trusted: Option<Certificates>, count: usize) -> Vec<Result<(), SdkError<GetItemError>>> {
    let endpoints = Endpoints {
        dynamodb: Some(service.url.clone()),
        certificates: trusted,
        ..Endpoints::default()
    };
    let environment = Environment::new("local", credentials("x".into(), "x".into(), None), endpoints);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let client = environment.dynamodb();
        let mut answers = Vec::new();
        for _ in 0..count {
            let key = AttributeValue::S("x".to_owned());
            let call = client.get_item().table_name("users").key("pk", key);
            answers.push(call.send().await.map(drop));
        }
        answers
    })
}
