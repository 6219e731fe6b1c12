//! Reminds people who were invited and have not registered, and in the end erases them; and asks those again who decide
//! about accounts that wait.
//!
//! What is due is a rule of the domain ([`usher::housekeeping::due`]), decided from the person and the tenant as they
//! are now. Each effect is one conditional write, and only then does the entry that led to it move: a run that
//! ends in between leaves an entry behind, and the next run moves it without a second effect.

use jiff::{SignedDuration, Timestamp};
use usher::housekeeping::{Due, due};
use usher::store::{DueEntry, StoreError, Written};
use usher::tenant::{Tenant, TenantName};
use usher::user::User;

use super::key_rotation::Scheduled;
use crate::app::App;
use crate::{Trigger, Worker};

/// This worker.
pub const WORKER: Worker = Worker {
    name: "housekeeping",
    trigger: Trigger::Schedule,
};

/// How long a run takes on new entries; the next run goes on where it ends.
const BUDGET: SignedDuration = SignedDuration::from_secs(45);
/// How many entries are read at once.
const PAGE: i32 = 50;
/// About how many accounts a tenant's endpoint is asked again in a run: one that is down is not to hold up those of others.
const ASKED_AGAIN: usize = 50;

/// Something could not be done; the next run tries again.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the housekeeping of {tenants} tenants is not finished")]
pub struct Unfinished {
    /// For how many tenants.
    pub tenants: usize,
}

/// A moment of the schedule has come.
///
/// # Errors
/// As [`run`].
pub async fn handle(app: &App, _: Scheduled) -> Result<(), Unfinished> {
    run(app).await
}

/// Does what is due for every tenant. One that fails stops no other.
///
/// # Errors
/// At the end, when something failed: an alarm hears of it.
pub async fn run(app: &App) -> Result<(), Unfinished> {
    let until = app.clock.now() + BUDGET;
    let names = app.store.tenant_names().await.map_err(|error| {
        tracing::error!(cause = %error, "the tenants cannot be read");
        Unfinished { tenants: 0 }
    })?;
    let mut tenants = 0;
    for name in names {
        if let Err(error) = keep(app, &name, until).await {
            tracing::error!(cause = %error, tenant = %name, "the housekeeping of a tenant is not finished");
            tenants += 1;
        }
    }
    match tenants {
        0 => Ok(()),
        _ => Err(Unfinished { tenants }),
    }
}

/// Does what is due for a tenant, oldest first. An entry that fails stays, and stops no other.
async fn keep(app: &App, name: &TenantName, until: Timestamp) -> Result<(), StoreError> {
    let mut outcome = Ok(());
    let mut after = String::new();
    let mut tenant = None;
    let mut asked_again = 0;
    loop {
        let entries = app.store.due(name, &after, PAGE, app.clock.now()).await?;
        let Some(last) = entries.last() else {
            return outcome;
        };
        after.clone_from(&last.place);
        if tenant.is_none() {
            tenant = app.store.get_tenant(name, &app.keys).await?;
        }
        let Some(tenant) = &tenant else {
            return outcome;
        };
        for entry in &entries {
            if app.clock.now() >= until {
                return outcome;
            }
            if let Err(error) = work_on(app, tenant, entry, &mut asked_again).await {
                outcome = Err(error);
            }
        }
    }
}

async fn work_on(app: &App, tenant: &Tenant, entry: &DueEntry, asked_again: &mut usize) -> Result<(), StoreError> {
    let now = app.clock.now();
    let Some(user) = app.store.get_user(&tenant.name, &entry.key).await? else {
        return app.store.delete_due(&tenant.name, entry).await;
    };
    match due(tenant, &user, now) {
        Due::Remind => {
            if app.store.remind(&user, tenant.link_life_seconds, now).await? {
                return go_on(app, tenant, &user, entry, now).await;
            }
            // Another run was faster, or the person changed: the next run sees what is due then.
            Ok(())
        }
        // What is left of the endpoint's share stays where it is, first in the next run.
        Due::AskAgain(whom) if whom.endpoint && *asked_again >= ASKED_AGAIN => Ok(()),
        Due::AskAgain(whom) => match app.store.ask_again(&user, whom, now).await? {
            Some(user) => {
                *asked_again += usize::from(whom.endpoint);
                go_on(app, tenant, &user, entry, now).await
            }
            None => Ok(()),
        },
        Due::Purge => match app.store.erase_unregistered(&user, now).await? {
            Written::Now | Written::Before => app.store.delete_due(&tenant.name, entry).await,
            Written::Changed | Written::KeyReused => Ok(()),
        },
        Due::Wait(_) | Due::Drop => go_on(app, tenant, &user, entry, now).await,
    }
}

/// Moves an entry to the next moment, or takes it away where there is none. First the next is put: a person may have two
/// entries for a moment, but never none.
async fn go_on(app: &App, tenant: &Tenant, user: &User, entry: &DueEntry, now: Timestamp) -> Result<(), StoreError> {
    if let Some(next) = tenant.next_moment(user, now.as_millisecond()) {
        app.store.put_due(user, next).await?;
    }
    app.store.delete_due(&tenant.name, entry).await
}
