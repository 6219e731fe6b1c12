//! The time, as a parameter.
//!
//! Nothing in Usher asks the machine for the time but [`Clock::now`]; `clippy.toml` forbids the
//! rest. That is what lets a test stand one second behind an expiry, and the local stack skip a day.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// The system's clock plus an offset, which is zero outside tests and the local stack.
///
/// Clones share the offset: advancing one advances all.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    offset_seconds: Arc<AtomicI64>,
}

impl Clock {
    /// A clock that shows the system's time.
    #[must_use]
    pub fn system() -> Self {
        Self::default()
    }

    /// The time now, cut to milliseconds: what is stored and what is compared are then the same.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the system's clock")]
    pub fn now(&self) -> Timestamp {
        let offset = SignedDuration::from_secs(self.offset_seconds.load(Ordering::Relaxed));
        let shifted = Timestamp::now().saturating_add(offset).unwrap_or(Timestamp::MAX);
        Timestamp::from_millisecond(shifted.as_millisecond()).unwrap_or(shifted)
    }

    /// Moves this clock and all its clones by `seconds`, which may be negative, and returns the
    /// whole offset in seconds.
    pub fn advance(&self, seconds: i64) -> i64 {
        self.offset_seconds
            .fetch_add(seconds, Ordering::Relaxed)
            .saturating_add(seconds)
    }
}

/// Milliseconds since 1970 as a time; one that no calendar reaches becomes the nearest that one does.
#[must_use]
pub fn moment(milliseconds: i64) -> Timestamp {
    let limit = if milliseconds < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    };
    Timestamp::from_millisecond(milliseconds).unwrap_or(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clone_moves_with_its_clock() {
        let clock = Clock::system();
        let clone = clock.clone();
        let before = clone.now();
        clock.advance(3_600);
        assert!(clone.now().duration_since(before) >= SignedDuration::from_secs(3_600));
    }
}
