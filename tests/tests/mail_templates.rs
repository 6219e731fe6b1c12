//! The HTML of each mail is generated from MJML and checked in, so that no function carries an MJML engine.
//! `UPDATE=1 cargo test -p usher-tests mail_templates` writes it anew.

use std::{env, fs, path::Path};

use mrml::prelude::render::RenderOptions;

/// The Askama template that a mail's MJML stands for.
fn generate(mjml: &str) -> String {
    let parsed = mrml::parse(mjml).expect("the MJML parses");
    // No fonts: the mails name only those a reader's machine has, and must not fetch any.
    let options = RenderOptions {
        fonts: Default::default(),
        ..RenderOptions::default()
    };
    let html = parsed.element.render(&options).expect("the MJML renders");
    // One line per tag that starts a block keeps the checked-in file readable in a diff.
    let html = [
        "<head", "<meta", "<style", "<body", "<div", "<table", "<tr", "<td", "<p", "<h1", "<!--[if",
    ]
    .iter()
    .fold(html, |html, tag| html.replace(tag, &format!("\n{tag}")));
    let lines: Vec<_> = html.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n") + "\n"
}

#[test]
fn each_mails_html_is_what_its_mjml_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../functions/templates/mail");
    let mut seen = 0;
    for entry in fs::read_dir(&folder).expect("the folder of the mails is there") {
        let source = entry.expect("its entries can be read").path();
        if source.extension().is_none_or(|kind| kind != "mjml") {
            continue;
        }
        seen += 1;
        let target = source.with_extension("html");
        let wanted = generate(&fs::read_to_string(&source).expect("the MJML can be read"));
        if env::var_os("UPDATE").is_some() {
            fs::write(&target, &wanted).expect("the HTML can be written");
        }
        let found = fs::read_to_string(&target).unwrap_or_default();
        assert!(
            found == wanted,
            "{} is not what its MJML says; run this test with UPDATE=1",
            target.display()
        );
    }
    assert!(seen > 0, "there is at least one mail in {}", folder.display());
}
