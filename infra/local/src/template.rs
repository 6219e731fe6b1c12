//! The table as `infra/template.yaml` defines it, for the engine.
//!
//! A property that this file does not know is refused: an index that only exists once deployed would
//! make every local test a lie.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType, StreamSpecification,
    StreamViewType, TimeToLiveSpecification,
};
use serde::Deserialize;
use serde_norway::Value;

const TEMPLATE: &str = include_str!("../../template.yaml");

/// The `Properties` of the template's table.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(crate) struct TableDefinition {
    attribute_definitions: Vec<Attribute>,
    key_schema: Vec<Key>,
    billing_mode: String,
    time_to_live_specification: TimeToLive,
    stream_specification: Stream,
    // What a table on one machine has no use for.
    #[serde(default, rename = "PointInTimeRecoverySpecification")]
    _recovery: Value,
    #[serde(default, rename = "SSESpecification")]
    _encryption: Value,
    #[serde(default, rename = "DeletionProtectionEnabled")]
    _deletion_protection: Value,
    #[serde(default, rename = "TableName")]
    _name: Value,
    #[serde(default, rename = "Tags")]
    _tags: Value,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Attribute {
    attribute_name: String,
    attribute_type: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Key {
    attribute_name: String,
    key_type: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct TimeToLive {
    attribute_name: String,
    enabled: bool,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Stream {
    stream_view_type: String,
}

/// The table could not be made from the template.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// The template has no table that this file can read.
    #[error("infra/template.yaml defines no table that can be made: {0}")]
    Unreadable(#[from] serde_norway::Error),
    /// The engine refuses it.
    #[error("the engine refuses the template's table: {0}")]
    Refused(String),
}

impl TableDefinition {
    /// The table of the template this program was built with.
    pub(crate) fn embedded() -> Result<Self, TemplateError> {
        Self::read(TEMPLATE)
    }

    fn read(template: &str) -> Result<Self, TemplateError> {
        // Through `Value`, which keeps the tags (`!Ref`, `!Sub`) that the rest of a template is full of.
        let mut template: Value = serde_norway::from_str(template)?;
        let properties = template
            .get_mut("Resources")
            .and_then(|resources| resources.get_mut("Table"))
            .and_then(|table| table.get_mut("Properties"))
            .map_or(Value::Null, std::mem::take);
        Ok(serde_norway::from_value(properties)?)
    }

    /// Makes the table unless it is there already.
    ///
    /// # Errors
    /// [`TemplateError::Refused`] with what the engine said.
    pub(crate) async fn create(&self, client: &Client, name: &str) -> Result<(), TemplateError> {
        let refused = |error: &dyn std::error::Error| TemplateError::Refused(error.to_string());
        let stream = StreamSpecification::builder()
            .stream_enabled(true)
            .stream_view_type(StreamViewType::from(
                self.stream_specification.stream_view_type.as_str(),
            ));
        let mut request = client
            .create_table()
            .table_name(name)
            .billing_mode(BillingMode::from(self.billing_mode.as_str()))
            .stream_specification(stream.build().map_err(|error| refused(&error))?);
        for attribute in &self.attribute_definitions {
            let definition = AttributeDefinition::builder()
                .attribute_name(&attribute.attribute_name)
                .attribute_type(ScalarAttributeType::from(attribute.attribute_type.as_str()));
            request = request.attribute_definitions(definition.build().map_err(|error| refused(&error))?);
        }
        for key in &self.key_schema {
            let element = KeySchemaElement::builder()
                .attribute_name(&key.attribute_name)
                .key_type(KeyType::from(key.key_type.as_str()));
            request = request.key_schema(element.build().map_err(|error| refused(&error))?);
        }
        match request.send().await.map_err(SdkError::into_service_error) {
            Ok(_) => {}
            Err(error) if error.is_resource_in_use_exception() => return Ok(()),
            Err(error) => return Err(refused(&error)),
        }

        let expiry = TimeToLiveSpecification::builder()
            .attribute_name(&self.time_to_live_specification.attribute_name)
            .enabled(self.time_to_live_specification.enabled)
            .build()
            .map_err(|error| refused(&error))?;
        let set = client
            .update_time_to_live()
            .table_name(name)
            .time_to_live_specification(expiry)
            .send()
            .await;
        set.map_err(|error| refused(&error.into_service_error()))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_table_is_read() {
        let table = TableDefinition::embedded().expect("a table");
        let keys: Vec<_> = table.key_schema.iter().map(|key| key.attribute_name.as_str()).collect();
        assert_eq!(keys, ["pk", "sk"]);
        assert_eq!(table.stream_specification.stream_view_type, "NEW_AND_OLD_IMAGES");
    }

    #[test]
    fn a_property_that_would_be_left_out_is_refused() {
        let indexed = TEMPLATE.replace(
            "      BillingMode",
            "      GlobalSecondaryIndexes: []\n      BillingMode",
        );
        let error = TableDefinition::read(&indexed).expect_err("refused");
        assert!(error.to_string().contains("GlobalSecondaryIndexes"), "{error}");
    }
}
