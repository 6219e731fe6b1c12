//! How a service is asked, how often, and what stays between the two.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD as BASE64, URL_SAFE_NO_PAD as BASE64URL};
use ring::digest::{SHA256, digest};
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use serde_json::json;

use super::{TOKEN, complete, configure, link, people, solar, somebody, stack};
use crate::support::{Program, Provider, Received, Says, TestApp, free_port, invitee};

#[track_caller]
fn asked_with(authentication: &serde_json::Value) -> (TestApp, Provider, Received) {
    let provider = Provider::start(Says::json(&solar()));
    let app = TestApp::start();
    configure(&app, &provider.url, |kind| {
        kind["partner_provider"]["authentication"] = authentication.clone();
    });
    somebody(&app, "P-7").1.expect(303);
    let [received] = provider.received().try_into().expect("one question");
    (app, provider, received)
}

#[test]
fn the_service_knows_us_by_a_token_a_password_or_nothing() {
    let basic = json!({ "basic": { "user": "usher", "password": "pass: word" } });
    let (_, _, received) = asked_with(&basic);
    let encoded = BASE64.encode("usher:pass: word");
    assert_eq!(
        received.header("authorization"),
        Some(format!("Basic {encoded}").as_str())
    );
    let (_, _, received) = asked_with(&json!({ "bearer": { "token": TOKEN } }));
    assert_eq!(
        received.header("authorization"),
        Some(format!("Bearer {TOKEN}").as_str())
    );
    let (_, provider, received) = asked_with(&serde_json::Value::Null);
    for (name, value) in [
        ("authorization", None),
        ("signature", None),
        ("cookie", None),
        ("content-type", Some("application/json")),
        ("accept", Some("application/json")),
        ("accept-encoding", Some("identity")),
        ("host", provider.url.split('/').nth(2)),
    ] {
        assert_eq!(received.header(name), value, "{name}");
    }
}

/// Checked with nothing of ours: the text that is signed is put together here, by RFC 9421, and the key is the published one.
#[test]
fn the_signature_is_checked_with_the_published_keys() {
    let (app, provider, received) = asked_with(&json!("signed"));
    assert_eq!(received.header("authorization"), None);
    let digest = format!("sha-256=:{}:", BASE64.encode(digest(&SHA256, &received.body)));
    assert_eq!(received.header("content-digest"), Some(digest.as_str()));
    let input = received.header("signature-input").expect("Signature-Input");
    let params = input.strip_prefix("usher=").expect("the label");
    let param = |name: &str| {
        let (_, rest) = params.split_once(&format!(";{name}=")).expect("a parameter");
        rest.split(';').next().expect("a value").trim_matches('"').to_owned()
    };
    assert!(
        params.starts_with("(\"@method\" \"@target-uri\" \"content-digest\");created="),
        "{params}"
    );
    assert_eq!(
        (param("tag").as_str(), param("alg").as_str()),
        ("usher", "ecdsa-p256-sha256")
    );
    let age = app.now().as_second() - param("created").parse::<i64>().expect("seconds");
    assert!((0..60).contains(&age), "{age}");
    assert!(param("nonce").len() >= 16);
    let base = format!(
        "\"@method\": POST\n\"@target-uri\": {}\n\"content-digest\": {digest}\n\"@signature-params\": {params}",
        provider.url
    );
    let keys = app.get("/.well-known/jwks.json").send().expect(200).json();
    let keyid = param("keyid");
    let mut keys = keys["keys"].as_array().expect("keys").iter();
    let key = keys.find(|key| key["kid"] == keyid.as_str()).expect("a published key");
    let coordinate = |name: &str| {
        BASE64URL
            .decode(key[name].as_str().expect("a coordinate"))
            .expect("base64url")
    };
    let point = [vec![4], coordinate("x"), coordinate("y")].concat();
    let signature = received.header("signature").expect("Signature");
    let signature = signature
        .strip_prefix("usher=:")
        .and_then(|rest| rest.strip_suffix(':'));
    let signature = BASE64.decode(signature.expect("octets")).expect("base64");
    let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point);
    key.verify(base.as_bytes(), &signature).expect("a signature");
    let another = base.replace("POST", "PUT");
    assert!(key.verify(another.as_bytes(), &signature).is_err());
}

#[test]
fn an_answer_is_believed_for_a_minute_and_only_of_the_service_as_it_is_set() {
    let provider = Provider::start(Says::json(&solar()));
    let app = stack(&provider);
    let asked = || provider.received().len();
    for _ in 0..2 {
        somebody(&app, "P-7").1.expect(303);
    }
    assert_eq!(asked(), 1);
    somebody(&app, "P-8").1.expect(303);
    assert_eq!(asked(), 2, "another code");
    provider.says(Says::Status(404, String::new()));
    for _ in 0..2 {
        somebody(&app, "P-9").1.expect(422);
    }
    assert_eq!(asked(), 3, "that there is none is an answer, too");
    configure(&app, &provider.url, |kind| {
        kind["partner_provider"]["target_organisation"] = "Others".into()
    });
    somebody(&app, "P-7").1.expect(422);
    assert_eq!(asked(), 4, "the service is set otherwise");
    provider.says(Says::json(&solar()));
    app.advance(61);
    somebody(&app, "P-9").1.expect(303);
    assert_eq!(asked(), 5);
}

#[test]
fn guessing_codes_is_slowed_down_before_anybody_is_asked() {
    let provider = Provider::start(Says::Status(404, String::new()));
    let app = stack(&provider);
    let email = invitee();
    let link = link(&app, &email);
    let web = app.web();
    let mut answers = (0..40).map(|n| complete(&web, &link, &format!("G-{n}")));
    let refused = answers.find(|answer| answer.status == 429).expect("a limit");
    assert!(refused.retry_after() > 0);
    // "Try again" leads back to the form, which has kept what was typed.
    let (_, token) = link.split_once("token=").expect("a token");
    let back = format!("href=\"/signup/complete?token={token}");
    assert!(refused.text.contains(&back), "{}", refused.text);
    let form = web.open(&link).expect(200);
    for typed in ["value=\"G-", "value=\"Typed Ltd\""] {
        assert!(form.text.contains(typed), "{typed}: {}", form.text);
    }
    let asked = provider.received().len();
    assert!((1..=10).contains(&asked), "{asked}");
    complete(&app.web(), &link, "G-40").expect(429);
    assert_eq!((provider.received().len(), people(&app, &email)), (asked, 0));
}

#[test]
fn the_table_holds_neither_the_secret_nor_the_code() {
    let provider = Provider::start(Says::json(&solar()));
    let app = stack(&provider);
    somebody(&app, "CODE-THAT-IS-KEPT-NOWHERE").1.expect(303);
    let rows = format!("{:?}", app.rows(""));
    assert!(rows.contains("Solar Partners Ltd") && rows.contains("partner_provider"));
    for secret in [TOKEN, "CODE-THAT-IS-KEPT-NOWHERE"] {
        assert!(!rows.contains(secret), "{secret}");
    }
}

#[test]
fn an_operator_reads_whose_service_fails_and_why_and_nothing_that_was_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let talkative = "info,usher=trace,functions=trace,usher_local=trace";
    let app = TestApp::of_program(Program::start(folder.path(), free_port(), talkative));
    let provider = Provider::start(Says::Body("{\"company\":\"Secretive Ltd\",\"area\":[]}".to_owned()));
    configure(&app, &provider.url, |_| ());
    somebody(&app, "CODE-THAT-IS-LOGGED-NOWHERE").1.expect(503);
    let log = app.kill();
    let line = log
        .lines()
        .find(|line| line.contains("partner provider"))
        .expect("a line");
    assert!(
        line.contains("WARN") && line.contains("acme") && line.contains("wrong_value"),
        "{line}"
    );
    for secret in [TOKEN, "CODE-THAT-IS-LOGGED-NOWHERE", "Secretive", "site=1"] {
        assert!(!log.contains(secret), "{secret}");
    }
}
