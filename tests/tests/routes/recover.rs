//! `/recover`: from a forgotten password to another one, for the owner of the mailbox and for nobody else.

use crate::support::{
    OTHER_PASSWORD, PASSWORD, Person, TestApp, Web, at_once, authorize, code_in, hidden, invitee, parameters,
};

/// Asks for a link on the page that a request leads to.
#[track_caller]
fn forget(web: &Web<'_>, email: &str) -> crate::support::Answer {
    let page = web.follow(&authorize(&[])).expect(200);
    let request = hidden(&page, "request");
    web.send("/recover", &[("request", &request), ("email", email)])
}

/// The token in the newest of `count` mails.
#[track_caller]
fn token(app: &TestApp, email: &str, count: usize) -> String {
    let mail = app.mail(email, count);
    let link = mail.links.iter().find(|link| link.contains("/recover/password?token="));
    link.unwrap_or_else(|| panic!("no link in {}", mail.text))
        .split_once("token=")
        .expect("a token")
        .1
        .to_owned()
}

fn set(app: &TestApp, token: &str, password: &str) -> crate::support::Answer {
    app.post("/recover/password")
        .form(&[("ticket", token), ("password", password)])
        .send()
}

#[test]
fn a_person_chooses_another_password_and_everything_from_before_is_over() {
    let app = TestApp::start();
    let person = app.registered_person();
    let (web, elsewhere) = (app.web(), app.web());
    let tokens = app
        .redeem(&code_in(&elsewhere.sign_in(&authorize(&[]), &person.email)), &[])
        .send()
        .expect(200);
    let unused = code_in(&elsewhere.open(&authorize(&[])));
    let sent = forget(&web, &person.email).expect(200);
    assert!(sent.text.contains(&person.email));
    let token = token(&app, &person.email, 2);
    let page = web.open(&format!("/recover/password?token={token}")).expect(200);
    assert!(page.text.contains(&person.email));
    app.advance(1);
    let done = web
        .send("/recover/password", &[("ticket", &token), ("password", OTHER_PASSWORD)])
        .expect(303);
    let sign_in = web.on(done).expect(200);
    assert!(sign_in.text.contains("Your password is changed"), "{}", sign_in.text);
    let told = app.mail(&person.email, 3);
    assert!(told.subject.contains("password"), "{}", told.subject);
    app.app_of("acme")
        .sign_in(&person.email, PASSWORD)
        .refused(400, "invalid_grant");
    app.app_of("acme").sign_in(&person.email, OTHER_PASSWORD).expect(200);
    let refresh = tokens.member("refresh_token");
    let fields = [
        ("grant_type", "refresh_token"),
        ("client_id", "acme-web"),
        ("refresh_token", refresh.as_str()),
    ];
    app.post("/token").form(&fields).send().refused(400, "invalid_grant");
    app.redeem(&unused, &[]).send().refused(400, "invalid_grant");
    let gone = elsewhere.open(&authorize(&[("prompt", "none")])).expect(303);
    assert_eq!(parameters(gone.header("location"))["error"], "login_required");
}

#[test]
fn the_answer_is_the_same_for_everybody_and_only_owners_of_a_password_are_mailed_a_link() {
    let app = TestApp::start();
    let known = app.registered_person().email;
    let (strange, invited) = (invitee(), invitee());
    app.invited(&invited);
    let texted = invitee();
    app.advance(120);
    let told = |email: &str| {
        let web = app.web();
        let answer = forget(&web, email).expect(200);
        let mut names: Vec<_> = answer.headers.keys().map(ToString::to_string).collect();
        names.sort();
        let sealed = answer
            .text
            .split("request=")
            .nth(1)
            .and_then(|rest| rest.split(['&', '"']).next());
        (
            names,
            answer.text.replace(email, "•").replace(sealed.unwrap_or("•"), "•"),
        )
    };
    let first = told(&known);
    for email in [&strange, &invited, &texted] {
        assert_eq!(told(email), first, "{email}");
    }
    token(&app, &known, 2);
    let mail = app.mail(&invited, 2);
    assert!(
        mail.links.iter().any(|link| link.contains("/activate?token=")),
        "led to the first password"
    );
    app.settle();
    assert_eq!(app.mails(&strange).len(), 0);
}

#[test]
fn a_link_works_once_for_an_hour_and_only_the_newest_password_counts() {
    let app = TestApp::start();
    let person = app.registered_person();
    let web = app.web();
    forget(&web, &person.email).expect(200);
    let first = token(&app, &person.email, 2);
    app.advance(1);
    forget(&web, &person.email).expect(200);
    let second = token(&app, &person.email, 3);
    app.advance(1);
    set(&app, &first, "short").expect(422);
    set(&app, &first, OTHER_PASSWORD).expect(303);
    for used in [&first, &second] {
        app.get(&format!("/recover/password?token={used}")).send().expect(409);
        set(&app, used, PASSWORD).expect(409);
    }
    app.advance(1_200);
    forget(&web, &person.email).expect(200);
    let late = token(&app, &person.email, 5);
    app.advance(3_600);
    app.get(&format!("/recover/password?token={late}")).send().expect(410);
    set(&app, &late, PASSWORD).expect(410);
    app.app_of("acme").sign_in(&person.email, OTHER_PASSWORD).expect(200);
}

#[test]
fn looking_uses_nothing_up_and_of_many_at_once_one_sets_the_password() {
    let app = TestApp::start();
    let person = app.registered_person();
    forget(&app.web(), &person.email).expect(200);
    let token = token(&app, &person.email, 2);
    for method in ["GET", "HEAD", "GET"] {
        app.call(method, &format!("/recover/password?token={token}"))
            .send()
            .expect(200);
    }
    app.advance(1);
    let answers = at_once(8, |n| set(&app, &token, &format!("{n} green umbrellas wander")).status);
    assert_eq!(
        answers.iter().filter(|status| **status == 303).count(),
        1,
        "{answers:?}"
    );
    let signed_in = (0..8).filter(|n| {
        let password = format!("{n} green umbrellas wander");
        app.app_of("acme").sign_in(&person.email, &password).status == 200
    });
    assert_eq!(signed_in.count(), 1);
}

#[test]
fn a_token_of_one_kind_is_none_of_another() {
    let app = TestApp::start();
    let person = app.registered_person();
    forget(&app.web(), &person.email).expect(200);
    let recovery = token(&app, &person.email, 2);
    let email = invitee();
    let (_, activation) = app.invited(&email);
    for other in [activation.as_str(), &recovery[1..], "acme.x", ""] {
        app.get(&format!("/recover/password?token={other}")).send().expect(404);
        set(&app, other, OTHER_PASSWORD).expect(404);
    }
    for path in ["/activate", "/v2/registration/verify"] {
        let call = app.post(path).form(&[("token", recovery.as_str()), ("confirm", "yes")]);
        assert_eq!(call.send().status, 404, "{path}");
    }
    let elsewhere = app
        .get(&format!("/recover/password?token={recovery}"))
        .header("host", "netgrid.localhost");
    elsewhere.send().expect(404);
}

#[test]
fn net2grids_route_does_the_same() {
    let app = TestApp::start();
    let person = app.registered_person();
    let ask = |email: &str| {
        let body = serde_json::json!({"email_address": email, "labelpartner": "acme"});
        app.call("PUT", "/v2/registration/resetpassword/").json(&body).send()
    };
    assert_eq!(ask(&person.email).expect(200).text, ask(&invitee()).expect(200).text);
    token(&app, &person.email, 2);
    ask("jane@").flawed(422, "validation_failed", "/email_address", "address_domain_invalid");
    let unverified = Person::new();
    app.acme().provisioning(&unverified).send().expect(201);
    app.mail(&unverified.email, 1);
    app.advance(61);
    ask(&unverified.email).expect(200);
    assert!(
        app.mail(&unverified.email, 2)
            .links
            .iter()
            .any(|link| link.contains("/v2/registration/verify"))
    );
}
