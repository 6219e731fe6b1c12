//! The JSON Schema that is served is that of the types.

use std::fs;

use serde_json::Value;

use crate::{read, root, update};

const FILE: &str = "functions/src/tenants/tenant.schema.json";

#[test]
fn the_schema_of_a_tenant_is_that_of_its_types() {
    let schema = usher::tenant::schema();
    let text = serde_json::to_string_pretty(&schema).expect("JSON") + "\n";
    if update() {
        fs::write(root().join(FILE), &text).expect("written");
    }
    assert_eq!(read(FILE), text, "{FILE} is of other types: run `make openapi`");
}

#[test]
fn every_member_of_the_schema_explains_itself() {
    let schema: Value = serde_json::from_str(&read(FILE)).expect("JSON");
    let mut silent = Vec::new();
    let definitions = schema["$defs"].as_object().expect("definitions").iter();
    let definitions = definitions.map(|(name, definition)| (name.as_str(), definition));
    for (name, definition) in definitions.chain([("Tenant", &schema)]) {
        for (member, about) in definition["properties"].as_object().into_iter().flatten() {
            if about["description"].as_str().is_none_or(str::is_empty) {
                silent.push(format!("{name}.{member}"));
            }
        }
    }
    assert_eq!(silent, Vec::<String>::new());
}
