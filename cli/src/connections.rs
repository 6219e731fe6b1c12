//! `usher connections test`: whether an identity provider of the tenant answers as it should.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde::Deserialize;
use ureq::http::{Request, header};

use crate::credentials::Credentials;
use crate::server::{self, BaseUrl};
use crate::signing::sign_now;
use crate::{Told, print};

/// What `usher connections test --help` ends with.
const EXAMPLES: &str = "\
Examples:
  usher connections test acme-login
  usher connections test acme-login --url https://id.acme.example";

/// Look at a tenant's identity providers.
#[derive(Debug, Subcommand)]
pub(crate) enum Connections {
    /// Have a deployment ask an identity provider about a token that nobody has.
    #[command(after_help = EXAMPLES)]
    Test(Test),
}

/// A connection to be tried.
#[derive(Args, Debug)]
pub(crate) struct Test {
    /// Its id in the tenant's document.
    id: String,
    #[command(flatten)]
    credentials: Credentials,
}

/// What the deployment found, or why it did not look.
#[derive(Deserialize)]
struct Answer {
    works: Option<bool>,
    reason: Option<String>,
    detail: Option<String>,
    title: Option<String>,
}

impl Connections {
    /// Tries it and says what came of it.
    ///
    /// # Errors
    /// When it does not work, or there is no answer.
    pub(crate) fn run(self, url: &BaseUrl) -> Result<ExitCode, Told> {
        let Self::Test(Test { id, credentials }) = self;
        if !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return Err(Told::new("the id of a connection has letters, digits and hyphens"));
        }
        let agent = server::agent(url);
        let request = Request::get(url.join(&format!("/v1/connections/{id}/health"))?)
            .header(header::ACCEPT, "application/json")
            .body(Vec::new());
        let mut request = request.map_err(|error| Told(format!("the request cannot be made: {error}")))?;
        sign_now(&mut request, &agent, url, &credentials.key(url)?)?;
        let answer = server::send(&agent, url, request)?;
        let told: Answer = serde_json::from_slice(answer.body()).map_err(|_| {
            Told(format!(
                "{} answered {} without saying why",
                url.as_str(),
                answer.status()
            ))
        })?;
        match (told.works, told.reason) {
            (Some(true), _) => {
                print(format!("{id} works\n").as_bytes());
                Ok(ExitCode::SUCCESS)
            }
            (_, Some(reason)) => Err(Told(format!(
                "{id} does not work: {reason}: {}",
                told.detail.unwrap_or_default()
            ))),
            _ => Err(Told(told.detail.or(told.title).unwrap_or_default())),
        }
    }
}
