//! Markdown from a tenant as HTML that does nothing: it holds only elements that this file lets through.
//!
//! Markup in the text is shown as it was typed. Links lead to `https:` and `mailto:`; others are text. Pictures are
//! their description. So there is nothing to sanitise afterwards.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// The HTML of a text. Its headings begin below the page's own.
#[must_use]
pub fn to_html(markdown: &str) -> String {
    // What turns the direction of everything after it around; a text in Arabic needs none of these.
    let markdown: String = markdown
        .chars()
        .filter(|char| !matches!(char, '\u{202a}'..='\u{202e}'))
        .collect();
    // Whether each open link was let through.
    let mut links = Vec::new();
    let harmless = Parser::new_ext(&markdown, Options::ENABLE_TABLES).filter_map(move |event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::HtmlBlock | Tag::Image { .. }) | Event::End(TagEnd::HtmlBlock | TagEnd::Image) => None,
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            let leads_out = is_harmless(dest_url);
            links.push(leads_out);
            leads_out.then_some(event)
        }
        Event::End(TagEnd::Link) => links.pop().unwrap_or(false).then_some(event),
        Event::Start(Tag::Heading { level, .. }) => Some(Event::Start(heading(below(level)))),
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(below(level)))),
        event => Some(event),
    });
    let mut written = String::new();
    html::push_html(&mut written, harmless);
    written
}

fn is_harmless(url: &str) -> bool {
    let begins = |start: &str| {
        url.get(..start.len())
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case(start))
    };
    begins("https://") || begins("mailto:")
}

fn heading(level: HeadingLevel) -> Tag<'static> {
    Tag::Heading {
        level,
        id: None,
        classes: Vec::new(),
        attrs: Vec::new(),
    }
}

const fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use super::to_html;

    #[test]
    fn a_contract_looks_like_one() {
        let html = to_html(
            "# Scope\n\nSee [the tariff](https://acme.example/tariff).\n\n* one\n* **two**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        );
        for part in [
            "<h2>Scope</h2>",
            "<a href=\"https://acme.example/tariff\">the tariff</a>",
            "<li><strong>two</strong></li>",
            "<td>2</td>",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn nothing_in_a_text_can_act() {
        let hostile = [
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](data:text/html,<script>)",
            "[x](//evil.example)",
            "[x](/activate?new_link=yes)",
            "![x](https://evil.example/pixel.png)",
            "<https://acme.example> <javascript:alert(1)>",
            "[a](javascript:a [b](https://ok.example) c)",
            "<div style=\"position:fixed\">\n\ntext\n\n</div>",
            "[x](https://a.example \"' onmouseover=alert(1) '\")",
            "# h {#id .class onclick=x}",
            "<!-- x --><svg/onload=alert(1)>",
        ];
        for text in hostile {
            let html = to_html(text);
            for tag in html.split('<').skip(1) {
                let tag = tag.split('>').next().expect("a tag");
                let name = tag.trim_start_matches('/').split([' ', '/']).next().expect("a name");
                assert!(["p", "a", "h2", "pre", "code", "em"].contains(&name), "{text}: {html}");
                let (before, quoted) = tag.split_once('=').unwrap_or((tag, "\"https://\""));
                assert!(!before.contains(" on"), "{text}: {html}");
                assert!(
                    quoted.starts_with("\"https://") || quoted.starts_with("\"mailto:"),
                    "{text}: {html}"
                );
            }
            assert!(!html.contains("href=\"/"), "{text}: {html}");
        }
    }
}
