//! What wakes the workers on a schedule, and what comes of it.

use std::collections::BTreeSet;

use aws_sdk_kms::primitives::Blob;
use functions::workers::housekeeping;
use functions::workers::key_rotation::{KeyRotation, handle};
use serde_json::{Value, json};
use usher::adapters::aws::{Endpoints, Environment, credentials};
use usher::adapters::kms::load_keys;
use usher::adapters::rotation::KeyStore;
use usher::entropy::Entropy;
use usher::provisioning::RequestIdentity;
use usher::store::TenantChange;
use usher::tenant::Tenant;
use usher::testing;
use usher_local::Stack;

use crate::people::{Demo, invited, person};
use crate::replay::World;

/// An event of a function's schedule.
pub(crate) fn scheduled(function: &str) -> Value {
    json!({
        "version": "0", "id": "7a9c6b7e-53f1-4d3e-9c57-0a0c39a6f1f2", "detail-type": "Scheduled Event",
        "source": "aws.scheduler", "account": "123456789012", "time": "2026-11-18T11:06:40Z",
        "region": "eu-central-1", "detail": "{}",
        "resources": [format!("arn:aws:scheduler:eu-central-1:123456789012:schedule/default/usher-{function}")],
    })
}

/// The events of a schedule, and of an operator whose keys leaked.
pub(crate) fn moments() -> Vec<(&'static str, Value)> {
    vec![
        ("scheduled-0-changes", scheduled("key-rotation")),
        ("replace-signers-2-changes", json!({"replace": "signers"})),
        ("replace-seals-2-changes", json!({"replace": "seals"})),
    ]
}

/// How many keys come or go for a sample, in a deployment that has just been made.
pub(crate) async fn key_changes(world: &World, stack: &Stack, sample: &str) -> usize {
    let event = serde_json::from_str(sample).expect("Lambda's parser reads it");
    let (kms, key_id) = stack.kms();
    // Connections live and die with a runtime, so those of the stack are left alone.
    let own = Environment::new("local", credentials("x".into(), "x".into(), None), Endpoints::default());
    let http = own.kms().config().http_client().expect("an HTTP client");
    let kms = aws_sdk_kms::Client::from_conf(kms.config().to_builder().http_client(http).build());
    let fresh = kms.encrypt().key_id(key_id).encryption_context("usher", "key-ring");
    let fresh = fresh.plaintext(Blob::new(testing::keys().to_bytes())).send().await;
    let fresh = fresh.expect("encrypted").ciphertext_blob.expect("octets").into_inner();
    let store = &world.app.store;
    let stored = store.get_keys().await.expect("a table").expect("keys");
    assert!(store.replace_keys(&stored, fresh).await.expect("a table"));

    let before = names(&load_keys(store, &kms).await.expect("keys").to_bytes());
    let rotation = KeyRotation {
        keys: KeyStore {
            store: store.clone(),
            kms: kms.clone(),
            key_id: key_id.to_owned(),
        },
        clock: world.app.clock.clone(),
        entropy: Entropy::default(),
    };
    handle(&rotation, event).await.expect("done");
    let after = names(&load_keys(store, &kms).await.expect("keys").to_bytes());
    before.symmetric_difference(&after).count()
}

fn names(ring: &[u8]) -> BTreeSet<String> {
    let ring: Value = serde_json::from_slice(ring).expect("a ring");
    let name = |key: &Value| [&key["id"], &key["kid"]].map(Value::to_string).concat();
    let of = |kind: &str| {
        ring[kind]
            .as_array()
            .expect("keys")
            .iter()
            .map(name)
            .collect::<Vec<_>>()
    };
    [of("seals"), of("signers")].concat().into_iter().collect()
}

/// How many people a run reminds, of one who was invited an hour ago to a tenant that reminds after an hour.
pub(crate) async fn reminders(world: &World, sample: &str) -> usize {
    let event = serde_json::from_str(sample).expect("Lambda's parser reads it");
    let (store, keys, now) = (&world.app.store, &world.app.keys, testing::now());
    let acme = Demo::read().tenants.remove(0);
    let reminding = Tenant {
        reminders_after_hours: vec![1],
        ..acme.clone()
    };
    store
        .save_tenant(&reminding, &TenantChange::by("test"), keys, now)
        .await
        .expect("saved");
    let nia = invited(person("Nia", 15));
    let request = RequestIdentity::of("test", None, None, b"nia", &world.app.entropy);
    store.create_user(&nia, &request).await.expect("created");
    store.put_due(&nia, now.as_millisecond()).await.expect("noted");
    world.asked.take();
    housekeeping::handle(&world.app, event).await.expect("done");
    let asked = world.asked.take();
    let reminded = store.get_user(&nia.tenant, &nia.key()).await.expect("read");
    store
        .save_tenant(&acme, &TenantChange::by("test"), keys, now)
        .await
        .expect("saved");
    world.asked.take();
    world.asked.put(asked);
    usize::from(reminded.is_some_and(|nia| nia.reminders_sent == Some(1)))
}
