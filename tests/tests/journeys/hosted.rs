//! People who make an account and sign in by themselves, in their browser.

use crate::support::{OTHER_PASSWORD, TestApp, authorize, claims, code_in, hidden, invitee, parameters, way_back};

pub(super) fn a_person_registers_comes_back_to_the_app_and_replaces_their_password(app: &TestApp) {
    let (web, email) = (app.web(), invitee());
    web.register(&authorize(&[]), &email, &[]).expect(200);
    let token = app.token_in_mail(&email, 1);
    let last = web
        .on(web.send("/activate", &[("token", &token), ("confirm", "yes")]))
        .expect(200);
    let back = web.on(web.open(&way_back(&last.text))).expect(303);
    assert_eq!(parameters(back.header("location"))["iss"], app.url());
    let tokens = app.redeem(&code_in(&back), &[]).send().expect(200);
    assert_eq!(claims(&tokens.member("id_token"))["email"], email.as_str());

    let page = web.follow(&authorize(&[("prompt", "login")])).expect(200);
    let request = hidden(&page, "request");
    web.send("/recover", &[("request", &request), ("email", &email)])
        .expect(200);
    let mail = app.mail(&email, 2);
    let link = mail
        .links
        .iter()
        .find_map(|link| link.split_once("/recover/password?token="));
    let (_, token) = link.expect("a link");
    web.send("/recover/password", &[("ticket", token), ("password", OTHER_PASSWORD)])
        .expect(303);
    app.mail(&email, 3);
    let refresh = tokens.member("refresh_token");
    let fields = [
        ("grant_type", "refresh_token"),
        ("client_id", "acme-web"),
        ("refresh_token", refresh.as_str()),
    ];
    app.post("/token").form(&fields).send().refused(400, "invalid_grant");
    let page = web.follow(&authorize(&[])).expect(200);
    let request = hidden(&page, "request");
    let fields = [
        ("request", request.as_str()),
        ("email", email.as_str()),
        ("password", OTHER_PASSWORD),
    ];
    code_in(&web.on(web.send("/sign-in", &fields)));
    // Somebody registers with the address once more: its owner is told.
    app.web().register(&authorize(&[]), &email, &[]).expect(200);
    assert!(app.mail(&email, 4).links.iter().any(|link| link.contains("/sign-in?")));
}
