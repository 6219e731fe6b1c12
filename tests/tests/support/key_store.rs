//! The deployment's keys in the table, over a KMS that can fail.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use usher::adapters::aws::{Endpoints, Environment, credentials};
use usher::adapters::kms::load_keys;
use usher::adapters::rotation::{KeyStore, RotationError};
use usher::entropy::Entropy;
use usher::keys::{KeyChange, KeyRing, Replace};
use usher::store::{Store, TenantChange};
use usher::tenant::{Tenant, TenantName};
use usher_local::{Stack, StackConfig};

use super::faults::Faults;

/// A deployment's keys, and a time of its own.
pub(crate) struct Keys {
    pub(crate) at: KeyStore,
    pub(crate) now: Timestamp,
    /// What goes wrong with the table.
    pub(crate) table: Faults,
    /// What goes wrong with KMS.
    pub(crate) kms: Faults,
    pub(crate) dynamodb: aws_sdk_dynamodb::Client,
    entropy: Entropy,
    _stack: Stack,
}

impl Keys {
    /// Those of a deployment that has just been made.
    pub(crate) fn start() -> Self {
        let stack = Stack::start(StackConfig::default()).expect("a stack");
        let (dynamodb, name) = stack.table();
        let (kms, key_id) = stack.kms();
        let (table_faults, kms_faults) = (Faults::default(), Faults::default());
        // Connections live and die with a runtime, so those of the stack are left alone.
        let own = Environment::new("local", credentials("x".into(), "x".into(), None), Endpoints::default());
        let way = own.dynamodb().config().http_client().expect("an HTTP client");
        let table = dynamodb.config().to_builder().http_client(table_faults.on(way.clone()));
        let dynamodb = aws_sdk_dynamodb::Client::from_conf(table.build());
        let kms = kms.config().to_builder().http_client(kms_faults.on(way));
        Self {
            at: KeyStore {
                store: Store::new(dynamodb.clone(), name),
                kms: aws_sdk_kms::Client::from_conf(kms.build()),
                key_id: key_id.to_owned(),
            },
            now: stack.clock().now(),
            table: table_faults,
            kms: kms_faults,
            dynamodb,
            entropy: Entropy::default(),
            _stack: stack,
        }
    }

    pub(crate) fn advance_days(&mut self, days: i64) {
        self.now += SignedDuration::from_hours(24 * days);
    }

    /// The worker runs, and says what it did.
    pub(crate) async fn rotate(&self) -> (Vec<String>, Result<(), RotationError>) {
        let mut told = Vec::new();
        let tell = |change: &KeyChange| told.push(change.to_string());
        let done = self.at.rotate(&self.entropy, self.now, tell).await;
        (told, done)
    }

    /// An operator calls it by hand.
    pub(crate) async fn replace(&self, what: Replace) -> Result<(), RotationError> {
        self.at.replace(what, &self.entropy, self.now, |_| ()).await
    }

    /// The ring that a sandbox would read now.
    pub(crate) async fn ring(&self) -> KeyRing {
        load_keys(&self.at.store, &self.at.kms).await.expect("keys")
    }

    /// The octets in the table.
    pub(crate) async fn stored(&self) -> Vec<u8> {
        self.at.store.get_keys().await.expect("a table").expect("keys")
    }

    /// The numbers of the seals and the names of the signers.
    pub(crate) async fn names(&self) -> (BTreeSet<u64>, BTreeSet<String>) {
        let ring: Value = serde_json::from_slice(&self.ring().await.to_bytes()).expect("a ring");
        let list = |kind: &str| ring[kind].as_array().expect("keys").clone();
        let seals = list("seals")
            .iter()
            .map(|seal| seal["id"].as_u64().expect("a number"))
            .collect();
        let kids = list("signers").iter().map(|key| key["kid"].to_string()).collect();
        (seals, kids)
    }

    /// A tenant as a sandbox that starts now reads it.
    pub(crate) async fn tenant(&self, name: &TenantName) -> Option<Tenant> {
        let ring = self.ring().await;
        self.at.store.get_tenant(name, &ring).await.ok().flatten()
    }

    /// Saves a tenant whose back office signs with a key it shares with us.
    pub(crate) async fn save_sharing_tenant(&self) -> Tenant {
        let tenant: Tenant = serde_json::from_value(serde_json::json!({
            "name": "sharing", "display_name": "Sharing Energy",
            "sender": {"name": "Sharing", "address": "hello@sharing.example"},
            "clients": [{"id": "sharing-office", "kind": "server", "keys": [
                {"id": "1", "public": "hmac-sha256:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="},
            ]}],
        }))
        .expect("a tenant");
        let saved = self
            .at
            .store
            .save_tenant(&tenant, &TenantChange::by("test"), &self.ring().await, self.now)
            .await;
        saved.expect("saved");
        tenant
    }
}
