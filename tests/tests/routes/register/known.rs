//! Registering with an address that somebody has.

use crate::support::{OTHER_PASSWORD, PASSWORD, Person, TestApp, at_once, authorize, invitee};

/// What an answer tells, without what is drawn anew each time.
fn told(answer: &crate::support::Answer, email: &str) -> (u16, String, Vec<String>) {
    let mut names: Vec<_> = answer.headers.keys().map(ToString::to_string).collect();
    names.sort();
    let sealed = answer
        .text
        .split("request=")
        .nth(1)
        .and_then(|rest| rest.split(['&', '"']).next());
    (
        answer.status,
        answer.text.replace(email, "•").replace(sealed.unwrap_or("•"), "•"),
        names,
    )
}

#[test]
fn the_answer_is_the_same_and_the_owner_is_told_that_they_have_an_account() {
    let app = TestApp::start();
    let known = app.registered_person();
    let strange = invitee();
    let web = app.web();
    let register = |email: &str| {
        let changed = [("password", OTHER_PASSWORD), ("profile.firstName", "Mallory")];
        web.register(&authorize(&[]), email, &changed).expect(200)
    };
    assert_eq!(
        told(&register(&known.email), &known.email),
        told(&register(&strange), &strange)
    );
    let before = app.mails(&known.email).len();
    let mail = app.mail(&known.email, before.max(2));
    assert!(mail.text.contains("already"), "{}", mail.text);
    assert!(
        mail.links.iter().any(|link| link.contains("/sign-in?")),
        "{:?}",
        mail.links
    );
    assert!(!mail.text.contains("Mallory"));
    app.app_of("acme")
        .sign_in(&known.email, OTHER_PASSWORD)
        .refused(400, "invalid_grant");
    let tokens = app.app_of("acme").sign_in(&known.email, PASSWORD).expect(200);
    assert_eq!(
        crate::support::claims(&tokens.member("id_token"))["given_name"],
        known.first_name.as_str()
    );
}

#[test]
fn who_was_made_known_and_has_no_password_yet_is_mailed_how_to_get_to_it() {
    let app = TestApp::start();
    let invited = invitee();
    app.invited(&invited);
    let provisioned = Person::new();
    app.acme().provisioning(&provisioned).send().expect(201);
    app.mail(&provisioned.email, 1);
    app.advance(120);
    for email in [&invited, &provisioned.email] {
        app.web().register(&authorize(&[]), email, &[]).expect(200);
        let mail = app.mail(email, 2);
        assert!(!mail.text.contains("You have created an account"), "{}", mail.text);
    }
}

#[test]
fn an_address_that_is_provisioned_and_registered_at_once_is_one_person() {
    let app = TestApp::start();
    for _ in 0..4 {
        let person = Person::new();
        let back_office = app.acme();
        let answers = at_once(2, |n| match n {
            0 => back_office.provisioning(&person).send().status,
            _ => app.web().register(&authorize(&[]), &person.email, &[]).status,
        });
        app.settle();
        let people = app.rows("U#").into_iter();
        let people = people.filter(|row| row.get("em").and_then(|em| em.as_s().ok()) == Some(&person.email));
        assert_eq!(people.count(), 1);
        assert!([201, 409].contains(&answers[0]) && answers[1] == 200, "{answers:?}");
    }
}

#[test]
fn who_forgets_the_password_of_an_account_that_a_stranger_began_gets_their_own() {
    let app = TestApp::start();
    let (stranger, owner, email) = (app.web(), app.web(), invitee());
    stranger.register(&authorize(&[]), &email, &[]).expect(200);
    app.token_in_mail(&email, 1);
    app.advance(61);
    let body = serde_json::json!({"email_address": email, "labelpartner": "acme"});
    app.call("PUT", "/v2/registration/resetpassword/")
        .json(&body)
        .send()
        .expect(200);
    let token = app.token_in_mail(&email, 2);
    let form = owner
        .on(owner.send("/activate", &[("token", &token), ("confirm", "yes")]))
        .expect(200);
    let ticket = crate::support::hidden(&form, "ticket");
    let mut fields = vec![("ticket", ticket.as_str()), ("password", OTHER_PASSWORD)];
    fields.extend(super::JANE);
    owner.on(owner.send("/activate", &fields)).expect(200);
    app.app_of("acme")
        .sign_in(&email, PASSWORD)
        .refused(400, "invalid_grant");
    app.app_of("acme").sign_in(&email, OTHER_PASSWORD).expect(200);
}

#[test]
fn forty_who_register_with_one_address_at_once_are_one_person_with_one_way_in() {
    let app = TestApp::start();
    let email = invitee();
    let upper = email.to_uppercase();
    let answers = at_once(12, |n| {
        let web = app.web();
        web.register(&authorize(&[]), if n % 2 == 0 { &email } else { &upper }, &[])
            .status
    });
    assert!(answers.iter().all(|status| [200, 429].contains(status)), "{answers:?}");
    app.settle();
    let people = app.rows("U#").into_iter().filter(|row| row.contains_key("sr")).count();
    assert_eq!(people, 1);
    assert_eq!(app.mails(&email).len(), 1, "however it was written");
}

#[test]
fn one_address_is_mailed_a_few_times_and_then_waits_whoever_asks() {
    let app = TestApp::start();
    for email in [invitee(), app.registered_person().email] {
        let mut statuses = Vec::new();
        for _ in 0..8 {
            let answer = app.web().register(&authorize(&[]), &email, &[]);
            statuses.push(answer.status);
            assert_eq!(answer.status == 429, !answer.header("retry-after").is_empty());
        }
        assert!(
            statuses.starts_with(&[200, 200]) && statuses.ends_with(&[429, 429]),
            "{statuses:?}"
        );
    }
}
