//! What stands in the table, and what others write there in this very moment.

use aws_sdk_dynamodb::types::AttributeValue;
use usher::user::{EmailKey, User};

use super::{Engine, Row, TABLE};
use crate::support::Person;

impl Engine {
    /// Every item whose partition key begins so.
    pub(crate) async fn listed(&self, prefix: &str) -> Vec<Row> {
        let mut rows = self.scan().await;
        rows.retain(|row| row["pk"].as_s().is_ok_and(|pk| pk.starts_with(prefix)));
        rows
    }

    /// Another call makes the person registered.
    pub(crate) async fn register(&self, user: &User) {
        let pk = format!("U#{}#{}", user.tenant, user.key().as_text());
        self.set(pk, "st", "registered").await;
    }

    /// A person gets another family name.
    pub(crate) async fn rename(&self, person: &Person, name: &str) {
        let tenant = person.tenant.parse().expect("a tenant");
        let key = EmailKey::new(&tenant, &person.email.parse().expect("an address"));
        self.set(format!("U#{tenant}#{}", key.as_text()), "ln", name).await;
    }

    async fn set(&self, pk: String, attribute: &str, value: &str) {
        let update = self.plain.update_item().table_name(TABLE);
        let update = update
            .key("pk", AttributeValue::S(pk))
            .key("sk", AttributeValue::S("U".into()))
            .update_expression("SET #name = :value")
            .expression_attribute_names("#name", attribute)
            .expression_attribute_values(":value", AttributeValue::S(value.into()));
        update.send().await.expect("written");
    }
}
