//! What wakes the worker that has a tenant's endpoint decide, and what comes of it.

use axum::Router;
use axum::routing::post;
use functions::workers::approval_endpoint;
use serde_json::json;
use usher::customer::CustomerKind;
use usher::provisioning::RequestIdentity;
use usher::store::TenantChange;
use usher::testing;

use crate::people::{Demo, acme, asked_about};
use crate::replay::World;

/// How many accounts an endpoint decides about for a sample that approves all it is asked about.
pub(crate) async fn decisions(world: &World, sample: &str) -> usize {
    let event = serde_json::from_str(sample).expect("Lambda's parser reads it");
    let (store, keys, now) = (&world.app.store, &world.app.keys, testing::now());
    let acme = Demo::read().tenants.remove(0);
    let mut deciding = acme.clone();
    let kind = deciding.onboarding.kinds.get_mut(&CustomerKind::DataRecipient);
    let approval = kind.and_then(|kind| kind.approval.as_mut()).expect("an approval");
    approval.endpoint = Some(serde_json::from_value(json!({ "url": endpoint().await })).expect("an endpoint"));
    let by = TenantChange::by("test");
    store.save_tenant(&deciding, &by, keys, now).await.expect("saved");
    for user in asked_about() {
        let request = RequestIdentity::of("test", user.external_id.as_deref(), None, b"", &world.app.entropy);
        // They are there already for the second sample.
        let _ = store.create_user(&user, &request).await;
    }
    let undecided = async || {
        let mut undecided = 0;
        for user in asked_about() {
            let user = store.get_user(&user.tenant, &user.key()).await.expect("read");
            undecided += usize::from(user.expect("somebody").awaits_decision());
        }
        undecided
    };
    let before = undecided().await;
    world.app.directory.forget();
    world.asked.take();
    let failed = approval_endpoint::handle(&world.app, event).await.batch_item_failures;
    let asked = world.asked.take();
    assert!(failed.is_empty(), "the worker failed on {failed:?}");
    let decided = before - undecided().await;
    store.save_tenant(&acme, &by, keys, now).await.expect("saved");
    world.app.directory.forget();
    world.asked.take();
    world.asked.put(asked);
    decided
}

/// A tenant's endpoint, on the own machine.
async fn endpoint() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    let approves = async || axum::Json(json!({ "decision": "approve" }));
    let router = Router::new().route("/", post(approves));
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

/// Other samples replace the document, which is read anew after a minute.
pub(crate) async fn knows_its_provider(world: &World) {
    let (app, by) = (&world.app, TenantChange::by("test"));
    let saved = app.store.save_tenant(&acme(), &by, &app.keys, testing::now()).await;
    saved.expect("saved");
    app.directory.forget();
    world.asked.take();
}
