//! The JSON Schema of a tenant's document, from its types.

use serde_json::{Value, json};

use super::Tenant;

/// The schema (draft 2020-12), for editors and for those who write documents by program. What it lets through may still be
/// refused: rules that join several fields are not in it.
#[must_use]
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(Tenant).to_value();
    schema["title"] = json!("A tenant of Usher");
    // What is a map by kind in the types is one of kinds only.
    schema["$defs"]["Onboarding"]["properties"]["kinds"]["propertyNames"] = json!({ "$ref": "#/$defs/CustomerKind" });
    schema
}
