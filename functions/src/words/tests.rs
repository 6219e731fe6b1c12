use std::collections::{BTreeMap, BTreeSet};
use std::{fs, path::Path};

use super::*;

mod own;
mod time;

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

/// What pages and mails say, and what the console says, as translators have it.
fn sources(locale: Locale) -> [String; 2] {
    ["", "console/"].map(|folder| {
        let file = format!("{}/locales/{folder}{}.ftl", env!("CARGO_MANIFEST_DIR"), locale.tag());
        fs::read_to_string(file).expect("a file of messages")
    })
}

fn known(locale: Locale) -> [BTreeMap<String, (BTreeSet<String>, bool)>; 2] {
    sources(locale).map(|source| messages(&source))
}

#[test]
fn each_file_parses() {
    for (locale, source) in Locale::ALL
        .map(|locale| sources(locale).map(|source| (locale, source)))
        .as_flattened()
    {
        let parsed = FluentResource::try_new((*source).to_owned());
        assert!(
            parsed.is_ok(),
            "{}: {:?}",
            locale.tag(),
            parsed.err().map(|(_, errors)| errors)
        );
        assert!(messages(source).len() > 50, "the test reads the file, too");
    }
}

#[test]
fn each_locale_has_each_message_with_the_same_variables_and_no_other() {
    for locale in Locale::ALL {
        for (english, theirs) in known(Locale::En).into_iter().zip(known(locale)) {
            for (id, (variables, commented)) in &theirs {
                assert!(
                    *commented || locale != Locale::En,
                    "{id} lacks a comment for translators in en.ftl"
                );
                let (wanted, _) = english
                    .get(id)
                    .unwrap_or_else(|| panic!("{}: {id} is not in en.ftl", locale.tag()));
                assert_eq!(variables, wanted, "{}: variables of {id}", locale.tag());
            }
            let missing: Vec<_> = english.keys().filter(|id| !theirs.contains_key(*id)).collect();
            assert!(missing.is_empty(), "{} lacks {missing:?}", locale.tag());
        }
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
        .into_iter()
        .flat_map(BTreeMap::into_keys)
        .filter(|id| !code.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "no page or mail says {unused:?}");
}

#[test]
fn a_locale_stands_at_the_place_of_its_own_number() {
    for (place, locale) in Locale::ALL.into_iter().enumerate() {
        assert_eq!(locale as usize, place, "{}", locale.tag());
        assert_eq!(locale.langid().language.as_str(), locale.tag());
    }
}

#[test]
fn a_region_is_read_by_its_language() {
    for (tag, locale) in [
        ("pt-BR", Locale::Pt),
        ("fr-CA", Locale::Fr),
        ("ar-EG", Locale::Ar),
        ("NL_be", Locale::Nl),
        ("es-419", Locale::Es),
    ] {
        assert_eq!(Locale::from_tag(tag), Some(locale), "{tag}");
    }
    for tag in ["", "-", "tlh", "arz", "english", "d", "<script>"] {
        assert_eq!(Locale::from_tag(tag), None, "{tag}");
    }
}

#[test]
fn the_first_wish_there_are_words_in_wins_over_the_browsers_and_that_over_the_tenants() {
    let negotiate =
        |wishes: &[Option<&str>], accept, fallback| Locale::negotiate(wishes.iter().copied(), accept, fallback);
    let wish = |wish| [Some(wish)];
    assert_eq!(negotiate(&wish("de-AT"), Some("en"), Locale::En), Locale::De);
    assert_eq!(
        negotiate(&[None, Some("tlh"), Some("it"), Some("de")], Some("en"), Locale::En),
        Locale::It
    );
    assert_eq!(
        negotiate(&wish("tlh"), Some("en;q=0.5, de;q=0.8"), Locale::En),
        Locale::De
    );
    assert_eq!(
        negotiate(&[], Some("sv, de-CH;q=0.9, en;q=0.9"), Locale::En),
        Locale::De
    );
    assert_eq!(negotiate(&[], Some("de;q=0, en;q=0.1"), Locale::De), Locale::En);
    assert_eq!(
        negotiate(&[], Some("*, sv;q=nonsense, fr;q=NaN,,;;"), Locale::De),
        Locale::De
    );
    assert_eq!(negotiate(&wish(""), None, Locale::De), Locale::De);
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
fn an_arabic_sentence_keeps_values_that_are_read_from_left_to_right_in_one_piece() {
    let hint = |label: &str| Locale::Ar.words().say("field-optional", &[("label", label.into())]);
    for (label, isolated) in [
        ("Acme", true),
        ("m•••@example.com", true),
        ("123 456", true),
        ("+971 4 123 4567", true),
        ("شركة الكهرباء", false),
        ("24 ساعة", false),
        ("2026", false),
    ] {
        assert_eq!(hint(label).contains(&isolate(label)), isolated, "{label}");
        let english = Locale::En.words().say("field-optional", &[("label", label.into())]);
        let is_arabic = label.contains(runs_right_to_left);
        assert_eq!(english.contains('\u{2068}'), is_arabic, "{label}");
    }
    let example = Locale::Ar.words().say("code-hint", &[]);
    assert!(example.contains("\u{2066}123 456\u{2069}"), "{example}");
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
