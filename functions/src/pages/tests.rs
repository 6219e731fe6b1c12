//! Every page in every locale, with ordinary, longest and hostile content: the samples, and how to look at them.

mod account;
mod activation;
mod colours;
mod markup;
mod safety;
mod signing_in;
mod signing_up;
mod single_sign_on;

use usher::tenant::{Channel, Texts};

use super::*;
use crate::words::Locale;

const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "{{7*7}} ${7*7} {$tenant}",
    "\u{202e}gnp.exe\u{202c}",
    "Your prize: http://evil.example",
    "\" onfocus=alert(1) autofocus x=\"",
    "'><img src=x onerror=alert(1)><a href=https://evil>",
    "Anna\r\nBcc: all@evil.example\u{2028}<br>",
    "شركة \u{202e}http://evil.example\u{202c} ١٢٣",
];
const SECRET: &str = "s3cret-of-the-link";

fn brand(name: &str) -> Brand {
    Brand {
        name: name.into(),
        colour: "#ffd400".into(),
        logo_url: (name.len() > 9).then(|| format!("https://cdn.acme.example/{name}.svg")),
        support_url: Some(format!("https://acme.example/help?{name}")),
        support_email: None,
        legal_links: vec![
            (name.into(), format!("https://acme.example/{name}")),
            ("X".into(), "javascript:alert(1)".into()),
        ],
        postal_address: Some(name.into()),
        favicon_url: Some(format!("https://cdn.acme.example/{name}.ico")),
        texts: Texts::default(),
    }
}

/// Every page, in every state worth telling apart, with the number of primary buttons it must have.
fn pages(frame: &Frame<'_>, name: &str) -> Vec<(&'static str, usize, String)> {
    let name = || name.to_owned();
    let secret = || SECRET.to_owned();
    let new_link = || NewLink {
        masked_address: name(),
        token: secret(),
        action: name(),
    };
    let code = |errors| TypeCode {
        action: name(),
        email: name(),
        errors,
    };
    let wrong_code =
        [WrongCode::Email, WrongCode::CodeMissing, WrongCode::CodeWrong].map(|wrong| wrong.say(frame.words()));
    let password = |rule, voucher: Option<bool>, address: Option<String>, errors: Vec<FieldError>| SetPassword {
        just_confirmed: true,
        masked_address: name(),
        address,
        ticket: secret(),
        action: name(),
        rule,
        voucher: voucher.map(|required| Voucher {
            required,
            value: name(),
        }),
        errors,
    };
    let modern = PasswordRule::Modern { at_least: 15 };
    let wrong = |rule| {
        use WrongPassword::{Common, Missing, Rule, VoucherMissing, VoucherWrong};
        [Missing, Rule, Common, VoucherMissing, VoucherWrong]
            .map(|wrong| wrong.say(frame.words(), rule))
            .to_vec()
    };
    let app = || Some("https://app.acme.example/".to_owned());
    let problem = |kind, next| {
        Problem {
            kind,
            next,
            request_id: Some(name()),
        }
        .render(frame)
    };
    let mut all = vec![
        (
            "confirm",
            1,
            ConfirmAddress {
                masked_address: name(),
                channel: Channel::Email,
                token: secret(),
                action: name(),
                occasion: Occasion::Verification,
            }
            .render(frame),
        ),
        (
            "invited",
            1,
            ConfirmAddress {
                masked_address: name(),
                channel: Channel::Email,
                token: secret(),
                action: name(),
                occasion: Occasion::Invitation,
            }
            .render(frame),
        ),
        (
            "invited by text message",
            1,
            ConfirmAddress {
                masked_address: name(),
                channel: Channel::Sms,
                token: secret(),
                action: name(),
                occasion: Occasion::Invitation,
            }
            .render(frame),
        ),
        ("activate", 1, activation::form(frame, &name(), None, false)),
        (
            "activate, number",
            1,
            activation::form(frame, &name(), Some(name()), false),
        ),
        ("activate, mistakes", 1, activation::form(frame, &name(), None, true)),
        ("legal", 0, activation::legal(frame, &name())),
        (
            "expired",
            1,
            LinkProblem::Expired {
                link_life: 86_400,
                new_link: new_link(),
            }
            .render(frame),
        ),
        (
            "used",
            1,
            LinkProblem::Used {
                sign_in: app(),
                new_link: None,
            }
            .render(frame),
        ),
        (
            "used, no app",
            0,
            LinkProblem::Used {
                sign_in: Some("javascript:x".into()),
                new_link: None,
            }
            .render(frame),
        ),
        (
            "used, unfinished",
            1,
            LinkProblem::Used {
                sign_in: app(),
                new_link: Some(new_link()),
            }
            .render(frame),
        ),
        ("withdrawn", 0, LinkProblem::Withdrawn.render(frame)),
        ("unknown", 1, LinkProblem::Unknown(code(vec![])).render(frame)),
        ("code", 1, code(vec![]).render(frame)),
        ("code, wrong", 1, code(wrong_code.to_vec()).render(frame)),
        (
            "sent",
            0,
            NewLinkSent {
                masked_address: Some(name()),
                channel: Channel::Email,
            }
            .render(frame),
        ),
        (
            "texted",
            0,
            NewLinkSent {
                masked_address: Some(name()),
                channel: Channel::Sms,
            }
            .render(frame),
        ),
        ("sent, unnamed", 0, NewLinkSent::default().render(frame)),
        (
            "done",
            1,
            Done {
                finished: Finished::Registration,
                app_link: Some("acme://welcome".into()),
            }
            .render(frame),
        ),
        (
            "confirmed",
            0,
            Done {
                finished: Finished::Confirmation,
                app_link: None,
            }
            .render(frame),
        ),
        (
            "too many mails",
            1,
            problem(ProblemKind::TooManyMails { retry_after: 300 }, app()),
        ),
        ("too often", 0, problem(ProblemKind::TooOften { retry_after: 61 }, None)),
        ("not found", 0, problem(ProblemKind::NotFound, None)),
        ("page expired", 0, problem(ProblemKind::PageExpired, None)),
        ("already registered", 1, problem(ProblemKind::AlreadyRegistered, app())),
        ("our side", 1, problem(ProblemKind::OurSide, app())),
        (
            "other",
            0,
            problem(
                ProblemKind::Other {
                    title: name(),
                    body: name(),
                },
                None,
            ),
        ),
    ];
    for rule in [PasswordRule::Pincode, PasswordRule::Classic, modern] {
        all.push(("password", 1, password(rule, None, None, vec![]).render(frame)));
        all.push((
            "password, voucher",
            1,
            password(rule, Some(false), Some(name()), vec![]).render(frame),
        ));
        all.push((
            "password, wrong",
            1,
            password(rule, Some(true), Some(name()), wrong(rule)).render(frame),
        ));
    }
    all.extend(signing_in::pages(frame, &name()));
    all.extend(signing_up::pages(frame, &name()));
    all.extend(single_sign_on::pages(frame, &name()));
    all.extend(account::samples(frame, &name()));
    all
}

/// Runs `check` on every page for every name, locale and kind of language switch.
fn each_page(check: impl Fn(&str, Locale, usize, &str)) {
    let longest = "Wärmeversorgungsgenossenschaft ".repeat(20);
    let hundred = "W".repeat(100);
    let harmless = ["Acme Energy", longest.as_str(), hundred.as_str()];
    for name in harmless.into_iter().chain(HOSTILE) {
        let brand = brand(name);
        for locale in Locale::ALL {
            let links = Locale::ALL
                .map(|other| (other, format!("/v?t={SECRET}&locale={}", other.tag())))
                .to_vec();
            let form = Languages::Form {
                action: name.into(),
                fields: vec![("ticket".into(), SECRET.into())],
            };
            for languages in [Languages::None, Languages::Links(links), form] {
                let frame = Frame {
                    brand: &brand,
                    locale,
                    languages,
                };
                for (page, buttons, html) in pages(&frame, name) {
                    check(page, locale, buttons, &html);
                }
            }
        }
    }
}

/// The tags of a page, without what is between them, and the text, without the tags.
fn split(html: &str) -> (Vec<&str>, String) {
    let (mut tags, mut text) = (Vec::new(), String::new());
    for piece in html.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap();
        tags.push(tag);
        text.push_str(after);
    }
    (tags, text)
}

fn attributes<'a>(tags: &[&'a str], name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    tags.iter()
        .filter_map(|tag| tag.split_once(&start)?.1.split('"').next())
        .collect()
}
