//! From a process to a function: what every binary's three lines call.

use std::io::Write as _;
use std::process::ExitCode;

use aws_lambda_events::event::dynamodb::Event as StreamEvent;
use aws_lambda_events::event::streams::DynamoDbEventResponse;
use lambda_runtime::{LambdaEvent, service_fn};
use tower::ServiceExt as _;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use usher::adapters::aws::Environment;
use usher::adapters::kms::load_keys;
use usher::adapters::roots::Certificates;
use usher::adapters::rotation::{KeyStore, RotationError};
use usher::clock::Clock;
use usher::entropy::Entropy;
use usher::password::{Password, verify_dummy};
use usher::store::Store;

use crate::app::{App, Config};
use crate::config::{AwsEnvironment, KeyRotationConfig, metrics_namespace};
use crate::http::{CALLS, Whole, restore};
use crate::metrics::{self, EmbeddedMetrics};
use crate::workers::housekeeping::Unfinished;
use crate::workers::key_rotation::{self, KeyRotation};
use crate::workers::mail_feedback::{SnsEvent, Unheard};
use crate::workers::mailer::Mailer;
use crate::{Endpoint, router_of};

/// Serves one endpoint under the Lambda runtime until the sandbox ends.
#[must_use]
pub fn serve(endpoint: &Endpoint) -> ExitCode {
    run(build, async |app| {
        if endpoint.hashes {
            fault_in_hashing_memory();
        }
        lambda_http::run(router_of(endpoint, &app).map_request(restore).map_response(Whole)).await
    })
}

/// What a worker on the table's stream works with, built once per sandbox.
pub trait StreamWorker: Sized {
    /// Builds it from the environment.
    fn build() -> impl Future<Output = Result<Self, Box<dyn std::error::Error + Send + Sync>>>;
}

impl StreamWorker for Mailer {
    async fn build() -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        build_mailer().await
    }
}

impl StreamWorker for App {
    async fn build() -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        build().await
    }
}

/// Runs a worker on the table's stream under the Lambda runtime until the sandbox ends.
#[must_use]
pub fn work_on_stream<W, H>(handle: H) -> ExitCode
where
    W: StreamWorker,
    H: AsyncFn(&W, StreamEvent) -> DynamoDbEventResponse,
{
    run(W::build, async |worker: W| {
        let (worker, handle) = (&worker, &handle);
        lambda_runtime::run(service_fn(async move |event: LambdaEvent<StreamEvent>| {
            Ok::<_, std::convert::Infallible>(handle(worker, event.payload).await)
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
    run(build, async |app: App| {
        let (app, handle) = (&app, &handle);
        lambda_runtime::run(service_fn(async move |event: LambdaEvent<SnsEvent>| {
            handle(app, event.payload).await.map_err(lambda_runtime::Error::from)
        }))
        .await
    })
}

/// Runs a worker at each moment of its schedule under the Lambda runtime until the sandbox ends.
#[must_use]
pub fn work_on_schedule<H>(handle: H) -> ExitCode
where
    H: AsyncFn(&App, key_rotation::Scheduled) -> Result<(), Unfinished>,
{
    run(build, async |app: App| {
        let (app, handle) = (&app, &handle);
        lambda_runtime::run(service_fn(async move |event: LambdaEvent<key_rotation::Scheduled>| {
            Box::pin(handle(app, event.payload))
                .await
                .map_err(lambda_runtime::Error::from)
        }))
        .await
    })
}

/// Runs the worker on the deployment's keys under the Lambda runtime until the sandbox ends.
#[must_use]
pub fn work_on_keys<H>(handle: H) -> ExitCode
where
    H: AsyncFn(&KeyRotation, key_rotation::Event) -> Result<(), RotationError>,
{
    run(build_rotation, async |rotation: KeyRotation| {
        let (rotation, handle) = (&rotation, &handle);
        lambda_runtime::run(service_fn(async move |event: LambdaEvent<key_rotation::Event>| {
            // On the heap: the types of the steps inside are nested deeper than the compiler follows.
            Box::pin(handle(rotation, event.payload))
                .await
                .map_err(lambda_runtime::Error::from)
        }))
        .await
    })
}

/// Builds what a function needs, which is INIT, and serves with it.
fn run<T, B, F>(build: B, serve: F) -> ExitCode
where
    B: AsyncFnOnce() -> Result<T, Box<dyn std::error::Error + Send + Sync>>,
    F: AsyncFnOnce(T) -> Result<(), lambda_runtime::Error>,
{
    log();
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return give_up(&error.to_string()),
    };
    let served = runtime.block_on(async {
        let built = build().await.map_err(|error| error.to_string())?;
        serve(built).await.map_err(|error| error.to_string())
    });
    served.map_or_else(|error| give_up(&error), |()| ExitCode::SUCCESS)
}

/// Builds the app from the environment: INIT, which runs at full speed, so whatever can be done
/// ahead is done here.
async fn build() -> Result<App, Box<dyn std::error::Error + Send + Sync>> {
    Ok(build_in_environment().await?.0)
}

/// The same for the mailer, the only one that sends.
async fn build_mailer() -> Result<Mailer, Box<dyn std::error::Error + Send + Sync>> {
    let (app, environment) = build_in_environment().await?;
    Ok(Mailer::new(app, environment.ses(), environment.sns()))
}

async fn build_in_environment() -> Result<(App, Environment), Box<dyn std::error::Error + Send + Sync>> {
    let (config, aws) = Config::read(|name| std::env::var(name).ok())?;
    let environment = environment(aws)?;
    let dynamodb = environment.dynamodb();
    let keys = load_keys(&Store::new(dynamodb.clone(), &config.table), &environment.kms()).await?;
    let app = App::new(config, dynamodb, keys, Clock::system(), Entropy::default());
    Ok((app, environment))
}

/// The same for the worker on the keys, which reads them anew each time it runs.
async fn build_rotation() -> Result<KeyRotation, Box<dyn std::error::Error + Send + Sync>> {
    let (config, aws) = KeyRotationConfig::read(|name| std::env::var(name).ok())?;
    let environment = environment(aws)?;
    Ok(KeyRotation {
        keys: KeyStore {
            store: Store::new(environment.dynamodb(), config.table),
            kms: environment.kms(),
            key_id: config.kms_key,
        },
        clock: Clock::system(),
        entropy: Entropy::default(),
    })
}

fn environment(aws: AwsEnvironment) -> Result<Environment, String> {
    let (key, secret, session) = aws.credentials;
    let credentials = usher::adapters::aws::credentials(key, secret, session);
    let mut endpoints = aws.endpoints;
    endpoints.certificates = aws.ca_bundle.as_deref().map(read_certificates).transpose()?;
    Ok(Environment::new(aws.region, credentials, endpoints))
}

/// The memory that a hash works in costs as much time to get as the hash itself: it is got before anybody waits.
fn fault_in_hashing_memory() {
    if let Ok(password) = Password::new("nobody's".to_owned()) {
        let _ = verify_dummy(&password);
    }
}

fn read_certificates(file: &str) -> Result<Certificates, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("AWS_CA_BUNDLE: {file}: {error}"))?;
    Certificates::from_pem(&text).map_err(|error| format!("AWS_CA_BUNDLE: {file} {error}"))
}

/// Logs one JSON object per line, which CloudWatch reads by field.
///
/// `USHER_LOG` is a list of targets and levels. A filter that also knows fields and spans would bring an engine for
/// regular expressions into every function.
fn log() {
    let asked = std::env::var("USHER_LOG").ok().and_then(|filter| filter.parse().ok());
    let usual = || {
        Targets::new()
            .with_default(LevelFilter::INFO)
            .with_target(CALLS, LevelFilter::OFF)
    };
    // The funnel has lines of its own.
    let filter = asked
        .unwrap_or_else(usual)
        .with_target(metrics::TARGET, LevelFilter::OFF);
    let lines = tracing_subscriber::fmt::layer()
        .json()
        .flatten_event(true)
        .with_target(false)
        .with_filter(filter);
    let funnel = metrics_namespace(|name| std::env::var(name).ok()).map(|namespace| {
        let layer = EmbeddedMetrics {
            namespace,
            clock: Clock::system(),
            write: write_line,
        };
        layer.with_filter(Targets::new().with_target(metrics::TARGET, LevelFilter::INFO))
    });
    tracing_subscriber::registry().with(lines).with(funnel).init();
}

/// A line that cannot be written is lost; the request goes on.
fn write_line(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

fn give_up(error: &str) -> ExitCode {
    tracing::error!(error, "the function cannot start");
    ExitCode::FAILURE
}
