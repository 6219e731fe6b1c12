//! Tokens of ours for a provider's.

use serde_json::{Value, json};

use super::{EXCHANGE, SSO_USER, TOKEN, active, configure, connect, connection, exchange, provisioned, register, seen};
use crate::support::{Provider, Says, claims};

const GRANT: &str = "urn:ietf:params:oauth:grant-type:token-exchange";
const ACCESS_TOKEN: &str = "urn:ietf:params:oauth:token-type:access_token";

#[test]
fn the_tokens_are_those_of_any_sign_in() {
    let (app, _provider, person) = provisioned();
    register(&app).expect(200);
    let tokens = exchange(&app).expect(200).json();
    let mut names: Vec<_> = tokens.as_object().expect("an object").keys().cloned().collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "accessToken",
            "expiresIn",
            "idToken",
            "refreshToken",
            "scope",
            "tokenType"
        ]
    );
    assert_eq!(
        (&tokens["expiresIn"], &tokens["tokenType"]),
        (&json!(3600), &json!("Bearer"))
    );
    let told = seen(&app, &person);
    let access = tokens["accessToken"].as_str().expect("a token");
    assert_eq!(claims(access)["sub"], told["user_id"]);
    // Nobody proved the address: what the provider says of it is its own business.
    let id = claims(tokens["idToken"].as_str().expect("a token"));
    assert_eq!(id["sub"], told["user_id"]);
    assert_ne!(id["email_verified"], true);
    let answer = app.get("/userinfo").bearer(access).send().expect(200).json();
    assert_eq!(answer["sub"], told["user_id"]);
    let refresh = tokens["refreshToken"].as_str().expect("a token");
    app.app_of("acme").refresh(refresh).expect(200);
    app.app_of("acme").refresh(refresh).expect(400);
}

#[test]
fn rfc_8693_does_the_same_at_the_token_endpoint() {
    let (app, provider, person) = provisioned();
    register(&app).expect(200);
    let asks = |fields: &[(&str, &str)]| app.app_of("acme").asks(fields).send();
    let right = [
        ("grant_type", GRANT),
        ("subject_token", TOKEN),
        ("subject_token_type", ACCESS_TOKEN),
    ];
    let answer = asks(&right).expect(200).json();
    assert_eq!(
        (&answer["issued_token_type"], &answer["token_type"]),
        (&json!(ACCESS_TOKEN), &json!("Bearer"))
    );
    let access = answer["access_token"].as_str().expect("a token");
    assert_eq!(claims(access)["sub"], seen(&app, &person)["user_id"]);
    for (fields, error) in [
        (&right[..1], "invalid_request"),
        (&right[..2], "invalid_request"),
        (
            &[
                right[0],
                right[1],
                ("subject_token_type", "urn:ietf:params:oauth:token-type:jwt"),
            ][..],
            "invalid_request",
        ),
        (
            &[right[0], right[1], right[2], ("scope", "accounts")][..],
            "invalid_scope",
        ),
        (
            &[right[0], right[1], right[2], ("connection", "other")][..],
            "invalid_request",
        ),
        (
            &[
                right[0],
                right[1],
                right[2],
                ("requested_token_type", "urn:ietf:params:oauth:token-type:saml2"),
            ][..],
            "invalid_request",
        ),
        (
            &[right[0], right[1], right[2], ("actor_token", TOKEN)][..],
            "invalid_request",
        ),
        (
            &[right[0], right[1], right[2], ("audience", "somewhere")][..],
            "invalid_target",
        ),
        (
            &[right[0], right[1], right[2], ("resource", "https://x.example")][..],
            "invalid_target",
        ),
    ] {
        assert_eq!(asks(fields).expect(400).member("error"), error, "{fields:?}");
    }
    provider.says(Says::json(&json!({ "active": false })));
    assert_eq!(asks(&right).expect(400).member("error"), "invalid_request");
    provider.says(Says::Status(500, String::new()));
    assert_eq!(asks(&right).expect(503).member("error"), "temporarily_unavailable");
    assert_eq!(exchange(&app).expect(503).retry_after(), 30);
}

#[test]
fn a_client_shows_who_it_is_and_may_exchange_only_if_its_tenant_says_so() {
    let (app, provider, _person) = provisioned();
    register(&app).expect(200);
    let asked = provider.received().len();
    let body = |client: &str| json!({ "external_provider_access_token": TOKEN, "client_id": client });
    app.post(EXCHANGE)
        .json(&body("nobody"))
        .send()
        .refused(401, "unauthenticated");
    app.post(EXCHANGE)
        .json(&body("acme-portal"))
        .send()
        .refused(401, "unauthenticated");
    let without = json!({ "external_provider_access_token": TOKEN });
    app.post(EXCHANGE)
        .json(&without)
        .send()
        .refused(422, "validation_failed");
    app.post(EXCHANGE)
        .json(&body("acme-web"))
        .send()
        .refused(403, "grant_not_allowed");
    let more = json!({ "external_provider_access_token": TOKEN, "client_id": "acme-app", "subject": "me" });
    app.post(EXCHANGE)
        .json(&more)
        .send()
        .flawed(400, "invalid_body", "/subject", "unknown_member");
    // Another tenant's app gets nothing of it, whatever the provider says.
    let netgrid = json!({ "external_provider_access_token": TOKEN, "client_id": "netgrid-app",
                          "client_secret": "demo-netgrid-app-secret-never-deploy" });
    app.post(EXCHANGE)
        .json(&netgrid)
        .send()
        .refused(403, "grant_not_allowed");
    assert_eq!(provider.received().len(), asked, "nobody was asked for them");
}

#[test]
fn the_provider_is_asked_each_time_and_what_it_says_now_counts() {
    let (app, provider, person) = provisioned();
    register(&app).expect(200);
    exchange(&app).expect(200);
    provider.says(Says::json(&json!({ "active": false })));
    exchange(&app).refused(403, "external_token_refused");
    provider.says(active("somebody-else"));
    exchange(&app).refused(403, "sso_not_registered");
    provider.says(active(person.subject.as_deref().expect("a subject")));
    exchange(&app).expect(200);
}

#[test]
fn whoever_asks_at_another_address_asks_another_provider_whose_subjects_are_other_people() {
    let (app, provider, person) = provisioned();
    register(&app).expect(200);
    let other = Provider::start(active(person.subject.as_deref().expect("a subject")));
    configure(&app, json!([connection(&other)]));
    exchange(&app).refused(403, "sso_not_registered");
    register(&app).refused(403, "registration_refused");
    // Another path of the same host is the same provider.
    let mut elsewhere = connection(&provider);
    let (host, _) = provider.url.rsplit_once("/").expect("a path");
    elsewhere["introspection"]["url"] = format!("{host}/oauth2/introspect").into();
    configure(&app, json!([elsewhere]));
    exchange(&app).expect(200);
}

#[test]
fn whoever_is_suspended_is_told_apart_from_whom_nobody_knows() {
    let (app, _provider, person) = provisioned();
    register(&app).expect(200);
    let id = seen(&app, &person)["user_id"].as_str().expect("an id").to_owned();
    let suspension = format!("/v1/account/{id}/suspension");
    app.post(&suspension)
        .json(&json!({}))
        .signed(&app.acme())
        .send()
        .expect(200);
    exchange(&app).refused(403, "account_suspended");
    app.acme().call("DELETE", &suspension).send().expect(200);
    exchange(&app).expect(200);
}

#[test]
fn agreements_are_accepted_before_the_first_token() {
    let (app, provider, person) = provisioned();
    let for_everybody = |document: &mut Value| {
        connect(document, json!([connection(&provider)]), json!(["token_exchange"]));
        document["agreements"][0]["audience"] = json!([]);
    };
    app.apply_acme(for_everybody).expect(200);
    let saying = |path: &str, said: Value| {
        let body =
            json!({"external_provider_access_token": TOKEN, "client_id": "acme-app", "agreements_accepted": said});
        app.post(path).json(&body).send()
    };
    saying(SSO_USER, json!({"terms": 1})).refused(422, "validation_failed");
    register(&app).expect(200);
    let refused = exchange(&app);
    assert_eq!(refused.json()["agreements"][0]["name"], "terms", "{}", refused.text);
    refused.refused(403, "agreements_pending");
    let by_rfc = [
        ("grant_type", GRANT),
        ("subject_token", TOKEN),
        ("subject_token_type", ACCESS_TOKEN),
    ];
    let refused = app.app_of("acme").asks(&by_rfc).send().expect(400).json();
    assert_eq!(
        (&refused["error"], &refused["agreements"][0]["version"]),
        (&json!("interaction_required"), &json!(1))
    );
    saying(EXCHANGE, json!({"terms": 1, "other": 1})).refused(422, "validation_failed");
    saying(EXCHANGE, json!({"terms": 1})).expect(200);
    let consents = seen(&app, &person)["consents"].clone();
    assert_eq!((&consents[0]["channel"], &consents[1]), (&json!("app"), &Value::Null));
    app.app_of("acme").asks(&by_rfc).send().expect(200);
}
