//! What a sandbox remembers of providers: where they do what, and the keys they sign with.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use usher::sso::{KeySet, Metadata};
use usher::tenant::TenantName;

/// How long what was read is believed.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(1);
/// How long after keys were read they are not read again because a token names one that is not among them: whoever makes up
/// names must not have the provider called for each.
const KEYS_REST: SignedDuration = SignedDuration::from_mins(1);

/// Providers by tenant, connection and issuer: one that is set anew is another.
type Name = (TenantName, String, String);

/// What is known of providers.
#[derive(Debug, Default)]
pub(crate) struct KnownProviders(Mutex<HashMap<Name, Known>>);

#[derive(Clone, Debug, Default)]
struct Known {
    metadata: Option<(Arc<Metadata>, Timestamp)>,
    keys: Option<(Arc<KeySet>, Timestamp)>,
    reading: Arc<tokio::sync::Mutex<()>>,
}

impl KnownProviders {
    /// The turn to look at a provider's keys, and to read them: others wait until it is over.
    pub(super) async fn turn(&self, name: &Name) -> tokio::sync::OwnedMutexGuard<()> {
        let mut reading = Arc::default();
        self.write(name, |known| reading = known.reading.clone());
        reading.lock_owned().await
    }

    pub(super) fn metadata(&self, name: &Name, now: Timestamp) -> Option<Arc<Metadata>> {
        self.read(name).metadata.and_then(|known| fresh(known, now))
    }

    pub(super) fn keys(&self, name: &Name, now: Timestamp) -> Option<Arc<KeySet>> {
        self.read(name).keys.and_then(|known| fresh(known, now))
    }

    /// Whether the keys may be read again before their time.
    pub(super) fn may_renew_keys(&self, name: &Name, now: Timestamp) -> bool {
        let read_at = self.read(name).keys.map(|(_, at)| at);
        read_at.is_none_or(|at| now.duration_since(at) >= KEYS_REST)
    }

    pub(super) fn keep_metadata(&self, name: &Name, metadata: Metadata, now: Timestamp) -> Arc<Metadata> {
        let metadata = Arc::new(metadata);
        self.write(name, |known| known.metadata = Some((metadata.clone(), now)));
        metadata
    }

    pub(super) fn keep_keys(&self, name: &Name, keys: KeySet, now: Timestamp) -> Arc<KeySet> {
        let keys = Arc::new(keys);
        self.write(name, |known| known.keys = Some((keys.clone(), now)));
        keys
    }

    fn read(&self, name: &Name) -> Known {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(name).cloned().unwrap_or_default()
    }

    fn write(&self, name: &Name, change: impl FnOnce(&mut Known)) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        change(known.entry(name.clone()).or_default());
    }
}

fn fresh<T>((known, read_at): (Arc<T>, Timestamp), now: Timestamp) -> Option<Arc<T>> {
    (now.duration_since(read_at) < REMEMBERED).then_some(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_believed_for_an_hour_and_read_anew_once_a_minute_at_most() {
        let providers = KnownProviders::default();
        let tenant: TenantName = "acme".parse().expect("a name");
        let name = (tenant, "login".to_owned(), "https://login.acme.example".to_owned());
        let start: Timestamp = "2026-11-26T12:00:00Z".parse().expect("a moment");
        let at = |seconds: i64| start + SignedDuration::from_secs(seconds);
        assert!(providers.keys(&name, start).is_none() && providers.may_renew_keys(&name, start));
        providers.keep_keys(&name, KeySet::default(), start);
        assert!(providers.keys(&name, at(3_599)).is_some());
        assert!(providers.keys(&name, at(3_600)).is_none());
        assert!(!providers.may_renew_keys(&name, at(59)));
        assert!(providers.may_renew_keys(&name, at(60)));
        let anew = (name.0.clone(), name.1.clone(), "https://other.acme.example".to_owned());
        assert!(providers.keys(&anew, start).is_none(), "set anew, it is another one");
    }
}
