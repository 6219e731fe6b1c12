//! The worker on the deployment's keys, over the real store and a KMS that can fail.

use aws_sdk_dynamodb::types::AttributeValue;
use usher::adapters::kms::load_keys;
use usher::adapters::rotation::RotationError;
use usher::keys::{Purpose, Replace};
use usher::store::TenantChange;
use usher::tenant::TenantName;

use crate::support::{Fault, Keys};

/// Longer than the worker or the SDK tries.
const OUTAGE: [Fault; 4] = [const { Fault::Refused(500, "InternalServerError") }; 4];

fn sharing() -> TenantName {
    "sharing".parse().expect("a name")
}

/// Days on which the worker runs, until no key of the first day is left.
async fn for_two_years(keys: &mut Keys) {
    for _ in 0..30 {
        keys.advance_days(20);
        keys.rotate().await.1.expect("done");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_due_writes_nothing() {
    let mut keys = Keys::start();
    let stored = keys.stored().await;
    for _ in 0..27 {
        keys.advance_days(1);
        assert_eq!(keys.rotate().await.0, Vec::<String>::new());
    }
    assert_eq!(keys.stored().await, stored);
    assert_eq!(keys.table.writes_tried(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn rotations_at_once_make_one() {
    let mut keys = Keys::start();
    keys.advance_days(89);
    let all = tokio::join!(keys.rotate(), keys.rotate(), keys.rotate(), keys.rotate());
    let all = [all.0, all.1, all.2, all.3];
    assert!(all.iter().all(|(_, done)| done.is_ok()), "{all:?}");
    let told: Vec<&String> = all.iter().flat_map(|(told, _)| told).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    let (seals, signers) = keys.names().await;
    assert_eq!((seals.len(), signers.len()), (2, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_a_tenant_shares_outlives_every_seal() {
    let mut keys = Keys::start();
    let tenant = keys.save_sharing_tenant().await;
    let first = keys.ring().await;
    for_two_years(&mut keys).await;
    assert!(!keys.names().await.0.contains(&1), "the first seal is gone");
    assert_eq!(keys.tenant(&sharing()).await, Some(tenant));
    assert!(
        keys.at.store.get_tenant(&sharing(), &first).await.is_err(),
        "sealed anew"
    );
    let acme = "acme".parse().expect("a name");
    assert!(keys.tenant(&acme).await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn no_seal_is_dropped_while_a_tenant_needs_it() {
    let mut keys = Keys::start();
    let tenant = keys.save_sharing_tenant().await;
    let document = keys.dynamodb.get_item().table_name("usher");
    let document = document
        .key("pk", AttributeValue::S("T#sharing".into()))
        .key("sk", AttributeValue::S("T".into()));
    let mut broken = document.send().await.expect("read").item.expect("an item");
    broken.insert("doc".into(), AttributeValue::S("{ broken".into()));
    let put = keys.dynamodb.put_item().table_name("usher").set_item(Some(broken));
    put.send().await.expect("written");
    let mut complaints = 0;
    for _ in 0..30 {
        keys.advance_days(20);
        match keys.rotate().await.1 {
            Ok(()) => {}
            Err(RotationError::NotResealed(names)) => {
                complaints += 1;
                assert!(names.iter().all(|name| name.starts_with("sharing ")), "{names:?}");
            }
            Err(other) => panic!("{other}"),
        }
    }
    let (seals, _) = keys.names().await;
    assert!(complaints > 2 && seals.contains(&1), "{complaints}, {seals:?}");
    assert!(seals.len() >= 7, "and the next are made all the same");
    // Somebody repairs it.
    let saved = keys
        .at
        .store
        .save_tenant(&tenant, &TenantChange::by("test"), &keys.ring().await, keys.now)
        .await;
    saved.expect("saved");
    keys.rotate().await.1.expect("done");
    assert!(!keys.names().await.0.contains(&1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_is_saved_meanwhile_is_not_overwritten() {
    let mut keys = Keys::start();
    let tenant = keys.save_sharing_tenant().await;
    for _ in 0..24 {
        keys.advance_days(20);
        keys.rotate().await.1.expect("done");
    }
    keys.advance_days(30);
    let in_the_way = Fault::Refused(400, "ConditionalCheckFailedException");
    keys.table.arrange(std::iter::repeat_n(in_the_way, 3));
    let (_, done) = keys.rotate().await;
    assert!(matches!(done, Err(RotationError::NotResealed(_))), "{done:?}");
    assert_eq!(keys.tenant(&sharing()).await, Some(tenant.clone()));
    keys.rotate().await.1.expect("done");
    assert_eq!(keys.tenant(&sharing()).await, Some(tenant));
    assert!(!keys.names().await.0.contains(&1));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_service_of_a_tenant_knows_us_by_is_sealed_anew() {
    let mut keys = Keys::start();
    let mut tenant = keys.save_sharing_tenant().await;
    // Nothing else of it is sealed.
    tenant.clients.clear();
    tenant.onboarding = serde_json::from_value(serde_json::json!({ "kinds": { "channel_partner": {
        "enabled": true, "partner_provider": {
            "url": "https://partners.sharing.example/", "name_field": "name", "property_mapping": { "a": "b" },
            "authentication": { "bearer": { "token": "a token" } },
        },
    } } }))
    .expect("an onboarding");
    let saved = keys
        .at
        .store
        .save_tenant(&tenant, &TenantChange::by("test"), &keys.ring().await, keys.now)
        .await;
    saved.expect("saved");
    for _ in 0..26 {
        keys.advance_days(20);
        keys.rotate().await.1.expect("done");
    }
    assert!(!keys.names().await.0.contains(&1));
    assert_eq!(keys.tenant(&sharing()).await, Some(tenant));
}

/// Whatever step is the last one, the keys that are stored then read all there is.
#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_ends_at_any_step_loses_nothing() {
    for replaces in [false, true] {
        // The writes are the ring, the document, the ring; or the document and the ring.
        for step in 0..3 {
            let mut keys = Keys::start();
            let tenant = keys.save_sharing_tenant().await;
            keys.advance_days(10);
            if !replaces {
                for _ in 0..24 {
                    keys.advance_days(20);
                    keys.rotate().await.1.expect("done");
                }
                keys.advance_days(30);
            }
            let passed = std::iter::repeat_n(Fault::None, step);
            keys.table.arrange(passed.chain(OUTAGE));
            let (before, now) = (keys.ring().await, keys.now);
            let text = before.seal(Purpose::RefreshToken, &7_u32, now);
            let done = match replaces {
                true => keys.replace(Replace::Seals).await,
                false => keys.rotate().await.1,
            };
            keys.table.clear();
            assert_eq!(done.is_err(), replaces || step < 2, "step {step}: {done:?}");
            assert_eq!(keys.tenant(&sharing()).await, Some(tenant.clone()), "step {step}");
            let opened = keys.ring().await.open(Purpose::RefreshToken, &text);
            assert_eq!(opened, Some(7_u32), "step {step}");
            match replaces {
                true => keys.replace(Replace::Seals).await.expect("done"),
                false => keys.rotate().await.1.expect("done"),
            }
            assert_eq!(keys.tenant(&sharing()).await, Some(tenant), "step {step}");
            let opened = keys.ring().await.open::<u32>(Purpose::RefreshToken, &text);
            assert_eq!(opened.is_none(), replaces, "step {step}");
            assert!(!keys.names().await.0.contains(&1), "step {step}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rotation_whose_answer_got_lost_is_one_rotation() {
    let mut keys = Keys::start();
    keys.advance_days(89);
    keys.table.arrange([Fault::AnswerLost]);
    let (told, done) = keys.rotate().await;
    done.expect("done");
    assert_eq!(told.len(), 2, "{told:?}");
    let (seals, signers) = keys.names().await;
    assert_eq!((seals.len(), signers.len()), (2, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_kms_a_rotation_fails_and_changes_nothing() {
    let mut keys = Keys::start();
    let stored = keys.stored().await;
    keys.advance_days(89);
    // Nothing decrypts; then, on another day, nothing encrypts.
    for passed in [0, 1] {
        keys.kms.arrange(std::iter::repeat_n(Fault::None, passed));
        keys.kms.arrange([Fault::Refused(400, "AccessDeniedException")]);
        let told = keys.rotate().await.1.expect_err("no keys").to_string();
        let verb = ["decrypt", "encrypt"][passed];
        assert!(
            told.starts_with(&format!(
                "KMS cannot {verb} the deployment's keys: AccessDeniedException: "
            )),
            "{told}"
        );
        assert_eq!(keys.kms.pending(), 0);
        assert_eq!(keys.stored().await, stored);
    }
    keys.kms.arrange(OUTAGE);
    assert!(keys.rotate().await.1.is_err());
    assert_eq!((keys.stored().await, keys.table.writes_tried()), (stored, 0));
    keys.kms.clear();
    keys.rotate().await.1.expect("done");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_that_cannot_decrypt_says_so_in_one_sentence() {
    let keys = Keys::start();
    let store = &keys.at.store;
    keys.kms.arrange([Fault::Refused(400, "AccessDeniedException")]);
    let error = load_keys(store, &keys.at.kms).await.expect_err("no keys");
    assert_eq!(
        error.to_string(),
        "KMS cannot decrypt the deployment's keys: AccessDeniedException: Arranged by a test."
    );
    let nowhere = keys.at.kms.config().to_builder().endpoint_url("http://127.0.0.1:1");
    let error = load_keys(store, &aws_sdk_kms::Client::from_conf(nowhere.build())).await;
    assert_eq!(
        error.expect_err("no keys").to_string(),
        "KMS cannot decrypt the deployment's keys: no connection"
    );
}
