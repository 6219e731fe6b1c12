//! JSON for people: indented, its members in the order they came.

/// Indents a JSON text; `None` when it is not JSON.
pub(crate) fn pretty(text: &[u8]) -> Option<String> {
    serde_json::from_slice::<serde::de::IgnoredAny>(text).ok()?;
    let text = str::from_utf8(text).ok()?;
    let mut out = String::with_capacity(text.len() * 2);
    let mut depth = 0_usize;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                out.push('"');
                while let Some(inner) = characters.next() {
                    out.push(inner);
                    match inner {
                        '\\' => out.extend(characters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            '{' | '[' => {
                out.push(character);
                while characters.next_if(|next| next.is_ascii_whitespace()).is_some() {}
                if let Some(close) = characters.next_if(|next| matches!(next, '}' | ']')) {
                    out.push(close);
                } else {
                    depth += 1;
                    new_line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(&mut out, depth);
                out.push(character);
            }
            ',' => {
                out.push(',');
                new_line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            _ if character.is_ascii_whitespace() => {}
            _ => out.push(character),
        }
    }
    Some(out)
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_keep_their_order_and_texts_their_characters() {
        let text = br#"{"z":[1, {"a":"x, \"y\": {z}\\"}],"b":{ },"c":[]}"#;
        let expected = "{\n  \"z\": [\n    1,\n    {\n      \"a\": \"x, \\\"y\\\": {z}\\\\\"\n    }\n  ],\n  \"b\": {},\n  \"c\": []\n}";
        assert_eq!(pretty(text).as_deref(), Some(expected));
        let again: serde_json::Value = serde_json::from_str(expected).expect("JSON");
        assert_eq!(again, serde_json::from_slice::<serde_json::Value>(text).expect("JSON"));
    }

    #[test]
    fn what_is_not_json_is_left_alone() {
        assert_eq!(pretty(b"<html>"), None);
        assert_eq!(pretty(b"{\"a\":1} x"), None);
    }
}
