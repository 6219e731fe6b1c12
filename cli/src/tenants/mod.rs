//! `usher tenants`: check tenants' documents and apply them.

mod document;
mod line;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde::Deserialize;
use ureq::http::{Request, StatusCode, header};
use usher::outbound::OutboundPolicy;
use usher::tenant::Tenant;

use self::document::Fault;
use crate::server::{self, BaseUrl};
use crate::stack::{Stack, StackName, block_on};
use crate::{Told, json};

#[derive(Debug, Subcommand)]
pub(crate) enum Tenants {
    /// Apply every tenant of a file, as a whole document each.
    Apply(Apply),
}

/// The file is YAML: `tenants`, a list, and for the local stack `demo_secrets`.
#[derive(Args, Debug)]
pub(crate) struct Apply {
    /// The file.
    #[arg(short, long, value_name = "FILE")]
    file: PathBuf,
    /// A deployed stack instead of the local one: a stage (dev, staging, prod) or the stack's own name.
    #[arg(long, value_name = "STACK")]
    stack: Option<StackName>,
    /// Only say what is wrong with it.
    #[arg(long)]
    dry_run: bool,
}

/// What a problem+json says.
#[derive(Deserialize)]
struct Refusal {
    title: Option<String>,
    detail: Option<String>,
}

impl Tenants {
    /// Does what was asked for.
    ///
    /// # Errors
    /// When the file cannot be read or applied.
    pub(crate) fn run(&self, url: &BaseUrl) -> Result<ExitCode, Told> {
        let Self::Apply(apply) = self;
        apply.run(url)
    }
}

impl Apply {
    fn run(&self, url: &BaseUrl) -> Result<ExitCode, Told> {
        let file = self.file.display();
        let text = fs::read_to_string(&self.file).map_err(|error| Told(format!("{file} cannot be read: {error}")))?;
        let tell = |kind: &str, fault: &Fault| {
            let line = fault.line.map(|line| format!("{line}:")).unwrap_or_default();
            eprintln!("{file}:{line} {kind}{}: {}", fault.path, fault.message);
        };
        // The services of a tenant may be on the machine that the local stack is on.
        let outbound = match self.stack.is_none() && url.is_loopback() {
            true => OutboundPolicy::with_own_machine(),
            false => OutboundPolicy::public(),
        };
        let document = match document::read(&text, outbound) {
            Ok(document) => document,
            Err(faults) => {
                faults.iter().for_each(|fault| tell("", fault));
                return Err(Told(format!("{file} was not applied: {} to mend", faults.len())));
            }
        };
        document.remarks.iter().for_each(|remark| tell("note: ", remark));
        let elsewhere = match &self.stack {
            Some(stack) => Some(stack.as_str()),
            None => (!url.is_loopback()).then(|| url.as_str()),
        };
        if let Some(elsewhere) = elsewhere.filter(|_| document.has_demo_secrets) {
            return Err(Told(format!(
                "{file} holds demo_secrets, which must never reach {elsewhere}"
            )));
        }
        if self.dry_run {
            println!("{file}: {} tenants, nothing to mend", document.tenants.len());
            return Ok(ExitCode::SUCCESS);
        }
        if let Some(name) = &self.stack {
            block_on(async { Stack::find(name.clone()).await?.apply(&document.tenants).await })?;
            return Ok(ExitCode::SUCCESS);
        }
        if !url.is_loopback() {
            return Err(Told(format!(
                "{} is not a local stack, and only that one takes tenants over HTTP; name a deployed one with --stack",
                url.as_str()
            )));
        }
        let agent = server::agent(url);
        for tenant in &document.tenants {
            put(&agent, url, tenant)?;
            println!("{} is applied", tenant.name);
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn put(agent: &ureq::Agent, url: &BaseUrl, tenant: &Tenant) -> Result<(), Told> {
    let failed = |what: String| Told(format!("{} was not applied: {what}", tenant.name));
    let body = serde_json::to_vec(tenant).map_err(|error| failed(error.to_string()))?;
    let request = Request::put(url.join("/_local/tenants")?).header(header::CONTENT_TYPE, "application/json");
    let answer = server::send(
        agent,
        url,
        request.body(body).map_err(|error| failed(error.to_string()))?,
    )?;
    if answer.status().is_success() {
        return Ok(());
    }
    if answer.status() == StatusCode::NOT_FOUND {
        return Err(failed(format!("{} is not a local stack", url.as_str())));
    }
    let said = serde_json::from_slice::<Refusal>(answer.body()).ok();
    let said = said
        .and_then(|refusal| refusal.detail.or(refusal.title))
        .or_else(|| json::pretty(answer.body()));
    Err(failed(
        said.unwrap_or_else(|| format!("the stack answered {}", answer.status())),
    ))
}
