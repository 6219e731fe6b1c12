//! The invitation as a text message: the same link and code as a mail has, in as few words as say what they are.

use jiff::Timestamp;

use super::confirm_address::grouped;
use super::names::spaced;
use crate::pages::Brand;
use crate::words::Locale;

/// What the message needs to know. It names nobody: a phone shows it to whoever looks at it.
#[derive(Clone, Copy)]
pub struct InviteText<'a> {
    /// The link, built from our configuration.
    pub link: &'a str,
    /// The code, digits only.
    pub code: &'a str,
    /// Until when both work.
    pub expires_at: Timestamp,
}

/// The message that invites a person at the number it goes to. The code stands alone on its line, where phones offer
/// to copy it.
#[must_use]
pub fn invite_text(brand: &Brand, locale: Locale, text: InviteText<'_>) -> String {
    let words = brand.words(locale);
    // The ellipsis of a long name is in no phone's alphabet, and would make the whole message one of 67s.
    let tenant = spaced(&brand.display_name()).replace('…', "...");
    let moment = words.moment(text.expires_at);
    [
        words.say("sms-invite", &[("tenant", tenant.into())]),
        text.link.to_owned(),
        words.say("sms-code", &[]),
        grouped(text.code),
        words.say("sms-until", &[("moment", moment.into())]),
    ]
    .join("\n")
}

/// How many messages a network makes of a text: up to 160 characters of GSM 03.38 are one, and more are cut into parts
/// of 153; where any character is of no such alphabet, the numbers are 70 and 67 code units of UTF-16.
///
/// Each is paid for.
#[must_use]
pub fn segments(text: &str) -> usize {
    let septets: Option<usize> = text.chars().map(septets).sum();
    let (length, alone, part) = match septets {
        Some(septets) => (septets, 160, 153),
        None => (text.encode_utf16().count(), 70, 67),
    };
    if length <= alone { 1 } else { length.div_ceil(part) }
}

/// The places a character takes in GSM 03.38 (3GPP TS 23.038, section 6.2.1), if it is of it.
fn septets(c: char) -> Option<usize> {
    const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
                         ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    const EXTENDED: &str = "\u{c}^{}\\[~]|€";
    match c {
        c if BASIC.contains(c) => Some(1),
        c if EXTENDED.contains(c) => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_as_networks_cut_it() {
        let of = |c: &str, count| segments(&c.repeat(count));
        assert_eq!([of("a", 160), of("a", 161), of("a", 306), of("a", 307)], [1, 2, 2, 3]);
        assert_eq!([of("ä", 160), of("€", 80), of("€", 81)], [1, 1, 2]);
        assert_eq!([of("ą", 70), of("ą", 71), of("ą", 134), of("ą", 135)], [1, 2, 2, 3]);
        assert_eq!([of("😀", 35), of("😀", 36)], [1, 2]);
    }
}
