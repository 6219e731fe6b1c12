//! The pages of a new account, address first, as samples.

use usher::customer::CustomerKind::{Business, Personal};

use super::*;

/// Each of these pages, in every state worth telling apart, with the number of primary buttons it must have.
pub(super) fn pages(frame: &Frame<'_>, name: &str) -> Vec<(&'static str, usize, String)> {
    let words = frame.words();
    let name = || name.to_owned();
    let sign_up = |kinds: &[_], kind, errors| SignUp {
        action: name(),
        request: SECRET.to_owned(),
        kinds: kinds.to_vec(),
        kind,
        email: name(),
        sign_in: format!("/sign-in?{}", name()),
        errors,
    };
    let complete = |rule, errors| SignUpComplete {
        action: name(),
        token: SECRET.to_owned(),
        address: name(),
        voucher: Some(Voucher {
            required: true,
            value: name(),
        }),
        fields: activation::fields(&name()),
        agreements: activation::agreements(&name(), true),
        rule,
        errors,
    };
    let modern = PasswordRule::Modern { at_least: 15 };
    let wrong = [
        WrongSignUp::KindMissing,
        WrongSignUp::EmailMissing,
        WrongSignUp::EmailMalformed,
        WrongSignUp::EmailNotAllowed,
    ];
    let wrong = wrong.map(|wrong| wrong.say(words)).to_vec();
    let missing = vec![WrongPassword::Missing.say(words, modern)];
    let check_mail = CheckMail {
        kind: CheckMailKind::SignUp,
        address: name(),
        works_for: 86_400,
        sign_in: None,
    };
    vec![
        ("sign up", 1, sign_up(&[Personal, Business], None, vec![]).render(frame)),
        (
            "sign up, one kind",
            1,
            sign_up(&[Business], Some(Business), vec![]).render(frame),
        ),
        (
            "sign up, wrong",
            1,
            sign_up(&[Personal, Business], Some(Business), wrong).render(frame),
        ),
        (
            "sign up, waiting",
            0,
            Done {
                finished: Finished::Waiting,
                app_link: None,
            }
            .render(frame),
        ),
        (
            "sign in, waiting",
            1,
            Problem {
                kind: ProblemKind::AwaitingApproval,
                next: Some("https://app.acme.example/".to_owned()),
                request_id: None,
            }
            .render(frame),
        ),
        (
            "sign in, refused",
            1,
            Problem {
                kind: ProblemKind::AccountRefused,
                next: Some("https://app.acme.example/".to_owned()),
                request_id: None,
            }
            .render(frame),
        ),
        (
            "sign up, closed",
            0,
            Problem {
                kind: ProblemKind::AccountsClosed,
                next: None,
                request_id: None,
            }
            .render(frame),
        ),
        ("sign up, mail", 0, check_mail.render(frame)),
        ("sign up, form", 1, complete(modern, vec![]).render(frame)),
        ("sign up, form, mistake", 1, complete(modern, missing).render(frame)),
    ]
}
