//! The documents of a stack's tenants, in its table.

use tokio::runtime::Runtime;
use usher::keys::KeyRing;
use usher::outbound::OutboundPolicy;
use usher::store::{SaveTenantError, StoreError, TenantChange, TenantVersion};
use usher::tenant::{Tenant, TenantName};

use super::{Stack, StackName, clock, runtime, sender};
use crate::{Refused, Told};

/// How many versions are read at once.
const PAGE: usize = 100;

/// What whoever runs a stack reads and writes of its tenants.
#[derive(Debug)]
pub(crate) struct Documents {
    /// One for all calls: the clients' connections live in it.
    runtime: Runtime,
    stack: Stack,
    keys: KeyRing,
}

impl Documents {
    /// Those of a stack.
    ///
    /// # Errors
    /// When it is not there, or has no keys yet.
    pub(crate) fn of(name: StackName) -> Result<Self, Told> {
        let runtime = runtime()?;
        let (stack, keys) = runtime.block_on(async {
            let stack = Stack::find(name).await?;
            let keys = stack.keys().await?;
            Ok::<_, Told>((stack, keys))
        })?;
        Ok(Self { runtime, stack, keys })
    }

    /// Where the stack is.
    ///
    /// # Errors
    /// When it does not say.
    pub(crate) fn url(&self) -> Result<&str, Told> {
        self.stack.output("PublicUrl")
    }

    /// The tenant that is meant where none is named.
    ///
    /// # Errors
    /// When the stack has none.
    pub(crate) fn default_tenant(&self) -> Result<TenantName, Told> {
        let name = self.stack.parameter("DefaultTenant");
        let name = name.ok_or_else(|| Told::new("the stack has no default tenant; name one with --tenant"))?;
        name.parse()
            .map_err(|error| Told(format!("the stack's DefaultTenant: {error}")))
    }

    /// The document as it is, if there is one.
    ///
    /// # Errors
    /// When the table fails.
    pub(crate) fn current(&self, name: &TenantName) -> Result<Option<(Tenant, TenantVersion)>, Told> {
        let found = self.stack.store.get_tenant_version(name, &self.keys);
        self.runtime.block_on(found).map_err(|error| unreadable(name, &error))
    }

    /// A version of it, if there is one.
    ///
    /// # Errors
    /// When the table fails.
    pub(crate) fn past(&self, name: &TenantName, version: u64) -> Result<Option<(Tenant, TenantVersion)>, Told> {
        let found = self.stack.store.get_past_tenant(name, version);
        self.runtime.block_on(found).map_err(|error| unreadable(name, &error))
    }

    /// All versions, the newest first.
    ///
    /// # Errors
    /// When the table fails.
    pub(crate) fn history(&self, name: &TenantName) -> Result<Vec<TenantVersion>, Told> {
        let (mut versions, mut after) = (Vec::new(), None);
        loop {
            let page = self.stack.store.list_tenant_versions(name, after.as_deref(), PAGE);
            let page = self.runtime.block_on(page).map_err(|error| unreadable(name, &error))?;
            versions.extend(page.versions);
            after = page.next;
            if after.is_none() {
                return Ok(versions);
            }
        }
    }

    /// Refuses tenants whose mails SES would refuse, and documents that this version of Usher does not take.
    ///
    /// # Errors
    /// What is in the way of the first of them.
    pub(crate) fn check<'a>(&self, tenants: impl IntoIterator<Item = &'a Tenant>) -> Result<(), Refused> {
        for tenant in tenants {
            let flaws = functions::tenants::flaws_under(tenant, OutboundPolicy::public());
            if !flaws.is_empty() {
                let told = Told(format!("{} was not applied", tenant.name));
                return Err(Refused { told, flaws });
            }
            self.runtime.block_on(sender::check(&self.stack.ses, tenant))?;
        }
        Ok(())
    }

    /// Replaces a tenant by its document: whichever version is there, or the one that is expected.
    ///
    /// # Errors
    /// What is in the way.
    pub(crate) fn save(&self, tenant: &Tenant, expected: Option<u64>) -> Result<TenantVersion, Refused> {
        self.runtime.block_on(save(&self.stack, tenant, expected, &self.keys))
    }
}

/// Saves a tenant's document in the name of whoever runs this program.
///
/// # Errors
/// What is in the way.
pub(super) async fn save(
    stack: &Stack,
    tenant: &Tenant,
    expected: Option<u64>,
    keys: &KeyRing,
) -> Result<TenantVersion, Refused> {
    let by = operator();
    let change = TenantChange {
        expected,
        ..TenantChange::by(&by)
    };
    let saved = stack.store.save_tenant(tenant, &change, keys, clock().now()).await;
    saved.map_err(|error| match error {
        SaveTenantError::NothingToKeep(flaws) | SaveTenantError::Taken(flaws) | SaveTenantError::TextChanged(flaws) => {
            Refused {
                told: Told(format!("{} was not applied", tenant.name)),
                flaws,
            }
        }
        error => Told(format!("{} was not applied: {error}", tenant.name)).into(),
    })
}

fn unreadable(name: &TenantName, error: &StoreError) -> Told {
    Told(format!("the tenant {name} cannot be read: {error}"))
}

/// Who runs this program, as the history of a document tells it.
fn operator() -> String {
    let name = std::env::var("USER").ok().filter(|name| !name.is_empty());
    format!("operator {}", name.as_deref().unwrap_or("unknown"))
}
