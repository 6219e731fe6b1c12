//! `make bench`: measures the functions as they are deployed and writes `docs/performance.md`.
//!
//! `runtime_api` is what a function speaks to, `child` the function as a process, `world` what it finds: a local
//! stack behind `tls`. `cold_start`, `speed`, `alike`, `size`, `work` and `cost` each measure one thing, `bars` judges, `report`
//! and `chart` write. What is built before, and where, is in the Makefile.

mod alike;
mod bars;
mod chart;
mod child;
mod cold_start;
mod cost;
mod event;
mod hosted;
mod report;
mod runtime_api;
mod size;
mod speed;
mod tls;
mod work;
mod world;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::Parser;

use cold_start::{Ask, Contestant};
use report::Results;
use world::{Failure, World, root};

/// Measures the functions as they are deployed.
#[derive(Debug, Parser)]
struct Options {
    /// The folder with the functions, built as they are deployed.
    #[arg(long)]
    built: PathBuf,
    /// The Node.js function, bundled.
    #[arg(long)]
    function: PathBuf,
    /// The environment of Python that holds argon2-cffi and Node.js.
    #[arg(long)]
    venv: PathBuf,
    /// What the budget test wrote.
    #[arg(long)]
    work: PathBuf,
    /// How often each function is started.
    #[arg(long, default_value_t = 41)]
    rounds: usize,
    /// How many people are brought through.
    #[arg(long, default_value_t = 200)]
    people: usize,
}

fn main() -> Result<ExitCode, Failure> {
    let options = Options::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let results = runtime.block_on(measure(&options))?;
    report::write(&results, root())?;
    judge(&results)
}

async fn measure(options: &Options) -> Result<Results, Failure> {
    let world = World::start().await?;
    let node = options.venv.join("bin/node");
    let version = output(Command::new(&node).arg("--version"))?;
    // What starts is the program itself, not the script in front of it.
    let node = output(Command::new(&node).args(["--print", "process.execPath"]))?;
    let contestants = contestants(options, Path::new(&node));
    let starts = cold_start::measure(&world, &contestants, options.rounds).await?;
    let speed = speed::measure(&world, &options.built, options.people).await?;
    let alike = alike::measure(&world, &options.built, options.people).await?;
    world.stop();
    let reference =
        output(Command::new(options.venv.join("bin/python")).arg(root().join("bench/argon2_reference.py")))?;
    let prices = cost::Prices::checked_in()?;
    let work = work::read(&options.work)?;
    let bills = prices.bills(&work, &speed)?;
    Ok(Results {
        date: usher::clock::Clock::system().now().strftime("%Y-%m-%d").to_string(),
        machine: machine()?,
        node: format!("Node.js {version}"),
        starts,
        sizes: size::measure(&options.built)?,
        work,
        speed,
        alike,
        reference: reference.parse()?,
        prices,
        bills,
    })
}

fn contestants(options: &Options, node: &Path) -> Vec<Contestant> {
    let own = |name: &'static str, ask| Contestant {
        name,
        program: options.built.join(name),
        arguments: Vec::new(),
        ask,
    };
    vec![
        own("hello", Ask::Hello),
        own(bars::ONE_READ, Ask::Keys),
        own("account", Ask::Account),
        own("token", Ask::SignIn),
        own("mailer", Ask::Mail),
        Contestant {
            name: "node",
            program: node.to_owned(),
            arguments: vec![options.function.display().to_string()],
            ask: Ask::Hello,
        },
    ]
}

/// What a program prints, in one line.
fn output(command: &mut Command) -> Result<String, Failure> {
    let done = command.output()?;
    if !done.status.success() {
        return Err(format!("{command:?}: {}", String::from_utf8_lossy(&done.stderr)).into());
    }
    Ok(String::from_utf8(done.stdout)?.trim().to_owned())
}

/// The processor and the memory, and nothing that names the machine.
fn machine() -> Result<String, Failure> {
    let (processors, memory) = (
        std::fs::read_to_string("/proc/cpuinfo")?,
        std::fs::read_to_string("/proc/meminfo")?,
    );
    let model = processors
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    let model = model.map_or(std::env::consts::ARCH, |(_, model)| model.trim());
    let kib = memory.lines().find_map(|line| {
        line.strip_prefix("MemTotal:")?
            .trim()
            .strip_suffix(" kB")?
            .parse::<f64>()
            .ok()
    });
    let gib = kib.unwrap_or_default() / 1_048_576.0;
    let count = std::thread::available_parallelism()?;
    Ok(format!("{count} virtual processors ({model}) with {gib:.0} GiB"))
}

fn judge(results: &Results) -> Result<ExitCode, Failure> {
    let mut missed = false;
    for bar in bars::all(results)? {
        let holds = if bar.holds { "holds " } else { "MISSED" };
        eprintln!("{holds}  {}: {} ({})", bar.what, bar.measured, bar.wanted);
        missed |= bar.binding && !bar.holds;
    }
    Ok(if missed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
