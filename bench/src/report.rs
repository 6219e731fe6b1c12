//! Writes `docs/performance.md` and its charts.

use std::fmt::Write as _;
use std::path::Path;

use crate::alike::{self, Alike};
use crate::bars::{self, megabytes};
use crate::chart::{self, Bar};
use crate::cold_start::{Spread, Starts, ms};
use crate::cost::{Bill, Prices};
use crate::size::Size;
use crate::speed::{Called, Operation};
use crate::work::{self, Work};
use crate::world::Failure;

/// All that a run has found.
pub(crate) struct Results {
    pub(crate) date: String,
    pub(crate) machine: String,
    pub(crate) node: String,
    pub(crate) starts: Vec<Starts>,
    pub(crate) sizes: Vec<Size>,
    pub(crate) work: Vec<Work>,
    pub(crate) speed: Vec<Operation>,
    pub(crate) alike: Vec<Alike>,
    /// Milliseconds that the reference implementation of Argon2 takes.
    pub(crate) reference: f64,
    pub(crate) prices: Prices,
    pub(crate) bills: Vec<Bill>,
}

/// Writes everything under the repository's root.
pub(crate) fn write(results: &Results, root: &Path) -> Result<(), Failure> {
    let charts = root.join("docs/performance");
    std::fs::create_dir_all(&charts)?;
    std::fs::write(charts.join("cold-start.svg"), cold_start_chart(&results.starts))?;
    std::fs::write(charts.join("speed.svg"), speed_chart(results)?)?;
    std::fs::write(charts.join("cost.svg"), cost_chart(results)?)?;
    let first = results.starts.first().map_or(0, |starts| starts.starts.len());
    let assumed = &results.prices.assumptions;
    let filled = [
        ("date", results.date.clone()),
        ("machine", results.machine.clone()),
        ("node", results.node.clone()),
        ("rounds", first.to_string()),
        ("people", results.operation("register")?.calls.len().to_string()),
        ("hello", format!("{:.2} ms", results.raw_serving("hello")?)),
        ("hash", format!("{:.1} ms", results.hash()?)),
        ("reference", format!("{:.1} ms", results.reference)),
        ("round_trip", assumed.dynamodb_round_trip_ms.to_string()),
        ("log_bytes", assumed.log_bytes_per_call.to_string()),
        ("traced", format!("{}%", assumed.traced_share * 100.0)),
        ("bars", bars_table(results)?),
        ("cold_start", cold_start_table(&results.starts)),
        ("size", size_table(&results.sizes)),
        ("work", work_table(&results.work)),
        ("speed", speed_table(results)?),
        ("alike", alike::as_table(&results.alike)),
        ("cost", cost_table(&results.bills)),
        ("mail", mail_table(&results.bills)),
        ("products", products_table(&results.prices)),
        ("prices", prices_table(&results.prices)),
        ("million", work::section(root, "## A million people")?),
    ];
    let mut page = include_str!("../performance.md").to_owned();
    for (name, text) in filled {
        page = page.replace(&format!("{{{{{name}}}}}"), text.trim_end());
    }
    Ok(std::fs::write(root.join("docs/performance.md"), page)?)
}

/// A Markdown table; the first column is text, the others are figures.
pub(crate) fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let figures = vec!["--:"; head.len().saturating_sub(1)].join("|");
    let mut text = format!("| {} |\n|---|{figures}|\n", head.join(" | "));
    for row in rows {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| {} |", row.join(" | "));
    }
    text
}

fn bars_table(results: &Results) -> Result<String, Failure> {
    let rows = bars::all(results)?.into_iter().map(|bar| {
        let holds = if bar.holds { "yes" } else { "**no**" };
        vec![
            bar.what.to_owned(),
            bar.measured,
            bar.wanted.to_owned(),
            holds.to_owned(),
        ]
    });
    Ok(table(&["bar", "measured", "wanted", "holds"], rows))
}

fn spread(spread: Spread) -> String {
    format!("{:.1} ({:.1}–{:.1})", spread.median, spread.low, spread.high)
}

fn cold_start_table(starts: &[Starts]) -> String {
    let rows = starts.iter().map(|starts| {
        vec![
            format!("`{}`", starts.name),
            spread(starts.spread(|start| ms(start.ready.usage.cpu))),
            spread(starts.spread(|start| ms(start.answered.usage.cpu))),
            spread(starts.spread(|start| ms(start.ready.wall))),
            spread(starts.spread(|start| ms(start.answered.wall))),
            format!(
                "{:.1}",
                starts.spread(|start| megabytes(start.answered.usage.peak_kib)).median
            ),
        ]
    });
    let head = [
        "function",
        "processor, INIT, ms",
        "to first answer, ms",
        "time, INIT, ms",
        "to first answer, ms",
        "peak, MB",
    ];
    table(&head, rows)
}

fn cold_start_chart(starts: &[Starts]) -> String {
    let cpu = |starts: &Starts| starts.spread(|start| ms(start.answered.usage.cpu)).median;
    let bars: Vec<Bar<'_>> = starts
        .iter()
        .map(|starts| Bar {
            label: starts.name,
            value: cpu(starts),
            text: format!("{:.1} ms", cpu(starts)),
            own: !["hello", "node"].contains(&starts.name),
        })
        .collect();
    chart::bars("Cold start: processor time to the first answer", &bars)
}

fn size_table(sizes: &[Size]) -> String {
    let mb = |octets: u64| format!("{:.2}", octets as f64 / 1e6);
    let rows = sizes
        .iter()
        .map(|size| vec![format!("`{}`", size.name), mb(size.binary), mb(size.zip)]);
    table(&["function", "stripped binary, MB", "zip, MB"], rows)
}

fn work_table(work: &[Work]) -> String {
    let rows = work.iter().map(|work| {
        let figures = [work.requests, work.write_units, work.read_units, work.counts_per_source];
        let figures = figures.iter().map(f64::to_string);
        std::iter::once(work.operation.clone()).chain(figures).collect()
    });
    table(
        &["operation", "round trips", "write units", "read units", "beside"],
        rows,
    )
}

fn at(calls: &[Called], share: f64) -> f64 {
    let mut walls: Vec<f64> = calls.iter().map(|call| ms(call.wall)).collect();
    walls.sort_by(f64::total_cmp);
    let index = (walls.len().saturating_sub(1) as f64 * share).round() as usize;
    walls.get(index).copied().unwrap_or_default()
}

fn speed_table(results: &Results) -> Result<String, Failure> {
    let mut rows = Vec::new();
    for operation in results.speed.iter().filter(|operation| operation.name != "hello") {
        let serving = results.serving(operation.name)?;
        let hashing = Spread::of(operation.calls.iter().map(|call| ms(call.hashing))).median;
        rows.push(vec![
            operation.name.to_owned(),
            format!("`{}`", operation.function),
            format!("{serving:.3}"),
            format!("{hashing:.1}"),
            format!("{:.0}", 1_000.0 / (serving + hashing)),
            format!("{:.1}", at(&operation.calls, 0.5)),
            format!("{:.1}", at(&operation.calls, 0.99)),
        ]);
    }
    let head = [
        "operation",
        "function",
        "serving, ms",
        "hashing, ms",
        "calls per core-second",
        "p50, ms",
        "p99, ms",
    ];
    Ok(table(&head, rows))
}

fn speed_chart(results: &Results) -> Result<String, Failure> {
    let mut bars = Vec::new();
    for operation in results.speed.iter().filter(|operation| operation.name != "hello") {
        let value = results.serving(operation.name)?;
        let text = format!("{value:.2} ms");
        bars.push(Bar {
            label: operation.name,
            value,
            text,
            own: true,
        });
    }
    Ok(chart::bars("Processor time of a call, without its hash", &bars))
}

fn cost_table(bills: &[Bill]) -> String {
    let regions: Vec<&str> = bills.iter().map(|bill| bill.region.as_str()).collect();
    let head: Vec<&str> = std::iter::once("paid for").chain(regions).collect();
    let names = bills.first().map(|bill| bill.lines.as_slice()).unwrap_or_default();
    let mut rows: Vec<Vec<String>> = names
        .iter()
        .enumerate()
        .map(|(index, (name, _))| {
            let each = bills.iter().map(|bill| format!("${:.2}", bill.lines[index].1));
            std::iter::once((*name).to_owned()).chain(each).collect()
        })
        .collect();
    let works = bills.iter().map(|bill| format!("**${:.2}**", bill.work()));
    rows.push(std::iter::once("**the work**".to_owned()).chain(works).collect());
    let totals = bills.iter().map(|bill| format!("**${:.2}**", bill.total()));
    rows.push(
        std::iter::once("**with logs and traces**".to_owned())
            .chain(totals)
            .collect(),
    );
    let first = bills.iter().map(|bill| format!("${:.2}", bill.first_token));
    rows.push(
        std::iter::once("the first token besides".to_owned())
            .chain(first)
            .collect(),
    );
    table(&head, rows)
}

fn cost_chart(results: &Results) -> Result<String, Failure> {
    let bill = results.bills.iter().find(|bill| bill.region == "us-east-1");
    let lines = &bill.ok_or("no prices for us-east-1")?.lines;
    let bars: Vec<Bar<'_>> = lines
        .iter()
        .map(|(label, value)| Bar {
            label,
            value: *value,
            text: format!("${value:.2}"),
            own: true,
        })
        .collect();
    Ok(chart::bars("Dollars per million people, us-east-1", &bars))
}

fn mail_table(bills: &[Bill]) -> String {
    let mut rows = Vec::new();
    for bill in bills {
        for (name, dollars) in &bill.mail {
            rows.push(vec![(*name).to_owned(), bill.region.clone(), format!("${dollars:.2}")]);
        }
    }
    table(&["per million mails", "region", "dollars"], rows)
}

fn products_table(prices: &Prices) -> String {
    let rows = prices.products.iter().map(|product| {
        let million = product.per_user_month * 1e6;
        vec![
            product.name.clone(),
            format!("${}", product.per_user_month),
            format!("${million:.0}"),
            product.as_of.clone(),
            format!("<{}>", product.source),
        ]
    });
    table(
        &["product", "per user and month", "a million of them", "as of", "source"],
        rows,
    )
}

fn prices_table(prices: &Prices) -> String {
    let mut rows = Vec::new();
    for (region, prices) in &prices.regions {
        for (name, price) in prices {
            let name = name.replace('_', " ");
            rows.push(vec![
                name,
                region.clone(),
                format!("${}", price.price),
                price.as_of.clone(),
                price.source.clone(),
            ]);
        }
    }
    table(&["price", "region", "dollars", "as of", "source"], rows)
}
