//! The pages of the link.

use crate::support::{PASSWORD, TestApp, at_once, cookie, invitation, invitee};

#[test]
fn looking_uses_nothing_up_and_neither_does_a_scanner() {
    let app = TestApp::start();
    let email = invitee();
    let (uuid, token) = app.invited(&email);
    let path = format!("/activate?token={token}");
    for method in ["HEAD", "GET", "GET", "GET", "GET", "GET"] {
        let page = app.call(method, &path).header("accept", "text/html").send().expect(200);
        assert!(method == "HEAD" || page.text.contains("Activate your account"));
        assert!(
            !page.text.contains(&email),
            "whoever opens the link need not be its owner"
        );
    }
    app.post("/activate")
        .form(&[("token", &token)])
        .send()
        .refused(400, "confirmation_missing");
    assert_eq!(app.acme().see(&uuid).expect(200).member("status"), "provisioned");
    app.press(&token).finish();
    assert_eq!(app.acme().see(&uuid).expect(200).member("status"), "registered");
}

#[test]
fn a_link_that_does_not_work_says_so_and_helps() {
    let app = TestApp::start();
    let email = invitee();
    let (_, token) = app.invited(&email);
    let page = |token: &str| {
        app.get(&format!("/activate?token={token}"))
            .header("accept", "text/html")
            .send()
    };
    let mutilated = [
        &token[..token.len() - 4],
        "acme.x",
        "netgrid.x",
        "",
        &format!("{token}x"),
    ];
    for token in mutilated {
        assert!(
            page(token)
                .expect(404)
                .text
                .contains("We don&#39;t recognise this link"),
            "{token}"
        );
    }
    app.advance(86_400);
    let expired = page(&token).expect(410).text;
    assert!(expired.contains("This link has expired") && expired.contains("Send me a new link"));
    app.post("/activate")
        .form(&[("token", &token), ("confirm", "yes")])
        .send()
        .expect(410);
    let sent = app.post("/activate").form(&[("token", &token), ("new_link", "yes")]);
    assert!(sent.send().expect(200).text.contains("Check your mail"));
    let newer = app.token_in_mail(&email, 2);
    app.press(&newer);
    let used = page(&newer).expect(409).text;
    assert!(used.contains("Send me a new link"), "no password yet");
    app.advance(3_600);
    let sent = app.post("/activate").form(&[("token", &newer), ("new_link", "yes")]);
    sent.send().expect(200);
    app.press(&app.token_in_mail(&email, 3)).finish();
    assert!(page(&newer).expect(409).text.contains("you can sign in"));
}

#[test]
fn a_link_of_one_kind_is_none_of_the_other() {
    let app = TestApp::start();
    let (_, token) = app.invited(&invitee());
    app.get(&format!("/v2/registration/verify?token={token}"))
        .send()
        .expect(404);
    app.post("/v2/registration/verify")
        .json(&serde_json::json!({ "token": token }))
        .send()
        .refused(404, "link_unknown");
    let (_, mailed) = app.mailed_person();
    app.get(&format!("/activate?token={}", mailed.token)).send().expect(404);
    app.post("/activate")
        .form(&[("token", &mailed.token), ("confirm", "yes")])
        .send()
        .expect(404);
    app.press(&token);
}

#[test]
fn nobody_gets_past_the_apps_fields() {
    let app = TestApp::start();
    let email = invitee();
    let (uuid, token) = app.invited(&email);
    let browser = app.press(&token);
    let ticket = browser.cookie.split_once('=').expect("a value").1;
    let body = serde_json::json!({"email_address": email, "pincode": PASSWORD, "activation_ticket": ticket});
    app.post("/v2/registration/no-gateway")
        .json(&body)
        .send()
        .refused(403, "registration_refused");
    let elsewhere = app.post("/v2/registration/password");
    elsewhere
        .form(&[("ticket", ticket), ("password", PASSWORD)])
        .send()
        .expect(410);
    assert_eq!(app.acme().see(&uuid).expect(200).member("status"), "verified");
    browser.finish();
}

#[test]
fn the_code_in_the_mail_leads_to_the_form_as_well() {
    let app = TestApp::start();
    let email = invitee();
    app.invited(&email);
    let code = app.mail(&email, 1).code.expect("a code");
    let typed = app
        .post("/activate?locale=en&labelpartner=acme")
        .form(&[("email", &email), ("code", &code)]);
    let answer = typed.send().expect(303);
    let page = app.get("/activate").header("cookie", &cookie(&answer));
    assert!(page.send().expect(200).text.contains("profile.firstName"));
}

#[test]
fn a_form_from_another_site_is_refused() {
    let app = TestApp::start();
    let (_, token) = app.invited(&invitee());
    let call = app.post("/activate").form(&[("token", &token), ("confirm", "yes")]);
    call.header("sec-fetch-site", "cross-site")
        .send()
        .refused(403, "cross_site");
    app.press(&token);
}

#[test]
fn of_many_at_once_one_sets_the_password() {
    let app = TestApp::start();
    let email = invitee();
    let body = invitation(&email);
    app.pre_register(&body).send().expect(201);
    let browser = app.press(&app.token_in_mail(&email, 1));
    let statuses = at_once(20, |number| {
        let password = format!("{PASSWORD} {number}");
        let fields = [
            ("profile.firstName", "John"),
            ("profile.lastName", "Smith"),
            ("agreement.terms", "1"),
            ("password", password.as_str()),
        ];
        browser.fill_in(&fields).status
    });
    assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 1);
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 19);
}

#[test]
fn a_ticket_that_a_later_proof_replaced_says_so_before_the_form_and_leads_on() {
    let app = TestApp::start();
    let email = invitee();
    let (_, token) = app.invited(&email);
    let first = app.press(&token);
    app.post("/activate")
        .form(&[("token", &token), ("new_link", "yes")])
        .send()
        .expect(200);
    let second = app.press(&app.token_in_mail(&email, 2));
    let fields = [
        ("profile.firstName", "John"),
        ("profile.lastName", "Smith"),
        ("agreement.terms", "1"),
        ("password", PASSWORD),
    ];
    let pages = [first.look().expect(409).text, first.fill_in(&fields).expect(409).text];
    for page in &pages {
        assert!(
            page.contains("You have not set a password yet") && page.contains("Send me a new link"),
            "{page}"
        );
        assert!(!page.contains(&email), "masked");
    }
    // The button asks for another link, and what it posts proves nothing.
    let (_, rest) = pages[0].split_once("name=\"token\" value=\"").expect("a token");
    let spent = rest.split('"').next().expect("a token");
    for _ in 0..2 {
        let pressed = app.post("/activate").form(&[("token", spent), ("confirm", "yes")]);
        pressed.send().expect(410);
    }
    let asked = app.post("/activate").form(&[("token", spent), ("new_link", "yes")]);
    asked.send().expect(200);
    app.mail(&email, 3);
    second.finish();
    assert!(first.look().expect(409).text.contains("you can sign in"));
}
