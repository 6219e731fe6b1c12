//! The pages of an account as samples.

use super::*;

/// Every page of an account, with the number of primary buttons it must have. What deletes is no primary button.
pub(super) fn samples(frame: &Frame<'_>, name: &str) -> Vec<(&'static str, usize, String)> {
    use AccountNotice::{ConsentWithdrawn, EmailChanged, PasswordChanged, SessionEnded};
    let words = frame.words();
    let modern = PasswordRule::Modern { at_least: 15 };
    let mistakes = |rule| {
        let current = [WrongChange::CurrentMissing, WrongChange::CurrentWrong]
            .map(|wrong| wrong.say(words, rule == PasswordRule::Pincode));
        let new = [WrongPassword::Missing, WrongPassword::Rule, WrongPassword::Common];
        let new = new.map(|wrong| wrong.say(words, rule));
        [current.to_vec(), new.to_vec()].concat()
    };
    let mut all = vec![
        ("account", 0, account(frame, name, None)),
        ("sessions", 1, sessions(frame, name, &[true, false, false])),
        ("sessions, no other", 0, sessions(frame, name, &[true])),
        ("consents", 0, consents(frame, name, &[true, false])),
        ("consents, none", 0, consents(frame, name, &[])),
        ("account deleted", 0, Deleted.render(frame)),
    ];
    for notice in [PasswordChanged, EmailChanged, SessionEnded, ConsentWithdrawn] {
        all.push(("account, news", 0, account(frame, name, Some(notice))));
    }
    for rule in [PasswordRule::Pincode, PasswordRule::Classic, modern] {
        all.push(("change password", 1, change_password(frame, name, rule, vec![])));
        all.push((
            "change password, wrong",
            1,
            change_password(frame, name, rule, mistakes(rule)),
        ));
    }
    let current = mistakes(modern)[..2].to_vec();
    let email = [current.clone(), vec![WrongEmail::Malformed.say(words)]].concat();
    let password = |pincode| Proof::Password { pincode };
    let again = Proof::SignInAgain { href: name.to_owned() };
    all.push(("change e-mail", 1, change_email(frame, name, password(false), vec![])));
    all.push((
        "change e-mail, wrong",
        1,
        change_email(frame, name, password(false), email),
    ));
    all.push(("delete", 0, delete(frame, name, password(true), vec![])));
    all.push(("delete, mistakes", 0, delete(frame, name, password(false), current)));
    let just = Proof::JustSignedIn {
        user: "usr_2zd1m8d0v3k9q7x5c4b6n8m0aa".to_owned(),
    };
    for proof in [just.clone(), again] {
        let leads = usize::from(proof != just);
        let email = change_email(frame, name, proof.clone(), vec![]);
        all.push(("without password, change e-mail", 1, email));
        all.push(("without password, delete", leads, delete(frame, name, proof, vec![])));
    }
    let confirm = ConfirmEmail {
        masked_address: name.to_owned(),
        token: SECRET.to_owned(),
        action: name.to_owned(),
    };
    all.push(("confirm e-mail", 1, confirm.render(frame)));
    for link in [EmailLink::Expired, EmailLink::Used, EmailLink::Unknown] {
        let problem = EmailLinkProblem {
            link,
            account: "/account".to_owned(),
        };
        all.push(("e-mail link", 1, problem.render(frame)));
    }
    all
}

fn account(frame: &Frame<'_>, name: &str, notice: Option<AccountNotice>) -> String {
    let link = |page: &str| format!("/account/{page}?{name}");
    Account {
        address: name.to_owned(),
        name: notice.map(|_| name.to_owned()),
        notice,
        links: AccountLinks {
            password: Some(link("password")),
            email: link("email"),
            sessions: link("sessions"),
            consents: link("consents"),
            export: link("export"),
            delete: link("delete"),
            sign_out: link("sign-out"),
        },
    }
    .render(frame)
}

fn change_password(frame: &Frame<'_>, name: &str, rule: PasswordRule, errors: Vec<FieldError>) -> String {
    ChangePassword {
        action: name.to_owned(),
        address: name.to_owned(),
        rule,
        back: "/account".to_owned(),
        errors,
    }
    .render(frame)
}

fn change_email(frame: &Frame<'_>, name: &str, proof: Proof, errors: Vec<FieldError>) -> String {
    ChangeEmail {
        action: name.to_owned(),
        address: name.to_owned(),
        email: name.to_owned(),
        proof,
        back: "/account".to_owned(),
        errors,
    }
    .render(frame)
}

fn delete(frame: &Frame<'_>, name: &str, proof: Proof, errors: Vec<FieldError>) -> String {
    DeleteAccount {
        action: name.to_owned(),
        address: name.to_owned(),
        proof,
        back: "/account".to_owned(),
        errors,
    }
    .render(frame)
}

/// A session for each of `own`, which says whether it is the one that asks.
fn sessions(frame: &Frame<'_>, name: &str, own: &[bool]) -> String {
    // A browser says in a few words what it is.
    let name = name.chars().take(100).collect::<String>();
    let line = |(at, this_one): (usize, &bool)| SessionLine {
        id: format!("{name} {at}"),
        device: if at == 1 { String::new() } else { name.clone() },
        place: Some(name.clone()),
        started: jiff::Timestamp::UNIX_EPOCH,
        last_seen: jiff::Timestamp::UNIX_EPOCH,
        this_one: *this_one,
    };
    Sessions {
        action: name.clone(),
        sessions: own.iter().enumerate().map(line).collect(),
        back: "/account".to_owned(),
    }
    .render(frame)
}

/// An agreement for each of `withdrawable`.
fn consents(frame: &Frame<'_>, name: &str, withdrawable: &[bool]) -> String {
    // Titles have at most 100 characters.
    let name = name.chars().take(100).collect::<String>();
    let line = |withdrawable: &bool| ConsentLine {
        name: name.clone(),
        title: name.clone(),
        version: 2,
        accepted_at: jiff::Timestamp::UNIX_EPOCH,
        href: format!("/legal/terms?{name}"),
        withdrawable: *withdrawable,
    };
    Consents {
        action: name.clone(),
        consents: withdrawable.iter().map(line).collect(),
        back: "/account".to_owned(),
    }
    .render(frame)
}

fn english(check: impl Fn(&Frame<'_>)) {
    let brand = Brand::neutral();
    check(&Frame {
        brand: &brand,
        locale: Locale::En,
        languages: Languages::None,
    });
}

#[test]
fn the_password_in_use_is_asked_for_and_never_sent_back() {
    english(|frame| {
        let asks = ["change password", "change e-mail", "delete"];
        for (page, _, html) in samples(frame, "Acme") {
            let (tags, _) = split(&html);
            let field = tags.iter().find(|tag| tag.contains(" name=\"current_password\""));
            assert_eq!(
                field.is_some(),
                asks.iter().any(|start| page.starts_with(start)),
                "{page}"
            );
            let Some(field) = field else { continue };
            assert!(!field.contains(" value="), "{page}");
            assert!(field.contains("autocomplete=\"current-password\""), "{page}");
            assert!(
                html.contains("autocomplete=\"username\" value=\"Acme\" readonly"),
                "{page}"
            );
        }
    });
}

#[test]
fn a_tenant_with_pins_asks_for_a_pin_and_every_other_for_a_password() {
    english(|frame| {
        let pincode = change_password(frame, "Acme", PasswordRule::Pincode, vec![]);
        let classic = change_password(frame, "Acme", PasswordRule::Classic, vec![]);
        for (html, says) in [(pincode, "PIN"), (classic, "password")] {
            for label in [
                format!("<h1>Change your {says}</h1>"),
                format!("<label for=\"current_password\">Current {says}</label>"),
                format!("<label for=\"password\">New {says}</label>"),
                format!("<button class=\"primary\">Change {says}</button>"),
            ] {
                assert!(html.contains(&label), "{label}: {html}");
            }
        }
    });
}

#[test]
fn every_session_but_this_one_can_be_ended() {
    english(|frame| {
        let html = sessions(frame, "Firefox", &[true, false, false]);
        for id in ["Firefox 1", "Firefox 2"] {
            let button = format!("name=\"session\" value=\"{id}\"");
            assert_eq!(html.matches(&button).count(), 1, "{html}");
        }
        assert!(!html.contains("value=\"Firefox 0\""), "{html}");
        assert!(html.contains("<bdi>Unknown device</bdi>"), "{html}");
        assert_eq!(html.matches("you are using now").count(), 1);
        assert!(html.contains("name=\"all\" value=\"yes\""));
        assert!(html.contains("Signed in: 1 January 1970, 00:00 UTC<br>"), "{html}");
        let alone = sessions(frame, "Firefox", &[true]);
        assert!(!alone.contains("<button") && alone.contains("no other"), "{alone}");
    });
}

#[test]
fn what_an_account_needs_cannot_be_withdrawn_without_it() {
    english(|frame| {
        let html = consents(frame, "terms", &[true, false]);
        assert_eq!(html.matches("name=\"agreement\" value=\"terms\"").count(), 1);
        assert_eq!(
            html.matches("Needed for your account. Delete the account to end it.")
                .count(),
            1
        );
        let none = consents(frame, "terms", &[]);
        assert!(
            !none.contains("<form") && none.contains("nothing that you have agreed to"),
            "{none}"
        );
    });
}

#[test]
fn what_was_done_is_said_on_top_of_the_account() {
    english(|frame| {
        let html = account(frame, "Jane", Some(AccountNotice::EmailChanged));
        assert!(html.contains("class=\"news\"") && html.contains("Your e-mail address is changed."));
        assert!(html.contains("signed in as Jane, Jane."), "{html}");
        assert!(!account(frame, "Jane", None).contains("class=\"news\""));
    });
}
