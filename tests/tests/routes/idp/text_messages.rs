//! Inviting by text message.

use jsonwebtoken::dangerous::insecure_decode;
use serde_json::{Value, json};

use crate::support::{PORTAL, TestApp, WELCOME, cookie, invitation, invitee, number, texted_invitation, way_back};

/// What the back office is told of a person.
fn seen(app: &TestApp, uuid: &str) -> Value {
    app.acme().see(uuid).expect(200).json()
}

#[test]
fn an_invitation_goes_to_the_number_and_to_no_mailbox() {
    let app = TestApp::start();
    let (email, number) = (invitee(), number());
    let (uuid, token) = app.texted(&email, &number);
    let text = app.mail(&number, 1);
    assert_eq!((text.channel.as_str(), text.to.as_str()), ("sms", number.as_str()));
    assert_eq!(text.tenant, "acme");
    assert!(
        text.text.starts_with("Acme Energy has opened an account for you."),
        "{}",
        text.text
    );
    assert_eq!(text.links.len(), 1);
    assert_eq!(text.code.as_deref().map(str::len), Some(6));
    for secret in ["John", "Smith", &email] {
        assert!(!text.text.contains(secret), "a locked phone shows a message to anybody");
    }
    app.wait_until("it is noted", || {
        let delivery = seen(&app, &uuid)["invitation"]["deliveries"][0].clone();
        delivery["channel"] == "sms" && delivery["status"] == "sent"
    });
    assert!(
        !seen(&app, &uuid).to_string().contains(&token),
        "a link is in no answer"
    );
    app.settle();
    assert_eq!(app.mails(&email), []);

    let german = TestApp::start();
    let mut body = texted_invitation(&email, &number);
    body["locale"] = "de".into();
    german.pre_register(&body).send().expect(201);
    assert!(german.mail(&number, 1).text.contains("Oder mit diesem Code:"));
}

#[test]
fn a_scanner_spends_nothing_and_the_person_proves_the_number_and_not_the_address() {
    let app = TestApp::start();
    let (email, number) = (invitee(), number());
    let (uuid, token) = app.texted(&email, &number);
    let path = format!("/activate?token={token}");
    for method in ["HEAD", "GET", "GET", "GET", "GET", "GET"] {
        app.call(method, &path).send().expect(200);
    }
    app.post("/activate").form(&[("token", &token)]).send().expect(400);
    let page = app.get(&path).send().expect(200).text;
    let masked = format!("+49•••{}", &number[number.len() - 2..]);
    assert!(
        page.contains("Confirm your phone number") && page.contains(&masked),
        "{page}"
    );
    assert!(!page.contains(&number) && !page.contains("e-mail"), "{page}");
    assert_eq!(seen(&app, &uuid)["status"], "provisioned");

    let browser = app.press(&token);
    let proven = seen(&app, &uuid);
    assert_eq!(
        (&proven["status"], &proven["verified_by"], &proven["reason"]),
        (&"verified".into(), &"sms".into(), &"number_proven_by_sms".into())
    );
    let form = browser.look().expect(200).text;
    assert!(form.contains("Your phone number is confirmed"));
    assert!(form.contains(&format!("value=\"{number}\" readonly")), "{form}");
    app.get(&path).send().expect(409);

    let page = browser.finish();
    let id = id_token(&app, &page);
    assert_eq!(id["email"], email.as_str());
    assert_eq!(id["email_verified"], false);
    assert_eq!(id["phone_number"], number.as_str());
    assert_eq!(id["phone_number_verified"], true);
}

/// What the ID token says that the last page leads to.
fn id_token(app: &TestApp, page: &str) -> Value {
    let link = way_back(page);
    let code = link.split("code=").nth(1).and_then(|rest| rest.split('&').next());
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", code.expect("a code")),
        ("redirect_uri", WELCOME),
    ];
    let call = app.post("/token").form(&fields);
    let tokens = call.header("authorization", PORTAL).send().expect(200);
    insecure_decode(tokens.member("id_token")).expect("claims").claims
}

#[test]
fn a_mailed_proof_says_nothing_of_the_number() {
    let app = TestApp::start();
    let (email, number) = (invitee(), number());
    let mut body = invitation(&email);
    body["profile_fields"]["mobileNumber"] = number.as_str().into();
    app.pre_register(&body).send().expect(201);
    let id = id_token(&app, &app.press(&app.token_in_mail(&email, 1)).finish());
    assert_eq!(
        (&id["email_verified"], &id["phone_number_verified"]),
        (&true.into(), &false.into())
    );
    assert_eq!(id["phone_number"], number.as_str());
}

#[test]
fn the_texted_code_does_the_same_once_and_a_wrong_one_nothing() {
    let app = TestApp::start();
    let (email, number) = (invitee(), number());
    let (uuid, token) = app.texted(&email, &number);
    let code = app.mail(&number, 1).code.expect("a code");
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let typed = |code: &str| {
        let path = "/activate?locale=en&labelpartner=acme";
        app.post(path).form(&[("email", &email), ("code", code)]).send()
    };
    typed(wrong).expect(403);
    let answer = typed(&code).expect(303);
    assert!(answer.header("location").starts_with("/activate?locale="));
    assert_eq!(seen(&app, &uuid)["verified_by"], "sms");
    let form = app.get("/activate").header("cookie", &cookie(&answer));
    assert!(form.send().expect(200).text.contains("Your phone number is confirmed"));
    typed(&code).expect(403);
    app.get(&format!("/activate?token={token}")).send().expect(409);
}

#[test]
fn the_number_that_was_proven_cannot_be_changed_on_the_form() {
    let app = TestApp::start();
    let (email, number) = (invitee(), number());
    let (uuid, token) = app.texted(&email, &number);
    let browser = app.press(&token);
    let fields = [
        ("profile.firstName", "John"),
        ("profile.lastName", "Smith"),
        ("profile.mobileNumber", "+447700900123"),
        ("password", crate::support::PASSWORD),
    ];
    browser.fill_in(&fields).refused(400, "invalid_form");
    browser.finish();
    assert_eq!(seen(&app, &uuid)["customer_info"]["phone_number"], number.as_str());
}

#[test]
fn a_number_that_is_missing_no_number_or_elsewhere_is_refused_and_pointed_at() {
    let app = TestApp::start();
    let cases = [
        (Value::Null, "value_missing"),
        ("".into(), "value_missing"),
        ("0151 234567".into(), "value_not_a_number"),
        ("+49 151 2".into(), "value_not_a_number"),
        ("+49151234567890123".into(), "value_not_a_number"),
        ("+1 202 555 0143".into(), "number_not_reached"),
        ("+882 16 1234567".into(), "number_not_reached"),
        (json!(491_511_234_567_u64), "value_wrong_type"),
    ];
    for (typed, code) in cases {
        let email = invitee();
        let mut body = texted_invitation(&email, "");
        body["profile_fields"]["mobileNumber"] = typed.clone();
        let answer = app.pre_register(&body).send().refused(422, "invalid_form_fields");
        let pointer = "/profile_fields/mobileNumber".to_owned();
        assert_eq!(answer.flaws(), [(pointer, code.to_owned())], "{typed}");
    }
    let mut body = texted_invitation(&invitee(), &number());
    body["profile_fields"]
        .as_object_mut()
        .expect("an object")
        .remove("emailAddress");
    let answer = app.pre_register(&body).send().refused(422, "invalid_form_fields");
    assert_eq!(answer.flaws()[0].0, "/profile_fields/emailAddress");
    // As people write it.
    let number = number();
    let (head, tail) = number.split_at(3);
    let body = texted_invitation(&invitee(), &format!("{head} (0) {}-{}", &tail[..3], &tail[3..]));
    app.pre_register(&body).send().expect(201);
    app.mail(&number, 1);
    assert_eq!(app.rows("P#").len(), 1, "nobody else was texted");
}

#[test]
fn an_invitation_is_sent_again_the_way_it_was_sent_and_by_its_own_page() {
    let app = TestApp::start();
    let (email, number) = (invitee(), number());
    let (uuid, first) = app.texted(&email, &number);
    app.advance(60);
    // The way is the open invitation's, whatever the call says.
    let mut again = invitation(&email);
    again["resend"] = true.into();
    assert_eq!(app.pre_register(&again).send().expect(201).member("uuid"), uuid);
    app.mail(&number, 2);

    app.advance(2 * 86_400);
    let path = format!("/activate?token={first}");
    let expired = app.get(&path).send().expect(410).text;
    assert!(expired.contains("+49•••"), "{expired}");
    let pressed = app
        .post("/activate")
        .form(&[("token", first.as_str()), ("new_link", "yes")]);
    let sent = pressed.send().expect(200).text;
    assert!(sent.contains("Check your messages") && !sent.contains("mail"), "{sent}");
    app.press(&app.token_in_mail(&number, 3)).finish();
    app.settle();
    assert_eq!(app.mails(&email), []);
}

#[test]
fn the_inbox_shows_a_text_message_as_a_phone_does() {
    let app = TestApp::start();
    let (number, email) = (number(), invitee());
    app.texted(&email, &number);
    app.invited(&invitee());
    let page = app.get("/_local/inbox").send().expect(200).text;
    for part in ["class=\"bubble\"", "<bdi>ACME</bdi>", &number, "2 segments"] {
        assert!(page.contains(part), "{part}");
    }
    let encoded = number.replace('+', "%2B");
    let page = app.get(&format!("/_local/inbox?to={encoded}")).send().expect(200).text;
    assert_eq!(page.matches("<article").count(), 1);
    let list = app
        .get(&format!("/_local/messages?to={encoded}"))
        .send()
        .expect(200)
        .json();
    assert_eq!(
        (&list[0]["channel"], &list[0]["to"]),
        (&"sms".into(), &number.as_str().into())
    );
    assert_eq!(list.as_array().map(Vec::len), Some(1));
}
