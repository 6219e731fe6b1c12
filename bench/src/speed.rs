//! How quick the functions are once they run: people are brought through by the functions themselves.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::child::{Child, Usage};
use crate::runtime_api::{RuntimeApi, Said};
use crate::world::{Failure, World};

/// How an operation did.
pub(crate) struct Operation {
    pub(crate) name: &'static str,
    pub(crate) function: &'static str,
    /// Each call, but for those that warmed it up.
    pub(crate) calls: Vec<Called>,
}

/// One call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Called {
    /// From handing it over to the answer.
    pub(crate) wall: Duration,
    /// Of the thread that serves.
    pub(crate) serving: Duration,
    /// Of the threads beside it: hashing.
    pub(crate) hashing: Duration,
}

/// What one operation does with people, one after the other; `collect` sees every answer.
struct Series<'a> {
    name: &'static str,
    function: &'static str,
    calls: usize,
    event: &'a dyn Fn(usize) -> Result<String, Failure>,
}

/// The pages that need nothing of the table, once the sandbox knows the tenant.
pub(crate) const PAGES: [&str; 4] = [
    "page: sign in",
    "page: register",
    "page: forgotten password",
    "page: sign up",
];

/// How many calls count for nothing: caches fill, connections open.
const WARM_UP: usize = 5;

/// Measures the journey of `people` people, and what is the Runtime API's own share.
pub(crate) async fn measure(world: &World, built: &Path, people: usize) -> Result<Vec<Operation>, Failure> {
    let mut api = RuntimeApi::start().await?;
    let email = |number: usize| format!("measured-{number}@example.org");
    let mut all = Vec::new();
    let mut run = async |series: Series<'_>| series.run(&mut api, world, built).await;
    let people = people + WARM_UP;

    let hello = |_| Ok(World::read_keys());
    let (operation, _) = run(Series::of("hello", "hello", people * 5, &hello)).await?;
    all.push(operation);
    let provisioning = |number| world.provisioning(&email(number));
    let (operation, _) = run(Series::of("provision", "provision", people, &provisioning)).await?;
    all.push(operation);
    let verifying = |number| Ok(World::verifying(&world.mailed(&email(number))?));
    let (operation, proofs) = run(Series::of("verify", "verify-user", people, &verifying)).await?;
    all.push(operation);
    let tickets: Vec<String> = proofs
        .iter()
        .filter_map(|proof| Some(proof["activation_ticket"].as_str()?.to_owned()))
        .collect();
    let registering = |number: usize| {
        let ticket = tickets.get(number).ok_or("an answer without ticket")?;
        Ok(World::registering(&email(number), ticket))
    };
    let (operation, _) = run(Series::of("register", "register-no-gateway", people, &registering)).await?;
    all.push(operation);
    let signing_in = |number| Ok(World::signing_in(&email(number)));
    let (operation, _) = run(Series::of("token: password", "token", people, &signing_in)).await?;
    all.push(operation);
    let credentials = |_| Ok(World::client_credentials());
    let (operation, _) = run(Series::of(
        "token: client credentials",
        "token",
        people * 5,
        &credentials,
    ))
    .await?;
    all.push(operation);
    let request = world.request("acme-web")?;
    for (name, function, path) in [
        (PAGES[0], "sign-in", format!("/sign-in?request={request}")),
        (PAGES[1], "register", format!("/register?request={request}")),
        (PAGES[2], "recover", format!("/recover?request={request}")),
        (PAGES[3], "signup", "/signup?labelpartner=acme".to_owned()),
    ] {
        let opening = |_| Ok(World::page(&path));
        let (operation, _) = run(Series::of(name, function, people, &opening)).await?;
        all.push(operation);
    }
    Ok(all)
}

impl<'a> Series<'a> {
    fn of(
        name: &'static str,
        function: &'static str,
        calls: usize,
        event: &'a dyn Fn(usize) -> Result<String, Failure>,
    ) -> Self {
        Self {
            name,
            function,
            calls,
            event,
        }
    }

    /// Runs it in a process of the function, and returns what was answered beside what it took.
    async fn run(&self, api: &mut RuntimeApi, world: &World, built: &Path) -> Result<(Operation, Vec<Value>), Failure> {
        let mut environment: BTreeMap<String, String> = world.environment().clone();
        environment.insert("AWS_LAMBDA_RUNTIME_API".to_owned(), api.address().to_string());
        // What a function logs of each call belongs to its work.
        api.spawn(|| Child::spawn(&built.join(self.function), &[], &environment))
            .await?;
        let mut before = self.ready(api).await?;
        let (mut calls, mut answers) = (Vec::new(), Vec::new());
        for number in 0..self.calls {
            let event = (self.event)(number)?;
            let since = Instant::now();
            api.invoke(&event).await;
            let body = match api.listen().await {
                Said::Answer(_, body) => body,
                other => return Err(format!("{}: {}", self.name, other.told()).into()),
            };
            let wall = since.elapsed();
            let after = self.ready(api).await?;
            let answer: Value = serde_json::from_slice(&body)?;
            if answer["statusCode"].as_u64().is_none_or(|status| status >= 300) {
                return Err(format!("{}: {answer}", self.name).into());
            }
            answers.push(serde_json::from_str(answer["body"].as_str().unwrap_or_default()).unwrap_or_default());
            if number >= WARM_UP {
                calls.push(Called::between(wall, before, after));
            }
            before = after;
        }
        api.end().await?;
        let operation = Operation {
            name: self.name,
            function: self.function,
            calls,
        };
        Ok((operation, answers))
    }

    async fn ready(&self, api: &mut RuntimeApi) -> Result<Usage, Failure> {
        match api.listen().await {
            Said::Next(moment) => Ok(moment.usage),
            other => Err(format!("{}: {}", self.name, other.told()).into()),
        }
    }
}

impl Called {
    fn between(wall: Duration, before: Usage, after: Usage) -> Self {
        let serving = after.serving.saturating_sub(before.serving);
        let all = after.cpu.saturating_sub(before.cpu);
        Self {
            wall,
            serving,
            hashing: all.saturating_sub(serving),
        }
    }
}
