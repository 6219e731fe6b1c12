//! `/assets`: what the pages are made of, besides words.

use crate::support::{Answer, TestApp};

/// The addresses of this kind that the page of a link names.
fn named(app: &TestApp, attribute: &str) -> Vec<String> {
    let (_, mailed) = app.mailed_person();
    let page = app.get(&mailed.link()).send().expect(200).text;
    let begins = format!("{attribute}=\"");
    let values = page.split(&begins).skip(1).filter_map(|rest| rest.split('"').next());
    values
        .filter(|value| value.starts_with("/assets/"))
        .map(str::to_owned)
        .collect()
}

fn kept_for_ever(answer: &Answer) -> bool {
    answer.header("cache-control") == "public, max-age=31536000, immutable"
}

#[test]
fn whatever_a_page_names_is_there_and_may_be_kept_for_ever() {
    let app = TestApp::start();
    let (styles, scripts) = (named(&app, "href"), named(&app, "src"));
    assert_eq!(
        (styles.len(), scripts.len()),
        (1, 1),
        "one of each: {styles:?} {scripts:?}"
    );
    let kinds = ["text/css; charset=utf-8", "text/javascript; charset=utf-8"];
    for (file, kind) in [styles, scripts].concat().into_iter().zip(kinds) {
        let answer = app.get(&file).send().expect(200);
        assert_eq!(answer.header("content-type"), kind, "{file}");
        assert!(kept_for_ever(&answer), "{file}");
    }
}

#[test]
fn each_tenant_has_its_colours() {
    let app = TestApp::start();
    let [style] = &named(&app, "href")[..] else {
        panic!("one stylesheet")
    };
    assert!(app.get(style).send().expect(200).text.contains("--brand:#0b6b4f"));
    // Somebody else's colour has a name of its own.
    let other = style.replace("0b6b4f", "e4572e");
    assert_ne!(&other, style);
    app.get(&other).send().refused(404, "not_found");
}

#[test]
fn files_that_are_none_are_not_there() {
    let app = TestApp::start();
    let names = [
        "usher.css",
        "usher.html",
        "usher-0b6b4f-.css",
        "usher-%230b6b4f-0.css",
        "..%2f..%2fetc%2fpasswd",
        "brand/acme.css",
    ];
    for name in names {
        app.get(&format!("/assets/{name}")).send().refused(404, "not_found");
    }
}
