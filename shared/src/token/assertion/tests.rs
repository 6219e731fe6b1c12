use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD as BASE64, URL_SAFE_NO_PAD as BASE64URL};
use p256::ecdsa::signature::Signer as _;
use ring::signature::{Ed25519KeyPair, KeyPair as _};
use rstest::rstest;
use serde_json::json;

use super::*;
use crate::testing;

const ISSUER: &str = "https://id.acme.example";

fn ed25519() -> Ed25519KeyPair {
    Ed25519KeyPair::from_seed_unchecked(&[7; 32]).expect("a key")
}

fn p256() -> p256::ecdsa::SigningKey {
    p256::ecdsa::SigningKey::from_slice(&[7; 32]).expect("a key")
}

/// A client with these of its keys.
fn client(ids: &[&str]) -> Client {
    let point = p256().verifying_key().to_sec1_point(false);
    let keys = [
        ("ed", "ed25519", ed25519().public_key().as_ref().to_vec()),
        ("ec", "ecdsa-p256-sha256", point.as_bytes().to_vec()),
        ("mac", "hmac-sha256", vec![7; 32]),
    ];
    let keys = keys.iter().filter(|(id, ..)| ids.contains(id));
    let keys: Vec<_> = keys
        .map(|(id, kind, octets)| json!({"id": id, "public": format!("{kind}:{}", BASE64.encode(octets))}))
        .collect();
    serde_json::from_value(json!({"id": "app", "kind": "app", "keys": keys})).expect("a client")
}

fn claims() -> Value {
    let now = testing::now().as_second();
    json!({"iss": "app", "sub": "app", "aud": ISSUER, "iat": now, "exp": now + 60, "jti": "once"})
}

fn message(header: &Value, claims: &Value) -> String {
    let part = |value: &Value| BASE64URL.encode(value.to_string());
    format!("{}.{}", part(header), part(claims))
}

/// Signed with Ed25519.
fn signed(header: &Value, claims: &Value) -> String {
    let message = message(header, claims);
    let signature = ed25519().sign(message.as_bytes());
    format!("{message}.{}", BASE64URL.encode(signature.as_ref()))
}

fn signed_with_p256(header: &Value, claims: &Value) -> String {
    let message = message(header, claims);
    let signature: p256::ecdsa::Signature = p256().sign(message.as_bytes());
    format!("{message}.{}", BASE64URL.encode(signature.to_bytes()))
}

fn check(text: &str) -> Result<Assertion, AssertionRefused> {
    Assertion::check(text, &client(&["ed", "ec", "mac"]), ISSUER, testing::now())
}

/// With another claim, or without one.
fn with(name: &str, value: Value) -> Result<Assertion, AssertionRefused> {
    let mut claims = claims();
    match value {
        Value::Null => drop(claims.as_object_mut().expect("an object").remove(name)),
        value => claims[name] = value,
    }
    check(&signed(&json!({"alg": "EdDSA", "kid": "ed"}), &claims))
}

#[test]
fn either_algorithm_and_either_way_of_naming_a_key_is_taken() {
    for text in [
        signed(&json!({"alg": "EdDSA", "kid": "ed"}), &claims()),
        signed(&json!({"alg": "EdDSA", "kid": "app/ed", "typ": TYPE}), &claims()),
        signed(&json!({"alg": "Ed25519", "kid": "ed"}), &claims()),
        signed_with_p256(&json!({"alg": "ES256", "kid": "app/ec"}), &claims()),
    ] {
        let nonce = check(&text).map(|assertion| assertion.nonce());
        assert_eq!(nonce, Ok("client-assertion\nonce".to_owned()));
        assert_eq!(Assertion::claimed_client(&text).as_deref(), Some("app"));
    }
    let unnamed = signed(&json!({"alg": "EdDSA"}), &claims());
    assert_eq!(check(&unnamed), Err(AssertionRefused::UnknownKey), "there are three");
    let of_one = Assertion::check(&unnamed, &client(&["ed"]), ISSUER, testing::now());
    assert!(of_one.is_ok());
}

#[rstest]
#[case(json!({"alg": "EdDSA", "kid": "ed", "typ": "JWT"}), AssertionRefused::WrongType)]
#[case(json!({"alg": "EdDSA", "kid": "ed", "typ": "at+jwt"}), AssertionRefused::WrongType)]
#[case(json!({"alg": "EdDSA", "kid": "ed", "crit": ["exp"]}), AssertionRefused::Unreadable)]
#[case(json!({"kid": "ed"}), AssertionRefused::Unreadable)]
#[case(json!({"alg": "none"}), AssertionRefused::UnknownKey)]
#[case(json!({"alg": "none", "kid": "ed"}), AssertionRefused::UnknownKey)]
#[case(json!({"alg": "Ed25519", "kid": "ec"}), AssertionRefused::UnknownKey)]
#[case(json!({"alg": "EdDSA", "kid": "other"}), AssertionRefused::UnknownKey)]
#[case(json!({"alg": "EdDSA", "kid": "other/ed"}), AssertionRefused::UnknownKey)]
#[case(json!({"alg": "EdDSA", "kid": "ec"}), AssertionRefused::UnknownKey)]
#[case(json!({"alg": "ES256", "kid": "ed"}), AssertionRefused::UnknownKey)]
#[case(json!({"alg": "HS256", "kid": "mac"}), AssertionRefused::UnknownKey)]
#[case(json!({"alg": "HS256", "kid": "ed"}), AssertionRefused::UnknownKey)]
#[case(json!({"alg": "ES256", "kid": "ec"}), AssertionRefused::NotSigned)]
fn a_header_that_says_anything_else_is_refused(#[case] header: Value, #[case] why: AssertionRefused) {
    assert_eq!(check(&signed(&header, &claims())), Err(why));
}

#[rstest]
#[case("iss", json!("other"), AssertionRefused::WrongSubject)]
#[case("sub", json!("other"), AssertionRefused::WrongSubject)]
#[case("sub", Value::Null, AssertionRefused::NotSigned)]
#[case("aud", json!([ISSUER]), AssertionRefused::WrongAudience)]
#[case("aud", json!([ISSUER, "https://other.example"]), AssertionRefused::WrongAudience)]
#[case("aud", json!(format!("{ISSUER}/token")), AssertionRefused::WrongAudience)]
#[case("aud", json!(format!("{ISSUER}/")), AssertionRefused::WrongAudience)]
#[case("aud", Value::Null, AssertionRefused::NotSigned)]
#[case("exp", Value::Null, AssertionRefused::NotSigned)]
#[case("exp", json!("1795000060"), AssertionRefused::NotSigned)]
#[case("jti", Value::Null, AssertionRefused::NotSigned)]
#[case("jti", json!(7), AssertionRefused::NotSigned)]
#[case("jti", json!(""), AssertionRefused::WrongId)]
#[case("jti", json!("x".repeat(256)), AssertionRefused::WrongId)]
fn a_claim_that_says_anything_else_is_refused(#[case] name: &str, #[case] value: Value, #[case] why: AssertionRefused) {
    assert_eq!(with(name, value), Err(why));
}

#[test]
fn an_assertion_is_good_for_five_minutes_at_most() {
    let now = testing::now().as_second();
    for (name, seconds, is_good) in [
        ("exp", 300, true),
        ("exp", 301, false),
        ("exp", 86_400, false),
        ("exp", 1, true),
        ("exp", 0, false),
        ("iat", 60, true),
        ("iat", 61, false),
        ("iat", -86_400, true),
        ("nbf", 60, true),
        ("nbf", 61, false),
    ] {
        assert_eq!(with(name, json!(now + seconds)).is_ok(), is_good, "{name} {seconds}");
    }
    assert!(with("exp", json!(1_795_000_060.5)).is_ok());
    for name in ["iat", "nbf"] {
        assert!(with(name, Value::Null).is_ok(), "{name} may be left out");
    }
    assert!(with("jti", json!("ä".repeat(255))).is_ok());
}

#[test]
fn what_was_changed_or_is_no_token_is_refused() {
    let good = signed(&json!({"alg": "EdDSA", "kid": "ed"}), &claims());
    let mut others = claims();
    others["jti"] = "twice".into();
    let other = signed(&json!({"alg": "EdDSA", "kid": "ed"}), &others);
    let (good, other): (Vec<_>, Vec<_>) = (good.split('.').collect(), other.split('.').collect());
    let mixed = [good[0], other[1], good[2]].join(".");
    assert_eq!(check(&mixed), Err(AssertionRefused::NotSigned));
    assert_eq!(
        check(&[good[0], good[1], ""].join(".")),
        Err(AssertionRefused::NotSigned)
    );
    for text in ["", "x", "x.y.z", &good[..2].join(".")] {
        assert_eq!(check(text), Err(AssertionRefused::Unreadable), "{text}");
    }
}
