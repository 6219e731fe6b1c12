//! Providers that do not answer are left alone for a while: nobody waits for them in vain, and they can recover.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use usher::tenant::TenantName;

/// After how many failures in a row a provider is left alone.
const FAILURES: u32 = 5;
/// For how long. Then one call tries it, and the others go on waiting for what comes of that.
pub(super) const LEFT_ALONE: SignedDuration = SignedDuration::from_secs(30);

/// What this sandbox knows of how providers answer, by tenant and connection.
#[derive(Debug, Default)]
pub(crate) struct Breakers(Mutex<HashMap<(TenantName, String), State>>);

#[derive(Debug, Default)]
struct State {
    failures: u32,
    left_alone_until: Option<Timestamp>,
}

impl Breakers {
    /// Whether a provider may be asked now.
    pub(super) fn lets(&self, tenant: &TenantName, connection: &str, now: Timestamp) -> bool {
        let mut states = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(state) = states.get_mut(&(tenant.clone(), connection.to_owned())) else {
            return true;
        };
        match state.left_alone_until {
            None => true,
            Some(until) if until > now => false,
            Some(_) => {
                state.left_alone_until = Some(now.saturating_add(LEFT_ALONE).unwrap_or(now));
                true
            }
        }
    }

    /// It has answered.
    pub(super) fn answered(&self, tenant: &TenantName, connection: &str) {
        let mut states = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        states.remove(&(tenant.clone(), connection.to_owned()));
    }

    /// It has not.
    pub(super) fn failed(&self, tenant: &TenantName, connection: &str, now: Timestamp) {
        let mut states = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let state = states.entry((tenant.clone(), connection.to_owned())).or_default();
        state.failures = state.failures.saturating_add(1);
        if state.failures >= FAILURES {
            state.left_alone_until = Some(now.saturating_add(LEFT_ALONE).unwrap_or(now));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_fails_again_and_again_is_left_alone_and_then_tried_once() {
        let breakers = Breakers::default();
        let start: Timestamp = "2026-11-26T12:00:00Z".parse().expect("a moment");
        let tenant: TenantName = "acme".parse().expect("a name");
        let at = |seconds: i64| start + SignedDuration::from_secs(seconds);
        for _ in 1..FAILURES {
            breakers.failed(&tenant, "login", start);
            assert!(breakers.lets(&tenant, "login", start));
        }
        breakers.failed(&tenant, "login", start);
        assert!(!breakers.lets(&tenant, "login", at(29)));
        assert!(breakers.lets(&tenant, "other", at(29)), "another one is asked");
        assert!(breakers.lets(&tenant, "login", at(30)));
        assert!(!breakers.lets(&tenant, "login", at(31)), "one tries it");
        breakers.failed(&tenant, "login", at(32));
        assert!(!breakers.lets(&tenant, "login", at(61)));
        assert!(breakers.lets(&tenant, "login", at(62)));
        breakers.answered(&tenant, "login");
        assert!(breakers.lets(&tenant, "login", at(63)));
        breakers.failed(&tenant, "login", at(64));
        assert!(breakers.lets(&tenant, "login", at(64)), "it counts from the beginning");
    }
}
