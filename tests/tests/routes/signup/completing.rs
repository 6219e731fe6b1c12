//! From the mail to the account.

use serde_json::{Value, json};

use super::{ask, borrowed, completed_with, link_in, people, things};
use crate::support::{
    Answer, OTHER_PASSWORD, PASSWORD, TestApp, Web, at_once, code_in, hidden, invitee, parameters, way_back,
};

/// What a company fills in.
#[track_caller]
fn company(web: &Web<'_>, link: &str, changed: &[(&str, &str)]) -> Answer {
    let mut fields = completed_with(link, PASSWORD);
    fields.retain(|(name, _)| changed.iter().all(|(other, _)| other != name));
    let more = [("profile.companyName", "Doe Ltd"), ("agreement.terms", "1")];
    for (name, value) in more
        .iter()
        .filter(|(name, _)| changed.iter().all(|(other, _)| other != name))
    {
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields.extend(
        changed
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    web.send("/signup/complete", &borrowed(&fields))
}

/// The account as the back office sees it, found by the token that its person gets.
#[track_caller]
fn seen(app: &TestApp, email: &str) -> Value {
    let tokens = app.app_of("acme").sign_in(email, PASSWORD).expect(200);
    let subject = crate::support::claims(&tokens.member("id_token"))["sub"].clone();
    app.acme().see(subject.as_str().expect("a subject")).expect(200).json()
}

#[test]
fn a_company_opens_an_account_and_comes_back_to_the_app_signed_in() {
    let app = TestApp::start();
    let (web, email) = (app.web(), invitee());
    let page = web.follow(&things(&[("prompt", "create")])).expect(200);
    let request = hidden(&page, "request");
    let fields = [("request", request.as_str()), ("kind", "business"), ("email", &email)];
    let sent = web.send("/signup", &fields).expect(200);
    assert!(sent.text.contains(&email));
    let link = link_in(&app, &email);
    app.app_of("acme")
        .sign_in(&email, PASSWORD)
        .refused(400, "invalid_grant");
    assert_eq!(people(&app, &email), 0, "nobody is known before the form is sent");

    // On another device, which knows nothing of the first.
    let phone = app.web();
    let form = phone.open(&link).expect(200);
    for asked in ["profile.companyName", "profile.vatNumber", "agreement.terms", &email] {
        assert!(form.text.contains(asked), "{asked}: {}", form.text);
    }
    let last = phone
        .on(company(&phone, &link, &[("profile.vatNumber", "GB123")]))
        .expect(200);
    let back = phone.on(phone.open(&way_back(&last.text))).expect(303);
    assert_eq!(parameters(back.header("location"))["state"], "the-state");
    let changed = [
        ("client_id", "acme-things"),
        ("redirect_uri", "https://things.acme.example/callback"),
    ];
    app.redeem(&code_in(&back), &changed).send().expect(200);

    let account = seen(&app, &email);
    assert_eq!(
        (&account["status"], &account["verified_by"]),
        (&json!("registered"), &json!("mail"))
    );
    assert_eq!(account["customer_kind"], "business");
    assert_eq!(
        account["customer_fields"],
        json!({ "companyName": "Doe Ltd", "vatNumber": "GB123" })
    );
    assert_eq!(account["installations"][0]["name"], "Head office");
    assert_eq!(account["consents"][0]["channel"], "sign_up_page");
    assert_eq!(account["customer_info"]["first_name"], "Jane");
}

#[test]
fn a_household_gets_a_home_in_its_own_language() {
    let app = TestApp::start();
    let email = invitee();
    let fields = [("kind", "personal"), ("email", email.as_str()), ("locale", "fr")];
    app.web().send("/signup?labelpartner=acme", &fields).expect(200);
    let link = link_in(&app, &email);
    assert!(app.mails(&email)[0].subject.contains("ouvrez votre compte"));
    let web = app.web();
    assert!(web.open(&link).expect(200).text.contains("lang=\"fr\""));
    web.on(web.send("/signup/complete", &borrowed(&completed_with(&link, PASSWORD))))
        .expect(200);
    let account = seen(&app, &email);
    assert_eq!(account["customer_kind"], "personal");
    assert_eq!(account["installations"][0]["name"], "Domicile");
    assert_eq!(account["customer_info"]["locale"], "fr");
    // Signed in with this browser: the page of the account opens.
    assert!(web.follow("/account").expect(200).text.contains("/account/password"));
}

#[test]
fn opening_the_link_changes_nothing_and_a_scanner_cannot_send_the_form() {
    let app = TestApp::start();
    let email = invitee();
    ask(&app, "business", &email).expect(200);
    let link = link_in(&app, &email);
    for _ in 0..5 {
        app.web().open(&link).expect(200);
    }
    let (_, token) = link.split_once("token=").expect("a token");
    app.web().send("/signup/complete", &[("token", token)]).expect(200);
    app.web()
        .send("/signup/complete", &[("token", token), ("password", "")])
        .expect(422);
    assert_eq!(people(&app, &email), 0);
    let web = app.web();
    company(&web, &link, &[]).expect(303);
}

#[test]
fn mistakes_are_told_field_by_field_and_what_was_typed_outlives_the_link() {
    let app = TestApp::start();
    let (web, email) = (app.web(), invitee());
    ask(&app, "business", &email).expect(200);
    let link = link_in(&app, &email);
    let changed = [
        ("profile.companyName", ""),
        ("profile.vatNumber", "GB123"),
        ("password", "short"),
    ];
    let page = company(&web, &link, &changed).expect(422);
    for field in ["#profile.companyName", "#password"] {
        assert!(
            page.text.contains(&format!("href=\"{field}\"")),
            "{field}: {}",
            page.text
        );
    }
    assert!(page.text.contains("value=\"GB123\"") && !page.text.contains("short"));
    let without = company(&web, &link, &[("agreement.terms", "0")]).expect(422);
    assert!(without.text.contains("href=\"#agreement.terms\""));
    company(&web, &link, &[("profile.vatNumber", "GB123"), ("password", "short")]).expect(422);
    assert!(
        web.open(&link).expect(200).text.contains("value=\"GB123\""),
        "after a reload"
    );

    app.advance(86_400);
    let late = company(&web, &link, &[("profile.vatNumber", "GB124")]).expect(410);
    let token = hidden(&late, "token");
    web.send("/signup/complete", &[("token", &token), ("new_link", "yes")])
        .expect(200);
    let newer = link_in(&app, &email);
    assert_ne!(newer, link);
    assert!(
        web.open(&newer).expect(200).text.contains("value=\"GB124\""),
        "behind the next link"
    );
    company(&web, &newer, &[]).expect(303);
}

#[test]
fn what_the_form_does_not_ask_is_refused() {
    let app = TestApp::start();
    let email = invitee();
    ask(&app, "business", &email).expect(200);
    let (web, link) = (app.web(), link_in(&app, &email));
    for name in [
        "email",
        "kind",
        "status",
        "role",
        "profile.admin",
        "agreement.none",
        "__proto__",
    ] {
        let answer = company(&web, &link, &[(name, "1")]);
        assert_eq!(answer.status, 400, "{name}: {}", answer.text);
    }
}

#[test]
fn a_link_makes_one_account_however_often_and_wherever_it_is_sent() {
    let app = TestApp::start();
    let email = invitee();
    ask(&app, "business", &email).expect(200);
    let link = link_in(&app, &email);
    let answers = at_once(40, |_| company(&app.web(), &link, &[]).status);
    assert_eq!(
        answers.iter().filter(|status| **status == 303).count(),
        1,
        "{answers:?}"
    );
    assert!(answers.iter().all(|status| [303, 409].contains(status)), "{answers:?}");
    assert_eq!(people(&app, &email), 1);
    let again = app.web().open(&link).expect(409);
    assert!(
        again.text.contains("href=\"/sign-in?labelpartner=acme"),
        "{}",
        again.text
    );
    company(&app.web(), &link, &[("password", OTHER_PASSWORD)]).expect(409);
    app.app_of("acme")
        .sign_in(&email, OTHER_PASSWORD)
        .refused(400, "invalid_grant");
}

#[test]
fn the_older_of_two_links_works_until_one_is_used() {
    let app = TestApp::start();
    let email = invitee();
    ask(&app, "personal", &email).expect(200);
    let older = link_in(&app, &email);
    app.advance(61);
    ask(&app, "business", &email).expect(200);
    let newer = link_in(&app, &email);
    let web = app.web();
    // Each is of the kind that was chosen with it.
    assert!(!web.open(&older).expect(200).text.contains("profile.companyName"));
    web.send("/signup/complete", &borrowed(&completed_with(&older, PASSWORD)))
        .expect(303);
    company(&app.web(), &newer, &[]).expect(409);
    assert_eq!(seen(&app, &email)["customer_kind"], "personal");
}

#[test]
fn an_account_that_is_gone_does_not_come_back_by_its_link() {
    let app = TestApp::start();
    let email = invitee();
    ask(&app, "personal", &email).expect(200);
    let link = link_in(&app, &email);
    let fields = completed_with(&link, PASSWORD);
    app.web().send("/signup/complete", &borrowed(&fields)).expect(303);
    let account = seen(&app, &email);
    let id = account["account_id"].as_str().expect("an id");
    app.acme()
        .call("DELETE", &format!("/v1/account/{id}"))
        .send()
        .expect(204);
    // That is said before anything is filled in.
    let page = app.web().open(&link).expect(409);
    assert!(page.text.contains("This link was already used"), "{}", page.text);
    app.web().send("/signup/complete", &borrowed(&fields)).expect(409);
    assert_eq!(people(&app, &email), 0);
}

#[test]
fn a_link_of_another_kind_a_mutilated_and_a_foreign_one_are_unknown() {
    let app = TestApp::start();
    let (email, invited) = (invitee(), invitee());
    ask(&app, "personal", &email).expect(200);
    let link = link_in(&app, &email);
    app.invited(&invited);
    let (_, token) = link.split_once("token=").expect("a token");
    let cut = &token[..token.len() - 2];
    let of_netgrid = token.replacen("acme.", "netgrid.", 1);
    let invitation = app.token_in_mail(&invited, 1);
    for wrong in ["", "acme.", cut, of_netgrid.as_str(), invitation.as_str()] {
        let page = app.web().open(&format!("/signup/complete?token={wrong}")).expect(404);
        assert!(!page.text.contains(&email));
        let fields = completed_with(&format!("?token={wrong}"), PASSWORD);
        app.web().send("/signup/complete", &borrowed(&fields)).expect(404);
    }
    for path in ["/activate", "/v2/registration/verify", "/recover/password"] {
        let page = app.web().open(&format!("{path}?token={token}"));
        assert_eq!(page.status, 404, "{path}");
    }
}
