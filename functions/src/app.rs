//! The composition root: everything a handler needs, built once per sandbox.

use std::net::IpAddr;
use std::ops::Deref;
use std::sync::Arc;

use tokio::sync::Semaphore;
use usher::clock::Clock;
use usher::entropy::Entropy;
use usher::id::Opaque;
use usher::keys::KeyRing;
use usher::store::{Store, StoreError};

use crate::callers::Callers;
pub use crate::config::Config;
use crate::directory::Directory;
use crate::http::Problem;
use crate::sign_up::PartnerAnswers;
use crate::sso::{Breakers, KnownProviders};

/// Everything a handler needs. Clones share it.
#[derive(Clone, Debug)]
pub struct App(Arc<Parts>);

/// What an [`App`] is made of.
#[derive(Debug)]
pub struct Parts {
    /// What the environment says.
    pub config: Config,
    /// The table.
    pub store: Store,
    /// Tenants and clients, remembered for a minute.
    pub directory: Directory,
    /// The deployment's keys.
    pub keys: KeyRing,
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub entropy: Entropy,
    /// One hash at a time. A sandbox serves one request anyway; where a process serves many, more at
    /// once would each hold 19 MiB, and the allocator would keep what they gave back.
    hashing: Semaphore,
    /// What partner providers have answered this sandbox.
    pub(crate) partners: PartnerAnswers,
    /// How identity providers have answered this sandbox.
    pub(crate) breakers: Breakers,
    /// Where they do what, and the keys they sign with.
    pub(crate) providers: KnownProviders,
    /// The sources that have called this sandbox.
    callers: Callers,
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// Wires the parts.
    #[must_use]
    pub fn new(
        config: Config,
        dynamodb: aws_sdk_dynamodb::Client,
        keys: KeyRing,
        clock: Clock,
        entropy: Entropy,
    ) -> Self {
        Self(Arc::new(Parts {
            store: Store::new(dynamodb, &config.table),
            directory: Directory::default(),
            config,
            keys,
            clock,
            entropy,
            hashing: Semaphore::new(1),
            partners: PartnerAnswers::default(),
            breakers: Breakers::default(),
            providers: KnownProviders::default(),
            callers: Callers::default(),
        }))
    }

    /// Does `work` for a caller nobody knows, and counts the call against its source's limit
    /// beside it: no round trip in sequence.
    ///
    /// When the count comes back too high the work has been done, and what was done is answered. The
    /// source is remembered, and its next calls are refused before anything is done. Its first call is
    /// counted with its second.
    ///
    /// # Errors
    /// What `work` fails with, or that the source calls too often.
    pub async fn guarded<T>(
        &self,
        source: IpAddr,
        work: impl Future<Output = Result<T, Problem>>,
    ) -> Result<T, Problem> {
        let (window, now) = (self.config.limits.calls_per_source, self.clock.now());
        let calls = self.callers.called(source, window, now)?;
        if calls == 0 {
            return work.await;
        }
        let count = self.store.count_calls(source, calls, window, now);
        let (outcome, counted) = tokio::join!(work, count);
        if let Ok(Err(_)) = counted {
            self.callers.refuse(source, window, now);
        }
        match (outcome, counted) {
            // What was done is answered, whether or not it could be counted.
            (Ok(done), Ok(_)) => Ok(done),
            (Ok(done), Err(error)) => {
                tracing::error!(cause = %error, "a call could not be counted");
                Ok(done)
            }
            (Err(_), Ok(Err(too_often))) => Err(too_often.into()),
            (Err(problem), _) => Err(problem),
        }
    }

    /// Computes a password hash off the thread that serves, which would serve nobody meanwhile.
    ///
    /// # Errors
    /// When the computation was torn down.
    pub async fn hashing<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, StoreError> {
        let _permit = self.hashing.acquire().await;
        let done = tokio::task::spawn_blocking(work).await;
        done.map_err(|error| StoreError::Unavailable(error.to_string()))
    }

    /// A name for one try at a write, by which a repeated one knows itself.
    #[must_use]
    pub fn attempt(&self) -> String {
        Opaque::new(self.entropy.bytes()).to_string()
    }
}
