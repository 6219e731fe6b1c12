use jiff::SignedDuration;
use serde_json::{Value, json};

use super::*;
use crate::testing;

pub(super) fn agreement(change: Value) -> Agreement {
    let now = testing::now();
    let mut document = json!({
        "name": "terms",
        "versions": [
            {"version": 1, "effective_from": now - SignedDuration::from_hours(48), "texts": {"en": {"title": "Terms", "text": "# One"}}},
            {"version": 2, "effective_from": now, "accept_again": true, "texts": {"en": {"title": "Terms", "text": "# Two"}}},
        ],
    });
    for (name, value) in change.as_object().expect("an object") {
        document[name] = value.clone();
    }
    serde_json::from_value(document).expect("an agreement")
}

pub(super) fn consent(version: u32) -> Consent {
    Consent {
        at: 0,
        channel: "activation_page".to_owned(),
        source: SourcePrefix::of([203, 0, 113, 7].into()),
        user_agent: UserAgent::of("Browser/1"),
        accepted: vec![Accepted {
            agreement: "terms".to_owned(),
            version,
            locale: "en".to_owned(),
            sha256: text_hash("# One"),
        }],
        withdrawn: Vec::new(),
    }
}

fn pending_at(agreement: &Agreement, consents: &[Consent], now: Timestamp) -> Vec<String> {
    pending(std::slice::from_ref(agreement), CustomerKind::Personal, consents, now)
}

#[test]
fn a_version_is_current_from_its_very_first_moment() {
    let (agreement, now) = (agreement(json!({})), testing::now());
    let current = |at| agreement.current(at).map(|version| version.version);
    assert_eq!(current(now - SignedDuration::from_hours(49)), None);
    assert_eq!(current(now - SignedDuration::from_millis(1)), Some(1));
    assert_eq!(current(now), Some(2));
}

#[test]
fn what_was_never_accepted_or_asks_again_is_pending_and_nothing_else() {
    let (terms, now) = (agreement(json!({})), testing::now());
    let before = now - SignedDuration::from_millis(1);
    assert_eq!(pending_at(&terms, &[], now), ["terms"]);
    assert_eq!(pending_at(&terms, &[consent(1)], before), [""; 0]);
    assert_eq!(pending_at(&terms, &[consent(1)], now), ["terms"]);
    assert_eq!(pending_at(&terms, &[consent(1), consent(2)], now), [""; 0]);

    let mut quiet = terms.clone();
    quiet.versions[1].accept_again = false;
    assert_eq!(
        pending_at(&quiet, &[consent(1)], now),
        [""; 0],
        "a mended comma asks nobody again"
    );
    let mut skipped = terms.clone();
    skipped.versions.push(Version {
        version: 3,
        effective_from: now + SignedDuration::from_secs(1),
        accept_again: false,
        texts: BTreeMap::new(),
    });
    let later = now + SignedDuration::from_hours(1);
    assert_eq!(
        pending_at(&skipped, &[consent(1)], later),
        ["terms"],
        "version 2 still asks"
    );

    let offer = agreement(json!({"required": false}));
    assert_eq!(pending_at(&offer, &[], now), [""; 0]);
    let of_others = agreement(json!({"audience": ["business"]}));
    assert_eq!(pending_at(&of_others, &[], now), [""; 0]);
}

#[test]
fn what_was_taken_back_counts_for_nothing_until_it_is_accepted_again() {
    let withdrawal = Consent {
        accepted: Vec::new(),
        withdrawn: vec!["terms".to_owned()],
        ..consent(1)
    };
    let others = Consent {
        withdrawn: vec!["news".to_owned()],
        ..withdrawal.clone()
    };
    let version = |acts: &[Consent]| in_force(acts, "terms").map(|(_, accepted)| accepted.version);
    assert_eq!(version(&[consent(2), consent(1), others.clone()]), Some(2));
    assert_eq!(version(&[consent(2), withdrawal.clone()]), None);
    assert_eq!(version(&[consent(2), withdrawal.clone(), consent(1)]), Some(1));
    let terms = agreement(json!({}));
    assert_eq!(pending_at(&terms, &[consent(1), withdrawal], testing::now()), ["terms"]);
}

#[test]
fn a_text_is_told_in_the_language_asked_for_or_in_one_there_is() {
    let mut agreement = agreement(json!({}));
    let version = &mut agreement.versions[0];
    let german = Text {
        title: "AGB".to_owned(),
        text: None,
        sha256: None,
    };
    version.texts.insert("de".to_owned(), german);
    let title = |wanted: &[&str]| version.text(wanted).map(|(tag, text)| (tag, text.title.as_str()));
    assert_eq!(title(&["de", "en"]), Some(("de", "AGB")));
    assert_eq!(title(&["fr", "de"]), Some(("de", "AGB")));
    assert_eq!(title(&["fr"]), Some(("en", "Terms")));
}

#[test]
fn evidence_says_which_network_and_no_more() {
    let prefix = |address: &str| SourcePrefix::of(address.parse().expect("an address")).to_string();
    assert_eq!(prefix("203.0.113.77"), "203.0.113.0/24");
    assert_eq!(prefix("::ffff:203.0.113.77"), "203.0.113.0/24");
    assert_eq!(prefix("2001:db8:1:2:3::4"), "2001:db8:1::/48");
    let agent = UserAgent::of(&format!("Mozilla\u{1b}[31m\nü{}", "x".repeat(200))).to_string();
    assert!(agent.starts_with("Mozilla[31mx"));
    assert_eq!(agent.len(), 100);
}

#[test]
fn every_flaw_of_a_list_points_at_its_place() {
    assert_eq!(Agreement::flaws(&[agreement(json!({}))]), []);
    let now = testing::now();
    let wrong = agreement(json!({"name": "Terms", "versions": [
        {"version": 0, "effective_from": now, "texts": {"en": {"title": " ", "text": "x", "sha256": "y"}, "german": {"title": "AGB", "text": " "}}},
        {"version": 1, "effective_from": now, "texts": {}},
        {"version": 2, "effective_from": now + SignedDuration::from_secs(1), "texts": {"en": {"title": "T", "text": "x".repeat(100_001)}, "de": {"title": "T"}}},
    ]}));
    let none = agreement(json!({"name": "Terms", "versions": []}));
    let flaws = Agreement::flaws(&[wrong, none]);
    let pointers: Vec<_> = flaws.iter().map(|(pointer, _)| pointer.as_str()).collect();
    let expected = [
        "/0/name",
        "/0/versions/0/version",
        "/0/versions/0/texts/en/title",
        "/0/versions/0/texts/en/sha256",
        "/0/versions/0/texts/german",
        "/0/versions/0/texts/german/text",
        "/0/versions/1/effective_from",
        "/0/versions/1/texts",
        "/0/versions/2/texts/de/text",
        "/0/versions/2/texts/en/text",
        "/1/name",
        "/1/name",
        "/1/versions",
    ];
    assert_eq!(pointers, expected);
}
