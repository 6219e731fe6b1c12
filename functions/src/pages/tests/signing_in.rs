//! The pages of signing in, registering and a forgotten password as samples, and what holds for them alone.

use super::*;

/// Each of these pages, in every state worth telling apart, with the number of primary buttons it must have.
pub(super) fn pages(frame: &Frame<'_>, name: &str) -> Vec<(&'static str, usize, String)> {
    let words = frame.words();
    let name = || name.to_owned();
    let secret = || SECRET.to_owned();
    let href = |page: &str| format!("/{page}?{}", name());
    let hidden = || vec![("state".to_owned(), secret()), (name(), name())];
    let sign_in = |pincode, notice, errors| SignIn {
        action: name(),
        request: secret(),
        email: name(),
        pincode,
        providers: vec![(name(), href("sso/start")), (name(), href("sso/start"))],
        register: Some(href("register")),
        recover: href("recover"),
        notice,
        errors,
    };
    let wrong_sign_in = |pincode| {
        use WrongSignIn::{EmailMalformed, EmailMissing, NoMatch, PasswordMissing};
        [EmailMalformed, EmailMissing, NoMatch, PasswordMissing]
            .map(|wrong| wrong.say(words, pincode))
            .to_vec()
    };
    let register = |rule, errors| Register {
        action: name(),
        request: secret(),
        email: name(),
        fields: activation::fields(&name()),
        agreements: activation::agreements(&name(), true),
        rule,
        sign_in: href("sign-in"),
        errors,
    };
    let wrong_register = |rule| {
        use WrongRegister::{EmailMalformed, EmailMissing, EmailNotAllowed, PasswordsDiffer};
        [EmailNotAllowed, PasswordsDiffer, EmailMissing, EmailMalformed]
            .map(|wrong| wrong.say(words, rule))
            .to_vec()
    };
    let check_mail = |kind| CheckMail {
        kind,
        address: name(),
        works_for: 3_600,
        sign_in: Some(href("sign-in")),
    };
    let recover = |pincode, errors| Recover {
        action: name(),
        request: secret(),
        email: name(),
        pincode,
        sign_in: href("sign-in"),
        errors,
    };
    let new_password = |rule, address, errors| NewPassword {
        action: name(),
        ticket: secret(),
        address,
        rule,
        errors,
    };
    let go_on = |asks_consent, agreements| Continue {
        action: name(),
        request: secret(),
        app: name(),
        address: name(),
        scopes: vec![
            ScopeLine::Identity,
            ScopeLine::Profile,
            ScopeLine::Email,
            ScopeLine::Phone,
            ScopeLine::StaySignedIn,
            ScopeLine::Other(name()),
        ],
        agreements,
        asks_consent,
        errors: vec![],
        other_account: href("sign-in"),
    };
    let sign_out = |address| SignOut {
        action: name(),
        fields: hidden(),
        address,
    };
    let signed_out = |next: &str| SignedOut {
        next: Some(next.to_owned()),
    };
    let form_post = FormPost {
        action: name(),
        fields: hidden(),
    };
    let problem = |kind, next: &str| Problem {
        kind,
        next: Some(next.to_owned()),
        request_id: Some(name()),
    };
    let modern = PasswordRule::Modern { at_least: 15 };
    let missing = vec![WrongEmail::Missing.say(words), WrongEmail::Malformed.say(words)];
    let app = "https://app.acme.example/";
    let mut all = vec![
        (
            "sign in, last",
            1,
            sign_in(true, Some(SignInNotice::SignInAgain), vec![]).render(frame),
        ),
        (
            "sign in, no request",
            1,
            SignIn {
                request: String::new(),
                providers: Vec::new(),
                register: None,
                ..sign_in(false, None, vec![])
            }
            .render(frame),
        ),
        ("register", 1, register(modern, vec![]).render(frame)),
        (
            "register, wrong",
            1,
            register(modern, wrong_register(modern)).render(frame),
        ),
        (
            "register, wrong PIN",
            1,
            register(PasswordRule::Pincode, wrong_register(PasswordRule::Pincode)).render(frame),
        ),
        ("new mail", 0, check_mail(CheckMailKind::Register).render(frame)),
        ("address mail", 0, check_mail(CheckMailKind::ChangeEmail).render(frame)),
        ("new password", 1, new_password(modern, None, vec![]).render(frame)),
        (
            "new PIN, mistake",
            1,
            new_password(
                PasswordRule::Pincode,
                Some(name()),
                vec![WrongPassword::Rule.say(words, PasswordRule::Pincode)],
            )
            .render(frame),
        ),
        (
            "go on",
            1,
            go_on(true, activation::agreements(&name(), false)).render(frame),
        ),
        (
            "go on, agreements",
            1,
            go_on(false, activation::agreements(&name(), false)).render(frame),
        ),
        (
            "check details",
            1,
            activation::check_details(frame, &name(), Some("+442079460000"), false),
        ),
        (
            "check details, mistake",
            1,
            activation::check_details(frame, &name(), None, true),
        ),
        ("go on, consent", 1, go_on(true, vec![]).render(frame)),
        ("sign out", 1, sign_out(Some(name())).render(frame)),
        ("sign out, unnamed", 1, sign_out(None).render(frame)),
        ("signed out", 1, signed_out("acme://bye").render(frame)),
        ("signed out, no app", 0, signed_out("javascript:x").render(frame)),
        ("form post", 1, form_post.render(frame)),
        ("app mistake", 1, problem(ProblemKind::AppMistake, app).render(frame)),
        (
            "sign-in expired",
            1,
            problem(ProblemKind::SignInExpired, app).render(frame),
        ),
        (
            "unknown client",
            1,
            problem(ProblemKind::UnknownClient, app).render(frame),
        ),
    ];
    for pincode in [false, true] {
        let changed = Some(SignInNotice::PasswordChanged);
        all.extend([
            (
                "sign in",
                1,
                sign_in(pincode, Some(SignInNotice::Activated), vec![]).render(frame),
            ),
            ("sign in, changed", 1, sign_in(pincode, changed, vec![]).render(frame)),
            (
                "sign in, wrong",
                1,
                sign_in(pincode, changed, wrong_sign_in(pincode)).render(frame),
            ),
            ("recover", 1, recover(pincode, vec![]).render(frame)),
            ("recover, mistake", 1, recover(pincode, missing.clone()).render(frame)),
            (
                "recovery mail",
                0,
                check_mail(CheckMailKind::Recover { pincode }).render(frame),
            ),
        ]);
    }
    for why in [RecoveryLink::Expired, RecoveryLink::Used, RecoveryLink::Unknown] {
        all.push((
            "recovery link",
            1,
            problem(ProblemKind::RecoveryLink(why), "/recover").render(frame),
        ));
    }
    all
}

fn each_in_english(check: impl Fn(&str, &str)) {
    let brand = Brand::neutral();
    let frame = Frame {
        brand: &brand,
        locale: Locale::En,
        languages: Languages::None,
    };
    for (page, _, html) in pages(&frame, "Acme") {
        check(page, &html);
    }
}

#[test]
fn a_password_manager_knows_which_field_is_which_and_no_password_is_sent_back() {
    each_in_english(|page, html| {
        let (tags, _) = split(html);
        for tag in tags.iter().filter(|tag| tag.contains(" type=\"password\"")) {
            assert!(!tag.contains(" value="), "{page}");
            let wanted = if page.starts_with("sign in") { "current" } else { "new" };
            assert_eq!(
                attributes(&[tag], "autocomplete"),
                [format!("{wanted}-password")],
                "{page}"
            );
        }
        for tag in tags.iter().filter(|tag| tag.contains(" id=\"email\"")) {
            assert_eq!(attributes(&[tag], "autocomplete"), ["username"], "{page}");
        }
    });
}

#[test]
fn a_request_that_there_is_not_is_not_posted() {
    each_in_english(|page, html| {
        let posts = html.contains(&format!("name=\"request\" value=\"{SECRET}\""));
        let starts = ["sign in", "register", "recover", "go on", "check details"];
        let wanted = starts.iter().any(|start| page.starts_with(start)) && page != "sign in, no request";
        // A link that no longer works has no form at all.
        assert_eq!(posts, wanted && html.contains("<form"), "{page}");
        assert!(posts || !html.contains("name=\"request\""), "{page}");
    });
}

#[test]
fn a_password_is_typed_twice_only_where_it_cannot_be_shown() {
    each_in_english(|page, html| {
        let parts: Vec<_> = html.split("<noscript>").collect();
        let again = " name=\"password_confirmation\"";
        assert!(!parts[0].contains(again), "{page}");
        if page.starts_with("register") {
            let inside = parts[1].split("</noscript>").next().unwrap();
            assert_eq!(
                (inside.matches(again).count(), html.matches(again).count()),
                (1, 1),
                "{page}"
            );
        }
    });
}

#[test]
fn what_is_fixed_is_said_word_for_word() {
    let brand = Brand::neutral();
    let words = brand.words(Locale::En);
    let rule = PasswordRule::Classic;
    for (wrong, start) in [
        (
            WrongRegister::EmailMalformed,
            "Email address is not formatted correctly.",
        ),
        (
            WrongRegister::EmailNotAllowed,
            "You are not able to register with this email address.",
        ),
        (WrongRegister::PasswordsDiffer, "Passwords do not match."),
    ] {
        let sentence = wrong.say(words, rule).sentence;
        assert!(
            sentence.starts_with(start) && sentence.len() > start.len(),
            "{sentence}"
        );
    }
    let sorry = "<p>We are unable to process your request right now. Please try again later.</p>";
    each_in_english(|page, html| assert_eq!(html.contains(sorry), page == "unknown client", "{page}"));
}
