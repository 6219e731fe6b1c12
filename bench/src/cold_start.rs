//! Cold starts: from spawning a function's process to its first answer.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::Value;

use crate::child::Child;
use crate::runtime_api::{Moment, RuntimeApi, Said};
use crate::world::{Failure, World};

/// What takes part.
pub(crate) struct Contestant {
    /// What it is called in the tables.
    pub(crate) name: &'static str,
    pub(crate) program: PathBuf,
    pub(crate) arguments: Vec<String>,
    pub(crate) ask: Ask,
}

/// What it is asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Anything.
    Hello,
    /// The public keys.
    Keys,
    /// A person, by a signed call.
    Account,
    /// Tokens for a password.
    SignIn,
    /// To send a mail.
    Mail,
}

/// One start.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Start {
    /// When it asked for something to do: the end of INIT.
    pub(crate) ready: Moment,
    /// When it had answered.
    pub(crate) answered: Moment,
}

/// All starts of one contestant.
pub(crate) struct Starts {
    pub(crate) name: &'static str,
    pub(crate) starts: Vec<Start>,
}

/// Starts every contestant `rounds` times, one after the other in each round, so that whatever else the
/// machine does hits all of them alike. One round before that counts for nothing.
pub(crate) async fn measure(world: &World, contestants: &[Contestant], rounds: usize) -> Result<Vec<Starts>, Failure> {
    let mut api = RuntimeApi::start().await?;
    let mut all: Vec<Starts> = Vec::new();
    for contestant in contestants {
        start(&mut api, world, contestant).await?;
        all.push(Starts {
            name: contestant.name,
            starts: Vec::with_capacity(rounds),
        });
    }
    for _ in 0..rounds {
        for (contestant, starts) in contestants.iter().zip(&mut all) {
            starts.starts.push(start(&mut api, world, contestant).await?);
        }
    }
    Ok(all)
}

async fn start(api: &mut RuntimeApi, world: &World, contestant: &Contestant) -> Result<Start, Failure> {
    let mut environment = world.environment().clone();
    environment.insert("AWS_LAMBDA_RUNTIME_API".to_owned(), api.address().to_string());
    let event = contestant.ask.event(world)?;
    api.spawn(|| Child::spawn(&contestant.program, &contestant.arguments, &environment))
        .await?;
    let ready = match api.listen().await {
        Said::Next(moment) => moment,
        other => return Err(format!("{} did not start: {}", contestant.name, other.told()).into()),
    };
    api.invoke(&event).await;
    let (answered, body) = match api.listen().await {
        Said::Answer(moment, body) => (moment, body),
        other => return Err(format!("{} did not answer: {}", contestant.name, other.told()).into()),
    };
    api.end().await?;
    let answer: Value = serde_json::from_slice(&body)?;
    if !contestant.ask.is_answered_by(&answer) {
        return Err(format!("{} answered {answer}", contestant.name).into());
    }
    Ok(Start { ready, answered })
}

impl Ask {
    fn event(self, world: &World) -> Result<String, Failure> {
        Ok(match self {
            Self::Hello | Self::Keys => World::read_keys(),
            Self::Account => world.look()?,
            Self::SignIn => world.sign_in(),
            Self::Mail => world.invited(),
        })
    }

    fn is_answered_by(self, answer: &Value) -> bool {
        match self {
            Self::Mail => answer["batchItemFailures"].as_array().is_some_and(Vec::is_empty),
            _ => answer["statusCode"] == 200,
        }
    }
}

/// The middle of what was measured, and the quarter below and above it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spread {
    pub(crate) low: f64,
    pub(crate) median: f64,
    pub(crate) high: f64,
}

impl Spread {
    /// Of any values; of none, zeros.
    pub(crate) fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let last = values.len().saturating_sub(1);
            let index = (last as f64 * share).round() as usize;
            values.get(index).copied().unwrap_or_default()
        };
        Self {
            low: at(0.25),
            median: at(0.5),
            high: at(0.75),
        }
    }
}

impl Starts {
    /// Milliseconds or MiB of every start, as `of` reads them.
    pub(crate) fn spread(&self, of: impl Fn(&Start) -> f64) -> Spread {
        Spread::of(self.starts.iter().map(of))
    }
}

/// A length of time in milliseconds.
pub(crate) fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
