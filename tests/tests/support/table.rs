//! What stands in the table.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{
    AttributeDefinition, AttributeValue, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType,
};
use usher::adapters::aws::{Endpoints, Environment, credentials};

use super::TestApp;

/// An item of the table.
pub(crate) type Row = HashMap<String, AttributeValue>;

impl TestApp {
    /// Every item whose partition key begins so: `U#` for people, `I#`, `X#` and `S#` for the ways in.
    pub(crate) fn rows(&self, prefix: &str) -> Vec<Row> {
        let (client, table) = self.table();
        let scanned = block_on(async {
            let pages = client
                .scan()
                .table_name(table)
                .consistent_read(true)
                .into_paginator()
                .items()
                .send();
            pages.collect::<Result<Vec<Row>, _>>().await.expect("a scan")
        });
        let begins = |row: &Row| row["pk"].as_s().is_ok_and(|pk| pk.starts_with(prefix));
        scanned.into_iter().filter(begins).collect()
    }

    /// Puts a text in another's place in the document of a tenant, as nobody could who applies it.
    pub(crate) fn rewrite_tenant(&self, name: &str, from: &str, to: &str) {
        let row = self.rows("").into_iter().find(|row| {
            let document = row.get("doc").and_then(|document| document.as_s().ok());
            document
                .is_some_and(|document| document.contains(&format!("\"name\":\"{name}\"")) && document.contains(from))
        });
        let mut row = row.expect("a tenant");
        let document = row["doc"].as_s().expect("a document").replace(from, to);
        row.insert("doc".to_owned(), AttributeValue::S(document));
        let (client, table) = self.table();
        let put = client.put_item().table_name(table).set_item(Some(row)).send();
        block_on(put).expect("saved");
    }

    /// How many people there are, and how many ways in to one lead somewhere.
    pub(crate) fn people_and_ways_in(&self) -> (usize, usize) {
        people_and_ways_in(&self.rows(""))
    }

    fn table(&self) -> (aws_sdk_dynamodb::Client, &'static str) {
        let (client, table) = self.stack().table();
        // Connections live and die with a runtime, so those of the stack are left alone.
        let own = Environment::new("local", credentials("x".into(), "x".into(), None), Endpoints::default());
        let http = own.dynamodb().config().http_client().expect("an HTTP client");
        let config = client.config().to_builder().http_client(http).build();
        (aws_sdk_dynamodb::Client::from_conf(config), table)
    }
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(work)
}

pub(super) fn people_and_ways_in(rows: &[Row]) -> (usize, usize) {
    let begins = |row: &Row, prefix: &str| row["pk"].as_s().is_ok_and(|pk| pk.starts_with(prefix));
    let people = rows.iter().filter(|row| begins(row, "U#") && row.contains_key("id"));
    let ways_in = rows
        .iter()
        .filter(|row| row.contains_key("uk") && ["I#", "X#", "S#"].iter().any(|prefix| begins(row, prefix)));
    (people.count(), ways_in.count())
}

/// The table as the template defines it, without what an engine in memory has no use for.
pub(super) async fn create_table(client: &aws_sdk_dynamodb::Client, name: &str) {
    let attribute = |name: &str| {
        let attribute = AttributeDefinition::builder().attribute_name(name);
        attribute
            .attribute_type(ScalarAttributeType::S)
            .build()
            .expect("an attribute")
    };
    let key = |name: &str, kind| {
        KeySchemaElement::builder()
            .attribute_name(name)
            .key_type(kind)
            .build()
            .expect("a key")
    };
    client
        .create_table()
        .table_name(name)
        .billing_mode(BillingMode::PayPerRequest)
        .attribute_definitions(attribute("pk"))
        .attribute_definitions(attribute("sk"))
        .key_schema(key("pk", KeyType::Hash))
        .key_schema(key("sk", KeyType::Range))
        .send()
        .await
        .expect("a table");
}
