//! The six digits of the mail or text message, for people who read it on another device.
//!
//! A code must be checked and its guesses counted in one write, so it cannot be something that has
//! to be read first. It is a keyed hash over the person's key and the *window* of time in which the
//! mail was asked for: whoever holds the key computes the few codes that may be good now, and the
//! write lets only the one through whose window the person's newest mail lies in. A texted code is another
//! than the mailed one would be: each proves what it was sent to.
//!
//! How fine the windows are follows from how far back they have to reach. There are two families: those of mails
//! that work no longer than the tenant's usually do, and coarser ones of invitations that were given longer, up to
//! the longest there is. Both are computed for each typed code, so the work is the same whatever was typed. A window only
//! says when the mail was asked for; until when it works stands on the person, and is part of the write's
//! condition.

use jiff::Timestamp;
use subtle::ConstantTimeEq as _;

use crate::keys::{KeyRing, MacPurpose};
use crate::tenant::{Channel, LINK_LIFE_SECONDS, TenantName};
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

impl CodeWindows {
    /// How a message with this code was sent; by mail where it is nobody's.
    #[must_use]
    pub fn channel(&self) -> Channel {
        self.usual.or(self.long).map_or(Channel::Email, |window| window.channel)
    }

    /// No message with this code was asked for before.
    #[must_use]
    pub fn made_at(&self) -> Option<i64> {
        self.usual.or(self.long).map(|window| window.start)
    }
}

/// The window of time whose code was typed: from `start` up to, not including, `end`, both in
/// milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeWindow {
    /// The earliest moment that a mail with this code that still works can have been asked for.
    pub start: i64,
    /// The first moment after the window.
    pub end: i64,
    /// How a message with this code was sent.
    pub channel: Channel,
}

/// The code in a message to `user` that was asked for at `asked_at` and is sent by this channel.
#[must_use]
pub fn code(keys: &KeyRing, user: &User, channel: Channel, asked_at: Timestamp, tenant_life_seconds: u32) -> String {
    let is_long = user.life_ms(tenant_life_seconds) > i64::from(tenant_life_seconds) * 1_000;
    let family = match is_long {
        true => Family::long(),
        false => Family::usual(tenant_life_seconds),
    };
    let number = asked_at.as_millisecond() / family.length;
    family.code_of(keys, (&user.tenant, &user.key()), channel, number)
}

/// The windows whose code somebody typed, of those that may be good at `now`: with or without spaces, in European or
/// Arabic digits. Texted codes count where `texts` says that there are any.
#[must_use]
pub fn matching_windows(
    keys: &KeyRing,
    (tenant, key): (&TenantName, &EmailKey),
    typed: &str,
    now: Timestamp,
    tenant_life_seconds: u32,
    texts: bool,
) -> CodeWindows {
    let typed = as_mailed(typed);
    let matching = |family: Family| family.matching(keys, (tenant, key), &typed, now, texts);
    CodeWindows {
        usual: matching(Family::usual(tenant_life_seconds)),
        long: matching(Family::long()),
        tenant_life_ms: i64::from(tenant_life_seconds) * 1_000,
    }
}

/// What was typed or pasted as the mail has it: without the spaces between its groups and the marks that keep their
/// order in an Arabic mail, and with the digits of an Arabic or Persian keyboard as the European ones they stand for.
fn as_mailed(typed: &str) -> String {
    typed
        .chars()
        .filter_map(|char| match char {
            ' ' | '-' | '\u{a0}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' => None,
            '\u{660}'..='\u{669}' => char::from_digit(u32::from(char) - 0x660, 10),
            '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(char) - 0x6f0, 10),
            other => Some(other),
        })
        .collect()
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

    fn matching(
        self,
        keys: &KeyRing,
        whose: (&TenantName, &EmailKey),
        typed: &str,
        now: Timestamp,
        texts: bool,
    ) -> Option<CodeWindow> {
        let channels = [Some(Channel::Email), texts.then_some(Channel::Sms)];
        // A mail asked for at this very moment or before is out of time.
        let earliest = now.as_millisecond() - self.life_ms + 1;
        let newest = now.as_millisecond() / self.length;
        let mut found = None;
        for number in earliest / self.length..=newest {
            for channel in channels.into_iter().flatten() {
                let code = self.code_of(keys, whose, channel, number);
                if bool::from(code.as_bytes().ct_eq(typed.as_bytes())) {
                    found = Some(CodeWindow {
                        start: (number * self.length).max(earliest),
                        end: (number + 1) * self.length,
                        channel,
                    });
                }
            }
        }
        found
    }

    /// The code of one window. It is made with the key of the moment the window begins, so that there is
    /// one code to a window, also where the keys change in the middle of it.
    fn code_of(self, keys: &KeyRing, (tenant, key): (&TenantName, &EmailKey), channel: Channel, number: i64) -> String {
        let purpose = match channel {
            Channel::Email => MacPurpose::VerificationCode,
            Channel::Sms => MacPurpose::TextedCode,
        };
        let number_bytes = number.to_be_bytes();
        let mut parts: Vec<&[u8]> = vec![tenant.as_str().as_bytes(), key.bits(), &number_bytes];
        parts.extend(self.label);
        let mac = keys.mac(purpose, &parts, moment(number * self.length));
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
        matching_windows(&testing::keys(), (&user.tenant, &user.key()), typed, now, LIFE, true)
    }

    fn window_at(typed: &str, now: Timestamp) -> Option<CodeWindow> {
        windows_at(typed, now).usual
    }

    fn the_code() -> String {
        the_code_of(Channel::Email)
    }

    fn the_code_of(channel: Channel) -> String {
        code(&testing::keys(), &testing::user(), channel, testing::now(), LIFE)
    }

    /// The code of an invitation that works for so long.
    fn code_for(life_seconds: i64) -> String {
        let mut user = testing::invited();
        if let Some(invitation) = &mut user.invitation {
            invitation.life_ms = life_seconds * 1_000;
        }
        code(&testing::keys(), &user, Channel::Email, testing::now(), LIFE)
    }

    #[test]
    fn a_texted_code_is_another_than_the_mailed_one_and_known_where_there_are_any() {
        let (mailed, texted) = (the_code(), the_code_of(Channel::Sms));
        assert_ne!(mailed, texted);
        let channel = |code: &str| window_at(code, testing::now()).map(|window| window.channel);
        assert_eq!(channel(&mailed), Some(Channel::Email));
        assert_eq!(channel(&texted), Some(Channel::Sms));
        let user = testing::user();
        let whose = (&user.tenant, &user.key());
        let none = matching_windows(&testing::keys(), whose, &texted, testing::now(), LIFE, false);
        assert_eq!((none.usual, none.long), (None, None));
    }

    #[test]
    fn a_code_leads_to_the_window_its_mail_was_asked_for_in() {
        let code = the_code();
        assert_eq!(code.len(), 6);
        let asked = testing::now().as_millisecond();
        let in_digits_from = |zero: u32| -> String {
            let digit = |char: char| char.to_digit(10).and_then(|digit| char::from_u32(zero + digit));
            code.chars().filter_map(digit).collect()
        };
        for typed in [
            code.clone(),
            format!("{} {}", &code[..3], &code[3..]),
            format!("\u{2068}{} {}\u{2069}", &code[..3], &code[3..]),
            in_digits_from(0x660),
            in_digits_from(0x6f0),
        ] {
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
