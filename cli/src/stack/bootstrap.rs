//! `usher bootstrap`: the first steps in a new stack.

use std::process::ExitCode;

use clap::Args;
use usher::adapters::kms::create_keys;
use usher::address::EmailAddress;
use usher::entropy::Entropy;
use usher::tenant::TenantName;

use super::first_tenant::FirstTenant;
use super::{Stack, StackName, block_on, clock, documents, sender};
use crate::Told;

/// Makes a deployed stack's keys, its first tenant and its clients, and prints once what they need.
///
/// What exists already stays as it is, so that it can be run again after a failure.
#[derive(Args, Debug)]
pub(crate) struct Bootstrap {
    /// The stage (dev, staging, prod) or the stack's own name.
    #[arg(long, value_name = "STACK")]
    stack: StackName,
    /// The tenant's short name; without it, the stack's default tenant.
    #[arg(long, value_name = "NAME")]
    tenant: Option<TenantName>,
    /// The tenant's name as people know it; without it, the short name with a capital letter.
    #[arg(long, value_name = "TEXT")]
    display_name: Option<String>,
    /// The address its mails come from; without it, no-reply@ the stack's sender domain.
    #[arg(long, value_name = "ADDRESS")]
    sender: Option<EmailAddress>,
}

impl Bootstrap {
    /// Does it.
    ///
    /// # Errors
    /// When the stack is not there, SES has not verified the sender, or AWS refuses.
    pub(crate) fn run(self) -> Result<ExitCode, Told> {
        block_on(async {
            let stack = Stack::find(self.stack.clone()).await?;
            self.apply(&stack).await.map(|()| ExitCode::SUCCESS)
        })
    }

    async fn apply(&self, stack: &Stack) -> Result<(), Told> {
        let entropy = Entropy::default();
        let first = self.first(stack, &entropy)?;
        let name = &first.tenant.name;
        sender::check(&stack.ses, &first.tenant).await?;
        let keys = create_keys(
            &stack.store,
            &stack.kms,
            stack.output("SecretsKeyArn")?,
            &entropy,
            clock().now(),
        )
        .await
        .map_err(|error| Told(format!("the keys of {} cannot be made: {error}", stack.name)))?;
        eprintln!("{} has its keys", stack.name);
        let known = stack.store.get_tenant(name, &keys).await;
        if known
            .map_err(|error| Told(format!("the tenant {name} cannot be read: {error}")))?
            .is_some()
        {
            eprintln!("the tenant {name} is there already and stays as it is; `usher tenants apply` changes it");
            return Ok(());
        }
        documents::save(stack, &first.tenant, None, &keys).await?;
        eprintln!("the tenant {name} is made; keep what follows, it is shown only now");
        print!("{}", first.told(stack.output("PublicUrl")?));
        Ok(())
    }

    fn first(&self, stack: &Stack, entropy: &Entropy) -> Result<FirstTenant, Told> {
        let name = match (&self.tenant, stack.parameter("DefaultTenant")) {
            (Some(name), _) => name.clone(),
            (None, Some(name)) => name
                .parse()
                .map_err(|error| Told(format!("the stack's DefaultTenant: {error}")))?,
            (None, None) => {
                return Err(Told::new(
                    "the stack has no default tenant; name the first one with --tenant",
                ));
            }
        };
        let sender = match (&self.sender, stack.parameter("SenderDomain")) {
            (Some(sender), _) => sender.clone(),
            (None, Some(domain)) => format!("no-reply@{domain}")
                .parse()
                .map_err(|error| Told(format!("the stack's SenderDomain: {error}")))?,
            (None, None) => {
                return Err(Told::new(
                    "the stack has no sender domain; give an address with --sender",
                ));
            }
        };
        let display_name = self.display_name.clone().unwrap_or_else(|| capitalised(name.as_str()));
        FirstTenant::new(&name, &display_name, &sender, entropy, clock().now())
    }
}

/// `acme-energy` as `Acme-energy`.
fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}
