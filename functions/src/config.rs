//! Every environment variable, once.

use usher::adapters::aws::Endpoints;
use usher::limit::Limits;
use usher::outbound::OutboundPolicy;
use usher::tenant::TenantName;

/// What the environment says about this deployment.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// `USHER_TABLE`: the name of the table.
    pub table: String,
    /// `USHER_PUBLIC_URL`: what links, `iss` and `@target-uri` begin with, without a slash at the end.
    pub public_url: String,
    /// `USHER_DEFAULT_TENANT`: whose person a call is about that names no tenant and comes by no
    /// tenant's host.
    pub default_tenant: Option<TenantName>,
    /// `USHER_CONFIGURATION_SET`: the SES configuration set whose notices come back.
    pub configuration_set: Option<String>,
    /// How often things may be tried.
    pub limits: Limits,
    /// How far calls may go to addresses that tenants name. No variable widens it.
    pub outbound: OutboundPolicy,
}

/// The environment as AWS sets it.
#[derive(Clone, Debug)]
pub struct AwsEnvironment {
    /// `AWS_REGION`.
    pub region: String,
    /// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`.
    pub credentials: (String, String, Option<String>),
    /// `AWS_ENDPOINT_URL_DYNAMODB`, `AWS_ENDPOINT_URL_SESV2`, `AWS_ENDPOINT_URL_SNS`, `AWS_ENDPOINT_URL_KMS`:
    /// only where the services are not at AWS.
    pub endpoints: Endpoints,
    /// `AWS_CA_BUNDLE`: a PEM file with whom to trust there instead of Amazon. Without such an endpoint nothing
    /// but Amazon's own roots is ever trusted, whatever this says.
    pub ca_bundle: Option<String>,
}

/// `USHER_METRICS`: the namespace of CloudWatch that the funnel is counted in; without it, it is not counted.
/// The log needs it before the configuration is read.
pub fn metrics_namespace(get: impl Fn(&str) -> Option<String>) -> Option<String> {
    Variables::new(get).optional("USHER_METRICS")
}

/// Variables that are missing or wrong, all of them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the environment is incomplete: {}", .0.join("; "))]
pub struct ConfigError(pub Vec<String>);

impl Config {
    /// What addresses on another host of this deployment begin with, without a slash at the end: `https://` and the host, where the
    /// deployment has no port of its own.
    #[must_use]
    pub fn origin_of(&self, host: &str) -> String {
        let (scheme, authority) = self.public_url.split_once("://").unwrap_or(("https", ""));
        let port = authority.rsplit_once(':').map(|(_, port)| port);
        match port.filter(|port| port.bytes().all(|byte| byte.is_ascii_digit())) {
            Some(port) => format!("{scheme}://{host}:{port}"),
            None => format!("{scheme}://{host}"),
        }
    }

    /// Reads the configuration through `get`, which is `std::env::var` in a function.
    ///
    /// # Errors
    /// Everything that is missing or wrong.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<(Self, AwsEnvironment), ConfigError> {
        let mut variables = Variables::new(get);
        let table = variables.required("USHER_TABLE");
        let public_url = variables.required("USHER_PUBLIC_URL").trim_end_matches('/').to_owned();
        if !public_url.is_empty() && !public_url.starts_with("https://") {
            variables.complain("USHER_PUBLIC_URL does not begin with https://".to_owned());
        }
        let default_tenant = match variables.optional("USHER_DEFAULT_TENANT").map(|name| name.parse()) {
            None => None,
            Some(Ok(name)) => Some(name),
            Some(Err(error)) => {
                variables.complain(format!("USHER_DEFAULT_TENANT: {error}"));
                None
            }
        };
        let configuration_set = variables.optional("USHER_CONFIGURATION_SET");
        let config = Self {
            table,
            public_url,
            default_tenant,
            configuration_set,
            limits: Limits::default(),
            outbound: OutboundPolicy::public(),
        };
        variables.with_aws(config)
    }
}

/// What the environment says to the worker on the deployment's keys, and to it alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRotationConfig {
    /// `USHER_TABLE`: the name of the table.
    pub table: String,
    /// `USHER_KMS_KEY`: id, alias or ARN of the KMS key that the deployment's keys are encrypted with.
    pub kms_key: String,
}

impl KeyRotationConfig {
    /// Reads the configuration, as [`Config::read`] does.
    ///
    /// # Errors
    /// Everything that is missing or wrong.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<(Self, AwsEnvironment), ConfigError> {
        let mut variables = Variables::new(get);
        let config = Self {
            table: variables.required("USHER_TABLE"),
            kms_key: variables.required("USHER_KMS_KEY"),
        };
        variables.with_aws(config)
    }
}

/// The environment, and what was missing or wrong about it so far.
struct Variables<G> {
    get: G,
    wrong: Vec<String>,
}

impl<G: Fn(&str) -> Option<String>> Variables<G> {
    const fn new(get: G) -> Self {
        Self { get, wrong: Vec::new() }
    }

    fn required(&mut self, name: &str) -> String {
        self.optional(name).unwrap_or_else(|| {
            self.complain(format!("{name} is not set"));
            String::new()
        })
    }

    fn optional(&self, name: &str) -> Option<String> {
        (self.get)(name).filter(|value| !value.is_empty())
    }

    fn complain(&mut self, complaint: String) {
        self.wrong.push(complaint);
    }

    /// What was read, and what AWS sets for every function; or all complaints.
    fn with_aws<T>(mut self, config: T) -> Result<(T, AwsEnvironment), ConfigError> {
        let endpoints = Endpoints {
            dynamodb: self.optional("AWS_ENDPOINT_URL_DYNAMODB"),
            ses: self.optional("AWS_ENDPOINT_URL_SESV2"),
            sns: self.optional("AWS_ENDPOINT_URL_SNS"),
            kms: self.optional("AWS_ENDPOINT_URL_KMS"),
            certificates: None,
        };
        let elsewhere = [&endpoints.dynamodb, &endpoints.ses, &endpoints.sns, &endpoints.kms];
        let ca_bundle = self
            .optional("AWS_CA_BUNDLE")
            .filter(|_| elsewhere.iter().any(|endpoint| endpoint.is_some()));
        let aws = AwsEnvironment {
            region: self.required("AWS_REGION"),
            credentials: (
                self.required("AWS_ACCESS_KEY_ID"),
                self.required("AWS_SECRET_ACCESS_KEY"),
                self.optional("AWS_SESSION_TOKEN"),
            ),
            endpoints,
            ca_bundle,
        };
        if self.wrong.is_empty() {
            Ok((config, aws))
        } else {
            Err(ConfigError(self.wrong))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_missing_is_told_at_once() {
        let error =
            Config::read(|name| (name == "USHER_DEFAULT_TENANT").then(|| "Not A Name".into())).expect_err("an error");
        let told = error.to_string();
        for name in [
            "USHER_TABLE",
            "USHER_PUBLIC_URL",
            "AWS_REGION",
            "AWS_ACCESS_KEY_ID",
            "USHER_DEFAULT_TENANT",
        ] {
            assert!(told.contains(name), "{told}");
        }
    }

    #[test]
    fn a_complete_environment_is_read() {
        let (config, aws) = Config::read(|name| {
            let value = match name {
                "USHER_TABLE" => "usher-dev",
                "USHER_PUBLIC_URL" => "https://id.acme.example/",
                "AWS_REGION" => "eu-central-1",
                "AWS_ACCESS_KEY_ID" | "AWS_SECRET_ACCESS_KEY" => "x",
                _ => return None,
            };
            Some(value.to_owned())
        })
        .expect("a configuration");
        assert_eq!(config.public_url, "https://id.acme.example");
        assert_eq!(config.origin_of("login.acme.example"), "https://login.acme.example");
        let local = Config {
            public_url: "http://127.0.0.1:9000".to_owned(),
            ..config.clone()
        };
        assert_eq!(local.origin_of("acme.localhost"), "http://acme.localhost:9000");
        assert_eq!(config.outbound, OutboundPolicy::public());
        assert_eq!(aws.region, "eu-central-1");
    }

    #[test]
    fn only_the_worker_on_the_keys_needs_the_kms_key() {
        let without =
            |name: &str| (name != "USHER_KMS_KEY" && !name.contains("TENANT")).then(|| "https://x".to_owned());
        assert!(Config::read(without).is_ok());
        let error = KeyRotationConfig::read(without).expect_err("an error");
        assert_eq!(error.0, ["USHER_KMS_KEY is not set"]);
        let own = |name: &str| (name != "USHER_PUBLIC_URL").then(|| "x".to_owned());
        let (config, _) = KeyRotationConfig::read(own).expect("a configuration");
        assert_eq!(config.kms_key, "x");
    }

    #[test]
    fn a_certificate_authority_counts_only_where_the_services_are_not_at_aws() {
        let read = |endpoint: bool| {
            let (_, aws) = Config::read(|name| match name {
                "USHER_PUBLIC_URL" => Some("https://id.acme.example".to_owned()),
                "AWS_ENDPOINT_URL_KMS" => endpoint.then(|| "https://localhost:8000".to_owned()),
                "USHER_DEFAULT_TENANT"
                | "AWS_ENDPOINT_URL_DYNAMODB"
                | "AWS_ENDPOINT_URL_SESV2"
                | "AWS_ENDPOINT_URL_SNS" => None,
                _ => Some("x".to_owned()),
            })
            .expect("a configuration");
            aws.ca_bundle
        };
        assert_eq!(read(true).as_deref(), Some("x"));
        assert_eq!(read(false), None, "at AWS nobody else is trusted");
    }
}
