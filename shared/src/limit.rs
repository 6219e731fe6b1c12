//! Limits that slow an attacker and never lock the owner out for good.
//!
//! Two kinds, both kept in DynamoDB and both decided by the write itself, so that two hundred
//! parallel guesses get no further than two hundred in a row:
//!
//! - **per address**, a leaky bucket (GCRA): one number, the time until which attempts are spoken
//!   for. Each attempt adds [`Bucket::interval`]; it is refused while the number is further ahead
//!   than [`Bucket::burst`] attempts reach. It lives in the item that the attempt changes
//!   anyway, and in the same place for an address nobody has, so that the two answer alike.
//! - **per source**, a count in a window, in an item of its own that expires.
//!
//! Text messages cost money, so they have one of each: a bucket per number, across tenants, and a count
//! per tenant and day.

use std::net::{IpAddr, Ipv6Addr};

use jiff::{SignedDuration, Timestamp};

/// A leaky bucket: so many at once, then one per interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// How many attempts may come at once.
    pub burst: u32,
    /// How long until one more is allowed.
    pub interval: SignedDuration,
}

impl Bucket {
    /// The furthest that attempts may be spoken for, in milliseconds since 1970, with one more
    /// still allowed.
    #[must_use]
    pub fn horizon(&self, now: Timestamp) -> i64 {
        now.as_millisecond() + self.interval_ms() * i64::from(self.burst.saturating_sub(1))
    }

    /// The interval in milliseconds.
    #[must_use]
    pub fn interval_ms(&self) -> i64 {
        i64::try_from(self.interval.as_millis()).unwrap_or(i64::MAX)
    }

    /// How long somebody refused at `now` has to wait, in whole seconds, at least one.
    #[must_use]
    pub fn retry_after(&self, spoken_for: i64, now: Timestamp) -> u32 {
        let wait = spoken_for - self.horizon(now);
        u32::try_from((wait + 999) / 1_000).unwrap_or(1).max(1)
    }
}

/// What a source is counted as: an IPv4 address stands for itself, an IPv6 one for its /64, which is what one line
/// is given.
#[must_use]
pub fn line(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into(),
        address => address,
    }
}

/// So many in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// How many.
    pub limit: u32,
    /// How long the window is.
    pub length: SignedDuration,
}

impl Window {
    /// The number of the window that `now` is in.
    #[must_use]
    pub fn index(&self, now: Timestamp) -> i64 {
        now.as_second() / self.length.as_secs().max(1)
    }

    /// The seconds until the next window, at least one.
    #[must_use]
    pub fn retry_after(&self, now: Timestamp) -> u32 {
        let length = self.length.as_secs().max(1);
        u32::try_from(length - now.as_second() % length).unwrap_or(1).max(1)
    }
}

/// Every limit of a deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Mails to one address.
    pub sends_per_address: Bucket,
    /// Text messages to one number, of all tenants together.
    pub texts_per_number: Bucket,
    /// Guesses at one person's password, voucher or code.
    pub guesses_per_address: Bucket,
    /// Calls of unauthenticated routes from one source: an IPv4 address, or an IPv6 /64.
    pub calls_per_source: Window,
}

impl Default for Limits {
    /// Five mails at once and five an hour; five text messages at once and one an hour; ten guesses at
    /// once and six an hour, which needs nine years for half of all six-digit codes; two hundred calls in
    /// five minutes.
    fn default() -> Self {
        Self {
            sends_per_address: Bucket {
                burst: 5,
                interval: SignedDuration::from_mins(12),
            },
            texts_per_number: Bucket {
                burst: 5,
                interval: SignedDuration::from_hours(1),
            },
            guesses_per_address: Bucket {
                burst: 10,
                interval: SignedDuration::from_mins(10),
            },
            calls_per_source: Window {
                limit: 200,
                length: SignedDuration::from_mins(5),
            },
        }
    }
}

/// Too many attempts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many attempts; the next one in {retry_after} s")]
pub struct TooOften {
    /// Seconds to wait: the `Retry-After` of the answer.
    pub retry_after: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUCKET: Bucket = Bucket {
        burst: 3,
        interval: SignedDuration::from_secs(10),
    };

    #[test]
    fn a_bucket_lets_a_burst_through_and_then_one_per_interval() {
        let now = Timestamp::from_second(1_000_000).expect("a time");
        let mut spoken_for = now.as_millisecond();
        for _ in 0..3 {
            assert!(spoken_for <= BUCKET.horizon(now));
            spoken_for += BUCKET.interval_ms();
        }
        assert!(spoken_for > BUCKET.horizon(now));
        assert_eq!(BUCKET.retry_after(spoken_for, now), 10);
        let later = now + SignedDuration::from_secs(10);
        assert!(spoken_for <= BUCKET.horizon(later));
    }

    #[test]
    fn a_window_tells_when_the_next_one_begins() {
        let window = Window {
            limit: 1,
            length: SignedDuration::from_secs(300),
        };
        let now = Timestamp::from_second(900 * 300 + 299).expect("a time");
        assert_eq!(window.index(now), 900);
        assert_eq!(window.retry_after(now), 1);
    }
}
