//! What happens to the table beside everything else.

use super::{Engine, TABLE};
use aws_sdk_dynamodb::types::AttributeValue;

impl Engine {
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
