//! What is due for people who were invited and have not registered: reminders, and in the end their erasure. And for
//! accounts that wait for a decision: asking those again who decide.
//!
//! A tenant says when, counted from the moment of the invitation or since the account waits. One entry per person leads to
//! the next moment ([`Tenant::next_moment`]); once that has come, [`due`] decides from the person and the tenant as they are
//! then.

mod waiting;

pub use waiting::Whom;

use jiff::Timestamp;

use crate::tenant::Tenant;
use crate::user::{Invitation, Phase, User};

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// How many reminders there may be.
const MAX_REMINDERS: usize = 5;
/// 1 hour to 30 days.
const REMINDER_HOURS: std::ops::RangeInclusive<u16> = 1..=720;
/// 1 day to 2 years.
const PURGE_DAYS: std::ops::RangeInclusive<u16> = 1..=730;

/// What is to be done for a person now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The message is to be asked for again.
    Remind,
    /// Nothing, until this moment, in milliseconds since 1970.
    Wait(i64),
    /// Those who decide about the account are to be asked again.
    AskAgain(Whom),
    /// The person is to be erased.
    Purge,
    /// Nothing, ever.
    Drop,
}

/// What is due at `now`.
///
/// Reminders whose moments have passed together are one reminder, and one that could not be sent at its moment is
/// left out once the next has come. A person is purged whether or not their invitation was withdrawn.
#[must_use]
pub fn due(tenant: &Tenant, user: &User, now: Timestamp) -> Due {
    let at = now.as_millisecond();
    if user.awaits_decision() {
        return waiting::due(tenant, user, at);
    }
    let Some(invited_at) = open_invitation(user).map(|invitation| invitation.created_at) else {
        return Due::Drop;
    };
    if tenant.purge_moment(invited_at).is_some_and(|moment| moment <= at) {
        return Due::Purge;
    }
    let newest = tenant.reminder_moments(invited_at).rfind(|moment| *moment <= at);
    // Read off the person and not off the entry: a run that ends before it moves the entry has no second effect.
    let is_left = |moment: i64| user.reminded_at.is_none_or(|reminded| reminded < moment);
    if newest.is_some_and(is_left) && may_be_reminded(user) {
        return Due::Remind;
    }
    tenant.next_moment(user, at).map_or(Due::Drop, Due::Wait)
}

/// The invitation of somebody who has not registered.
fn open_invitation(user: &User) -> Option<&Invitation> {
    user.invitation.as_ref().filter(|_| !user.status.may_sign_in())
}

/// The moments that lie so many hours after one, all in milliseconds since 1970.
fn moments_after(begun_at: i64, hours: &[u16]) -> impl DoubleEndedIterator<Item = i64> + '_ {
    let hours = hours.iter();
    hours.map(move |hours| begun_at.saturating_add(i64::from(*hours) * HOUR_MS))
}

/// Whether a reminder would be welcome and would arrive: the invitation is open, its newest message did not fail, and
/// it is not the tenant itself who delivers the link.
fn may_be_reminded(user: &User) -> bool {
    let phase = user.progress().map(|progress| progress.phase);
    let is_open = phase.is_some_and(|phase| phase.is_open() && phase != Phase::Bounced);
    let has_failed = user
        .deliveries()
        .last()
        .is_some_and(|newest| matches!(newest.status(), "bounced" | "complained" | "failed"));
    is_open && !has_failed && user.mail_stopped.is_none() && !user.is_handed_over()
}

impl Tenant {
    /// The next moment after `after` at which something is due for a person, both in milliseconds since 1970.
    #[must_use]
    pub fn next_moment(&self, user: &User, after: i64) -> Option<i64> {
        if user.awaits_decision() {
            return waiting::next_moment(self, user, after);
        }
        let invited_at = open_invitation(user)?.created_at;
        let moments = self.reminder_moments(invited_at).chain(self.purge_moment(invited_at));
        moments.filter(|moment| *moment > after).min()
    }

    fn reminder_moments(&self, invited_at: i64) -> impl DoubleEndedIterator<Item = i64> + '_ {
        moments_after(invited_at, &self.reminders_after_hours)
    }

    fn purge_moment(&self, invited_at: i64) -> Option<i64> {
        let days = self.purge_unregistered_after_days?;
        Some(invited_at.saturating_add(i64::from(days) * DAY_MS))
    }

    /// Everything wrong with when people are reminded and erased: where, and what.
    pub(crate) fn housekeeping_flaws(&self) -> Vec<(String, &'static str)> {
        let reminders = &self.reminders_after_hours;
        let mut flaws = reminder_flaws(reminders, "/reminders_after_hours");
        let mut unless = |holds: bool, at: &str, message| {
            if !holds {
                flaws.push((at.to_owned(), message));
            }
        };
        if let Some(days) = self.purge_unregistered_after_days {
            let (at, hours) = ("/purge_unregistered_after_days", u32::from(days) * 24);
            let last = reminders.iter().max().copied().unwrap_or_default();
            unless(PURGE_DAYS.contains(&days), at, "has to be 1 to 730 (2 years)");
            unless(
                hours > u32::from(last),
                at,
                "has to be longer than the last reminder takes",
            );
            unless(
                hours * 3_600 > self.link_life_seconds,
                at,
                "has to be longer than link_life_seconds",
            );
        }
        flaws
    }
}

/// What is wrong with the hours after which somebody is reminded, which stand at `at`: where, and what.
pub(crate) fn reminder_flaws(reminders: &[u16], at: &str) -> Vec<(String, &'static str)> {
    let mut flaws = Vec::new();
    let mut unless = |holds: bool, at: &str, message| {
        if !holds {
            flaws.push((at.to_owned(), message));
        }
    };
    unless(reminders.len() <= MAX_REMINDERS, at, "are more than 5");
    let mut before = None;
    for (index, hours) in reminders.iter().enumerate() {
        let at = format!("{at}/{index}");
        unless(REMINDER_HOURS.contains(hours), &at, "has to be 1 to 720 (30 days)");
        unless(
            before.is_none_or(|before| hours > before),
            &at,
            "has to be more than the one before",
        );
        before = Some(hours);
    }
    flaws
}

#[cfg(test)]
mod tests;
