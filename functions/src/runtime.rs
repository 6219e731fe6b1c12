//! From a process to a function: what every binary's three lines call.

use std::process::ExitCode;

use aws_lambda_events::event::dynamodb::Event as StreamEvent;
use aws_lambda_events::event::sns::SnsEvent;
use aws_lambda_events::event::streams::DynamoDbEventResponse;
use lambda_runtime::{LambdaEvent, service_fn};
use tracing_subscriber::EnvFilter;
use usher::adapters::aws::Environment;
use usher::adapters::kms::load_keys;
use usher::clock::Clock;
use usher::entropy::Entropy;
use usher::store::Store;

use crate::app::{App, Config};
use crate::workers::mail_feedback::Unheard;
use crate::{Endpoint, router_of};

/// Serves one endpoint under the Lambda runtime until the sandbox ends.
#[must_use]
pub fn serve(endpoint: &Endpoint) -> ExitCode {
    run(async |app| lambda_http::run(router_of(endpoint, &app)).await)
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

/// Runs a worker on SNS notices under the Lambda runtime until the sandbox ends. A notice that fails
/// comes again.
#[must_use]
pub fn work_on_notices<H>(handle: H) -> ExitCode
where
    H: AsyncFn(&App, SnsEvent) -> Result<(), Unheard>,
{
    run(async |app: App| {
        let (app, handle) = (&app, &handle);
        lambda_runtime::run(service_fn(async move |event: LambdaEvent<SnsEvent>| {
            handle(app, event.payload).await.map_err(lambda_runtime::Error::from)
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
    let environment = Environment::new(aws.region, credentials, aws.endpoints);
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

/// Logs one JSON object per line, which CloudWatch reads by field.
fn log() {
    let filter = EnvFilter::try_from_env("USHER_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_env_filter(filter)
        .with_target(false)
        .init();
}

fn give_up(error: &str) -> ExitCode {
    tracing::error!(error, "the function cannot start");
    ExitCode::FAILURE
}
