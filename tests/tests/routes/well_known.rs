//! `/.well-known`: what is published about tokens.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use jsonwebtoken::dangerous::insecure_decode;
use jsonwebtoken::decode_header;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, VerifyingKey};
use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, TestApp};

/// What a token says, checked with nothing but what is published, by a library that signs nothing here.
fn claims(app: &TestApp, token: &str, audience: &str) -> Value {
    let header = decode_header(token).expect("a header");
    let keys = app.get("/.well-known/jwks.json").send().expect(200).json();
    let keys = keys["keys"].as_array().expect("keys");
    let key = keys
        .iter()
        .find(|key| key["kid"] == header.kid.as_deref().expect("a kid"))
        .expect("the key");
    assert_eq!(
        (&key["kty"], &key["crv"], &key["alg"], &key["use"]),
        (&"EC".into(), &"P-256".into(), &"ES256".into(), &"sig".into())
    );
    let octets = |text: &str| BASE64URL.decode(text).expect("base64url");
    let part = |name: &str| octets(key[name].as_str().expect("a coordinate"));
    let point = [vec![4], part("x"), part("y")].concat();
    let key = VerifyingKey::from_sec1_bytes(&point).expect("a point on P-256");
    let (message, signature) = token.rsplit_once('.').expect("three parts");
    let signature = Signature::from_slice(&octets(signature)).expect("r and s");
    key.verify(message.as_bytes(), &signature).expect("signed");
    let claims = insecure_decode::<Value>(token).expect("claims").claims;
    assert_eq!((&claims["iss"], &claims["aud"]), (&app.url().into(), &audience.into()));
    claims
}

#[test]
fn no_published_key_has_a_private_part() {
    let app = TestApp::start();
    let keys = app.get("/.well-known/jwks.json").send().expect(200).json();
    for key in keys["keys"].as_array().expect("keys") {
        let mut names: Vec<_> = key.as_object().expect("an object").keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["alg", "crv", "kid", "kty", "use", "x", "y"]);
    }
}

#[test]
fn the_metadata_leads_to_routes_that_are_there() {
    let app = TestApp::start();
    let answer: Answer = app.get("/.well-known/openid-configuration").send().expect(200);
    assert_eq!(answer.header("cache-control"), "public, max-age=300");
    let here = |name: &str| {
        let link = answer.member(name);
        link.strip_prefix(app.url()).expect("a link to this stack").to_owned()
    };
    assert_eq!(here("issuer"), "");
    app.get(&here("jwks_uri")).send().expect(200);
    for endpoint in [
        "token_endpoint",
        "introspection_endpoint",
        "revocation_endpoint",
        "pushed_authorization_request_endpoint",
    ] {
        app.post(&here(endpoint)).send().expect(415);
    }
    app.get(&here("userinfo_endpoint")).send().expect(401);
    app.get(&here("end_session_endpoint")).send().expect(200);
    let asked = crate::support::authorize(&[]);
    let (_, query) = asked.split_once('?').expect("a query");
    let path = format!("{}?{query}", here("authorization_endpoint"));
    app.get(&path).send().expect(303);
}

#[test]
fn the_metadata_says_what_is_taken() {
    let app = TestApp::start();
    let told = app.get("/.well-known/openid-configuration").send().expect(200).json();
    for (name, value) in [
        ("response_types_supported", json!(["code"])),
        ("response_modes_supported", json!(["query", "form_post"])),
        ("code_challenge_methods_supported", json!(["S256"])),
        ("prompt_values_supported", json!(["none", "login", "consent", "create"])),
        ("authorization_response_iss_parameter_supported", json!(true)),
        ("request_parameter_supported", json!(false)),
        ("request_uri_parameter_supported", json!(false)),
        ("claims_parameter_supported", json!(false)),
        (
            "ui_locales_supported",
            json!(["en", "de", "fr", "nl", "it", "es", "pt", "ar"]),
        ),
    ] {
        assert_eq!(told[name], value, "{name}");
    }
    for endpoint in ["token", "introspection", "revocation"] {
        let methods = &told[format!("{endpoint}_endpoint_auth_methods_supported")];
        let methods = methods.as_array().expect("methods");
        assert!(methods.contains(&json!("private_key_jwt")), "{endpoint}");
        assert_eq!(
            methods.contains(&json!("none")),
            endpoint != "introspection",
            "{endpoint}"
        );
        let algorithms = &told[format!("{endpoint}_endpoint_auth_signing_alg_values_supported")];
        assert_eq!(*algorithms, json!(["ES256", "EdDSA", "Ed25519"]), "{endpoint}");
    }
}

#[test]
fn clients_that_know_oauth_alone_are_told_the_same() {
    let app = TestApp::start();
    let told = |name: &str| app.get(&format!("/.well-known/{name}")).send().expect(200);
    let (oauth, openid) = (told("oauth-authorization-server"), told("openid-configuration"));
    assert_eq!(oauth.json(), openid.json());
    assert_eq!(oauth.header("cache-control"), "public, max-age=300");
}

#[test]
fn a_person_is_told_no_more_than_the_metadata_names() {
    let app = TestApp::start();
    let person = app.registered_person();
    let told = app.get("/.well-known/openid-configuration").send().expect(200).json();
    let named = told["claims_supported"].as_array().expect("claims");
    let tokens = app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    let id = claims(&app, &tokens.member("id_token"), "acme-app");
    for name in id.as_object().expect("an object").keys() {
        assert!(named.contains(&json!(name)), "{name}");
    }
}

#[test]
fn the_tokens_of_a_person_say_who_they_are() {
    let app = TestApp::start();
    let person = app.registered_person();
    let before = app.now().as_second();
    let tokens = app.app_of("acme").sign_in(&person.email, PASSWORD).expect(200);
    let access = claims(&app, &tokens.member("access_token"), app.url());
    let id = claims(&app, &tokens.member("id_token"), "acme-app");
    assert_eq!(access["sub"], id["sub"]);
    assert_eq!(
        (&access["client_id"], &access["tenant"]),
        (&"acme-app".into(), &"acme".into())
    );
    assert_eq!(access["scope"], tokens.member("scope"));
    assert_eq!(
        (&id["email"], &id["given_name"]),
        (&person.email.as_str().into(), &"Zoë".into())
    );
    assert_eq!(id["email_verified"], true);
    for token in [&access, &id] {
        let (issued, ends) = (token["iat"].as_i64().expect("iat"), token["exp"].as_i64().expect("exp"));
        assert!((before..before + 30).contains(&issued));
        assert_eq!(ends, issued + 3_600);
    }
    let kind = |name: &str| decode_header(tokens.member(name)).expect("a header").typ;
    assert_eq!(kind("access_token").as_deref(), Some("at+jwt"));
    assert_eq!(kind("id_token").as_deref(), Some("JWT"));
    for secret in [&person.email, &person.last_name] {
        let payload = access.to_string();
        assert!(!payload.contains(secret.as_str()), "{payload}");
    }
}

#[test]
fn an_address_the_tenant_vouched_for_is_not_called_verified_by_the_person() {
    let app = TestApp::start();
    let person = app.registered_netgrid_person();
    let tokens = app
        .app_of("netgrid")
        .sign_in(&person.email, crate::support::PINCODE)
        .expect(200);
    let id = claims(&app, &tokens.member("id_token"), "netgrid-app");
    assert_eq!(id["email_verified"], false);
}

#[test]
fn a_back_offices_token_is_its_own() {
    let app = TestApp::start();
    let claims = claims(&app, &app.acme().token(), app.url());
    assert_eq!(
        (&claims["sub"], &claims["client_id"]),
        (&"acme-backoffice".into(), &"acme-backoffice".into())
    );
    assert_eq!(claims["scope"], "accounts");
}
