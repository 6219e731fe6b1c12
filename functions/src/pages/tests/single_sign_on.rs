//! The pages of people who come from their identity provider as samples.

use super::*;

/// Each of these pages, in every state worth telling apart, with the number of primary buttons it must have.
pub(super) fn pages(frame: &Frame<'_>, name: &str) -> Vec<(&'static str, usize, String)> {
    let words = frame.words();
    let name = || name.to_owned();
    let secret = || SECRET.to_owned();
    let href = || format!("/sso/complete?{}", name());
    let complete = |token, errors| SsoComplete {
        action: name(),
        request: secret(),
        came: "2zd1m8d0v3k9q7x5c4b6n8m0aa".to_owned(),
        token,
        provider: name(),
        address: name(),
        fields: activation::fields(&name()),
        agreements: activation::agreements(&name(), true),
        connect: href(),
        errors,
    };
    let connect = |pincode, errors| SsoConnect {
        action: name(),
        request: secret(),
        came: "2zd1m8d0v3k9q7x5c4b6n8m0aa".to_owned(),
        provider: name(),
        account: Some(name()),
        email: name(),
        pincode,
        recover: href(),
        errors,
    };
    let address = |errors| SsoAddress {
        action: name(),
        request: secret(),
        came: "2zd1m8d0v3k9q7x5c4b6n8m0aa".to_owned(),
        provider: name(),
        email: name(),
        connect: href(),
        errors,
    };
    let problem = |kind| {
        Problem {
            kind,
            next: Some("/sign-in".to_owned()),
            request_id: None,
        }
        .render(frame)
    };
    let missing = vec![
        WrongSignUp::EmailMissing.say(words),
        WrongSignUp::EmailNotAllowed.say(words),
    ];
    let no_match = |pincode| vec![WrongSignIn::NoMatch.say(words, pincode)];
    let provider = name;
    vec![
        ("sso form", 1, complete(String::new(), vec![]).render(frame)),
        ("sso form, by mail", 1, complete(secret(), vec![]).render(frame)),
        ("sso connect", 1, connect(false, vec![]).render(frame)),
        ("sso connect, mistake", 1, connect(false, no_match(false)).render(frame)),
        (
            "sso connect, mistaken PIN",
            1,
            connect(true, no_match(true)).render(frame),
        ),
        ("sso address", 1, address(vec![]).render(frame)),
        ("sso address, mistakes", 1, address(missing).render(frame)),
        ("sso again", 1, problem(ProblemKind::SsoAgain)),
        ("sso invited", 1, problem(ProblemKind::SsoInvited)),
        (
            "sso cancelled",
            1,
            problem(ProblemKind::SsoCancelled { provider: provider() }),
        ),
        (
            "sso refused",
            1,
            problem(ProblemKind::SsoRefused { provider: provider() }),
        ),
        (
            "sso too long ago",
            1,
            problem(ProblemKind::SsoTooLongAgo { provider: provider() }),
        ),
        (
            "sso trouble",
            1,
            problem(ProblemKind::ProviderTrouble { provider: provider() }),
        ),
        (
            "sso unknown",
            1,
            problem(ProblemKind::SsoUnknown { provider: provider() }),
        ),
        ("sso taken", 1, problem(ProblemKind::SsoTaken { provider: provider() })),
    ]
}
