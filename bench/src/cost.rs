//! What it costs to bring a million people from their provisioning to their password, and to their first token.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::cold_start::{Spread, ms};
use crate::speed::Operation;
use crate::work::Work;
use crate::world::Failure;

/// `prices.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Prices {
    pub(crate) regions: BTreeMap<String, BTreeMap<String, Price>>,
    pub(crate) products: Vec<Product>,
    pub(crate) assumptions: Assumptions,
}

/// A price and where it stands.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Price {
    pub(crate) price: f64,
    pub(crate) as_of: String,
    pub(crate) source: String,
}

/// What somebody else takes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Product {
    pub(crate) name: String,
    pub(crate) per_user_month: f64,
    pub(crate) as_of: String,
    pub(crate) source: String,
}

/// What one machine cannot tell.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Assumptions {
    pub(crate) dynamodb_round_trip_ms: f64,
    pub(crate) log_bytes_per_call: f64,
    pub(crate) traced_share: f64,
}

/// One call: the operation of the budget, the one that was timed, and the function's memory in MB.
type Step = (&'static str, &'static str, f64);

/// How somebody is onboarded, and what they do next. Each is the first call of its source, which costs no count.
const ONBOARDING: [Step; 3] = [
    ("provision", "provision", 256.0),
    ("verify by link", "verify", 256.0),
    ("set password with ticket", "register", 1_769.0),
];
const FIRST_TOKEN: [Step; 1] = [("token for a password", "token: password", 1_769.0)];
/// The memory at which Lambda gives one whole processor.
const WHOLE_PROCESSOR: f64 = 1_769.0;
const MILLION: f64 = 1_000_000.0;
const LOGS: &str = "Logs";
const TRACES: &str = "Traces";
const WATCHING: [&str; 2] = [LOGS, TRACES];

/// Dollars per million people, by what they are paid for.
#[derive(Debug)]
pub(crate) struct Bill {
    pub(crate) region: String,
    pub(crate) lines: Vec<Line>,
    /// What the first token adds, all in all.
    pub(crate) first_token: f64,
    pub(crate) mail: Vec<Line>,
}

/// What is paid for, and the dollars.
type Line = (&'static str, f64);

impl Bill {
    /// What the work costs that was measured: calls, their durations, and what they do to the table.
    pub(crate) fn work(&self) -> f64 {
        let work = self.lines.iter().filter(|(name, _)| !WATCHING.contains(name));
        work.map(|(_, dollars)| dollars).sum()
    }

    /// The same with what watching it costs, which the one who deploys it chooses.
    pub(crate) fn total(&self) -> f64 {
        sum(&self.lines)
    }
}

fn sum(lines: &[Line]) -> f64 {
    lines.iter().map(|(_, dollars)| dollars).sum()
}

impl Prices {
    /// The file that is checked in.
    pub(crate) fn checked_in() -> Result<Self, Failure> {
        Ok(serde_norway::from_str(include_str!("../prices.yaml"))?)
    }

    /// The bill in every region.
    pub(crate) fn bills(&self, work: &[Work], speed: &[Operation]) -> Result<Vec<Bill>, Failure> {
        self.regions
            .keys()
            .map(|region| self.bill(region, work, speed))
            .collect()
    }

    fn bill(&self, region: &str, work: &[Work], speed: &[Operation]) -> Result<Bill, Failure> {
        Ok(Bill {
            region: region.to_owned(),
            lines: self.lines(region, &ONBOARDING, work, speed)?,
            first_token: sum(&self.lines(region, &FIRST_TOKEN, work, speed)?),
            mail: vec![
                ("Amazon SES", 1_000.0 * self.price(region, "mail_per_thousand")?),
                ("the mailer's write", self.price(region, "write_units_per_million")?),
                ("the mailer's calls", self.price(region, "lambda_requests_per_million")?),
            ],
        })
    }

    fn lines(&self, region: &str, steps: &[Step], work: &[Work], speed: &[Operation]) -> Result<Vec<Line>, Failure> {
        let price = |name| self.price(region, name);
        let (mut writes, mut reads, mut gb_seconds) = (0.0, 0.0, 0.0);
        for (operation, timed, memory) in steps {
            let cost = work.iter().find(|work| work.operation == *operation);
            let cost = cost.ok_or_else(|| format!("{operation} is not in the budget"))?;
            writes += cost.write_units;
            reads += cost.read_units;
            let took = speed.iter().find(|done| done.name == *timed);
            let took = took.ok_or_else(|| format!("{timed} was not timed"))?;
            let busy = Spread::of(took.calls.iter().map(|call| ms(call.serving + call.hashing))).median;
            // Below a whole processor, work takes as much longer as the share is smaller.
            let billed = busy * WHOLE_PROCESSOR / memory + cost.requests * self.assumptions.dynamodb_round_trip_ms;
            gb_seconds += billed.ceil() / 1_000.0 * memory / 1_024.0;
        }
        let calls = steps.len() as f64;
        let log_gb = calls * self.assumptions.log_bytes_per_call * MILLION / 1e9;
        Ok(vec![
            ("DynamoDB writes", writes * price("write_units_per_million")?),
            ("DynamoDB reads", reads * price("read_units_per_million")?),
            ("HTTP API", calls * price("http_requests_per_million")?),
            ("Lambda requests", calls * price("lambda_requests_per_million")?),
            ("Lambda time", gb_seconds * MILLION * price("lambda_gb_second")?),
            (LOGS, log_gb * price("log_gb")?),
            (
                TRACES,
                calls * self.assumptions.traced_share * price("traces_per_million")?,
            ),
        ])
    }

    fn price(&self, region: &str, name: &str) -> Result<f64, Failure> {
        let price = self.regions.get(region).and_then(|prices| prices.get(name));
        Ok(price
            .ok_or_else(|| format!("prices.yaml has no {name} for {region}"))?
            .price)
    }
}
