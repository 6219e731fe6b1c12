//! The six digits of the mail, for people who read it on another device.
//!
//! A code must be checked and its guesses counted in one write, so it cannot be something that has
//! to be read first. It is a keyed hash over the person's key and the *window* of time in which the
//! mail was asked for: whoever holds the key computes the few codes that may be good now, and the
//! write lets only the one through whose window the person's newest mail lies in.
//!
//! How fine the windows are follows from how far back they have to reach. There are two families: those of mails
//! that work no longer than the tenant's usually do, and coarser ones of invitations that were given longer, up to
//! the longest there is. Both are computed for each typed code, so the work is the same whatever was typed. A window only
//! says when the mail was asked for; until when it works stands on the person, and is part of the write's
//! condition.

use jiff::Timestamp;
use subtle::ConstantTimeEq as _;

use crate::keys::{KeyRing, MacPurpose};
use crate::tenant::{LINK_LIFE_SECONDS, TenantName};
use crate::user::{EmailKey, User, moment};

/// How long a window is: mails that are asked for within five minutes carry the same code, and a code
/// that was used is good again for a mail asked for within those. Shorter ones cost more hashes.
const WINDOW_MS: i64 = 300_000;
/// A code's life is cut into this many windows at most, however long it is.
const WINDOWS_PER_LIFE: i64 = 288;

/// As far as the windows of the coarser family reach: the longest life of an invitation, 30 days.
const LONGEST_LIFE_SECONDS: u32 = *LINK_LIFE_SECONDS.end();

/// The windows of a code that somebody typed, with or without spaces: one of each family at most, usually none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeWindows {
    /// Of mails that work no longer than [`Self::tenant_life_ms`].
    pub usual: Option<CodeWindow>,
    /// Of mails that work longer.
    pub long: Option<CodeWindow>,
    /// How long the tenant's links and codes usually work, in milliseconds.
    pub tenant_life_ms: i64,
}

/// The window of time whose code was typed: from `start` up to, not including, `end`, both in
/// milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeWindow {
    /// The earliest moment that a mail with this code that still works can have been asked for.
    pub start: i64,
    /// The first moment after the window.
    pub end: i64,
}

/// The code in a mail to `user` that was asked for at `asked_at`.
#[must_use]
pub fn code(keys: &KeyRing, user: &User, asked_at: Timestamp, tenant_life_seconds: u32) -> String {
    let is_long = user.life_ms(tenant_life_seconds) > i64::from(tenant_life_seconds) * 1_000;
    let family = match is_long {
        true => Family::long(),
        false => Family::usual(tenant_life_seconds),
    };
    family.code_at(keys, &user.tenant, &user.key(), asked_at.as_millisecond())
}

/// The windows whose code somebody typed, of those that may be good at `now`.
#[must_use]
pub fn matching_windows(
    keys: &KeyRing,
    tenant: &TenantName,
    key: &EmailKey,
    typed: &str,
    now: Timestamp,
    tenant_life_seconds: u32,
) -> CodeWindows {
    let typed: String = typed
        .chars()
        .filter(|char| !matches!(char, ' ' | '-' | '\u{a0}'))
        .collect();
    let matching = |family: Family| family.matching(keys, (tenant, key), &typed, now);
    CodeWindows {
        usual: matching(Family::usual(tenant_life_seconds)),
        long: matching(Family::long()),
        tenant_life_ms: i64::from(tenant_life_seconds) * 1_000,
    }
}

/// Windows of one length.
#[derive(Clone, Copy)]
struct Family {
    life_ms: i64,
    length: i64,
    /// What tells its codes from those of the other.
    label: Option<&'static [u8]>,
}

impl Family {
    const fn usual(life_seconds: u32) -> Self {
        Self {
            life_ms: life_seconds as i64 * 1_000,
            length: window_ms(life_seconds),
            label: None,
        }
    }

    const fn long() -> Self {
        Self {
            label: Some(b"long"),
            ..Self::usual(LONGEST_LIFE_SECONDS)
        }
    }

    fn code_at(self, keys: &KeyRing, tenant: &TenantName, key: &EmailKey, asked_at: i64) -> String {
        self.code_of(keys, (tenant, key), asked_at / self.length)
    }

    fn matching(
        self,
        keys: &KeyRing,
        whose: (&TenantName, &EmailKey),
        typed: &str,
        now: Timestamp,
    ) -> Option<CodeWindow> {
        // A mail asked for at this very moment or before is out of time.
        let earliest = now.as_millisecond() - self.life_ms + 1;
        let newest = now.as_millisecond() / self.length;
        let mut found = None;
        for number in earliest / self.length..=newest {
            let code = self.code_of(keys, whose, number);
            if bool::from(code.as_bytes().ct_eq(typed.as_bytes())) {
                found = Some(CodeWindow {
                    start: (number * self.length).max(earliest),
                    end: (number + 1) * self.length,
                });
            }
        }
        found
    }

    /// The code of one window. It is made with the key of the moment the window begins, so that there is
    /// one code to a window, also where the keys change in the middle of it.
    fn code_of(self, keys: &KeyRing, (tenant, key): (&TenantName, &EmailKey), number: i64) -> String {
        let number_bytes = number.to_be_bytes();
        let mut parts: Vec<&[u8]> = vec![tenant.as_str().as_bytes(), key.bits(), &number_bytes];
        parts.extend(self.label);
        let mac = keys.mac(MacPurpose::VerificationCode, &parts, moment(number * self.length));
        let mut eight = [0; 8];
        eight.copy_from_slice(&mac[1..9]);
        format!("{:06}", u64::from_be_bytes(eight) % 1_000_000)
    }
}

const fn window_ms(life_seconds: u32) -> i64 {
    let longest = life_seconds as i64 * 1_000 / WINDOWS_PER_LIFE;
    if longest > WINDOW_MS { longest } else { WINDOW_MS }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use jiff::SignedDuration;

    const LIFE: u32 = 86_400;

    fn windows_at(typed: &str, now: Timestamp) -> CodeWindows {
        let user = testing::user();
        matching_windows(&testing::keys(), &user.tenant, &user.key(), typed, now, LIFE)
    }

    fn window_at(typed: &str, now: Timestamp) -> Option<CodeWindow> {
        windows_at(typed, now).usual
    }

    fn the_code() -> String {
        code(&testing::keys(), &testing::user(), testing::now(), LIFE)
    }

    /// The code of an invitation that works for so long.
    fn code_for(life_seconds: i64) -> String {
        let mut user = testing::invited();
        if let Some(invitation) = &mut user.invitation {
            invitation.life_ms = life_seconds * 1_000;
        }
        code(&testing::keys(), &user, testing::now(), LIFE)
    }

    #[test]
    fn a_code_leads_to_the_window_its_mail_was_asked_for_in() {
        let code = the_code();
        assert_eq!(code.len(), 6);
        let asked = testing::now().as_millisecond();
        for typed in [code.clone(), format!("{} {}", &code[..3], &code[3..])] {
            let window = window_at(&typed, testing::now()).expect("a window");
            assert!(window.start <= asked && asked < window.end);
        }
    }

    #[test]
    fn a_code_stops_working_with_the_link_beside_it() {
        let asked = testing::now().as_millisecond();
        let end = testing::now() + SignedDuration::from_secs(i64::from(LIFE));
        let still = window_at(&the_code(), end - SignedDuration::from_millis(1)).expect("a window");
        assert!(still.start <= asked);
        assert!(window_at(&the_code(), end).is_none_or(|window| window.start > asked));
    }

    #[test]
    fn codes_of_other_people_and_other_texts_lead_nowhere() {
        let right = the_code();
        let wrong = if right == "000000" { "000001" } else { "000000" };
        for typed in [wrong, "", "12345", "1234567", "abcdef", "１２３４５６"] {
            let windows = windows_at(typed, testing::now());
            assert_eq!((windows.usual, windows.long), (None, None), "{typed}");
        }
    }

    #[test]
    fn a_mail_that_works_longer_than_usual_has_a_code_that_is_found_for_as_long() {
        let month = 30 * 86_400;
        let (code, asked) = (code_for(month), testing::now().as_millisecond());
        assert_ne!(code, the_code());
        let end = testing::now() + SignedDuration::from_secs(month);
        let still = windows_at(&code, end - SignedDuration::from_millis(1));
        let window = still.long.expect("a window");
        assert!(window.start <= asked && asked < window.end);
        assert_eq!(still.usual, None);
        assert!(windows_at(&code, end).long.is_none_or(|window| window.start > asked));
    }

    #[test]
    fn a_mail_that_works_no_longer_than_usual_has_one_of_the_fine_windows() {
        for life in [3_600, i64::from(LIFE)] {
            assert_eq!(code_for(life), the_code());
        }
        assert_ne!(code_for(i64::from(LIFE) + 1), the_code());
    }
}
