//! Nothing from outside acts, nothing secret shows, nobody else is asked.

use super::*;

#[test]
fn nothing_that_came_from_outside_acts() {
    each_page(|page, _, _, html| {
        let (tags, text) = split(html);
        assert!(!text.contains('\u{202e}'), "{page}: a name turns the text around");
        for tag in &tags {
            let bare: String = tag.split('"').step_by(2).collect();
            assert!(!bare.contains(" on") && !bare.contains("alert"), "{page}: {tag}");
            assert!(!tag.starts_with("style") && !bare.contains(" style="), "{page}: {tag}");
            if tag.starts_with("script") {
                assert_eq!(*tag, format!("script src=\"{}\" defer", script_path()), "{page}");
            }
            if tag.starts_with("img") {
                assert!(tag.contains(" src=\"https://cdn.acme.example/"), "{page}: {tag}");
            }
        }
        let heading = html
            .split("<h1>")
            .nth(1)
            .and_then(|rest| rest.split("</h1>").next())
            .unwrap();
        let title = html
            .split("<title>")
            .nth(1)
            .and_then(|rest| rest.split("</title>").next())
            .unwrap();
        for line in [heading, title] {
            assert!(
                !line.chars().any(char::is_control),
                "{page}: a name breaks the line: {line}"
            );
        }
        // A browser makes links of nothing but these, so no name becomes one.
        let ours = tags.iter().filter(|tag| tag.starts_with("a ")).count();
        assert_eq!(html.matches("<a").count(), ours, "{page}");
        for resource in ["src", "href"].iter().flat_map(|name| attributes(&tags, name)) {
            assert!(
                !resource.starts_with("http://") && !resource.starts_with("javascript:"),
                "{page}: {resource}"
            );
        }
    });
}

#[test]
fn secrets_are_not_in_visible_text() {
    each_page(|page, _, _, html| {
        let (tags, text) = split(html);
        assert!(!text.contains(SECRET), "{page}");
        for tag in tags.iter().filter(|tag| tag.contains(SECRET)) {
            assert!(
                tag.contains("type=\"hidden\"") || tag.contains("hreflang"),
                "{page}: {tag}"
            );
        }
    });
}

#[test]
fn a_password_is_never_sent_back() {
    let brand = Brand::neutral();
    let frame = Frame {
        brand: &brand,
        locale: Locale::En,
        languages: Languages::None,
    };
    for (page, _, html) in pages(&frame, "Acme")
        .into_iter()
        .filter(|(page, ..)| page.starts_with("password"))
    {
        let (tags, _) = split(&html);
        let field = tags.iter().find(|tag| tag.contains(" name=\"password\"")).unwrap();
        assert!(!field.contains(" value="), "{page}");
        assert!(field.contains("autocomplete=\"new-password\""), "{page}");
    }
}

#[test]
fn static_files_ask_nobody_else() {
    for file in [STYLESHEET, SCRIPT] {
        assert!(!file.contains("http") && !file.contains("url(") && !file.contains("@import"));
    }
    assert!(stylesheet_path().starts_with("/assets/usher-1f5fbf-") && stylesheet_path().ends_with(".css"));
    assert!(script_path().starts_with("/assets/usher-") && script_path().ends_with(".js"));
}
