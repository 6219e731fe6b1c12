//! What a page or mail needs to know of the tenant in whose name it speaks.

use usher::tenant::Texts;

use super::contrast::{Palette, Rgb, palette};
use super::stylesheet::{NEUTRAL, path_in};
use crate::words::{Locale, Words, inert};

/// The tenant as people see it. Everything comes from the tenant's settings, nothing from a request.
#[derive(Clone, Debug)]
pub struct Brand {
    /// The name people know.
    pub name: String,
    /// The brand colour, "#rrggbb"; anything else gives the neutral one.
    pub colour: String,
    /// The logo; used only over https.
    pub logo_url: Option<String>,
    /// The icon in the browser's tab; used only over https.
    pub favicon_url: Option<String>,
    /// Where people get help: a page.
    pub support_url: Option<String>,
    /// Where people get help: a mailbox. Used where there is no page.
    pub support_email: Option<String>,
    /// Label and address of imprint, terms, privacy and the like.
    pub legal_links: Vec<(String, String)>,
    /// The sender's postal address in one line, for the foot of a mail.
    pub postal_address: Option<String>,
    /// What the tenant says in its own words.
    pub texts: Texts,
}

/// Longer names are cut, so that no name pushes the task off the screen.
const LONGEST_NAME: usize = 80;

impl Brand {
    /// For pages that belong to no tenant, such as an unknown address.
    #[must_use]
    pub fn neutral() -> Self {
        Self {
            name: "Usher".into(),
            colour: NEUTRAL.to_string(),
            logo_url: None,
            favicon_url: None,
            support_url: None,
            support_email: None,
            legal_links: Vec::new(),
            postal_address: None,
            texts: Texts::default(),
        }
    }

    /// The sentences of a language as this tenant says them.
    #[must_use]
    pub fn words(&self, locale: Locale) -> Words<'_> {
        Words::of(locale, &self.texts)
    }

    /// The name as it may stand in a sentence: inert, on one line, at most 80 characters.
    #[must_use]
    pub fn display_name(&self) -> String {
        let name = inert(&self.name);
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.chars().count() <= LONGEST_NAME {
            return name;
        }
        name.chars().take(LONGEST_NAME - 1).chain(['…']).collect()
    }

    /// The readable versions of the brand colour.
    #[must_use]
    pub fn palette(&self) -> Palette {
        palette(self.rgb())
    }

    /// Where the app serves the stylesheet in this brand's colours.
    #[must_use]
    pub fn stylesheet_path(&self) -> String {
        path_in(self.rgb())
    }

    fn rgb(&self) -> Rgb {
        Rgb::parse(&self.colour).unwrap_or(NEUTRAL)
    }

    /// The logo, if it is safe to load.
    #[must_use]
    pub fn logo(&self) -> Option<&str> {
        self.logo_url.as_deref().filter(|url| url.starts_with("https://"))
    }

    /// The icon in the browser's tab, if it is safe to load.
    #[must_use]
    pub fn favicon(&self) -> Option<&str> {
        self.favicon_url.as_deref().filter(|url| url.starts_with("https://"))
    }

    /// The address of the help link: the support page, else the mailbox.
    #[must_use]
    pub fn help_href(&self) -> Option<String> {
        let page = self.support_url.as_deref().filter(|url| is_web(url)).map(str::to_owned);
        page.or_else(|| {
            self.support_email
                .as_deref()
                .filter(|email| is_mailbox(email))
                .map(|email| format!("mailto:{email}"))
        })
    }

    /// The same as a person would read or type it.
    #[must_use]
    pub fn help_text(&self) -> Option<String> {
        self.help_href()
            .map(|href| href.trim_start_matches("mailto:").to_owned())
    }

    /// The legal links that are safe to show.
    pub fn legal(&self) -> impl Iterator<Item = (String, &str)> {
        self.legal_links
            .iter()
            .filter(|(_, url)| is_web(url))
            .map(|(label, url)| (inert(label), url.as_str()))
    }
}

/// Whether a link may point there: https, this site, or this machine (the local stack).
pub(crate) fn is_web(url: &str) -> bool {
    let own = url.starts_with('/') && !url.starts_with("//") && !url.starts_with("/\\");
    own || ["https://", "http://127.0.0.1:", "http://localhost:"]
        .iter()
        .any(|start| url.starts_with(start))
}

/// Whether a link stays on this host.
pub(crate) fn is_own(href: &str) -> bool {
    href.starts_with('/') && !href.starts_with("//") && !href.contains('\\')
}

/// Whether a link may open the tenant's app. Apps bring their own schemes, so this names those that run in the browser.
pub(crate) fn is_app(url: &str) -> bool {
    let scheme = url.split(':').next().unwrap_or_default();
    let proper = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let runs = [
        "javascript",
        "data",
        "vbscript",
        "blob",
        "file",
        "filesystem",
        "http",
        "view-source",
    ];
    is_web(url) || (url.contains("://") && proper && !runs.iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

fn is_mailbox(email: &str) -> bool {
    email.contains('@')
        && !email
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "?&<>\"%,;:".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_addresses_become_links() {
        for good in [
            "https://acme.example/help",
            "/legal/privacy",
            "http://127.0.0.1:9000/docs",
        ] {
            assert!(is_web(good), "{good}");
        }
        for bad in [
            "http://acme.example",
            "//evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "data:text/html,x",
            "",
        ] {
            assert!(!is_web(bad), "{bad}");
            assert!(!is_app(bad), "{bad}");
        }
        assert!(is_app("acme-app://welcome"));
        for bad in [
            "JavaScript://%0aalert(1)",
            " javascript://x",
            "java\nscript://x",
            "VBSCRIPT://x",
            "mailto:x@y.example",
        ] {
            assert!(!is_app(bad), "{bad}");
        }
    }

    #[test]
    fn what_is_no_colour_gives_the_neutral_one() {
        let hostile = Brand {
            colour: "red}body{display:none".into(),
            ..Brand::neutral()
        };
        assert_eq!(hostile.stylesheet_path(), super::super::stylesheet_path());
    }

    #[test]
    fn names_are_inert_and_short() {
        let named = |name: &str| {
            Brand {
                name: name.into(),
                ..Brand::neutral()
            }
            .display_name()
        };
        assert_eq!(named("  Acme \n Energy\u{202e} "), "Acme Energy");
        assert_eq!(named(&"x".repeat(500)).chars().count(), 80);
    }

    #[test]
    fn a_mailbox_with_headers_in_it_is_no_help() {
        let help = |email: &str| {
            Brand {
                support_email: Some(email.into()),
                ..Brand::neutral()
            }
            .help_href()
        };
        assert_eq!(help("help@acme.example").as_deref(), Some("mailto:help@acme.example"));
        assert_eq!(help("help@acme.example?bcc=all@evil.example"), None);
    }
}
