//! How a tenant's pages and mails look.

use serde::{Deserialize, Serialize};

use super::shape::{is_colour, is_display_name, is_https};
use crate::address::EmailAddress;

/// The most characters of a postal address.
const MAX_POSTAL: usize = 300;

/// How pages and mails look; every part has a default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Branding {
    /// The brand's colour as `#rrggbb`; corrected for contrast where it is used.
    pub colour: Option<String>,
    /// The logo, `https:` only.
    pub logo_url: Option<String>,
    /// The icon in the browser's tab, `https:` only.
    pub favicon_url: Option<String>,
    /// Where people get help: a page.
    pub support_url: Option<String>,
    /// Where people get help: an address.
    pub support_email: Option<String>,
    /// The postal address at the foot of a mail.
    pub postal_address: Option<String>,
    /// The imprint, privacy notice and the like.
    pub legal_links: Vec<LegalLink>,
}

/// A link at the foot of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LegalLink {
    /// The words of the link.
    pub label: String,
    /// Where it leads, `https:` only.
    pub url: String,
}

impl Branding {
    /// Everything wrong with it, and where.
    pub(super) fn flaws(&self) -> Vec<(String, &'static str)> {
        const HTTPS: &str = "has to begin with https://";
        let mut flaws = Vec::new();
        let mut unless = |holds: bool, at: &str, message| {
            if !holds {
                flaws.push((at.to_owned(), message));
            }
        };
        let is_fine = |url: &Option<String>| url.as_deref().is_none_or(is_https);
        let is_address = |text: &str| EmailAddress::parse(text).is_ok();
        let is_postal = |text: &str| {
            (1..=MAX_POSTAL).contains(&text.chars().count()) && !text.chars().any(|c| c.is_control() && c != '\n')
        };
        unless(
            self.colour.as_deref().is_none_or(is_colour),
            "/colour",
            "has to look like #0b5fff",
        );
        unless(is_fine(&self.logo_url), "/logo_url", HTTPS);
        unless(is_fine(&self.favicon_url), "/favicon_url", HTTPS);
        unless(is_fine(&self.support_url), "/support_url", HTTPS);
        unless(
            self.support_email.as_deref().is_none_or(is_address),
            "/support_email",
            "is no e-mail address",
        );
        unless(
            self.postal_address.as_deref().is_none_or(is_postal),
            "/postal_address",
            "has to be 1 to 300 characters, none of them a control character but ends of lines",
        );
        for (index, link) in self.legal_links.iter().enumerate() {
            let at = |member: &str| format!("/legal_links/{index}/{member}");
            unless(
                is_display_name(&link.label),
                &at("label"),
                "has to be 1 to 60 characters, none of them a control character",
            );
            unless(is_https(&link.url), &at("url"), HTTPS);
        }
        flaws
    }
}
