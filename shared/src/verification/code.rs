//! The six digits of the mail or text message, for people who read it on another device.
//!
//! A code must be checked and its guesses counted in one write, so it cannot be something that has
//! to be read first. It is a keyed hash over the person's key and the *window* of time in which the
//! mail was asked for: whoever holds the key computes the few codes that may be good now, and the
//! write lets only the one through whose window the person's newest mail lies in. A texted code is another
//! than the mailed one would be: each proves what it was sent to.

use jiff::Timestamp;
use subtle::ConstantTimeEq as _;

use crate::keys::{KeyRing, MacPurpose};
use crate::tenant::{Channel, TenantName};
use crate::user::{EmailKey, moment};

/// How long a window is: mails that are asked for within five minutes carry the same code, and a code
/// that was used is good again for a mail asked for within those. Shorter ones cost more hashes.
const WINDOW_MS: i64 = 300_000;
/// A code's life is cut into this many windows at most, however long it is.
const WINDOWS_PER_LIFE: i64 = 288;

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

/// The code in a message that was asked for at `asked_at`.
#[must_use]
pub fn code(
    keys: &KeyRing,
    (tenant, key): (&TenantName, &EmailKey),
    channel: Channel,
    asked_at: Timestamp,
    life_seconds: u32,
) -> String {
    let length = window_ms(life_seconds);
    code_of(keys, (tenant, key), channel, asked_at.as_millisecond() / length, length)
}

/// The window whose code somebody typed, with or without spaces, in European or Arabic digits; `None`
/// when it is none of those that may be good at `now`. Texted codes count where `texts` says that there
/// are any.
#[must_use]
pub fn matching_window(
    keys: &KeyRing,
    (tenant, key): (&TenantName, &EmailKey),
    typed: &str,
    now: Timestamp,
    life_seconds: u32,
    texts: bool,
) -> Option<CodeWindow> {
    let channels = [Some(Channel::Email), texts.then_some(Channel::Sms)];
    let typed = as_mailed(typed);
    let length = window_ms(life_seconds);
    // A mail asked for at this very moment or before is out of time.
    let earliest = now.as_millisecond() - i64::from(life_seconds) * 1_000 + 1;
    let newest = now.as_millisecond() / length;
    let mut found = None;
    for number in earliest / length..=newest {
        for channel in channels.into_iter().flatten() {
            let code = code_of(keys, (tenant, key), channel, number, length);
            if bool::from(code.as_bytes().ct_eq(typed.as_bytes())) {
                found = Some(CodeWindow {
                    start: (number * length).max(earliest),
                    end: (number + 1) * length,
                    channel,
                });
            }
        }
    }
    found
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

/// The code of one window. It is made with the key of the moment the window begins, so that there is
/// one code to a window, also where the keys change in the middle of it.
fn code_of(
    keys: &KeyRing,
    (tenant, key): (&TenantName, &EmailKey),
    channel: Channel,
    number: i64,
    length: i64,
) -> String {
    let purpose = match channel {
        Channel::Email => MacPurpose::VerificationCode,
        Channel::Sms => MacPurpose::TextedCode,
    };
    let number_bytes = number.to_be_bytes();
    let parts: [&[u8]; 3] = [tenant.as_str().as_bytes(), key.bits(), &number_bytes];
    let mac = keys.mac(purpose, &parts, moment(number * length));
    let mut eight = [0; 8];
    eight.copy_from_slice(&mac[1..9]);
    format!("{:06}", u64::from_be_bytes(eight) % 1_000_000)
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

    fn window_at(typed: &str, now: Timestamp) -> Option<CodeWindow> {
        let user = testing::user();
        matching_window(&testing::keys(), (&user.tenant, &user.key()), typed, now, LIFE, true)
    }

    fn the_code() -> String {
        the_code_of(Channel::Email)
    }

    fn the_code_of(channel: Channel) -> String {
        let user = testing::user();
        let whose = (&user.tenant, &user.key());
        code(&testing::keys(), whose, channel, testing::now(), LIFE)
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
        assert_eq!(
            matching_window(&testing::keys(), whose, &texted, testing::now(), LIFE, false),
            None
        );
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
            assert_eq!(window_at(typed, testing::now()), None, "{typed}");
        }
    }
}
