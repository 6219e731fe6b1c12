//! Whether anybody can tell by time that an address is known: each route is asked about known and unknown addresses in
//! turns, in one process.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::child::Child;
use crate::cold_start::{Spread, ms};
use crate::report::table;
use crate::runtime_api::{RuntimeApi, Said};
use crate::world::{Failure, World};

/// How a route did.
pub(crate) struct Alike {
    pub(crate) name: &'static str,
    known: Vec<Duration>,
    unknown: Vec<Duration>,
}

/// The event by which a route is asked about an address.
type Asks<'a> = &'a dyn Fn(&str) -> String;

/// How many calls of each kind count for nothing.
const WARM_UP: usize = 5;

impl Alike {
    /// How far the medians are apart, as a part of the smaller one.
    pub(crate) fn apart(&self) -> f64 {
        let (known, unknown) = (self.known().median, self.unknown().median);
        known.max(unknown) / known.min(unknown) - 1.0
    }

    fn known(&self) -> Spread {
        Spread::of(self.known.iter().map(|wall| ms(*wall)))
    }

    fn unknown(&self) -> Spread {
        Spread::of(self.unknown.iter().map(|wall| ms(*wall)))
    }
}

/// Asks each route about `people` known addresses, those that were brought through before, and as many unknown ones.
pub(crate) async fn measure(world: &World, built: &Path, people: usize) -> Result<Vec<Alike>, Failure> {
    let (request, things) = (world.request("acme-web")?, world.request("acme-things")?);
    let routes: [(&'static str, Asks<'_>); 5] = [
        ("signup", &|email| World::sign_up(&things, email)),
        ("register", &|email| World::register(&request, email)),
        ("sign-in", &|email| World::guess(&request, email)),
        ("recover", &|email| World::forget(&request, email)),
        ("resend-verification", &|email| World::resend(email)),
    ];
    let mut api = RuntimeApi::start().await?;
    let mut all = Vec::new();
    for (function, event) in routes {
        let mut environment: BTreeMap<String, String> = world.environment().clone();
        environment.insert("AWS_LAMBDA_RUNTIME_API".to_owned(), api.address().to_string());
        api.spawn(|| Child::spawn(&built.join(function), &[], &environment))
            .await?;
        ready(&mut api, function).await?;
        let mut alike = Alike {
            name: function,
            known: Vec::new(),
            unknown: Vec::new(),
        };
        for number in 0..people + WARM_UP {
            // Which of the two comes first changes, so that neither always finds what the other left behind.
            let mut kinds = [("measured", &mut alike.known), ("strange", &mut alike.unknown)];
            if number % 2 == 1 {
                kinds.reverse();
            }
            for (kind, walls) in kinds {
                let wall = call(&mut api, function, &event(&format!("{kind}-{number}@example.org"))).await?;
                if number >= WARM_UP {
                    walls.push(wall);
                }
            }
        }
        api.end().await?;
        all.push(alike);
    }
    Ok(all)
}

async fn call(api: &mut RuntimeApi, function: &str, event: &str) -> Result<Duration, Failure> {
    let since = Instant::now();
    api.invoke(event).await;
    let body = match api.listen().await {
        Said::Answer(_, body) => body,
        other => return Err(format!("{function}: {}", other.told()).into()),
    };
    let wall = since.elapsed();
    ready(api, function).await?;
    let answer: serde_json::Value = serde_json::from_slice(&body)?;
    // A wrong password is refused, with the page again.
    match answer["statusCode"].as_u64() {
        Some(200 | 403) => Ok(wall),
        _ => Err(format!("{function}: {answer}").into()),
    }
}

async fn ready(api: &mut RuntimeApi, function: &str) -> Result<(), Failure> {
    match api.listen().await {
        Said::Next(_) => Ok(()),
        other => Err(format!("{function}: {}", other.told()).into()),
    }
}

/// The table of docs/performance.md.
pub(crate) fn as_table(all: &[Alike]) -> String {
    let spread = |spread: Spread| format!("{:.2} ({:.2}–{:.2})", spread.median, spread.low, spread.high);
    let rows = all.iter().map(|alike| {
        vec![
            format!("`{}`", alike.name),
            spread(alike.known()),
            spread(alike.unknown()),
            format!("{:.1}%", alike.apart() * 100.0),
        ]
    });
    table(&["function", "known, ms", "unknown, ms", "medians apart"], rows)
}
