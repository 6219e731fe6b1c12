//! People who have no password look after their account.

use serde_json::json;

use super::{come_back, configure, stack};
use crate::support::{Answer, Issuer, Person, TestApp, Web, authorize, code_in, hidden, invitee};

/// Longer ago than counts as just now, in seconds.
const AWHILE: i64 = 11 * 60;

/// Somebody whose provider says that they have just signed in there.
fn known() -> (TestApp, Issuer, Person) {
    let person = Person::new().subject();
    let issuer = Issuer::start(json!({ "sub": person.subject }));
    issuer.forges(|_, claims| claims["auth_time"] = claims["iat"].clone());
    let app = stack(&issuer, &json!({}));
    app.provision(&person);
    (app, issuer, person)
}

fn see(app: &TestApp, person: &Person) -> Answer {
    app.acme().see(&format!("{}?id_type=external", person.external_id))
}

/// The provider, whose clock does not know that ours was advanced by [`AWHILE`], says from now on that people showed who
/// they are so many seconds from now.
fn shows(issuer: &Issuer, seconds: i64) {
    issuer.forges(move |_, claims| {
        for time in ["iat", "exp"] {
            claims[time] = json!(claims[time].as_i64().expect("a time") + AWHILE);
        }
        claims["auth_time"] = json!(claims["iat"].as_i64().expect("a time") + seconds);
    });
}

/// What the form of a page posts that says whose it is.
#[track_caller]
fn confirmed(web: &Web<'_>, path: &str) -> String {
    hidden(&web.open(path).expect(200), "confirmed")
}

/// Goes by the button of the page that asks to sign in anew, and comes back to where it leads.
#[track_caller]
fn sign_in_again(web: &Web<'_>, issuer: &Issuer, page: &str) -> String {
    let (_, rest) = page.split_once("class=\"primary\" href=\"").expect("a way on");
    let path = rest.split('"').next().expect("an address").replace("&#38;", "&");
    let location = super::leave(web, &path);
    assert!(
        location.contains("prompt=login") && location.contains("max_age=0"),
        "{location}"
    );
    let back = web.open(&issuer.lets_in(&location));
    back.expect(303).header("location").to_owned()
}

#[test]
fn who_has_just_signed_in_deletes_their_account() {
    let (app, issuer, person) = known();
    let web = app.web();
    come_back(&web, &issuer).expect(303);
    let list = web.open("/account").expect(200).text;
    assert!(!list.contains("/account/password"), "there is none to change: {list}");
    let page = web.open("/account/delete").expect(200).text;
    assert!(
        !page.contains("current_password") && page.contains("name=\"confirmed\""),
        "{page}"
    );
    // The form in another language deletes nothing.
    web.send("/account/delete", &[("locale", "de")]).expect(200);
    see(&app, &person).expect(200);
    let whose = confirmed(&web, "/account/delete");
    let done = web.send("/account/delete", &[("confirmed", &whose)]).expect(200);
    assert!(done.text.contains("Your account is deleted"), "{}", done.text);
    see(&app, &person).expect(404);
    // Nobody is left for their provider to tell of.
    let gone = super::sign_in(&app.web(), &issuer).expect(403);
    assert!(gone.text.contains("does not know you yet"), "{}", gone.text);
}

#[test]
fn who_signed_in_a_while_ago_does_so_anew_before_anything_is_deleted_or_changed() {
    let (app, issuer, person) = known();
    let web = app.web();
    come_back(&web, &issuer).expect(303);
    let whose = confirmed(&web, "/account/delete");
    app.advance(AWHILE);
    for path in ["/account/delete", "/account/email"] {
        let page = web.open(path).expect(200).text;
        assert!(!page.contains("<form method=\"post\" action=\"/account"), "{page}");
        let address = invitee();
        let fields = [("confirmed", whose.as_str()), ("email", address.as_str())];
        let fields = if path.ends_with("email") {
            &fields[..]
        } else {
            &fields[..1]
        };
        let sent = web.send(path, fields).expect(303);
        assert!(sent.header("location").starts_with(path), "{}", sent.header("location"));
        see(&app, &person).expect(200);
        assert!(app.mails(&address).is_empty());
    }
    // A provider that only knows an old session shows nothing.
    shows(&issuer, -900);
    let page = web.open("/account/delete").expect(200).text;
    let (_, rest) = page.split_once("class=\"primary\" href=\"").expect("a way on");
    let path = rest.split('"').next().expect("an address").replace("&#38;", "&");
    let told = web.open(&issuer.lets_in(&super::leave(&web, &path))).expect(403);
    assert!(
        told.text.contains("did not confirm that you have just signed in"),
        "{}",
        told.text
    );
    shows(&issuer, 0);
    let back = sign_in_again(&web, &issuer, &page);
    assert!(back.starts_with("/account/delete?"), "{back}");
    assert!(web.open(&back).expect(200).text.contains("name=\"confirmed\""));
    web.send("/account/delete", &[("confirmed", &whose)]).expect(200);
    see(&app, &person).expect(404);
}

#[test]
fn a_form_counts_for_the_person_whose_it_is_and_for_nobody_else() {
    let (app, issuer, first) = known();
    let second = Person::new().subject();
    app.provision(&second);
    let web = app.web();
    come_back(&web, &issuer).expect(303);
    let whose = confirmed(&web, "/account/delete");
    // In another tab somebody else signs in meanwhile.
    issuer.is(json!({ "sub": second.subject }));
    let location = super::leave(&web, &authorize(&[("prompt", "login")]));
    web.open(&issuer.lets_in(&location)).expect(303);
    for (path, more) in [
        ("/account/delete", None),
        ("/account/email", Some(("email", "new@example.org"))),
    ] {
        let fields: Vec<_> = [("confirmed", whose.as_str())].into_iter().chain(more).collect();
        let sent = web.send(path, &fields).expect(303);
        assert!(sent.header("location").starts_with(path), "{}", sent.header("location"));
    }
    see(&app, &first).expect(200);
    see(&app, &second).expect(200);
    assert!(app.mails("new@example.org").is_empty());
}

#[test]
fn who_has_just_signed_in_changes_their_address_and_stays_linked() {
    let (app, issuer, person) = known();
    let web = app.web();
    come_back(&web, &issuer).expect(303);
    let address = invitee();
    let whose = confirmed(&web, "/account/email");
    web.send("/account/email", &[("confirmed", &whose), ("email", &address)])
        .expect(200);
    let mail = app.mail(&address, 1);
    let link = mail.links.iter().find_map(|link| link.split_once("/confirm?token="));
    let (_, token) = link.expect("a link");
    web.send("/account/email/confirm", &[("token", token), ("confirm", "yes")])
        .expect(303);
    let seen = see(&app, &person).expect(200).json();
    assert_eq!(seen["customer_info"]["email_address"], address);
    configure(&app, &issuer, &json!({}));
    code_in(&super::sign_in(&app.web(), &issuer));
}

#[test]
fn who_has_a_password_shows_it_and_nothing_else() {
    let app = TestApp::start();
    let person = app.registered_person();
    let web = app.web();
    code_in(&web.sign_in(&authorize(&[]), &person.email));
    let id = see(&app, &person).expect(200).member("user_id");
    web.send("/account/delete", &[("confirmed", &id)]).expect(200);
    see(&app, &person).expect(200);
}

#[test]
fn who_has_no_password_is_mailed_where_they_sign_in() {
    let email = invitee();
    let issuer = Issuer::start(json!({ "sub": "jane", "email": email, "email_verified": true }));
    let app = stack(&issuer, &json!({ "newcomers": "create_user" }));
    let web = app.web();
    come_back(&web, &issuer).expect(303);
    web.send("/recover?labelpartner=acme", &[("email", &email)]).expect(200);
    let mail = app.mail(&email, 1);
    assert!(
        mail.text.contains("you sign in with Acme account") && !mail.text.contains("forgotten"),
        "{}",
        mail.text
    );
    let exported = web.open("/account/export").expect(200).json();
    assert_eq!(exported["identity_providers"][0]["connection"], "acme-login");
    assert_eq!(exported["identity_providers"][0]["subject"], "jane");
}
