//! A deployed stack, reached with the IAM credentials of the shell.

mod bootstrap;
mod documents;
mod first_tenant;
mod name;
mod sender;

use aws_config::SdkConfig;
use aws_sdk_cloudformation::error::ProvideErrorMetadata as _;
use aws_sdk_cloudformation::types::Stack as Described;
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use tokio::runtime::Runtime;
use usher::adapters::kms::load_keys;
use usher::clock::Clock;
use usher::keys::KeyRing;
use usher::store::Store;

use crate::Told;

pub(crate) use bootstrap::Bootstrap;
pub(crate) use documents::Documents;
pub(crate) use name::StackName;

/// What `sam deploy` has made, as far as this program speaks to it.
#[derive(Debug)]
struct Stack {
    name: StackName,
    described: Described,
    store: Store,
    kms: aws_sdk_kms::Client,
    ses: aws_sdk_sesv2::Client,
}

impl Stack {
    /// Looks the stack up in the account and region that the shell's configuration names.
    ///
    /// # Errors
    /// When there are no credentials, or no such stack, or it is not one of Usher's.
    async fn find(name: StackName) -> Result<Self, Told> {
        let config = configuration().await?;
        let answer = aws_sdk_cloudformation::Client::new(&config)
            .describe_stacks()
            .stack_name(name.as_str())
            .send()
            .await
            .map_err(|error| match error.as_service_error().map(|error| error.code()) {
                Some(Some("ValidationError")) => Told(format!(
                    "there is no stack {name} in {}; deploy it first with `sam deploy`",
                    region(&config)
                )),
                _ => Told(format!("the stack {name} cannot be looked up: {}", reasons(&error))),
            })?;
        let described = answer.stacks.and_then(|stacks| stacks.into_iter().next());
        let described = described.ok_or_else(|| Told(format!("there is no stack {name} in {}", region(&config))))?;
        let table = output(&described, "TableName").ok_or_else(|| {
            Told(format!(
                "the stack {name} has no output TableName: it is not Usher's, or not deployed yet"
            ))
        })?;
        Ok(Self {
            store: Store::new(aws_sdk_dynamodb::Client::new(&config), table),
            kms: aws_sdk_kms::Client::new(&config),
            ses: aws_sdk_sesv2::Client::new(&config),
            described,
            name,
        })
    }

    /// What the template gives out under this name.
    ///
    /// # Errors
    /// When it gives out nothing of the kind.
    fn output(&self, key: &str) -> Result<&str, Told> {
        output(&self.described, key).ok_or_else(|| {
            Told(format!(
                "the stack {} has no output {key}; deploy this version first",
                self.name
            ))
        })
    }

    /// What was said for the parameter at the last deploy, unless it was nothing.
    fn parameter(&self, key: &str) -> Option<&str> {
        let parameters = self.described.parameters();
        let parameter = parameters
            .iter()
            .find(|parameter| parameter.parameter_key() == Some(key))?;
        parameter.parameter_value().filter(|value| !value.is_empty())
    }

    /// The deployment's keys.
    ///
    /// # Errors
    /// When there are none yet, or they cannot be decrypted.
    async fn keys(&self) -> Result<KeyRing, Told> {
        load_keys(&self.store, &self.kms)
            .await
            .map_err(|error| Told(format!("the keys of {} cannot be had: {error}", self.name)))
    }
}

/// Runs what speaks to AWS to its end.
///
/// # Errors
/// What it fails with.
fn block_on<T>(work: impl Future<Output = Result<T, Told>>) -> Result<T, Told> {
    runtime()?.block_on(work)
}

fn runtime() -> Result<Runtime, Told> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| Told(error.to_string()))
}

/// The shell's configuration, as every AWS program reads it.
async fn configuration() -> Result<SdkConfig, Told> {
    let http = Builder::new()
        .tls_provider(Provider::Rustls(CryptoMode::Ring))
        .build_https();
    let config = aws_config::defaults(aws_config::BehaviorVersion::v2026_01_12())
        .http_client(http)
        .load()
        .await;
    if config.region().is_none() {
        return Err(Told::new(
            "no AWS region is set; set AWS_REGION, or a region in the profile",
        ));
    }
    Ok(config)
}

fn region(config: &SdkConfig) -> &str {
    config.region().map_or("no region", |region| region.as_ref())
}

fn output<'a>(described: &'a Described, key: &str) -> Option<&'a str> {
    let output = described
        .outputs()
        .iter()
        .find(|output| output.output_key() == Some(key))?;
    output.output_value().filter(|value| !value.is_empty())
}

/// The time of this machine, which is the stack's as near as matters.
fn clock() -> Clock {
    Clock::system()
}

/// An error and what lies behind it, each once.
fn reasons(error: &dyn std::error::Error) -> String {
    let mut told: Vec<String> = Vec::new();
    for reason in std::iter::successors(Some(error), |error| error.source()) {
        let reason = reason.to_string();
        if told.iter().all(|known| !known.contains(&reason)) {
            told.push(reason);
        }
    }
    told.join(": ")
}
