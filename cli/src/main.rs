//! The command line of Usher: signs calls, makes keys and secrets, applies tenants, prepares a deployed stack.
//!
//! Results go to standard output and everything else to standard error; the exit status is 0 when what
//! was asked for has happened.
#![allow(clippy::print_stdout, reason = "what a command line is for")]

mod call;
mod connections;
mod credentials;
mod demo;
mod json;
mod keygen;
mod server;
mod signing;
mod stack;
mod tenants;

use std::io::Write as _;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use usher::tenant::Flaw;

/// Sign calls to Usher, make keys and secrets, apply tenants, prepare a deployed stack.
///
/// Without any configuration it speaks to the local stack on http://127.0.0.1:9000 as the demo tenant.
#[derive(Debug, Parser)]
#[command(name = "usher", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Where Usher is.
    #[arg(long, global = true, env = "USHER_URL", default_value = server::LOCAL, value_name = "URL")]
    url: server::BaseUrl,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Sign a call, send it and print the answer.
    #[command(after_help = call::EXAMPLES)]
    Call(call::Call),
    /// Make a key that calls are signed with, or a client's secret.
    Keygen(keygen::Keygen),
    /// Check tenants' documents, compare and apply them, and go back to earlier ones.
    #[command(subcommand)]
    Tenants(tenants::Tenants),
    /// Try a tenant's identity providers.
    #[command(subcommand)]
    Connections(connections::Connections),
    /// Make the keys, the first tenant and its clients of a deployed stack.
    Bootstrap(stack::Bootstrap),
}

fn main() -> ExitCode {
    let Arguments { command, url } = Arguments::parse();
    let outcome = match command {
        Command::Call(call) => call.run(&url),
        Command::Keygen(keygen) => keygen.run().map(|()| ExitCode::SUCCESS),
        Command::Tenants(tenants) => tenants.run(&url),
        Command::Connections(connections) => connections.run(&url),
        Command::Bootstrap(bootstrap) => bootstrap.run(),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("usher: {error}");
        ExitCode::FAILURE
    })
}

/// One clear sentence for the person at the keyboard.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
struct Told(String);

impl Told {
    fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

/// Why a tenant's document was not taken: a sentence, and each thing that is wrong with it.
#[derive(Debug)]
struct Refused {
    told: Told,
    flaws: Vec<Flaw>,
}

impl From<Told> for Refused {
    fn from(told: Told) -> Self {
        Self {
            told,
            flaws: Vec::new(),
        }
    }
}

impl From<Refused> for Told {
    /// For where there is nothing to show the flaws in: all of them in one sentence.
    fn from(refused: Refused) -> Self {
        let flaws = refused.flaws.iter();
        let flaws: Vec<_> = flaws.map(|flaw| format!("{} {}", flaw.pointer, flaw.message)).collect();
        match flaws.is_empty() {
            true => refused.told,
            false => Self(format!("{}: {}", refused.told, flaws.join("; "))),
        }
    }
}

/// Prints to standard output. A reader that has seen enough, such as `head`, is no failure.
fn print(text: &[u8]) {
    let _ = std::io::stdout().lock().write_all(text);
}
