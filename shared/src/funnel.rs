//! The funnel: how many people reached which step on which day.
//!
//! A step is reached where its time stamp first appears on a person, and counts on the day of that time. Nothing is
//! taken back: who is erased was there. It holds numbers and nothing of anybody.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::customer::CustomerKind;
use crate::tenant::{Channel, TenantName};
use crate::user::{User, VerifiedBy, moment};

/// How far somebody may get.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// They are known: by a business customer, or by themselves.
    Provisioned,
    /// A first mail or text message to them was taken by the service that carries it, or the link by the tenant.
    Sent,
    /// Their mail server took a first one.
    Delivered,
    /// Their address or number is proven, or taken on the tenant's word.
    Verified,
    /// They have a credential that counts.
    Registered,
    /// Their first data has arrived.
    Active,
}

impl Step {
    /// All of them, in their order.
    pub const ALL: [Self; 6] = [
        Self::Provisioned,
        Self::Sent,
        Self::Delivered,
        Self::Verified,
        Self::Registered,
        Self::Active,
    ];

    /// The word in the table and the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Provisioned => "provisioned",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Verified => "verified",
            Self::Registered => "registered",
            Self::Active => "active",
        }
    }

    /// When a person reached it, in milliseconds since 1970.
    fn reached_at(self, user: &User) -> Option<i64> {
        let first = |at: fn(&crate::user::Delivery) -> Option<i64>| user.deliveries.iter().filter_map(at).min();
        match self {
            Self::Provisioned => Some(user.provisioned_at),
            Self::Sent => first(|delivery| delivery.sent_at)
                .or(user.handed_at)
                .or_else(|| answered_at(user, &[VerifiedBy::Mail, VerifiedBy::Sms])),
            Self::Delivered => {
                first(|delivery| delivery.delivered_at).or_else(|| answered_at(user, &[VerifiedBy::Mail]))
            }
            Self::Verified => user.verified_at,
            Self::Registered => user.registered_at,
            Self::Active => user.active_at,
        }
    }
}

/// What is counted of one day: how many people of which kind of customer reached which step.
pub type OfDay = BTreeMap<(CustomerKind, Step), u64>;

/// What changes of people add to the funnel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reached(BTreeMap<(TenantName, Date), OfDay>);

impl Reached {
    /// Adds what a change of a person says. Who is only moved to another address reaches nothing, and who is gone
    /// neither.
    pub fn add(&mut self, before: Option<&User>, after: Option<&User>) {
        let Some(user) = after.filter(|after| before.is_some() || !has_moved(after)) else {
            return;
        };
        for step in Step::ALL {
            let was_reached = before.is_some_and(|before| step.reached_at(before).is_some());
            if let Some(at) = step.reached_at(user).filter(|_| !was_reached) {
                let day = TimeZone::UTC.to_datetime(moment(at)).date();
                let of_day = self.0.entry((user.tenant.clone(), day)).or_default();
                *of_day.entry((user.customer_kind, step)).or_default() += 1;
            }
        }
    }

    /// Day by day.
    pub fn days(&self) -> impl Iterator<Item = (&TenantName, Date, &OfDay)> {
        self.0.iter().map(|((tenant, day), counts)| (tenant, *day, counts))
    }
}

/// When a person proved with a message that they got it. The notices of it may come later, or never, and nobody counts those
/// of people who are registered by then.
fn answered_at(user: &User, proofs: &[VerifiedBy]) -> Option<i64> {
    let by = user.verified_by.filter(|by| proofs.contains(by))?;
    let channel = match by {
        VerifiedBy::Sms => Channel::Sms,
        _ => Channel::Email,
    };
    let was_asked_for = user.deliveries.iter().any(|delivery| delivery.channel == channel);
    user.verified_at.filter(|_| was_asked_for)
}

/// Whether somebody is from another address: all that was theirs there has ended, which nobody begins with.
const fn has_moved(user: &User) -> bool {
    user.families_floor.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use crate::user::{Delivery, Status};

    /// What a change adds, as day and step.
    fn added(before: Option<&User>, after: Option<&User>) -> Vec<(String, &'static str, u64)> {
        let mut reached = Reached::default();
        reached.add(before, after);
        let days = reached.days().flat_map(|(_, day, counts)| {
            let steps = counts.iter();
            steps.map(move |((_, step), count)| (day.to_string(), step.as_str(), *count))
        });
        days.collect()
    }

    fn delivered(user: &User, sent_at: i64, delivered_at: Option<i64>) -> User {
        let delivery = Delivery {
            sent_at: Some(sent_at),
            delivered_at,
            ..Delivery::queued(Channel::Email, sent_at)
        };
        let mut user = user.clone();
        user.deliveries.push(delivery);
        user
    }

    #[test]
    fn a_step_counts_once_and_on_its_own_day() {
        let user = testing::user();
        let (at, day_ms) = (user.provisioned_at, 86_400_000);
        assert_eq!(added(None, Some(&user)), [("2026-11-18".to_owned(), "provisioned", 1)]);
        let sent = delivered(&user, at + day_ms, None);
        assert_eq!(added(Some(&user), Some(&sent)), [("2026-11-19".to_owned(), "sent", 1)]);
        let again = delivered(&sent, at + 2 * day_ms, Some(at + 2 * day_ms));
        assert_eq!(
            added(Some(&sent), Some(&again)),
            [("2026-11-20".to_owned(), "delivered", 1)]
        );
        let third = delivered(&again, at + 3 * day_ms, Some(at + 3 * day_ms));
        assert!(added(Some(&again), Some(&third)).is_empty());
        assert!(added(Some(&again), Some(&again)).is_empty() && added(Some(&again), None).is_empty());
    }

    #[test]
    fn who_opens_an_account_themselves_reaches_three_steps_at_once() {
        let user = testing::user();
        let at = Some(user.provisioned_at);
        let opened = User {
            status: Status::Registered,
            verified_at: at,
            registered_at: at,
            customer_kind: CustomerKind::Business,
            ..user
        };
        let steps: Vec<_> = added(None, Some(&opened))
            .into_iter()
            .map(|(_, step, _)| step)
            .collect();
        assert_eq!(steps, ["provisioned", "verified", "registered"]);
    }

    #[test]
    fn who_answers_a_message_got_it_whatever_notices_come_later() {
        let mut asked = testing::user();
        asked.deliveries = vec![Delivery::queued(Channel::Email, asked.provisioned_at)];
        let at = Some(asked.provisioned_at + 1_000);
        let steps = |before: &User, after: &User| -> Vec<_> {
            let added = added(Some(before), Some(after)).into_iter();
            added.map(|(_, step, count)| (step, count)).collect()
        };
        let answered = |by| User {
            status: Status::Verified,
            verified_at: at,
            verified_by: Some(by),
            ..asked.clone()
        };
        let by_mail = answered(VerifiedBy::Mail);
        let all = [("sent", 1), ("delivered", 1), ("verified", 1)];
        assert_eq!(steps(&asked, &by_mail), all);
        let noticed = delivered(&by_mail, asked.provisioned_at, at);
        assert!(steps(&by_mail, &noticed).is_empty());
        // On the tenant's word, or by a text message that nobody sent, nothing shows that a mail arrived.
        for by in [VerifiedBy::Tenant, VerifiedBy::Sms] {
            assert_eq!(steps(&asked, &answered(by)), [("verified", 1)]);
        }
    }

    #[test]
    fn who_moves_to_another_address_was_counted_before() {
        let moved = User {
            families_floor: Some(0),
            ..testing::user()
        };
        assert!(added(None, Some(&moved)).is_empty());
    }
}
