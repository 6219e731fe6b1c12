//! Accounts that count only once their tenant has decided so.

pub mod approval;
pub mod list;
mod view;

use usher::store::{Decided, StoreError};
use usher::user::{Decision, User};

use crate::app::App;
use crate::metrics::{self, Step};

/// Decides about an account, unless it is known to be decided about.
pub(crate) async fn decided(app: &App, user: &User, decision: &Decision) -> Result<Decided, StoreError> {
    if let Some(before) = &user.decision {
        let user = Box::new(user.clone());
        return Ok(match before.approved == decision.approved {
            true => Decided::Yes(user),
            false => Decided::Otherwise(user),
        });
    }
    let decided = app.store.decide(user, decision).await?;
    if let (Decided::Yes(user), true) = (&decided, decision.approved) {
        metrics::reached(Step::Registered, &user.tenant);
    }
    Ok(decided)
}
