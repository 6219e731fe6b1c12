//! The words of agreements, for anybody to read.

use serde_json::{Value, json};

use crate::support::{TestApp, next_version};

fn read(app: &TestApp, path: &str) -> crate::support::Answer {
    app.get(path).header("accept", "text/html").send()
}

#[test]
fn anybody_reads_the_words_in_their_language_and_any_version_of_them() {
    let app = TestApp::start();
    let page = read(&app, "/legal/terms?labelpartner=acme").expect(200).text;
    for part in [
        "<h1>Terms of service</h1>",
        "<h2>What you get</h2>",
        "Version 1, in force from 1 January 2026",
    ] {
        assert!(
            page.contains(part) || page.contains(&part.replace("h2", "h3")),
            "{part}"
        );
    }
    let german = read(&app, "/legal/terms?labelpartner=acme&locale=de").expect(200).text;
    assert!(german.contains("Nutzungsbedingungen") && german.contains("<div class=\"prose\" lang=\"de\" dir=\"ltr\">"));
    let of_host = app.get("/legal/terms").header("host", "acme.localhost").send();
    assert!(of_host.expect(200).text.contains("Terms of service"));

    let again = |document: &mut Value| {
        let versions = document["agreements"][0]["versions"].as_array_mut().expect("versions");
        versions.push(json!({"version": 2, "effective_from": "2026-02-01T00:00:00Z", "texts": {"en": {"title": "Terms", "text": "Be *kind*."}}}));
    };
    app.apply_acme(again).expect(200);
    assert!(
        read(&app, "/legal/terms?labelpartner=acme")
            .expect(200)
            .text
            .contains("<em>kind</em>")
    );
    let first = read(&app, "/legal/terms?labelpartner=acme&version=1").expect(200).text;
    assert!(first.contains("hour by hour"));
    let english = read(&app, "/legal/terms?labelpartner=acme&version=2&locale=de")
        .expect(200)
        .text;
    assert!(
        english.contains("lang=\"en\" dir=\"ltr\">"),
        "words in a language there is"
    );
}

#[test]
fn what_there_is_not_is_told_so() {
    let app = TestApp::start();
    for path in [
        "/legal/terms?labelpartner=netgrid",
        "/legal/terms?labelpartner=nobody",
        "/legal/terms?labelpartner=%00",
        "/legal/nothing?labelpartner=acme",
        "/legal/terms?labelpartner=acme&version=2",
        "/legal/terms?labelpartner=acme&version=0",
        "/legal/terms?labelpartner=acme&version=one",
    ] {
        app.get(path).send().refused(404, "not_found");
    }
}

#[test]
fn the_words_of_a_version_never_change() {
    let app = TestApp::start();
    let changed = |document: &mut Value| {
        document["display_name"] = "Acme".into();
        document["agreements"][0]["versions"][0]["texts"]["en"]["text"] = "Other words.".into();
    };
    let at = "/agreements/0/versions/0/texts/en";
    let refused = app
        .apply_acme(changed)
        .flawed(409, "agreement_changed", at, "not_acceptable");
    assert!(
        refused.text.contains("a new wording is a new version"),
        "{}",
        refused.text
    );
    // Every text that has changed is told, and nothing that is new with it is fixed by that.
    let more = |words: &'static str| {
        move |document: &mut Value| {
            changed(document);
            next_version(true)(document);
            document["agreements"][0]["versions"][0]["texts"]["de"]["text"] = "Andere Worte.".into();
            document["agreements"][0]["versions"][1]["texts"]["en"]["text"] = words.into();
        }
    };
    for words in ["Be kind.", "Be very kind."] {
        let told = app.apply_acme(more(words)).refused(409, "agreement_changed").flaws();
        let told: Vec<_> = told.into_iter().map(|(pointer, _)| pointer).collect();
        assert_eq!(told, ["/agreements/0/versions/0/texts/de".to_owned(), at.to_owned()]);
    }
    let page = read(&app, "/legal/terms?labelpartner=acme").expect(200).text;
    assert!(
        page.contains("hour by hour") && page.contains("Acme Energy"),
        "nothing is applied"
    );
    app.apply_acme(next_version(true)).expect(200);
    let mended = |document: &mut Value| {
        next_version(true)(document);
        document["agreements"][0]["versions"][0]["texts"]["en"]["title"] = "Terms".into();
    };
    app.apply_acme(mended).expect(200);
}

#[test]
fn an_agreement_with_a_flaw_is_not_applied() {
    let app = TestApp::start();
    let wrong = |document: &mut Value| {
        document["agreements"][0]["name"] = "../terms".into();
        document["agreements"][1]["versions"][0]["texts"]["en"]["text"] = " ".into();
    };
    let refused = app.apply_acme(wrong).refused(422, "validation_failed");
    let pointers: Vec<String> = refused.flaws().into_iter().map(|(pointer, _)| pointer).collect();
    assert_eq!(
        pointers,
        ["/agreements/0/name", "/agreements/1/versions/0/texts/en/text"]
    );
}

#[test]
fn words_as_long_as_a_contract_are_taken() {
    let app = TestApp::start();
    let long = |document: &mut Value| {
        let versions = document["agreements"][0]["versions"].as_array_mut().expect("versions");
        let texts = json!({"en": {"title": "Terms", "text": "word ".repeat(19_000)}});
        versions.push(json!({"version": 2, "effective_from": "2026-02-01T00:00:00Z", "texts": texts}));
    };
    app.apply_acme(long).expect(200);
    assert!(read(&app, "/legal/terms?labelpartner=acme").expect(200).text.len() > 95_000);
}
