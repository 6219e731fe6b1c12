//! The form of an agreement.

use super::onboarding::{document, etag, posted, send};
use super::{leads_to, open, operator};
use crate::routes::signup::borrowed;
use crate::support::{TestApp, Web};

#[test]
fn an_agreement_gets_its_next_version_and_keeps_the_words_of_those_before() {
    let app = TestApp::start();
    let web = operator(&app);
    let (path, at) = (
        "/console/onboarding/agreements",
        "/console/onboarding/agreements?name=terms",
    );
    let before = document(&app);
    let page = open(&web, at).expect(200);
    assert!(page.text.contains("/legal/terms?labelpartner=acme"), "{}", page.text);
    let mut fields = posted(&page.text);
    let is_typed = |name: &str| name.starts_with("t") || name == "effective_from";
    assert!(
        fields.iter().all(|(name, value)| value.is_empty() || !is_typed(name)),
        "{fields:?}"
    );
    // As it came it changes nothing.
    send(&web, path, &borrowed(&fields)).expect(303);
    assert_eq!(document(&app)["agreements"], before["agreements"]);

    let mut put = |name: &str, value: &str| match fields.iter_mut().find(|(known, _)| known == name) {
        Some((_, known)) => value.clone_into(known),
        None => fields.push((name.to_owned(), value.to_owned())),
    };
    put("etag", &etag(&web, at));
    put("title.en", "Terms of service");
    put("text.en", "First line\r\n\r\nSecond *line*\r\n");
    put("effective_from", "2025-12-31");
    let page = send(&web, path, &borrowed(&fields)).expect(422);
    leads_to(&page.text, "effective_from");
    assert!(
        page.text.contains("Second *line*"),
        "what was typed is kept: {}",
        page.text
    );
    assert!(!page.text.contains("Version 2"), "nothing of it is kept: {}", page.text);
    assert_eq!(document(&app)["agreements"], before["agreements"]);
    let mut right = fields.clone();
    right.retain(|(name, _)| name != "effective_from" && name != "accept_again");
    send(&web, path, &borrowed(&right)).expect(303);
    let versions = document(&app)["agreements"][0]["versions"].clone();
    assert_eq!(versions[0], before["agreements"][0]["versions"][0]);
    assert_eq!(
        (&versions[1]["version"], &versions[1]["accept_again"]),
        (&2.into(), &false.into())
    );
    assert_eq!(versions[1]["texts"].as_object().map(|texts| texts.len()), Some(1));
    let legal = app
        .get("/legal/terms?labelpartner=acme&locale=en")
        .send()
        .expect(200)
        .text;
    assert!(legal.contains("Second <em>line</em>"), "{legal}");
    // The form of a version that others have changed since is not taken, and keeps what was typed.
    let page = send(&web, path, &borrowed(&right)).expect(409);
    assert!(
        page.text.contains("Somebody else has changed this") && page.text.contains("Second *line*"),
        "{}",
        page.text
    );
    open(&web, "/console/onboarding/agreements?name=royal").expect(404);
}

/// Saves a new version with these words, as the page has it now.
#[track_caller]
fn put_words(web: &Web<'_>, name: &str, is_known: bool, words: &str) {
    let path = "/console/onboarding/agreements";
    let at = if is_known {
        format!("{path}?name={name}")
    } else {
        path.to_owned()
    };
    let mut fields = posted(&open(web, &at).expect(200).text);
    fields.retain(|(name, _)| !["name", "title.en", "text.en"].contains(&name.as_str()));
    for (member, value) in [("name", name), ("title.en", "Terms"), ("text.en", words)] {
        fields.push((member.to_owned(), value.to_owned()));
    }
    send(web, path, &borrowed(&fields)).expect(303);
}

fn last_version(app: &TestApp, name: &str) -> u64 {
    let document = document(app);
    let mut all = document["agreements"].as_array().expect("agreements").iter();
    let agreement = all.find(|agreement| agreement["name"] == name).expect("an agreement");
    let last = agreement["versions"].as_array().and_then(|versions| versions.last());
    last.expect("a version")["version"].as_u64().expect("a number")
}

#[test]
fn a_version_that_was_undone_keeps_its_number_and_the_next_one_gets_another() {
    let app = TestApp::start();
    let web = operator(&app);
    let undone = document(&app);
    put_words(&web, "terms", true, "Second words");
    assert_eq!(last_version(&app, "terms"), 2);
    app.apply_acme(|document| document["agreements"] = undone["agreements"].clone())
        .expect(200);
    put_words(&web, "terms", true, "Third words");
    assert_eq!(last_version(&app, "terms"), 3);
    // The same words again are the same version.
    app.apply_acme(|document| document["agreements"] = undone["agreements"].clone())
        .expect(200);
    put_words(&web, "terms", true, "Second words");
    assert_eq!(last_version(&app, "terms"), 2);
    // One that was taken away and made anew goes on as well.
    app.apply_acme(|document| document["agreements"].as_array_mut().expect("agreements").truncate(0))
        .expect(200);
    put_words(&web, "terms", false, "Fourth words");
    assert_eq!(last_version(&app, "terms"), 4);
    let legal = app.get("/legal/terms?labelpartner=acme&locale=en").send().expect(200);
    assert!(legal.text.contains("Fourth words"), "{}", legal.text);
}

#[test]
fn one_more_agreement_needs_a_name_of_its_own_and_words() {
    let app = TestApp::start();
    let web = operator(&app);
    let path = "/console/onboarding/agreements";
    let tag = etag(&web, path);
    let with = |name: &str, text: &str| {
        let fields = [
            ("etag", tag.as_str()),
            ("name", name),
            ("audience.personal", "yes"),
            ("title.en", "Offers"),
            ("text.en", text),
        ];
        send(&web, path, &fields)
    };
    for (name, text, at) in [
        ("terms", "Words", "name"),
        ("Offers!", "Words", "name"),
        ("offers", "", "text-en"),
    ] {
        let page = with(name, text).expect(422);
        leads_to(&page.text, at);
        assert!(page.text.contains("value=\"Offers\""), "what was typed is kept");
    }
    with("offers", "Words").expect(303);
    let offers = document(&app)["agreements"][2].clone();
    assert_eq!(
        (&offers["name"], &offers["required"], &offers["audience"]),
        (&"offers".into(), &false.into(), &serde_json::json!(["personal"]))
    );
    let page = open(&web, "/console/onboarding").expect(200).text;
    assert!(page.contains("/console/onboarding/agreements?name=offers"), "{page}");
}

#[test]
fn an_agreement_is_taken_away_and_nobody_is_asked_for_it() {
    let app = TestApp::start();
    let web = operator(&app);
    let path = "/console/onboarding/agreements";
    let before = document(&app)["agreements"].as_array().expect("agreements").len();
    let tag = etag(&web, &format!("{path}?name=news"));
    let fields = [
        ("etag", tag.as_str()),
        ("known", "yes"),
        ("name", "news"),
        ("remove", "yes"),
    ];
    send(&web, path, &fields).expect(303);
    let after = document(&app)["agreements"].clone();
    let names: Vec<_> = after
        .as_array()
        .expect("agreements")
        .iter()
        .map(|one| one["name"].clone())
        .collect();
    assert_eq!(names.len(), before - 1);
    assert!(!names.contains(&"news".into()), "{names:?}");
    open(&web, &format!("{path}?name=news")).expect(404);
}
