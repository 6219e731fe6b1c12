//! Whoever has to prove their address by mail, since their provider has not.

use serde_json::json;

use super::completing::{FILLED, companies, jane};
use super::sign_in;
use crate::routes::signup::link_in;
use crate::support::{claims, code_in, hidden, invitee};

#[test]
fn an_address_that_the_provider_has_not_proven_is_proven_by_mail_in_this_very_browser() {
    let (app, issuer, email) = companies();
    let mut unproven = jane(&email);
    unproven["email_verified"] = json!("true");
    issuer.is(unproven);
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    let [request, came] = ["request", "came"].map(|name| hidden(&page, name));
    let ask = |email: &str| {
        let fields = [("request", request.as_str()), ("came", &came), ("email", email)];
        web.send("/sso/complete/address", &fields)
    };
    for (wrong, sentence) in [
        ("", "address"),
        ("jane@", "not written correctly"),
        ("jane@blocked.example", "cannot open an account"),
    ] {
        let told = ask(wrong).expect(422);
        assert!(told.text.contains(sentence), "{wrong}: {}", told.text);
    }
    ask(&email).expect(200);
    let link = link_in(&app, &email);
    // Whoever opens it elsewhere opens an account of their own, with a password of their own.
    let elsewhere = app.web().open(&link).expect(200);
    assert!(elsewhere.text.contains("name=\"password\""));
    let form = web.follow(&link).expect(200);
    assert!(
        form.text.contains("/sso/complete") && !form.text.contains("name=\"password\""),
        "{}",
        form.text
    );
    let [token, came] = ["token", "came"].map(|name| hidden(&form, name));
    let mut fields = vec![("token", token.as_str()), ("came", came.as_str())];
    fields.extend(FILLED);
    let answer = web.on(web.send("/sso/complete", &fields));
    let tokens = app.redeem(&code_in(&answer), &[]).send().expect(200);
    assert_eq!(claims(&tokens.member("id_token"))["email_verified"], true);
    // The link is over, here and elsewhere.
    app.web().open(&link).expect(409);
}

#[test]
fn an_address_that_somebody_has_is_answered_alike_and_its_owner_is_told() {
    let (app, issuer, _) = companies();
    let known = app.registered_person();
    let strange = invitee();
    let told = |email: &str| {
        issuer.is(json!({ "sub": format!("attacker-of-{email}"), "email": email }));
        let web = app.web();
        let page = sign_in(&web, &issuer).expect(200);
        let [request, came] = ["request", "came"].map(|name| hidden(&page, name));
        let fields = [("request", request.as_str()), ("came", &came), ("email", email)];
        let answer = web.send("/sso/complete/address", &fields).expect(200);
        let sealed = |text: &str| text.replace(email, "•").replace(&request, "•").replace(&came, "•");
        (sealed(&page.text), sealed(&answer.text))
    };
    assert_eq!(told(&known.email), told(&strange));
    app.settle();
    let mails = app.mails(&known.email);
    assert!(
        mails.iter().any(|mail| mail.text.contains("already")),
        "their owner is told"
    );
    assert!(
        mails
            .iter()
            .all(|mail| !mail.links.iter().any(|link| link.contains("/signup/complete")))
    );
}

#[test]
fn a_link_proves_the_address_for_whoever_asked_for_it_and_for_nobody_else_who_came_from_there() {
    let (app, issuer, email) = companies();
    let somebody = |subject: &str| json!({ "sub": subject, "email": email });
    issuer.is(somebody("first"));
    let web = app.web();
    let page = sign_in(&web, &issuer).expect(200);
    let [request, came] = ["request", "came"].map(|name| hidden(&page, name));
    let fields = [
        ("request", request.as_str()),
        ("came", &came),
        ("email", email.as_str()),
    ];
    web.send("/sso/complete/address", &fields).expect(200);
    let link = link_in(&app, &email);
    // Another account of the provider comes with the same browser, and opens the mail.
    issuer.is(somebody("second"));
    sign_in(&web, &issuer).expect(200);
    let form = web.follow(&link).expect(200);
    assert!(form.text.contains("name=\"password\""), "{}", form.text);
    let token = link.split_once("token=").expect("a token").1.to_owned();
    let mut fields = vec![("token", token.as_str())];
    fields.extend(FILLED);
    web.send("/sso/complete", &fields).expect(400);
}

#[test]
fn the_link_of_an_ordinary_sign_up_has_nothing_to_do_with_whoever_came_from_there() {
    let (app, issuer, email) = companies();
    issuer.is(json!({ "sub": "somebody-before", "email": invitee() }));
    let web = app.web();
    sign_in(&web, &issuer).expect(200);
    let fields = [("kind", "business"), ("email", email.as_str())];
    web.send("/signup?labelpartner=acme", &fields).expect(200);
    let link = link_in(&app, &email);
    assert!(web.follow(&link).expect(200).text.contains("name=\"password\""));
}
