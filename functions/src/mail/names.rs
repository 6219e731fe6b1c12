//! Names in mails. Mail programs turn whatever looks like an address into a link, also in plain text, so whoever can
//! choose a name in a mail that we send could make it an advertisement with our signature under it.

use crate::words::inert;

/// The first name to greet a person by; nothing if it is not plainly a name. "Hello," is a good greeting, too.
pub(super) fn greetable(name: &str) -> Option<String> {
    const LONGEST: usize = 40;
    let name = inert(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let in_names = |c: char| match c {
        ' ' | '-' | '\'' | '’' | '.' | '·' | '\u{200c}' | '\u{200d}' => true,
        c if c.is_ascii() => c.is_ascii_alphabetic(),
        // Letters of every script with their marks; not full-width ASCII, which reads as ":", "/" or ".".
        c => !c.is_numeric() && !c.is_whitespace() && !stands_for_ascii(c) && !"“”„«»‹›…‥•".contains(c),
    };
    let named = name.chars().any(char::is_alphabetic) && name.chars().all(in_names);
    (named && name.chars().count() <= LONGEST && !looks_like_an_address(&name)).then_some(name)
}

/// A tenant's name, which may well be "acme.example": shown in full, but with a joiner of no width where a mail program
/// would see an address. A tenant chooses its name; it is still no reason for a second link beside the real one.
pub(super) fn unlinked(name: &str) -> String {
    parted(name, '\u{200c}')
}

/// The same for a text message, where a joiner would be a character of no phone's alphabet and double what it costs.
pub(super) fn spaced(name: &str) -> String {
    parted(name, ' ')
}

fn parted(name: &str, by: char) -> String {
    let mut text = String::with_capacity(name.len());
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        text.push(c);
        if matches!(c, '.' | ':' | '@' | '。' | '．' | '｡') && rest.peek().is_some_and(|next| !next.is_whitespace())
        {
            text.push(by);
        }
    }
    text
}

/// Whether a dot joins two words, as in "evil.example". "J. R." and "J.R." are initials.
fn looks_like_an_address(name: &str) -> bool {
    name.split(' ').any(|word| {
        let labels: Vec<_> = word.split('.').collect();
        labels
            .windows(2)
            .any(|pair| !pair[0].is_empty() && pair[1].chars().count() > 1)
    })
}

fn stands_for_ascii(c: char) -> bool {
    matches!(c, '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}')
        || matches!(
            c,
            '\u{3002}' | '\u{2044}' | '\u{2215}' | '\u{29f8}' | '\u{2236}' | '\u{a789}' | '\u{2024}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_greeted_by_name() {
        for name in [
            "Maria",
            "José-María",
            "O'Neil",
            "J.R.",
            "Mary Ann",
            "Δημήτρης",
            "אברהם",
            "राजेश",
            "王小明",
            "Nguyễn Thị",
        ] {
            assert_eq!(greetable(name).as_deref(), Some(name));
        }
        assert_eq!(greetable("  Anna \n Lena\u{202e} ").as_deref(), Some("Anna Lena"));
    }

    #[test]
    fn what_is_not_plainly_a_name_is_left_out() {
        let longest = "x".repeat(41);
        for name in [
            "",
            " ",
            "-",
            "Your prize: http://evil.example",
            "evil.example",
            "www.evil.example",
            "Ann evil。example",
            "evil．example",
            "http：／／evil",
            "<script>alert(1)</script>",
            "<a href=https://evil>",
            "{{7*7}}",
            "${7*7}",
            "mail@evil.example",
            "call 0190 123456",
            "٠١٢٣",
            &longest,
        ] {
            assert_eq!(greetable(name), None, "{name}");
        }
    }

    #[test]
    fn a_tenants_name_is_readable_but_no_address() {
        assert_eq!(unlinked("Acme Energy Ltd."), "Acme Energy Ltd.");
        assert_eq!(unlinked("acme.example").replace('\u{200c}', ""), "acme.example");
        assert_eq!(spaced("acme.example"), "acme. example");
        for pattern in ["http://", "evil.example", "a@b"] {
            for parted in [unlinked, spaced] {
                assert!(!parted("http://evil.example a@b").contains(pattern));
            }
        }
    }
}
