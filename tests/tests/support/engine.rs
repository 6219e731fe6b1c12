//! The functions over an engine of their own, without the local stack between: every request to the
//! table can be counted and made to fail, and no stream runs but the one a test plays.

mod back_office;
mod beside;
mod browser;
mod mishaps;

use aws_lambda_events::event::streams::DynamoDbEventResponse;
use axum::body::Body;
use functions::app::{App, Config};
use functions::http::Source;
use functions::workers::mailer::{self, Mailer};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::ServiceExt as _;
use usher::adapters::aws::{Endpoints, Environment, credentials};
use usher::clock::Clock;
use usher::entropy::Entropy;
use usher::keys::KeyRing;
use usher::limit::Limits;
use usher::signature::{RequestParts, sign};
use usher::store::{Store, TenantChange};
use usher::user::EmailKey;
use usher_local::StackConfig;

use super::call::nonce;
use super::faults::Faults;
use super::meter::Meter;
use super::table::{Row, create_table, people_and_ways_in};
use super::{Answer, Demo, Mailed, Person, phones::Phones, post_office::PostOffice, stream};

pub(crate) const TABLE: &str = "usher";
const URL: &str = "https://id.example.org";

/// The functions, wired by hand.
pub(crate) struct Engine {
    pub(crate) app: App,
    pub(crate) mailer: Mailer,
    pub(crate) meter: Meter,
    pub(crate) faults: Faults,
    pub(crate) post_office: PostOffice,
    pub(crate) phones: Phones,
    pub(crate) clock: Clock,
    plain: aws_sdk_dynamodb::Client,
    measured: aws_sdk_dynamodb::Client,
    demo: Demo,
}

impl Engine {
    /// With the demo's tenants, read once by every function as in a sandbox that has served before.
    pub(crate) async fn start() -> Self {
        Self::on(dynoxide::Database::memory().expect("an engine")).await
    }

    /// The same on a database that somebody else writes to as well.
    pub(crate) async fn on(database: dynoxide::Database) -> Self {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(dynoxide::server::serve_on(listener, database));
        let endpoints = Endpoints {
            dynamodb: Some(format!("http://{address}")),
            ..Endpoints::default()
        };
        let environment = Environment::new("local", credentials("x".into(), "x".into(), None), endpoints);
        let plain = environment.dynamodb();
        create_table(&plain, TABLE).await;

        let (meter, faults) = (Meter::default(), Faults::default());
        let (post_office, phones) = (PostOffice::default(), Phones::default());
        let way = plain.config().http_client().expect("an HTTP client");
        let measured = plain.config().to_builder().http_client(faults.on(way));
        let measured = aws_sdk_dynamodb::Client::from_conf(measured.interceptor(meter.clone()).build());
        let demo = Demo::read();
        let (clock, entropy) = (Clock::system(), Entropy::default());
        // A window of the limit per source has just begun: none ends within a test.
        let window = Limits::default().calls_per_source;
        clock.advance(window.retry_after(clock.now()).into());
        let keys = KeyRing::generate(&entropy, clock.now()).expect("keys");
        let store = Store::new(plain.clone(), TABLE);
        for tenant in &demo.tenants {
            store
                .save_tenant(tenant, &TenantChange::by("test"), &keys, clock.now())
                .await
                .expect("a tenant");
        }
        let config = Config {
            table: TABLE.into(),
            public_url: URL.into(),
            default_tenant: "netgrid".parse().ok(),
            configuration_set: None,
            limits: StackConfig::default().limits,
            outbound: StackConfig::default().outbound,
        };
        let app = App::new(config, measured.clone(), keys, clock.clone(), entropy);
        let mailer = Mailer::new(app.clone(), post_office.client(), phones.client());
        let engine = Self {
            app,
            mailer,
            meter,
            faults,
            post_office,
            phones,
            clock,
            plain,
            measured,
            demo,
        };
        engine.warm_up().await;
        engine
    }

    /// Every sandbox begins anew, with these keys.
    pub(crate) fn restart_with(&mut self, keys: KeyRing) {
        let (config, dynamodb) = (self.app.config.clone(), self.measured.clone());
        self.app = App::new(config, dynamodb, keys, self.clock.clone(), Entropy::default());
        self.mailer = Mailer::new(self.app.clone(), self.post_office.client(), self.phones.client());
    }

    async fn warm_up(&self) {
        for person in [Person::new(), Person::new().of_netgrid()] {
            self.provision(&person, &[]).await.expect(201);
            let client = format!("{}-app", person.tenant);
            let fields = [("grant_type", "password"), ("client_id", client.as_str())];
            self.form("/v2/token", &fields).await;
            self.post(
                "/v2/registration/no-gateway",
                &serde_json::json!({
                    "email_address": person.email, "pincode": "1",
                }),
            )
            .await;
        }
        self.meter.take();
        self.faults.writes_tried();
    }

    async fn signed(&self, client: &str, method: &str, path: &str, headers: &[(&str, &str)], body: String) -> Answer {
        let (key, keyid) = self.demo.key_of(client);
        let target_uri = format!("{URL}{path}");
        let parts = RequestParts {
            method,
            target_uri: &target_uri,
            headers: &[],
            body: body.as_bytes(),
        };
        let signed = sign(&parts, &key, &keyid, self.clock.now(), &nonce()).expect("a signature");
        let mut all: Vec<(&str, &str)> = signed.iter().collect();
        all.push(("content-type", "application/json"));
        all.extend_from_slice(headers);
        self.call(method, path, &all, body.clone()).await
    }

    /// Somebody sends JSON.
    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        let headers = [("content-type", "application/json")];
        self.call("POST", path, &headers, body.to_string()).await
    }

    /// Somebody sends a form.
    pub(crate) async fn form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        let body = serde_urlencoded::to_string(fields).expect("a form");
        self.call("POST", path, &headers, body).await
    }

    /// An app of `acme` asks for a token, from an address of its own.
    pub(crate) async fn token_from(&self, source: [u8; 4], fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("client_id", "acme-app")];
        all.extend_from_slice(fields);
        let body = serde_urlencoded::to_string(all).expect("a form");
        let mut request = http::Request::post("/v2/token")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .expect("a request");
        request.extensions_mut().insert(Source(source.into()));
        self.answer(request).await
    }

    /// Somebody reads.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.call("GET", path, &[], String::new()).await
    }

    /// Somebody calls.
    pub(crate) async fn call(&self, method: &str, path: &str, headers: &[(&str, &str)], body: String) -> Answer {
        let mut request = http::Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.answer(request.body(Body::from(body)).expect("a request")).await
    }

    async fn answer(&self, request: http::Request<Body>) -> Answer {
        let response = functions::router(&self.app).oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            text: String::from_utf8(body.to_vec()).expect("text"),
        }
    }

    /// The item of a person, as it is now.
    pub(crate) async fn row_of(&self, person: &Person) -> Option<Row> {
        let is = |row: &Row| row.get("em").and_then(|email| email.as_s().ok()) == Some(&person.email);
        self.scan().await.into_iter().find(is)
    }

    /// What a person who asked for the mail left in the table.
    pub(crate) async fn request_of(&self, person: &Person) -> Row {
        let key = EmailKey::new(
            &person.tenant.parse().expect("a tenant"),
            &person.email.parse().expect("an address"),
        );
        let rows = self.scan().await;
        let asks =
            |row: &Row| row.contains_key("qa") && row.get("uk").is_some_and(|uk| uk.as_s() == Ok(&key.as_text()));
        rows.into_iter().find(asks).expect("a request")
    }

    /// What a person who forgot their password left in the table.
    pub(crate) async fn recovery_of(&self, person: &Person) -> Row {
        let key = EmailKey::new(
            &person.tenant.parse().expect("a tenant"),
            &person.email.parse().expect("an address"),
        );
        let pk = format!("Q#{}#{}#+recover", person.tenant, key.as_text());
        let rows = self.scan().await;
        rows.into_iter()
            .find(|row| row["pk"].as_s() == Ok(&pk))
            .expect("a request")
    }

    async fn scan(&self) -> Vec<Row> {
        let scanned = self.plain.scan().table_name(TABLE).consistent_read(true).send();
        scanned.await.expect("a scan").items.unwrap_or_default()
    }

    /// The calls that are counted of each source.
    pub(crate) async fn counted_per_source(&self) -> Vec<u32> {
        let rows = self.scan().await;
        let counters = rows
            .iter()
            .filter(|row| row["pk"].as_s().is_ok_and(|pk| pk.starts_with("L#")));
        let counts = counters.filter_map(|row| row["n"].as_n().ok()?.parse().ok());
        counts.collect()
    }

    /// How many text messages each tenant has sent on each day.
    pub(crate) async fn texts_today(&self) -> Vec<u32> {
        let rows = self.scan().await;
        let counters = rows
            .iter()
            .filter(|row| row["pk"].as_s().is_ok_and(|pk| pk.starts_with("D#")));
        let counts = counters.filter_map(|row| row["n"].as_n().ok()?.parse().ok());
        counts.collect()
    }

    /// The keys of everything on a list of invitations.
    pub(crate) async fn entries(&self) -> Vec<String> {
        let rows = self.listed("V#").await;
        rows.iter().filter_map(|row| row["pk"].as_s().ok().cloned()).collect()
    }

    /// How many people there are, and how many ways in to one lead somewhere.
    pub(crate) async fn people_and_ways_in(&self) -> (usize, usize) {
        people_and_ways_in(&self.scan().await)
    }

    /// Hands the mailer the record of how a person came to be as they are.
    pub(crate) async fn stream(&self, before: Option<&Row>, after: Option<&Row>) -> DynamoDbEventResponse {
        mailer::handle(&self.mailer, stream::event([stream::record("1", before, after)])).await
    }

    /// A person who has been provisioned and mailed.
    pub(crate) async fn mailed(&self, person: &Person) -> Mailed {
        self.provision(person, &[]).await.expect(201);
        self.mailed_again(person).await
    }

    /// The record that made a person arrives, perhaps not for the first time.
    pub(crate) async fn mailed_again(&self, person: &Person) -> Mailed {
        let row = self.row_of(person).await.expect("a person");
        let response = self.stream(None, Some(&row)).await;
        assert!(response.batch_item_failures.is_empty());
        self.post_office.newest(&person.email)
    }
}
