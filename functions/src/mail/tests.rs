//! The mail in every locale, with ordinary, longest and hostile names.

mod notices;
mod reminders;

use super::*;
use crate::pages::{Brand, Occasion};
use crate::words::Locale;

const LINK: &str = "https://id.acme.example/v?t=abc&x=1";

const NAMES: [&str; 10] = [
    "Maria",
    "<script>alert(1)</script>",
    "{{7*7}} ${7*7}",
    "\u{202e}gnp.exe",
    "Your prize: http://evil.example",
    "evil.example",
    "x\r\nBcc: all@evil.example",
    "'><img src=http://evil.example/x onerror=alert(1)><a href=https://evil>",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "شركة \u{202e}http://evil.example\u{202c} ١٢٣",
];

fn brand(name: &str) -> Brand {
    Brand {
        name: name.into(),
        logo_url: Some("http://evil.example/logo.png".into()),
        support_email: Some("help@acme.example".into()),
        postal_address: Some(format!("{name}, Main Street 1, Berlin")),
        ..Brand::neutral()
    }
}

fn mail(brand: &Brand, locale: Locale, first_name: &str) -> RenderedMail {
    mail_to(brand, locale, first_name, Occasion::Verification)
}

fn mail_to(brand: &Brand, locale: Locale, first_name: &str, occasion: Occasion) -> RenderedMail {
    let expires_at = "2026-11-23T02:00:00Z".parse().unwrap();
    confirm_address(
        brand,
        locale,
        ConfirmMail {
            first_name: Some(first_name),
            occasion,
            reminds: false,
            link: LINK,
            code: "123456",
            expires_at,
        },
    )
}

fn each_mail(check: impl Fn(Locale, &str, &RenderedMail)) {
    let longest = "Wärmeversorgungsgenossenschaft ".repeat(20);
    for name in NAMES.into_iter().chain([longest.as_str()]) {
        for locale in Locale::ALL {
            for occasion in [Occasion::Verification, Occasion::Invitation, Occasion::Registration] {
                check(locale, name, &mail_to(&brand(name), locale, name, occasion));
            }
        }
    }
}

/// Asserts that `parts` follow each other in `text`.
fn in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let at = rest
            .find(part)
            .unwrap_or_else(|| panic!("{part:?} is missing, or too early, in {text}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn both_parts_say_the_same_in_the_same_order() {
    let brand = brand("Acme Energy");
    let english = mail(&brand, Locale::En, "Maria");
    assert_eq!(english.subject, "Acme Energy: confirm your e-mail address");
    assert_eq!(
        english.preheader,
        "One press, or type the code 123 456. Both work until 23 November 2026, 02:00 UTC."
    );
    let html = [
        "Hello Maria,",
        "Acme Energy is",
        ">Confirm e-mail address</a>",
        "123 456",
        "23 November 2026, 02:00 UTC",
    ];
    in_order(&english.html, &html);
    let until = "work until 23 November 2026, 02:00 UTC";
    let end = [
        "You did not ask for this?",
        "https://id.acme.example",
        "Main Street 1",
        "help@acme.example",
    ];
    in_order(&english.html, &[&["code work until"], &end[..]].concat());
    in_order(
        &english.text,
        &[
            "Hello Maria,",
            "Acme Energy is",
            LINK,
            "123 456",
            until,
            end[0],
            end[2],
            end[3],
        ],
    );

    let german = mail(&brand, Locale::De, "Maria");
    assert_eq!(german.subject, "Acme Energy: Bestätigen Sie Ihre E-Mail-Adresse");
    in_order(
        &german.text,
        &[
            "Guten Tag Maria,",
            LINK,
            "123 456",
            "23. November 2026, 02:00 UTC",
            "ignorieren",
        ],
    );
}

#[test]
fn each_mail_has_one_heading_one_button_and_its_language() {
    each_mail(|locale, name, mail| {
        let opening = format!("lang=\"{}\" dir=\"{}\"", locale.tag(), locale.dir());
        assert_eq!(
            mail.html.matches(&opening).count(),
            2,
            "on the document, and on its body for web mail"
        );
        assert_eq!(mail.html.matches("<h1>").count(), 1, "{name}");
        assert_eq!(mail.html.matches("class=\"button\"").count(), 1, "{name}");
        assert!(
            mail.html.len() < 30_000,
            "{name}: {} bytes; Gmail cuts at 102 KB",
            mail.html.len()
        );
        assert!(mail.text.len() < 4_000, "{name}: {} bytes", mail.text.len());
        assert!(
            !mail.text.contains("\n\n\n\n") && !mail.text.contains("{{ "),
            "{}",
            mail.text
        );
    });
}

#[test]
fn only_our_link_and_the_tenants_help_can_be_followed() {
    each_mail(|_, name, mail| {
        for href in mail
            .html
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            assert!(
                ["https://id.acme.example/v?t=abc&#38;x=1", "mailto:help@acme.example"].contains(&href),
                "{href}"
            );
        }
        let html = mail.html.replace("xmlns=\"http://www.w3.org/1999/xhtml\"", "");
        for part in [&html, &mail.text] {
            for trace in ["http://", "evil.example", "<script", "<img", "@import", "url("] {
                let text_only = std::ptr::eq(part, &mail.text) && trace.starts_with('<');
                assert!(text_only || !part.contains(trace), "{name}: {trace}");
            }
            assert!(!part.contains('\u{202e}'), "{name}");
        }
        let images = mail.html.matches("<img").count();
        assert_eq!(images, 0, "a logo that is not https is not loaded");
    });
}

#[test]
fn a_hostile_first_name_is_left_out() {
    for name in &NAMES[1..] {
        let brand = brand("Acme");
        assert!(
            mail(&brand, Locale::En, name).text.starts_with("Hello,\n") || *name == NAMES[3],
            "{name}"
        );
    }
}

#[test]
fn an_arabic_mail_runs_from_right_to_left_and_its_code_and_link_do_not() {
    let brand = brand("Acme Energy");
    let arabic = mail(&brand, Locale::Ar, "مريم");
    assert!(arabic.html.contains("<span class=\"code\" dir=\"ltr\">123 456</span>"));
    assert!(arabic.html.contains("class=\"address\" dir=\"ltr\""));
    assert!(!arabic.html.contains("direction:ltr") && arabic.html.contains("direction:rtl"));
    assert!(arabic.html.contains("text-align:right") && !arabic.html.contains("text-align:left;color"));
    assert!(arabic.text.contains("مرحبًا مريم،"), "{}", arabic.text);
    assert!(arabic.text.contains("\n\u{2068}123 456\u{2069}\n"), "{}", arabic.text);
    assert!(
        arabic.text.contains(&format!("\n{LINK}\n")),
        "a link is copied as it is"
    );
    assert!(
        arabic.preheader.contains("\u{2068}123 456\u{2069}"),
        "{}",
        arabic.preheader
    );
    let english = mail(&brand, Locale::En, "Maria");
    assert!(!english.html.contains("direction:rtl") && english.text.contains("\n123 456\n"));
}

#[test]
fn a_subject_is_one_line() {
    each_mail(|_, name, mail| {
        assert!(!mail.subject.chars().any(char::is_control), "{name}");
        assert!(!mail.preheader.chars().any(char::is_control), "{name}");
        assert!(mail.subject.chars().count() < 130, "{name}");
    });
}

#[test]
fn a_logo_has_its_name_beside_it_in_words() {
    let brand = Brand {
        logo_url: Some("https://cdn.acme.example/logo.svg?a=1&b=2".into()),
        ..brand("Acme & Sons")
    };
    let html = mail(&brand, Locale::En, "Maria").html;
    assert!(html.contains("src=\"https://cdn.acme.example/logo.svg?a=1&#38;b=2\" alt=\"Acme &#38; Sons\""));
}

fn text_message(name: &str, locale: Locale) -> String {
    let content = InviteText {
        // As long as a link of a tenant with a short name is.
        link: &format!("https://id.acme.example/activate?token=acme.{}", "x".repeat(105)),
        code: "123456",
        expires_at: "2026-11-23T02:00:00Z".parse().unwrap(),
    };
    invite_text(&brand(name), locale, content)
}

#[test]
fn a_text_message_says_who_why_how_and_until_when_in_two_segments() {
    let english = text_message("Acme Energy", Locale::En);
    let parts = [
        "Acme Energy",
        "account",
        "https://id.acme.example/activate",
        "\n123 456\n",
    ];
    in_order(&english, &[&parts[..], &["23 November 2026, 02:00 UTC"]].concat());
    let german = text_message("Stadtwerke München", Locale::De);
    in_order(
        &german,
        &[
            "Stadtwerke München",
            "Konto",
            "https://",
            "\n123 456\n",
            "23. November 2026",
        ],
    );
    for text in [english, german] {
        assert_eq!(segments(&text), 2, "{text}");
    }
}

#[test]
fn a_text_message_in_our_own_languages_costs_three_segments_at_most_and_no_name_makes_it_a_link() {
    let longest = "Wärmeversorgungsgenossenschaft Oberösterreich-Niederbayern";
    assert!((55..=60).contains(&longest.chars().count()));
    for name in NAMES.into_iter().chain([longest]) {
        for locale in Locale::ALL {
            let text = text_message(name, locale);
            // Arabic is in no phone's alphabet of one octet.
            let most = if locale == Locale::Ar { 6 } else { 3 };
            assert!(
                segments(&text) <= most || !name.is_ascii(),
                "{}: {text}",
                segments(&text)
            );
            assert_eq!(text.matches("://").count(), 1, "{text}");
            assert_eq!(text.lines().count(), 5, "a name breaks no line: {text}");
            for trace in ["http://", "evil.example", "\u{202e}", "\u{200c}", "\r"] {
                assert!(!text.contains(trace), "{trace:?} in {text}");
            }
        }
    }
    assert_eq!(segments(&text_message(longest, Locale::De)), 3);
}
