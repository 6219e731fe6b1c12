//! Every sample in `events/` goes through Lambda's own parser into the function it is for, and is
//! answered as its name says: `post-201.json` with 201, `invited-1-mails.json` with one mail,
//! `delivered-1-notes.json` with a note on one person.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aws_lambda_events::event::dynamodb::Event;
use axum::Router;
use axum::routing::post;
use functions::app::{App, Config};
use functions::workers::mail_feedback::SnsEvent;
use functions::workers::mailer::{self, Mailer};
use functions::workers::{approval_endpoint, housekeeping, invitation_lists, key_rotation, mail_feedback};
use functions::{ENDPOINTS, Endpoint, WORKERS};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;
use usher::adapters::aws::{Endpoints, Environment, credentials};
use usher::clock::Clock;
use usher::entropy::Entropy;
use usher::limit::Limits;
use usher::outbound::OutboundPolicy;
use usher::provisioning::RequestIdentity;
use usher::store::TenantChange;
use usher::tenant::Channel;
use usher::testing;
use usher::user::Delivery;
use usher_local::{Stack, StackConfig};

use crate::deciding::{decisions, knows_its_provider};
use crate::keys::keys;
use crate::moments::{key_changes, reminders};
use crate::people::{Demo, acme, joining, people};
use crate::request::PUBLIC_URL;
use crate::rights::{Asked, refused};
use crate::samples;
use crate::vouchers::vouchers;
use crate::{files, none, update};

/// A deployment at the moment the samples are of, with everybody they are about.
pub(crate) struct World {
    pub(crate) app: App,
    mailer: Mailer,
    mails: Arc<AtomicUsize>,
    pub(crate) asked: Asked,
    /// Holds the engine.
    stack: Stack,
}

impl World {
    pub(crate) async fn new() -> Self {
        let stack = Stack::start(StackConfig::default()).expect("a stack");
        let mails = Arc::new(AtomicUsize::new(0));
        let post_office = post_office(mails.clone()).await;
        let environment = Environment::new(
            "local",
            credentials("x".into(), "x".into(), None),
            Endpoints {
                ses: Some(post_office.clone()),
                sns: Some(post_office),
                ..Endpoints::default()
            },
        );
        let (engine, table) = stack.table();
        // Connections live and die with a runtime, so those of the stack are left alone.
        let http = environment.dynamodb().config().http_client().expect("an HTTP client");
        let asked = Asked::default();
        let config = engine
            .config()
            .to_builder()
            .http_client(http)
            .interceptor(asked.clone());
        let dynamodb = aws_sdk_dynamodb::Client::from_conf(config.build());
        let clock = Clock::system();
        clock.advance(testing::now().as_second() - clock.now().as_second());
        let config = Config {
            table: table.into(),
            public_url: PUBLIC_URL.into(),
            default_tenant: Some("acme".parse().expect("a name")),
            configuration_set: None,
            limits: Limits::default(),
            outbound: OutboundPolicy::with_own_machine(),
        };
        let app = App::new(config, dynamodb, keys(), clock, Entropy::default());
        let mailer = Mailer::new(app.clone(), environment.ses(), environment.sns());
        let mut tenants = Demo::read().tenants;
        tenants[0] = acme();
        for tenant in tenants {
            app.store
                .save_tenant(&tenant, &TenantChange::by("test"), &app.keys, testing::now())
                .await
                .expect("saved");
        }
        for (number, user) in people().into_iter().enumerate() {
            let request = RequestIdentity::of("test", user.external_id.as_deref(), None, b"", &app.entropy);
            app.store.create_user(&user, &request).await.expect("created");
            // The first one's mails, and what is texted, are what wakes the mailer; the others were mailed.
            if number > 0 && user.channel() == Channel::Email {
                let mailed = Delivery::queued(user.channel(), user.provisioned_at);
                let until = usher::user::moment(user.provisioned_at + 86_400_000);
                app.store.note_delivery(&user, &mailed, until).await.expect("noted");
            }
        }
        for (_, user) in joining() {
            let request = RequestIdentity::of("test", user.external_id.as_deref(), None, b"", &app.entropy);
            let customer = app.store.find_customer(&user.tenant, user.customer_id()).await;
            let customer = customer.expect("read").expect("a customer");
            app.store.add_user(&user, &request, &customer).await.expect("added");
        }
        for voucher in vouchers() {
            assert!(app.store.create_voucher(&voucher).await.expect("created"));
        }
        asked.take();
        Self {
            app,
            mailer,
            mails,
            asked,
            stack,
        }
    }

    /// The status with which an endpoint answers a sample.
    async fn answer(&self, endpoint: &Endpoint, sample: &str) -> (u16, String) {
        let request = lambda_http::request::from_str(sample).expect("Lambda's parser reads it");
        let response = functions::router_of(endpoint, &self.app).oneshot(request).await;
        let response = response.expect("a router always answers");
        let status = response.status().as_u16();
        let body = response.into_body().collect().await.expect("a body").to_bytes();
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    /// How many mails the mailer sends for a sample; it must fail on no record.
    async fn mails(&self, sample: &str) -> usize {
        let event: Event = serde_json::from_str(sample).expect("Lambda's parser reads it");
        let before = self.mails.load(Ordering::Relaxed);
        let failed = mailer::handle(&self.mailer, event).await.batch_item_failures;
        assert!(failed.is_empty(), "the mailer failed on {failed:?}");
        self.mails.load(Ordering::Relaxed) - before
    }

    /// On how many people a sample is noted; the worker must not fail on it.
    async fn notes(&self, sample: &str) -> usize {
        let event: SnsEvent = serde_json::from_str(sample).expect("Lambda's parser reads it");
        let before = self.noted_of_everybody().await;
        mail_feedback::handle(&self.app, event).await.expect("noted");
        let after = self.noted_of_everybody().await;
        before
            .iter()
            .zip(&after)
            .filter(|(before, after)| before != after)
            .count()
    }

    /// How often something is put on a list, taken off one or counted for a sample; the worker must fail on no record.
    async fn moves(&self, sample: &str) -> usize {
        let event: Event = serde_json::from_str(sample).expect("Lambda's parser reads it");
        self.asked.take();
        let failed = invitation_lists::handle(&self.app, event).await.batch_item_failures;
        assert!(failed.is_empty(), "the worker failed on {failed:?}");
        let asked = self.asked.take();
        let writes = asked.iter().filter(|(action, _)| *action != "dynamodb:GetItem").count();
        self.asked.put(asked);
        writes
    }

    /// What notices have left on each person. The stack's own mailer may be at work on them meanwhile.
    async fn noted_of_everybody(&self) -> Vec<Option<String>> {
        let mut all = Vec::new();
        for user in people() {
            let user = self.app.store.get_user(&user.tenant, &user.key()).await.expect("read");
            all.push(user.map(|user| {
                let noted = user.deliveries.iter().map(|mail| {
                    let known = (mail.delivered_at, mail.bounced_at, mail.complained_at);
                    format!("{known:?} {:?}", mail.failure)
                });
                let noted = noted.filter(|noted| noted != "(None, None, None) None");
                format!("{:?} {:?}", noted.collect::<Vec<_>>(), user.mail_stopped)
            }));
        }
        all
    }
}

/// A stand-in for SES that counts.
async fn post_office(mails: Arc<AtomicUsize>) -> String {
    let texts = mails.clone();
    let taken = move || {
        mails.fetch_add(1, Ordering::Relaxed);
        async { axum::Json(json!({ "MessageId": "sample" })) }
    };
    let texted = move || {
        texts.fetch_add(1, Ordering::Relaxed);
        let result = "<PublishResult><MessageId>sample</MessageId></PublishResult>";
        async move { format!("<PublishResponse>{result}</PublishResponse>") }
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let router = Router::new()
        .route("/v2/email/outbound-emails", post(taken))
        .route("/", post(texted));
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

/// What a name says a sample is answered with: the number behind the last dash but one word.
fn expected(place: &str) -> Option<usize> {
    let name = place.trim_end_matches(".json");
    let name = name.trim_end_matches("-mails").trim_end_matches("-notes");
    let name = name.trim_end_matches("-changes").trim_end_matches("-moves");
    name.rsplit('-').next()?.parse().ok()
}

#[tokio::test]
async fn each_sample_is_answered_as_its_name_says() {
    let world = World::new().await;
    if update() {
        samples::write();
    }
    let mut complaints = Vec::new();
    for (place, sample) in files("events", ".json") {
        let folder = place.split('/').nth(1).unwrap_or_default();
        let Some(expected) = expected(&place) else {
            complaints.push(format!(
                "{place} does not say what it is answered with: call it post-200.json, say"
            ));
            continue;
        };
        if folder.starts_with("sso-") {
            knows_its_provider(&world).await;
        }
        let (answered, said) = match ENDPOINTS.iter().find(|endpoint| endpoint.name == folder) {
            Some(endpoint) => {
                let (status, body) = world.answer(endpoint, &sample).await;
                (usize::from(status), body)
            }
            None if folder == mailer::WORKER.name => (world.mails(&sample).await, String::new()),
            None if folder == key_rotation::WORKER.name => {
                (key_changes(&world, &world.stack, &sample).await, String::new())
            }
            None if folder == mail_feedback::WORKER.name => (world.notes(&sample).await, String::new()),
            None if folder == housekeeping::WORKER.name => (reminders(&world, &sample).await, String::new()),
            None if folder == invitation_lists::WORKER.name => (world.moves(&sample).await, String::new()),
            None if folder == approval_endpoint::WORKER.name => (decisions(&world, &sample).await, String::new()),
            None => continue,
        };
        let asked = world.asked.take();
        // Some are made as soon as they come back.
        if place.ends_with("sso-complete/post-303.json") {
            complaints.extend(refused("sso-callback", asked.clone()));
        }
        complaints.extend(refused(folder, asked));
        if answered != expected {
            complaints.push(format!("{place} is answered with {answered}: {said}"));
        }
    }
    none(complaints);
}

#[test]
fn each_route_has_a_sample_that_says_which_route_it_is() {
    let sampled: BTreeSet<(String, String)> = files("events", ".json")
        .into_iter()
        .filter_map(|(place, text)| {
            let event: Value = serde_json::from_str(&text).ok()?;
            let folder = place.split('/').nth(1)?.to_owned();
            Some((folder, event["routeKey"].as_str()?.to_owned()))
        })
        .collect();
    none(ENDPOINTS.iter().flat_map(|endpoint| {
        let missing = endpoint.routes.iter().filter(|route| {
            let key = (endpoint.name.to_owned(), format!("{} {}", route.method, route.path));
            !sampled.contains(&key)
        });
        missing.map(|route| {
            let name = endpoint.name;
            format!(
                "events/{name}/ has no sample with the routeKey `{} {}`: add one",
                route.method, route.path
            )
        })
    }));
}

#[test]
fn each_worker_has_a_way_to_be_replayed() {
    let replayed = [
        mailer::WORKER.name,
        mail_feedback::WORKER.name,
        invitation_lists::WORKER.name,
        approval_endpoint::WORKER.name,
        key_rotation::WORKER.name,
        housekeeping::WORKER.name,
    ];
    let others = WORKERS.iter().filter(|worker| !replayed.contains(&worker.name));
    none(others.map(|worker| format!("{} is not replayed: teach replay.rs how", worker.name)));
}
