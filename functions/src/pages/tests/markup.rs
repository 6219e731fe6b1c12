//! Structure: one task, its language, closed tags, labels, mistakes.

use std::collections::BTreeSet;

use super::*;

#[test]
fn each_page_is_one_task_in_its_language() {
    each_page(|page, locale, buttons, html| {
        let start = format!(
            "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">",
            locale.tag(),
            locale.dir()
        );
        assert!(html.starts_with(&start), "{page}");
        for (wanted, part) in [
            (1, "<h1>"),
            (1, "<main "),
            (1, "<title>"),
            (buttons, "class=\"primary\""),
        ] {
            assert_eq!(html.matches(part).count(), wanted, "{page}: {part}");
        }
        assert!(
            html.len() + STYLESHEET.len() + SCRIPT.len() < 30_000,
            "{page}: {} bytes",
            html.len()
        );
    });
}

#[test]
fn tags_are_closed_in_order_and_references_meet_an_id() {
    const VOID: [&str; 6] = ["!doctype", "meta", "link", "input", "img", "br"];
    each_page(|page, _, _, html| {
        let (tags, _) = split(html);
        let mut open = Vec::new();
        for tag in &tags {
            let name = tag.split([' ', '\n']).next().unwrap();
            if let Some(closed) = name.strip_prefix('/') {
                assert_eq!(open.pop(), Some(closed), "{page}");
            } else if !VOID.contains(&name) && !tag.ends_with('/') {
                open.push(name);
            }
        }
        assert!(open.is_empty(), "{page}: {open:?}");

        let ids = attributes(&tags, "id");
        let known: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "{page}: an id is there twice");
        let fragments = attributes(&tags, "href")
            .into_iter()
            .filter_map(|href| href.strip_prefix('#'));
        let references = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];
        for wanted in references
            .iter()
            .flat_map(|name| attributes(&tags, name))
            .flat_map(str::split_whitespace)
            .chain(fragments)
        {
            assert!(known.contains(wanted), "{page}: nothing has the id {wanted}");
        }
        for tag in tags
            .iter()
            .filter(|tag| tag.starts_with("input") && !tag.contains("type=\"hidden\""))
        {
            // A box to tick is nothing that a browser fills in, nor is one of several to choose.
            let is_box = [" type=\"checkbox\"", " type=\"radio\""]
                .iter()
                .any(|kind| tag.contains(kind));
            assert!(is_box || tag.contains(" autocomplete=\""), "{page}: {tag}");
            assert!(tag.contains(" type=\""), "{page}: {tag}");
            let id = attributes(&[tag], "id");
            assert!(
                tag.contains("aria-hidden") || html.contains(&format!("<label for=\"{}\">", id[0])),
                "{page}: {tag}"
            );
        }
    });
}

#[test]
fn a_form_with_mistakes_says_so_first() {
    let brand = Brand::neutral();
    let start = |locale| match locale {
        Locale::En | Locale::Es => "Error: ",
        Locale::De => "Fehler: ",
        Locale::Fr => "Erreur\u{a0}: ",
        Locale::Nl => "Fout: ",
        Locale::It => "Errore: ",
        Locale::Pt => "Erro: ",
        Locale::Ar => "خطأ: ",
    };
    for locale in Locale::ALL {
        let start = format!("<title>{}", start(locale));
        let frame = Frame {
            brand: &brand,
            locale,
            languages: Languages::None,
        };
        for (page, _, html) in pages(&frame, "Acme")
            .into_iter()
            .filter(|(page, ..)| page.contains("wrong"))
        {
            assert!(html.contains(&start), "{page}");
            assert!(html.find("id=\"errors\"") < html.find("<h1>"), "{page}");
            assert_eq!(html.matches("aria-invalid=\"true\"").count(), 2, "{page}");
            assert_eq!(
                html.matches("<li><a href=\"#").count(),
                2,
                "{page}: one sentence a field"
            );
            assert!(html.contains(" value=\"Acme\""), "{page}: what was typed is kept");
        }
    }
}

#[test]
fn a_page_mirrors_and_what_is_always_read_from_left_to_right_does_not() {
    // Only what a language itself mirrors may stand in the stylesheet: start and end, never left and right. Where a
    // background stands has no such words, so it is said for each direction.
    let (mirrored, rest): (Vec<_>, Vec<_>) = STYLESHEET
        .split("*/")
        .flat_map(|part| part.split("/*").next().unwrap().split([';', '{', '}']))
        .partition(|part| part.trim().starts_with("background-position"));
    for word in rest
        .iter()
        .flat_map(|part| part.split(|c: char| !c.is_ascii_alphabetic()))
    {
        assert!(!["left", "right"].contains(&word), "the stylesheet says {word}");
    }
    let said = |side: &str| mirrored.iter().map(|part| part.matches(side).count()).sum::<usize>();
    assert_eq!(said("left"), said("right"));
    each_page(|page, _, _, html| {
        let (tags, _) = split(html);
        let kinds = ["type=\"email\"", "type=\"tel\"", "id=\"code\"", "id=\"voucher_code\""];
        for tag in tags.iter().filter(|tag| tag.starts_with("input")) {
            let wanted = kinds.iter().any(|kind| tag.contains(kind));
            assert_eq!(tag.contains(" dir=\"ltr\""), wanted, "{page}: {tag}");
        }
    });
}
