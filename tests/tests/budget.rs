//! What each operation may cost: requests to the table and their capacity, as DynamoDB counts them.
//! The table below may only shrink. Counting the calls of a source is sent beside a step, and is checked apart.

mod account;
mod check_details;
mod customers;
mod hosted;
mod invitations;
pub(crate) mod openid;
mod people;
mod sign_up;
mod sso;

use std::fmt;

use serde_json::json;

use crate::support::{Cost, Engine, PASSWORD, PINCODE, Person};

/// What an operation may cost: requests one after the other, write units and read units.
struct Budget {
    operation: &'static str,
    requests: u32,
    write_units: f64,
    read_units: f64,
    /// Whether anybody may call it, so that the calls of a source are counted.
    guarded: bool,
}

const fn row(operation: &'static str, costs: (u32, f64, f64), guarded: bool) -> Budget {
    let (requests, write_units, read_units) = costs;
    Budget {
        operation,
        requests,
        write_units,
        read_units,
        guarded,
    }
}

const BUDGETS: [Budget; 23] = [
    row("provision", (1, 6.0, 0.0), false),
    // One item more uses up the nonce, which no signature ties to the key.
    row("provision under a key", (1, 8.0, 0.0), false),
    row("provision with SSO id", (1, 8.0, 0.0), false),
    row("ask for the mail, known", (1, 1.0, 0.0), true),
    row("ask for the mail, unknown", (1, 1.0, 0.0), true),
    row("pass a request for the mail on", (1, 1.0, 0.0), false),
    row("send the mail", (1, 1.0, 0.0), false),
    // One for the number, one for the tenant's day, one to note it.
    row("send the text message", (3, 3.0, 0.0), false),
    row("show the link's page", (1, 0.0, 1.0), false),
    row("verify by link", (1, 1.0, 0.0), true),
    row("verify by link, used", (1, 1.0, 0.0), true),
    row("verify by code, wrong", (1, 1.0, 0.0), true),
    row("verify by code, right", (1, 1.0, 0.0), true),
    row("set password with ticket", (1, 1.0, 0.0), true),
    row("set password with ticket, used", (1, 1.0, 0.0), true),
    row("set password with voucher", (2, 2.0, 0.0), true),
    row("set password with voucher, wrong", (1, 1.0, 0.0), true),
    row("set password without proof", (1, 1.0, 0.0), true),
    row("token for a password", (1, 1.0, 0.0), true),
    row("token for a wrong password, unknown", (1, 1.0, 0.0), true),
    row("token for a refresh token", (1, 1.0, 0.0), false),
    row("token for a client's secret", (0, 0.0, 0.0), false),
    row("keys and discovery", (0, 0.0, 0.0), false),
];

/// What was measured, beside what may be.
struct Measured(Vec<(&'static str, Cost)>);

impl Measured {
    fn note(&mut self, engine: &Engine, operation: &'static str) {
        self.0.push((operation, engine.meter.take()));
    }

    /// For `make bench`, which writes it into docs/performance.md.
    fn as_json(&self) -> String {
        let rows = self.0.iter().map(|(operation, cost)| {
            let counted = cost.counts_per_source;
            json!({
                "operation": operation,
                "requests": cost.requests - counted,
                "write_units": cost.write_units - f64::from(counted),
                "read_units": cost.read_units,
                "counts_per_source": counted,
            })
        });
        serde_json::Value::Array(rows.collect()).to_string()
    }

    /// One sentence for each operation that is off its budget.
    fn complaints(&self, budgets: &[Budget]) -> Vec<String> {
        budgets.iter().filter_map(|budget| self.complaint(budget)).collect()
    }

    fn complaint(&self, budget: &Budget) -> Option<String> {
        let Some((_, cost)) = self.0.iter().find(|(operation, _)| *operation == budget.operation) else {
            return Some(format!("{:?} was not measured", budget.operation));
        };
        let counted = cost.counts_per_source;
        let measured = Triple(
            cost.requests - counted,
            cost.write_units - f64::from(counted),
            cost.read_units,
        );
        let allowed = Triple(budget.requests, budget.write_units, budget.read_units);
        let name = budget.operation;
        if counted != u32::from(budget.guarded) {
            return Some(format!("{name:?} counts the calls of a source {counted} times"));
        }
        if measured.0 > allowed.0 || measured.1 > allowed.1 || measured.2 > allowed.2 {
            return Some(format!("{name:?} costs {measured}, which is more than its {allowed}"));
        }
        (measured != allowed)
            .then(|| format!("{name:?} costs only {measured}: lower its {allowed} in the table, so that it stays"))
    }
}

/// Requests, write units, read units.
#[derive(PartialEq)]
struct Triple(u32, f64, f64);

impl fmt::Display for Triple {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} requests, {} write units, {} read units", self.0, self.1, self.2)
    }
}

/// A person as large as a customer's real ones.
fn customer() -> Person {
    Person::new().named("Maximiliane Theodora", "von Hohenstein-Wittelsbach")
}

fn registering(person: &Person, more: serde_json::Value) -> serde_json::Value {
    let password = if person.tenant == "netgrid" { PINCODE } else { PASSWORD };
    let mut body = json!({ "email_address": person.email, "pincode": password, "labelpartner": person.tenant });
    for (name, value) in more.as_object().expect("an object") {
        body[name] = value.clone();
    }
    body
}

const REGISTER: &str = "/v2/registration/no-gateway";
const VERIFY: &str = "/v2/registration/verify";

#[tokio::test(flavor = "multi_thread")]
async fn no_operation_costs_more_than_its_budget_or_less_than_the_table_says() {
    let engine = Engine::start().await;
    let mut measured = Measured(Vec::new());
    guess(&engine).await;
    guess(&engine).await;
    engine.meter.take();
    provisioning(&engine, &mut measured).await;
    let (person, ticket) = proving(&engine, &mut measured).await;
    registration(&engine, &mut measured, &person, &ticket).await;
    tokens(&engine, &mut measured, &person).await;
    if let Some(file) = std::env::var_os("BENCH_OUT") {
        std::fs::write(file, measured.as_json()).expect("a file for `make bench`");
    }
    assert_eq!(measured.complaints(&BUDGETS), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_costs_no_count_when_it_calls_for_the_first_time() {
    let engine = Engine::start().await;
    let mut counts = Vec::new();
    for _ in 0..3 {
        guess(&engine).await;
        counts.push(engine.meter.take().counts_per_source);
    }
    assert_eq!(counts, [0, 1, 1]);
    assert_eq!(engine.counted_per_source().await, [3], "and yet all are counted");
}

/// Somebody tries a code.
async fn guess(engine: &Engine) {
    let body = json!({ "email_address": Person::new().email, "labelpartner": "acme", "code": "000000" });
    engine.post(VERIFY, &body).await.expect(403);
}

async fn provisioning(engine: &Engine, measured: &mut Measured) {
    engine.provision(&customer(), &[]).await.expect(201);
    measured.note(engine, "provision");
    engine
        .provision(&customer(), &[("idempotency-key", "order-1")])
        .await
        .expect(201);
    measured.note(engine, "provision under a key");
    engine.provision(&customer().subject(), &[]).await.expect(201);
    measured.note(engine, "provision with SSO id");
}

async fn proving(engine: &Engine, measured: &mut Measured) -> (Person, String) {
    let person = customer();
    engine.provision(&person, &[]).await.expect(201);
    let before = engine.row_of(&person).await.expect("a person");
    engine.meter.take();
    let ask = "/v2/registration/provision";
    engine.post(ask, &person.asking()).await.expect(200);
    measured.note(engine, "ask for the mail, known");
    engine.post(ask, &Person::new().asking()).await.expect(200);
    measured.note(engine, "ask for the mail, unknown");
    let request = engine.request_of(&person).await;
    engine.stream(None, Some(&request)).await;
    measured.note(engine, "pass a request for the mail on");
    let after = engine.row_of(&person).await.expect("a person");
    engine.stream(Some(&before), Some(&after)).await;
    measured.note(engine, "send the mail");
    let texted = engine.invited_by_text(&customer()).await;
    engine.meter.take();
    engine.stream(None, Some(&texted)).await;
    measured.note(engine, "send the text message");

    let mailed = engine.post_office.newest(&person.email);
    engine.get(&mailed.link()).await.expect(200);
    measured.note(engine, "show the link's page");
    let body = json!({ "token": mailed.token });
    let ticket = engine.post(VERIFY, &body).await.expect(200).member("activation_ticket");
    measured.note(engine, "verify by link");
    engine.post(VERIFY, &body).await.expect(409);
    measured.note(engine, "verify by link, used");

    let other = customer();
    let mailed = engine.mailed(&other).await;
    let typed = |code: &str| json!({ "email_address": other.email, "labelpartner": "acme", "code": code });
    engine.meter.take();
    engine.post(VERIFY, &typed("000000")).await.expect(403);
    measured.note(engine, "verify by code, wrong");
    engine.post(VERIFY, &typed(&mailed.code)).await.expect(200);
    measured.note(engine, "verify by code, right");
    (person, ticket)
}

async fn registration(engine: &Engine, measured: &mut Measured, person: &Person, ticket: &str) {
    let with_ticket = registering(person, json!({ "activation_ticket": ticket }));
    engine.post(REGISTER, &with_ticket).await.expect(200);
    measured.note(engine, "set password with ticket");
    engine.post(REGISTER, &with_ticket).await.expect(403);
    measured.note(engine, "set password with ticket, used");

    let vouched = customer().verified().voucher("SPRING-2027");
    let other = customer().verified().voucher("SPRING-2027");
    let unproven = customer().of_netgrid().verified();
    for person in [&vouched, &other, &unproven] {
        engine.provision(person, &[]).await.expect(201);
    }
    engine.meter.take();
    let voucher = json!({ "voucher_code": "SPRING-2027" });
    engine.post(REGISTER, &registering(&vouched, voucher)).await.expect(200);
    measured.note(engine, "set password with voucher");
    let voucher = json!({ "voucher_code": "AUTUMN-2027" });
    engine.post(REGISTER, &registering(&other, voucher)).await.expect(403);
    measured.note(engine, "set password with voucher, wrong");
    let bare = registering(&unproven, json!({}));
    engine.post(REGISTER, &bare).await.expect(200);
    measured.note(engine, "set password without proof");
}

async fn tokens(engine: &Engine, measured: &mut Measured, person: &Person) {
    let fields = |email: &str| {
        let fields = [
            ("grant_type", "password"),
            ("client_id", "acme-app"),
            ("username", email),
            ("password", PASSWORD),
        ];
        fields.map(|(name, value)| (name, value.to_owned()))
    };
    let sign_in = async |email: &str| {
        let fields = fields(email);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        engine.form("/v2/token", &fields).await
    };
    let signed_in = sign_in(&person.email).await.expect(200);
    measured.note(engine, "token for a password");
    sign_in(&Person::new().email).await.expect(400);
    measured.note(engine, "token for a wrong password, unknown");
    let refresh = signed_in.member("refresh_token");
    let fields = [
        ("grant_type", "refresh_token"),
        ("client_id", "acme-app"),
        ("refresh_token", &refresh),
    ];
    engine.form("/v2/token", &fields).await.expect(200);
    measured.note(engine, "token for a refresh token");
    let fields = [
        ("grant_type", "client_credentials"),
        ("client_id", "acme-backoffice"),
        ("client_secret", "demo-acme-backoffice-secret-never-deploy"),
    ];
    engine.form("/v2/token", &fields).await.expect(200);
    measured.note(engine, "token for a client's secret");
    engine.get("/.well-known/jwks.json").await.expect(200);
    engine.get("/.well-known/openid-configuration").await.expect(200);
    measured.note(engine, "keys and discovery");
}
