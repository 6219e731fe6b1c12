//! What an attacker tries first: common passwords, decorated ones, repetitions and sequences.

use zeroize::Zeroizing;

/// Passwords weaker than this many code points count as nothing: the least that NIST SP 800-63B allows at all.
pub(super) const LEAST_WORTH: usize = 8;

/// Fewer different code points than this are a pattern, however they are arranged.
const LEAST_DIFFERENT: usize = 5;

/// The 10,000 commonest passwords, one a line, lower case, in the order of their bytes.
///
/// Origin: the head of the list `passwords` of zxcvbn 4.5.0 (`frequency_lists.py`), sorted here. zxcvbn is
/// under the MIT licence, copyright 2012-2016 Dan Wheeler and Dropbox, Inc.; Python port copyright 2016 Daniel Wolf.
static COMMONEST: &str = include_str!("commonest.txt");

/// The rows of a QWERTY keyboard, along which fingers run.
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// Whether `text` is one of the commonest passwords, also in capitals, written twice, with `@` for `a` and
/// the like, or between digits and signs that only make it longer.
pub(super) fn is_common(text: &str) -> bool {
    let lower = Zeroizing::new(text.to_lowercase());
    let core = core(&lower);
    let unit = self::core(unit(core));
    [lower.as_str(), core, unit].into_iter().any(|candidate| {
        let plain = Zeroizing::new(candidate.chars().map(without_substitution).collect::<String>());
        is_listed(candidate) || is_listed(&plain)
    })
}

/// Whether most of `text` follows from its beginning: one thing over and over, or a run of neighbours
/// (`123456789012345`, `abcdefghijklmnop`, `qwertyuiopasdfg`, either way round).
///
/// A repeated text is worth what is repeated, so it passes if that is itself of `sufficient` code points.
pub(super) fn is_pattern(text: &str, sufficient: usize) -> bool {
    let lower = Zeroizing::new(text.to_lowercase());
    let is_repetition = [lower.as_str(), core(&lower)].into_iter().any(|whole| {
        let unit = unit(whole);
        unit.len() < whole.len() && unit.chars().count() < sufficient
    });
    is_repetition || different(&lower) < LEAST_DIFFERENT || unpredictable(&lower) < LEAST_WORTH
}

/// `text` without the digits, signs and spaces around its letters.
pub(super) fn core(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphabetic())
}

/// Binary search in the embedded text: lines are found around the middle byte, so there is nothing to
/// build at start and nothing to allocate.
fn is_listed(candidate: &str) -> bool {
    let mut rest = COMMONEST.as_bytes();
    while !rest.is_empty() {
        let middle = rest.len() / 2;
        let start = rest[..middle]
            .iter()
            .rposition(|&byte| byte == b'\n')
            .map_or(0, |newline| newline + 1);
        let end = rest[middle..]
            .iter()
            .position(|&byte| byte == b'\n')
            .map_or(rest.len(), |length| middle + length);
        match candidate.as_bytes().cmp(&rest[start..end]) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => rest = &rest[..start],
            std::cmp::Ordering::Greater => rest = rest.get(end + 1..).unwrap_or_default(),
        }
    }
    false
}

/// The letter that a digit or sign stands for in the usual substitutions.
fn without_substitution(c: char) -> char {
    match c {
        '@' | '4' => 'a',
        '3' => 'e',
        '1' => 'i',
        '0' => 'o',
        '$' | '5' => 's',
        '7' => 't',
        _ => c,
    }
}

/// The shortest text that `text` repeats at least twice, or `text`.
///
/// The last repetition may be cut short, and by one character the second too, since `core` cuts the ends:
/// `password1password2` arrives here as `password1password`.
fn unit(text: &str) -> &str {
    let chars: Zeroizing<Vec<char>> = Zeroizing::new(text.chars().collect());
    let repeats_after = |period: &usize| chars[*period..] == chars[..chars.len() - period];
    let period = (1..=chars.len().div_ceil(2))
        .filter(|period| *period < chars.len())
        .find(repeats_after);
    let end = period.and_then(|period| text.char_indices().nth(period));
    end.map_or(text, |(end, _)| &text[..end])
}

/// How many different code points `text` has.
fn different(text: &str) -> usize {
    let mut chars: Zeroizing<Vec<char>> = Zeroizing::new(text.chars().collect());
    chars.sort_unstable();
    chars.dedup();
    chars.len()
}

/// How many code points of `text` do not merely continue a run of neighbours begun by the two before.
fn unpredictable(text: &str) -> usize {
    let mut count = 0;
    let mut before: Option<char> = None;
    let mut direction: Option<i32> = None;
    for c in text.chars() {
        let step = before.and_then(|before| step(before, c));
        if step.is_none() || step != direction {
            count += 1;
        }
        (before, direction) = (Some(c), step);
    }
    count
}

/// -1, 0 or 1 if `to` is the neighbour of `from`, or `from` again, in the alphabet, the digits or a keyboard row.
fn step(from: char, to: char) -> Option<i32> {
    let apart = |from: usize, to: usize| match to.abs_diff(from) {
        0 => Some(0),
        1 => Some(if to > from { 1 } else { -1 }),
        _ => None,
    };
    match (from, to) {
        ('9', '0') => Some(1),
        ('0', '9') => Some(-1),
        _ => apart(from as usize, to as usize)
            .or_else(|| ROWS.iter().find_map(|row| apart(row.find(from)?, row.find(to)?))),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[test]
    fn the_list_is_sorted_and_each_of_its_lines_is_found() {
        let lines: Vec<&str> = COMMONEST.lines().collect();
        assert_eq!(lines.len(), 10_000);
        assert!(lines.is_sorted());
        assert!(lines.iter().all(|line| is_listed(line)));
    }

    #[rstest]
    #[case("password123456789")]
    #[case("PASSWORD!!!!!!!!")]
    #[case("  2026 Dragon 2026  ")]
    #[case("passwordpassword")]
    #[case("password1password2")]
    #[case("Password-Password")]
    #[case("P@ssw0rd12345678")]
    #[case("1qaz2wsx3edc4rfv")]
    fn a_common_password_stays_common_however_decorated(#[case] text: &str) {
        assert!(is_common(text));
    }

    #[rstest]
    #[case("111111111111111")]
    #[case("1111111111111112")]
    #[case("ababababababababa")]
    #[case("1212121212121213")]
    #[case("hunter7 hunter7 hunter7")]
    #[case("123456789012345")]
    #[case("987654321098765")]
    #[case("abcdefghijklmnop")]
    #[case("Qwertyuiopasdfghjkl")]
    #[case("abcdefgh12345678")]
    #[case("🦄🦄🦄🦄🦄🦄🦄🦄🦄🦄🦄🦄🦄🦄🦄")]
    fn what_follows_from_its_beginning_is_a_pattern(#[case] text: &str) {
        assert!(is_pattern(text, 15));
    }

    #[rstest]
    #[case("correct horse battery staple")]
    #[case("839201748261930")]
    #[case("first of may, first of june")]
    #[case("the quick brown fox, the quick brown fox")]
    fn a_passphrase_is_neither_common_nor_a_pattern(#[case] text: &str) {
        assert!(!is_common(text));
        assert!(!is_pattern(text, 15));
    }

    proptest! {
        #[test]
        fn any_text_can_be_judged(text in any::<String>()) {
            let _ = (is_common(&text), is_pattern(&text, 15));
        }

        #[test]
        fn search_agrees_with_reading_the_whole_list(text in "[a-z0-9!~]{0,7}") {
            prop_assert_eq!(is_listed(&text), COMMONEST.lines().any(|line| line == text));
        }
    }
}
