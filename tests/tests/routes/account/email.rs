//! `/account/email`: another address, which is theirs once they confirm it.

mod races;

use super::{browser_of, is_signed_in, signed_in};
use crate::support::{Answer, PASSWORD, Person, TestApp, Web, invitee, session_cookie};

const PATH: &str = "/account/email";
const CONFIRM: &str = "/account/email/confirm";

fn ask(web: &Web<'_>, email: &str) -> Answer {
    web.send(PATH, &[("email", email), ("current_password", PASSWORD)])
}

/// The token in the newest of `count` mails to an address.
fn token(app: &TestApp, email: &str, count: usize) -> String {
    let mail = app.mail(email, count);
    let link = mail
        .links
        .iter()
        .find(|link| link.contains("/account/email/confirm?token="));
    link.expect("a link")
        .split_once("token=")
        .expect("a token")
        .1
        .to_owned()
}

fn confirm(web: &Web<'_>, token: &str) -> Answer {
    web.send(CONFIRM, &[("token", token), ("confirm", "yes")])
}

/// A registered person changes their address.
#[track_caller]
pub(crate) fn change_address(app: &TestApp, person: &Person, new: &str) {
    let web = browser_of(app, person);
    ask(&web, new).expect(200);
    confirm(&web, &token(app, new, 1)).expect(303);
}

fn sign_in(app: &TestApp, email: &str) -> u16 {
    app.app_of("acme").sign_in(email, PASSWORD).status
}

#[test]
fn an_address_is_changed_when_it_is_confirmed_and_not_before() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let other = browser_of(&app, &person);
    let refresh = app
        .app_of("acme")
        .sign_in(&person.email, PASSWORD)
        .expect(200)
        .member("refresh_token");
    let new = invitee();
    let page = ask(&web, &new).expect(200);
    assert!(
        page.text.contains(&new) && page.text.contains("24 hours"),
        "{}",
        page.text
    );
    let token = token(&app, &new, 1);
    assert_eq!((sign_in(&app, &person.email), sign_in(&app, &new)), (200, 400));
    for _ in 0..3 {
        let page = web.open(&format!("{CONFIRM}?token={token}")).expect(200);
        assert!(page.text.contains("Confirm your new e-mail address") && !page.text.contains(&new));
        app.call("HEAD", &format!("{CONFIRM}?token={token}")).send();
    }
    app.post(CONFIRM)
        .form(&[("token", &token)])
        .send()
        .refused(400, "confirmation_missing");
    assert_eq!(sign_in(&app, &person.email), 200, "a scanner confirms nothing");

    let page = web.on(confirm(&web, &token).expect(303)).expect(200);
    assert!(
        page.text.contains(&new) && page.text.contains("class=\"news\""),
        "{}",
        page.text
    );
    assert_eq!((sign_in(&app, &person.email), sign_in(&app, &new)), (400, 200));
    assert!(is_signed_in(&web) && !is_signed_in(&other));
    app.app_of("acme").refresh(&refresh).refused(400, "invalid_grant");
    let told = app.mail(&person.email, 2);
    assert!(
        told.subject.contains("changed") && !told.text.contains(&new),
        "{}",
        told.text
    );
    let external = format!("{}?id_type=external", person.external_id);
    let account = app.acme().see(&external).expect(200).json();
    assert_eq!(account["customer_info"]["email_address"], new.as_str());
    assert_eq!(account["verified_by"], "mail");
    let id = account["user_id"].as_str().expect("an id");
    assert_eq!(
        app.acme().see(id).expect(200).json()["customer_info"]["email_address"],
        new.as_str()
    );
    app.provision(&Person::new().email(&person.email));
}

#[test]
fn a_link_works_once_and_for_a_day() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let (first, second) = (invitee(), invitee());
    ask(&web, &first).expect(200);
    let late = token(&app, &first, 1);
    app.advance(86_390);
    let web = browser_of(&app, &person);
    app.advance(20);
    for page in [web.open(&format!("{CONFIRM}?token={late}")), confirm(&web, &late)] {
        assert!(page.expect(410).text.contains("This link has expired"));
    }
    ask(&web, &second).expect(200);
    let good = token(&app, &second, 1);
    confirm(&web, &good).expect(303);
    for page in [web.open(&format!("{CONFIRM}?token={good}")), confirm(&web, &good)] {
        assert!(page.expect(409).text.contains("already used"));
    }
    let cut = &good[..good.len() - 2];
    for wrong in [cut, "", late.trim_end_matches('A'), &session_cookie(&app).repeat(3)] {
        let status = web.open(&format!("{CONFIRM}?token={wrong}")).status;
        assert!([404, 410].contains(&status), "{wrong}: {status}");
    }
    let elsewhere = app
        .get(&format!("{CONFIRM}?token={good}"))
        .header("host", "netgrid.localhost");
    elsewhere.header("accept", "text/html").send().expect(404);
}

#[test]
fn nobody_learns_whether_somebody_has_an_address() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let taken = app.registered_person().email;
    let (free, unregistered) = (invitee(), Person::new());
    app.acme().provisioning(&unregistered).send().expect(201);
    let tell = |email: &str| ask(&web, email).expect(200).text.replace(email, "•");
    let told = tell(&free);
    assert_eq!(told, tell(&taken));
    assert_eq!(told, tell(&unregistered.email));
    assert_eq!(told, tell(&person.email), "their own");
    let mail = app.mail(&taken, 2);
    assert!(
        mail.links.iter().all(|link| !link.contains("confirm")),
        "{:?}",
        mail.links
    );
    app.mail(&person.email, 2);
    app.settle();
    assert_eq!(app.mails(&unregistered.email).len(), 1);
}

#[test]
fn the_password_and_an_address_are_needed_and_mails_are_few() {
    let app = TestApp::start();
    let (_, web) = signed_in(&app);
    let new = invitee();
    for (email, current, status, field) in [
        ("", PASSWORD, 422, "email"),
        ("jane@", PASSWORD, 422, "email"),
        (new.as_str(), "", 422, "current_password"),
        (new.as_str(), "nine wrong guesses here", 403, "current_password"),
    ] {
        let page = web
            .send(PATH, &[("email", email), ("current_password", current)])
            .expect(status);
        assert!(
            page.text.contains(&format!("href=\"#{field}\"")),
            "{email}: {}",
            page.text
        );
        assert!(page.text.contains(&format!("value=\"{email}\"")) && !page.text.contains(PASSWORD));
    }
    let german = web.send(PATH, &[("locale", "de"), ("email", &new)]).expect(200);
    assert!(german.text.contains("lang=\"de\"") && german.text.contains(&new));
    app.settle();
    assert_eq!(app.mails(&new).len(), 0);
    for _ in 0..5 {
        ask(&web, &new).expect(200);
    }
    assert!(ask(&web, &new).expect(429).retry_after() > 0);
    app.advance(1_000);
    ask(&web, &new).expect(200);
}

#[test]
fn a_link_that_leads_a_stranger_signs_nobody_in() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let new = invitee();
    ask(&web, &new).expect(200);
    let stranger = app.web();
    let on = confirm(&stranger, &token(&app, &new, 1)).expect(303);
    assert_eq!(on.header("set-cookie"), "");
    assert!(
        stranger.on(on).expect(200).text.contains("name=\"password\""),
        "they sign in"
    );
    assert!(!is_signed_in(&stranger) && !is_signed_in(&web));
    assert_eq!((sign_in(&app, &person.email), sign_in(&app, &new)), (400, 200));
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let call = app
            .post(CONFIRM)
            .form(&[("token", "x"), ("confirm", "yes")])
            .header(name, value);
        call.send().refused(403, "cross_site");
    }
}

#[test]
fn whoever_confirms_in_another_browser_signs_in_with_the_tenant_whose_mail_it_was() {
    let app = TestApp::start();
    let (_, web) = signed_in(&app);
    let new = invitee();
    ask(&web, &new).expect(200);
    let other = app.web();
    let confirmed = confirm(&other, &token(&app, &new, 1)).expect(303);
    let account = other.open(confirmed.header("location")).expect(303);
    let sign_in = account.header("location");
    assert!(sign_in.starts_with("/sign-in?labelpartner=acme&"), "{sign_in}");
}
