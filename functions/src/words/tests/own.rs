//! A tenant's own words, on pages and in mails.

use usher::tenant::Tenant;

use super::*;
use crate::mail::{ConfirmMail, confirm_address};
use crate::page_answer::brand;
use crate::pages::{ConfirmAddress, Done, Finished, Frame, Languages, Occasion};

fn tenant(texts: serde_json::Value) -> Tenant {
    let document = serde_json::json!({
        "name": "acme",
        "display_name": "Acme Energy",
        "sender": {"name": "Acme Energy", "address": "hello@acme.example"},
        "texts": texts,
    });
    serde_json::from_value(document).unwrap()
}

fn done(tenant: &Tenant, locale: Locale) -> String {
    let brand = brand(tenant);
    let page = Done {
        finished: Finished::Registration,
        app_link: None,
    };
    page.render(&Frame {
        brand: &brand,
        locale,
        languages: Languages::None,
    })
}

#[test]
fn a_tenants_own_words_stand_in_place_of_ours_in_their_language_alone() {
    let tenant = tenant(
        serde_json::json!({"de": {"done-title": "Willkommen bei { $tenant }?", "done-body": "Schön, dass Sie da sind."}}),
    );
    let german = done(&tenant, Locale::De);
    assert!(german.contains("<p>Schön, dass Sie da sind.</p>"), "{german}");
    let english = done(&tenant, Locale::En);
    assert!(english.contains("You can now sign in to Acme Energy."));
    // A variable that a message does not have is refused when it is saved; one that it has lost since costs no page.
    assert!(german.contains("<h1>Alles ist eingerichtet</h1>"), "{german}");
}

#[test]
fn a_tenants_own_words_are_text_and_never_markup() {
    let hostile = "<script>alert(1)</script><a href=https://evil>&amp;\" onload=x";
    let tenant = tenant(serde_json::json!({"en": {
        "done-title": hostile, "done-body": hostile, "confirm-title": hostile, "confirm-button": hostile, "page-title": hostile,
        "mail-confirm-subject": hostile, "mail-confirm-why": hostile, "mail-confirm-preheader": hostile, "mail-hello": hostile,
        "mail-not-you": hostile, "footer-language": hostile, "help-link": hostile,
    }}));
    let brand = brand(&tenant);
    let frame = Frame {
        brand: &brand,
        locale: Locale::En,
        languages: Languages::None,
    };
    let page = ConfirmAddress {
        masked_address: "m•••@example.com".into(),
        token: "t".into(),
        action: "/a".into(),
        occasion: Occasion::Verification,
        channel: usher::tenant::Channel::Email,
    };
    let mail = ConfirmMail {
        first_name: Some("Maria"),
        occasion: Occasion::Verification,
        reminds: false,
        link: "https://id.acme.example/v?t=abc",
        code: "123456",
        expires_at: "2026-11-23T02:00:00Z".parse().unwrap(),
    };
    let mail = confirm_address(&brand, Locale::En, mail);
    assert_eq!(mail.subject, hostile);
    for html in [done(&tenant, Locale::En), page.render(&frame), mail.html] {
        assert!(html.contains("&#60;script&#62;"), "{html}");
        assert!(!html.contains("<script>alert") && !html.contains("<a href=https") && !html.contains("\" onload"));
    }
}

#[test]
fn a_tenants_own_words_count_and_isolate_as_ours_do() {
    let tenant = tenant(serde_json::json!({"en": {
        "duration-days": "{ $count ->\n  [one] one day\n *[other] { $count } whole days\n}",
        "done-body": "Back to { $tenant }",
    }}));
    let brand = brand(&tenant);
    let words = brand.words(Locale::En);
    assert_eq!(words.duration(172_800), "2 whole days");
    let said = words.say("done-body", &[("tenant", "חברת חשמל\u{202e}".into())]);
    assert_eq!(said, "Back to \u{2068}חברת חשמל\u{2069}");
}

#[test]
fn pages_and_mails_ask_their_tenant_for_words() {
    fn look(folder: &Path, found: &mut Vec<String>) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                look(&path, found);
            } else if !path.starts_with(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words")) {
                let text = fs::read_to_string(&path).unwrap();
                let past = text.contains("locale.words()") && !path.ends_with("words.rs");
                found.extend(past.then(|| path.display().to_string()));
            }
        }
    }
    let mut found = Vec::new();
    look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(
        found.is_empty(),
        "frame.words() knows the tenant's own words, locale.words() does not: {found:?}"
    );
}
