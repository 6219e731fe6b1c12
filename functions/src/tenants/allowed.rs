//! What a tenant's own programs may change of its document.

use usher::tenant::{Flaw, Tenant};

use crate::http::Caller;

/// Everything that `caller` may not change in this way; empty when it may.
///
/// What reaches beyond the tenant is for whoever runs the deployment, with `usher tenants apply`: another tenant's mails
/// must not come from this one's sender, nor its pages under this one's name. And nobody locks themselves out: a document
/// that could not be changed back is none that anybody meant.
pub(super) fn flaws(caller: &Caller, before: &Tenant, after: &Tenant) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut unless = |holds: bool, pointer: &str, message: &str| {
        if !holds {
            let (pointer, message) = (pointer.to_owned(), message.to_owned());
            flaws.push(Flaw { pointer, message });
        }
    };
    let operators = "is for whoever runs the deployment to change: usher tenants apply";
    unless(after.name == before.name, "/name", operators);
    unless(after.hosts == before.hosts, "/hosts", operators);
    unless(
        after.sender.address == before.sender.address,
        "/sender/address",
        operators,
    );
    unless(after.sms == before.sms, "/sms", operators);
    if let Some(operator) = &caller.operator {
        let message = "have to hold the operator who makes this change: nobody else's mistake should lock them out";
        unless(after.console.names(operator), "/console/operators", message);
        return flaws;
    }
    let own = after.client(&caller.client);
    unless(
        own.is_some_and(|client| client.configures),
        "/clients",
        "have to hold the client that makes this call, with configures: nobody could change it back",
    );
    let key = |tenant: &Tenant| tenant.client(&caller.client)?.key(caller.keyid.as_deref()?).cloned();
    let secret = |tenant: &Tenant| tenant.client(&caller.client).map(|client| client.secret_sha256.clone());
    let stays = match caller.keyid {
        // A shared key that is sent back as it was told stays as it is.
        Some(_) => key(before) == key(after) || key(after).is_some_and(|key| key.is_kept()),
        None => secret(before) == secret(after),
    };
    unless(
        own.is_none() || stays,
        "/clients",
        "have to hold the key or secret that this call is made with: add another one first, and change with that",
    );
    flaws
}
