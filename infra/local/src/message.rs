//! A message as a program sees it, and what a program wants to know of it: the code and the links.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One message: `GET /_local/messages` answers a list of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// What SES or SNS would call it.
    pub id: String,
    /// The tenant it was sent for.
    pub tenant: String,
    /// `email` or `sms`.
    pub channel: String,
    /// The address or number it went to.
    pub to: String,
    /// The subject line; a text message has none.
    pub subject: String,
    /// The text part, or the text message.
    pub text: String,
    /// The HTML part; a text message has none.
    pub html: String,
    /// Every link in the text part, in order, each once.
    pub links: Vec<String>,
    /// The six digits in the text part that stand alone on a line, without the space between them.
    pub code: Option<String>,
    /// When, by the stack's clock.
    pub sent_at: Timestamp,
}

impl Message {
    /// A mail as a message, with the code and the links that its text holds.
    #[must_use]
    pub fn of_mail(
        id: String,
        tenant: String,
        to: String,
        subject: String,
        text: String,
        html: String,
        sent_at: Timestamp,
    ) -> Self {
        Self {
            links: links(&text),
            code: code(&text),
            channel: "email".into(),
            id,
            tenant,
            to,
            subject,
            text,
            html,
            sent_at,
        }
    }

    /// A text message as one, likewise. SNS is not told whose it is; its link is of a tenant.
    #[must_use]
    pub fn of_text(id: String, to: String, text: String, sent_at: Timestamp) -> Self {
        let token = text.split("token=").nth(1).and_then(|rest| rest.split('.').next());
        let tenant = token.unwrap_or_default().to_owned();
        let (subject, html) = (String::new(), String::new());
        Self {
            channel: "sms".into(),
            ..Self::of_mail(id, tenant, to, subject, text, html, sent_at)
        }
    }

    /// Whether a line of the text is one of its links.
    #[must_use]
    pub fn is_link(&self, line: &str) -> bool {
        self.links.iter().any(|link| link == line)
    }

    /// Whether it went to a phone.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.channel == "sms"
    }
}

/// The name and address of `"Acme Energy" <hello@mail.acme.example>`.
pub(crate) fn sender(from: &str) -> (String, String) {
    let Some((name, address)) = from.rsplit_once('<') else {
        return (String::new(), from.trim().to_owned());
    };
    let name = name.trim();
    let name = match name.strip_prefix('"').and_then(|name| name.strip_suffix('"')) {
        Some(quoted) => unescaped(quoted),
        None => encoded_word(name).unwrap_or_else(|| name.to_owned()),
    };
    (name, address.trim_end_matches('>').trim().to_owned())
}

/// A quoted string of RFC 5322: a backslash stands before a character that is meant as it is.
fn unescaped(quoted: &str) -> String {
    let mut characters = quoted.chars();
    std::iter::from_fn(|| match characters.next()? {
        '\\' => characters.next(),
        character => Some(character),
    })
    .collect()
}

/// RFC 2047 with the one charset and encoding that Usher sends.
fn encoded_word(word: &str) -> Option<String> {
    use base64::Engine as _;
    let encoded = word.strip_prefix("=?UTF-8?B?")?.strip_suffix("?=")?;
    String::from_utf8(base64::engine::general_purpose::STANDARD.decode(encoded).ok()?).ok()
}

/// The words that a mail program shows beside the subject: the first element that the page itself hides.
pub(crate) fn preheader(html: &str) -> String {
    let body = html.find("<body").map_or(html, |body| &html[body..]);
    let hidden = body
        .match_indices("display:none")
        .chain(body.match_indices("display: none"))
        .map(|(at, _)| at)
        .min();
    let Some(inner) = hidden.and_then(|at| body[at..].split_once('>')).map(|(_, inner)| inner) else {
        return String::new();
    };
    let words = inner.split('<').next().unwrap_or_default();
    let words = words
        .replace("&amp;", "&")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&quot;", "\"");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `123 456` or `123456` alone on a line, in an Arabic mail between the marks that keep its halves in order.
fn code(text: &str) -> Option<String> {
    let isolates = |c| matches!(c, '\u{2066}'..='\u{2069}');
    let mut lines = text.lines().map(|line| line.trim().trim_matches(isolates));
    lines.find_map(|line| {
        let digits = match line.as_bytes() {
            [head @ .., b' ', _, _, _] if head.len() == 3 => line.replacen(' ', "", 1),
            _ => line.to_owned(),
        };
        (digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
    })
}

/// Every `http` and `https` link, without the punctuation that a sentence puts behind it.
fn links(text: &str) -> Vec<String> {
    let mut links: Vec<String> = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')) {
        let Some(start) = ["https://", "http://"]
            .iter()
            .filter_map(|scheme| word.find(scheme))
            .min()
        else {
            continue;
        };
        let link = word[start..].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']);
        if !links.iter().any(|known| known == link) {
            links.push(link.to_owned());
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_stands_alone_on_its_line() {
        assert_eq!(code("Hello\n\n  123 456  \n\nBye").as_deref(), Some("123456"));
        assert_eq!(code("123456\r\n").as_deref(), Some("123456"));
        for text in [
            "Call 123 456",
            "1234567",
            "12 3456",
            "123  456",
            "123 456 789",
            "123-456",
            "",
        ] {
            assert_eq!(code(text), None, "{text}");
        }
    }

    #[test]
    fn links_are_found_once_and_without_punctuation() {
        let text = "Open https://a.example/verify?t=x_-1.\nOr (http://b.example/), or https://a.example/verify?t=x_-1!";
        assert_eq!(links(text), ["https://a.example/verify?t=x_-1", "http://b.example/"]);
        assert_eq!(links("<https://a.example/x>\nftp://c.example"), ["https://a.example/x"]);
    }

    #[test]
    fn a_sender_is_a_name_and_an_address() {
        let pair = |name: &str, address: &str| (name.to_owned(), address.to_owned());
        assert_eq!(
            sender("\"Acme \\\"A\\\"\" <a@b.example>"),
            pair("Acme \"A\"", "a@b.example")
        );
        assert_eq!(
            sender("=?UTF-8?B?WsOkaGxlcg==?= <a@b.example>"),
            pair("Zähler", "a@b.example")
        );
        assert_eq!(sender("a@b.example"), pair("", "a@b.example"));
    }

    #[test]
    fn a_preheader_is_what_the_page_hides() {
        let html =
            "<style>.x{display:none}</style><body><div style=\"display:none;color:#fff\"> It&#39;s\n you </div><p>Hi";
        assert_eq!(preheader(html), "It's you");
        assert_eq!(preheader("<p>Hello</p>"), "");
    }
}
