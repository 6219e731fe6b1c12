//! The keys of lists: entries of one collection, sorted by a time.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::Date;

use super::Key;
use crate::id::Opaque;
use crate::person::NamePrefix;
use crate::tenant::TenantName;
use crate::user::{InvitationStatus, Phase};

/// The last millisecond that fits into the keys of lists, beyond the year 30000.
const LAST_MS: i64 = 999_999_999_999_999;

/// The list of a tenant's invitations of one phase.
pub(in crate::store) fn list(tenant: &TenantName, phase: Phase) -> String {
    format!("V#{tenant}#{}", phase.as_str())
}

/// An invitation on the list of its phase: what expires first comes first; of what is over, what ended last.
pub(in crate::store) fn listed(tenant: &TenantName, phase: Phase, at: i64, id: Opaque) -> Key {
    let place = match phase.is_open() {
        true => at,
        false => LAST_MS - at,
    };
    Key {
        pk: list(tenant, phase),
        sk: Cow::Owned(format!("{}#{id}", in_order(place))),
    }
}

/// The `sk` of everything of a status on the list of a phase, behind the entry `after`.
pub(in crate::store) fn listed_between(
    phase: Phase,
    status: Option<InvitationStatus>,
    after: &str,
    now: Timestamp,
) -> (String, String) {
    let now = now.as_millisecond();
    let (first, last) = match status {
        Some(InvitationStatus::Is(_)) if phase.is_open() => (now + 1, LAST_MS),
        Some(InvitationStatus::Expired) => (0, now),
        _ => (0, LAST_MS),
    };
    // Ids have one length and no `!` or `~`: nothing stands between an entry and these.
    let behind = format!("{after}!");
    (in_order(first).max(behind), format!("{}~", in_order(last)))
}

/// What is due for the people of a tenant.
pub(in crate::store) fn due(tenant: &TenantName) -> String {
    format!("R#{tenant}")
}

/// A person at the next moment at which something is due for them: what is due first comes first.
pub(in crate::store) fn due_at(tenant: &TenantName, at: i64, id: Opaque) -> Key {
    due_place(tenant, &format!("{}#{id}", in_order(at)))
}

/// The same, by the `sk` that it was found with.
pub(in crate::store) fn due_place(tenant: &TenantName, place: &str) -> Key {
    Key {
        pk: due(tenant),
        sk: Cow::Owned(place.to_owned()),
    }
}

/// The `sk` of everything that is due up to `now`, behind the entry `after`.
pub(in crate::store) fn due_between(after: &str, now: Timestamp) -> (String, String) {
    let last = format!("{}~", in_order(now.as_millisecond()));
    (format!("{after}!"), last)
}

/// Everybody of a tenant who waits for its decision.
pub(in crate::store) fn awaiting(tenant: &TenantName) -> String {
    format!("W#{tenant}")
}

/// The `sk` of everybody on a list by time, behind the entry `after`.
pub(in crate::store) fn any_time_behind(after: &str) -> (String, String) {
    (format!("{after}!"), format!("{}~", in_order(LAST_MS)))
}

/// An account that waits since `at`: who has waited longest comes first.
pub(in crate::store) fn awaiting_at(tenant: &TenantName, at: i64, id: Opaque) -> Key {
    Key {
        pk: awaiting(tenant),
        sk: Cow::Owned(format!("{}#{id}", in_order(at))),
    }
}

/// The people of a tenant by when they came.
pub(in crate::store) fn newest(tenant: &TenantName) -> String {
    format!("E#{tenant}#T")
}

/// A person there: who came last comes first.
pub(in crate::store) fn newest_at(tenant: &TenantName, at: i64, id: Opaque) -> Key {
    Key {
        pk: newest(tenant),
        sk: Cow::Owned(format!("{}#{id}", in_order(LAST_MS - at))),
    }
}

/// The people of a tenant by their names.
pub(in crate::store) fn named(tenant: &TenantName) -> String {
    format!("E#{tenant}#N")
}

/// A person there, under one of their search keys: those hold no space, which sorts before all that they hold.
pub(in crate::store) fn named_at(tenant: &TenantName, names: &str, id: Opaque) -> Key {
    Key {
        pk: named(tenant),
        sk: Cow::Owned(format!("{names} {id}")),
    }
}

/// The `sk` of everybody whose names begin so, behind the entry `after`.
pub(in crate::store) fn named_behind(prefix: &NamePrefix, after: &str) -> (String, String) {
    let prefix = prefix.as_str();
    // The last of all characters stands behind every name.
    (
        format!("{after}!").max(prefix.to_owned()),
        format!("{prefix}\u{10ffff}"),
    )
}

/// How many people of a tenant reached which step, day by day.
pub(in crate::store) fn funnel(tenant: &TenantName) -> String {
    format!("F#{tenant}")
}

/// One day of them.
pub(in crate::store) fn funnel_on(tenant: &TenantName, day: Date) -> Key {
    Key {
        pk: funnel(tenant),
        sk: Cow::Owned(day.to_string()),
    }
}

/// Beyond every version of a document.
const LAST_VERSION: u64 = 999_999_999;

/// A version of a tenant's document: the newest comes first.
pub(in crate::store) fn tenant_version(name: &TenantName, version: u64) -> Key {
    Key {
        pk: super::tenant_text(name),
        sk: Cow::Owned(format!("H#{:09}", LAST_VERSION.saturating_sub(version))),
    }
}

/// The `sk` of all versions of a document behind the entry `after`.
pub(in crate::store) fn tenant_versions_behind(after: Option<&str>) -> (String, String) {
    (format!("{}!", after.unwrap_or("H#")), "H#~".to_owned())
}

/// A time as text that sorts as it does.
fn in_order(milliseconds: i64) -> String {
    format!("{:015}", milliseconds.clamp(0, LAST_MS))
}
