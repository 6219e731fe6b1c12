//! Coming from an identity provider to an engine that is asked directly.

use serde_json::{Value, json};
use usher::store::TenantChange;

use super::{Engine, Issuer, PASSWORD, Person};

impl Engine {
    /// An engine whose people of `acme` sign in with this provider.
    pub(crate) async fn with_connection(connection: Value) -> Self {
        let engine = Self::start().await;
        let app = &engine.app;
        let acme = app.store.get_tenant(&"acme".parse().expect("a name"), &app.keys).await;
        let mut document = serde_json::to_value(acme.expect("read").expect("acme")).expect("JSON");
        document["connections"] = json!([connection]);
        let clients = document["clients"].as_array_mut().expect("clients");
        let client = clients.iter_mut().find(|client| client["id"] == "acme-app");
        client.expect("the app")["grants"] = json!(["password", "refresh_token", "token_exchange"]);
        let acme = serde_json::from_value(document).expect("a tenant");
        let (by, now) = (TenantChange::by("test"), engine.clock.now());
        let saved = app.store.save_tenant(&acme, &by, &app.keys, now).await;
        saved.expect("saved");
        app.directory.forget();
        engine
    }

    /// Goes to the provider and comes back, which is answered with this.
    pub(crate) async fn comes_back(&self, issuer: &Issuer, status: u16) {
        let start = "/sso/start?labelpartner=acme&connection=acme-login";
        let left = self.call("GET", start, &[], String::new()).await.expect(303);
        let cookie = left.header("set-cookie").split(';').next().unwrap_or_default();
        let back = issuer.lets_in(left.header("location"));
        self.meter.take();
        let answer = self.call("GET", &back, &[("cookie", cookie)], String::new()).await;
        assert_eq!(answer.expect(status).header("location") == "/account", status == 303);
    }

    /// Somebody registers and never shows that the address is theirs.
    pub(crate) async fn leaves_unproven(&self, person: &Person) {
        let request = self.request().await;
        let fields = [
            ("request", request.as_str()),
            ("email", &person.email),
            ("profile.firstName", "Maximiliane"),
            ("profile.lastName", "von Hohenstein-Wittelsbach"),
            ("password", PASSWORD),
        ];
        self.send("/register", "", &fields).await.expect(200);
        let form = self.request_of(person).await;
        let response = self.stream(None, Some(&form)).await;
        assert!(response.batch_item_failures.is_empty());
    }
}
