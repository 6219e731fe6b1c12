//! What happens to the table beside everything else.

use aws_sdk_dynamodb::types::AttributeValue;
use usher::user::User;

use super::{Engine, TABLE};

impl Engine {
    /// Another call makes the person registered in this very moment.
    pub(crate) async fn register(&self, user: &User) {
        let pk = format!("U#{}#{}", user.tenant, user.key().as_text());
        let update = self.plain.update_item().table_name(TABLE);
        let update = update
            .key("pk", AttributeValue::S(pk))
            .key("sk", AttributeValue::S("U".into()));
        let update = update.update_expression("SET #st = :registered");
        let update = update.expression_attribute_names("#st", "st");
        let update = update.expression_attribute_values(":registered", AttributeValue::S("registered".into()));
        update.send().await.expect("registered");
    }

    /// The document of a tenant cannot be read any more.
    pub(crate) async fn break_tenant(&self, name: &str) {
        let update = self.plain.update_item().table_name(TABLE);
        let update = update.key("pk", AttributeValue::S(format!("T#{name}")));
        let update = update
            .key("sk", AttributeValue::S("T".into()))
            .update_expression("SET doc = :doc");
        let update = update.expression_attribute_values(":doc", AttributeValue::S("{".into()));
        update.send().await.expect("broken");
    }
}
