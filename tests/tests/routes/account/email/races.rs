//! What else happens between asking for another address and confirming it.

use super::{CONFIRM, ask, confirm, sign_in, token};
use crate::routes::account::{browser_of, is_signed_in, signed_in};
use crate::support::{OTHER_PASSWORD, PASSWORD, Person, TestApp, at_once, invitation, invitee};

#[test]
fn of_two_wishes_only_the_newest_is_confirmed() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let (first, second) = (invitee(), invitee());
    ask(&web, &first).expect(200);
    let old = token(&app, &first, 1);
    app.advance(1);
    ask(&web, &second).expect(200);
    let new = token(&app, &second, 1);
    for page in [web.open(&format!("{CONFIRM}?token={old}")), confirm(&web, &old)] {
        assert!(page.expect(404).text.contains("there is a newer one"));
    }
    assert_eq!(sign_in(&app, &person.email), 200);
    confirm(&web, &new).expect(303);
    assert_eq!((sign_in(&app, &first), sign_in(&app, &second)), (400, 200));
}

#[test]
fn an_address_that_is_taken_meanwhile_is_not_taken_over() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let new = invitee();
    ask(&web, &new).expect(200);
    let link = token(&app, &new, 1);
    let other = Person::new().email(&new);
    app.provision(&other);
    let page = confirm(&web, &link).expect(409);
    assert!(page.text.contains("We don't recognise this link") || page.text.contains("We don&#39;t recognise"));
    assert_eq!(sign_in(&app, &person.email), 200);
    assert!(is_signed_in(&web));
    let external = format!("{}?id_type=external", other.external_id);
    assert_eq!(app.acme().see(&external).expect(200).json()["status"], "provisioned");
}

#[test]
fn whatever_else_a_person_does_with_their_account_ends_the_wish() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let new = invitee();
    ask(&web, &new).expect(200);
    let link = token(&app, &new, 1);
    let fields = [("current_password", PASSWORD), ("password", OTHER_PASSWORD)];
    web.send("/account/password", &fields).expect(303);
    confirm(&web, &link).expect(404);
    let recovering = app.registered_person();
    let owner = browser_of(&app, &recovering);
    let other = invitee();
    ask(&owner, &other).expect(200);
    let link = token(&app, &other, 1);
    let path = format!("/v1/account/{}?id_type=external", recovering.external_id);
    app.acme().call("DELETE", &path).send().expect(204);
    app.provision(&Person::new().email(&recovering.email));
    confirm(&owner, &link).expect(404);
    app.app_of("acme").sign_in(&person.email, OTHER_PASSWORD).expect(200);
}

#[test]
fn of_many_presses_at_once_one_moves_the_person() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let new = invitee();
    ask(&web, &new).expect(200);
    let link = token(&app, &new, 1);
    let answers = at_once(8, |_| {
        let call = app.post(CONFIRM).form(&[("token", &link), ("confirm", "yes")]);
        call.header("accept", "text/html").send().status
    });
    assert_eq!(
        answers.iter().filter(|status| **status == 303).count(),
        1,
        "{answers:?}"
    );
    assert!(answers.iter().all(|status| [303, 409].contains(status)), "{answers:?}");
    assert_eq!((sign_in(&app, &person.email), sign_in(&app, &new)), (400, 200));
    app.mail(&person.email, 2);
    app.settle();
    assert_eq!(app.mails(&person.email).len(), 2);
}

#[test]
fn who_comes_back_to_an_address_finds_no_session_of_then_alive() {
    let app = TestApp::start();
    let (person, web) = signed_in(&app);
    let old = browser_of(&app, &person);
    let refresh = app
        .app_of("acme")
        .sign_in(&person.email, PASSWORD)
        .expect(200)
        .member("refresh_token");
    let new = invitee();
    ask(&web, &new).expect(200);
    confirm(&web, &token(&app, &new, 1)).expect(303);
    app.mail(&person.email, 2);
    app.advance(60);
    ask(&web, &person.email).expect(200);
    confirm(&web, &token(&app, &person.email, 3)).expect(303);
    assert!(is_signed_in(&web) && !is_signed_in(&old));
    app.app_of("acme").refresh(&refresh).refused(400, "invalid_grant");
    assert_eq!((sign_in(&app, &person.email), sign_in(&app, &new)), (200, 400));
    app.mail(&new, 2);
}

#[test]
fn an_invitation_stays_on_its_list() {
    let app = TestApp::start();
    let email = invitee();
    let (_, link) = app.invited(&email);
    app.press(&link).finish();
    let web = browser_of(&app, &Person::new().email(&email));
    let new = invitee();
    let listed = |email: &str| {
        let list = app
            .acme()
            .call("GET", "/v1/invitations?status=completed")
            .send()
            .expect(200);
        list.text.contains(email)
    };
    app.wait_until("the invitation is listed", || listed(&email));
    ask(&web, &new).expect(200);
    confirm(&web, &token(&app, &new, 1)).expect(303);
    app.wait_until("it is listed under the new address", || listed(&new));
    app.settle();
    assert!(listed(&new) && !listed(&email));
    app.pre_register(&invitation(&email)).send().expect(201);
}
