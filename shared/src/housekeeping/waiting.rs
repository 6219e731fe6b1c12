//! What is due for accounts that wait for their tenant's decision.

use super::{DAY_MS, Due, HOUR_MS, moments_after};
use crate::tenant::Tenant;
use crate::user::User;

/// How long after a tenant's endpoint was asked in vain it is asked again. A run of each hour does so.
const ASKED_AGAIN_AFTER_MS: i64 = HOUR_MS / 2;
/// For how long after an account began to wait: what has not answered by then has left it to the approvers.
const ASKED_FOR_MS: i64 = 7 * DAY_MS;

/// Who is to be asked again about an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whom {
    /// The approvers, by mail.
    pub approvers: bool,
    /// The tenant's endpoint.
    pub endpoint: bool,
}

/// What is due at `at`, in milliseconds since 1970. Reminders whose moments have passed together are one.
pub(super) fn due(tenant: &Tenant, user: &User, at: i64) -> Due {
    let newest = reminder_moments(tenant, user).rfind(|moment| *moment <= at);
    // Read off the person, as for invitations: a run that ends before it moves the entry has no second effect.
    let is_left = |moment: i64| user.approvers_reminded_at.is_none_or(|reminded| reminded < moment);
    let whom = Whom {
        approvers: newest.is_some_and(is_left),
        endpoint: endpoint_moment(tenant, user).is_some_and(|moment| moment <= at),
    };
    match whom.approvers || whom.endpoint {
        true => Due::AskAgain(whom),
        false => next_moment(tenant, user, at).map_or(Due::Drop, Due::Wait),
    }
}

/// The next moment after `after` at which somebody is to be asked again.
pub(super) fn next_moment(tenant: &Tenant, user: &User, after: i64) -> Option<i64> {
    let moments = reminder_moments(tenant, user).chain(endpoint_moment(tenant, user));
    moments.filter(|moment| *moment > after).min()
}

fn reminder_moments<'a>(tenant: &'a Tenant, user: &User) -> impl DoubleEndedIterator<Item = i64> + 'a {
    let hours = tenant.approval(user.customer_kind);
    let hours = hours.map_or(&[][..], |approval| approval.remind_after_hours.as_slice());
    moments_after(began_at(user), hours)
}

/// When the endpoint is to be asked again that was asked and has not answered yet.
fn endpoint_moment(tenant: &Tenant, user: &User) -> Option<i64> {
    tenant.approval(user.customer_kind)?.endpoint.as_ref()?;
    let moment = user.endpoint_asked_at?.saturating_add(ASKED_AGAIN_AFTER_MS);
    (moment <= began_at(user).saturating_add(ASKED_FOR_MS)).then_some(moment)
}

fn began_at(user: &User) -> i64 {
    user.approval_asked_at().unwrap_or(user.provisioned_at)
}

#[cfg(test)]
mod tests;
