//! From a process to a function: what every binary's three lines call.

use std::process::ExitCode;

use aws_lambda_events::event::dynamodb::Event as StreamEvent;
use aws_lambda_events::event::streams::DynamoDbEventResponse;
use lambda_runtime::{LambdaEvent, service_fn};
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use usher::adapters::aws::Environment;
use usher::adapters::kms::load_keys;
use usher::clock::Clock;
use usher::entropy::Entropy;
use usher::password::{Password, verify_dummy};
use usher::store::Store;

use crate::app::{App, Config};
use crate::{Endpoint, router_of};

/// Serves one endpoint under the Lambda runtime until the sandbox ends.
#[must_use]
pub fn serve(endpoint: &Endpoint) -> ExitCode {
    run(async |app| {
        if endpoint.hashes {
            fault_in_hashing_memory();
        }
        lambda_http::run(router_of(endpoint, &app)).await
    })
}

/// Runs a stream worker under the Lambda runtime until the sandbox ends.
#[must_use]
pub fn work<H>(handle: H) -> ExitCode
where
    H: AsyncFn(&App, StreamEvent) -> DynamoDbEventResponse,
{
    run(async |app: App| {
        let (app, handle) = (&app, &handle);
        lambda_runtime::run(service_fn(async move |event: LambdaEvent<StreamEvent>| {
            Ok::<_, std::convert::Infallible>(handle(app, event.payload).await)
        }))
        .await
    })
}

fn run<F>(serve: F) -> ExitCode
where
    F: AsyncFnOnce(App) -> Result<(), lambda_runtime::Error>,
{
    log();
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return give_up(&error.to_string()),
    };
    let served = runtime.block_on(async {
        let app = build().await.map_err(|error| error.to_string())?;
        serve(app).await.map_err(|error| error.to_string())
    });
    served.map_or_else(|error| give_up(&error), |()| ExitCode::SUCCESS)
}

/// Builds the app from the environment: INIT, which runs at full speed, so whatever can be done
/// ahead is done here.
async fn build() -> Result<App, Box<dyn std::error::Error + Send + Sync>> {
    let (config, aws) = Config::read(|name| std::env::var(name).ok())?;
    let (key, secret, session) = aws.credentials;
    let credentials = usher::adapters::aws::credentials(key, secret, session);
    let mut endpoints = aws.endpoints;
    endpoints.certificates = aws.ca_bundle.as_deref().map(read_certificates).transpose()?;
    let environment = Environment::new(aws.region, credentials, endpoints);
    let dynamodb = environment.dynamodb();
    let keys = load_keys(&Store::new(dynamodb.clone(), &config.table), &environment.kms()).await?;
    Ok(App::new(
        config,
        dynamodb,
        environment.ses(),
        keys,
        Clock::system(),
        Entropy::default(),
    ))
}

/// The memory that a hash works in costs as much time to get as the hash itself: it is got before anybody waits.
fn fault_in_hashing_memory() {
    if let Ok(password) = Password::new("nobody's".to_owned()) {
        let _ = verify_dummy(&password);
    }
}

fn read_certificates(file: &str) -> Result<String, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("AWS_CA_BUNDLE: {file}: {error}"))?;
    if text.contains("-----BEGIN CERTIFICATE-----") {
        Ok(text)
    } else {
        Err(format!("AWS_CA_BUNDLE: {file} holds no certificate"))
    }
}

/// Logs one JSON object per line, which CloudWatch reads by field.
///
/// `USHER_LOG` is a list of targets and levels. A filter that also knows fields and spans would bring an engine for
/// regular expressions into every function.
fn log() {
    let asked = std::env::var("USHER_LOG").ok().and_then(|filter| filter.parse().ok());
    let filter: Targets = asked.unwrap_or_else(|| Targets::new().with_default(LevelFilter::INFO));
    let lines = tracing_subscriber::fmt::layer()
        .json()
        .flatten_event(true)
        .with_target(false);
    tracing_subscriber::registry().with(lines).with(filter).init();
}

fn give_up(error: &str) -> ExitCode {
    tracing::error!(error, "the function cannot start");
    ExitCode::FAILURE
}
