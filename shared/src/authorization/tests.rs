//! Requests that are right, and every way in which one can be wrong.

use super::*;
use crate::testing;

const URI: &str = "https://app.acme.example/callback";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

fn client(change: serde_json::Value) -> Client {
    let mut client = serde_json::json!({
        "id": "app", "kind": "app", "grants": ["authorization_code", "refresh_token"],
        "redirect_uris": [URI, "http://127.0.0.1:3000/"],
    });
    let (Some(client_members), serde_json::Value::Object(change)) = (client.as_object_mut(), change) else {
        panic!("an object");
    };
    client_members.extend(change);
    serde_json::from_value(client).expect("a client")
}

fn usual() -> Vec<(&'static str, &'static str)> {
    vec![
        ("client_id", "app"),
        ("redirect_uri", URI),
        ("response_type", "code"),
        ("scope", "openid email"),
        ("state", "s"),
        ("nonce", "n"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ]
}

fn with(name: &'static str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut pairs = usual();
    pairs.retain(|(known, _)| *known != name);
    pairs.push((name, value));
    pairs
}

fn read_as(client: &Client, pairs: &[(&str, &str)]) -> Result<AuthorizationRequest, Refused> {
    let owned = pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    read(&owned.collect(), &testing::tenant(), client, testing::now())
}

fn read_usual(pairs: &[(&str, &str)]) -> Result<AuthorizationRequest, Refused> {
    read_as(&client(serde_json::json!({})), pairs)
}

#[track_caller]
fn told(outcome: Result<AuthorizationRequest, Refused>) -> (&'static str, String) {
    match outcome {
        Err(Refused::Told(refusal)) => (refusal.error, refusal.description.into_owned()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_usual_request_is_read() {
    let request = read_usual(&usual()).expect("a request");
    assert_eq!(request.redirect_uri, URI);
    assert_eq!(request.scope, "openid email");
    assert_eq!(
        (request.state.as_deref(), request.nonce.as_deref()),
        (Some("s"), Some("n"))
    );
    assert_eq!(request.response_mode, ResponseMode::Query);
    assert_eq!(request.prompt, Prompt::default());
}

#[test]
fn a_redirect_uri_is_the_clients_own_character_by_character() {
    for uri in [
        "",
        "https://app.acme.example/callback/",
        "https://app.acme.example/callback?x=1",
        "https://app.acme.example/callback#x",
        "https://app.acme.example/",
        "https://app.acme.example:8443/callback",
        "https://app.acme.example@evil.example/callback",
        "https://app.acme.example.evil.example/callback",
        "https://evil.example/callback",
        "//evil.example/callback",
        "https:\\\\app.acme.example\\callback",
        "https://APP.acme.example/callback",
        "https://app.acme.example/%63allback",
        "http://app.acme.example/callback",
        "http://127.0.0.1:3001/",
        "javascript:alert(1)",
    ] {
        assert_eq!(
            read_usual(&with("redirect_uri", uri)),
            Err(Refused::RedirectUri),
            "{uri}"
        );
    }
    let mut twice = usual();
    twice.push(("redirect_uri", URI));
    assert_eq!(read_usual(&twice), Err(Refused::RedirectUri));
}

#[test]
fn what_is_wrong_otherwise_is_told_to_the_app() {
    for (pairs, error) in [
        (with("response_type", ""), "invalid_request"),
        (with("response_type", "token"), "unsupported_response_type"),
        (with("response_type", "code id_token"), "unsupported_response_type"),
        (with("response_mode", "fragment"), "invalid_request"),
        (with("prompt", "none login"), "invalid_request"),
        (with("prompt", "Login"), "invalid_request"),
        (with("prompt", "select_account"), "invalid_request"),
        (with("max_age", "-1"), "invalid_request"),
        (with("max_age", "soon"), "invalid_request"),
        (with("code_challenge", ""), "invalid_request"),
        (with("code_challenge", "short"), "invalid_request"),
        (with("code_challenge_method", "plain"), "invalid_request"),
        (with("code_challenge_method", ""), "invalid_request"),
        (with("organization_id", "netgrid"), "invalid_request"),
        (with("request", "eyJ"), "request_not_supported"),
        (
            with("request_uri", "https://evil.example/"),
            "request_uri_not_supported",
        ),
        (with("registration", "{}"), "registration_not_supported"),
    ] {
        assert_eq!(told(read_usual(&pairs)).0, error, "{pairs:?}");
    }
    for name in ["state", "scope", "nonce", "prompt", "code_challenge", "client_id", "x"] {
        let mut twice = with(name, "openid");
        twice.push((name, "openid"));
        assert_eq!(told(read_usual(&twice)).0, "invalid_request", "{name} twice");
    }
    let no_flow = client(serde_json::json!({"grants": ["password"]}));
    assert_eq!(told(read_as(&no_flow, &usual())).0, "unauthorized_client");
}

#[test]
fn a_mistake_is_told_with_the_state_and_by_the_way_that_were_asked_for() {
    let mut pairs = with("response_type", "token");
    pairs.push(("response_mode", "form_post"));
    let Err(Refused::Told(refusal)) = read_usual(&pairs) else {
        panic!("no refusal")
    };
    assert_eq!(refusal.state.as_deref(), Some("s"));
    assert_eq!(refusal.response_mode, ResponseMode::FormPost);
    let mut doubled = usual();
    doubled.push(("state", "t"));
    let Err(Refused::Told(refusal)) = read_usual(&doubled) else {
        panic!("no refusal")
    };
    assert_eq!(refusal.state, None, "which of the two would it be?");
}

#[test]
fn who_has_a_secret_may_come_without_a_challenge() {
    let hash = crate::tenant::SecretHash::of("secret");
    let confidential = client(serde_json::json!({"secret_sha256": String::from(hash)}));
    let without: Vec<_> = usual()
        .into_iter()
        .filter(|(name, _)| !name.starts_with("code_challenge"))
        .collect();
    assert_eq!(
        read_as(&confidential, &without).expect("a request").code_challenge,
        None
    );
    assert!(told(read_usual(&without)).1.contains("public client"));
}

#[test]
fn scopes_that_are_not_known_are_left_out_and_openid_is_always_there() {
    let scope = |asked| read_usual(&with("scope", asked)).expect("a request").scope;
    assert_eq!(scope(""), "openid");
    assert_eq!(scope("profile admin email"), "openid profile email");
    assert_eq!(scope("openid offline_access"), "openid offline_access");
    let mut offline = usual();
    offline.push(("access_type", "offline"));
    assert_eq!(
        read_usual(&offline).expect("a request").scope,
        "openid email offline_access"
    );
    let stays_out = client(serde_json::json!({"grants": ["authorization_code"]}));
    assert_eq!(read_as(&stays_out, &offline).expect("a request").scope, "openid email");
}

#[test]
fn organization_and_environment_are_the_clients_where_they_are_given() {
    let own = client(serde_json::json!({"environment_id": "prod"}));
    let read = |name, value| read_as(&own, &with(name, value)).is_ok();
    assert!(read("organization_id", "acme") && read("environment_id", "prod"));
    assert!(!read("organization_id", "Acme") && !read("environment_id", "dev"));
}
