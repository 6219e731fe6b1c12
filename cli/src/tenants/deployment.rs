//! Where tenants' documents are: behind the signed API, or in a stack's table.

use clap::Args;
use jiff::Timestamp;
use serde::Deserialize;
use usher::store::TenantVersion;
use usher::tenant::{Tenant, TenantName};

use super::api::Api;
use crate::credentials::OwnKey;
use crate::server::BaseUrl;
use crate::stack::{Documents, StackName};
use crate::{Refused, Told};

/// Which deployment. Without a stack it is the one at the URL, by signed calls of a client with `configures`.
#[derive(Args, Debug)]
pub(super) struct Target {
    /// A deployed stack, by the shell's AWS credentials: a stage (dev, staging, prod) or the stack's own name.
    #[arg(long, value_name = "STACK")]
    pub(super) stack: Option<StackName>,
    #[command(flatten)]
    pub(super) own: OwnKey,
}

/// Which tenant of it.
#[derive(Args, Debug)]
pub(super) struct Which {
    /// The tenant. Without it: the one whose key signs, the stack's default tenant, or acme of the demo.
    #[arg(long, value_name = "NAME")]
    pub(super) tenant: Option<TenantName>,
    #[command(flatten)]
    pub(super) target: Target,
}

impl Which {
    /// The deployment, and its tenant's document as it is.
    ///
    /// # Errors
    /// When there is no such tenant, or it cannot be read.
    pub(super) fn find(self, url: &BaseUrl) -> Result<(Deployment<'_>, Document), Told> {
        let deployment = Deployment::of(self.target, url)?;
        let document = deployment.current(self.tenant.as_ref())?;
        let unknown = || match &self.tenant {
            Some(name) => Told(format!("there is no tenant {name}")),
            None => Told::new("the stack's default tenant is not there; `usher bootstrap` makes it"),
        };
        Ok((deployment, document.ok_or_else(unknown)?))
    }
}

/// A document without secrets, and which version of it that is.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) tenant: Tenant,
    pub(super) version: u64,
}

/// A line of the history.
#[derive(Debug, Deserialize)]
pub(super) struct Version {
    #[serde(rename = "version")]
    pub(super) number: u64,
    pub(super) at: Timestamp,
    pub(super) by: String,
}

/// A deployment as far as its tenants' documents go.
#[derive(Debug)]
pub(super) enum Deployment<'a> {
    /// By `/v1/tenant`.
    Api(Api<'a>),
    /// By the table.
    Stack(Box<Documents>),
}

impl<'a> Deployment<'a> {
    /// The one that is meant.
    ///
    /// # Errors
    /// When the stack is not there.
    pub(super) fn of(target: Target, url: &'a BaseUrl) -> Result<Self, Told> {
        Ok(match target.stack {
            Some(stack) => Self::Stack(Box::new(Documents::of(stack)?)),
            None => Self::Api(Api::new(url, target.own)),
        })
    }

    /// The URL that people know it by.
    ///
    /// # Errors
    /// When a stack does not say.
    pub(super) fn url(&self) -> Result<&str, Told> {
        match self {
            Self::Api(api) => Ok(api.url()),
            Self::Stack(documents) => documents.url(),
        }
    }

    /// A tenant's document as it is; `None` when a stack has no such tenant. Without a name, the tenant whose key signs, or
    /// the stack's default.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn current(&self, name: Option<&TenantName>) -> Result<Option<Document>, Told> {
        match (self, name) {
            (Self::Api(api), name) => api.current(name).map(Some),
            (Self::Stack(documents), Some(name)) => Ok(documents.current(name)?.map(told)),
            (Self::Stack(documents), None) => Ok(documents.current(&documents.default_tenant()?)?.map(told)),
        }
    }

    /// A version of a tenant's document.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub(super) fn past(&self, name: &TenantName, version: u64) -> Result<Tenant, Told> {
        match self {
            Self::Api(api) => api.past(name, version),
            Self::Stack(documents) => {
                let found = documents.past(name, version)?.map(|(tenant, _)| tenant);
                found.ok_or_else(|| Told(format!("{name} has no version {version}")))
            }
        }
    }

    /// All versions, the newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub(super) fn history(&self, name: &TenantName) -> Result<Vec<Version>, Told> {
        match self {
            Self::Api(api) => api.history(name),
            Self::Stack(documents) => Ok(documents.history(name)?.into_iter().map(line).collect()),
        }
    }

    /// Replaces the version of a tenant's document, and tells which version it is then.
    ///
    /// # Errors
    /// What is in the way: another version, or what is wrong with the document.
    pub(super) fn replace(&self, tenant: &Tenant, version: u64) -> Result<u64, Refused> {
        match self {
            Self::Api(api) => api.replace(tenant, version),
            Self::Stack(documents) => {
                documents.check([tenant])?;
                Ok(documents.save(tenant, Some(version))?.number)
            }
        }
    }
}

fn told((tenant, version): (Tenant, TenantVersion)) -> Document {
    Document {
        tenant: tenant.without_secrets(),
        version: version.number,
    }
}

fn line(version: TenantVersion) -> Version {
    Version {
        number: version.number,
        at: version.at,
        by: version.by,
    }
}
