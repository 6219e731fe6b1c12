//! The mails about an account that there is.

use NoticeKind::{
    AccountDeleted, AccountExists, ApprovalAsked, Approved, AwaitingApproval, ConfirmNewEmail, EmailChanged,
    PasswordChanged, Recover, Refused, SignInMoved, SignUp, SignsInElsewhere,
};

use super::*;

const KINDS: [NoticeKind; 13] = [
    AwaitingApproval,
    ApprovalAsked,
    Approved,
    Refused,
    AccountExists,
    SignsInElsewhere,
    SignUp,
    Recover,
    PasswordChanged,
    SignInMoved,
    ConfirmNewEmail,
    EmailChanged,
    AccountDeleted,
];

const fn has_button(kind: NoticeKind) -> bool {
    !matches!(
        kind,
        EmailChanged | SignInMoved | AccountDeleted | AwaitingApproval | Refused
    )
}

/// A mail of a kind, with the link and the time it has.
fn notice_of(brand: &Brand, locale: Locale, kind: NoticeKind, name: &str) -> RenderedMail {
    let links = has_button(kind);
    let ends = matches!(kind, Recover | ConfirmNewEmail | SignUp);
    let mail = NoticeMail {
        kind,
        first_name: Some(name),
        link: links.then_some(LINK),
        until: ends.then(|| "2026-11-23T02:00:00Z".parse().unwrap()),
        new_address_masked: (kind == EmailChanged).then_some("m•••@evil.example\u{202e}"),
        person: Some(name),
        account: Some("Business"),
        provider: Some(name),
        reason: matches!(kind, Approved | Refused).then_some(name),
    };
    notice(brand, locale, mail)
}

fn each_notice(check: impl Fn(Locale, NoticeKind, &str, &RenderedMail)) {
    let longest = "Wärmeversorgungsgenossenschaft ".repeat(20);
    for name in NAMES.into_iter().chain([longest.as_str()]) {
        for locale in Locale::ALL {
            for kind in KINDS {
                check(locale, kind, name, &notice_of(&brand(name), locale, kind, name));
            }
        }
    }
}

/// What is said in either part, in its order. A button says only in the HTML what it does, and a link in the text.
fn said(
    kind: NoticeKind,
) -> (
    &'static str,
    &'static [&'static str],
    &'static str,
    &'static [&'static str],
) {
    match kind {
        AccountExists => (
            "Acme Energy: you already have an account",
            &["tried to register with Acme Energy", "nothing about it has changed."],
            ">Sign in</a>",
            &["forgotten your password?", "That was not you?"],
        ),
        SignsInElsewhere => (
            "Acme Energy: you already have an account",
            &["It has no password: you sign in with Maria."],
            ">Sign in</a>",
            &["That was not you?"],
        ),
        SignUp => (
            "Acme Energy: create your account",
            &["wants to create an account with Acme Energy"],
            ">Go on to the form</a>",
            &["works until 23 November 2026, 02:00 UTC.", "nothing happens."],
        ),
        AwaitingApproval => (
            "Acme Energy: your account is waiting for approval",
            &["You have created an account with Acme Energy."],
            "",
            &[],
        ),
        ApprovalAsked => (
            "Acme Energy: an account is waiting for your approval",
            &["Maria has created an account with Acme Energy (Business)."],
            ">Decide</a>",
            &[],
        ),
        Approved => (
            "Acme Energy: your account is approved",
            &["You can sign in now.", "They write: Maria"],
            ">Sign in</a>",
            &[],
        ),
        Refused => (
            "Acme Energy: your account was not approved",
            &["has not approved your account", "They write: Maria"],
            "",
            &[],
        ),
        Recover => (
            "Acme Energy: choose a new password",
            &["asked for a new password"],
            ">Choose a new password</a>",
            &[
                "works until 23 November 2026, 02:00 UTC.",
                "your password stays as it is.",
            ],
        ),
        PasswordChanged => (
            "Acme Energy: your password was changed",
            &["just now. Your other devices", "choose a new password at once"],
            ">Choose a new password</a>",
            &[],
        ),
        SignInMoved => (
            "Acme Energy: you sign in another way now",
            &[
                "You sign in to Acme Energy with Maria from now on.",
                "Your password for Acme Energy has ended",
                "Ask Acme Energy for help at once.",
            ],
            "",
            &[],
        ),
        ConfirmNewEmail => (
            "Acme Energy: confirm your new e-mail address",
            &["the old address stays."],
            ">Confirm e-mail address</a>",
            &["works until 23 November 2026, 02:00 UTC.", "nothing happens."],
        ),
        EmailChanged => (
            "Acme Energy: your e-mail address was changed",
            &["has the e-mail address m•••@", "Ask Acme Energy for help at once."],
            "",
            &[],
        ),
        AccountDeleted => (
            "Acme Energy: your account was deleted",
            &["everything that was kept of it", "Ask Acme Energy for help at once."],
            "",
            &[],
        ),
    }
}

#[test]
fn both_parts_of_a_notice_say_the_same_in_the_same_order() {
    let brand = brand("Acme Energy");
    for kind in KINDS {
        let mail = notice_of(&brand, Locale::En, kind, "Maria");
        let (subject, above, button, below) = said(kind);
        let link = if button.is_empty() { "" } else { LINK };
        let foot: &[&str] = &["Main Street 1", "help@acme.example"];
        assert_eq!(mail.subject, subject);
        in_order(
            &mail.html,
            &[&["<h1>", "Hello Maria,"], above, &[button], below, foot].concat(),
        );
        in_order(&mail.text, &[&["Hello Maria,"], above, &[link], below, foot].concat());
    }
}

#[test]
fn a_preheader_completes_the_subject_and_says_how_long_there_is() {
    let brand = brand("Acme Energy");
    let preheader = |kind| notice_of(&brand, Locale::En, kind, "Maria").preheader;
    assert_eq!(
        preheader(ConfirmNewEmail),
        "Until then the old address stays. The link works until 23 November 2026, 02:00 UTC."
    );
    assert_eq!(preheader(EmailChanged), "If that was not you, ask for help at once.");
}

#[test]
fn a_notice_has_one_heading_and_at_most_one_button_in_its_language() {
    each_notice(|locale, kind, name, mail| {
        let opening = format!("lang=\"{}\" dir=\"{}\"", locale.tag(), locale.dir());
        assert_eq!(mail.html.matches(&opening).count(), 2, "{name}");
        assert_eq!(mail.html.matches("<h1>").count(), 1, "{name}");
        let buttons = usize::from(has_button(kind));
        assert_eq!(mail.html.matches("class=\"button\"").count(), buttons, "{kind:?}");
        assert_eq!(mail.text.matches(LINK).count(), buttons, "{kind:?}");
        assert!(!mail.html.contains("class=\"code\""), "{kind:?}");
        assert!(mail.html.len() < 30_000 && mail.text.len() < 4_000, "{name}");
        assert!(
            !mail.text.contains("\n\n\n\n") && !mail.text.contains("{ "),
            "{}",
            mail.text
        );
        for line in [&mail.subject, &mail.preheader] {
            assert!(!line.chars().any(char::is_control), "{name}");
            assert!(line.chars().count() < 140, "{line}");
        }
    });
}

#[test]
fn no_name_and_no_address_in_a_notice_can_be_followed() {
    each_notice(|_, kind, name, mail| {
        let hrefs = mail.html.split("href=\"").skip(1);
        for href in hrefs.filter_map(|rest| rest.split('"').next()) {
            assert!(
                ["https://id.acme.example/v?t=abc&#38;x=1", "mailto:help@acme.example"].contains(&href),
                "{kind:?}: {href}"
            );
        }
        for part in [&mail.html, &mail.text] {
            assert!(!part.contains("evil.example") && !part.contains('\u{202e}'), "{name}");
        }
        assert!(!mail.html.contains("<script") && !mail.html.contains("<img"), "{name}");
    });
}

#[test]
fn an_arabic_notice_runs_from_right_to_left_and_an_address_in_it_does_not() {
    let arabic = notice_of(&brand("Acme Energy"), Locale::Ar, EmailChanged, "مريم");
    assert!(!arabic.html.contains("direction:ltr") && arabic.html.contains("direction:rtl"));
    assert!(arabic.text.starts_with("مرحبًا مريم،\n"), "{}", arabic.text);
    assert!(arabic.text.contains("\u{2068}m•••@"), "{}", arabic.text);
}

#[test]
fn those_who_decide_elsewhere_are_told_so() {
    let elsewhere = |link| {
        let asked = NoticeMail {
            link,
            ..NoticeMail::of(ApprovalAsked)
        };
        notice(&brand("Acme Energy"), Locale::En, asked)
            .text
            .contains("in your back office")
    };
    assert_eq!([elsewhere(None), elsewhere(Some(LINK))], [true, false]);
}

#[test]
fn a_decision_without_a_reason_says_nothing_of_one() {
    for kind in [Approved, Refused] {
        let mail = notice(&brand("Acme Energy"), Locale::En, NoticeMail::of(kind));
        assert!(
            !mail.html.contains("They write") && !mail.text.contains("They write"),
            "{kind:?}"
        );
    }
}

#[test]
fn without_a_link_there_is_no_word_of_how_long_it_works() {
    let mail = NoticeMail {
        until: Some("2026-11-23T02:00:00Z".parse().unwrap()),
        ..NoticeMail::of(Recover)
    };
    let mail = notice(&brand("Acme Energy"), Locale::En, mail);
    assert!(
        !mail.html.contains("2026") && !mail.text.contains("2026"),
        "{}",
        mail.text
    );
    assert!(!mail.html.contains("class=\"button\"") && !mail.html.contains("copy this link"));
}
