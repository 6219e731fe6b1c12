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
fn whatever_a_page_names_is_there() {
    let app = TestApp::start();
    let files = [named(&app, "href"), named(&app, "src")].concat();
    assert!(files.len() >= 3, "{files:?}");
    for file in files {
        let answer = app.get(&file).send().expect(200);
        let kind = if file.contains(".js") {
            "text/javascript; charset=utf-8"
        } else {
            "text/css; charset=utf-8"
        };
        assert_eq!(answer.header("content-type"), kind, "{file}");
        assert!(!answer.header("cache-control").is_empty(), "{file}");
        // A name that says what is in it may be kept for as long as anybody likes.
        assert!(kept_for_ever(&answer) || file.starts_with("/assets/brand/"), "{file}");
    }
}

#[test]
fn each_tenant_has_its_colours() {
    let app = TestApp::start();
    let brand = |tenant: &str| app.get(&format!("/assets/brand/{tenant}.css")).send().expect(200).text;
    assert_ne!(brand("acme"), brand("netgrid"));
}

#[test]
fn files_that_are_none_are_not_there() {
    let app = TestApp::start();
    let names = [
        "usher.css",
        "usher.html",
        "..%2f..%2fetc%2fpasswd",
        "brand/nobody.css",
        "brand/acme",
        "brand/acme.js",
        "brand/No%20Tenant.css",
        "brand/..%2fusher.css",
    ];
    for name in names {
        app.get(&format!("/assets/{name}")).send().refused(404, "not_found");
    }
}
