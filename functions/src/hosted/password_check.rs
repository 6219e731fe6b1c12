//! Whether a password is right, at the same price for everybody.

use std::net::IpAddr;

use usher::address::EmailAddress;
use usher::password::{Password, hash, needs_rehash, verify, verify_dummy};
use usher::tenant::TenantName;
use usher::user::{EmailKey, Status, User};

use crate::app::App;
use crate::http::Problem;

/// What an address and a password led to.
pub(crate) enum ShownPassword {
    /// It is theirs, and they may sign in.
    Person(Box<User>),
    /// It is theirs, and their account waits for the tenant's decision.
    WhoeverWaits,
    /// It is theirs, and their account was refused.
    WhoeverWasRefused,
    /// It is theirs, and the tenant has taken their account out of use.
    WhoeverIsSuspended,
    /// They do not fit.
    Nobody,
}

/// Whoever signs in with this address and password. Nobody learns whether an address is known: the attempt is counted
/// and a hash computed for anybody's. It is counted before it is looked at, in the write that reads the person, so that
/// many at once get no further than many in a row.
pub(crate) async fn sign_in_with(
    app: &App,
    source: IpAddr,
    tenant: &TenantName,
    email: &EmailAddress,
    password: Password,
) -> Result<ShownPassword, Problem> {
    let key = EmailKey::new(tenant, email);
    let (limit, now) = (app.config.limits.guesses_per_address, app.clock.now());
    let begun = app.store.begin_sign_in(tenant, &key, source, limit, now).await??;
    let waits = [Status::AwaitingApproval, Status::Suspended];
    let may_try = |user: &User| user.status.may_sign_in() || waits.contains(&user.status);
    let user = begun.user.filter(may_try);
    let phc = user.as_ref().and_then(|user| user.password.clone());
    let salt = app.entropy.bytes();
    let checked = app.hashing(move || match phc {
        Some(phc) if verify(&password, &phc) => {
            (true, needs_rehash(&phc).then(|| hash(&password, salt).ok()).flatten())
        }
        Some(_) => (false, None),
        None => (verify_dummy(&password), None),
    });
    let (right, stronger) = checked.await?;
    let Some(mut user) = user.filter(|_| right) else {
        return Ok(ShownPassword::Nobody);
    };
    if begun.others_before || stronger.is_some() {
        app.store.finish_sign_in(&user, stronger.as_deref()).await?;
        user.password = stronger.or(user.password);
    }
    // Only whoever has shown the password learns that the account does not count yet.
    Ok(match (user.status.may_sign_in(), user.awaits_decision()) {
        (true, _) => ShownPassword::Person(Box::new(user)),
        (false, _) if user.status == Status::Suspended => ShownPassword::WhoeverIsSuspended,
        (false, true) => ShownPassword::WhoeverWaits,
        (false, false) => ShownPassword::WhoeverWasRefused,
    })
}
