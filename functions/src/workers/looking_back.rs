//! Whether a record may have come before, which the stream does not say.
//!
//! Reading each person before their mail is sent would answer it, and would double what a mail costs.
//! So the person is read only where there is a reason: something failed in this sandbox not long ago,
//! the sandbox is new, perhaps in place of one that crashed, or the mail was asked for a while ago.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// For how long after a failure its batch, or a part of it, may come again, in milliseconds: an hour.
const AFTER_FAILURE_MS: i64 = 3_600_000;
/// How soon a record comes that never came before: two hops on the stream at most.
const FRESH: SignedDuration = SignedDuration::from_secs(5);
/// Before a sandbox's first batch.
const UNTRIED: i64 = i64::MAX;

/// Until when this sandbox looks back before it sends, in milliseconds since 1970.
#[derive(Debug)]
pub(super) struct Watch(AtomicI64);

impl Default for Watch {
    fn default() -> Self {
        Self(AtomicI64::new(UNTRIED))
    }
}

/// How a batch is handled.
#[derive(Clone, Copy, Debug)]
pub(super) struct LookingBack {
    until: i64,
}

impl Watch {
    /// A batch begins. Unless it is [`Self::all_done`], if only for a panic, the next ones look back.
    pub(super) fn begin(&self, now: Timestamp) -> LookingBack {
        let until = now.as_millisecond().saturating_add(AFTER_FAILURE_MS);
        let before = self.0.swap(until, Ordering::Relaxed);
        LookingBack { until: before }
    }

    /// Nothing of the batch failed: it was no reason to look back for longer.
    pub(super) fn all_done(&self, batch: LookingBack) {
        let until = if batch.until == UNTRIED { i64::MIN } else { batch.until };
        self.0.store(until, Ordering::Relaxed);
    }
}

impl LookingBack {
    /// Whether a mail that was asked for then may be noted already.
    pub(super) fn is_needed(self, asked_at: Timestamp, now: Timestamp) -> bool {
        now.as_millisecond() < self.until || now.duration_since(asked_at) > FRESH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_000_000 + seconds).expect("a time")
    }

    #[test]
    fn a_new_sandbox_and_one_where_something_failed_look_back() {
        let watch = Watch::default();
        let first = watch.begin(at(0));
        assert!(first.is_needed(at(0), at(0)), "a new sandbox");
        watch.all_done(first);
        let second = watch.begin(at(1));
        assert!(!second.is_needed(at(1), at(1)), "all was done");
        // The second fails, or panics, and the third is done.
        let third = watch.begin(at(2));
        assert!(third.is_needed(at(2), at(2)));
        watch.all_done(third);
        assert!(
            watch.begin(at(60)).is_needed(at(60), at(60)),
            "others of its batch may come again"
        );
        let watch = Watch::default();
        watch.begin(at(0));
        assert!(!watch.begin(at(3_601)).is_needed(at(3_601), at(3_601)), "not for ever");
    }

    #[test]
    fn what_was_asked_for_a_while_ago_may_have_come_before() {
        let watch = Watch::default();
        watch.all_done(watch.begin(at(0)));
        let batch = watch.begin(at(10));
        assert!(batch.is_needed(at(4), at(10)));
        assert!(!batch.is_needed(at(6), at(10)));
    }
}
