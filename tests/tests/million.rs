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

/// What an answer cost, how many it told of, and the times it took.
#[derive(Default)]
struct Told {
    cost: Cost,
    entries: usize,
    times: Vec<Duration>,
}

impl Told {
    /// The median of its times, in seconds.
    fn seconds(&mut self) -> f64 {
        self.times.sort_unstable();
        self.times[ROUNDS / 2].as_secs_f64()
    }
}

/// So many people of one tenant, and the functions over them.
struct World {
    engine: Engine,
    people: People,
    loading: Duration,
    /// The answer before.
    before: Value,
    _folder: tempfile::TempDir,
}

impl World {
    async fn of(number: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("usher.db").display().to_string();
        let database = dynoxide::Database::new(&file).expect("an engine");
        let engine = Engine::on(database.clone()).await;
        let started = Instant::now();
        let people = loading::load(&database, &engine, number);
        let loading = started.elapsed();
        eprintln!("loaded {number} people in {:.0} s", loading.as_secs_f64());
        Self {
            engine,
            people,
            loading,
            before: Value::Null,
            _folder: folder,
        }
    }

    /// Where a question is asked; one without a path goes on where the one before ended.
    fn path(&self, place: usize) -> String {
        let (_, path) = &questions(&self.people)[place];
        match (path.is_empty(), self.before["next_cursor"].as_str()) {
            (true, Some(cursor)) => format!("/v1/users?name=van+der+b&cursor={cursor}"),
            _ => path.clone(),
        }
    }

    async fn ask(&mut self, path: &str, told: &mut Told) {
        self.engine.meter.take();
        let asked = Instant::now();
        self.before = self.engine.calls("GET", path, None).await.expect(200).json();
        told.times.push(asked.elapsed());
        told.cost = self.engine.meter.take();
        let lists = ["users", "invitations", "approvals"].iter();
        told.entries = lists
            .filter_map(|name| self.before[name].as_array())
            .map(Vec::len)
            .sum();
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: make bench-people"]
async fn nothing_costs_more_with_a_million_people_than_with_a_thousand() {
    let asked = std::env::var("USHER_PEOPLE")
        .ok()
        .and_then(|number| number.parse().ok());
    let many: usize = asked.unwrap_or(MANY);
    let (mut few, mut more) = (World::of(FEW).await, World::of(many).await);
    let mut table =
        "| `GET` | answers | requests | write units | read units | time, against that with 1,000 people |\n\
                     |---|--:|--:|--:|--:|--:|\n"
            .to_owned();
    for (place, (question, _)) in questions(&few.people).into_iter().enumerate() {
        let paths = (few.path(place), more.path(place));
        let mut told = (Told::default(), Told::default());
        // By turns, so that whatever else the machine does is done to both.
        for _ in 0..ROUNDS {
            few.ask(&paths.0, &mut told.0).await;
            more.ask(&paths.1, &mut told.1).await;
        }
        let (cost, entries) = (told.1.cost, told.1.entries);
        assert_eq!((told.0.cost, told.0.entries), (cost, entries), "{question}");
        let ratio = told.1.seconds() / told.0.seconds();
        // Writing to a string cannot fail.
        let _ = writeln!(
            table,
            "| {question} | {entries} | {} | {} | {} | {ratio:.1} times |",
            cost.requests, cost.write_units, cost.read_units,
        );
    }
    let section = section(many, more.loading, &table);
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
         Written by `make bench-people`. One tenant had 1,000 people and then {}, loaded into the embedded engine with all that stands\n\
         beside each of them, in {:.0} s. Requests and units are those of one call, the nonce of its signature (one write)\n\
         among them, and were the same with both: the run fails otherwise. Times are medians of {ROUNDS} calls by turns, everything in one\n\
         process that is not optimised, so only their ratio means something.\n\n{table}\n",
        grouped(many),
        loaded.as_secs_f64(),
    )
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(String::from_utf8_lossy)
        .collect();
    groups.join(",")
}
