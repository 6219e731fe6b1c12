//! The stylesheet: one file for a page, with the tenant's colours at its end.
//!
//! It follows from the brand colour alone, which stands in its name beside a hash of the content: whoever serves it needs
//! to know nothing of tenants, and browsers may keep it for ever.

use super::contrast::{Palette, Rgb, Tones, palette};
use super::fingerprint::{START, hash};

/// What is the same for every tenant.
pub const STYLESHEET: &str = include_str!("../../templates/usher.css");

/// A blue that passes in both schemes, for tenants without a colour and for pages that belong to no tenant.
pub(super) const NEUTRAL: Rgb = Rgb([0x1f, 0x5f, 0xbf]);

/// Where the app serves the stylesheet of pages that belong to no tenant.
#[must_use]
pub fn stylesheet_path() -> &'static str {
    static PATH: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    PATH.get_or_init(|| path_in(NEUTRAL))
}

/// The stylesheet that is served at `/assets/<file>`, if that is one of today's: an older page may name an older one.
#[must_use]
pub fn stylesheet(file: &str) -> Option<String> {
    let (colour, _) = file.strip_prefix("usher-")?.split_once('-')?;
    let colour = Rgb::parse(&format!("#{colour}"))?;
    let today = path_in(colour);
    (today.strip_prefix("/assets/") == Some(file)).then(|| format!("{STYLESHEET}{}", colours(colour)))
}

/// Where the app serves the stylesheet in a brand's colour.
pub(super) fn path_in(colour: Rgb) -> String {
    // What all have in common is hashed once, not for every page.
    static COMMON: std::sync::OnceLock<u64> = std::sync::OnceLock::new();
    let common = *COMMON.get_or_init(|| hash(START, STYLESHEET));
    let Rgb([r, g, b]) = colour;
    format!(
        "/assets/usher-{r:02x}{g:02x}{b:02x}-{:016x}.css",
        hash(common, &colours(colour))
    )
}

/// The colours of a brand as custom properties, for the light and the dark scheme. In the file, because the content
/// security policy allows no inline style.
fn colours(colour: Rgb) -> String {
    let properties = |tones: Tones| {
        format!(
            "--brand:{};--on-brand:{};--link:{};--focus:{}",
            tones.brand, tones.on_brand, tones.link, tones.link
        )
    };
    let Palette { light, dark } = palette(colour);
    format!(
        "\n:root{{{}}}\n@media (prefers-color-scheme:dark){{:root{{{}}}}}\n",
        properties(light),
        properties(dark)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(path: &str) -> Option<String> {
        stylesheet(path.strip_prefix("/assets/").unwrap())
    }

    #[test]
    fn a_page_needs_one_file_which_ends_with_the_colours_of_the_brand() {
        let green = served(&path_in(Rgb([0x0b, 0x6b, 0x4f]))).unwrap();
        assert!(green.starts_with(STYLESHEET));
        assert!(green[STYLESHEET.len()..].contains("--brand:#0b6b4f"));
        assert!(green[STYLESHEET.len()..].contains("prefers-color-scheme:dark"));
        assert_ne!(served(stylesheet_path()).unwrap(), green);
    }

    #[test]
    fn every_colour_that_the_stylesheet_uses_is_set() {
        let whole = served(stylesheet_path()).unwrap();
        let used = whole.split("var(--").skip(1).filter_map(|rest| rest.split(')').next());
        for name in used {
            assert!(
                whole.matches(&format!("--{name}:")).count() >= 2,
                "--{name} is set in both schemes"
            );
        }
    }

    #[test]
    fn a_name_that_is_not_todays_is_none() {
        let path = stylesheet_path();
        let [other_hash, other_colour] = [("-1f5fbf-", "-1f5fbf-0"), ("-1f5fbf-", "-1f5fc0-")];
        for (from, to) in [
            other_hash,
            other_colour,
            ("1f5fbf", "1F5FBF"),
            (".css", ".js"),
            ("usher-", ""),
        ] {
            let wrong = path.replacen(from, to, 1);
            assert_ne!(wrong, path);
            assert_eq!(served(&wrong), None, "{wrong}");
        }
        for wrong in [
            "usher-#1f5fbf-0.css",
            "usher--.css",
            "usher-é-.css",
            "usher-red}x{-0.css",
            "",
        ] {
            assert_eq!(stylesheet(wrong), None, "{wrong}");
        }
    }
}
