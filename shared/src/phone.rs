//! Phone numbers.

/// The number as E.164 (`+` and 8 to 15 digits), after taking out what people write between the digits;
/// `None` where it has no country code or is no number.
#[must_use]
pub fn e164(typed: &str) -> Option<String> {
    if typed.len() > 40 {
        return None;
    }
    let compact: String = typed
        .chars()
        .filter(|char| !matches!(char, ' ' | '-' | '(' | ')' | '.' | '/'))
        .collect();
    let digits = compact.strip_prefix('+')?;
    let fits = (8..=15).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0');
    fits.then_some(compact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_are_kept_as_e164() {
        assert_eq!(e164("+44 (20) 7946-0000").as_deref(), Some("+442079460000"));
        for typed in [
            "020 7946 0000",
            "+0123456789",
            "+12",
            "+1234567890123456",
            "+44x2079460000",
            "",
        ] {
            assert_eq!(e164(typed), None, "{typed}");
        }
    }
}
