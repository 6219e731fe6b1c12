//! How the clients of AWS are built, by hand: `aws-config` alone costs a cold function more than its
//! own work. Region and credentials come from the environment that Lambda sets.

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_sdk_dynamodb::config::interceptors::InterceptorContext;
use aws_sdk_dynamodb::config::retry::{ClassifyRetry, RetryAction, RetryConfig};
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Region, SharedHttpClient};
use aws_sdk_dynamodb::error::ProvideErrorMetadata as _;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;

use super::https::Https;
use super::roots::Certificates;

/// What every client needs.
#[derive(Clone, Debug)]
pub struct Environment {
    /// Such as `eu-central-1`.
    pub region: String,
    /// The function's own role, or anything for the local stack.
    pub credentials: Credentials,
    /// Where the service is instead of AWS: the local stack and tests.
    pub endpoints: Endpoints,
    http: SharedHttpClient,
}

/// Where services are that are not at AWS.
#[derive(Clone, Debug, Default)]
pub struct Endpoints {
    /// DynamoDB.
    pub dynamodb: Option<String>,
    /// SES v2.
    pub ses: Option<String>,
    /// SNS.
    pub sns: Option<String>,
    /// KMS.
    pub kms: Option<String>,
    /// Whom to trust there instead of Amazon.
    pub certificates: Option<Certificates>,
}

impl Environment {
    /// The environment with one HTTP client for all services.
    #[must_use]
    pub fn new(region: impl Into<String>, credentials: Credentials, endpoints: Endpoints) -> Self {
        let trusted = endpoints.certificates.clone().unwrap_or_else(Certificates::amazon);
        Self {
            region: region.into(),
            credentials,
            endpoints,
            http: SharedHttpClient::new(Https::trusting(trusted)),
        }
    }

    /// A client of DynamoDB.
    #[must_use]
    pub fn dynamodb(&self) -> aws_sdk_dynamodb::Client {
        let mut config = aws_sdk_dynamodb::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(self.region.clone()))
            .credentials_provider(self.credentials.clone())
            .http_client(self.http.clone())
            .retry_config(retries())
            .retry_classifier(Contention)
            .timeout_config(timeouts());
        config.set_endpoint_url(self.endpoints.dynamodb.clone());
        aws_sdk_dynamodb::Client::from_conf(config.build())
    }

    /// A client of SES.
    #[must_use]
    pub fn ses(&self) -> aws_sdk_sesv2::Client {
        let mut config = aws_sdk_sesv2::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(self.region.clone()))
            .credentials_provider(self.credentials.clone())
            .http_client(self.http.clone())
            .retry_config(retries())
            .timeout_config(timeouts());
        config.set_endpoint_url(self.endpoints.ses.clone());
        aws_sdk_sesv2::Client::from_conf(config.build())
    }

    /// A client of SNS.
    #[must_use]
    pub fn sns(&self) -> aws_sdk_sns::Client {
        let mut config = aws_sdk_sns::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(self.region.clone()))
            .credentials_provider(self.credentials.clone())
            .http_client(self.http.clone())
            .retry_config(retries())
            .timeout_config(timeouts());
        config.set_endpoint_url(self.endpoints.sns.clone());
        aws_sdk_sns::Client::from_conf(config.build())
    }

    /// A client of KMS.
    #[must_use]
    pub fn kms(&self) -> aws_sdk_kms::Client {
        let mut config = aws_sdk_kms::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .region(Region::new(self.region.clone()))
            .credentials_provider(self.credentials.clone())
            .http_client(self.http.clone())
            .retry_config(retries())
            .timeout_config(timeouts());
        config.set_endpoint_url(self.endpoints.kms.clone());
        aws_sdk_kms::Client::from_conf(config.build())
    }
}

fn retries() -> RetryConfig {
    RetryConfig::standard()
        .with_max_attempts(4)
        .with_initial_backoff(Duration::from_millis(50))
}

/// Another write of the same item is under way: DynamoDB refuses, and a moment later it does not. The
/// SDK does not count that among what is worth another try.
#[derive(Debug)]
struct Contention;

impl ClassifyRetry for Contention {
    fn name(&self) -> &'static str {
        "contention"
    }

    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let error = context
            .output_or_error()
            .and_then(Result::err)
            .and_then(|error| error.as_operation_error());
        let Some(error) = error else {
            return RetryAction::NoActionIndicated;
        };
        let contended = if let Some(error) = error.downcast_ref::<TransactWriteItemsError>() {
            is_contended(error)
        } else if let Some(error) = error.downcast_ref::<UpdateItemError>() {
            error.code() == Some("TransactionConflictException")
        } else {
            false
        };
        if contended {
            RetryAction::transient_error()
        } else {
            RetryAction::NoActionIndicated
        }
    }
}

/// Whether a transaction was cancelled for nothing but other writes and throttling: once a condition
/// does not hold, trying again changes nothing.
fn is_contended(error: &TransactWriteItemsError) -> bool {
    let TransactWriteItemsError::TransactionCanceledException(cancelled) = error else {
        return false;
    };
    let mut codes = cancelled
        .cancellation_reasons()
        .iter()
        .filter_map(|reason| reason.code())
        .filter(|code| *code != "None");
    let passing = |code: &str| {
        matches!(
            code,
            "TransactionConflict" | "ThrottlingError" | "ProvisionedThroughputExceeded"
        )
    };
    codes.clone().next().is_some() && codes.all(passing)
}

/// An attempt that takes longer than this is lost; an operation as a whole has to leave room for
/// the answer within a function's own time-out.
fn timeouts() -> TimeoutConfig {
    TimeoutConfig::builder()
        .operation_attempt_timeout(Duration::from_secs(3))
        .operation_timeout(Duration::from_secs(8))
        .build()
}

/// Credentials as the environment gives them.
#[must_use]
pub fn credentials(key: String, secret: String, session: Option<String>) -> Credentials {
    Credentials::new(key, secret, session, None, "environment")
}
