//! What is true of every answer, whatever was asked.

use serde_json::Value;

use super::{Answer, Call};

/// What every answer carries, whatever it says.
const HEADERS: [(&str, &str); 5] = [
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("strict-transport-security", "max-age=63072000; includeSubDomains"),
];

#[track_caller]
pub(super) fn hold_to_what_is_true_of_all(call: &Call<'_>, answer: &Answer) {
    let about = || format!("{} {}: {} {}", call.method, call.path, answer.status, answer.text);
    // What Next Identity answers where nobody knows the client.
    let unknown_client = answer.status == 503
        && ["/authorize", "/register"]
            .iter()
            .any(|path| call.path.starts_with(path));
    // A tenant's own service does not answer, and the person is told when to come back.
    let partner_provider = answer.status == 503 && call.path == "/signup/complete";
    // Nor does a tenant's identity provider.
    let identity_provider = answer.status == 503
        && ["\"provider_unavailable\"", "\"temporarily_unavailable\""]
            .iter()
            .any(|word| answer.text.contains(word))
        && ["/v2/sso/", "/v2/registration/introspection/", "/v2/token"]
            .iter()
            .any(|path| call.path.starts_with(path));
    let sign_in_elsewhere = answer.status == 503 && call.path.starts_with("/sso/");
    let is_expected = unknown_client || partner_provider || identity_provider || sign_in_elsewhere;
    assert!(answer.status < 500 || is_expected, "{}", about());
    for (name, value) in HEADERS {
        assert_eq!(answer.header(name), value, "{name} of {}", about());
    }
    let policy = answer.header("content-security-policy");
    for rule in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"] {
        assert!(policy.contains(rule), "{policy} of {}", about());
    }
    let caching = answer.header("cache-control");
    let may_be_kept = ["/.well-known/", "/assets/", "/schemas/"]
        .iter()
        .any(|path| call.path.starts_with(path));
    assert!(caching == "no-store" || may_be_kept, "{caching} of {}", about());
    assert!(!answer.header("x-request-id").is_empty(), "{}", about());
    assert_eq!(
        super::reference::untold(call, answer),
        None,
        "the API reference is silent: {}",
        about()
    );
    if answer.header("content-type") == "application/problem+json" {
        hold_to_rfc_9457(answer, call.path.starts_with("/idp/v1/"));
    } else if answer.status >= 400 && !answer.text.is_empty() {
        let kinds = ["text/html; charset=utf-8", "application/json"];
        assert!(kinds.contains(&answer.header("content-type")), "{}", about());
    }
}

#[track_caller]
fn hold_to_rfc_9457(answer: &Answer, next_identity: bool) {
    let body = answer.json();
    assert_eq!(body["status"], answer.status, "{body}");
    assert_eq!(body["request_id"], answer.header("x-request-id"), "{body}");
    let code = functions::http::code::CATALOGUE
        .iter()
        .find(|code| body["code"] == code.word)
        .unwrap_or_else(|| panic!("a code of the catalogue: {body}"));
    assert_eq!(
        (code.status.as_u16(), code.title),
        (answer.status, body["title"].as_str().unwrap_or_default())
    );
    assert!(
        body["type"].as_str().is_some_and(|link| link.ends_with(code.word)),
        "{body}"
    );
    let known = ["type", "title", "status", "detail", "code", "request_id", "errors"];
    let of_next_identity = ["error", "error_description", "error_details"];
    let Value::Object(members) = &body else {
        panic!("an object: {body}")
    };
    for name in members.keys() {
        let theirs = next_identity && of_next_identity.contains(&name.as_str());
        let owed = name == "agreements" && code.word == "agreements_pending";
        assert!(known.contains(&name.as_str()) || theirs || owed, "{name}: {body}");
    }
    let told = of_next_identity
        .iter()
        .filter(|name| members.contains_key(**name))
        .count();
    assert_eq!(told, if next_identity { 3 } else { 0 }, "{body}");
}
