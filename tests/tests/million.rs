//! What looking for people costs with few and with many of them: the same. `make bench-people` runs it and writes the figures
//! into docs/performance.md.

mod loading;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{Cost, Engine};
use loading::People;

const FEW: usize = 1_000;
const MANY: usize = 1_000_000;
/// How often each is asked for; of the times the median is told.
const ROUNDS: usize = 21;
const HEADING: &str = "## A million people\n";

/// What is asked for, about a person who is neither the first nor the last.
fn questions(people: &People) -> Vec<(&'static str, String)> {
    let middle = people.somebody();
    vec![
        (
            "people by the beginning of a name, 25",
            "/v1/users?name=van+der+b".to_owned(),
        ),
        ("the next page of that", String::new()),
        ("people by both names, 1", format!("/v1/users?{}", middle.whole_name)),
        ("the newest people, 100", "/v1/users?limit=100".to_owned()),
        ("a person by address", format!("/v1/users?email={}", middle.email)),
        ("a person by id", format!("/v1/users?id={}", middle.id)),
        (
            "a person by external id",
            format!("/v1/users?external_id={}", middle.external_id),
        ),
        (
            "invitations that were delivered, 25",
            "/v1/invitations?status=delivered".to_owned(),
        ),
        ("accounts that wait for a decision, 25", "/v1/approvals".to_owned()),
    ]
}

/// What an answer cost, how many it told of, and the median of its times.
struct Told {
    question: &'static str,
    cost: Cost,
    entries: usize,
    time: Duration,
}

async fn measured(number: usize) -> (Vec<Told>, Duration) {
    let folder = tempfile::tempdir().expect("a folder");
    let database = dynoxide::Database::new(&folder.path().join("usher.db").display().to_string()).expect("an engine");
    let engine = Engine::on(database.clone()).await;
    let started = Instant::now();
    let people = loading::load(&database, &engine, number);
    let loaded = started.elapsed();
    eprintln!("loaded {number} people in {:.0} s", loaded.as_secs_f64());
    let (mut told, mut before) = (Vec::new(), Value::Null);
    for (question, mut path) in questions(&people) {
        if path.is_empty() {
            path = format!(
                "/v1/users?name=van+der+b&cursor={}",
                before["next_cursor"].as_str().expect("more")
            );
        }
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            engine.meter.take();
            let asked = Instant::now();
            before = engine.calls("GET", &path, None).await.expect(200).json();
            times.push(asked.elapsed());
        }
        times.sort_unstable();
        let lists = ["users", "invitations", "approvals"]
            .iter()
            .filter_map(|name| before[name].as_array());
        told.push(Told {
            question,
            cost: engine.meter.take(),
            entries: lists.map(Vec::len).sum(),
            time: times[ROUNDS / 2],
        });
    }
    (told, loaded)
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: make bench-people"]
async fn nothing_costs_more_with_a_million_people_than_with_a_thousand() {
    let asked = std::env::var("USHER_PEOPLE")
        .ok()
        .and_then(|number| number.parse().ok());
    let many: usize = asked.unwrap_or(MANY);
    let (few, _) = measured(FEW).await;
    let (more, loaded) = measured(many).await;
    let mut table =
        "| `GET` | answers | requests | write units | read units | time, against that with 1,000 people |\n\
                     |---|--:|--:|--:|--:|--:|\n"
            .to_owned();
    for (few, more) in few.iter().zip(&more) {
        assert_eq!((few.cost, few.entries), (more.cost, more.entries), "{}", few.question);
        let ratio = more.time.as_secs_f64() / few.time.as_secs_f64();
        // Writing to a string cannot fail.
        let _ = writeln!(
            table,
            "| {} | {} | {} | {} | {} | {ratio:.1} times |",
            few.question, few.entries, few.cost.requests, few.cost.write_units, few.cost.read_units,
        );
    }
    let section = section(many, loaded, &table);
    eprintln!("{section}");
    if let Some(page) = std::env::var_os("BENCH_PAGE") {
        let text = std::fs::read_to_string(&page).expect("the page");
        let (before, rest) = text.split_once(HEADING).expect("the section");
        let behind = rest.find("\n## ").map_or("", |next| &rest[next + 1..]);
        std::fs::write(&page, format!("{before}{section}{behind}")).expect("written");
    }
}

fn section(many: usize, loaded: Duration, table: &str) -> String {
    format!(
        "{HEADING}\n\
         Written by `make bench-people`. One tenant had 1,000 people and then {many}, loaded into the embedded engine with all that stands\n\
         beside each of them, in {:.0} s. Requests and units are those of one call, the nonce of its signature (one write)\n\
         among them, and were the same with both: the run fails otherwise. Times are medians of {ROUNDS} calls, everything in one\n\
         process that is not optimised, so only their ratio means something.\n\n{table}\n",
        loaded.as_secs_f64(),
    )
}
