//! Randomness, as a parameter.

use std::sync::atomic::{AtomicU64, Ordering};

use ring::digest::{SHA256, digest};
use ring::rand::{SecureRandom, SystemRandom};

/// Where random bytes come from.
#[derive(Debug)]
pub enum Entropy {
    /// The operating system's generator, through ring.
    System(SystemRandom),
    /// A counted hash of a seed: the same bytes in the same order, for tests only.
    Seeded {
        /// What the bytes are derived from.
        seed: u64,
        /// How many blocks have been drawn.
        drawn: AtomicU64,
    },
}

impl Default for Entropy {
    fn default() -> Self {
        Self::System(SystemRandom::new())
    }
}

impl Entropy {
    /// A repeatable source for tests.
    #[cfg(any(test, feature = "testing"))]
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded {
            seed,
            drawn: AtomicU64::new(0),
        }
    }

    /// `N` random bytes.
    ///
    /// # Panics
    /// When the operating system cannot give randomness: nothing Usher does is safe without it.
    #[must_use]
    #[expect(clippy::expect_used, reason = "there is no safe way on without randomness")]
    #[expect(clippy::disallowed_methods, reason = "this is what the others are sent to")]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match self {
            Self::System(system) => system.fill(&mut bytes).expect("the system gives random bytes"),
            Self::Seeded { seed, drawn } => {
                for chunk in bytes.chunks_mut(32) {
                    let block = drawn.fetch_add(1, Ordering::Relaxed);
                    let hash = digest(&SHA256, &[seed.to_be_bytes(), block.to_be_bytes()].concat());
                    chunk.copy_from_slice(&hash.as_ref()[..chunk.len()]);
                }
            }
        }
        bytes
    }
}
