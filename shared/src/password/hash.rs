//! Argon2id, at the cost that OWASP's Password Storage Cheat Sheet asks for, in memory that is reused.

use std::sync::{Mutex, PoisonError};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use subtle::ConstantTimeEq;

use super::Password;

/// Memory in KiB (19 MiB), passes over it, and lanes.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// Octets of output, and of the salt.
const OUTPUT: usize = 32;
const SALT: usize = 16;

/// A hash of the current cost that no known password has: its output is all zeros.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdC4uLg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

static MEMORY: Pool = Pool::new();

/// The password could not be hashed; it says nothing about the password.
#[derive(Debug, thiserror::Error)]
#[error("argon2 did not accept its parameters")]
pub struct HashError(#[source] argon2::Error);

/// Hashes a new password to a PHC string such as `$argon2id$v=19$m=19456,t=2,p=1$…$…`.
///
/// The salt is the caller's, fresh from its source of randomness.
///
/// # Errors
///
/// [`HashError`] if Argon2 refuses the fixed parameters, which would be a defect.
pub fn hash(password: &Password, salt: [u8; SALT]) -> Result<String, HashError> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, Some(OUTPUT)).map_err(HashError)?;
    let output = compute(password, &salt, params).map_err(HashError)?;
    let (salt, output) = (
        BASE64_STANDARD_NO_PAD.encode(salt),
        BASE64_STANDARD_NO_PAD.encode(output),
    );
    Ok(format!(
        "$argon2id$v=19$m={memory},t={passes},p={lanes}${salt}${output}"
    ))
}

/// Whether `password` is the one that was hashed to `phc`, at the cost written there.
///
/// A string that is not an Argon2id PHC string matches nothing.
#[must_use]
pub fn verify(password: &Password, phc: &str) -> bool {
    let Some((params, salt, expected)) = read(phc) else {
        return false;
    };
    compute(password, &salt, params).is_ok_and(|output| output.ct_eq(&expected).into())
}

/// Takes as long as [`verify`] and always answers `false`: for an address without an account or an
/// account without a password, which must not be told apart by time.
///
/// Called while a process starts, it also brings in the memory that the first real hash needs.
#[must_use]
pub fn verify_dummy(password: &Password) -> bool {
    // An answer that is looked at keeps the optimiser from dropping the work.
    std::hint::black_box(verify(password, NOBODY));
    false
}

/// Whether a stored hash was made at another cost than today's, and should be replaced at the next sign-in.
#[must_use]
pub fn needs_rehash(phc: &str) -> bool {
    read(phc).is_none_or(|(params, salt, output)| {
        (params.m_cost(), params.t_cost(), params.p_cost()) != COST || salt.len() != SALT || output.len() != OUTPUT
    })
}

/// The parameters, salt and output of an Argon2id version 19 PHC string.
fn read(phc: &str) -> Option<(Params, Vec<u8>, Vec<u8>)> {
    let stored = PasswordHash::new(phc).ok()?;
    let algorithm = Algorithm::try_from(stored.algorithm.as_str()).ok()?;
    let version = Version::try_from(stored.version?).ok()?;
    if (algorithm, version) != (Algorithm::Argon2id, Version::V0x13) {
        return None;
    }
    let params = Params::try_from(&stored).ok()?;
    Some((params, stored.salt?.to_vec(), stored.hash?.as_bytes().to_vec()))
}

fn compute(password: &Password, salt: &[u8], params: Params) -> Result<Vec<u8>, argon2::Error> {
    let mut output = vec![0; params.output_len().unwrap_or(OUTPUT)];
    let blocks = params.block_count();
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    MEMORY.lend(blocks, |memory| {
        argon2.hash_password_into_with_memory(password.as_str().as_bytes(), salt, &mut output, memory)
    })?;
    Ok(output)
}

/// Working memory kept between hashes: a fresh 19 MiB costs some 4,900 page faults, which take as long
/// as the hash itself.
///
/// It is not wiped in between. What stays is Argon2's last state, from which a password follows only by
/// guessing and hashing, as it would from the hash itself.
struct Pool(Mutex<Vec<Vec<Block>>>);

impl Pool {
    /// A Lambda sandbox hashes one password at a time, and the local stack should stay small.
    const KEPT: usize = 1;

    const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// Runs `work` on memory of its own; no lock is held meanwhile.
    fn lend<T>(&self, blocks: usize, work: impl FnOnce(&mut [Block]) -> T) -> T {
        let idle = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut memory = idle().pop().unwrap_or_default();
        if memory.len() < blocks {
            memory.resize(blocks, Block::new());
        }
        let answer = work(&mut memory[..blocks]);
        let mut idle = idle();
        if idle.len() < Self::KEPT {
            idle.push(memory);
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::super::PasswordTooLarge;
    use super::*;

    fn password(text: &str) -> Result<Password, PasswordTooLarge> {
        Password::new(text.to_owned())
    }

    #[test]
    fn only_the_hashed_password_verifies() -> Result<(), Box<dyn std::error::Error>> {
        let phc = hash(&password("correct horse battery staple")?, *b"sixteen octets!!")?;
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBvY3RldHMhIQ$"));
        assert!(verify(&password("correct horse battery staple")?, &phc));
        assert!(!verify(&password("correct horse battery stapler")?, &phc));
        assert!(!needs_rehash(&phc));
        Ok(())
    }

    #[test]
    fn the_hash_is_that_of_the_reference_implementation() -> Result<(), Box<dyn std::error::Error>> {
        // python3 -c 'from argon2.low_level import *; print(hash_secret(b"usher", b"sixteen octets!!", 2, 19456, 1, 32, Type.ID))'
        let phc = "$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBvY3RldHMhIQ$qgyc+zlMwqemtRxVJT66hZ5HNW30mI99O1MxsYsBP1o";
        assert_eq!(hash(&password("usher")?, *b"sixteen octets!!")?, phc);
        Ok(())
    }

    #[test]
    fn letters_after_the_72nd_octet_count() -> Result<(), Box<dyn std::error::Error>> {
        let start = "x".repeat(72);
        let phc = hash(&password(&format!("{start}a"))?, [7; SALT])?;
        assert!(!verify(&password(&format!("{start}b"))?, &phc));
        Ok(())
    }

    #[test]
    fn a_decomposed_password_verifies_against_its_composed_hash() -> Result<(), Box<dyn std::error::Error>> {
        let phc = hash(&password("caf\u{e9} au lait, s'il vous pla\u{ee}t")?, [7; SALT])?;
        assert!(verify(&password("cafe\u{301} au lait, s'il vous plai\u{302}t")?, &phc));
        Ok(())
    }

    #[test]
    fn a_hash_of_another_cost_verifies_and_wants_to_be_replaced() -> Result<(), Box<dyn std::error::Error>> {
        let password = password("usher")?;
        let output = compute(&password, &[7; SALT], Params::new(8192, 1, 1, Some(OUTPUT))?)?;
        let (salt, output) = (
            BASE64_STANDARD_NO_PAD.encode([7; SALT]),
            BASE64_STANDARD_NO_PAD.encode(output),
        );
        let phc = format!("$argon2id$v=19$m=8192,t=1,p=1${salt}${output}");
        assert!(verify(&password, &phc));
        assert!(needs_rehash(&phc));
        Ok(())
    }

    #[test]
    fn nobody_and_nonsense_match_no_password() -> Result<(), PasswordTooLarge> {
        let password = password("usher")?;
        assert!(!verify_dummy(&password));
        assert!(!needs_rehash(NOBODY), "the dummy must cost what a real hash costs");
        for phc in [
            "",
            "usher",
            "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ",
            &NOBODY.replace("argon2id", "argon2d"),
        ] {
            assert!(!verify(&password, phc), "{phc}");
            assert!(needs_rehash(phc), "{phc}");
        }
        Ok(())
    }

    #[test]
    fn the_second_hash_works_in_the_memory_of_the_first() {
        let pool = Pool::new();
        let first = pool.lend(64, |memory| memory.as_ptr());
        assert_eq!(pool.lend(64, |memory| memory.as_ptr()), first);
        pool.lend(8, |outer| {
            pool.lend(8, |inner| assert_ne!(outer.as_ptr(), inner.as_ptr()))
        });
    }
}
