use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use serde_json::json;

use super::*;
use crate::keys::KeyRing;
use crate::testing;
use crate::token::jws;

const ISSUER: &str = "https://login.acme.example";

fn published(keys: &KeyRing) -> KeySet {
    let signer = keys.signer(testing::now());
    let (x, y) = &signer.public;
    let set = json!({ "keys": [
        { "kty": "oct", "k": "c2VjcmV0", "kid": "shared" },
        { "kty": "EC", "crv": "P-256", "x": x, "y": y, "kid": signer.kid, "use": "sig", "alg": "ES256" },
    ] });
    KeySet::read(set.to_string().as_bytes()).expect("a set")
}

fn claims(change: &[(&str, Value)]) -> Value {
    let now = testing::now().as_second();
    let mut claims = json!({
        "iss": ISSUER, "sub": "jane", "aud": "usher", "exp": now + 60, "iat": now, "nonce": "n1",
    });
    for (name, value) in change {
        claims[*name] = value.clone();
    }
    claims
}

fn expected() -> Expected<'static> {
    Expected {
        issuer: ISSUER,
        client_id: "usher",
        nonce: "n1",
        shown_since: None,
    }
}

fn judged(change: &[(&str, Value)]) -> Result<String, IdTokenRefused> {
    judged_by(&expected(), change)
}

fn judged_by(expected: &Expected<'_>, change: &[(&str, Value)]) -> Result<String, IdTokenRefused> {
    let keys = testing::keys();
    let token = jws::compact(keys.signer(testing::now()), "JWT", &claims(change));
    let claims = expected.claims_in(&token, &published(&keys), testing::now());
    claims.map(|claims| claims.subject().to_owned())
}

#[test]
fn a_token_for_this_sign_in_shows_its_subject() {
    let now = testing::now().as_second();
    for change in [
        vec![],
        vec![("aud", json!(["usher"]))],
        vec![("aud", json!(["usher", "other"])), ("azp", json!("usher"))],
        vec![("iat", json!(now as f64 + 59.5)), ("nbf", json!(now + 59))],
        vec![("exp", json!(now - 59))],
    ] {
        assert_eq!(judged(&change), Ok("jane".to_owned()), "{change:?}");
    }
}

#[test]
fn a_token_for_anything_else_shows_nobody() {
    let now = testing::now().as_second();
    for (change, refused) in [
        (
            vec![("iss", json!("https://login.acme.example/"))],
            IdTokenRefused::OtherIssuer,
        ),
        (
            vec![("iss", json!("https://evil.example"))],
            IdTokenRefused::OtherIssuer,
        ),
        (vec![("iss", json!(null))], IdTokenRefused::Unreadable),
        (vec![("aud", json!("other"))], IdTokenRefused::OtherAudience),
        (vec![("aud", json!([]))], IdTokenRefused::OtherAudience),
        (vec![("aud", json!({ "usher": true }))], IdTokenRefused::OtherAudience),
        (vec![("aud", json!(["usher", "other"]))], IdTokenRefused::OtherAudience),
        (vec![("azp", json!("other"))], IdTokenRefused::OtherAudience),
        (vec![("nonce", json!("n2"))], IdTokenRefused::OtherNonce),
        (vec![("nonce", json!(null))], IdTokenRefused::OtherNonce),
        (vec![("nonce", json!(["n1"]))], IdTokenRefused::Unreadable),
        (vec![("exp", json!(now - 60))], IdTokenRefused::OutOfTime),
        (vec![("exp", json!("soon"))], IdTokenRefused::Unreadable),
        (vec![("iat", json!(now - 600))], IdTokenRefused::OutOfTime),
        (vec![("iat", json!(now + 61))], IdTokenRefused::OutOfTime),
        (vec![("nbf", json!(now + 61))], IdTokenRefused::OutOfTime),
        (vec![("sub", json!(""))], IdTokenRefused::WrongSubject),
        (vec![("sub", json!(["jane"]))], IdTokenRefused::WrongSubject),
        (vec![("sub", json!(7))], IdTokenRefused::WrongSubject),
        (vec![("sub", json!(null))], IdTokenRefused::WrongSubject),
        (vec![("sub", json!("x".repeat(256)))], IdTokenRefused::WrongSubject),
    ] {
        assert_eq!(judged(&change), Err(refused), "{change:?}");
    }
}

#[test]
fn an_app_that_wants_the_credential_shown_anew_has_it_shown() {
    let since = testing::now().as_second();
    let expected = Expected {
        shown_since: Some(since),
        ..expected()
    };
    let at = |at: Value| judged_by(&expected, &[("auth_time", at)]);
    assert_eq!(at(json!(since)), Ok("jane".to_owned()));
    assert_eq!(at(json!(since - 59)), Ok("jane".to_owned()));
    assert_eq!(at(json!(since - 61)), Err(IdTokenRefused::TooLongAgo));
    assert_eq!(judged_by(&expected, &[]), Err(IdTokenRefused::TooLongAgo));
}

#[test]
fn only_the_provider_s_own_keys_sign() {
    let (keys, now) = (testing::keys(), testing::now());
    let judged = |token: &str| expected().claims_in(token, &published(&keys), now).err();
    let token = jws::compact(keys.signer(now), "JWT", &claims(&[]));
    let parts: Vec<&str> = token.split('.').collect();
    let with_header = |header: Value| {
        let header = BASE64URL.encode(header.to_string());
        [header.as_str(), parts[1], parts[2]].join(".")
    };
    let kid = &keys.signer(now).kid;
    for (header, refused) in [
        (json!({ "alg": "none" }), IdTokenRefused::Algorithm),
        (json!({ "alg": "HS256", "kid": "shared" }), IdTokenRefused::Algorithm),
        (json!({ "alg": "es256", "kid": kid }), IdTokenRefused::Algorithm),
        (
            json!({ "alg": "ES256", "kid": kid, "crit": ["b64"] }),
            IdTokenRefused::Algorithm,
        ),
        (
            json!({ "alg": "ES256", "kid": kid, "typ": "at+jwt" }),
            IdTokenRefused::Algorithm,
        ),
        (
            json!({ "alg": "ES256", "kid": kid, "typ": "logout+jwt" }),
            IdTokenRefused::Algorithm,
        ),
        (json!({ "alg": "RS256", "kid": kid }), IdTokenRefused::UnknownKey),
        (json!({ "alg": "ES256", "kid": "other" }), IdTokenRefused::UnknownKey),
        (json!({ "alg": "ES256", "kid": kid }), IdTokenRefused::NotSigned),
        (json!({ "alg": "ES256" }), IdTokenRefused::NotSigned),
    ] {
        assert_eq!(judged(&with_header(header.clone())), Some(refused), "{header}");
    }
    // A key that the token brings itself is not looked at.
    let stranger = KeyRing::generate(&crate::entropy::Entropy::seeded(99), now).expect("keys");
    let theirs = jws::compact(stranger.signer(now), "JWT", &claims(&[]));
    assert_eq!(judged(&theirs), Some(IdTokenRefused::UnknownKey));
    for text in ["", "a.b", "a.b.c", &format!("{token}.x"), &token.replace('.', "")] {
        assert_eq!(judged(text), Some(IdTokenRefused::Unreadable), "{text}");
    }
    assert_eq!(judged(&token), None);
}
