//! Phone numbers, as people write them and as they are kept: E.164.
//!
//! Which numbers there are, and where, is the crate `phonelib`'s knowledge. Its tables are constants: nothing is
//! loaded or built at a start, and a function that reads no number does not link them.

use phonelib::PhoneNumber;

/// A number as it is kept and shown to the person whose it is: `+` and the digits behind it, of which there are as
/// many as its country's numbers have. `None` where it has no country code, or is no number.
#[must_use]
pub fn e164(typed: &str) -> Option<String> {
    parse(typed).map(|number| number.e164().to_owned())
}

/// The country a number is of, as ISO 3166-1 writes it (`DE`); `None` for one of no country, such as those of
/// satellites, and for what is no number.
///
/// A territory that shares its numbers with a larger neighbour is the neighbour: nothing in `+590 690…` says whether
/// it is Guadeloupe or Saint Martin.
#[must_use]
pub fn country(number: &str) -> Option<&'static str> {
    let country = parse(number)?.country().code;
    is_country(country).then_some(country)
}

/// Whether this is written as ISO 3166-1 writes a country: two capital letters.
#[must_use]
pub fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The form for logs and for pages seen before a proof, such as `+49•••67`: who has the number recognises it, and
/// nobody else can call it.
#[must_use]
pub fn masked(number: &str) -> String {
    let (head, rest) = number.split_at_checked(3).unwrap_or((number, ""));
    let tail = rest.len().checked_sub(2).and_then(|at| rest.get(at..));
    format!("{head}•••{}", tail.unwrap_or_default())
}

/// With its country code a number is no shorter than that: some countries' plans also hold numbers for their own use.
const SHORTEST: usize = "+".len() + 8;

/// The library also takes letters for digits, extensions and links; a number here is digits, and what people write
/// between them.
fn parse(typed: &str) -> Option<PhoneNumber> {
    let written = |char: char| char.is_ascii_digit() || matches!(char, '+' | ' ' | '-' | '(' | ')' | '.' | '/');
    if typed.len() > 40 || !typed.starts_with('+') || !typed.chars().all(written) {
        return None;
    }
    PhoneNumber::parse(typed).filter(|number| number.e164().len() >= SHORTEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_are_kept_as_e164() {
        for (typed, kept) in [
            ("+44 (20) 7946-0000", "+442079460000"),
            ("+44 (0)20 7946 0000", "+442079460000"),
            ("+49 170/1234567", "+491701234567"),
            ("+31 (0)6 12345678", "+31612345678"),
            ("+1 202.555.0143", "+12025550143"),
        ] {
            assert_eq!(e164(typed).as_deref(), Some(kept), "{typed}");
        }
        for typed in [
            "020 7946 0000",
            "0044 20 7946 0000",
            "442079460000",
            "+0123456789",
            "+12",
            "+1234567890123456",
            "+44x2079460000",
            "+1 800 FLOWERS",
            "+12025550143 ext 5",
            "tel:+442079460000",
            "+999123456789",
            "+44 20 7946 00",
            "+49 151 2",
            "+44 7700 900123\r\n+44 7700 900124",
            "++447700900123",
            "+４４7700900123",
            "",
        ] {
            assert_eq!(e164(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_number_tells_its_country() {
        for (number, code) in [
            ("+447700900123", Some("GB")),
            ("+491701234567", Some("DE")),
            ("+31612345678", Some("NL")),
            ("+12025550143", Some("US")),
            ("+14165550143", Some("CA")),
            ("+77012345678", Some("KZ")),
            ("+79123456789", Some("RU")),
            ("+882161234567", None),
            ("nobody's", None),
        ] {
            assert_eq!(country(number), code, "{number}");
        }
    }

    #[test]
    fn a_masked_number_cannot_be_called() {
        assert_eq!(masked("+491701234567"), "+49•••67");
        assert_eq!(masked("+4"), "+4•••");
        assert_eq!(masked("+49•1"), "+49•••");
    }
}
