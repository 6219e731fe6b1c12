use std::collections::{BTreeMap, BTreeSet};
use std::{fs, path::Path};

use super::*;

/// Name of each message with its variables, and whether a comment precedes it.
fn messages(source: &str) -> BTreeMap<String, (BTreeSet<String>, bool)> {
    let mut found = BTreeMap::new();
    let mut name = String::new();
    let mut commented = false;
    for line in source.lines() {
        if let Some((id, _)) = line
            .split_once(" = ")
            .filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            id.clone_into(&mut name);
            assert!(
                found.insert(name.clone(), (BTreeSet::new(), commented)).is_none(),
                "{name} is there twice"
            );
        }
        commented = line.starts_with("# ");
        if let (false, Some((variables, _))) = (commented, found.get_mut(&name)) {
            variables.extend(
                line.split('$')
                    .skip(1)
                    .map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>()),
            );
        }
    }
    found
}

fn known(locale: Locale) -> BTreeMap<String, (BTreeSet<String>, bool)> {
    messages(locale.source())
}

#[test]
fn each_file_parses() {
    for locale in Locale::ALL {
        let parsed = FluentResource::try_new(locale.source().to_owned());
        assert!(
            parsed.is_ok(),
            "{}: {:?}",
            locale.tag(),
            parsed.err().map(|(_, errors)| errors)
        );
        assert!(known(locale).len() > 80, "the test reads the file, too");
    }
}

#[test]
fn each_locale_has_each_message_with_the_same_variables_and_no_other() {
    let english = known(Locale::En);
    for locale in Locale::ALL {
        let theirs = known(locale);
        for (id, (variables, commented)) in &theirs {
            assert!(commented, "{}: {id} lacks a comment for translators", locale.tag());
            let (wanted, _) = english
                .get(id)
                .unwrap_or_else(|| panic!("{}: {id} is not in en.ftl", locale.tag()));
            assert_eq!(variables, wanted, "{}: variables of {id}", locale.tag());
        }
        let missing: Vec<_> = english.keys().filter(|id| !theirs.contains_key(*id)).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", locale.tag());
    }
}

#[test]
fn each_message_is_used_somewhere() {
    fn read(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                read(&path, text);
            } else if path
                .extension()
                .is_some_and(|kind| ["rs", "html", "txt"].iter().any(|known| kind == *known))
            {
                text.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut code = String::new();
    for folder in ["src", "templates"] {
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut code);
    }
    let unused: Vec<_> = known(Locale::En)
        .into_keys()
        .filter(|id| !code.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "no page or mail says {unused:?}");
}

#[test]
fn a_persons_choice_wins_over_the_browsers_and_that_over_the_tenants() {
    let negotiate = Locale::negotiate;
    assert_eq!(negotiate(Some("de-AT"), Some("en"), Locale::En), Locale::De);
    assert_eq!(
        negotiate(Some("tlh"), Some("en;q=0.5, de;q=0.8"), Locale::En),
        Locale::De
    );
    assert_eq!(
        negotiate(None, Some("fr, de-CH;q=0.9, en;q=0.9"), Locale::En),
        Locale::De
    );
    assert_eq!(negotiate(None, Some("de;q=0, en;q=0.1"), Locale::De), Locale::En);
    assert_eq!(negotiate(None, Some("*, fr;q=nonsense,,;;"), Locale::De), Locale::De);
    assert_eq!(negotiate(Some(""), None, Locale::De), Locale::De);
}

#[test]
fn durations_are_in_words_and_never_too_short() {
    let said = |locale: Locale| {
        [0, 1, 45, 60, 61, 300, 3600, 5400, 86_400, 172_800, 604_800].map(|s| locale.words().duration(s))
    };
    assert_eq!(
        said(Locale::En),
        [
            "0 seconds",
            "1 second",
            "45 seconds",
            "1 minute",
            "2 minutes",
            "5 minutes",
            "1 hour",
            "1 hour and 30 minutes",
            "24 hours",
            "2 days",
            "7 days",
        ]
    );
    assert_eq!(
        said(Locale::De),
        [
            "0 Sekunden",
            "1 Sekunde",
            "45 Sekunden",
            "1 Minute",
            "2 Minuten",
            "5 Minuten",
            "1 Stunde",
            "1 Stunde und 30 Minuten",
            "24 Stunden",
            "2 Tage",
            "7 Tage",
        ]
    );
}

#[test]
fn a_moment_is_a_date_and_a_time_in_words() {
    let at: Timestamp = "2026-11-23T02:00:00Z".parse().unwrap();
    assert_eq!(Locale::En.words().moment(at), "23 November 2026, 02:00 UTC");
    assert_eq!(Locale::De.words().moment(at), "23. November 2026, 02:00 UTC");
    let at: Timestamp = "2027-03-01T23:59:59+01:00".parse().unwrap();
    assert_eq!(Locale::De.words().moment(at), "1. März 2027, 22:59 UTC");
}

#[test]
fn values_cannot_act_on_the_sentence_around_them() {
    let done = |tenant: &str| Locale::En.words().say("done-body", &[("tenant", tenant.into())]);
    assert_eq!(done("Acme"), "You can now sign in to Acme.");
    assert_eq!(
        done("\u{202e}emcA\r\nBcc: x\u{0}"),
        "You can now sign in to emcA  Bcc: x."
    );
    assert_eq!(done("{{7*7}} { $id }"), "You can now sign in to {{7*7}} { $id }.");
    assert_eq!(done("חברת חשמל"), "You can now sign in to \u{2068}חברת חשמל\u{2069}.");
}

#[test]
fn an_unknown_message_does_not_fail() {
    assert_eq!(Locale::De.words().say("no-such-message", &[]), "no-such-message");
}

#[test]
fn words_can_cross_threads() {
    fn crosses<T: Send + Sync>(_: T) {}
    crosses(Locale::En.words());
    crosses(bundle(Locale::En));
}
