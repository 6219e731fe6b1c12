//! The composition root: everything a handler needs, built once per sandbox.

use std::collections::HashMap;
use std::net::IpAddr;
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Semaphore;
use usher::adapters::ses::Mailbox;
use usher::clock::Clock;
use usher::entropy::Entropy;
use usher::id::Opaque;
use usher::keys::KeyRing;
use usher::limit::TooOften;
use usher::store::{Store, StoreError};

pub use crate::config::Config;
use crate::directory::Directory;
use crate::http::Problem;
use crate::workers::Watch;

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
    /// The way out for mail.
    pub mailbox: Mailbox,
    /// The deployment's keys.
    pub keys: KeyRing,
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub entropy: Entropy,
    /// Whether records of the stream may have come before.
    pub looking_back: Watch,
    /// One hash at a time. A sandbox serves one request anyway; where a process serves many, more at
    /// once would each hold 19 MiB, and the allocator would keep what they gave back.
    hashing: Semaphore,
    /// Sources this sandbox has seen go over their limit, and until when.
    refused: Mutex<HashMap<IpAddr, i64>>,
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
        ses: aws_sdk_sesv2::Client,
        keys: KeyRing,
        clock: Clock,
        entropy: Entropy,
    ) -> Self {
        Self(Arc::new(Parts {
            store: Store::new(dynamodb, &config.table),
            mailbox: Mailbox::new(ses, config.configuration_set.clone()),
            directory: Directory::default(),
            config,
            keys,
            clock,
            entropy,
            looking_back: Watch::default(),
            hashing: Semaphore::new(1),
            refused: Mutex::default(),
        }))
    }

    /// Does `work` for a caller nobody knows, and counts the call against its source's limit
    /// beside it: no round trip in sequence.
    ///
    /// When the count comes back too high the work has been done, and what was done is answered. The
    /// source is remembered, and its next calls are refused before anything is done.
    ///
    /// # Errors
    /// What `work` fails with, or that the source calls too often.
    pub async fn guarded<T>(
        &self,
        source: IpAddr,
        work: impl Future<Output = Result<T, Problem>>,
    ) -> Result<T, Problem> {
        self.refuse_known(source)?;
        let (outcome, counted) = tokio::join!(work, self.count_call(source));
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

    async fn count_call(&self, source: IpAddr) -> Result<Result<(), TooOften>, StoreError> {
        let now = self.clock.now();
        let counted = self
            .store
            .count_call(source, self.config.limits.calls_per_source, now)
            .await?;
        if let Err(too_often) = counted {
            let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
            refused.retain(|_, until| *until > now.as_second());
            refused.insert(source, now.as_second() + i64::from(too_often.retry_after));
        }
        Ok(counted)
    }

    /// Refuses a source that this sandbox has seen go over its limit: no round trip.
    fn refuse_known(&self, source: IpAddr) -> Result<(), TooOften> {
        let now = self.clock.now();
        let refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        match refused.get(&source).map(|until| until - now.as_second()) {
            Some(wait) if wait > 0 => Err(TooOften {
                retry_after: u32::try_from(wait).unwrap_or(u32::MAX),
            }),
            _ => Ok(()),
        }
    }
}
