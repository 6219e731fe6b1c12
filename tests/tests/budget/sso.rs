//! What somebody who comes from an identity provider may cost.

use serde_json::{Value, json};

use super::openid::registered;
use super::{Budget, Measured, row};
use crate::support::{Engine, Issuer, PASSWORD, Person, Provider, Says, invitee};

const IN_THE_BROWSER: [Budget; 6] = [
    row("go to a provider", (0, 0.0, 0.0), false),
    // Their way in and their address at once.
    row("come back from a provider, known", (1, 0.0, 2.0), true),
    // The provider tells no address, and so it is not looked at.
    row(
        "come back from a provider, known without an address",
        (2, 0.0, 2.0),
        true,
    ),
    row("come back from a provider, a value changed", (2, 1.0, 2.0), true),
    // Person, way in by id, way in by the link.
    row("come back from a provider, made", (3, 6.0, 3.0), true),
    // The same, and the way in by id to who is gone.
    row(
        "come back from a provider, made in the place of who proved nothing",
        (3, 8.0, 3.0),
        true,
    ),
];

const BUDGETS: [Budget; 6] = [
    // Whether they are linked, who was meant, and both in one transaction.
    row("register by a provider, the first time", (4, 4.0, 3.0), true),
    row("register by a provider, once more", (2, 0.0, 2.0), true),
    row("register by a provider, unknown", (2, 0.0, 2.0), true),
    row("exchange a provider's token", (2, 0.0, 2.0), true),
    row("exchange a token that the provider refuses", (0, 0.0, 0.0), true),
    // Whose token it is, whether somebody is linked, and the transaction with what the back office would know them by.
    row("move to a provider", (4, 6.0, 3.0), true),
];

fn says(subject: &str) -> Says {
    Says::json(&json!({ "active": true, "external_authentication_provider_id": subject }))
}

fn body() -> Value {
    json!({ "external_provider_access_token": "a-token", "client_id": "acme-app" })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_saves_us_the_writes_of_a_sign_in() {
    let person = Person::new().subject();
    let provider = Provider::start(says(person.subject.as_deref().expect("a subject")));
    let connection = json!({ "id": "login", "display_name": "Acme account", "introspection": {
        "url": provider.url, "client_id": "usher", "client_secret": "s3cret",
    } });
    let engine = Engine::with_connection(connection).await;
    engine.provision(&person, &[]).await.expect(201);
    let mut measured = Measured(Vec::new());
    let (register, exchange) = ("/v2/registration/introspection/sso-user", "/v2/sso/exchange-token");
    engine.post(exchange, &body()).await.expect(403);
    engine.meter.take();
    engine.post(register, &body()).await.expect(200);
    measured.note(&engine, "register by a provider, the first time");
    engine.post(register, &body()).await.expect(200);
    measured.note(&engine, "register by a provider, once more");
    engine.post(exchange, &body()).await.expect(200);
    measured.note(&engine, "exchange a provider's token");
    provider.says(says("nobody"));
    engine.post(register, &body()).await.expect(403);
    measured.note(&engine, "register by a provider, unknown");
    provider.says(Says::json(&json!({ "active": false })));
    engine.post(exchange, &body()).await.expect(403);
    measured.note(&engine, "exchange a token that the provider refuses");

    provider.says(says("another"));
    let other = registered(&engine).await;
    let fields = [
        ("grant_type", "password"),
        ("client_id", "acme-app"),
        ("username", other.email.as_str()),
        ("password", PASSWORD),
    ];
    let token = engine
        .form("/v2/token", &fields)
        .await
        .expect(200)
        .member("access_token");
    engine.meter.take();
    let bearer = format!("Bearer {token}");
    let headers = [("content-type", "application/json"), ("authorization", bearer.as_str())];
    let moved = json!({ "external_provider_access_token": "a-token" });
    let path = "/v2/registration/introspection/migrate-sso-user";
    engine.call("POST", path, &headers, moved.to_string()).await.expect(200);
    measured.note(&engine, "move to a provider");
    assert_eq!(measured.complaints(&BUDGETS), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_in_the_browser_is_one_read_and_one_call_to_the_provider() {
    let email = invitee();
    let jane = json!({ "sub": "jane", "email": email, "email_verified": true, "given_name": "Jane" });
    let issuer = Issuer::start(jane.clone());
    let mut connection = issuer.connection();
    connection["oidc"]["newcomers"] = "create_user".into();
    let engine = Engine::with_connection(connection).await;
    let mut measured = Measured(Vec::new());
    // The first call of a source is counted with its second.
    issuer.forges(|_, claims| claims["nonce"] = "another".into());
    engine.comes_back(&issuer, 403).await;
    issuer.forges_nothing();
    engine.comes_back(&issuer, 303).await;
    measured.note(&engine, "come back from a provider, made");
    engine.comes_back(&issuer, 303).await;
    measured.note(&engine, "come back from a provider, known");
    issuer.is(json!({ "sub": "jane", "given_name": "Jane" }));
    engine.comes_back(&issuer, 303).await;
    measured.note(&engine, "come back from a provider, known without an address");
    let mut renamed = jane;
    renamed["given_name"] = "Janet".into();
    issuer.is(renamed);
    engine.comes_back(&issuer, 303).await;
    measured.note(&engine, "come back from a provider, a value changed");
    let stranger = Person::new();
    engine.leaves_unproven(&stranger).await;
    issuer.is(json!({ "sub": "john", "email": stranger.email, "email_verified": true, "given_name": "John" }));
    engine.comes_back(&issuer, 303).await;
    measured.note(
        &engine,
        "come back from a provider, made in the place of who proved nothing",
    );
    engine.meter.take();
    let start = "/sso/start?labelpartner=acme&connection=acme-login";
    engine.call("GET", start, &[], String::new()).await.expect(303);
    measured.note(&engine, "go to a provider");
    let asked = ["/.well-known/openid-configuration", "/jwks", "/token"].map(|path| issuer.received(path).len());
    assert_eq!(asked, [1, 1, 6], "what is known of the provider is remembered");
    assert_eq!(measured.complaints(&IN_THE_BROWSER), Vec::<String>::new());
}
