//! From the mail to the app.

use crate::support::{
    OTHER_PASSWORD, PASSWORD, TestApp, Web, authorize, code_in, hidden, invitee, parameters, way_back,
};

/// Presses the button behind the newest of `count` mails.
#[track_caller]
fn press(app: &TestApp, web: &Web<'_>, email: &str, count: usize) -> crate::support::Answer {
    let token = app.token_in_mail(email, count);
    let page = web.open(&format!("/activate?token={token}")).expect(200);
    assert_eq!(hidden(&page, "token"), token);
    web.send("/activate", &[("token", &token), ("confirm", "yes")])
}

#[test]
fn a_person_registers_activates_and_comes_back_to_the_app_signed_in() {
    let app = TestApp::start();
    let (web, email) = (app.web(), invitee());
    let sent = web.register(&authorize(&[]), &email, &[]).expect(200);
    assert!(sent.text.contains(&email));
    let mail = app.mail(&email, 1);
    assert!(
        mail.text.contains("You have created an account with Acme Energy"),
        "{}",
        mail.text
    );
    let before = app.app_of("acme").sign_in(&email, PASSWORD);
    before.refused(400, "invalid_grant");
    let last = web.on(press(&app, &web, &email, 1)).expect(200);
    let back = web.open(&way_back(&last.text)).expect(303);
    let told = parameters(back.header("location"));
    assert_eq!((told["state"].as_str(), told["iss"].as_str()), ("the-state", app.url()));
    let tokens = app.redeem(&code_in(&back), &[]).send().expect(200);
    let claims = crate::support::claims(&tokens.member("id_token"));
    assert_eq!(
        (claims["nonce"].as_str(), claims["email"].as_str()),
        (Some("the-nonce"), Some(email.as_str()))
    );
    assert_eq!(
        (claims["given_name"].as_str(), claims["email_verified"].as_bool()),
        (Some("Jane"), Some(true))
    );
}

#[test]
fn opened_elsewhere_the_mail_leads_to_a_password_of_its_own_and_the_request_goes_on() {
    let app = TestApp::start();
    let email = invitee();
    app.web().register(&authorize(&[]), &email, &[]).expect(200);
    let phone = app.web();
    let form = phone.on(press(&app, &phone, &email, 1)).expect(200);
    assert!(
        form.text.contains("choose your password") && form.text.contains("value=\"Jane\""),
        "{}",
        form.text
    );
    let ticket = hidden(&form, "ticket");
    let fields = [
        ("ticket", ticket.as_str()),
        ("profile.firstName", "Jane"),
        ("profile.lastName", "Doe"),
        ("password", OTHER_PASSWORD),
    ];
    let last = phone.on(phone.send("/activate", &fields)).expect(200);
    let sign_in = phone.follow(&way_back(&last.text)).expect(200);
    assert!(
        sign_in.text.contains("name=\"password\""),
        "not signed in yet: {}",
        sign_in.text
    );
    let request = hidden(&sign_in, "request");
    let signed_in = phone.send(
        "/sign-in",
        &[("request", &request), ("email", &email), ("password", OTHER_PASSWORD)],
    );
    assert_eq!(parameters(phone.on(signed_in).header("location"))["state"], "the-state");
}

#[test]
fn whoever_typed_somebody_elses_address_gets_nothing_of_their_account() {
    let app = TestApp::start();
    let (attacker, owner, email) = (app.web(), app.web(), invitee());
    attacker.register(&authorize(&[]), &email, &[]).expect(200);
    let form = owner.on(press(&app, &owner, &email, 1)).expect(200);
    app.app_of("acme")
        .sign_in(&email, PASSWORD)
        .refused(400, "invalid_grant");
    let ticket = hidden(&form, "ticket");
    let fields = [
        ("ticket", ticket.as_str()),
        ("profile.firstName", "Olga"),
        ("profile.lastName", "Owner"),
        ("password", OTHER_PASSWORD),
    ];
    owner.on(owner.send("/activate", &fields)).expect(200);
    app.app_of("acme")
        .sign_in(&email, PASSWORD)
        .refused(400, "invalid_grant");
    app.app_of("acme").sign_in(&email, OTHER_PASSWORD).expect(200);
    let again = attacker.open(&authorize(&[])).expect(303);
    assert!(
        again.header("location").starts_with("/sign-in?"),
        "the attacker is not signed in"
    );
}

#[test]
fn of_two_who_register_with_one_address_neither_gets_the_others_password() {
    let app = TestApp::start();
    let (first, second, email) = (app.web(), app.web(), invitee());
    first.register(&authorize(&[]), &email, &[]).expect(200);
    app.mail(&email, 1);
    app.advance(61);
    second
        .register(&authorize(&[]), &email, &[("password", OTHER_PASSWORD)])
        .expect(200);
    app.mail(&email, 2);
    let form = first.on(press(&app, &first, &email, 2)).expect(200);
    assert!(
        form.text.contains("name=\"ticket\""),
        "the newest form is another browser's"
    );
    assert_eq!(app.people_and_ways_in(), (1, 1));
}

#[test]
fn the_link_is_good_once_and_says_so() {
    let app = TestApp::start();
    let (web, email) = (app.web(), invitee());
    web.register(&authorize(&[]), &email, &[]).expect(200);
    let token = app.token_in_mail(&email, 1);
    for _ in 0..3 {
        app.get(&format!("/activate?token={token}")).send().expect(200);
    }
    web.on(press(&app, &web, &email, 1)).expect(200);
    app.post("/activate")
        .form(&[("token", token.as_str()), ("confirm", "yes")])
        .send()
        .expect(409);
    app.get(&format!("/activate?token={token}")).send().expect(409);
}

#[test]
fn an_expired_link_leads_to_a_new_one() {
    let app = TestApp::start();
    let (web, email) = (app.web(), invitee());
    web.register(&authorize(&[]), &email, &[]).expect(200);
    let token = app.token_in_mail(&email, 1);
    app.advance(86_400);
    app.get(&format!("/activate?token={token}")).send().expect(410);
    web.send("/activate", &[("token", token.as_str()), ("new_link", "yes")])
        .expect(200);
    web.on(press(&app, &web, &email, 2)).expect(200);
}
