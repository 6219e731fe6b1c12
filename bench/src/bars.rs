//! What has to hold.

use crate::alike::Alike;
use crate::cold_start::{Spread, Starts, ms};
use crate::report::Results;
use crate::speed::{Operation, PAGES};
use crate::world::Failure;

/// One bar, and how it went.
pub(crate) struct Bar {
    pub(crate) what: &'static str,
    pub(crate) measured: String,
    pub(crate) wanted: &'static str,
    pub(crate) holds: bool,
    /// A ratio or a count, which no other machine can excuse.
    pub(crate) binding: bool,
}

/// The function whose start reads one item.
pub(crate) const ONE_READ: &str = "oidc-metadata";
const MEGABYTE: f64 = 1_000_000.0;

/// All bars of a run.
pub(crate) fn all(results: &Results) -> Result<Vec<Bar>, Failure> {
    let starts = |name: &str| -> Result<&Starts, Failure> {
        let found = results.starts.iter().find(|starts| starts.name == name);
        Ok(found.ok_or_else(|| format!("{name} was not started"))?)
    };
    let wall = |starts: &Starts| starts.spread(|start| ms(start.answered.wall)).median;
    let cpu = starts(ONE_READ)?.spread(|start| ms(start.answered.usage.cpu)).median;
    let (own, hello, node) = (wall(starts(ONE_READ)?), wall(starts("hello")?), wall(starts("node")?));
    let peak = |starts: &&Starts| starts.spread(|start| megabytes(start.answered.usage.peak_kib)).high;
    let plain = results
        .starts
        .iter()
        .filter(|starts| !["token", "node"].contains(&starts.name));
    let peak = plain.map(|starts| peak(&starts)).fold(0.0, f64::max);
    let largest = |of_console: bool| {
        let those = results
            .sizes
            .iter()
            .filter(|size| size.name.starts_with("console") == of_console);
        those.map(|size| size.zip as f64 / MEGABYTE).fold(0.0, f64::max)
    };
    let (zip, console) = (largest(false), largest(true));
    let tokens = 1_000.0 / results.serving("token: client credentials")?;
    let register = results.serving("register")?;
    let pages = PAGES
        .iter()
        .map(|page| results.serving(page))
        .collect::<Result<Vec<_>, _>>()?;
    let page = pages.into_iter().fold(0.0, f64::max);
    let (hash, reference) = (results.hash()?, results.reference);
    let bill = results.bills.iter().find(|bill| bill.region == "us-east-1");
    let bill = bill.ok_or("no prices for us-east-1")?;
    let (dollars, watched) = (bill.work(), bill.total());
    let apart = results.alike.iter().map(Alike::apart).fold(0.0, f64::max);
    let bar = |what, measured, wanted, holds, binding| Bar {
        what,
        measured,
        wanted,
        holds,
        binding,
    };
    Ok(vec![
        bar(
            "Cold start with one DynamoDB read over TLS, processor time",
            format!("{cpu:.1} ms"),
            "at most 6 ms",
            cpu <= 6.0,
            false,
        ),
        bar(
            "The same against `hello`, spawn to first answer",
            format!("{:.1} times", own / hello),
            "at most 3 times",
            own <= 3.0 * hello,
            true,
        ),
        bar(
            "The same against Node.js, spawn to first answer",
            format!("{:.0} times quicker", node / own),
            "at least 20 times",
            node >= 20.0 * own,
            true,
        ),
        bar(
            "Largest zip of what people and programs call",
            format!("{zip:.2} MB"),
            "at most 3 MB",
            zip <= 3.0,
            true,
        ),
        // It carries the API's routes beside its pages, and a few operators a day wait for it.
        bar(
            "The same of the console's functions",
            format!("{console:.2} MB"),
            "at most 3 MB",
            console <= 3.0,
            false,
        ),
        bar(
            "Peak memory of functions that do not hash",
            format!("{peak:.1} MB"),
            "at most 20 MB",
            peak <= 20.0,
            true,
        ),
        bar(
            "Tokens for client credentials per core-second",
            format!("{tokens:.0}"),
            "at least 10,000",
            tokens >= 10_000.0,
            false,
        ),
        bar(
            "Registering without its hash, processor time",
            format!("{register:.2} ms"),
            "at most 0.5 ms",
            register <= 0.5,
            false,
        ),
        bar(
            "A page without the table, the slowest of four, processor time",
            format!("{page:.2} ms"),
            "at most 1 ms",
            page <= 1.0,
            false,
        ),
        bar(
            "Argon2 against the reference in C",
            format!("{:.2} times its time", hash / reference),
            "at most 1.0",
            hash <= reference,
            true,
        ),
        bar(
            "Known and unknown address, medians of a route apart",
            format!("{:.1}%", apart * 100.0),
            "at most 5%",
            apart <= 0.05,
            true,
        ),
        bar(
            "The work for a million people, without mail, us-east-1",
            format!("${dollars:.2}; ${watched:.2} with logs and traces"),
            "at most $10",
            dollars <= 10.0,
            true,
        ),
    ])
}

/// As memory and bars are told, from what the system counts in.
pub(crate) fn megabytes(kib: u64) -> f64 {
    kib as f64 * 1_024.0 / MEGABYTE
}

impl Results {
    /// Milliseconds of processor time that a call takes on the thread that serves, without the Runtime API's share.
    pub(crate) fn serving(&self, name: &str) -> Result<f64, Failure> {
        Ok((self.raw_serving(name)? - self.raw_serving("hello")?).max(f64::MIN_POSITIVE))
    }

    /// The same with the Runtime API's share.
    pub(crate) fn raw_serving(&self, name: &str) -> Result<f64, Failure> {
        Ok(Spread::of(self.operation(name)?.calls.iter().map(|call| ms(call.serving))).median)
    }

    /// Milliseconds of processor time for one hash.
    pub(crate) fn hash(&self) -> Result<f64, Failure> {
        let calls = &self.operation("register")?.calls;
        Ok(Spread::of(calls.iter().map(|call| ms(call.hashing))).median)
    }

    /// An operation by name.
    pub(crate) fn operation(&self, name: &str) -> Result<&Operation, Failure> {
        let found = self.speed.iter().find(|operation| operation.name == name);
        Ok(found.ok_or_else(|| format!("{name} was not measured"))?)
    }
}
