//! What the back offices call.

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::Value;
use usher::password::{Password, hash};
use usher::user::{EmailKey, User};

use super::{Engine, Row, TABLE};
use crate::support::{Answer, PASSWORD, Person, number, texted_invitation};

impl Engine {
    /// A tenant has a person provisioned, with more headers if need be.
    pub(crate) async fn provision(&self, person: &Person, headers: &[(&str, &str)]) -> Answer {
        let client = format!("{}-backoffice", person.tenant);
        self.signed(&client, "POST", "/v1/account", headers, person.body().to_string())
            .await
    }

    /// The back office of `acme` invites somebody to the portal.
    pub(crate) async fn invite(&self, body: &Value) -> Answer {
        let path = "/idp/v1/account/pre-register";
        self.signed("acme-backoffice", "POST", path, &[], body.to_string())
            .await
    }

    /// Somebody who is to be texted, as they are before.
    pub(crate) async fn invited_by_text(&self, person: &Person) -> Row {
        let body = texted_invitation(&person.email, &number());
        self.invite(&body).await.expect(201);
        self.row_of(person).await.expect("a person")
    }

    /// The back office of `acme` looks at who waits for a decision.
    pub(crate) async fn awaiting(&self) -> Answer {
        self.signed("acme-backoffice", "GET", "/v1/approvals", &[], String::new())
            .await
    }

    /// The back office of `acme` decides: `approve` or `refuse`.
    pub(crate) async fn decide(&self, id: &str, decision: &str) -> Answer {
        let (path, body) = (
            format!("/v1/approvals/{id}"),
            format!("{{\"decision\":\"{decision}\"}}"),
        );
        self.signed("acme-backoffice", "POST", &path, &[], body).await
    }

    /// The back office of `acme` looks at an account.
    pub(crate) async fn see(&self, id: &str) -> Answer {
        let path = format!("/v1/account/{id}");
        self.signed("acme-backoffice", "GET", &path, &[], String::new()).await
    }

    /// The back office of `acme` calls a route with a body, or without one.
    pub(crate) async fn calls(&self, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let body = body.map(Value::to_string).unwrap_or_default();
        self.signed("acme-backoffice", method, path, &[], body).await
    }

    /// The back office of `acme` erases an account.
    pub(crate) async fn erase(&self, id: &str) -> Answer {
        let path = format!("/v1/account/{id}");
        self.signed("acme-backoffice", "DELETE", &path, &[], String::new())
            .await
    }

    /// The back office of `acme` tells that data has arrived.
    pub(crate) async fn measured(&self, id: &str) -> Answer {
        let path = format!("/v1/account/{id}/activity");
        let body = serde_json::json!({ "kind": "measurement", "at": self.clock.now().to_string() });
        self.signed("acme-backoffice", "POST", &path, &[], body.to_string())
            .await
    }

    /// The back office of `acme` reads a list of invitations.
    pub(crate) async fn invitations(&self, query: &str) -> Answer {
        let path = format!("/v1/invitations{query}");
        self.signed("acme-backoffice", "GET", &path, &[], String::new()).await
    }

    /// A reseller with a password whom the back office made known, and who has something to check therefore.
    pub(crate) async fn partner(&self, person: &Person) -> User {
        self.provision(person, &[]).await.expect(201);
        let tenant = person.tenant.parse().expect("a name");
        let key = EmailKey::new(&tenant, &person.email.parse().expect("an address"));
        let password = Password::new(PASSWORD.to_owned()).expect("a password");
        let hash = hash(&password, [1; 16]).expect("a hash");
        let text = |text: &str| AttributeValue::S(text.to_owned());
        let update = self.plain.update_item().table_name(TABLE);
        let update = update
            .key("pk", AttributeValue::S(format!("U#{tenant}#{}", key.as_text())))
            .key("sk", text("U"))
            .update_expression("SET #st = :registered, ra = cr, pw = :hash, ck = :kind")
            .expression_attribute_names("#st", "st")
            .expression_attribute_values(":registered", text("registered"))
            .expression_attribute_values(":hash", text(&hash))
            .expression_attribute_values(":kind", text("channel_partner"));
        update.send().await.expect("registered");
        let partner = self.app.store.get_user(&tenant, &key).await.expect("read");
        partner.expect("a person")
    }
}
