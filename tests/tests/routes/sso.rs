//! `/v2/sso/…` and `/v2/registration/introspection/…`: people who come from an identity provider of their tenant's.

mod exchanging;
mod failing;
mod migrating;
mod registering;

use serde_json::{Value, json};

use crate::support::{Answer, Call, Person, Provider, Says, TestApp};

const SSO_USER: &str = "/v2/registration/introspection/sso-user";
const EXCHANGE: &str = "/v2/sso/exchange-token";
const MIGRATE: &str = "/v2/registration/introspection/migrate-sso-user";
/// A secret and a token that nobody else's test has.
const SECRET: &str = "provider-secret-that-no-log-and-no-table-holds";
const TOKEN: &str = "provider-token-that-no-log-and-no-table-holds";

/// What a provider says of a token of this subject's.
fn active(subject: &str) -> Says {
    Says::json(
        &json!({ "active": true, "external_authentication_provider_id": subject, "email": "somebody@else.example" }),
    )
}

fn connection(provider: &Provider) -> Value {
    json!({
        "id": "acme-login", "display_name": "Acme account",
        "introspection": { "url": provider.url, "client_id": "usher", "client_secret": SECRET },
    })
}

/// A stack whose people sign in with `provider`.
#[track_caller]
fn stack(provider: &Provider) -> TestApp {
    let app = TestApp::start();
    configure(&app, json!([connection(provider)]));
    app
}

/// Gives `acme` these connections, and its app the grant.
#[track_caller]
fn configure(app: &TestApp, connections: Value) {
    configure_with(app, connections, json!(["password", "refresh_token", "token_exchange"]));
}

/// The same with other grants of its app.
#[track_caller]
fn configure_with(app: &TestApp, connections: Value, grants: Value) {
    app.apply_acme(|document| connect(document, connections, grants))
        .expect(200);
}

/// The same in a document.
fn connect(document: &mut Value, connections: Value, grants: Value) {
    document["connections"] = connections;
    let clients = document["clients"].as_array_mut().expect("clients");
    let client = clients.iter_mut().find(|client| client["id"] == "acme-app");
    client.expect("the app")["grants"] = grants;
}

/// An app brings a provider's token.
fn bringing<'a>(app: &'a TestApp, path: &str, token: &str) -> Call<'a> {
    let body = json!({ "external_provider_access_token": token, "client_id": "acme-app" });
    app.post(path).json(&body)
}

fn register(app: &TestApp) -> Answer {
    bringing(app, SSO_USER, TOKEN).send()
}

fn exchange(app: &TestApp) -> Answer {
    bringing(app, EXCHANGE, TOKEN).send()
}

/// Somebody whom the back office knows with a subject, the stack, and the provider that says who they are.
#[track_caller]
fn provisioned() -> (TestApp, Provider, Person) {
    let person = Person::new().subject();
    let provider = Provider::start(active(person.subject.as_deref().expect("a subject")));
    let app = stack(&provider);
    app.provision(&person);
    (app, provider, person)
}

/// What the back office sees of them.
#[track_caller]
fn seen(app: &TestApp, person: &Person) -> Value {
    app.acme()
        .see(&format!("{}?id_type=external", person.external_id))
        .expect(200)
        .json()
}
